"""Every page and dialog of the real window, without a mouse: all is named, reached by Tab and big enough."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.player.presenter import MediaPresenter
from courseplayer.ui.shortcut_list import all_shortcuts, window_shortcuts
from courseplayer.ui.step.quiz import QuestionCard
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.toolbar import EditorToolBar

_W = TypeVar("_W", bound=QWidget)
_LONG_MS = 10_000
_LINKS_OF_AN_ARTICLE = 10
_LEAST_TARGET_PX = 32
_INTERACTIVE = (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QAbstractSlider,
    QAbstractItemView,
    QTextEdit,
    QTabBar,
)
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return standard_paths(os.environ, tmp_path / "home")


@pytest.fixture
def window(qapp: QApplication, paths: Paths, demo_course: Path, qtbot: QtBot) -> Iterator[Window]:
    program = Program(qapp, paths)
    program.start(WindowRequest(demo_course))
    qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
    opened = program.window
    assert opened is not None
    qtbot.waitUntil(lambda: opened.session.course is not None, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: opened.session.learner is not None, timeout=_LONG_MS)
    opened.frame.resize(1280, 720)
    _activate(opened.frame, qtbot)
    yield opened
    for shown in qapp.topLevelWidgets():
        if isinstance(shown, QDialog):
            shown.reject()
    program.finish()
    program.deleteLater()
    for shown in qapp.topLevelWidgets():
        shown.close()
        shown.deleteLater()


def _go(window: Window, kind: StepKind, qtbot: QtBot) -> None:
    assert window.session.course is not None
    outline = window.session.course.outline
    step = next(step for step in outline.steps() if step.kind == kind)
    window.navigator.go(Place.in_course(Location(outline.course.id, step.id)))
    qtbot.waitUntil(lambda: any(_seen(window.step, RichEditor)), timeout=_LONG_MS)
    editor = next(_seen(window.step, RichEditor))
    qtbot.waitUntil(lambda: not editor.isReadOnly(), timeout=_LONG_MS)
    if kind in (StepKind.VIDEO, StepKind.AUDIO):
        player = window.frame.findChild(MediaPresenter)
        assert player is not None
        qtbot.waitUntil(player.panel.isVisible, timeout=_LONG_MS)
        # Without a window system the video, a window of its own, takes the keyboard as it is shown.
        window.frame.focus_page()
    _activate(window.frame, qtbot)


def _activate(shown: QWidget, qtbot: QtBot) -> None:
    """Make a window the active one: without a window system a new menu or dialog can end that."""
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=_LONG_MS)


def _seen(inside: QWidget, kind: type[_W]) -> Iterator[_W]:
    return (found for found in inside.findChildren(kind) if found.isVisible())


def _is_part(control: QWidget) -> bool:
    """Return whether a control belongs to another that offers the same: a scroll bar, the cross in a line."""
    if isinstance(control, QScrollBar):
        return True
    owner = control.parentWidget()
    while owner is not None:
        if isinstance(owner, QLineEdit | QComboBox | QTabBar):
            return True
        owner = owner.parentWidget()
    return False


def _controls(shown: QWidget) -> list[QWidget]:
    return [
        control
        for control in _seen(shown, QWidget)
        if isinstance(control, _INTERACTIVE) and control.isEnabled() and not _is_part(control)
    ]


def _name(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def _words(control: QWidget) -> str:
    return f"{type(control).__name__} “{_name(control)}”"


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _tabbed_through() -> list[QWidget]:
    """Press Tab until nothing new has the focus for as many times as there are places."""
    visited: list[QWidget] = []
    repeated = 0
    while repeated <= len(visited) + _LINKS_OF_AN_ARTICLE:
        focused = _focused()
        repeated = repeated + 1 if focused in visited else 0
        if focused not in visited:
            visited.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return visited


def _is_reached(control: QWidget, visited: list[QWidget]) -> bool:
    if isinstance(control, QRadioButton):
        # Tab goes to one of a group, the arrow keys to the others.
        group = control.group()
        return group is not None and any(one in visited for one in group.buttons())
    return control in visited


def _complaints(shown: QWidget) -> list[str]:
    controls = _controls(shown)
    focusable = [one for one in _seen(shown, QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    visited = _tabbed_through()
    return [
        *(f"no name: {_words(one)} " for one in focusable if not _name(one)),
        *(f"no name: {_words(one)}" for one in controls if not _name(one)),
        *(f"not reached by Tab: {_words(one)}" for one in controls if not _is_reached(one, visited)),
        *(
            f"smaller than {_LEAST_TARGET_PX} px: {_words(one)} {one.width()} × {one.height()}"
            for one in controls
            if isinstance(one, QAbstractButton | QComboBox | QLineEdit | QTabBar)
            and min(one.width(), one.height()) < _LEAST_TARGET_PX
        ),
    ]


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step(window: Window, qtbot: QtBot, kind: StepKind) -> None:
    _go(window, kind, qtbot)
    if kind is StepKind.QUIZ:
        next(_seen(window.step, QuestionCard)).choose_first()
    assert window.step.isAncestorOf(_focused())
    assert _complaints(window.frame) == []


@pytest.mark.parametrize("page", [Page.SHELF, Page.PREFERENCES, Page.ABOUT, Page.SHORTCUTS])
def test_every_other_page(window: Window, page: Page) -> None:
    window.navigator.go(Place(page))
    assert window.frame.page is not None
    assert window.frame.page.isAncestorOf(_focused())
    # A page that was made just now gets its sizes before it is painted.
    QApplication.processEvents()
    assert _complaints(window.frame) == []


def test_the_front_page(window: Window) -> None:
    assert window.session.course is not None
    window.navigator.go(Place.in_course(Location(window.session.course.outline.course.id)))
    assert window.course.front.isAncestorOf(_focused())
    assert _complaints(window.frame) == []


@pytest.mark.parametrize(("words", "is_there"), [("patients", True), ("zzqqxx", False)])
def test_the_search(window: Window, qtbot: QtBot, words: str, is_there: bool) -> None:
    header = window.frame.header
    header.focus_search()
    QTest.keyClicks(header.search, words)
    QTest.keyClick(header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.page is window.search, timeout=_LONG_MS)
    if is_there:
        qtbot.waitUntil(lambda: bool(window.search_presenter.hits), timeout=_LONG_MS)
    else:
        qtbot.waitUntil(lambda: any(_seen(window.search, QPushButton)), timeout=_LONG_MS)
    assert _complaints(window.frame) == []


@pytest.mark.parametrize("opener", ["Export…", "Versions", "Quote…", "Link"])
def test_every_dialog_of_the_assignment(window: Window, qtbot: QtBot, opener: str) -> None:
    _go(window, StepKind.ASSIGNMENT, qtbot)
    next(_seen(window.step, RichEditor)).insertPlainText("We asked twelve patients.")
    if opener == "Link":
        next(_seen(window.step, EditorToolBar)).link_wanted.emit()
    else:
        next(one for one in _seen(window.step, QPushButton) if one.text() == opener).click()
    _check_dialog(qtbot)


def test_the_dialog_for_a_name(window: Window, qtbot: QtBot) -> None:
    window.learner_button.new_name_wanted.emit()
    _check_dialog(qtbot)


def _check_dialog(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog), timeout=_LONG_MS)
    dialog = QApplication.activeWindow()
    assert dialog is not None
    assert dialog.isAncestorOf(_focused())
    assert _complaints(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def _keys(sequences: list[QKeySequence]) -> list[str]:
    return [sequence.toString() for sequence in sequences if not sequence.isEmpty()]


def test_no_key_means_two_things(window: Window, qtbot: QtBot) -> None:
    _go(window, StepKind.ARTICLE, qtbot)
    frame = window.frame
    keys = [key for action in frame.findChildren(QAction) for key in _keys(action.shortcuts())]
    keys += _keys([made.key() for made in frame.findChildren(QShortcut)])
    keys += _keys([made.shortcut() for made in _seen(frame, QAbstractButton)])
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    listed = [key for group in window_shortcuts() for key, _words in group.entries]
    assert sorted(keys) == sorted(QKeySequence(key).toString() for key in listed)


def test_the_list_of_shortcuts_names_each_key_once() -> None:
    keys = [key for group in all_shortcuts() for entry in group.entries for key in entry[0].split(", ")]
    shared = {"Up", "Down"}
    assert [key for key, count in Counter(keys).items() if count > 1 and key not in shared] == []


def test_escape_in_the_search_box_empties_it_first(window: Window) -> None:
    search = window.frame.header.search
    window.frame.header.focus_search()
    QTest.keyClicks(search, "we")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.hasFocus()


def test_a_step_chosen_by_keyboard_has_the_focus(window: Window, qtbot: QtBot) -> None:
    _go(window, StepKind.ARTICLE, qtbot)
    before = window.navigator.place
    after: Callable[[], bool] = lambda: window.navigator.place != before  # noqa: E731
    QTest.keyClick(window.frame, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(after, timeout=_LONG_MS)
    assert window.step.isAncestorOf(_focused())
