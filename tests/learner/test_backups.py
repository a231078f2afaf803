"""Backups are made as one works, thinned by age, told in words, and can be restored."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.backups import MOST_BYTES, Backup, contents, no_longer_kept
from courseplayer.learner.errors import ForeignStoreError
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import DraftKind, SaveReason
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP = StepId("a1b2")
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def places(db: Path, tmp_path: Path) -> StorePlaces:
    return StorePlaces(db, tmp_path / "share" / "backups")


@pytest.fixture
def keeper(places: StorePlaces, clock: SetClock) -> Iterator[StoreKeeper]:
    kept = StoreKeeper(places, clock)
    yield kept
    kept.close()


def _write(text: str, store: LearnerStore) -> None:
    learner = store.last_learner()
    if learner is None:
        learner = store.add_learner("Almaz").id
        store.choose_learner(learner)
    document = Document.from_plain_text(text)
    store.save_draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.LEAVING)


def _text(store: LearnerStore) -> str:
    learner = store.last_learner()
    assert learner is not None
    draft = store.draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT)
    assert draft is not None
    return draft.document.plain_text()


def test_a_backup_is_made_every_half_hour_of_changes(keeper: StoreKeeper, clock: SetClock) -> None:
    assert keeper.back_up() is None
    keeper.run(lambda store: _write("one", store))
    assert keeper.back_up() is not None
    keeper.run(lambda store: _write("one two", store))
    clock.move(seconds=29 * 60)
    assert keeper.back_up() is None
    clock.move(seconds=2 * 60)
    assert keeper.back_up() is not None
    clock.move(seconds=3_600)
    assert keeper.back_up() is None, "nothing was changed"


def test_a_clock_that_was_set_back_does_not_stop_backups(keeper: StoreKeeper, clock: SetClock) -> None:
    keeper.run(lambda store: _write("one", store))
    assert keeper.back_up() is not None
    clock.move(days=-400)
    keeper.run(lambda store: _write("two", store))
    assert keeper.back_up() is not None
    assert len(keeper.backups()) == 2


def test_a_backup_tells_in_words_what_it_holds(keeper: StoreKeeper, clock: SetClock) -> None:
    keeper.run(lambda store: _write("We listened to patients.", store))
    keeper.back_up()
    ((backup, held),) = keeper.backups()
    assert backup.made_at == clock.now()
    assert held.learners == ("Almaz",)
    (text,) = held.texts
    assert (text.learner, text.step_id, text.words, text.saved_at) == ("Almaz", STEP, 4, clock.now())


def test_a_second_place_gets_a_copy_and_a_missing_one_is_passed_over(
    places: StorePlaces, clock: SetClock
) -> None:
    (places.store.parent.parent / "share").write_text("a file where the share was", encoding="ascii")
    keeper = StoreKeeper(places, clock)
    keeper.run(lambda store: _write("one", store))
    assert keeper.back_up() is not None
    (places.store.parent.parent / "share").unlink()
    backup = keeper.back_up(is_forced=True)
    keeper.close()
    assert backup is not None
    assert places.second_backups is not None
    copy = places.second_backups / backup.path.name
    assert contents(copy) == contents(backup.path)


def test_restoring_brings_the_text_back_and_keeps_what_was_there(
    keeper: StoreKeeper, places: StorePlaces, clock: SetClock
) -> None:
    keeper.run(lambda store: _write("the good text", store))
    backup = keeper.back_up()
    assert backup is not None
    keeper.run(lambda store: _write("a bad text", store))
    kept = keeper.restore(backup.path)
    assert keeper.run(_text) == "the good text"
    assert [text.words for text in contents(kept).texts] == [3]
    keeper.close()
    other = StoreKeeper(StorePlaces(kept), clock)
    assert other.run(_text) == "a bad text"
    other.close()
    assert places.store.parent == kept.parent


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_a_broken_backup_is_refused_and_changes_nothing(
    keeper: StoreKeeper, places: StorePlaces, damage: bytes | None
) -> None:
    keeper.run(lambda store: _write("kept", store))
    backup = keeper.back_up()
    assert backup is not None
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[:4096] + b"\xee" * (len(whole) - 4096) if damage is None else damage)
    with pytest.raises(PlainError, match=r"cannot be read.*safe"):
        keeper.restore(backup.path)
    assert keeper.run(_text) == "kept"
    assert keeper.backups() == ()
    assert not list(places.store.parent.glob("*restor*"))


def test_a_backup_of_a_newer_release_is_refused(keeper: StoreKeeper) -> None:
    keeper.run(lambda store: _write("kept", store))
    backup = keeper.back_up()
    assert backup is not None
    with closing(sqlite3.connect(backup.path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(PlainError, match="cannot be read") as refusal:
        keeper.restore(backup.path)
    assert isinstance(refusal.value.__cause__, ForeignStoreError)
    assert keeper.run(_text) == "kept"


def _made(*ages: timedelta, size_bytes: int = 1_000) -> list[Backup]:
    return [Backup(Path(f"{age}"), NOW - age, size_bytes) for age in ages]


def test_one_an_hour_one_a_day_one_a_week_are_kept() -> None:
    half_hours = [timedelta(minutes=30 * number) for number in range(2 * 24 * 80)]
    backups = _made(*half_hours)
    gone = set(no_longer_kept(backups, NOW))
    ages = [NOW - backup.made_at for backup in backups if backup not in gone]
    day, week = timedelta(days=1), timedelta(days=7)
    assert sum(age < timedelta(hours=2) for age in ages) == 4
    assert 24 <= sum(age < day for age in ages) <= 28
    assert 6 <= sum(day <= age < week for age in ages) <= 8
    assert 7 <= sum(week <= age for age in ages) <= 10
    assert max(ages) < timedelta(days=63)
    assert timedelta(0) in ages


def test_all_together_stay_within_bounds_but_the_newest_is_kept() -> None:
    backups = _made(*(timedelta(hours=number) for number in range(20)), size_bytes=MOST_BYTES // 4)
    gone = no_longer_kept(backups, NOW)
    assert len(backups) - len(gone) == 4
    assert backups[0] not in gone
    huge = _made(timedelta(days=100), size_bytes=2 * MOST_BYTES)
    assert no_longer_kept(huge, NOW) == ()


@given(st.lists(st.integers(-10_000, 200_000), min_size=1, unique=True))
def test_the_newest_is_always_kept_and_thinning_twice_changes_nothing(minutes: list[int]) -> None:
    backups = _made(*(timedelta(minutes=number) for number in minutes))
    gone = set(no_longer_kept(backups, NOW))
    kept = [backup for backup in backups if backup not in gone]
    assert max(backups, key=lambda backup: backup.made_at) in kept
    assert no_longer_kept(kept, NOW) == ()
