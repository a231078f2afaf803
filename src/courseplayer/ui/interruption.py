"""Ctrl-C in a terminal, or the system's wish to end: the window closes as a person closes it, and saves."""

import signal
from types import FrameType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

_LET_PYTHON_RUN_EVERY_MS = 500


class Interruption(QObject):
    """Turns signals of the system into the end of the program; asked a second time it ends at once."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.was_asked = False
        self._before = {number: signal.signal(number, self._on_signal) for number in _signals()}
        # Python's handlers wait for Python code to run, and while nothing happens Qt runs none.
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(_LET_PYTHON_RUN_EVERY_MS)

    def restore(self) -> None:
        """Leave signals to whoever had them before."""
        self._timer.stop()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        self.was_asked = True

    def _on_timeout(self) -> None:
        if self.was_asked:
            self._timer.stop()
            self._application.closeAllWindows()
            self._application.quit()


def _signals() -> tuple[signal.Signals, ...]:
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))
