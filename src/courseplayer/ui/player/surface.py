"""The video surface: Qt's video widget, and the stills and captions that go through its sink.

Import this module only when the first video is opened: it loads QtMultimedia.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QSizePolicy

_CAPTION_GRACE_MS = 90
_LINE_PX = 3


class VideoSurface(QVideoWidget):
    """Shows frames of the player; why this widget: docs/decisions/video-surface.md."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._caption = ""
        self._caption_timer = QTimer(self)
        self._caption_timer.setSingleShot(True)
        self._caption_timer.setInterval(_CAPTION_GRACE_MS)
        self._caption_timer.timeout.connect(self._repaint_caption)
        # Queued: it may be told on the renderer's thread.
        self.videoSink().videoSizeChanged.connect(self._fill, Qt.ConnectionType.QueuedConnection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        """Stretch a picture that would leave a thin black line: nobody sees the one, everybody the other."""
        keep, ignore = Qt.AspectRatioMode.KeepAspectRatio, Qt.AspectRatioMode.IgnoreAspectRatio
        left_over = self.size() - self.videoSink().videoSize().scaled(self.size(), keep)
        is_line = left_over.width() + left_over.height() <= _LINE_PX
        self.setAspectRatioMode(ignore if is_line else keep)

    def show_still(self, image: QImage) -> None:
        """Show a picture in place of the frame, until the next frame comes."""
        self.videoSink().setVideoFrame(QVideoFrame(image))

    def put_back(self, frame: QVideoFrame) -> None:
        """Show a frame again that the player gave a moment before a still was put in its place."""
        if self.videoSink().videoFrame().startTime() < 0:
            self.videoSink().setVideoFrame(frame)

    def forget(self) -> None:
        """Show neither picture nor words."""
        self.show_caption("", is_playing=False)
        self.videoSink().setVideoFrame(QVideoFrame())

    def show_caption(self, words: str, *, is_playing: bool) -> None:
        """Write words on the picture; empty words take them away."""
        self._caption = words
        self.videoSink().setSubtitleText(words)
        if is_playing:
            # Qt writes them with the next frame; slides may have none for seconds.
            self._caption_timer.start()
        else:
            self._repaint_caption()

    def keep_caption(self) -> None:
        """Write the words again when Qt has taken them away, as it does on each jump."""
        if self.videoSink().subtitleText() != self._caption:
            self.videoSink().setSubtitleText(self._caption)
            self._repaint_caption()

    def _repaint_caption(self) -> None:
        sink = self.videoSink()
        frame = sink.videoFrame()
        if frame.isValid() and frame.subtitleText() != sink.subtitleText():
            # The sink ignores a frame that it shows already; nothing is painted in between.
            sink.setVideoFrame(QVideoFrame())
            sink.setVideoFrame(frame)
