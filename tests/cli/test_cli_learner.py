"""The command ``learner``: whoever looks after a computer lists, exports and deletes at a learner's wish."""

import json
import zipfile
from pathlib import Path

import pytest

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.lock import take_lock
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.system.clock import SystemClock
from making.command_line import Run


@pytest.fixture
def db(home: Path) -> Path:
    """A store in which Almaz and Berhane have written."""
    path = home / "data" / "learner.db"
    store = open_learner_store(path, SystemClock())
    for name in ("Almaz", "Berhane"):
        learner = store.add_learner(name)
        document = Document.from_plain_text(f"{name} asked twelve patients.")
        store.save_draft(
            learner.id, CourseId("c"), StepId("s"), DraftKind.ASSIGNMENT, document, SaveReason.LEAVING
        )
    store.close()
    return path


def _names(db: Path) -> list[str]:
    store = open_learner_store(db, SystemClock())
    names = [one.name for one in store.learners()]
    store.close()
    return names


def test_everybody_is_listed_with_counts(called: Run, db: Path) -> None:
    told = called("learner", "list")
    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "Almaz: 1 texts, 4 words, 0 steps done",
        "Berhane: 1 texts, 4 words, 0 steps done",
    ]
    plain = json.loads(called("learner", "list", "--json").stdout)
    assert [(one["name"], one["texts"], one["words"]) for one in plain] == [
        ("Almaz", {"assignment": 1}, 4),
        ("Berhane", {"assignment": 1}, 4),
    ]


def test_everything_of_somebody_is_written_to_one_file(called: Run, db: Path, tmp_path: Path) -> None:
    path = tmp_path / "almaz.zip"
    assert called("learner", "export", "almaz", "-o", path).returncode == 0
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Almaz asked twelve patients." in whole
    assert b"Berhane" not in whole


def test_nothing_is_deleted_until_the_name_is_typed_again(courseplayer: Run, called: Run, db: Path) -> None:
    refused = courseplayer("learner", "delete", "Almaz")
    assert refused.returncode == 2
    assert "nothing was deleted" in refused.stderr
    assert _names(db) == ["Almaz", "Berhane"]
    done = called("learner", "delete", "Almaz", "--yes")
    assert done.returncode == 0
    assert "Not reached" in done.stdout
    assert _names(db) == ["Berhane"]
    assert b"Almaz" not in db.read_bytes()


def test_a_name_that_nobody_has_is_told(called: Run, db: Path) -> None:
    for words in (("export", "Chaltu", "-o", "x.zip"), ("delete", "Chaltu", "--yes")):
        refused = called("learner", *words)
        assert refused.returncode == 2
        assert "Almaz, Berhane" in refused.stderr


def test_an_open_window_is_not_disturbed(called: Run, db: Path) -> None:
    lock = take_lock(db, SystemClock().now())
    refused = called("learner", "delete", "Almaz", "--yes")
    lock.release()
    assert refused.returncode == 1
    assert "Another window" in refused.stderr
    assert _names(db) == ["Almaz", "Berhane"]
