"""Files of every release open here; a failed step leaves them whole; newer and foreign ones stay so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.learner.errors import ForeignStoreError
from courseplayer.learner.migrations import MIGRATIONS, upgrade
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.tables import TABLES
from courseplayer.learner.values import DraftKind, SaveReason
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP = StepId("a1b2")
_NEXT = ("ALTER TABLE learners ADD COLUMN pin TEXT", "UPDATE learners SET pin = 'none'")
NEXT = len(MIGRATIONS) + 1
_FAILING = ("UPDATE learners SET name = 'half done'", "INSERT INTO no_such_table VALUES (1)")


def _rows(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return [*raw.iterdump(), str(raw.execute("PRAGMA user_version").fetchone())]


def test_everything_in_a_file_of_release_0_1_0_is_still_there(released_db: Path, clock: SetClock) -> None:
    store = open_learner_store(released_db, clock)
    learner = store.last_learner()
    assert learner is not None
    assert {one.name for one in store.learners()} == {"አልማዝ", "Bekele"}
    progress = store.progress(learner, COURSE)
    assert progress.done == {STEP}
    assert progress.last == Location(COURSE, StepId("c3d4"), 51_000)
    draft = store.draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT)
    assert draft is not None
    assert draft.document.plain_text() == "We listened more."
    (submission,) = store.submissions(learner, COURSE, STEP)
    assert store.revision_document(submission.revision_id).plain_text() == "A better queue\nWe listened."
    assert [revision.reason for revision in store.revisions(draft.id)] == [
        SaveReason.AUTOSAVE,
        SaveReason.EXPORT,
    ]
    (attachment,) = store.attachments(draft.id)
    assert store.attachment_bytes(attachment.id) == b"\xff\xd8picture"
    store.close()


def test_the_first_step_still_makes_the_tables_of_release_0_1_0(
    db: Path, released_db: Path, clock: SetClock
) -> None:
    db.parent.mkdir()
    with closing(sqlite3.connect(db, isolation_level=None)) as made:
        upgrade(made, MIGRATIONS[:1])
    query = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    with closing(sqlite3.connect(db)) as made, closing(sqlite3.connect(released_db)) as released:
        assert made.execute(query).fetchall() == released.execute(query).fetchall()


def test_queries_know_the_columns_that_the_file_has(db: Path, store: LearnerStore) -> None:
    store.close()
    with closing(sqlite3.connect(db)) as raw:
        for table in TABLES:
            columns = {row[1] for row in raw.execute(f"PRAGMA table_info({table.name})")}
            assert columns == set(table.columns.keys())


def test_a_new_version_keeps_everything_and_leaves_a_copy_of_the_old(
    released_db: Path, clock: SetClock
) -> None:
    before = _rows(released_db)
    store = open_learner_store(released_db, clock, migrations=(*MIGRATIONS, _NEXT))
    assert len(store.learners()) == 2
    store.close()
    assert _rows(released_db.with_name(f"learner-before-v{NEXT}.db")) == before
    assert _rows(released_db)[-1] == f"({NEXT},)"
    assert sorted(path.name for path in released_db.parent.iterdir()) == [
        f"learner-before-v{NEXT}.db",
        "learner.db",
    ]


def test_a_file_that_is_up_to_date_is_not_copied(db: Path, clock: SetClock) -> None:
    open_learner_store(db, clock).close()
    open_learner_store(db, clock).close()
    assert [path.name for path in db.parent.iterdir()] == ["learner.db"]


def test_a_step_that_fails_leaves_the_old_version_whole(released_db: Path, clock: SetClock) -> None:
    open_learner_store(released_db, clock).close()
    before = _rows(released_db)
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        open_learner_store(released_db, clock, migrations=(*MIGRATIONS, _FAILING))
    assert _rows(released_db) == before
    open_learner_store(released_db, clock).close()


def test_steps_before_the_failing_one_stay_done(released_db: Path, clock: SetClock) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_learner_store(released_db, clock, migrations=(*MIGRATIONS, _NEXT, _FAILING))
    store = open_learner_store(released_db, clock, migrations=(*MIGRATIONS, _NEXT))
    assert {learner.name for learner in store.learners()} == {"አልማዝ", "Bekele"}
    store.close()


def test_without_room_for_the_copy_nothing_is_migrated(released_db: Path, clock: SetClock) -> None:
    before = _rows(released_db)
    (released_db.parent / f"learner-before-v{NEXT}.db").mkdir()
    with pytest.raises(PlainError, match=f"learner-before-v{NEXT}"):
        open_learner_store(released_db, clock, migrations=(*MIGRATIONS, _NEXT))
    assert _rows(released_db) == before


def test_a_file_of_a_newer_release_is_refused_and_left_as_it_is(released_db: Path, clock: SetClock) -> None:
    open_learner_store(released_db, clock, migrations=(*MIGRATIONS, _NEXT)).close()
    before = released_db.read_bytes()
    with pytest.raises(ForeignStoreError, match="newer Course Player"):
        open_learner_store(released_db, clock)
    assert released_db.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_as_it_is(db: Path, clock: SetClock) -> None:
    db.parent.mkdir()
    with closing(sqlite3.connect(db)) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    before = db.read_bytes()
    with pytest.raises(ForeignStoreError, match="not a file of Course Player"):
        open_learner_store(db, clock)
    assert db.read_bytes() == before
    assert [path.name for path in db.parent.iterdir()] == ["learner.db"]
