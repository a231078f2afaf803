"""When the disk refuses: one plain sentence, and what was saved before is still there."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner import database
from courseplayer.learner.errors import DamagedStoreError, LearnerStoreError
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import Draft, DraftId, DraftKind, LearnerId, SaveReason
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP = StepId("a1b2")


def _save(store: LearnerStore, learner: LearnerId, text: str) -> Draft:
    document = Document.from_plain_text(text)
    return store.save_draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.LEAVING)


def _is_one_telling(told: PlainError) -> bool:
    return "safe" in str(told) and "\n" not in str(told) and "SQL" not in str(told)


@pytest.fixture
def learner(store: LearnerStore) -> LearnerId:
    return store.add_learner("Almaz").id


def _limit_pages(monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    """Let SQLite answer as on a full disk once the file has this many pages."""
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def limited(*args: object, **options: object) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", limited)


@pytest.mark.parametrize("is_portable", [False, True])
def test_a_full_disk_refuses_the_save_in_one_sentence_and_keeps_the_last(
    db: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, is_portable: bool
) -> None:
    with monkeypatch.context() as patch:
        _limit_pages(patch, 60)
        store = open_learner_store(db, clock, is_portable=is_portable)
        learner = store.add_learner("Almaz").id
        last = _save(store, learner, "kept")
        with pytest.raises(LearnerStoreError, match="disk is full") as refusal:
            _save(store, learner, "too long " * 50_000)
        assert _is_one_telling(refusal.value)
        assert store.draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT) == last
        assert _save(store, learner, "short again").words == 2
        store.close()
    roomy = open_learner_store(db, clock)
    assert _save(roomy, learner, "too long " * 50_000).words == 100_000
    roomy.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_disk_that_fails_while_writing_keeps_the_last_save(
    db: Path, clock: SetClock, store: LearnerStore, learner: LearnerId
) -> None:
    last = _save(store, learner, "kept")
    store.close()
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from courseplayer.course.writing import Document\n"
        "from courseplayer.course.errors import PlainError\n"
        "from courseplayer.learner.store import open_learner_store\n"
        "from courseplayer.learner.values import DraftKind, SaveReason\n"
        "from courseplayer.system.clock import SystemClock\n"
        "store = open_learner_store(Path(sys.argv[1]), SystemClock())\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "text = Document.from_plain_text('too long ' * 100_000)\n"
        "try: store.save_draft(1, 'clinic', 'a1b2', DraftKind.ASSIGNMENT, text, SaveReason.LEAVING)\n"
        "except PlainError as told: print(told)\n"
        "print(store.draft(1, 'clinic', 'a1b2', DraftKind.ASSIGNMENT).document.plain_text())\n"
    )
    run = subprocess.run([sys.executable, "-c", program, db], capture_output=True, text=True, check=True)
    sentence, text = run.stdout.splitlines()
    assert "could not be read or written" in sentence
    assert text == "kept"
    again = open_learner_store(db, clock)
    assert again.draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT) == last
    again.close()


def test_another_window_that_is_writing_is_told_and_then_waited_for(
    db: Path, store: LearnerStore, learner: LearnerId, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    hurried = open_learner_store(db, clock)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LearnerStoreError, match="Another program is using") as refusal:
            _save(hurried, learner, "mine")
        other.execute("COMMIT")
    assert _is_one_telling(refusal.value)
    assert _save(hurried, learner, "mine").document.plain_text() == "mine"
    hurried.close()


@pytest.mark.parametrize("content", [b"this was a letter, not a database. " * 200, b"SQLite format 3\0" * 9])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(
    db: Path, clock: SetClock, content: bytes
) -> None:
    db.parent.mkdir()
    db.write_bytes(content)
    with pytest.raises(DamagedStoreError, match="Do not delete it"):
        open_learner_store(db, clock)
    assert db.read_bytes() == content
    assert [path.name for path in db.parent.iterdir()] == ["learner.db"]


def test_a_damaged_file_is_told_when_it_is_read_and_left_as_it_is(
    db: Path, store: LearnerStore, learner: LearnerId, clock: SetClock
) -> None:
    _save(store, learner, "text " * 20_000)
    store.close()
    whole = db.read_bytes()
    damaged = whole[:8192] + b"\xaa" * (len(whole) - 8192)
    db.write_bytes(damaged)
    broken = open_learner_store(db, clock)
    with pytest.raises(DamagedStoreError, match="has been left as it is"):
        _save(broken, learner, "more")
    broken.close()
    assert db.read_bytes() == damaged


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "data").write_text("a file in the place of the folder", encoding="ascii")
    with pytest.raises(PlainError, match=r"learner\.db"):
        open_learner_store(tmp_path / "data" / "learner.db", clock)


def test_a_place_that_cannot_be_opened_is_told_in_one_sentence(db: Path, clock: SetClock) -> None:
    db.mkdir(parents=True)
    with pytest.raises(LearnerStoreError, match="could not be opened"):
        open_learner_store(db, clock)


def test_a_file_that_may_not_be_written_is_told_in_one_sentence(
    db: Path, store: LearnerStore, learner: LearnerId, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Permissions do not bind the administrator that tests may run as, so SQLite itself opens it read-only.
    last = _save(store, learner, "kept")
    store.close()
    before = db.read_bytes()
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(
            sqlite3,
            "connect",
            lambda path, *rest, **options: connect(f"{path.as_uri()}?mode=ro", *rest, uri=True, **options),
        )
        read_only = open_learner_store(db, clock)
        with pytest.raises(LearnerStoreError, match="does not allow writing") as refusal:
            _save(read_only, learner, "more")
        read_only.close()
    assert _is_one_telling(refusal.value)
    assert db.read_bytes() == before
    again = open_learner_store(db, clock)
    assert again.draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT) == last
    again.close()


def test_a_fault_of_ours_surfaces_without_the_learners_words(store: LearnerStore, learner: LearnerId) -> None:
    with pytest.raises(IntegrityError) as fault:
        store.attach(DraftId(999), "secret.txt", b"secret words")
    assert "secret" not in str(fault.value)
    assert store.learners()


@pytest.mark.parametrize(("is_portable", "journal"), [(False, "wal"), (True, "truncate")])
def test_the_journal_fits_the_disk_and_may_change_with_it(
    db: Path, clock: SetClock, is_portable: bool, journal: str
) -> None:
    for portable in (is_portable, not is_portable, is_portable):
        store = open_learner_store(db, clock, is_portable=portable)
        learner = store.add_learner(f"Learner {len(store.learners())}").id
        assert _save(store, learner, "text").words == 1
        names = {path.name for path in db.parent.iterdir()}
        assert ("learner.db-wal" in names) is not portable
        store.close()
    with closing(sqlite3.connect(db)) as raw:
        expected = "wal" if journal == "wal" else "delete"
        assert raw.execute("PRAGMA journal_mode").fetchone() == (expected,)


def test_a_save_waits_for_the_disk(db: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    # No kill can show this: only a power cut would, and only sometimes.
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect
    opened: list[sqlite3.Connection] = []

    def remembered(*args: object, **options: object) -> sqlite3.Connection:
        opened.append(connect(*args, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    store = open_learner_store(db, clock)
    store.add_learner("Almaz")
    (connection,) = opened
    full, on = (2,), (1,)
    assert connection.execute("PRAGMA synchronous").fetchone() == full
    assert connection.execute("PRAGMA fullfsync").fetchone() == on
    assert connection.execute("PRAGMA foreign_keys").fetchone() == on
    store.close()


def test_the_store_works_from_a_thread_that_did_not_open_it(store: LearnerStore, learner: LearnerId) -> None:
    with ThreadPoolExecutor(1) as lane:
        assert lane.submit(_save, store, learner, "from the lane").result().words == 3
