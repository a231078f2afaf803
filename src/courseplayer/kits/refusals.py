"""What can go wrong at a kit's destination, one plain sentence each."""

import errno
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError, storage_error

MB, GB = 1_000_000, 1_000_000_000

FULL = QT_TRANSLATE_NOOP(
    "errors",
    "The kit needs {needed} MB, but {place} has {free} MB free; what was there before is unchanged. "
    "Free some space, take fewer courses, or use a larger stick.",
)
TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is larger than the 4 GB that a file on {place} can have; what was there before is unchanged. "
    "Format the stick as exFAT (this removes what is on it) and make the kit again.",
)
NOT_READ_BACK = QT_TRANSLATE_NOOP(
    "errors",
    "{file} could not be read back from {place} as it was written, so the kit was removed again; what was "
    "there before is unchanged. The stick may be failing: use another one.",
)
IN_THE_WAY = QT_TRANSLATE_NOOP(
    "errors",
    "{file} stands where a file or folder of the kit has to be, and is something else; nothing was changed. "
    "Move it away or choose another folder.",
)
_FULL_WHILE_WRITING = QT_TRANSLATE_NOOP(
    "errors",
    "{place} became full while the kit was being written; what was there before is unchanged. "
    "Free some space, take fewer courses, or use a larger stick.",
)
_READ_ONLY = QT_TRANSLATE_NOOP(
    "errors",
    "{place} cannot be written to, so nothing was changed. "
    "Slide the lock on the side of the stick if it has one, or use another stick or folder.",
)
_GONE = QT_TRANSLATE_NOOP(
    "errors",
    "{place} does not answer any more: the stick was pulled out or is failing, so the kit on it is not "
    "complete. Plug it in again and make the kit again.",
)

_IN_USE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is open in a program and could not be replaced; what was there before is unchanged. "
    "Close Course Player and make the kit again.",
)

_STALE = getattr(errno, "ESTALE", errno.EIO)
_PULLED = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ENOTDIR, _STALE}
_LOCKED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
# Windows says of a drive that is gone, and of a file in use, that it may not be written: its codes tell more.
_WINDOWS_PULLED = {21, 55, 433, 1006, 1117, 1167}
_WINDOWS_IN_USE = 32


def destination_error(error: OSError, place: Path, file: Path) -> PlainError:
    """Tell why a kit could not be written to ``place`` in one sentence."""
    windows = getattr(error, "winerror", None)
    if windows == _WINDOWS_IN_USE:
        return PlainError(_IN_USE, file=file)
    if windows in _WINDOWS_PULLED or error.errno in _PULLED:
        return PlainError(_GONE, place=place)
    if error.errno in _NO_SPACE:
        return PlainError(_FULL_WHILE_WRITING, place=place)
    if error.errno in _LOCKED:
        return PlainError(_READ_ONLY, place=place)
    return storage_error(error, file)


def refuse_missing(folder: Path) -> None:
    """Raise BadInputError where there is no such folder: a mistyped name is no stick that was pulled."""
    try:
        folder.stat()
    except OSError as refusal:
        raise storage_error(refusal, folder) from refusal


def full(needed_bytes: int, free_bytes: int, place: Path) -> PlainError:
    """Tell that there is not enough space, in numbers that never look equal."""
    return PlainError(FULL, needed=-(-needed_bytes // MB), free=free_bytes // MB, place=place)


def too_large(file: str, place: Path) -> PlainError:
    """Tell that a file cannot lie on a stick formatted as FAT32."""
    return PlainError(TOO_LARGE, file=file, place=place)


def in_the_way(file: Path) -> PlainError:
    """Tell that something else has the place of a file of the kit."""
    return BadInputError(IN_THE_WAY, file=file)
