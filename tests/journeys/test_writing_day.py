"""Writing through the real window: type, quote, leave, close, export, share the computer; nothing is lost."""

import os
import sqlite3
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind, StepOutline
from courseplayer.learner import database
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.ui import unsaved_texts
from courseplayer.ui.assignment import export_presenter
from courseplayer.ui.assignment.export_dialog import ExportDialog
from courseplayer.ui.learners.view import NameDialog
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.player.presenter import MediaPresenter
from courseplayer.ui.writing.autosave import SaveState
from courseplayer.ui.writing.editor import RichEditor

_LONG_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return standard_paths(os.environ, tmp_path / "home")


class _Clinic:
    """The program on a computer of a clinic."""

    def __init__(self, application: QApplication, paths: Paths, course: Path, qtbot: QtBot) -> None:
        self._application = application
        self._paths = paths
        self._course = course
        self._qtbot = qtbot
        self._programs: list[Program] = []
        self._other: sqlite3.Connection | None = None

    def start(self) -> Window:
        """Start the program and wait until the course is open."""
        program = Program(self._application, self._paths)
        self._programs.append(program)
        program.start(WindowRequest(self._course))
        self.until(lambda: program.window is not None)
        window = program.window
        assert window is not None
        self.until(lambda: window.session.learner is not None)
        self.until(lambda: window.frame.page is window.course)
        self.idle()
        return window

    @property
    def program(self) -> Program:
        return self._programs[-1]

    def until(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=_LONG_MS)

    def idle(self) -> None:
        self.until(lambda: self.program.jobs.pending == 0)

    def editor(self, window: Window) -> RichEditor:
        """Go to the assignment and wait until it can be written."""
        go(window, step(window, StepKind.ASSIGNMENT))
        self.until(lambda: any(one.isVisible() and not one.isReadOnly() for one in editors(window)))
        return next(one for one in editors(window) if one.isVisible())

    def texts(self) -> dict[str, str]:
        """Return what the store has of everybody's assignment once the program has ended."""
        store = open_learner_store(self._paths.learner_db, SystemClock())
        found = {
            learner.name: draft.document.plain_text()
            for learner in store.learners()
            for draft in store.drafts(learner.id)
            if draft.kind is DraftKind.ASSIGNMENT
        }
        store.close()
        return found

    def refuse_writing(self) -> None:
        """Let another program keep the database for itself."""
        self._other = sqlite3.connect(self._paths.learner_db, isolation_level=None)
        self._other.execute("BEGIN IMMEDIATE")

    def allow_writing(self) -> None:
        if self._other is not None:
            self._other.close()
            self._other = None

    def clean(self) -> None:
        self.allow_writing()
        for program in self._programs:
            program.finish()
            program.deleteLater()
        for window in self._application.topLevelWidgets():
            window.close()
            window.deleteLater()


