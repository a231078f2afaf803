"""Playing from the store against a plain file, and the memory of the whole program while it plays."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import mpv
from benchmarks.apart import BrokenApartError, call_apart
from benchmarks.courses import film_course
from benchmarks.display import displays
from benchmarks.effort import Effort
from benchmarks.figures import median, paired_ratio
from benchmarks.film import film
from benchmarks.memory import resident_mb
from benchmarks.place import emptied_folder
from benchmarks.results import Bound, Row, Target, at_most
from courseplayer.course.transcript import Cue
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.paths import HOME_VARIABLE

_CUE_EVERY_MS = 4_000
_PLAIN_FILE = "the same player with the plain file"
_WINDOW = "1180x720"
Played = Mapping[str, float]


def measure(effort: Effort) -> list[Row]:
    """Play the same film both ways in turn, on each kind of display."""
    film_seconds, rounds, seconds = effort.of((12, 1, 2), (60, 3, 6), (300, 7, 15))
    path = film(film_seconds)
    cues = [Cue(at_ms, None, None, f"At {at_ms}.") for at_ms in range(0, film_seconds * 1_000, _CUE_EVERY_MS)]
    rows: list[Row] = []
    with emptied_folder("playing") as folder, displays(effort) as at_hand:
        course = folder / "film.course"
        write_course(film_course(path, cues), course, SilentTask())
        for platform, environment in at_hand.items():
            try:
                rows += _both_ways(platform, environment, course, path, rounds, seconds)
                if platform != "offscreen":
                    here = {**environment, HOME_VARIABLE: str(folder / "home")}
                    rows.append(_memory(platform, here, course, path, effort))
            except BrokenApartError as broken:
                rows.append(Row(f"playing ({platform})", note=f"broke: {broken}"))
    return rows


def _both_ways(
    platform: str, environment: Mapping[str, str], course: Path, path: Path, rounds: int, seconds: int
) -> list[Row]:
    pairs = []
    for number in range(rounds):
        ways = [("play_store", course), ("play_file", path)]
        # Whoever comes second must not always be the one with the warmer machine.
        done = {
            name: call_apart(f"benchmarks.playing_child:{name}", str(given), seconds, environment=environment)
            for name, given in (ways if number % 2 == 0 else reversed(ways))
        }
        pairs.append((done["play_store"], done["play_file"]))
    store, file = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    frames = f"of {sum(run['frames'] + run['dropped'] for run in store):.0f} frames"
    return [
        Row(
            f"playing from the store: dropped frames ({platform})",
            "frames",
            _sum(store, "dropped"),
            _sum(file, "dropped"),
            _PLAIN_FILE,
            Target(Bound.DIFFERENCE_AT_MOST, 0),
            note=frames,
        ),
        Row(
            f"playing from the store: CPU ({platform})",
            "% of a core",
            median([run["cpu_percent"] for run in store]),
            median([run["cpu_percent"] for run in file]),
            _PLAIN_FILE,
            at_most(1.1),
            paired_ratio([run["cpu_percent"] for run in store], [run["cpu_percent"] for run in file]),
            f"median of {rounds} times {seconds} s, in turn",
        ),
    ]


def _sum(runs: Sequence[Any], name: str) -> float:
    return float(sum(run[name] for run in runs))


def _memory(platform: str, environment: Mapping[str, str], course: Path, path: Path, effort: Effort) -> Row:
    name = f"memory while playing ({platform})"
    rounds, seconds = effort.of((1, 1), (2, 6), (3, 6))
    ours, theirs = [], []
    for _ in range(rounds):
        child = "benchmarks.playing_child:memory_of_program"
        ours.append(call_apart(child, str(course), seconds, environment=environment))
        if mpv.is_at_hand():
            with mpv.mpv_playing(path, environment, _WINDOW) as process:
                time.sleep(seconds)
                theirs.append(resident_mb(process))
    if not theirs or min(theirs) <= 0:
        return Row(name, "MB", target=at_most(1.5), note=mpv.MISSING if not theirs else "mpv did not start")
    against = "mpv playing the same file in a window of the same size"
    note = f"the whole program after {seconds} s; resident"
    return Row(name, "MB", median(ours), median(theirs), against, at_most(1.5), note=note)
