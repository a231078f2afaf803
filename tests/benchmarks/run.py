"""Measures Course Player against its targets: ``make bench``, or this file with ``--only``, ``--quick``."""

import argparse
import importlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(TESTS), str(TESTS.parent / "packaging" / "setup")]

from benchmarks import machine  # noqa: E402
from benchmarks.place import FOLDER  # noqa: E402
from benchmarks.results import Row, table  # noqa: E402

MEASUREMENTS = ("launch", "cue_click", "playing", "building", "opening", "searching", "typing_keys")
JSON_PATH = FOLDER.parent / "bench.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write the JSON; 0 unless a measurement breaks."""
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    parser.add_argument(
        "--only", choices=MEASUREMENTS, action="append", metavar="NAME", help="may be repeated"
    )
    parser.add_argument("--quick", action="store_true", help="smaller files and fewer rounds")
    parser.add_argument("--json", type=Path, default=JSON_PATH, metavar="PATH", help="default: %(default)s")
    chosen = parser.parse_args(arguments)
    names = chosen.only or MEASUREMENTS
    FOLDER.mkdir(parents=True, exist_ok=True)
    described = machine.describe()
    rows, broken = [], []
    for name in names:
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        measured = _measured_apart(name, is_quick=chosen.quick)
        if measured is None:
            broken.append(name)
        else:
            rows += measured
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    report = {"machine": described, "is_quick": chosen.quick, "rows": [row.as_json() for row in rows]}
    chosen.json.write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
    print("\n".join(f"{key}: {words}" for key, words in described.items()), end="\n\n")
    print(table(rows))
    for name in broken:
        print(f"{name} broke; see above", file=sys.stderr)
    return 1 if broken else 0


def _measured_apart(name: str, *, is_quick: bool) -> list[Row] | None:
    """Run one measurement in a process of its own, so that none inherits another's memory or threads."""
    code = (sys.executable, __file__, "--apart", name, "quick" if is_quick else "whole")
    done = subprocess.run(code, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        return None
    return [Row.from_json(value) for value in json.loads(done.stdout.splitlines()[-1])]


def _measure_here(name: str, *, is_quick: bool) -> int:
    module = importlib.import_module(f"benchmarks.{name}")
    rows: list[Row] = module.measure(is_quick=is_quick)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps([row.as_json() for row in rows]), flush=True)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--apart"]:
        sys.exit(_measure_here(sys.argv[2], is_quick=sys.argv[3] == "quick"))
    sys.exit(main())
