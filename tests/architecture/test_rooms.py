"""The rooms depend on each other in one direction, as pyproject.toml says."""

import subprocess
import sys
from pathlib import Path

from making.sources import ROOT


def test_the_contracts_between_the_rooms_are_kept() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "0 broken" in run.stdout, run.stdout
    assert run.returncode == 0
