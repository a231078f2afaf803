"""Shows the player in a window as the program does, and waits for what it shows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtMultimediaWidgets import QVideoWidget

from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs
from courseplayer.ui.player.choices import PlaybackChoices
from courseplayer.ui.player.presenter import MediaPresenter
from courseplayer.ui.player.spare_surface import SpareSurface
from courseplayer.ui.theme import LIGHT, Theme

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


class PlayerWindow:
    """A presenter with its panel shown, and the jobs it works with."""

    def __init__(self, choices: PlaybackChoices | None = None, size: tuple[int, int] = (1100, 640)) -> None:
        self.jobs = Jobs()
        icons = Icons(ICONS, Theme(LIGHT))
        self.presenter = MediaPresenter(icons, self.jobs, choices or PlaybackChoices(), SpareSurface(), None)
        self.panel = self.presenter.panel
        self.panel.resize(*size)
        self.panel.show()

    def close(self) -> None:
        """Leave as the program does."""
        self.presenter.shut()
        self.jobs.finish()
        self.panel.close()
        self.panel.deleteLater()
        self.presenter.deleteLater()

    def shown_image(self) -> QImage | None:
        """Return what the video surface shows now."""
        surface = self.panel.picture.findChild(QVideoWidget)
        if surface is None or not surface.videoSink().videoFrame().isValid():
            return None
        return surface.videoSink().videoFrame().toImage()

    def shown_start_ms(self) -> int:
        """Return the start of the frame being shown, -1 for none or a still."""
        surface = self.panel.picture.findChild(QVideoWidget)
        return -1 if surface is None else surface.videoSink().videoFrame().startTime() // 1000

    def caption(self) -> str:
        """Return the words written on the video."""
        surface = self.panel.picture.findChild(QVideoWidget)
        return "" if surface is None else surface.videoSink().videoFrame().subtitleText()


def wait_until(is_so: Callable[[], bool], timeout_ms: int = 15_000) -> None:
    """Run the event loop until something is so; fails when it never is."""
    since = QElapsedTimer()
    since.start()
    while not is_so():
        assert since.elapsed() < timeout_ms, "it never came"
        run_for(4)


def run_for(ms: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
