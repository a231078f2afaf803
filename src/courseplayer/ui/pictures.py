"""Decodes pictures of a course away from the window's thread, within a limit of memory."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId
from courseplayer.ui.picture_files import MOST_BYTES, decode_picture

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile
    from courseplayer.ui.jobs import Job

_MOST_KEPT_BYTES = 400_000_000

Pictures = dict[AssetId, QImage]


def load_pictures(file: "CourseFile", assets: Sequence[AssetId], job: "Job[Pictures]") -> Pictures:
    """Read and decode pictures; those that are damaged are left out, so that the words can be read.

    So are those that would take more memory than a page of pictures can need.
    """
    pictures: Pictures = {}
    kept_bytes = 0
    for index, asset in enumerate(assets):
        job.advance(index, len(assets))
        try:
            picture = decode_picture(file.asset_bytes(asset, MOST_BYTES))
        except PlainError:
            continue
        if picture is not None and kept_bytes + picture.sizeInBytes() <= _MOST_KEPT_BYTES:
            pictures[asset] = picture
            kept_bytes += picture.sizeInBytes()
    return pictures
