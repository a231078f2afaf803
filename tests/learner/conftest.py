"""A learner's store in a real file, with a clock that tests set."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.learner.store import LearnerStore, open_learner_store
from making.clock import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "data" / "learner.db"


@pytest.fixture
def store(db: Path, clock: SetClock) -> Iterator[LearnerStore]:
    opened = open_learner_store(db, clock)
    yield opened
    opened.close()


@pytest.fixture
def released_db(tmp_path: Path) -> Path:
    """Return a learner.db as release 0.1.0 left it."""
    path = tmp_path / "released" / "learner.db"
    path.parent.mkdir()
    frozen = Path(__file__).resolve().parents[1] / "data" / "learner" / "learner-0.1.0.sql"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(frozen.read_text(encoding="utf-8"))
    return path
