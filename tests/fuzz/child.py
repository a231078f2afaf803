"""Fuzzes one parser with atheris until it is stopped: ``child.py TARGET libFuzzer-options… corpus…``."""

import sys
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

import atheris  # type: ignore[import-untyped] # noqa: E402 - not installed everywhere: docs/hostile-files.md

with atheris.instrument_imports(
    include=["courseplayer", "markdown_it", "yaml", "tomllib", "zipfile", "nh3", "defusedxml", "html", "json"]
):
    from fuzz.targets import TARGETS, run


def main() -> None:
    """Hand over to libFuzzer, which never comes back."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, lambda data: run(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
