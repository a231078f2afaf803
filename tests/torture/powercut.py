"""Cuts the power at every write and sync of a journey; the program's own code looks at what is left."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from torture.journeys import JOURNEYS, wrong_after
from torture.recorder import Playback, record


def cut_power(
    name: str, work: Path, seed: int, rounds: int, most_states: int | None = None
) -> tuple[int, list[str]]:
    """Return how many disks were looked at, and what was wrong with any of them."""
    folder = work / "home"
    folder.mkdir(parents=True)
    JOURNEYS[name].prepare(folder)
    files = _content(folder)
    record(name, folder, work / "calls.log", rounds)
    shutil.rmtree(folder)
    chance = random.Random(seed)
    states = list(_states(Playback(work / "calls.log", folder, files), chance))
    if most_states is not None and len(states) > most_states:
        states = chance.sample(states, most_states)
    wrong = []
    for after, acknowledged, disk in states:
        _lay_out(folder, disk)
        if told := wrong_after(name, folder, acknowledged):
            wrong.append(f"{name}, {after}: {told}")
    return len(states), wrong


def _states(playback: Playback, chance: random.Random) -> Iterator[tuple[str, int, dict[str, bytes]]]:
    seen: set[int] = set()
    for number, call in enumerate(playback.steps()):
        for disk in playback.disk.after_power_cut(chance):
            key = hash((playback.acknowledged, tuple(sorted(disk.items()))))
            if key not in seen:
                seen.add(key)
                yield f"call {number} ({call})", playback.acknowledged, disk


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _lay_out(folder: Path, disk: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in disk.items():
        # Shared memory is gone with the power.
        if not name.endswith("-shm"):
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
