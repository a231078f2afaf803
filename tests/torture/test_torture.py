"""A short stretch of what `make torture` does at length: kills, power cuts, refusals, rivals."""

import random
import shutil
import sys
from pathlib import Path

import pytest

from torture.disk import Disk, Written
from torture.journeys import JOURNEYS
from torture.kills import kill
from torture.powercut import cut_power
from torture.refusals import ERRORS, points, refuse
from torture.rivals import COMMANDS, WINDOWS, rival

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None or not sys.platform.startswith("linux"), reason="strace is not here"
)


@pytest.mark.parametrize("name", JOURNEYS)
def test_nothing_acknowledged_is_lost_to_kills(name: str, tmp_path: Path) -> None:
    count, wrong = kill(name, tmp_path, seed=1, count=2)
    assert count == 2
    assert wrong == []


@needs_strace
@pytest.mark.parametrize("name", JOURNEYS)
def test_nothing_acknowledged_is_lost_to_power_cuts(name: str, tmp_path: Path) -> None:
    count, wrong = cut_power(name, tmp_path, seed=1, rounds=2, most_states=15)
    assert 10 <= count <= 15
    assert wrong == []


@needs_strace
@pytest.mark.parametrize("name", JOURNEYS)
def test_a_disk_that_refuses_is_told_and_loses_nothing(name: str, tmp_path: Path) -> None:
    every = points(name, tmp_path, rounds=1)
    chance = random.Random(1)
    wrong = [refuse(name, tmp_path, 1, chance.choice(every), error) for error in ERRORS]
    assert len(every) >= 5
    assert wrong == ["", ""]


def test_rivals_wait_for_each_other_or_are_refused(tmp_path: Path) -> None:
    saved, wrong = rival(tmp_path / "learner.db", seconds=2)
    assert wrong == []
    assert set(saved) == {*WINDOWS, *COMMANDS}
    assert sum(saved.values()) > 0


def test_the_disk_loses_what_was_not_synced() -> None:
    disk = Disk({"/d/a": b"old"})
    disk.change("/d/a", Written(0, b"new"))
    disk.create("/d/b")
    states = list(disk.after_power_cut(random.Random(1)))
    assert {"/d/a": b"old"} in states
    assert {"/d/a": b"new", "/d/b": b""} in states
    disk.sync("/d/a")
    disk.sync("/d")
    assert list(disk.after_power_cut(random.Random(1))) == [{"/d/a": b"new", "/d/b": b""}] * 4


def test_the_simulation_finds_a_store_that_does_not_wait_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this, a simulation that never finds anything would look like a store that never fails."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not here")
    hasty = tmp_path / "hasty"
    hasty.mkdir()
    (hasty / "sitecustomize.py").write_text(
        "from courseplayer.learner import database\n"
        "database._PRAGMAS = tuple(p.replace('FULL', 'OFF') for p in database._PRAGMAS)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", f"{hasty}:{':'.join(sys.path)}")
    _count, wrong = cut_power("typing", tmp_path / "work", seed=1, rounds=2)
    assert wrong
