"""Decodes the pictures of strangers within limits of kind, time and memory; from any thread."""

from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

_MOST_MEGABYTES = 192
MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
"""What the builder takes too."""
MOST_PIXELS_AT_ONCE = 16_000_000
"""For a picture that is decoded on the window's thread: at most a third of a second."""
_MOST_SCANNED_PIXELS = 600_000_000
"""A JPEG of 77 kB can hold a thousand scans of the whole picture: 10 s."""
_KEPT_PIXELS = 8_000_000
_BEGINNINGS = ((b"png", b"\x89PNG\r\n\x1a\n"), (b"jpeg", b"\xff\xd8"), (b"gif", b"GIF8"))
_JPEG_SCAN = b"\xff\xda"


class PictureFile:
    """A PNG, JPEG, GIF or WebP, known by its content, that decodes within limits of time and memory."""

    def __init__(self, data: bytes, most_pixels: int) -> None:
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)
        # Both must live as long as the reader.
        self._data = QByteArray(data)
        self._buffer = QBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        # Not by asking Qt: it lets all its plugins look, and loads PDF and network libraries for that.
        self._format = _format_of(data)
        # Not by setDevice: PySide then never lets go of the buffer.
        self._reader = QImageReader(self._buffer, self._format)
        self._reader.setAutoDetectImageFormat(False)
        self._reader.setAutoTransform(True)
        self._is_usable = bool(
            len(data) <= MOST_BYTES and self._format and self._is_small_enough(data, most_pixels)
        )

    @property
    def size(self) -> QSize:
        """The size in the file, an invalid one for what is no usable picture."""
        return self._reader.size() if self._is_usable else QSize()

    def decoded(self, size: QSize | None = None) -> QImage:
        """Decode the picture, if need be smaller; a null image for what cannot be decoded."""
        if not self._is_usable:
            return QImage()
        if size is not None:
            self._reader.setScaledSize(size)
        return self._reader.read()

    def _is_small_enough(self, data: bytes, most_pixels: int) -> bool:
        size = self._reader.size()
        pixels = size.width() * size.height()
        scans = data.count(_JPEG_SCAN) if self._format == b"jpeg" else 1
        return size.isValid() and pixels <= most_pixels and scans * pixels <= _MOST_SCANNED_PIXELS


def decode_picture(data: bytes, most_pixels: int = MOST_PIXELS) -> QImage | None:
    """Decode a picture, a very large one smaller; None for anything else or anything too large."""
    file = PictureFile(data, most_pixels)
    pixels = file.size.width() * file.size.height()
    smaller = file.size * sqrt(_KEPT_PIXELS / pixels) if pixels > _KEPT_PIXELS else None
    picture = file.decoded(smaller)
    return None if picture.isNull() else picture


def _format_of(data: bytes) -> bytes:
    """Return Qt's name of a format that we take, by the beginning of the file; nothing for all others."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for name, beginning in _BEGINNINGS if data.startswith(beginning)), b"")
