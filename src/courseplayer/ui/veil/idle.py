"""Notices that nobody has used the window for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_EVERY_MS = 5_000
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """Tells when neither keys nor mouse nor a playing medium showed that somebody is there.

    It looks at the windows of the system below the widgets, through which little else passes: a filter of
    the whole application would run Python for every event.
    """

    idle = Signal()

    def __init__(self, is_watching: Callable[[], bool], parent: QObject) -> None:
        """``is_watching`` tells whether a medium plays, which somebody may be watching without a key."""
        super().__init__(parent)
        self._is_watching = is_watching
        self._limit_seconds = 0.0
        self._last = self._moments()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window_changed)
            self._on_focus_window_changed(QGuiApplication.focusWindow())

    def set_minutes(self, minutes: int) -> None:
        """Tell after so many minutes, 0 for never."""
        self._limit_seconds = minutes * 60.0
        self.note_life()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def note_life(self) -> None:
        """Somebody is there."""
        self._last = self._moments()

    def look(self) -> None:
        """See whether it has been long enough."""
        if self._is_watching():
            self.note_life()
        elif self._limit_seconds and self.idle_seconds() >= self._limit_seconds:
            self.note_life()
            self.idle.emit()

    def idle_seconds(self) -> float:
        """Return how long nobody has shown.

        A computer that slept stops one clock and not the other; whoever woke it may be somebody else.
        """
        return max(now - last for now, last in zip(self._moments(), self._last, strict=True))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at what comes in, and let it pass."""
        if event.type() in _SIGNS_OF_LIFE:
            self.note_life()
        return False

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _moments(self) -> tuple[float, float]:
        return time.monotonic(), time.time()
