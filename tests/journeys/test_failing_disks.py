"""A disk, stick, share or clock that fails while somebody writes: said in the window, and every word kept."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from courseplayer import app
from courseplayer.course.outline import StepKind
from courseplayer.course.writing import Document
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind
from courseplayer.system.clock import SystemClock
from courseplayer.ui.components import Banner
from courseplayer.ui.safety.rescued_view import RescuedTextDialog
from courseplayer.ui.writing import autosave
from courseplayer.ui.writing.editor import RichEditor
from making.clock import SetClock
from making.journey import Journey
from making.mounts import full_disk, read_only, where_mounted

TESTS = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _told(scenario: str, home: Path, course: Path, mounts: Sequence[str] = ()) -> list[dict[str, Any]]:
    child = [sys.executable, "-m", "making.failing_disk_child", scenario, str(home), str(course)]
    command = [*where_mounted(mounts), *child] if mounts else child
    run = subprocess.run(command, cwd=TESTS, capture_output=True, encoding="utf-8", check=False, timeout=180)
    lines = [line for line in run.stdout.splitlines() if line.startswith("TOLD ")]
    assert lines, run.stdout + run.stderr
    told: list[dict[str, Any]] = json.loads(lines[0].removeprefix("TOLD "))
    return told


def _stored(home: Path) -> list[str]:
    store = open_learner_store(home / "data" / "learner.db", SystemClock())
    texts = [draft.document.plain_text() for one in store.learners() for draft in store.drafts(one.id)]
    store.close()
    return texts


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of an open file where it is")
@pytest.mark.parametrize(
    ("scenario", "sentence"),
    [
        ("full", "The disk is full"),
        ("pulled", "is not there"),
        ("quota", "could not be read or written"),
    ],
)
def test_words_stay_are_copied_and_are_saved_when_the_disk_is_well_again(
    tmp_path: Path, demo_course: Path, scenario: str, sentence: str
) -> None:
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True)
    mounts = (full_disk(home / "data", 3_000),) if scenario == "full" else ()
    failed, saved = _told(scenario, home, demo_course, mounts)
    assert sentence in failed["sentence"]
    assert "A copy is in" in failed["sentence"]
    assert failed["buttons"] == ["Try again", "Save a copy…"]
    assert failed["text"] == "We asked. Twelve patients."
    assert failed["saved"] == "Not saved"
    (copy,) = failed["copies"]
    assert "<p>We asked. Twelve patients.</p>" in copy
    assert saved["text"] == "We asked. Twelve patients."
    assert saved["saved"].startswith("Saved")
    assert (saved["sentence"], saved["copies"]) == ("", [])
    if not mounts:
        assert _stored(home) == ["We asked. Twelve patients."]


def test_a_place_that_may_not_be_written_is_told_where_one_would_write(
    tmp_path: Path, demo_course: Path
) -> None:
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True)
    refused, saved = _told("read_only", home, demo_course, read_only(home / "data"))
    assert refused["is_read_only"]
    assert refused["buttons"] == ["Try again"]
    assert "Check that the disk or stick is there and that you may write" in refused["sentence"]
    assert saved["text"] == "We asked."
    assert _stored(home) == ["We asked."]


def _editor(journey: Journey, kind: StepKind = StepKind.ASSIGNMENT) -> RichEditor:
    journey.go(journey.step(kind))
    shown: list[RichEditor] = []

    def is_open() -> bool:
        shown[:] = [
            one for one in journey.frame.findChildren(RichEditor) if one.isVisible() and not one.isReadOnly()
        ]
        return bool(shown)

    journey.wait(is_open)
    shown[0].setFocus()
    return shown[0]


def _copies(journey: Journey) -> list[Path]:
    folder = journey.paths.data.parent / "rescued"
    try:
        return sorted(folder.glob("*.html"))
    except FileNotFoundError:
        # Some Pythons say so of a folder that the program removes while they look.
        return []


def _banner(journey: Journey, words: str) -> Callable[[], bool]:
    def is_said() -> bool:
        return any(words in one.sentence for one in journey.frame.findChildren(Banner) if one.isVisible())

    return is_said


def _wait_for(released: threading.Event, _store: LearnerStore) -> None:
    released.wait(30)


def test_a_share_that_does_not_answer_is_told_and_the_words_are_copied_meanwhile(
    journey: Journey, demo_course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert autosave.PATIENCE_MS == 10_000
    monkeypatch.setattr(autosave, "PATIENCE_MS", 300)
    journey.start(demo_course)
    _editor(journey)
    released = threading.Event()
    journey.program.access.ask(partial(_wait_for, released))
    journey.type("We asked.")
    journey.wait(_banner(journey, "Saving takes unusually long"))
    journey.wait(_banner(journey, "A copy is in"))
    (copy,) = _copies(journey)
    journey.type(" More.")
    journey.wait(lambda: "<p>We asked. More.</p>" in copy.read_text("utf-8"))
    assert _copies(journey) == [copy]
    released.set()
    journey.wait(lambda: not _copies(journey) and not _banner(journey, "unusually long")())


@pytest.mark.parametrize("days", [-1, -4_000])
def test_a_clock_that_was_set_back_loses_nothing(
    journey: Journey, demo_course: Path, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    clock = SetClock()
    monkeypatch.setattr(app, "SystemClock", lambda: clock)
    journey.start(demo_course)
    editor = _editor(journey)
    journey.type("We asked.")
    journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
    clock.move(days=days)
    journey.type(" More.")
    journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
    assert editor.toPlainText() == "We asked. More."
    journey.restart(demo_course)
    assert _editor(journey).toPlainText() == "We asked. More."
    journey.end()
    assert _stored(journey.paths.data.parent) == ["We asked. More."]


class _Lost:
    """A computer on which a text was rescued and the program then ended without saving it."""

    def __init__(self, journey: Journey, course: Path, away: Path, kind: StepKind) -> None:
        self.journey = journey
        journey.start(course)
        _editor(journey, kind)
        journey.type("Early words.")
        journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
        # A folder that is moved still takes what is written into open files; a pulled stick does not.
        shutil.copytree(journey.paths.data, away)
        journey.paths.data.rename(away.with_name("pulled"))
        journey.type(" Late words.")
        journey.wait(lambda: any("Late" in copy.read_text("utf-8") for copy in _copies(journey)))
        journey.frame.close()
        journey.wait(_banner(journey, "not saved yet"))
        journey.wait(_banner(journey, "A copy is in"))
        journey.click("Close without saving")
        journey.wait(lambda: journey.program.frame is None)
        away.rename(journey.paths.data)
        (self.copy,) = _copies(journey)
        journey.start(course)
        journey.wait(_banner(journey, "could not be saved then and was rescued"))


@pytest.fixture
def lost(journey: Journey, demo_course: Path, tmp_path: Path, request: pytest.FixtureRequest) -> _Lost:
    kind = getattr(request, "param", StepKind.ASSIGNMENT)
    return _Lost(journey, demo_course, tmp_path / "away", kind)


_KINDS = [StepKind.ASSIGNMENT, StepKind.DISCUSSION, StepKind.ARTICLE, StepKind.REVIEW]
_AS_FOLDERS = pytest.mark.skipif(sys.platform == "win32", reason="as above")


@_AS_FOLDERS
@pytest.mark.parametrize("lost", _KINDS, indirect=True)
def test_a_rescued_text_of_every_kind_can_be_put_back(lost: _Lost) -> None:
    journey = lost.journey
    kind = next(kind for kind in _KINDS if _is_in_name(kind, lost))
    editor = _editor(journey, kind)
    assert editor.toPlainText() == "Early words."
    journey.click("Put it back")
    journey.wait(lambda: editor.toPlainText() == "Early words. Late words.")
    journey.wait(_banner(journey, "The text is back"))
    journey.wait(lambda: not _copies(journey))
    journey.restart()
    assert not _banner(journey, "rescued")()


def _is_in_name(kind: StepKind, lost: _Lost) -> bool:
    names = {
        StepKind.ASSIGNMENT: DraftKind.ASSIGNMENT,
        StepKind.DISCUSSION: DraftKind.ANSWER,
        StepKind.ARTICLE: DraftKind.NOTE,
        StepKind.REVIEW: DraftKind.REVIEW,
    }
    return f'"kind": "{names[kind].value}"' in lost.copy.read_text("utf-8")


@_AS_FOLDERS
def test_a_rescued_text_can_be_read_and_kept_as_a_file(lost: _Lost) -> None:
    journey = lost.journey
    journey.click("Show it")
    dialog = journey.frame.findChild(RescuedTextDialog)
    assert dialog is not None
    (field,) = dialog.findChildren(QPlainTextEdit)
    assert field.toPlainText() == "Early words. Late words."
    dialog.keep_wanted.emit()
    journey.wait(_banner(journey, "The text stays in"))
    (kept,) = _copies(journey)
    assert kept.name.startswith("kept ")
    assert "Late words." in kept.read_text("utf-8")
    journey.restart()
    journey.wait(lambda: journey.program.jobs.pending == 0)
    assert not _banner(journey, "rescued")()


@_AS_FOLDERS
def test_nobody_else_is_offered_the_text_and_writing_on_does_not_remove_it(lost: _Lost) -> None:
    journey = lost.journey
    _editor(journey)
    journey.type("Written on.")
    journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
    journey.program.access.ask(_add_berhane)
    journey.window.learners.load()
    journey.wait(lambda: "Berhane" in journey.window.learner_button.text())
    journey.wait(lambda: journey.program.jobs.pending == 0)
    assert not _banner(journey, "rescued")()
    assert _copies(journey) == [lost.copy]


def _add_berhane(store: LearnerStore) -> None:
    store.choose_learner(store.add_learner("Berhane").id)


def test_a_copy_whose_words_the_store_has_goes_without_a_question(
    journey: Journey, demo_course: Path
) -> None:
    journey.start(demo_course)
    _editor(journey)
    journey.type("We asked.")
    journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
    writing = next(one for one in journey.window.writing.autosaves if one.place is not None)
    assert writing.place is not None
    # As if the power had gone after the save and before the copy was removed.
    journey.window.copies.keep(writing.place, Document.from_plain_text("We asked."))
    journey.wait(lambda: len(_copies(journey)) == 1)
    journey.restart(demo_course)
    journey.wait(lambda: not _copies(journey))
    assert not _banner(journey, "rescued")()
