"""A learner's store in a real file, with a clock that tests set."""

from collections.abc import Iterator
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
