"""The picture of a course, as cards and the front page show it."""

from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from courseplayer.ui.icons import Icons
from courseplayer.ui.picture_files import MOST_PIXELS_AT_ONCE, PictureFile

_CORNER_PX = 9
_ICON_PX = 56


class Cover(QWidget):
    """A picture that fills its shape, with rounded corners above or all round; without a picture, an icon."""

    def __init__(
        self, cover: bytes | None, icons: Icons, ratio: float = 16 / 9, *, is_round_below: bool = False
    ) -> None:
        super().__init__()
        self._picture = QImage()
        self._undecoded = cover
        self._icons = icons
        self._ratio = ratio
        self._below_px = 0 if is_round_below else 2 * _CORNER_PX
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage) -> None:
        """Show another picture."""
        self._picture = picture
        self._undecoded = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape at every width."""
        self.setFixedHeight(round(event.size().width() / self._ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the middle of the picture, as much as fits the shape."""
        if self._undecoded is not None:
            self._picture = decoded(self._undecoded, self.size() * self.devicePixelRatioF())
            self._undecoded = None
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect().adjusted(0, 0, 0, self._below_px), _CORNER_PX, _CORNER_PX)
        painter.setClipPath(shape)
        colours = self._icons.theme.colours
        if self._picture.isNull() or self._picture.hasAlphaChannel():
            painter.fillRect(self.rect(), QColor(colours.accent_soft))
        if self._picture.isNull():
            icon = self._icons.pixmap("video", _ICON_PX, colours.accent, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - _ICON_PX) // 2, (self.height() - _ICON_PX) // 2, icon)
        else:
            painter.drawImage(self.rect(), self._picture, self._part_shown())
        painter.end()

    def _part_shown(self) -> QRect:
        picture = self._picture.rect()
        height = min(picture.height(), round(picture.width() / self._ratio))
        width = min(picture.width(), round(height * self._ratio))
        return QRect((picture.width() - width) // 2, (picture.height() - height) // 2, width, height)


def decoded(picture: bytes, room: QSize) -> QImage:
    """Decode a picture at the smallest number of eighths of its size that is enough.

    A JPEG is cheap to decode at just these sizes.
    """
    file = PictureFile(picture, MOST_PIXELS_AT_ONCE)
    whole = file.size
    for eighths in range(1, 8):
        width, height = ceil(whole.width() * eighths / 8), ceil(whole.height() * eighths / 8)
        if whole.isValid() and width >= room.width() and height >= room.height():
            return file.decoded(QSize(width, height))
    return file.decoded()
