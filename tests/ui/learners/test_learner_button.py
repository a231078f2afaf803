"""Several learners on one computer: who is learning is always seen, and switching is one click."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.learners.pin_presenter import PinPresenter
from courseplayer.ui.learners.presenter import LearnersPresenter
from courseplayer.ui.learners.view import LearnerButton, NameDialog
from making.sessions import session_in
from making.writing_world import WritingWorld

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def read(shown: str) -> str:
    """Return words as they are seen on a button, without marks of direction."""
    return shown.replace("&&", "&").strip("\u2068\u2069")


class _Header:
    """The learner button in a window."""

    def __init__(self, world: WritingWorld) -> None:
        self.world = world
        self.window = QWidget()
        self.window.resize(600, 400)
        self.button = LearnerButton(world.icons)
        self.button.setParent(self.window)
        self.has_unsaved = False
        self.pins = PinPresenter(world.icons, world.access, self._is_unsaved, self.window)
        self.presenter = LearnersPresenter(
            self.button, world.icons, world.access, world.session, self.window, self.pins
        )
        self.window.show()
        self.presenter.load()
        world.idle()

    def _is_unsaved(self) -> bool:
        return self.has_unsaved

    @property
    def shown(self) -> str:
        return read(self.button.text())

    def names(self) -> list[str]:
        return [read(one.text()) for one in self.button.menu().actions() if one.isCheckable()]

    def choose(self, words: str) -> None:
        next(one for one in self.button.menu().actions() if read(one.text()) == words).trigger()
        self.world.idle()

    def answer(self, name: str) -> NameDialog:
        dialog = next(one for one in self.window.findChildren(NameDialog) if one.isVisible())
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        field.insert(name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.world.idle()
        return dialog

    def last(self) -> int | None:
        return self.world.ask(LearnerStore.last_learner)


@pytest.fixture
def header(world: WritingWorld) -> Iterator[_Header]:
    made = _Header(world)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_the_button_shows_who_is_learning_and_one_click_switches(header: _Header) -> None:
    assert header.shown == "Almaz"
    assert "Almaz" in header.button.accessibleName()
    assert header.names() == ["Almaz", "Berhane"]
    header.choose("Berhane")
    assert header.shown == "Berhane"
    assert header.world.session.learner == header.world.berhane
    assert header.last() == header.world.berhane.id


def test_a_learner_is_added_without_a_password_and_learns_at_once(header: _Header) -> None:
    header.choose("Add a learner…")
    header.answer("Chaltu")
    assert header.shown == "Chaltu"
    assert header.names() == ["Almaz", "Berhane", "Chaltu"]
    learner = header.world.session.learner
    assert learner is not None
    assert learner.name == "Chaltu"


def test_a_name_that_is_taken_is_told_and_the_dialog_stays(header: _Header) -> None:
    header.choose("Add a learner…")
    dialog = header.answer("BERHANE")
    assert dialog.isVisible()
    assert any("Berhane" in one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    assert header.shown == "Almaz"


def test_a_name_is_changed_and_everything_stays_with_it(header: _Header) -> None:
    header.choose("Change this name…")
    header.answer("Almaz Bekele")
    assert header.shown == "Almaz Bekele"
    learner = header.world.session.learner
    assert learner is not None
    assert (learner.id, learner.name) == (header.world.almaz.id, "Almaz Bekele")


@pytest.mark.parametrize("name", ["Tom & Jerry", "<b>Bold</b>", "አልማዝ 🙂"])
def test_any_name_is_shown_letter_by_letter(header: _Header, name: str) -> None:
    header.choose("Add a learner…")
    header.answer(name)
    assert header.shown == name
    assert "&" not in header.button.text().replace("&&", "")
    assert "<b>" not in header.button.toolTip()
    assert name in header.button.accessibleName()


def test_a_first_learner_is_there_without_a_question(world: WritingWorld) -> None:
    access = LearnerAccess(world.jobs, StorePlaces(world.folder / "new.db"), world.clock)
    session = session_in(world.folder, world.jobs, access)
    window = QWidget()
    button = LearnerButton(world.icons)
    button.setParent(window)
    pins = PinPresenter(world.icons, access, bool, window)
    LearnersPresenter(button, world.icons, access, session, window, pins).load()
    world.idle()
    assert read(button.text()) == "Learner"
    assert session.learner is not None
    assert [one for one in window.findChildren(NameDialog) if one.isVisible()] == []
    access.close()
    world.idle()
    window.deleteLater()
