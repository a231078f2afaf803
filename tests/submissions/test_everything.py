"""One zip file has everything about a learner, for people and for programs, and nothing about others."""

import json
import zipfile
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftId, DraftKind, Learner, SaveReason
from courseplayer.submissions.course_names import CourseNames
from courseplayer.submissions.everything import write_everything
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.clock import SetClock

COURSE, STEP, GONE = CourseId("clinic"), StepId("a1"), StepId("zz/..9")
NAMES = {COURSE: CourseNames("Our clinic", {STEP: "6.1"})}


class Kept:
    """What two learners did."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock()
        self.store: LearnerStore = open_learner_store(folder / "learner.db", self.clock)
        self.almaz = self.store.add_learner("Almaz")
        self.write(self.almaz, "First words.")
        self.clock.move(seconds=600)
        draft = self.write(self.almaz, "Last words.")
        self.store.attach(draft, "photo.jpg", b"a picture")
        self.write(self.almaz, "A note.", GONE, DraftKind.NOTE)
        self.store.mark_done(self.almaz.id, COURSE, STEP, True)
        self.store.remember_place(self.almaz.id, Location(COURSE, STEP, 5_000))
        berhane = self.store.add_learner("Berhane")
        self.write(berhane, "Secrets of Berhane.")

    def write(
        self, learner: Learner, words: str, step: StepId = STEP, kind: DraftKind = DraftKind.ASSIGNMENT
    ) -> DraftId:
        document = Document.from_plain_text(words)
        return self.store.save_draft(learner.id, COURSE, step, kind, document, SaveReason.LEAVING).id


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


class Stopping:
    """A task that is stopped after some steps."""

    def __init__(self, after: int) -> None:
        self.left = after

    def advance(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        self.left -= 1
        if self.left <= 0:
            raise Cancelled


def test_everything_of_one_learner_and_nothing_of_others(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "everything.zip"
    size = write_everything(path, kept.almaz, NAMES, SilentTask(), kept.store)
    assert path.stat().st_size == size
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        contents = {name: archive.read(name) for name in archive.namelist()}
    whole = b"\n".join(contents.values())
    for expected in (b"First words.", b"Last words.", b"A note.", b"a picture", b"Our clinic"):
        assert expected in whole
    assert b"Berhane" not in whole
    told = json.loads(contents["everything.json"])
    assert told["learner"]["name"] == "Almaz"
    assert [len(text["versions"]) for text in told["texts"]] == [2, 1]
    assert told["progress"][COURSE]["done"] == [STEP]
    named = [text[key] for text in told["texts"] for key in ("html", "markdown")]
    named += [one["file"] for text in told["texts"] for one in (*text["versions"], *text["files"])]
    assert set(named) <= contents.keys()
    assert "Our clinic 6.1" in contents["index.html"].decode()


def test_names_in_the_zip_lead_nowhere_else(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "everything.zip"
    write_everything(path, kept.almaz, {}, SilentTask(), kept.store)
    names = zipfile.ZipFile(path).namelist()
    assert not any(".." in name.split("/") or name.startswith("/") for name in names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("after", [1, 3, 6])
def test_a_copy_that_is_stopped_leaves_no_file(kept: Kept, tmp_path: Path, after: int) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Cancelled):
        write_everything(folder / "everything.zip", kept.almaz, NAMES, Stopping(after), kept.store)
    assert list(folder.iterdir()) == []


def test_a_place_that_is_not_there_is_told(kept: Kept, tmp_path: Path) -> None:
    with pytest.raises(PlainError):
        write_everything(tmp_path / "no" / "e.zip", kept.almaz, NAMES, SilentTask(), kept.store)


def test_somebody_who_did_nothing_gets_a_file_that_says_so(kept: Kept, tmp_path: Path) -> None:
    chaltu = kept.store.add_learner("Chaltu")
    write_everything(tmp_path / "e.zip", chaltu, NAMES, SilentTask(), kept.store)
    assert sorted(zipfile.ZipFile(tmp_path / "e.zip").namelist()) == ["everything.json", "index.html"]
