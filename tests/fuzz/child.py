"""Fuzzes one parser with atheris until it is stopped: ``child.py TARGET libFuzzer-options… corpus…``."""

import sys
import time
from functools import partial
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

import atheris  # type: ignore[import-untyped] # noqa: E402 - not installed everywhere: docs/hostile-files.md

with atheris.instrument_imports(
    include=["courseplayer", "markdown_it", "yaml", "tomllib", "zipfile", "nh3", "defusedxml", "html", "json"]
):
    from fuzz.targets import PATIENCE_S, TARGETS, Target, run


def _timed(target: Target, data: bytes) -> None:
    """Count processor time: libFuzzer's own limit is on the clock, and a busy machine makes hangs."""
    since = time.process_time()
    run(target, data)
    if time.process_time() - since > PATIENCE_S:
        raise TimeoutError(f"took longer than {PATIENCE_S} s")


def main() -> None:
    """Hand over to libFuzzer, which never comes back."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, partial(_timed, target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
