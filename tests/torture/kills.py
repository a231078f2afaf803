"""Kills real processes at random moments of a journey, and looks at what is left."""

import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from torture.journeys import JOURNEYS, wrong_after
from torture.recorder import acknowledged_in, journey_command

# Long enough that no journey ends by itself before it is killed.
_ROUNDS = 400


def kill(name: str, work: Path, seed: int, count: int) -> tuple[int, list[str]]:
    """Return how many processes were killed, and what was wrong after any of them."""
    chance = random.Random(seed)
    wrong = []
    for number in range(count):
        folder = work / "home"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        JOURNEYS[name].prepare(folder)
        output, exit_code = _killed(name, folder, chance)
        if exit_code not in {0, -signal.SIGKILL}:
            wrong.append(f"{name}, kill {number}: it ended by itself with {exit_code}")
        if told := wrong_after(name, folder, acknowledged_in(output)):
            wrong.append(f"{name}, kill {number}: {told}")
    return count, wrong


def _killed(name: str, folder: Path, chance: random.Random) -> tuple[bytes, int]:
    with subprocess.Popen(journey_command(name, folder, _ROUNDS), stdout=subprocess.PIPE) as child:
        before = _names(folder)
        # Wait for the first trace of work: before it there is nothing to interrupt.
        while child.poll() is None and _names(folder) == before:
            time.sleep(0.002)
        time.sleep(chance.random() * chance.choice((0.02, 0.1, 0.4)))
        child.kill()
        assert child.stdout is not None
        return child.stdout.read(), child.wait()


def _names(folder: Path) -> set[tuple[str, int]]:
    found = set()
    for path in folder.rglob("*"):
        try:
            found.add((str(path), path.stat().st_mtime_ns))
        except FileNotFoundError:
            continue
    return found
