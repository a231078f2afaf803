"""What lies under the pointer on the seek bar: a still, the time and the words, in a window of its own."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from courseplayer.course.timestamps import format_time_code
from courseplayer.ui.components import column, label
from courseplayer.ui.theme import Space

_WIDTH_PX = 208
_MOST_CHARACTERS = 90


class SeekPreview(QFrame):
    """A tool window: nothing of ours can be painted over the native video surface beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._image = label("", wraps=False)
        self._image.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._time = label("", "h3", wraps=False)
        self._words = label("", "small")
        layout = column(self, Space.S, Space.XS)
        for part in (self._image, self._time, self._words):
            layout.addWidget(part)
        self.setFixedWidth(_WIDTH_PX + 2 * Space.S + 2)

    @property
    def time_words(self) -> str:
        """The time being shown."""
        return self._time.text()

    @property
    def cue_words(self) -> str:
        """The words being shown."""
        return self._words.text()

    @property
    def has_image(self) -> bool:
        """A still is being shown."""
        return not self._image.isHidden()

    def show_at(self, foot: QPoint, position_ms: int, words: str, image: QImage | None) -> None:
        """Show above a place on the screen."""
        self._time.setText(format_time_code(position_ms))
        shown = words if len(words) <= _MOST_CHARACTERS else words[:_MOST_CHARACTERS].rstrip() + "…"
        self._words.setText(shown)
        self._words.setVisible(bool(shown))
        self._image.setVisible(image is not None)
        if image is not None:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._image.setPixmap(QPixmap.fromImage(image.scaledToWidth(_WIDTH_PX, smooth)))
        self.adjustSize()
        screen = QGuiApplication.screenAt(foot) or self.screen()
        room = screen.availableGeometry()
        left = min(max(foot.x() - self.width() // 2, room.left()), room.right() - self.width())
        self.move(left, foot.y() - self.height() - Space.XS)
        self.show()
