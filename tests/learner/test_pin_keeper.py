"""A PIN reaches the copies of the store too: backups, set-aside files, what a damaged store gives back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.backups import contents, restore
from courseplayer.learner.errors import LostStoreError
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.merging import LOST_COURSE
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.salvage import is_damaged
from courseplayer.learner.seals import LockedLearnerError
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind, LearnerId, SaveReason, TypedPin
from making.clock import SetClock
from making.every_byte import files_with

COURSE = CourseId("clinic")
STEPS = tuple(StepId(f"step{number}") for number in range(40))
PIN = "482913"
RIGHT = TypedPin(PIN)
SECRET, OPEN = "Zanzibar", "Timbuktu"


def _write(store: LearnerStore, learner: LearnerId, step: StepId, text: str) -> None:
    document = Document.from_plain_text(text)
    store.save_draft(learner, COURSE, step, DraftKind.ASSIGNMENT, document, SaveReason.LEAVING)


def _fill(store: LearnerStore) -> None:
    for name, word in (("Almaz", SECRET), ("Bekele", OPEN)):
        learner = store.add_learner(name).id
        for number, step in enumerate(STEPS):
            _write(store, learner, step, f"{name} {number} " + f"{word} " * 400)


def _id(keeper: StoreKeeper, name: str) -> LearnerId:
    return next(one.id for one in keeper.run(LearnerStore.learners) if one.name == name)


def _texts(store: LearnerStore, learner: LearnerId) -> set[str]:
    return {draft.document.plain_text().split(f" {SECRET}")[0] for draft in store.drafts(learner)}


ALL = {f"Almaz {number}" for number in range(len(STEPS))}


def _places(db: Path) -> StorePlaces:
    return StorePlaces(db, db.parent.parent / "second")


def _closed_with_backups(db: Path, clock: SetClock) -> None:
    """Leave a closed store with backups, one of them from before the PIN."""
    keeper = StoreKeeper(_places(db), clock)
    keeper.run(_fill)
    keeper.back_up(is_forced=True)
    clock.move(seconds=7_200)
    keeper.run(lambda store: _write(store, store.learners()[0].id, STEPS[0], f"Almaz 0 {SECRET}"))
    keeper.back_up(is_forced=True)
    clock.move(seconds=7_200)
    assert keeper.pins.set(_id(keeper, "Almaz"), PIN).left == ()
    keeper.close()


def test_backups_in_both_folders_are_closed_and_keep_everybody_elses_words(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    keeper = StoreKeeper(_places(db), clock)
    made = keeper.backups()
    keeper.close()
    assert len(made) == 3
    found = files_with([SECRET, OPEN], db.parent.parent)
    assert found[SECRET] == set()
    assert len(found[OPEN]) == 7
    for backup, held in made:
        assert held == contents(backup.path)
        assert len(held.texts) == 2 * len(STEPS)
        assert {text.words for text in held.texts} <= {402, 3}


def test_a_backup_from_before_the_pin_comes_back_closed_and_opens(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    keeper = StoreKeeper(_places(db), clock)
    oldest = keeper.backups()[-1][0]
    keeper.restore(oldest.path)
    almaz = _id(keeper, "Almaz")
    with pytest.raises(LockedLearnerError):
        keeper.run(lambda store: store.drafts(almaz))
    keeper.pins.unlock(almaz, RIGHT)
    assert keeper.run(lambda store: _texts(store, almaz)) == ALL
    keeper.close()
    assert files_with([SECRET], db.parent)[SECRET] == set()


def test_files_that_cannot_be_closed_are_named(db: Path, clock: SetClock) -> None:
    keeper = StoreKeeper(StorePlaces(db, db.parent / "no such stick" / "backups"), clock)
    keeper.run(_fill)
    backup = keeper.back_up(is_forced=True)
    assert backup is not None
    (db.parent / "no such stick" / "backups").rename(db.parent / "elsewhere")
    (db.parent / "no such stick").rmdir()
    (db.parent / "no such stick").write_bytes(b"")
    damaged = backup.path.with_name("learner-20261124-085500.db")
    damaged.write_bytes(backup.path.read_bytes().replace(b"SQLite format 3", b"SQLite format X", 1))
    aside = db.with_name("learner-damaged-20200101-000000.db")
    aside.write_bytes(b"\xee" * 5_000)
    loose = db.with_name("learner-text-20200101-000000-1.txt")
    loose.write_bytes(b"whose?")
    clock.move(seconds=60)
    left = keeper.pins.set(_id(keeper, "Almaz"), PIN).left
    keeper.close()
    assert set(left) == {damaged, aside, loose, db.parent / "no such stick" / "backups"}
    assert files_with([SECRET], db.parent / "backups")[SECRET] == {damaged.name}


def test_a_second_folder_that_comes_later_is_closed_when_the_pin_is_typed(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    second = _places(db).second_backups
    assert second is not None
    plain = second / "learner-20261101-080000.db"
    with closing(open_learner_store(db.parent / "other" / "learner.db", clock)) as other:
        _fill(other)
    with (
        closing(sqlite3.connect(db)) as raw,
        closing(sqlite3.connect(other_db := db.parent / "other" / "learner.db")) as copy,
    ):
        uuid = raw.execute("SELECT uuid FROM learners WHERE name = 'Almaz'").fetchone()
        copy.execute("UPDATE learners SET uuid = ? WHERE name = 'Almaz'", uuid)
        copy.commit()
    other_db.rename(plain)
    keeper = StoreKeeper(_places(db), clock)
    almaz = _id(keeper, "Almaz")
    assert keeper.pins.settle(almaz) == ()
    assert files_with([SECRET], second)[SECRET] == {plain.name}
    keeper.pins.unlock(almaz, RIGHT)
    assert keeper.pins.settle(almaz) == ()
    keeper.close()
    assert files_with([SECRET], second)[SECRET] == set()
    assert len(contents(plain).texts) == 2 * len(STEPS)


def test_unfinished_copies_of_a_killed_program_go_away(db: Path, clock: SetClock) -> None:
    keeper = StoreKeeper(_places(db), clock)
    keeper.run(_fill)
    keeper.back_up(is_forced=True)
    leftovers = (
        db.parent / "backups" / "learner-20261101-080000.db.partial",
        db.parent / "backups" / "learner-20261101-080000.db.partial-journal",
        db.parent / ".0123456789abcdef.partial",
        db.parent / "backups" / "learner-20261101-080000.db.changing",
        db.parent / ".salvage-abcdefgh" / "learner.db",
    )
    leftovers[-1].parent.mkdir()
    for path in leftovers:
        path.write_bytes(SECRET.encode())
    keeper.pins.set(_id(keeper, "Almaz"), PIN)
    keeper.close()
    assert not any(path.exists() for path in leftovers)


def test_another_pin_holds_for_the_backups_too(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    keeper = StoreKeeper(_places(db), clock)
    almaz = _id(keeper, "Almaz")
    keeper.pins.change(almaz, RIGHT, "tulip garden")
    oldest = keeper.backups()[-1][0]
    keeper.restore(oldest.path)
    keeper.pins.lock(almaz)
    keeper.pins.unlock(almaz, TypedPin("tulip garden"))
    assert keeper.run(lambda store: _texts(store, almaz)) == ALL
    keeper.close()


def test_without_a_pin_the_backups_open_again(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    keeper = StoreKeeper(_places(db), clock)
    almaz = _id(keeper, "Almaz")
    keeper.pins.remove(almaz, RIGHT)
    oldest = keeper.backups()[-1][0]
    keeper.restore(oldest.path)
    assert keeper.pins.locked() == set()
    assert keeper.run(lambda store: _texts(store, almaz)) == ALL
    keeper.close()


def _damage_page_of(db: Path, table: str, which: int) -> None:
    with closing(sqlite3.connect(db)) as raw:
        try:
            query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
            pages = [number for (number,) in raw.execute(query, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite cannot tell which page belongs to which table")
    with db.open("r+b") as file:
        file.seek((pages[which] - 1) * 4096)
        file.write(b"\xee" * 4096)


def _salvaged(db: Path, clock: SetClock) -> set[str]:
    assert is_damaged(db)
    keeper = StoreKeeper(_places(db), clock)
    almaz = _id(keeper, "Almaz")
    keeper.pins.unlock(almaz, RIGHT)
    assert keeper.pins.settle(almaz)
    texts = keeper.run(lambda store: _texts(store, almaz))
    keeper.close()
    return texts


@pytest.mark.parametrize("table", ["pins", "revisions", "learners"])
def test_a_damaged_store_comes_back_closed_and_whole_from_itself_and_its_backup(
    db: Path, clock: SetClock, table: str
) -> None:
    _closed_with_backups(db, clock)
    _damage_page_of(db, table, 0)
    assert _salvaged(db, clock) == ALL
    assert files_with([SECRET], db.parent)[SECRET] == set()


def test_closed_texts_whose_drafts_are_lost_stay_their_learners(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    for folder in (_places(db).backups, _places(db).second_backups):
        assert folder is not None
        for path in folder.iterdir():
            path.unlink()
    _damage_page_of(db, "drafts", 0)
    texts = _salvaged(db, clock)
    assert texts == ALL
    with closing(sqlite3.connect(db)) as raw:
        lost = raw.execute("SELECT count(*) FROM drafts WHERE course_id = ?", (LOST_COURSE,)).fetchone()[0]
    assert lost > 0


def test_plain_rows_of_a_backup_out_of_reach_are_closed_when_they_come_back(
    db: Path, clock: SetClock
) -> None:
    keeper = StoreKeeper(_places(db), clock)
    keeper.run(_fill)
    backup = keeper.back_up(is_forced=True)
    assert backup is not None
    plain = backup.path.read_bytes()
    clock.move(seconds=60)
    keeper.pins.set(_id(keeper, "Almaz"), PIN)
    keeper.close()
    # As if the folder had been on a stick that was not there: newest, and plain.
    newest = backup.path.with_name("learner-20270101-080000.db")
    newest.write_bytes(plain)
    _damage_page_of(db, "revisions", 0)
    assert _salvaged(db, clock) == ALL
    with closing(sqlite3.connect(db)) as raw:
        assert SECRET not in "\n".join(raw.iterdump())


def test_a_removed_pin_does_not_come_back_with_a_backup(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    closed = {path: path.read_bytes() for path in _places(db).backups.iterdir()}
    keeper = StoreKeeper(_places(db), clock)
    keeper.pins.remove(_id(keeper, "Almaz"), RIGHT)
    keeper.close()
    for folder in (_places(db).backups, _places(db).second_backups):
        assert folder is not None
        for path in folder.iterdir():
            path.unlink()
    for path, data in closed.items():
        path.write_bytes(data)
    _damage_page_of(db, "step_progress", 0)
    keeper = StoreKeeper(_places(db), clock)
    almaz = _id(keeper, "Almaz")
    assert keeper.pins.locked() == set()
    assert keeper.run(lambda store: _texts(store, almaz)) == ALL
    keeper.close()


@pytest.mark.parametrize("is_unlocked", [True, False])
def test_restoring_a_plain_backup_from_elsewhere_keeps_the_pin(
    db: Path, clock: SetClock, is_unlocked: bool
) -> None:
    keeper = StoreKeeper(StorePlaces(db), clock)
    keeper.run(_fill)
    backup = keeper.back_up(is_forced=True)
    assert backup is not None
    plain = db.parent.parent / "stick.db"
    plain.write_bytes(backup.path.read_bytes())
    clock.move(seconds=60)
    almaz = _id(keeper, "Almaz")
    keeper.pins.set(almaz, PIN)
    if not is_unlocked:
        keeper.pins.lock(almaz)
    keeper.restore(plain)
    assert keeper.pins.locked() == (set() if is_unlocked else {almaz})
    if not is_unlocked:
        keeper.pins.unlock(almaz, RIGHT)
        keeper.pins.settle(almaz)
    assert keeper.run(lambda store: _texts(store, almaz)) == ALL
    keeper.close()
    assert files_with([SECRET], db.parent)[SECRET] == set()


def test_restoring_needs_no_pin_and_changes_no_closed_word(db: Path, clock: SetClock) -> None:
    _closed_with_backups(db, clock)
    keeper = StoreKeeper(_places(db), clock)
    newest = keeper.backups()[0][0]
    keeper.close()
    with closing(sqlite3.connect(db)) as raw:
        before = raw.execute("SELECT id, document FROM revisions ORDER BY id").fetchall()
    restore(newest.path, db, clock.now())
    with closing(sqlite3.connect(db)) as raw:
        assert raw.execute("SELECT id, document FROM revisions ORDER BY id").fetchall() == before


def test_a_stick_that_comes_back_does_not_ask_again(tmp_path: Path, clock: SetClock) -> None:
    stick = tmp_path / "stick"
    keeper = StoreKeeper(StorePlaces(stick / "data" / "learner.db", is_portable=True), clock)
    keeper.run(_fill)
    almaz = _id(keeper, "Almaz")
    keeper.pins.set(almaz, PIN)
    stick.rename(tmp_path / "pocket")
    with pytest.raises(LostStoreError):
        keeper.run(lambda store: _write(store, almaz, STEPS[0], "while it was away"))
    (tmp_path / "pocket").rename(stick)
    keeper.run(lambda store: _write(store, almaz, STEPS[0], "Almaz is back"))
    assert keeper.run(lambda store: _texts(store, almaz)) == ALL - {"Almaz 0"} | {"Almaz is back"}
    keeper.close()
