"""How the store is, found out without leaving a trace."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.learner.health import StoreState, learner_names, store_health
from courseplayer.learner.migrations import MIGRATIONS
from courseplayer.learner.store import LearnerStore

_CRASH = """
import os, sys
from pathlib import Path
from courseplayer.learner.store import open_learner_store
from courseplayer.system.clock import SystemClock
store = open_learner_store(Path(sys.argv[1]), SystemClock())
store.add_learner("Almaz")
os._exit(1)
"""


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _filled(path: Path) -> None:
    """Fill a store in another process, so that this one holds no lock on it."""
    subprocess.run([sys.executable, "-c", _CRASH.replace("os._exit(1)", "store.close()"), path], check=True)


def test_nobody_has_learned_here(tmp_path: Path) -> None:
    assert store_health(tmp_path / "learner.db").state is StoreState.NONE
    assert list(tmp_path.iterdir()) == []


def test_a_sound_store_is_counted_and_left_as_it_is(db: Path) -> None:
    _filled(db)
    before = _files(db.parent)
    health = store_health(db)
    version = len(MIGRATIONS)
    assert (health.state, health.version, health.learners, health.texts) == (StoreState.SOUND, version, 1, 0)
    assert learner_names(db) == ("Almaz",)
    assert _files(db.parent) == before


def test_a_store_in_use_is_looked_at_beside_its_user(db: Path, store: LearnerStore) -> None:
    store.add_learner("Almaz")
    health = store_health(db)
    assert (health.state, health.learners) == (StoreState.SOUND, 1)
    store.add_learner("Bekele")
    assert learner_names(db) == ("Almaz", "Bekele")


def test_what_a_crash_left_is_read_from_a_copy(db: Path) -> None:
    run = subprocess.run([sys.executable, "-c", _CRASH, db], check=False)
    assert run.returncode == 1
    db.with_name("learner.db-shm").unlink()
    before = _files(db.parent)
    assert set(before) == {"learner.db", "learner.db-wal"}
    health = store_health(db)
    assert (health.state, health.learners) == (StoreState.SOUND, 1)
    assert _files(db.parent) == before


def test_a_newer_store_is_told_and_left_as_it_is(db: Path) -> None:
    _filled(db)
    with closing(sqlite3.connect(db)) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = _files(db.parent)
    health = store_health(db)
    assert (health.state, health.version) == (StoreState.NEWER, 99)
    assert "written by a newer Course Player" in health.sentence
    assert _files(db.parent) == before


def test_a_damaged_store_is_told(db: Path) -> None:
    _filled(db)
    data = bytearray(db.read_bytes())
    data[200:3_000] = bytes(2_800)
    db.write_bytes(data)
    health = store_health(db)
    assert health.state is StoreState.DAMAGED
    assert "Do not delete it" in health.sentence


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", StoreState.DAMAGED),
        (bytes(4096), StoreState.DAMAGED),
        (b"Dear diary", StoreState.FOREIGN),
        (b"SQLite format 3\0" + bytes(2000), StoreState.DAMAGED),
    ],
)
def test_what_is_no_store_is_told(tmp_path: Path, content: bytes, state: StoreState) -> None:
    path = tmp_path / "learner.db"
    path.write_bytes(content)
    assert store_health(path).state is state
    assert learner_names(path) == ()
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_told(tmp_path: Path) -> None:
    path = tmp_path / "learner.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    assert store_health(path).state is StoreState.FOREIGN


def test_a_large_store_is_not_looked_at_for_ever(db: Path) -> None:
    _filled(db)
    with closing(sqlite3.connect(db)) as raw:
        raw.execute(
            "CREATE TABLE many AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i, randomblob(50) AS b FROM n LIMIT 200000"
        )
        raw.execute("CREATE INDEX many_b ON many (b)")
        raw.commit()
    health = store_health(db, most_seconds=0)
    assert (health.state, health.learners) == (StoreState.UNFINISHED, 1)
    assert store_health(db).state is StoreState.SOUND


def test_a_folder_in_the_place_of_the_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "learner.db").mkdir()
    assert store_health(tmp_path / "learner.db").state is StoreState.UNREADABLE
