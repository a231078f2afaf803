"""What a change must pass is all tried, and one failure is a failure of the whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from making.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script of a shell")
PARTS = ["test", "lint", "package"]
_MAKE = '#!/bin/sh\necho "$*" >> "$TOLD"\ntest "$*" != "$FAILING"\n'


def _run(folder: Path, failing: str) -> tuple[int, list[str]]:
    make, told = folder / "make", folder / "told"
    make.write_text(_MAKE, encoding="ascii")
    make.chmod(0o755)
    variables = {"PATH": f"{folder}:/usr/bin:/bin", "TOLD": str(told), "FAILING": failing}
    done = subprocess.run([ROOT / ".ci" / "run"], env=variables, check=False)
    return done.returncode, told.read_text("ascii").splitlines()


def test_the_tests_the_checks_and_the_packages_are_all_made(tmp_path: Path) -> None:
    assert _run(tmp_path, "") == (0, PARTS)


@pytest.mark.parametrize("failing", PARTS)
def test_one_failure_fails_and_hides_no_other(failing: str, tmp_path: Path) -> None:
    assert _run(tmp_path, failing) == (1, PARTS)