@pytest.fixture
def clinic(
    qapp: QApplication, paths: Paths, demo_course: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[_Clinic]:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    made = _Clinic(qapp, paths, demo_course, qtbot)
    yield made
    made.clean()


def editors(window: Window) -> list[RichEditor]:
    return window.frame.findChildren(RichEditor)


def step(window: Window, kind: StepKind) -> StepOutline:
    assert window.session.course is not None
    return next(one for one in window.session.course.outline.steps() if one.kind == kind)


def go(window: Window, to: StepOutline) -> None:
    assert window.session.course is not None
    window.navigator.go(Place.in_course(Location(window.session.course.outline.course.id, to.id)))


def click(inside: QWidget, words: str) -> None:
    shown = [one for one in inside.findChildren(QAbstractButton) if one.isVisible()]
    made = next(one for one in shown if words in (one.text(), one.accessibleName()))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def is_shown(window: Window, words: str) -> bool:
    return any(one.toPlainText() == words for one in editors(window) if one.isVisible())


def has_button(inside: QWidget, words: str) -> bool:
    return any(words == one.text() and one.isVisible() for one in inside.findChildren(QAbstractButton))


def test_a_quote_from_the_video_is_in_the_assignment_and_leads_back(clinic: _Clinic) -> None:
    window = clinic.start()
    video = step(window, StepKind.VIDEO)
    go(window, video)
    clinic.until(lambda: window.frame.findChild(MediaPresenter) is not None)
    clinic.idle()
    assert window.session.course is not None
    cue = window.session.course.file.step(video.id).transcripts[0].cues[3]
    window.step_presenter.quote((cue,))
    clinic.until(lambda: bool(window.step.banner.sentence))
    click(window.step.banner, "Go there")
    editor = clinic.editor(window)
    assert cue.text in editor.toPlainText()
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("("), cursor.MoveMode.MoveAnchor)
    cursor.movePosition(cursor.MoveOperation.Right, n=3)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.cursorRect(cursor).center())
    place = window.navigator.place
    assert place is not None
    assert place.location is not None
    assert (place.location.step_id, place.location.at_ms) == (video.id, cue.start_ms)
    player = window.frame.findChild(MediaPresenter)
    assert player is not None
    clinic.until(lambda: player.position_ms >= cue.start_ms)


def test_closing_the_window_right_after_a_key_saves_that_key(clinic: _Clinic) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    QTest.keyClicks(editor, "We asked twelve patients.")
    window.frame.close()
    clinic.until(lambda: not window.frame.isVisible())
    assert clinic.texts() == {"Learner": "We asked twelve patients."}


def test_the_window_stays_open_until_the_last_words_can_be_saved(clinic: _Clinic) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    QTest.keyClicks(editor, "We asked")
    clinic.refuse_writing()
    window.frame.close()
    clinic.until(lambda: "not saved yet" in window.frame.banner.sentence)
    assert window.frame.isVisible()
    assert editor.toPlainText() == "We asked"
    assert not has_button(window.step, "Save a copy…")
    clinic.allow_writing()
    click(window.frame.banner, "Try again")
    clinic.until(lambda: not window.frame.isVisible())
    assert clinic.texts() == {"Learner": "We asked"}


def test_a_slow_disk_is_told_of_and_waited_for(clinic: _Clinic) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    released = threading.Event()
    QTest.keyClicks(editor, "We asked")
    clinic.program.access.ask(partial(_wait, released))
    window.frame.close()
    clinic.until(lambda: has_button(window.frame.banner, "Close without saving"))
    assert "being saved" in window.frame.banner.sentence
    assert window.frame.isVisible()
    released.set()
    clinic.until(lambda: not window.frame.isVisible())
    assert clinic.texts() == {"Learner": "We asked"}


def _wait(released: threading.Event, _store: LearnerStore) -> None:
    released.wait(20)


