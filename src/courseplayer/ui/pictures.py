"""Decodes pictures of a course away from the window's thread, within a limit of memory."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile
    from courseplayer.ui.jobs import Job

_MOST_MEGABYTES = 192
_FORMATS = (b"png", b"jpeg", b"gif", b"webp")

Pictures = dict[AssetId, QImage]


def decode_picture(data: bytes) -> QImage | None:
    """Decode PNG, JPEG, GIF or WebP by content; None for anything else or anything too large."""
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    if QImageReader.imageFormat(buffer).data() not in _FORMATS:
        return None
    buffer.seek(0)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    picture = reader.read()
    return None if picture.isNull() else picture


def load_pictures(file: "CourseFile", assets: Sequence[AssetId], job: "Job[Pictures]") -> Pictures:
    """Read and decode pictures; those that are damaged are left out, so that the words can be read."""
    pictures: Pictures = {}
    for index, asset in enumerate(assets):
        job.advance(index, len(assets))
        try:
            picture = decode_picture(file.asset_bytes(asset))
        except PlainError:
            continue
        if picture is not None:
            pictures[asset] = picture
    return pictures
