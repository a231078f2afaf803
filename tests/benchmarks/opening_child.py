"""Opens courses in the whole program and notes when their outline has been painted."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QTreeView, QWidget

from benchmarks.waiting import wait_ms, wait_until
from courseplayer.app import Program, WindowRequest, make_application
from courseplayer.app_window import Window
from courseplayer.system.paths import standard_paths
from courseplayer.ui.navigation import Page, Place

_SETTLED_MS = 400
_PAINTED = QEvent.Type(QEvent.registerEventType())


class OutlineWatch(QObject):
    """Notes the first paint of the outline after a course has come into it."""

    def __init__(self, outline: QWidget) -> None:
        super().__init__(outline)
        self._is_waiting = False
        self.painted_s: float | None = None
        outline.installEventFilter(self)

    def on_course_opened(self, _course: object) -> None:
        """Look for the paint from now on."""
        self._is_waiting = True
        self.painted_s = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the outline being painted."""
        if self._is_waiting and event.type() is QEvent.Type.Paint:
            self._is_waiting = False
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """The painting is over."""
        if event.type() == _PAINTED:
            self.painted_s = time.perf_counter()
        return super().event(event)


def open_in_turn(big: str, small: str, rounds: int, state: str) -> dict[str, list[float]]:
    """Return the times (ms) from opening to the painted outline."""
    application = make_application()
    program = Program(application, standard_paths(os.environ))
    program.start(WindowRequest())
    wait_until(lambda: program.window is not None, "the window")
    window = program.window
    assert window is not None
    tree = window.course.outline.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    watch = OutlineWatch(tree.viewport())
    window.session.course_opened.connect(watch.on_course_opened)
    times: dict[str, list[float]] = {"big": [], "small": []}
    for number in range(rounds + 1):
        names = [("big", big), ("small", small)]
        for name, path in names if number % 2 else reversed(names):
            needed_ms = _open(program, window, watch, Path(path), is_cold=state == "cold")
            if number > 0:
                times[name].append(needed_ms)
    return times


def _open(program: Program, window: Window, watch: OutlineWatch, path: Path, *, is_cold: bool) -> float:
    window.navigator.go(Place(Page.SHELF))
    wait_until(lambda: program.jobs.pending == 0, "nothing to do")
    wait_ms(_SETTLED_MS)
    if is_cold:
        _forget(path)
    watch.painted_s = None
    since = time.perf_counter()
    window.presenter.open_file(path)
    wait_until(lambda: watch.painted_s is not None, "the outline")
    assert watch.painted_s is not None
    return (watch.painted_s - since) * 1_000


def _forget(path: Path) -> None:
    """Let the system drop what it has of the file."""
    descriptor = os.open(path, os.O_RDONLY)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)
