"""Nobody is there for a while: the window is covered, asks who comes, and nothing is lost or told."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextBrowser, QWidget

from courseplayer.course.outline import StepKind
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind
from courseplayer.system.clock import SystemClock
from courseplayer.ui.assignment.export_dialog import ExportDialog
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.veil import idle
from courseplayer.ui.writing.editor import RichEditor
from making.journey import Journey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "PulseAudio", "RHI")
_MINUTE = 60.0


class Hours:
    """Lets time pass for the watch alone."""

    def __init__(self) -> None:
        self.awake = self.asleep = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self.awake

    def time(self) -> float:
        return time.time() + self.awake + self.asleep


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    made = Hours()
    monkeypatch.setattr(idle, "time", made)
    return made


@pytest.fixture
def almaz(journey: Journey, demo_course: Path, hours: Hours) -> Journey:
    """Almaz writes her assignment; Berhane learns here too."""
    journey.start(demo_course)
    _ask(journey, lambda store: store.rename_learner(store.learners()[0].id, "Almaz"))
    _ask(journey, lambda store: store.add_learner("Berhane"))
    journey.window.learners.load()
    journey.wait(lambda: _learner(journey) == "Almaz")
    _write(journey, "We asked twelve patients. ")
    # The words are hers for certain: she says so.
    _pass(journey, hours, 11)
    journey.click("Continue")
    _settle(journey)
    return journey


def _ask(journey: Journey, work: Callable[[LearnerStore], object]) -> None:
    journey.program.access.ask(work)
    _settle(journey)


def _settle(journey: Journey) -> None:
    journey.wait(lambda: journey.program.jobs.pending == 0)
    journey.wait(lambda: journey.program.jobs.pending == 0)


def _learner(journey: Journey) -> str:
    learner = journey.window.session.learner
    return "" if learner is None else learner.name


def _pass(journey: Journey, hours: Hours, minutes: float) -> None:
    hours.awake += minutes * _MINUTE
    journey.window.veil.watch.look()
    _settle(journey)


def _editor(journey: Journey) -> RichEditor:
    journey.go(journey.step(StepKind.ASSIGNMENT))
    journey.wait(lambda: any(one.isVisible() and not one.isReadOnly() for one in _editors(journey)))
    return next(one for one in _editors(journey) if one.isVisible())


def _editors(journey: Journey) -> list[RichEditor]:
    return journey.frame.findChildren(RichEditor)


def _write(journey: Journey, words: str) -> RichEditor:
    editor = _editor(journey)
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, words)
    return editor


def _shown(journey: Journey) -> list[QWidget]:
    return [one for one in journey.frame.findChildren(QWidget) if one.isVisible()]


def _not_me(journey: Journey) -> None:
    journey.click("Not me")
    journey.wait(lambda: "Who is here?" in journey.window.veil.view.heading_words)


def _says(expected: str, words: str) -> bool:
    """Tell whether words are there, whichever way their plural is written until it is translated."""
    return expected.replace("s ", " ") in words.replace("(s)", "").replace("s ", " ")


def _stored(journey: Journey) -> dict[str, str]:
    store = open_learner_store(journey.paths.learner_db, SystemClock())
    found = {
        one.name: draft.document.plain_text()
        for one in store.learners()
        for draft in store.drafts(one.id)
        if draft.kind is DraftKind.ASSIGNMENT
    }
    store.close()
    return found


def test_an_idle_window_shows_nothing_but_the_question(almaz: Journey, hours: Hours) -> None:
    _write(almaz, "Nobody may read this.")
    _pass(almaz, hours, 9)
    assert not almaz.frame.is_covered
    _pass(almaz, hours, 2)
    assert almaz.frame.is_covered
    assert "Almaz" in almaz.window.veil.view.heading_words
    veil = almaz.window.veil.view
    outside = [one for one in _shown(almaz) if one is not veil and not veil.isAncestorOf(one)]
    assert not any(isinstance(one, RichEditor | QTextBrowser | QLabel | QLineEdit) for one in outside)
    assert sorted(word for word in almaz.buttons() if word) == ["Continue", "Not me"]
    assert "Nobody may read this." in _stored(almaz)["Almaz"]


def test_going_on_gives_back_the_place_the_keyboard_and_the_cursor(almaz: Journey, hours: Hours) -> None:
    editor = _write(almaz, "One two three.")
    editor.moveCursor(editor.textCursor().MoveOperation.PreviousWord)
    position, place = editor.textCursor().position(), almaz.window.navigator.place
    _pass(almaz, hours, 11)
    assert not almaz.has_keyboard(editor)
    almaz.press(Qt.Key.Key_Return)
    assert not almaz.frame.is_covered
    assert almaz.has_keyboard(editor)
    assert (editor.textCursor().position(), almaz.window.navigator.place) == (position, place)
    almaz.type("X")
    assert "X" in editor.toPlainText()


def test_the_keyboard_stays_in_the_veil_and_shortcuts_rest(almaz: Journey, hours: Hours) -> None:
    _pass(almaz, hours, 11)
    veil = almaz.window.veil.view
    for _again in range(5):
        assert almaz.has_keyboard(veil)
        almaz.press(Qt.Key.Key_Tab)
    before = almaz.window.navigator.place
    for key in (Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_O, Qt.Key.Key_Comma):
        almaz.press(key, Qt.KeyboardModifier.ControlModifier)
    almaz.press(Qt.Key.Key_Escape)
    assert almaz.frame.is_covered
    assert almaz.window.navigator.place == before
    assert not almaz.frame.acceptDrops()
    almaz.click("Continue")
    almaz.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert almaz.frame.header.search.hasFocus()


def test_the_veil_says_nothing_is_saved_that_is_not(almaz: Journey, hours: Hours) -> None:
    _write(almaz, "We asked twelve patients. ")
    _settle(almaz)
    _pass(almaz, hours, 11)
    _settle(almaz)
    assert "what you wrote is saved" in almaz.window.veil.view.kept_words
    almaz.click("Continue")
    data = almaz.paths.learner_db.parent
    data.rename(data.with_name("pulled"))
    _editor(almaz).insertPlainText("And two nurses.")
    _pass(almaz, hours, 11)
    _settle(almaz)
    assert almaz.window.veil.view.kept_words == "Your place is kept."
    assert "is not there, so nothing more could be saved" in almaz.window.veil.view.banner.sentence
    data.with_name("pulled").rename(data)


def test_a_key_or_the_mouse_shows_that_somebody_is_there(almaz: Journey, hours: Hours) -> None:
    handle = almaz.frame.windowHandle()
    none = Qt.KeyboardModifier.NoModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, none)
    at = QPointF(300, 300)
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, none)
    for event in (key, move):
        hours.awake += 9 * _MINUTE
        QApplication.sendEvent(handle, event)
        _pass(almaz, hours, 2)
        assert not almaz.frame.is_covered


def test_a_computer_that_slept_asks_who_woke_it(almaz: Journey, hours: Hours) -> None:
    hours.asleep += 11 * _MINUTE
    almaz.window.veil.watch.look()
    assert almaz.frame.is_covered


def test_who_watches_a_video_is_there_until_it_stands_still(almaz: Journey, hours: Hours) -> None:
    player = almaz.open_video()
    player.play()
    almaz.wait(lambda: player.is_playing)
    _pass(almaz, hours, 60)
    assert not almaz.frame.is_covered
    player.pause()
    almaz.wait(lambda: not player.is_playing)
    _pass(almaz, hours, 11)
    assert almaz.frame.is_covered
    position = player.position_ms
    almaz.click("Continue")
    assert not player.is_playing
    assert player.position_ms == position


def test_a_dialog_is_covered_too_and_comes_back(almaz: Journey, hours: Hours) -> None:
    _editor(almaz)
    almaz.click("Export…")
    almaz.wait(lambda: any(one.isVisible() for one in almaz.frame.findChildren(ExportDialog)))
    dialog = next(one for one in almaz.frame.findChildren(ExportDialog) if one.isVisible())
    _pass(almaz, hours, 11)
    assert not dialog.isVisible()
    almaz.click("Continue")
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.reject()


def test_a_dialog_of_who_left_is_gone_for_who_comes(almaz: Journey, hours: Hours) -> None:
    almaz.window.holdings.open()
    _settle(almaz)
    dialog = almaz.window.holdings.dialog
    assert dialog is not None
    dialog.set_busy(True)
    _pass(almaz, hours, 11)
    _not_me(almaz)
    almaz.click("Berhane")
    _settle(almaz)
    assert _learner(almaz) == "Berhane"
    assert almaz.window.holdings.dialog is None
    almaz.window.holdings.open()
    assert almaz.window.holdings.dialog is not None
    assert "Berhane" in almaz.window.holdings.dialog.windowTitle()
    almaz.window.holdings.dialog.reject()


def test_never_means_never(almaz: Journey, hours: Hours) -> None:
    almaz.window.preferences.setting_chosen.emit("idle_veil_minutes", 0)
    _pass(almaz, hours, 600)
    assert not almaz.frame.is_covered


def test_somebody_else_goes_on_with_what_was_really_theirs(almaz: Journey, hours: Hours) -> None:
    _write(almaz, "My own ward is full.")
    almaz.window.step.completion_toggled.emit()
    _pass(almaz, hours, 11)
    _not_me(almaz)
    almaz.click("Berhane")
    words = almaz.window.veil.view.last_minutes_words
    assert _says("5 words in the assignment 2.6", words)
    assert _says("1 steps marked complete", words)
    almaz.click("Move to \u2068Berhane\u2069")
    _settle(almaz)
    assert _learner(almaz) == "Berhane"
    assert "Berhane" in almaz.window.learner_button.text()
    almaz.wait(
        lambda: [one.toPlainText() for one in _editors(almaz) if one.isVisible()] == ["My own ward is full."]
    )
    assert _stored(almaz) == {"Almaz": "We asked twelve patients. ", "Berhane": "My own ward is full."}
    step = almaz.step(StepKind.ASSIGNMENT)
    almaz.wait(lambda: step.id in almaz.window.session.progress.done)
    almaz.click("Undo the move")
    _settle(almaz)
    assert _stored(almaz)["Almaz"] == "We asked twelve patients. My own ward is full."
    almaz.wait(lambda: [one.toPlainText() for one in _editors(almaz) if one.isVisible()] == [""])
    assert step.id not in almaz.window.session.progress.done


def test_the_last_minutes_may_stay_and_a_new_name_goes_on(almaz: Journey, hours: Hours) -> None:
    _write(almaz, "And thirteen more.")
    _pass(almaz, hours, 11)
    _not_me(almaz)
    field = almaz.child(QLineEdit, "Name")
    field.setFocus()
    almaz.type("Chaltu")
    almaz.press(Qt.Key.Key_Return)
    almaz.wait(lambda: "Whose" in almaz.window.veil.view.heading_words)
    almaz.click("Leave with \u2068Almaz\u2069")
    _settle(almaz)
    assert _learner(almaz) == "Chaltu"
    assert _stored(almaz) == {"Almaz": "We asked twelve patients. And thirteen more."}


def test_a_name_that_is_taken_is_told_on_the_veil(almaz: Journey, hours: Hours) -> None:
    _pass(almaz, hours, 11)
    _not_me(almaz)
    almaz.child(QLineEdit, "Name").setFocus()
    almaz.type("BERHANE")
    almaz.press(Qt.Key.Key_Return)
    almaz.wait(lambda: "already learns here" in almaz.window.veil.view.banner.sentence)
    almaz.click("Back")
    almaz.click("Continue")
    assert _learner(almaz) == "Almaz"


def test_a_window_made_anew_still_knows_since_when_it_is_certain(almaz: Journey, hours: Hours) -> None:
    _write(almaz, "My own ward is full.")
    before = almaz.frame
    almaz.window.navigator.go(Place(Page.PREFERENCES))
    almaz.window.preferences.setting_chosen.emit("theme", "dark")
    almaz.wait(lambda: almaz.program.frame is not before and almaz.program.window is not None)
    almaz.wait(lambda: almaz.window.session.course is not None)
    _pass(almaz, hours, 11)
    _not_me(almaz)
    almaz.click("Berhane")
    assert _says("5 words in the assignment 2.6", almaz.window.veil.view.last_minutes_words)
