"""Opens a video in the real window and looks at what a learner would see; for the self-test only."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from courseplayer.system.paths import Paths
from courseplayer.ui.player.panel import MediaPanel

_LOOK_EVERY_MS = 20
_PATIENCE_MS = 15_000

OpenStep = Callable[[Paths, Path, str], QObject]
"""Opens the window with these places, this course and this step; returns the program."""


class SilentWindowError(Exception):
    """The window showed neither a picture nor the reason why not; the words say how long it was watched."""


class ReasonShown(Exception):  # noqa: N818 - the window did right; it is the machine that lacks something
    """The window said why there is no picture; the words are the sentence and the time it took."""


class WindowWatch(QObject):
    """Waits until the window shows a frame of the video, or says why it does not."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._loop = QEventLoop()
        self._clock = QElapsedTimer()
        self._outcome = ""
        self._reason = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def open(self, open_step: OpenStep, paths: Paths, course: Path, step: str) -> str:
        """Return how long the first frame took; raises ReasonShown or SilentWindowError."""
        self._clock.start()
        program = open_step(paths, course, step)
        self._timer.start(_LOOK_EVERY_MS)
        self._loop.exec()
        self._timer.stop()
        for window in self._application.topLevelWidgets():
            window.close()
        program.deleteLater()
        if self._reason:
            raise ReasonShown(self._reason)
        if not self._outcome:
            raise SilentWindowError(f"it showed neither a picture nor a reason within {_PATIENCE_MS} ms")
        return self._outcome

    def _look(self) -> None:
        panel = self._panel()
        took = f"after {self._clock.elapsed()} ms"
        if panel is not None and panel.banner.isVisible():
            self._reason = f"the window said {took}: {panel.banner.accessibleName()}"
        elif panel is not None and _shows_frame(panel):
            self._outcome = f"first frame {took}"
        elif self._clock.elapsed() < _PATIENCE_MS:
            return
        self._loop.quit()

    def _panel(self) -> MediaPanel | None:
        found = (window.findChild(MediaPanel) for window in self._application.topLevelWidgets())
        return next((panel for panel in found if panel is not None and panel.isVisible()), None)


def _shows_frame(panel: QWidget) -> bool:
    # A machine without QtMultimedia must get this far and be told.
    from PySide6.QtMultimediaWidgets import QVideoWidget  # noqa: PLC0415

    surface = panel.findChild(QVideoWidget)
    if surface is None:
        return False
    frame = surface.videoSink().videoFrame()
    # A still that the program puts there while it waits has no start.
    return frame.isValid() and frame.startTime() >= 0
