"""A learner who wants to be forgotten is: in the store and in every copy, and nobody else is touched."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner import erasing
from courseplayer.learner.copying import copy_open_database
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import DraftId, DraftKind, Learner, SaveReason
from making.clock import SetClock

COURSE, STEP = CourseId("clinic"), StepId("a1")
SECRET, OTHER = "Xylophonsecret", "Berhaneswords"


class Home:
    """A store of two learners, with backups in two folders."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self.folder = folder
        self.clock = clock
        self.places = StorePlaces(folder / "data" / "learner.db", folder / "second")
        self.places.second_backups.mkdir(parents=True)  # type: ignore[union-attr]
        self.keeper = StoreKeeper(self.places, clock)
        self.berhane = self.learner("Berhane", OTHER)
        self.back_up()
        self.almaz = self.learner("Zewditusecret", SECRET)
        for number in range(3):
            self.write(self.almaz, f"{SECRET} {number} " * 200)
            self.back_up()

    def learner(self, name: str, words: str) -> Learner:
        made = self.keeper.run(partial(_add, name))
        draft = self.write(made, words)
        self.keeper.run(lambda store: store.attach(draft, f"{words}.jpg", words.encode() * 1_000))
        self.keeper.run(lambda store: store.mark_done(made.id, COURSE, STEP, True))
        self.keeper.run(lambda store: store.remember_place(made.id, Location(COURSE, STEP, 1_000)))
        self.keeper.run(partial(_record, made, Path(f"/tmp/{words}.docx")))
        return made

    def write(self, learner: Learner, words: str) -> DraftId:
        return self.keeper.run(partial(_save, learner, words))

    def back_up(self) -> None:
        self.clock.move(seconds=60)
        self.keeper.back_up(is_forced=True)

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def everything_of(self, learner: Learner) -> object:
        return self.keeper.run(partial(_everything, learner))


def _add(name: str, store: LearnerStore) -> Learner:
    return store.add_learner(name)


def _save(learner: Learner, words: str, store: LearnerStore) -> DraftId:
    document = Document.from_plain_text(words)
    return store.save_draft(learner.id, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.LEAVING).id


def _record(learner: Learner, path: Path, store: LearnerStore) -> None:
    (draft,) = store.drafts(learner.id)
    store.record_submission(draft.id, draft.revision_id, "docx", path, "00", 1)


def _everything(learner: Learner, store: LearnerStore) -> object:
    drafts = store.drafts(learner.id)
    files = [store.attachment_bytes(one.id) for draft in drafts for one in store.attachments(draft.id)]
    exports = store.submissions(learner.id, COURSE, STEP)
    return drafts, files, exports, store.progress(learner.id, COURSE), store.holdings(learner.id)


@pytest.fixture
def home(tmp_path: Path, clock: SetClock) -> Home:
    return Home(tmp_path / "home", clock)


def test_no_byte_of_the_learner_is_left_anywhere(home: Home) -> None:
    before = home.everything_of(home.berhane)
    assert any(SECRET.encode() in path.read_bytes() for path in home.files())
    erased = home.keeper.erase(home.almaz)
    home.keeper.close()
    for path in home.files():
        content = path.read_bytes()
        assert SECRET.encode() not in content, path
        assert b"Zewditusecret" not in content, path
        assert home.almaz.uuid.encode() not in content, path
    assert erased.is_clean
    assert erased.left == ()
    # Three backups with her, in two folders.
    assert len(erased.copies) == 6
    assert home.everything_of(home.berhane) == before


def test_copies_without_the_learner_keep_every_byte(home: Home) -> None:
    copies = {path: path.read_bytes() for path in home.files() if path.parent.name in ("backups", "second")}
    erased = home.keeper.erase(home.almaz)
    untouched = copies.keys() - set(erased.copies)
    assert len(untouched) == 2
    assert all(path.read_bytes() == copies[path] for path in untouched)


def test_a_backup_written_anew_still_brings_the_others_back(home: Home) -> None:
    before = home.everything_of(home.berhane)
    home.keeper.erase(home.almaz)
    newest, held = home.keeper.backups()[0]
    assert held.learners == ("Berhane",)
    home.keeper.restore(newest.path)
    assert home.everything_of(home.berhane) == before


def test_the_store_is_known_again_without_the_learner(home: Home) -> None:
    home.keeper.erase(home.almaz)
    home.keeper.close()
    assert home.keeper.run(lambda store: [one.name for one in store.learners()]) == ["Berhane"]


def test_a_disk_that_refuses_leaves_the_learner_and_the_copies(home: Home) -> None:
    before, files = home.everything_of(home.almaz), {path: path.read_bytes() for path in home.files()}
    copies = [path for path in files if path.parent.name in ("backups", "second")]
    with closing(sqlite3.connect(home.places.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("courseplayer.learner.database.BUSY_SECONDS", 0.05)
            with pytest.raises(PlainError):
                home.keeper.erase(home.almaz)
    assert home.everything_of(home.almaz) == before
    assert all(path.read_bytes() == files[path] for path in copies)


def test_a_copy_that_cannot_be_written_is_named_and_stays_whole(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = home.keeper.backups()[0][0].path

    def fail(original: sqlite3.Connection, target: Path) -> None:
        if target.name.startswith(refused.name):
            raise PlainError("The disk is full.")
        copy_open_database(original, target)

    monkeypatch.setattr(erasing, "copy_open_database", fail)
    content = refused.read_bytes()
    erased = home.keeper.erase(home.almaz)
    assert refused in erased.left
    assert refused.read_bytes() == content
    assert not list(home.folder.rglob("*.without*"))


def test_what_cannot_be_judged_is_named(home: Home) -> None:
    aside = home.places.store.with_name("learner-damaged-20260101-000000.db")
    aside.write_bytes(b"broken")
    (home.places.backups / "learner-20200101-000000.db").write_bytes(b"no database")
    about = home.keeper.kept_about(home.almaz)
    assert aside in about.beyond_reach
    assert home.places.backups / "learner-20200101-000000.db" in about.beyond_reach
    assert set(about.beyond_reach) <= set(home.keeper.erase(home.almaz).left)


def test_everything_is_counted(home: Home) -> None:
    held = home.keeper.kept_about(home.almaz).holdings
    assert held.texts == {DraftKind.ASSIGNMENT: 1}
    assert (held.words, held.versions, held.files, held.exports) == (400, 4, 1, 1)
    assert (held.courses, held.steps_done, held.positions) == (1, 1, 1)
    assert held.file_bytes == len(SECRET) * 1_000
