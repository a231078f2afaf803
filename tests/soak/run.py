"""Lives through eight simulated hours and prints what is left: ``make soak``, or with ``--quick``."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(TESTS), str(TESTS.parent / "packaging" / "setup")]

from benchmarks.apart import environment_apart  # noqa: E402
from benchmarks.figures import median, paired_ratio  # noqa: E402
from benchmarks.launch import Run, start_once  # noqa: E402
from courseplayer.authoring.build import build_course  # noqa: E402
from courseplayer.system.cancellation import SilentTask  # noqa: E402
from courseplayer.system.paths import HOME_VARIABLE, standard_paths  # noqa: E402
from soak.day import TURN_MINUTES  # noqa: E402

REPORT = TESTS.parent / "build" / "soak.json"
DEMO = TESTS.parent / "resources" / "demo-course"
HOURS = 8
TURNS_AN_HOUR = 60 // TURN_MINUTES
FULL_PLAYING_MS, QUICK_PLAYING_MS = 10_000, 250
QUICK_TURNS = 24
MOST_MORE_MEMORY = 1.05
MOST_SLOWER_START = 1.1
STARTS, QUICK_STARTS = 9, 5
_PATIENCE_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table; ``is_met`` is None where nothing is promised."""

    what: str
    first: str
    last: str
    target: str
    is_met: bool | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Do everything, print the table and write the JSON; 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="four hours in three minutes")
    is_quick = parser.parse_args(arguments).quick
    turns = QUICK_TURNS if is_quick else HOURS * TURNS_AN_HOUR
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        told = live(Path(folder), turns, QUICK_PLAYING_MS if is_quick else FULL_PLAYING_MS)
        starts = compare_starts(Path(folder), QUICK_STARTS if is_quick else STARTS)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps({**told, "starts": starts}, indent=1), encoding="utf-8")
    found = findings(told, starts)
    print(table(found))
    print(", ".join(f"{count} {what}" for what, count in told["counts"].items()))
    return int(any(one.is_met is False for one in found))


def live(folder: Path, turns: int, playing_ms: int) -> dict[str, Any]:
    """Keep a home as it is on the first morning, live through the day in another, return what was seen."""
    course, morning, home = folder / "demo.course", folder / "morning", folder / "home"
    build_course(DEMO, course, SilentTask())
    paths = standard_paths({HOME_VARIABLE: str(home)})
    paths.ensure()
    shutil.copyfile(course, paths.user_courses / "demo.course")
    _child(home, paths.user_courses / "demo.course", 0, playing_ms, folder / "first.json")
    shutil.copytree(home, morning)
    return _child(home, paths.user_courses / "demo.course", turns, playing_ms, folder / "day.json")


def compare_starts(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Start the program in turn with the home of the first morning and with that of the evening.

    Processor time is compared: that by the clock depends on what else the machine does.
    """
    pairs = [(_start(folder / "morning"), _start(folder / "home")) for _ in range(rounds + 1)][1:]
    return {
        "morning": [pair[0][1] for pair in pairs],
        "evening": [pair[1][1] for pair in pairs],
        "morning, by the clock": [pair[0][0] for pair in pairs],
        "evening, by the clock": [pair[1][0] for pair in pairs],
    }


def findings(told: dict[str, Any], starts: dict[str, list[float]]) -> list[Finding]:
    """Compare the beginning of the day with its end.

    Memory after the first ten minutes is compared with its median in the last hour. How many handles, threads
    and objects there are depends on the page, and each worker's thread has a few of its own once it has
    worked: the most of the second half of the day are compared with the most of the first.
    """
    samples = told["samples"]
    first = samples[0]["memory_mb"]
    last = median([one["memory_mb"] for one in samples[-TURNS_AN_HOUR:]])
    ratio = last / first if first else 1.0
    start_ratio = paired_ratio(starts["evening"], starts["morning"])
    found = [
        Finding(
            "memory in RAM",
            f"{first:.0f} MB",
            f"{last:.0f} MB (× {ratio:.3f})",
            f"≤ × {MOST_MORE_MEMORY}",
            ratio <= MOST_MORE_MEMORY,
        )
    ]
    early, late = samples[: len(samples) // 2], samples[len(samples) // 2 :]
    for name, words in (("handles", "file handles"), ("threads", "threads"), ("objects", "objects of Qt")):
        most, most_late = max(one[name] for one in early), max(one[name] for one in late)
        found.append(Finding(words, str(most), str(most_late), "no more", most_late <= most))
    found.append(
        Finding(
            "processor time to the painted window",
            f"{median(starts['morning']):.0f} ms",
            f"{median(starts['evening']):.0f} ms (× {start_ratio:.2f})",
            f"≤ × {MOST_SLOWER_START}",
            start_ratio <= MOST_SLOWER_START,
        )
    )
    return found


def table(found: Sequence[Finding]) -> str:
    """Return the findings as a table in Markdown."""
    head = "| what | at the beginning | at the end | target | |\n|---|---:|---:|---:|---|"
    marks = {True: "met", False: "**missed**", None: ""}
    lines = [
        f"| {one.what} | {one.first} | {one.last} | {one.target} | {marks[one.is_met]} |" for one in found
    ]
    return "\n".join([head, *lines])


def _child(home: Path, course: Path, turns: int, playing_ms: int, report: Path) -> dict[str, Any]:
    command = (sys.executable, Path(__file__).with_name("child.py"), home, course, turns, playing_ms, report)
    environment = {**environment_apart(), "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    subprocess.run(tuple(map(str, command)), env=environment, check=True, timeout=_PATIENCE_SECONDS)
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return told


def _start(home: Path) -> Run:
    settled = {"QT_QPA_PLATFORM": "offscreen", HOME_VARIABLE: str(home), "BENCH_SETTLED_MS": "200"}
    return start_once("ours", {**environment_apart(), **settled})


if __name__ == "__main__":
    sys.exit(main())
