"""Power that goes: the process is killed for real, in the midst of saving or of moving to a new version."""

import itertools
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from courseplayer.course.outline import CourseId, StepId
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind
from making import learner_child
from making.clock import SetClock

KILLS = 40


def _start(action: str, path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, learner_child.__file__, action, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _acknowledged_before_kill(path: Path, saves: int, pause_seconds: float) -> int:
    with _start("save", path) as child:
        assert child.stdout is not None
        lines = list(itertools.islice(child.stdout, saves))
        time.sleep(pause_seconds)
        child.kill()
        lines += child.stdout.readlines()
    whole = [line for line in lines if line.endswith("\n")]
    return int(whole[-1])


def test_every_acknowledged_save_reads_back_after_forty_kills(db: Path, clock: SetClock) -> None:
    chance = random.Random(20261124)
    for _ in range(KILLS):
        acknowledged = _acknowledged_before_kill(db, chance.randint(1, 8), chance.random() / 50)
        store = open_learner_store(db, clock)
        learner = store.last_learner()
        assert learner is not None
        draft = store.draft(learner, CourseId("c"), StepId("s"), DraftKind.ASSIGNMENT)
        assert draft is not None
        saved, *words = draft.document.plain_text().split()
        # The save that was under way may have been finished, but not acknowledged.
        assert int(saved) in {acknowledged, acknowledged + 1}
        assert len(words) == int(saved) % 900
        store.close()
    with closing(sqlite3.connect(db)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migration_killed_half_way_leaves_the_old_version_whole(released_db: Path, clock: SetClock) -> None:
    open_learner_store(released_db, clock).close()
    before = _dump(released_db)
    with _start("migrate", released_db) as child:
        assert child.stdout is not None
        child.stdout.readline()
        wal = released_db.with_name(released_db.name + "-wal")
        while not wal.exists() or wal.stat().st_size < 5_000_000:
            assert child.poll() is None
            time.sleep(0.01)
        child.kill()
    assert _dump(released_db) == before
    store = open_learner_store(released_db, clock)
    assert len(store.learners()) == 2
    store.close()


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return [*raw.iterdump(), str(raw.execute("PRAGMA user_version").fetchone())]
