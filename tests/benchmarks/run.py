"""Measures Course Player against its targets: ``make bench``, or this file with ``--only``, ``--quick``."""

import argparse
import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(TESTS), str(TESTS.parent / "packaging" / "setup")]

from benchmarks import machine  # noqa: E402
from benchmarks.apart import BrokenApartError, call_apart  # noqa: E402
from benchmarks.effort import Effort  # noqa: E402
from benchmarks.place import FOLDER, ROOT  # noqa: E402
from benchmarks.results import Row, put_into_document, table  # noqa: E402

MEASUREMENTS = (
    "launch",
    "cue_click",
    "playing",
    "building",
    "opening",
    "searching",
    "typing_keys",
)
JSON_PATH = FOLDER.parent / "bench.json"
DOCUMENT = ROOT / "docs" / "benchmarks.md"
_PATIENCE_S = 3_600


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write JSON and Markdown; 0 unless a measurement breaks."""
    chosen = _arguments(arguments)
    effort = Effort.TINY if chosen.tiny else Effort.QUICK if chosen.quick else Effort.WHOLE
    FOLDER.mkdir(parents=True, exist_ok=True)
    described = machine.describe()
    rows, broken = [], []
    for name in chosen.only or MEASUREMENTS:
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        measured = _measured_apart(name, effort)
        if measured is None:
            broken.append(name)
        else:
            rows += measured
    described["load after"] = machine.load()
    _write(chosen.json, described, effort, rows)
    if chosen.document:
        put_into_document(DOCUMENT, _markdown(described, effort, rows))
    print(_markdown(described, effort, rows))
    for name in broken:
        print(f"{name} broke; see above", file=sys.stderr)
    return 1 if broken else 0


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    parser.add_argument(
        "--only", choices=MEASUREMENTS, action="append", metavar="NAME", help="may be repeated"
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="smaller files and fewer rounds: a few minutes")
    size.add_argument("--tiny", action="store_true", help="only to see that all of it runs")
    parser.add_argument("--json", type=Path, default=JSON_PATH, metavar="PATH", help="default: %(default)s")
    parser.add_argument("--document", action="store_true", help=f"put the table into {DOCUMENT.name}")
    return parser.parse_args(given)


def _write(path: Path, described: Mapping[str, str], effort: Effort, rows: Sequence[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    report = {"machine": described, "effort": effort.value, "rows": [row.as_json() for row in rows]}
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
    path.with_suffix(".md").write_text(_markdown(described, effort, rows) + "\n", encoding="utf-8")


def _markdown(described: Mapping[str, str], effort: Effort, rows: Sequence[Row]) -> str:
    facts = "\n".join(f"- {key}: {words}" for key, words in described.items())
    return f"{facts}\n- effort: {effort.value}\n\n{table(rows)}"


def _measured_apart(name: str, effort: Effort) -> list[Row] | None:
    try:
        values = call_apart("benchmarks.run:measure_here", name, effort, patience_s=_PATIENCE_S)
    except BrokenApartError as broken:
        print(broken, file=sys.stderr)
        return None
    return [Row.from_json(value) for value in values]


def measure_here(name: str, effort: str) -> list[dict[str, Any]]:
    """Run one measurement and return its rows as JSON can hold them."""
    module = importlib.import_module(f"benchmarks.{name}")
    rows: list[Row] = module.measure(Effort(effort))
    return [row.as_json() for row in rows]


if __name__ == "__main__":
    sys.exit(main())
