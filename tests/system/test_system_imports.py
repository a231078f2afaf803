"""What is read before the first paint stays light."""

import subprocess
import sys
from datetime import UTC

import pytest

from courseplayer.system.clock import SystemClock

_BEFORE_FIRST_PAINT = [
    *("paths", "settings", "logs", "atomic", "clock", "cancellation", "file_names"),
    *("policy", "policy_places", "registry", "kit", "kit_file"),
]


@pytest.mark.parametrize(
    "module",
    [*(f"courseplayer.system.{name}" for name in _BEFORE_FIRST_PAINT), "courseplayer.learner.values"],
)
def test_a_module_read_before_the_first_paint_brings_no_database_and_no_toolkit(module: str) -> None:
    program = (
        f"import sys, {module}\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'sqlalchemy', 'sqlite3', 'PySide6'}))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_the_clock_tells_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
