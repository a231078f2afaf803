"""Lives through a long day in a process of its own: ``child.py HOME COURSE TURNS PLAYING_MS REPORT``."""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

from benchmarks.waiting import wait_until  # noqa: E402
from courseplayer import app  # noqa: E402
from making.clock import SetClock  # noqa: E402
from making.journey import Journey  # noqa: E402
from soak.counting import kinds_of_objects, open_files, sample  # noqa: E402
from soak.day import TURN_MINUTES, LongDay  # noqa: E402


class Patient:
    """Waits as pytest-qt's ``qtbot`` does."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802
        """Handle events until it is so."""
        wait_until(callback, "the window does what was asked", timeout / 1_000)


def main(home: str, course: str, turns: str, playing_ms: str, report: str) -> None:
    """Live through the day, and write down what each ten minutes left behind."""
    application = app.make_application()
    clock = SetClock()
    setattr(app, "SystemClock", lambda: clock)  # noqa: B010 - one clock for the whole program
    journey = Journey(application, Patient(), Path(home))
    work = Path(report).parent
    day = LongDay(journey, clock, work, playing_ms=int(playing_ms))
    day.begin(Path(course))
    samples, kinds, files, since = [], [], [], time.monotonic()
    for number in range(1, int(turns) + 1):
        day.turn()
        samples.append(sample(number * TURN_MINUTES))
        kinds.append(kinds_of_objects())
        files.append(open_files())
        told = samples[-1]
        print(
            f"{told.simulated_minutes:4} min: {told.memory_mb:.1f} MB, {told.handles} handles, "
            f"{told.threads} threads, {told.objects} objects, {told.wrappers} wrappers "
            f"({time.monotonic() - since:.0f} s)",
            file=sys.stderr,
            flush=True,
        )
    journey.end()
    told_all = {
        "samples": [asdict(one) for one in samples],
        "counts": dict(day.counts),
        "kinds": kinds,
        "files": files,
        "seconds": round(time.monotonic() - since),
    }
    Path(report).write_text(json.dumps(told_all, indent=1), encoding="utf-8")
    sys.stderr.flush()
    # Ending well is not what is measured.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
