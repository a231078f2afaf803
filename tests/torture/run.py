"""Tortures the learner's store at length and prints a table: ``make torture``, or with ``--quick``."""

import argparse
import json
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(TESTS)]

from benchmarks.results import put_into_document  # noqa: E402
from torture.journeys import JOURNEYS  # noqa: E402
from torture.kills import kill  # noqa: E402
from torture.powercut import cut_power  # noqa: E402
from torture.refusals import ERRORS, points, refuse  # noqa: E402
from torture.rivals import rival  # noqa: E402

REPORT = TESTS.parent / "build" / "torture.json"
DOCUMENT = TESTS.parent / "docs" / "reliability.md"
KILLS, QUICK_KILLS = 500, 80
ROUNDS, QUICK_ROUNDS = 6, 3


@dataclass(frozen=True, slots=True)
class Result:
    """What one kind of torture did to one journey."""

    torture: str
    journey: str
    count: int
    wrong: tuple[str, ...]
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Do everything, print the table and write the JSON; 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="torture", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few minutes instead of an hour")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--document", action="store_true", help=f"put the table into {DOCUMENT.name}")
    chosen = parser.parse_args(arguments)
    work = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with (
        tempfile.TemporaryDirectory(prefix="torture-", dir=work) as folder,
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        asked = [pool.submit(do) for do in _everything(Path(folder), chosen.seed, is_quick=chosen.quick)]
        results = [_told(one.result()) for one in asked]
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps([asdict(one) for one in results], indent=1), encoding="utf-8")
    if chosen.document:
        put_into_document(DOCUMENT, f"{_facts(chosen.seed, work, is_quick=chosen.quick)}\n\n{table(results)}")
    print(table(results))
    for wrong in (wrong for one in results for wrong in one.wrong):
        print(wrong, file=sys.stderr)
    return int(any(one.wrong for one in results))


def _facts(seed: int, work: str | None, *, is_quick: bool) -> str:
    effort = "A quick run (`--quick`)" if is_quick else "A long run"
    place = "files in memory (tmpfs)" if work else "files on the disk"
    return (
        f"{effort} of {datetime.now(UTC):%Y-%m-%d} on {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {place}, "
        f"{os.cpu_count()} cores, seed {seed}. Every row can be made again with the same seed."
    )


def table(results: Sequence[Result]) -> str:
    """Return the results as a table in Markdown."""
    head = "| torture | journey | points | lost or broken |\n|---|---|---:|---:|"
    lines = [f"| {one.torture} | {one.journey} | {one.count} | {len(one.wrong)} |" for one in results]
    kinds = dict.fromkeys(one.torture for one in results)
    sums = [
        f"| **{kind}** | all | **{sum(one.count for one in results if one.torture == kind)}** "
        f"| **{sum(len(one.wrong) for one in results if one.torture == kind)}** |"
        for kind in kinds
    ]
    return "\n".join([head, *lines, *sums])


def _everything(folder: Path, seed: int, *, is_quick: bool) -> list[Callable[[], Result]]:
    kills = -(-(QUICK_KILLS if is_quick else KILLS) // len(JOURNEYS))
    rounds = QUICK_ROUNDS if is_quick else ROUNDS
    asked: list[Callable[[], Result]] = []
    for number, name in enumerate(JOURNEYS):
        place = folder / str(number)
        asked += [
            partial(_measured, "power cut", name, partial(cut_power, name, place / "cut", seed, rounds)),
            partial(_measured, "SIGKILL", name, partial(kill, name, place / "kill", seed, kills)),
            partial(
                _measured, "ENOSPC and EIO", name, partial(_refuse_all, name, place / "refuse", is_quick)
            ),
        ]
    seconds = 5 if is_quick else 60
    asked.append(partial(_measured, "two windows, two commands", "saving", partial(_rival, folder, seconds)))
    return asked


def _measured(torture: str, journey: str, do: Callable[[], tuple[int, list[str]]]) -> Result:
    since = time.monotonic()
    count, wrong = do()
    return Result(torture, journey, count, tuple(wrong), round(time.monotonic() - since, 1))


def _refuse_all(name: str, work: Path, is_quick: bool) -> tuple[int, list[str]]:
    every = points(name, work, 1)[:: 20 if is_quick else 1]
    told = [refuse(name, work, 1, point, error) for point in every for error in ERRORS]
    return len(told), [wrong for wrong in told if wrong]


def _rival(folder: Path, seconds: float) -> tuple[int, list[str]]:
    saved, wrong = rival(folder / "learner.db", seconds)
    return sum(saved.values()), wrong


def _told(result: Result) -> Result:
    print(f"{result.torture}, {result.journey}: {result.count} points", file=sys.stderr, flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