def test_words_of_a_step_that_was_left_hold_the_window_too_and_can_be_copied(
    clinic: _Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    QTest.keyClicks(editor, "We asked")
    clinic.refuse_writing()
    window.navigator.go(Place(Page.SHELF))
    clinic.until(lambda: "not saved yet" in window.frame.banner.sentence)
    assert not has_button(window.frame.banner, "Close without saving")
    window.frame.close()
    clinic.until(lambda: has_button(window.frame.banner, "Close without saving"))
    copy = tmp_path / "copy.txt"
    monkeypatch.setattr(unsaved_texts, "ask_where_to_save", lambda *_a, **_k: copy)
    click(window.frame.banner, "Save a copy…")
    assert copy.read_text("utf-8").strip() == "We asked"
    assert str(copy) in window.frame.banner.sentence
    click(window.frame.banner, "Close without saving")
    assert not window.frame.isVisible()


def test_a_change_of_looks_waits_for_words_that_cannot_be_saved(clinic: _Clinic) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    QTest.keyClicks(editor, "We asked")
    clinic.refuse_writing()
    window.navigator.go(Place(Page.PREFERENCES))
    clinic.until(lambda: bool(window.frame.banner.sentence))
    clinic.program.settings.change("theme", "dark")
    clinic.until(lambda: "not saved yet" in window.frame.banner.sentence)
    assert clinic.program.window is window
    clinic.allow_writing()
    click(window.frame.banner, "Try again")
    clinic.until(lambda: clinic.program.window not in (None, window))
    clinic.idle()
    assert clinic.program.window is not None
    assert clinic.editor(clinic.program.window).toPlainText() == "We asked"


def test_two_learners_share_the_computer(clinic: _Clinic) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    QTest.keyClicks(editor, "Mine")
    window.learners.ask_new_name()
    dialog = window.frame.findChild(NameDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Almaz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    clinic.until(lambda: "Almaz" in window.learner_button.text())
    clinic.idle()
    assert editor.toPlainText() == ""
    QTest.keyClicks(editor, "Hers")
    window.frame.close()
    clinic.until(lambda: not window.frame.isVisible())
    assert clinic.texts() == {"Learner": "Mine", "Almaz": "Hers"}
    again = clinic.start()
    assert "Almaz" in again.learner_button.text()
    assert clinic.editor(again).toPlainText() == "Hers"


def test_from_the_first_key_to_the_files_for_upload(
    clinic: _Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = clinic.start()
    editor = clinic.editor(window)
    page = editor.window()
    QTest.keyClicks(editor, "Shorter waits")
    editor.toggle_kind(editor.written().blocks[0].kind.HEADING, 1)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "We asked twelve mothers.")
    click(page, "Export…")
    clinic.until(lambda: window.frame.findChild(ExportDialog) is not None)
    dialog = window.frame.findChild(ExportDialog)
    assert dialog is not None
    for name in ("out.docx", "out.submission"):
        monkeypatch.setattr(export_presenter, "ask_where_to_save", _answering(tmp_path / name))
        chosen = next(one for one in dialog.findChildren(QAbstractButton) if name.split(".")[1] in one.text())
        chosen.click()
        click(dialog, "Save file…")
        clinic.until((tmp_path / name).exists)
        clinic.idle()
    assert any("(2)" in dialog.tabs.tabText(index) for index in range(2))
    dialog.reject()
    paragraphs = [one.text for one in docx.Document(str(tmp_path / "out.docx")).paragraphs]
    assert paragraphs[-2:] == ["Shorter waits", "We asked twelve mothers."]
    names = zipfile.ZipFile(tmp_path / "out.submission").namelist()
    assert "manifest.json" in names
    QTest.keyClicks(editor, " And more.")
    window.frame.close()
    clinic.until(lambda: not window.frame.isVisible())
    assert clinic.texts()["Learner"].endswith("mothers. And more.")


def test_a_system_without_a_language_counts_in_proper_english(
    clinic: _Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", QLocale.c)
    window = clinic.start()
    editor = clinic.editor(window)
    QTest.keyClicks(editor, "We asked")
    clinic.until(lambda: any(one.text().startswith("2 words") for one in window.step.findChildren(QLabel)))


def test_answers_notes_and_reviews_are_kept_with_their_steps(clinic: _Clinic) -> None:
    window = clinic.start()
    for kind in (StepKind.DISCUSSION, StepKind.ARTICLE, StepKind.REVIEW):
        go(window, step(window, kind))
        clinic.until(lambda: any(one.isVisible() and not one.isReadOnly() for one in editors(window)))
        editor = next(one for one in editors(window) if one.isVisible())
        QTest.keyClicks(editor, f"about {kind.value}")
    window.navigator.go(Place(Page.SHELF))
    clinic.idle()
    assert all(one.state is SaveState.CLEAN for one in window.writing.autosaves)
    for kind in (StepKind.REVIEW, StepKind.DISCUSSION, StepKind.ARTICLE):
        go(window, step(window, kind))
        clinic.until(partial(is_shown, window, f"about {kind.value}"))


def _answering(path: Path) -> Callable[..., Path]:
    def answer(*_asked: object, **_more: object) -> Path:
        return path

    return answer
