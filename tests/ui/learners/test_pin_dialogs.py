"""A PIN in the learner menu: set, typed at the right moment, forgotten, changed; by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from courseplayer.course.writing import Document
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.ui.learners import pin_presenter
from courseplayer.ui.learners.pin_dialog import PinDialog
from courseplayer.ui.learners.pin_presenter import PinPresenter
from courseplayer.ui.learners.pin_view import (
    ChangePinDialog,
    ForgottenPinDialog,
    NewPinDialog,
    RecoveryKeyDialog,
    UnlockDialog,
)
from courseplayer.ui.learners.presenter import LearnersPresenter
from courseplayer.ui.learners.view import LearnerButton
from making.writing_world import WritingWorld

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PIN, OTHER = "482913", "tulip garden"


def _read(shown: str) -> str:
    return shown.replace("&&", "&").replace("\u2068", "").replace("\u2069", "")


class _Header:
    """The learner button in a window, and the dialogs about PINs."""

    def __init__(self, world: WritingWorld) -> None:
        self.world = world
        self.unsaved = False
        self.window = QWidget()
        self.window.resize(1024, 600)
        self.button = LearnerButton(world.icons)
        self.button.setParent(self.window)
        self.pins = PinPresenter(world.icons, world.access, self._has_unsaved, self.window)
        self.presenter = LearnersPresenter(
            self.button, world.icons, world.access, world.session, self.window, self.pins
        )
        self.window.show()
        self.presenter.load()
        world.idle()

    def _has_unsaved(self) -> bool:
        return self.unsaved

    def menu(self) -> list[str]:
        return [_read(one.text()) for one in self.button.menu().actions() if one.text()]

    def choose(self, words: str) -> None:
        next(one for one in self.button.menu().actions() if _read(one.text()) == words).trigger()
        self.world.idle()

    @property
    def dialog(self) -> PinDialog:
        assert self.pins.dialog is not None
        return self.pins.dialog

    def fill(self, *texts: str) -> None:
        fields = [field for field in self.dialog.findChildren(QLineEdit)]
        assert len(fields) == len(texts)
        for field, text in zip(fields, texts, strict=True):
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, text)

    def press_return(self) -> None:
        QTest.keyClick(self.dialog.focusWidget() or self.dialog, Qt.Key.Key_Return)
        self.world.idle()

    def click(self, words: str) -> None:
        next(one for one in self.dialog.findChildren(QPushButton) if one.text() == words).click()
        self.world.idle()

    def set_pin(self) -> str:
        """Set a PIN for who learns now; returns the recovery key."""
        self.choose("Set a PIN…")
        self.fill(PIN, PIN)
        self.press_return()
        dialog = self.dialog
        assert isinstance(dialog, RecoveryKeyDialog)
        key = dialog.key
        self.press_return()
        assert self.pins.dialog is None
        return key

    def is_locked(self) -> bool:
        return self.world.almaz.id in self.world.ask(lambda store: store.pins.locked())


@pytest.fixture
def header(world: WritingWorld) -> Iterator[_Header]:
    made = _Header(world)
    yield made
    made.window.close()
    made.window.deleteLater()


def _write(world: WritingWorld, words: str) -> None:
    course = world.session.course
    assert course is not None
    step = next(iter(course.outline.steps())).id
    document = Document.from_plain_text(words)
    world.ask(
        lambda store: store.save_draft(
            world.almaz.id, course.outline.course.id, step, DraftKind.NOTE, document, SaveReason.LEAVING
        )
    )


def test_a_dialog_is_in_the_middle_of_the_window_and_not_beyond_its_edge(header: _Header) -> None:
    # No wider than the screen of the tests.
    header.window.resize(700, 560)
    header.choose("Set a PIN…")
    beside = header.dialog.geometry().center() - header.window.geometry().center()
    assert abs(beside.x()) <= 2
    assert abs(beside.y()) <= 2


def test_a_pin_is_set_by_keyboard_and_the_key_is_shown_once(header: _Header) -> None:
    key = header.set_pin()
    assert len(key.split("-")) == 7
    learner = header.world.session.learner
    assert learner is not None
    assert learner.has_pin
    assert "Change or remove the PIN…" in header.menu()
    assert "Set a PIN…" not in header.menu()


def test_two_pins_that_differ_and_easy_ones_are_told_and_nothing_is_set(header: _Header) -> None:
    header.choose("Set a PIN…")
    header.fill(PIN, OTHER)
    header.press_return()
    assert "not the same; nothing was changed" in header.dialog.problem_words
    header.fill("123456", "123456")
    header.press_return()
    assert "others would try" in header.dialog.problem_words
    assert isinstance(header.dialog, NewPinDialog)
    assert header.world.ask(lambda store: store.learners())[0].has_pin is False


def test_who_leaves_is_locked_and_shown_so_in_words(header: _Header) -> None:
    header.set_pin()
    header.choose("Berhane")
    assert header.is_locked()
    assert "Almaz (locked)" in header.menu()
    action = next(one for one in header.button.menu().actions() if _read(one.text()) == "Almaz (locked)")
    assert not action.icon().isNull()


def test_who_is_locked_learns_only_after_the_pin(header: _Header) -> None:
    _write(header.world, "Before")
    header.set_pin()
    header.choose("Berhane")
    header.choose("Almaz (locked)")
    assert isinstance(header.dialog, UnlockDialog)
    assert header.world.session.learner == header.world.berhane
    header.fill("999111")
    header.press_return()
    assert "This is not the PIN" in header.dialog.problem_words
    assert header.world.session.learner == header.world.berhane
    header.fill(PIN)
    header.press_return()
    assert header.pins.dialog is None
    learner = header.world.session.learner
    assert learner is not None
    assert learner.id == header.world.almaz.id
    (draft,) = header.world.ask(lambda store: store.drafts(header.world.almaz.id))
    assert draft.document.plain_text() == "Before"


def test_who_thinks_better_of_it_stays_who_they_are(header: _Header) -> None:
    header.set_pin()
    header.choose("Berhane")
    header.choose("Almaz (locked)")
    QTest.keyClick(header.dialog, Qt.Key.Key_Escape)
    header.world.idle()
    assert header.world.session.learner == header.world.berhane
    checked = [_read(one.text()) for one in header.button.menu().actions() if one.isChecked()]
    assert checked == ["Berhane"]


def test_somebody_else_may_choose_from_the_menu(header: _Header) -> None:
    header.set_pin()
    header.choose("Berhane")
    header.choose("Almaz (locked)")
    # The menu is open until somebody chooses.
    QTimer.singleShot(200, header.button.menu().close)
    with header.world.qtbot.waitSignal(header.button.menu().aboutToShow):
        header.click("Somebody else")
    assert header.pins.dialog is None
    assert header.world.session.learner == header.world.berhane


def test_after_five_wrong_pins_the_button_waits_and_says_so(header: _Header) -> None:
    header.set_pin()
    header.choose("Berhane")
    header.choose("Almaz (locked)")
    for _ in range(5):
        header.fill("999111")
        header.press_return()
    dialog = header.dialog
    assert isinstance(dialog, UnlockDialog)
    assert "Try again in 10 seconds" in dialog.problem_words
    assert not dialog.open_button.isEnabled()
    header.click("I forgot the PIN…")
    assert isinstance(header.dialog, ForgottenPinDialog)


def test_a_forgotten_pin_is_replaced_with_the_recovery_key(header: _Header) -> None:
    key = header.set_pin()
    header.choose("Berhane")
    header.choose("Almaz (locked)")
    header.click("I forgot the PIN…")
    said = " ".join(one.text() for one in header.dialog.findChildren(QLabel))
    assert "your texts stay locked. They are kept and nothing deletes them" in said
    header.fill("ABCD", OTHER, OTHER)
    header.press_return()
    assert "not a whole recovery key" in header.dialog.problem_words
    header.fill(key.lower(), OTHER, OTHER)
    header.press_return()
    learner = header.world.session.learner
    assert learner is not None
    assert learner.id == header.world.almaz.id
    header.choose("Berhane")
    header.choose("Almaz (locked)")
    header.fill(OTHER)
    header.press_return()
    assert header.world.session.learner == learner


def test_the_pin_is_changed_and_removed_with_the_present_one_only(header: _Header) -> None:
    header.set_pin()
    header.choose("Change or remove the PIN…")
    header.fill("999111", OTHER, OTHER)
    header.press_return()
    assert "This is not the PIN" in header.dialog.problem_words
    header.fill(PIN, OTHER, OTHER)
    header.press_return()
    assert header.pins.dialog is None
    header.choose("Change or remove the PIN…")
    assert isinstance(header.dialog, ChangePinDialog)
    header.fill(OTHER, "", "")
    header.click("Remove the PIN")
    assert header.pins.dialog is None
    assert "Set a PIN…" in header.menu()
    assert header.world.ask(lambda store: store.learners())[0].has_pin is False


def test_a_new_recovery_key_is_shown_copied_and_saved(
    header: _Header, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = header.set_pin()
    header.choose("Change or remove the PIN…")
    header.fill(PIN, "", "")
    header.click("New recovery key")
    dialog = header.dialog
    assert isinstance(dialog, RecoveryKeyDialog)
    assert dialog.key != first
    header.click("Copy")
    assert QGuiApplication.clipboard().text() == dialog.key
    file = tmp_path / "key.txt"
    monkeypatch.setattr(pin_presenter, "ask_where_to_save", lambda *_words: file)
    header.click("Save to a file…")
    assert dialog.key in file.read_text(encoding="utf-8")
    assert str(file) in dialog.problem_words


def test_files_that_could_not_be_locked_are_named(header: _Header) -> None:
    aside = header.world.db.with_name("learner-damaged-20260101-000000.db")
    aside.write_bytes(b"\xee" * 100)
    header.choose("Set a PIN…")
    header.fill(PIN, PIN)
    header.press_return()
    said = " ".join(one.text() for one in header.dialog.findChildren(QLabel))
    assert "could not be locked and may still show your words" in said
    assert str(aside) in said


def test_words_that_are_not_saved_yet_keep_the_key_here(
    header: _Header, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pin_presenter, "_LOOK_AGAIN_MS", 20)
    header.set_pin()
    header.unsaved = True
    header.choose("Berhane")
    assert not header.is_locked()
    header.unsaved = False
    header.world.qtbot.waitUntil(header.is_locked, timeout=5_000)


def test_nothing_closes_while_a_pin_is_being_set(header: _Header) -> None:
    header.choose("Set a PIN…")
    header.fill(PIN, PIN)
    dialog = header.dialog
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    header.world.idle()
    assert isinstance(header.dialog, RecoveryKeyDialog)


def test_who_has_a_pin_proves_with_it_who_they_are(header: _Header) -> None:
    header.set_pin()
    proven: list[str] = []
    present = header.world.session.learner
    assert present is not None
    header.pins.prove(present, lambda: proven.append("Almaz"))
    assert "Somebody else" not in [one.text() for one in header.dialog.findChildren(QPushButton)]
    header.fill("999111")
    header.press_return()
    assert proven == []
    header.fill(PIN)
    header.press_return()
    assert proven == ["Almaz"]
    header.pins.prove(header.world.berhane, lambda: proven.append("Berhane"))
    assert proven == ["Almaz", "Berhane"]
