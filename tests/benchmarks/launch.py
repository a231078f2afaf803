"""From the start of the process to the first painted window with the shelf's cards, and the memory then."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.apart import environment_apart
from benchmarks.courses import shelf_course
from benchmarks.display import displays
from benchmarks.effort import Effort
from benchmarks.figures import median, paired_ratio
from benchmarks.place import emptied_folder
from benchmarks.results import Bound, Row, Target, at_most
from courseplayer.coursefile import snapshot
from courseplayer.coursefile.library import find_courses
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.paths import HOME_VARIABLE, standard_paths

_CHILD = Path(__file__).with_name("launch_child.py")
_COURSES = 5
_EMPTY = "empty PySide6 window with a text browser"
Run = tuple[float, float, float, int]
"""Time and processor time to the paint (ms), memory (MB), cards that were shown."""


def measure(effort: Effort) -> list[Row]:
    """Start both windows in turn, on each kind of display."""
    rounds = effort.of(1, 5, 15)
    rows: list[Row] = []
    with emptied_folder("home") as home, displays(effort) as at_hand:
        _fill_shelf(home)
        for platform, environment in at_hand.items():
            settled_ms = str(effort.of(200, 2_500, 2_500))
            here = {
                **environment_apart(environment),
                HOME_VARIABLE: str(home),
                "BENCH_SETTLED_MS": settled_ms,
            }
            try:
                pairs = [(start_once("ours", here), start_once("empty", here)) for _ in range(rounds + 1)][1:]
            except subprocess.CalledProcessError as broken:
                last = (broken.stderr or "no words").strip().splitlines()[-1]
                rows.append(Row(f"launch ({platform})", note=f"did not start: {last}"))
                continue
            rows += _rows(platform, pairs)
    return rows


def _rows(platform: str, pairs: list[tuple[Run, Run]]) -> list[Row]:
    ours, empty = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    cards = min(run[3] for run in ours)
    painted, empty_painted = [run[0] for run in ours], [run[0] for run in empty]
    return [
        Row(
            f"launch → painted window ({platform})",
            "ms",
            median(painted),
            median(empty_painted),
            _EMPTY,
            at_most(1.5),
            paired_ratio(painted, empty_painted),
            f"{cards} cards; spread {min(painted):.0f} to {max(painted):.0f} ms",
        ),
        Row(
            f"… of which processor time ({platform})",
            "ms",
            median([run[1] for run in ours]),
            median([run[1] for run in empty]),
            _EMPTY,
            paired_ratio=paired_ratio([run[1] for run in ours], [run[1] for run in empty]),
            note="also holds on a busy machine",
        ),
        Row(
            f"memory after launch ({platform})",
            "MB",
            median([run[2] for run in ours]),
            median([run[2] for run in empty]),
            _EMPTY,
            Target(Bound.DIFFERENCE_AT_MOST, 40),
            note="resident, 2.5 s after the paint",
        ),
    ]


def _fill_shelf(home: Path) -> None:
    paths = standard_paths({**os.environ, HOME_VARIABLE: str(home)})
    paths.ensure()
    for index in range(_COURSES):
        write_course(shelf_course(index), paths.user_courses / f"{index}.course", SilentTask())
    snapshot.save(paths.shelf_snapshot, find_courses((paths.user_courses,)))


def start_once(which: str, environment: Mapping[str, str]) -> Run:
    """Start ``ours`` or the ``empty`` window in a process of its own."""
    environment = {**environment, "BENCH_STARTED_NS": str(time.monotonic_ns())}
    done = subprocess.run(
        (sys.executable, str(_CHILD), which),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    painted_ms, used_ms, memory_mb, cards = done.stdout.split()
    return float(painted_ms), float(used_ms), float(memory_mb), int(cards)
