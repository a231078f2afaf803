"""Draws the SVG drawings of a course once, when it is built: learners' computers get a picture."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from courseplayer.authoring.drawings import NothingDrawnError

_LARGEST_PX = 1_600


def rasterised(drawing: bytes) -> bytes:
    """Return a drawing as PNG, on white as on paper; raises NothingDrawnError.

    It is drawn in its own size, 1600 pixels at most. Needs the application made by ``make_application``.
    """
    renderer = QSvgRenderer(QByteArray(drawing))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise NothingDrawnError
    largest = QSize(_LARGEST_PX, _LARGEST_PX)
    if size.width() > _LARGEST_PX or size.height() > _LARGEST_PX:
        size = size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise NothingDrawnError
    return bytes(buffer.data().data())
