"""What can go wrong with the learner's store, one sentence each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError


class LearnerStoreError(PlainError):
    """The file with what learners did and wrote could not be used just now."""


class FullDiskError(LearnerStoreError):
    """There is no room left on the disk."""


class BusyStoreError(LearnerStoreError):
    """Another program writes to the file just now."""


class LostStoreError(LearnerStoreError):
    """The file is not where it was opened: its stick was pulled, or another one has taken its place."""


class DamagedStoreError(LearnerStoreError):
    """The file is damaged; it is left exactly as it is."""


class ForeignStoreError(LearnerStoreError):
    """The file was made by a newer release, or is not a learner's file at all; it is left as it is."""


class RefusedNameError(BadInputError):
    """A learner's name cannot be used."""


NEWER = QT_TRANSLATE_NOOP(
    "errors",
    "{file} was written by a newer Course Player and has been left as it is; everything in it is safe. "
    "Install the newer Course Player to go on.",
)
NOT_OURS = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a file of Course Player and has been left as it is. "
    "Move it somewhere else, then start Course Player again.",
)
FULL = QT_TRANSLATE_NOOP(
    "errors",
    "The disk is full, so nothing more could be saved in {file}; what was saved before is safe. "
    "Free some space and try again.",
)
_READ_ONLY = QT_TRANSLATE_NOOP(
    "errors",
    "This computer does not allow writing to {file}; what was saved before is safe. "
    "Ask the person who looks after the computer.",
)
_BUSY = QT_TRANSLATE_NOOP(
    "errors",
    "Another program is using {file}, so this was not saved; what was saved before is safe. "
    "Close other windows of Course Player and try again.",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file}, which holds what was written on this computer, is damaged and has been left as it is. "
    "Do not delete it: keep a copy and ask the person who looks after the computer.",
)
_CANNOT_OPEN = QT_TRANSLATE_NOOP(
    "errors",
    "{file} could not be opened; nothing was changed. "
    "Check that the disk or stick is there and that you may write to that folder.",
)
_DEVICE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} could not be read or written; what was saved before is safe. "
    "Check that the disk or stick is there and has space, then try again.",
)
LOST = QT_TRANSLATE_NOOP(
    "errors",
    "The disk or stick that holds {file} is not there, so nothing more could be saved; what was saved before "
    "is safe on it. Plug that very stick in again, then try again.",
)
# https://www.sqlite.org/rescode.html; the low byte of a code is its kind.
_SENTENCES: dict[int, tuple[type[LearnerStoreError], str]] = {
    sqlite3.SQLITE_FULL: (FullDiskError, FULL),
    sqlite3.SQLITE_READONLY: (LearnerStoreError, _READ_ONLY),
    sqlite3.SQLITE_PERM: (LearnerStoreError, _READ_ONLY),
    sqlite3.SQLITE_BUSY: (BusyStoreError, _BUSY),
    sqlite3.SQLITE_LOCKED: (BusyStoreError, _BUSY),
    sqlite3.SQLITE_CORRUPT: (DamagedStoreError, DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedStoreError, DAMAGED),
    sqlite3.SQLITE_CANTOPEN: (LearnerStoreError, _CANNOT_OPEN),
    sqlite3.SQLITE_IOERR: (LearnerStoreError, _DEVICE),
}


@contextmanager
def storage_told(path: Path) -> Iterator[None]:
    """Turn what SQLite says about its storage into one sentence; any other error is a bug and surfaces."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as failure:
        cause = failure.orig if isinstance(failure, DBAPIError) else failure
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code & 0xFF not in _SENTENCES:
            raise
        is_lost = code == sqlite3.SQLITE_READONLY_DBMOVED
        kind, sentence = (LostStoreError, LOST) if is_lost else _SENTENCES[code & 0xFF]
        raise kind(sentence, file=path) from failure
