"""A learner with a PIN at a shared computer: locked at the start, and no word of theirs on the disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from courseplayer.course.outline import StepKind
from courseplayer.ui.learners.pin_dialog import PinDialog
from courseplayer.ui.learners.pin_view import RecoveryKeyDialog, UnlockDialog
from courseplayer.ui.writing.editor import RichEditor
from making.every_byte import files_with
from making.journey import Journey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "No RHI backend")
PIN = "482913"
NOTE, ANSWER, LATER = "Kilimanjaro", "Ouagadougou", "Antananarivo"
WORDS = (NOTE, ANSWER, LATER)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def _editor(journey: Journey) -> RichEditor:
    journey.wait(lambda: any(one.isVisible() for one in journey.frame.findChildren(RichEditor)))
    return journey.child(RichEditor)


def _write(journey: Journey, kind: StepKind, words: str) -> None:
    journey.go(journey.step(kind))
    editor = _editor(journey)
    journey.wait(lambda: not editor.isReadOnly())
    editor.setFocus()
    journey.type(words)
    journey.wait(lambda: not journey.window.unsaved.are_there)


def _plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "").replace("&&", "&")


def _choose(journey: Journey, words: str) -> None:
    actions = journey.window.learner_button.menu().actions()
    next(action for action in actions if _plain(action.text()) == words).trigger()


def _dialog(journey: Journey, kind: type[PinDialog]) -> PinDialog:
    journey.wait(lambda: isinstance(journey.window.pins.dialog, kind))
    dialog = journey.window.pins.dialog
    assert dialog is not None
    return dialog


def _fill(dialog: PinDialog, words: str) -> None:
    for field in dialog.findChildren(QLineEdit):
        QTest.keyClicks(field, words)
    QTest.keyClick(dialog.findChildren(QLineEdit)[-1], Qt.Key.Key_Return)


def _set_pin(journey: Journey) -> None:
    _choose(journey, "Set a PIN…")
    _fill(_dialog(journey, PinDialog), PIN)
    key = _dialog(journey, RecoveryKeyDialog)
    key.accept()
    journey.wait(
        lambda: journey.window.session.learner is not None and journey.window.session.learner.has_pin
    )
    journey.wait(lambda: journey.program.jobs.pending == 0)


def _search(journey: Journey) -> None:
    journey.window.search_presenter.confirm("patients")
    journey.wait(lambda: journey.shows(journey.window.search))
    journey.wait(lambda: journey.program.jobs.pending == 0)


def test_after_a_day_with_a_pin_no_word_is_on_the_disk_and_all_come_back(
    journey: Journey, demo_course: Path, temporary: Path
) -> None:
    journey.start(demo_course)
    _write(journey, StepKind.DISCUSSION, ANSWER)
    _write(journey, StepKind.ASSIGNMENT, NOTE)
    _search(journey)
    assert all(files_with((NOTE, ANSWER), journey.paths.data).values())
    _set_pin(journey)
    journey.go(journey.step(StepKind.ASSIGNMENT))
    editor = _editor(journey)
    journey.wait(lambda: NOTE in editor.toPlainText() and not editor.isReadOnly())
    editor.setFocus()
    journey.type(f" {LATER}")
    journey.wait(lambda: not journey.window.unsaved.are_there)
    home = journey.paths.data.parent
    nothing: dict[str, set[str]] = {word: set() for word in WORDS}
    assert files_with(WORDS, home, temporary) == nothing
    journey.end()
    assert files_with(WORDS, home, temporary) == nothing

    journey.start(demo_course, waits=False)
    unlock = _dialog(journey, UnlockDialog)
    assert journey.window.session.learner is None
    assert journey.window.session.course is None
    _fill(unlock, PIN)
    journey.wait(lambda: journey.window.session.course is not None)
    journey.go(journey.step(StepKind.ASSIGNMENT))
    editor = _editor(journey)
    journey.wait(lambda: NOTE in editor.toPlainText() and LATER in editor.toPlainText())


def test_who_does_not_type_the_pin_can_go_on_as_somebody_else(journey: Journey, demo_course: Path) -> None:
    journey.start(demo_course)
    _write(journey, StepKind.DISCUSSION, ANSWER)
    _set_pin(journey)
    journey.end()
    journey.start(demo_course, waits=False)
    QTest.keyClick(_dialog(journey, UnlockDialog), Qt.Key.Key_Escape)
    journey.wait(lambda: journey.window.pins.dialog is None)
    assert _plain(journey.window.learner_button.text()) == "Who is learning?"
    # A course that is opened asks once more.
    journey.window.presenter.open_file(demo_course)
    QTest.keyClick(_dialog(journey, UnlockDialog), Qt.Key.Key_Escape)
    journey.window.learners.ask_new_name()
    field = next(one for one in journey.frame.findChildren(QLineEdit) if one.accessibleName() == "Name")
    QTest.keyClicks(field, "Berhane")
    QTest.keyClick(field, Qt.Key.Key_Return)
    journey.wait(lambda: journey.window.session.course is not None)
    journey.go(journey.step(StepKind.DISCUSSION))
    editor = _editor(journey)
    journey.wait(lambda: not editor.isReadOnly())
    assert editor.toPlainText() == ""


def test_a_change_of_looks_does_not_ask_for_the_pin_again(journey: Journey, demo_course: Path) -> None:
    journey.start(demo_course)
    _set_pin(journey)
    before = journey.window
    journey.program.settings.change("theme", "dark")
    journey.wait(lambda: journey.window is not before)
    journey.wait(lambda: journey.window.session.learner is not None)
    assert journey.window.pins.dialog is None


def test_whoever_comes_back_to_a_covered_window_types_the_pin(journey: Journey, demo_course: Path) -> None:
    journey.start(demo_course)
    _set_pin(journey)
    journey.window.veil.cover()
    journey.click("Continue")
    _fill(_dialog(journey, UnlockDialog), "111999")
    journey.wait(lambda: journey.program.jobs.pending == 0)
    assert journey.frame.is_covered
    _fill(_dialog(journey, UnlockDialog), PIN)
    journey.wait(lambda: not journey.frame.is_covered)
    assert journey.window.pins.dialog is None


def test_the_last_minutes_of_who_has_a_pin_go_to_who_has_none_and_back(
    journey: Journey, demo_course: Path
) -> None:
    journey.start(demo_course)
    _set_pin(journey)
    _write(journey, StepKind.ASSIGNMENT, NOTE)
    journey.window.veil.cover()
    journey.click("Not me")
    journey.wait(lambda: "Who is here?" in journey.window.veil.view.heading_words)
    journey.child(QLineEdit, "Name").setFocus()
    journey.type("Berhane")
    journey.press(Qt.Key.Key_Return)
    journey.wait(lambda: "Whose" in journey.window.veil.view.heading_words)
    journey.click("Move to \u2068Berhane\u2069")
    # Else anybody who says "Not me" would read it.
    _fill(_dialog(journey, UnlockDialog), PIN)
    journey.wait(lambda: not journey.frame.is_covered and journey.program.jobs.pending == 0)
    journey.wait(lambda: [one.toPlainText() for one in _shown_editors(journey)] == [NOTE])
    # It is open for who has no PIN, and the version that stays with Almaz is closed.
    assert files_with((NOTE,), journey.paths.data)[NOTE]
    journey.click("Undo the move")
    _fill(_dialog(journey, UnlockDialog), PIN)
    journey.wait(lambda: [one.toPlainText() for one in _shown_editors(journey)] == [""])
    journey.wait(lambda: journey.program.jobs.pending == 0)
    actions = journey.window.learner_button.menu().actions()
    next(one for one in actions if _plain(one.text()).startswith("Learner")).trigger()
    _fill(_dialog(journey, UnlockDialog), PIN)
    journey.wait(lambda: [one.toPlainText() for one in _shown_editors(journey)] == [NOTE])


def _shown_editors(journey: Journey) -> list[RichEditor]:
    return [one for one in journey.frame.findChildren(RichEditor) if one.isVisible()]
