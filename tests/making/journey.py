"""Walks through the real window as a person does: real clicks and keys, and waiting for what they bring."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTreeView, QWidget

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import Outline, StepKind, StepOutline
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.system.policy import NO_POLICY, Policy
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.navigation import Place
from courseplayer.ui.outline.model import Role
from courseplayer.ui.player.presenter import MediaPresenter

LONG_MS = 20_000
_W = TypeVar("_W", bound=QWidget)


class Patience(Protocol):
    """Runs the event loop until something is so, as pytest-qt's ``qtbot`` does."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802
        """Return when it is so; raise when it is not within ``timeout`` milliseconds."""


class Journey:
    """One person's time with the program; it may end and start again on the same computer."""

    def __init__(self, application: QApplication, qtbot: Patience, home: Path) -> None:
        self._application = application
        self._qtbot = qtbot
        self._programs: list[Program] = []
        self.paths: Paths = standard_paths(os.environ, home)
        self.policy: Policy = NO_POLICY

    def start(
        self,
        file: Path | None = None,
        step: str | None = None,
        at_ms: int | None = None,
        *,
        waits: bool = True,
    ) -> None:
        """Start the program as the command does; with ``waits`` until everything asked for is there."""
        program = Program(self._application, self.paths, self.policy)
        self._programs.append(program)
        program.start(WindowRequest(file, step, at_ms))
        self.wait(self._has_window)
        self.activate()
        if waits:
            self.wait(lambda: self.window.session.learner is not None)
            if file is not None:
                self.wait(lambda: self.window.session.course is not None)
                self.wait(lambda: self.window.frame.page is self.window.course)

    def end(self) -> None:
        """Close the window as the person does."""
        frame = self.program.frame
        if frame is not None:
            frame.close()

    def restart(self, file: Path | None = None) -> None:
        """End the program and start it again."""
        self.end()
        self.start(file)

    def clean_up(self) -> None:
        """Leave nothing behind for the next test."""
        for program in self._programs:
            program.finish()
            program.deleteLater()
        for widget in self._application.topLevelWidgets():
            widget.close()
            widget.deleteLater()

    @property
    def program(self) -> Program:
        """The program that runs now."""
        return self._programs[-1]

    @property
    def window(self) -> Window:
        """The window that is open now."""
        window = self.program.window
        assert window is not None
        return window

    @property
    def frame(self) -> MainWindow:
        """The window's frame."""
        return self.window.frame

    @property
    def outline(self) -> Outline:
        """The outline of the open course."""
        course = self.window.session.course
        assert course is not None
        return course.outline

    @property
    def player(self) -> MediaPresenter:
        """The player, which is made at the first medium."""
        self.wait(lambda: self.frame.findChild(MediaPresenter) is not None)
        player = self.frame.findChild(MediaPresenter)
        assert player is not None
        return player

    def shows(self, page: QWidget) -> bool:
        """A page is the one in the window."""
        return self.frame.page is page

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Run the program until something is so."""
        self._qtbot.waitUntil(is_so, timeout=LONG_MS)

    def step(self, kind: StepKind) -> StepOutline:
        """Return the first step of a kind."""
        return next(step for step in self.outline.steps() if step.kind == kind)

    def numbered(self, number: str) -> StepOutline:
        """Return a step by its number."""
        step = self.outline.step_numbered(number)
        assert step is not None
        return step

    def go(self, step: StepOutline, at_ms: int | None = None) -> None:
        """Go to a step as a link does, and wait for it."""
        place = Place.in_course(Location(self.outline.course.id, step.id, at_ms))
        self.window.navigator.go(place)
        self.wait_for_step(step)

    def wait_for_step(self, step: StepOutline) -> None:
        """Wait until a step is on the page and its content with it."""
        session = self.window.session
        self.wait(lambda: session.progress.last is not None and session.progress.last.step_id == step.id)
        self.wait(lambda: self.shown_title() == f"{step.number}  {step.title}")

    def shown_title(self) -> str:
        """Return the title on the step page."""
        return self.window.step.title_words

    def open_video(self, number: str = "1.1") -> MediaPresenter:
        """Go to a video and wait until it can be played."""
        self.go(self.numbered(number))
        self.wait(lambda: self.picture_ms() >= 0)
        return self.player

    def picture_ms(self) -> int:
        """Return the start of the frame being shown, -1 while there is none or a still."""
        surface = self.player.panel.picture.findChild(QVideoWidget)
        return -1 if surface is None else surface.videoSink().videoFrame().startTime() // 1000

    def click_step(self, step: StepOutline) -> None:
        """Click on a step in the list of steps."""
        tree = self.child(QTreeView)
        index = tree.model().match(tree.model().index(0, 0), Role.STEP_ID, step.id, 1, _DEEPLY)[0]
        tree.scrollTo(index)
        QTest.mouseClick(tree.viewport(), _LEFT, pos=tree.visualRect(index).center())

    def child(self, kind: type[_W], name: str = "") -> _W:
        """Return the one visible widget of a kind, by its accessible name where a name is given."""
        found = [
            one
            for one in self.frame.findChildren(kind)
            if one.isVisible() and (not name or one.accessibleName() == name)
        ]
        assert len(found) == 1, f"{len(found)} × {kind.__name__} {name!r}"
        return found[0]

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button with these words or this accessible name."""
        found = [
            one
            for one in self.frame.findChildren(QAbstractButton)
            if one.isVisible() and words in (one.text(), one.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} buttons named {words!r}"
        return found[0]

    def has_keyboard(self, panel: QWidget) -> bool:
        """The keyboard is at a widget or inside it."""
        at = self.frame.focusWidget()
        return at is not None and (at is panel or panel.isAncestorOf(at))

    def buttons(self) -> list[str]:
        """Return the words of every visible button."""
        return [one.text() for one in self.frame.findChildren(QAbstractButton) if one.isVisible()]

    def click(self, widget: QWidget | str, at: QPoint | None = None) -> None:
        """Click on a widget, or on the button with these words."""
        if isinstance(widget, str):
            widget = self.button(widget)
        at = at or widget.rect().center()
        # A page that has just been filled is laid out in a moment.
        self.wait(partial(_is_hit_at, widget, at))
        QTest.mouseClick(widget, _LEFT, pos=at)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is now."""
        QTest.keyClick(self.focused(), key, modifier)

    def type(self, words: str) -> None:
        """Type words where the keyboard is now."""
        QTest.keyClicks(self.focused(), words)

    def focused(self) -> QWidget:
        """Return the widget that has the keyboard, after the window has been given it."""
        self.activate()
        return self.frame.focusWidget() or self.frame

    def activate(self) -> None:
        """Bring the window to the front, as a click on it does; without a window manager none stays there."""
        frame = self.frame
        if QApplication.activeWindow() is not frame:
            frame.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is frame)

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self.frame.resize(width, height)
        self.activate()

    def _has_window(self) -> bool:
        return self.program.window is not None


def _is_hit_at(widget: QWidget, at: QPoint) -> bool:
    hit = widget.window().childAt(widget.mapTo(widget.window(), at))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


_LEFT = Qt.MouseButton.LeftButton
_DEEPLY = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
