"""A pulled stick, a quota, another stick in its place: told, nothing lost, and going on afterwards."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.errors import (
    DamagedStoreError,
    FullDiskError,
    LearnerStoreError,
    LostStoreError,
    storage_told,
)
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import Draft, DraftKind, LearnerId, SaveReason
from making.clock import SetClock

COURSE, STEP = CourseId("clinic"), StepId("a1b2")


@pytest.fixture
def keeper(db: Path, clock: SetClock) -> Iterator[StoreKeeper]:
    made = StoreKeeper(StorePlaces(db), clock)
    made.run(lambda store: store.add_learner("Almaz"))
    yield made
    made.close()


def _save(text: str, store: LearnerStore) -> Draft:
    document = Document.from_plain_text(text)
    learner = store.learners()[0].id
    return store.save_draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.AUTOSAVE)


def _words(db: Path, clock: SetClock) -> str:
    opened = open_learner_store(db, clock)
    draft = opened.draft(LearnerId(1), COURSE, STEP, DraftKind.ASSIGNMENT)
    opened.close()
    return "" if draft is None else draft.document.plain_text()


def test_a_store_that_was_taken_away_is_told_and_used_again_when_it_is_back(
    keeper: StoreKeeper, db: Path, tmp_path: Path, clock: SetClock
) -> None:
    keeper.run(partial(_save, "kept"))
    db.parent.rename(tmp_path / "pulled")
    for _again in range(2):
        with pytest.raises(LostStoreError, match="is not there"):
            keeper.run(partial(_save, "not saved"))
    assert not db.exists()
    (tmp_path / "pulled").rename(db.parent)
    assert keeper.run(partial(_save, "saved now")).words == 2
    keeper.close()
    assert _words(db, clock) == "saved now"


def test_no_folder_is_made_where_a_stick_was(keeper: StoreKeeper, db: Path, tmp_path: Path) -> None:
    keeper.run(partial(_save, "kept"))
    db.parent.rename(tmp_path / "pulled")
    for is_told in (False, True):
        if is_told:
            with pytest.raises(LostStoreError):
                keeper.run(partial(_save, "not saved"))
        assert keeper.back_up() is None
        with pytest.raises(LostStoreError):
            keeper.back_up(is_forced=True)
        assert not db.parent.exists()


def test_words_are_never_acknowledged_for_a_file_without_a_name(keeper: StoreKeeper, db: Path) -> None:
    shutil.rmtree(db.parent)
    with pytest.raises(LostStoreError):
        keeper.run(partial(_save, "into nothing"))


def test_nobodys_words_go_to_another_stick_in_its_place(
    keeper: StoreKeeper, db: Path, tmp_path: Path, clock: SetClock
) -> None:
    db.parent.rename(tmp_path / "pulled")
    other = open_learner_store(db, clock)
    other.add_learner("Somebody else")
    other.close()
    for _again in range(2):
        with pytest.raises(LostStoreError, match="is not there"):
            keeper.run(partial(_save, "mine"))
    assert _words(db, clock) == ""


def test_a_store_that_comes_back_damaged_is_told_and_left_for_the_next_start(
    keeper: StoreKeeper, db: Path
) -> None:
    keeper.run(partial(_save, "words " * 5_000))
    keeper.close()
    damaged = db.read_bytes()[:4096] + b"\xaa" * (len(db.read_bytes()) - 4096)
    db.write_bytes(damaged)
    with pytest.raises(DamagedStoreError, match="left as it is"):
        keeper.run(partial(_save, "more"))
    assert db.read_bytes() == damaged
    assert not list(db.parent.glob("learner-damaged-*"))


def _failing(code: int, times: int) -> Callable[[LearnerStore], Draft]:
    """Return a save that SQLite refuses a few times, as it does when a quota is used up."""
    left = [times]

    def work(store: LearnerStore) -> Draft:
        if left[0]:
            left[0] -= 1
            refusal = sqlite3.OperationalError("disk I/O error")
            refusal.sqlite_errorcode = code
            with storage_told(Path("learner.db")):
                raise refusal
        return _save("saved", store)

    return work


def _no_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_used_up_quota_costs_the_reserve_and_not_the_words(
    keeper: StoreKeeper, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = db.with_suffix(".reserve")
    assert kept.exists()
    with monkeypatch.context() as patch:
        _no_quota(patch)
        assert keeper.run(_failing(sqlite3.SQLITE_IOERR_WRITE, 1)).words == 1
    assert not kept.exists()
    assert not list(db.parent.glob("*.probe"))


def test_a_used_up_quota_without_a_reserve_is_told_as_a_full_disk(
    keeper: StoreKeeper, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.with_suffix(".reserve").unlink()
    with monkeypatch.context() as patch:
        _no_quota(patch)
        with pytest.raises(FullDiskError, match="disk is full"):
            keeper.run(_failing(sqlite3.SQLITE_IOERR_WRITE, 9))
    assert keeper.run(partial(_save, "room again")).words == 2


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN]
)
def test_a_failing_disk_is_told_keeps_the_reserve_and_is_opened_anew(
    keeper: StoreKeeper, db: Path, clock: SetClock, code: int
) -> None:
    with pytest.raises(LearnerStoreError) as told:
        keeper.run(_failing(code, 1))
    assert not isinstance(told.value, FullDiskError)
    assert db.with_suffix(".reserve").exists()
    assert keeper.run(partial(_save, "saved now")).words == 2
    keeper.close()
    assert _words(db, clock) == "saved now"


@pytest.mark.parametrize("days", [-1, -4000])
def test_a_clock_that_was_set_back_writes_over_nothing(
    keeper: StoreKeeper, clock: SetClock, days: int
) -> None:
    first = keeper.run(partial(_save, "one"))
    clock.move(days=days)
    second = keeper.run(partial(_save, "one two"))
    assert second.words == 2
    states = keeper.run(lambda store: [one.words for one in store.revisions(first.id)])
    assert states == [2, 1]
    assert keeper.run(lambda store: store.drafts(LearnerId(1)))[0].words == 2
