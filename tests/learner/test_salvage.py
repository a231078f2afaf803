"""A damaged store is set aside untouched, and what can be had comes back, drafts first."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.merging import Counted
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.salvage import is_damaged
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind, LearnerId, SaveReason
from making.clock import SetClock

COURSE = CourseId("clinic")
STEPS = tuple(StepId(f"step{number}") for number in range(40))
PAGE = 4096


def _write(store: LearnerStore, learner: LearnerId, step: StepId, text: str) -> None:
    document = Document.from_plain_text(text)
    store.save_draft(learner, COURSE, step, DraftKind.ASSIGNMENT, document, SaveReason.LEAVING)


def _fill(store: LearnerStore) -> None:
    for name in ("Almaz", "Berhane"):
        learner = store.add_learner(name).id
        for number, step in enumerate(STEPS):
            _write(store, learner, step, f"{name} {number} " + "word " * 400)
            store.mark_done(learner, COURSE, step, True)
        store.remember_place(learner, Location(COURSE, STEPS[3], 1_000))
    draft = store.draft(learner, COURSE, STEPS[0], DraftKind.ASSIGNMENT)
    assert draft is not None
    store.attach(draft.id, "photo.jpg", b"\xff\xd8" + b"p" * 50_000)


def _texts(store: LearnerStore) -> set[str]:
    return {
        draft.document.plain_text().split(" word")[0]
        for learner in store.learners()
        for draft in store.drafts(learner.id)
    }


ALL_TEXTS = {f"{name} {number}" for name in ("Almaz", "Berhane") for number in range(len(STEPS))}


@pytest.fixture
def filled(db: Path, clock: SetClock) -> Path:
    keeper = StoreKeeper(StorePlaces(db), clock)
    keeper.run(_fill)
    keeper.close()
    assert not is_damaged(db)
    return db


def _damage_page_of(db: Path, table: str, which: int = -1) -> None:
    """Overwrite one leaf page of a table; -1 is its last."""
    with closing(sqlite3.connect(db)) as raw:
        try:
            query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
            pages = [number for (number,) in raw.execute(query, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite cannot tell which page belongs to which table")
    _overwrite(db, (pages[which] - 1) * PAGE, PAGE)


def _overwrite(db: Path, offset: int, length: int) -> None:
    with db.open("r+b") as file:
        file.seek(offset)
        file.write(b"\xee" * length)


def test_one_bad_page_of_texts_loses_no_other(filled: Path, clock: SetClock) -> None:
    _damage_page_of(filled, "revisions", 5)
    damaged = filled.read_bytes()
    assert is_damaged(filled)
    keeper = StoreKeeper(StorePlaces(filled), clock)
    texts = keeper.run(_texts)
    report = keeper.look()
    assert report is not None
    assert len(ALL_TEXTS - texts) <= 3
    assert report.set_aside.read_bytes() == damaged
    assert not report.is_complete
    assert report.from_file.texts == len(texts)
    assert report.from_file.attachments == 1
    learner = keeper.run(lambda store: store.learners()[0].id)
    assert keeper.run(lambda store: store.progress(learner, COURSE)).done == set(STEPS)
    keeper.close()
    assert not is_damaged(filled)


def test_what_the_file_has_lost_comes_from_the_backup(db: Path, clock: SetClock) -> None:
    keeper = StoreKeeper(StorePlaces(db), clock)
    keeper.run(_fill)
    backup = keeper.back_up()
    assert backup is not None
    learner = keeper.run(lambda store: store.learners()[0].id)
    keeper.run(lambda store: _write(store, learner, STEPS[39], "Almaz newest"))
    keeper.close()
    _damage_page_of(db, "revisions", 5)
    again = StoreKeeper(StorePlaces(db), clock)
    texts = again.run(_texts)
    assert texts == ALL_TEXTS - {"Almaz 39"} | {"Almaz newest"}
    report = again.look()
    assert report is not None
    assert report.from_backup.texts > 0
    assert report.from_file.texts + report.from_backup.texts == len(ALL_TEXTS)
    assert report.backup_made_at == backup.made_at
    again.close()


def test_without_a_readable_header_the_backup_alone_comes_back(db: Path, clock: SetClock) -> None:
    keeper = StoreKeeper(StorePlaces(db), clock)
    keeper.run(_fill)
    keeper.back_up()
    keeper.close()
    _overwrite(db, 0, PAGE)
    again = StoreKeeper(StorePlaces(db), clock)
    assert again.run(_texts) == ALL_TEXTS
    report = again.look()
    assert report is not None
    assert report.from_file == Counted()
    assert report.from_backup == Counted(2, len(ALL_TEXTS), 1)
    again.close()


def test_a_store_that_a_power_cut_emptied_comes_back_from_the_backup(db: Path, clock: SetClock) -> None:
    keeper = StoreKeeper(StorePlaces(db), clock)
    keeper.run(_fill)
    keeper.back_up()
    keeper.close()
    db.write_bytes(b"")
    again = StoreKeeper(StorePlaces(db), clock)
    assert again.run(_texts) == ALL_TEXTS
    report = again.look()
    assert report is not None
    assert report.from_backup == Counted(2, len(ALL_TEXTS), 1)
    assert report.set_aside.exists()
    again.close()


@pytest.mark.parametrize("is_there", [True, False])
def test_what_the_journal_of_an_emptied_store_holds_comes_back(
    filled: Path, clock: SetClock, is_there: bool
) -> None:
    db = filled
    with closing(sqlite3.connect(db)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("VACUUM")
        journal = db.with_name(db.name + "-wal").read_bytes()
    db.write_bytes(b"")
    if not is_there:
        db.unlink()
    db.with_name(db.name + "-wal").write_bytes(journal)
    again = StoreKeeper(StorePlaces(db), clock)
    assert again.run(_texts) == ALL_TEXTS
    report = again.look()
    assert report is not None
    assert report.from_file == Counted(2, len(ALL_TEXTS), 1)
    again.close()


def test_a_store_that_nobody_has_used_yet_may_be_empty(db: Path, clock: SetClock) -> None:
    db.parent.mkdir(parents=True, exist_ok=True)
    db.write_bytes(b"")
    keeper = StoreKeeper(StorePlaces(db), clock)
    assert keeper.run(lambda store: store.learners()) == ()
    assert keeper.look() is None
    keeper.close()


def test_texts_of_nobody_knows_whom_are_written_to_files(filled: Path, clock: SetClock) -> None:
    _damage_page_of(filled, "drafts", 0)
    keeper = StoreKeeper(StorePlaces(filled), clock)
    placed = keeper.run(_texts)
    report = keeper.look()
    keeper.close()
    assert report is not None
    loose = {path.read_text(encoding="utf-8").split(" word")[0] for path in report.loose_texts}
    assert loose
    assert placed | loose == ALL_TEXTS


def test_a_sound_store_and_a_foreign_one_are_left_alone(
    filled: Path, clock: SetClock, tmp_path: Path
) -> None:
    before = filled.read_bytes()
    keeper = StoreKeeper(StorePlaces(filled), clock)
    assert keeper.run(_texts) == ALL_TEXTS
    assert keeper.look() is None
    keeper.close()
    assert filled.read_bytes() == before
    foreign = tmp_path / "letter.db"
    foreign.write_text("This was a letter. " * 500, encoding="ascii")
    assert not is_damaged(foreign)
    assert not is_damaged(tmp_path / "nothing.db")


def test_a_look_that_takes_too_long_counts_as_sound(filled: Path, clock: SetClock) -> None:
    size_before = filled.stat().st_size
    store = open_learner_store(filled, clock)
    draft = store.drafts(store.learners()[0].id)[0]
    for number in range(6):
        store.attach(draft.id, f"{number}.bin", bytes(19_000_000))
    store.close()
    # In the first of the files: SQLite looks through a tree from its end.
    _overwrite(filled, size_before + 100 * PAGE, PAGE)
    assert not is_damaged(filled, most_seconds=0)
    assert is_damaged(filled)


def test_any_damage_ends_in_a_store_that_works(filled: Path, clock: SetClock, tmp_path: Path) -> None:
    whole = filled.read_bytes()
    chance = random.Random(20261127)
    for turn in range(25):
        folder = tmp_path / str(turn)
        folder.mkdir()
        db = folder / "learner.db"
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            start = chance.randrange(200, len(data))
            length = chance.choice((1, 16, 600, 9_000))
            data[start : start + length] = chance.randbytes(len(data[start : start + length]))
        db.write_bytes(bytes(data[: len(whole)]))
        keeper = StoreKeeper(StorePlaces(db), clock)
        texts = keeper.run(_texts)
        report = keeper.look()
        assert texts <= ALL_TEXTS or report is None
        learner = keeper.run(lambda store: store.add_learner("Chaltu").id)
        keeper.run(lambda store, who=learner: _write(store, who, STEPS[0], "new"))  # type: ignore[misc]
        keeper.close()
        if report is not None:
            assert report.set_aside.read_bytes() == bytes(data[: len(whole)])
        sound = open_learner_store(db, clock)
        assert sound.learners()
        sound.close()
        assert not list(folder.glob(".salvage-*"))
