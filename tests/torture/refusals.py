"""Lets the disk refuse every write and sync of a journey, one after another, and looks at what is left."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from torture.journeys import JOURNEYS, TOLD, wrong_after
from torture.recorder import acknowledged_in, journey_command, record

ERRORS = ("ENOSPC", "EIO")
_CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename")
_NAME = re.compile(r"^(?:\d+ +)?(\w+)\(")


def points(name: str, work: Path, rounds: int) -> list[tuple[str, int]]:
    """Return every point of a journey at which the disk can refuse: a system call and its number."""
    _prepare(name, work)
    record(name, work / "home", work / "calls.log", rounds)
    with (work / "calls.log").open(encoding="ascii", errors="replace") as lines:
        calls = Counter(found[1] for line in lines if (found := _NAME.match(line)))
    return [(call, number) for call in _CALLS for number in range(1, calls[call] + 1)]


def refuse(name: str, work: Path, rounds: int, point: tuple[str, int], error: str) -> str:
    """Do a journey during which one call is refused; returns what is wrong, empty when all is as promised."""
    _prepare(name, work)
    call, number = point
    strace = ["strace", "-f", "-qq", "-e", f"trace={call}", "-o", "/dev/null"]
    inject = ["-e", f"inject={call}:error={error}:when={number}"]
    folder = work / "home"
    run = subprocess.run(
        [*strace, *inject, *journey_command(name, folder, rounds)], capture_output=True, check=False
    )
    where = f"{name}, {call} {number} {error}"
    if run.returncode not in {0, TOLD}:
        last = run.stderr.decode(errors="replace").strip().splitlines()[-1:]
        # Where its own acknowledgement could not be written, the journey itself is at its end.
        if call != "write" or "OSError" not in "".join(last):
            return f"{where}: not told in a sentence: {last}"
    told = wrong_after(name, folder, acknowledged_in(run.stdout))
    return f"{where}: {told}" if told else ""


def _prepare(name: str, work: Path) -> None:
    folder = work / "home"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    JOURNEYS[name].prepare(folder)
