"""The first 100 bytes of a .course file, checked by hand before SQLite sees it."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from courseplayer.course.errors import storage_error
from courseplayer.coursefile import errors
from courseplayer.coursefile.errors import DamagedCourseError, FutureCourseError, NotACourseError
from courseplayer.coursefile.schema import APPLICATION_ID, FORMAT_VERSION, OLDEST_FORMAT_VERSION, PAGE_BYTES

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_ROLLBACK_JOURNAL = b"\x01\x01"
_UTF_8 = 1


class Header(NamedTuple):
    """What the first bytes of a course file say, checked."""

    size_bytes: int
    version: int


def check_header(path: Path) -> Header:
    """Check that ``path`` is a whole course file of a known format.

    The fields are those of https://sqlite.org/fileformat2.html#the_database_header.
    """
    try:
        # Asked first: opening a pipe would wait for ever.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise NotACourseError(errors.FOLDER, file=path.name)
        if not stat.S_ISREG(mode):
            raise NotACourseError(errors.OTHER_FILE, file=path.name)
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
            size_bytes = os.fstat(file.fileno()).st_size
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    _check_kind(head, path.name)
    return Header(size_bytes, _checked_version(head, size_bytes, path.name))


def _check_kind(head: bytes, file: str) -> None:
    if not head:
        raise NotACourseError(errors.EMPTY, file=file)
    if head.startswith(_MAGIC):
        return
    if head.startswith(b"PK\x03\x04"):
        raise NotACourseError(errors.ARCHIVE, file=file)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
        raise NotACourseError(errors.WEB_PAGE, file=file)
    raise NotACourseError(errors.OTHER_FILE, file=file)


def _checked_version(head: bytes, size_bytes: int, file: str) -> int:
    if len(head) < _HEADER_BYTES:
        raise DamagedCourseError(file, "shorter than a header", errors.TRUNCATED)
    if _number(head, 68) != APPLICATION_ID:
        raise NotACourseError(errors.OTHER_DATABASE, file=file)
    version = _number(head, 60)
    if version > FORMAT_VERSION:
        raise FutureCourseError(errors.FUTURE, file=file)
    expected_bytes = _number(head, 28) * PAGE_BYTES
    sound = (
        version >= OLDEST_FORMAT_VERSION
        and int.from_bytes(head[16:18], "big") == PAGE_BYTES
        and head[18:20] == _ROLLBACK_JOURNAL
        and head[20] == 0
        and _number(head, 56) == _UTF_8
    )
    if not sound:
        raise DamagedCourseError(file, "odd header")
    if size_bytes < expected_bytes:
        raise DamagedCourseError(file, "shorter than its header says", errors.TRUNCATED)
    if size_bytes > expected_bytes:
        raise DamagedCourseError(file, "longer than its header says")
    return version


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")
