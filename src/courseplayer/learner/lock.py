"""One window at a time uses learner.db: a second one is told who has it and since when."""

import getpass
import platform
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, storage_error
from courseplayer.learner.errors import LearnerStoreError, storage_told
from courseplayer.learner.moments import from_ms, to_ms

_IN_USE = QT_TRANSLATE_NOOP(
    "errors",
    "Another window of Course Player is using {file} (opened by {who}, {since}), so nothing can be saved "
    "from this one; everything written there is safe. Go on in the other window, or close it and try again.",
)
_READING_SECONDS = 1.0
_UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class StoreInUseError(LearnerStoreError):
    """Another window has the learner's store; ``holder`` says whose, None when that cannot be read."""

    holder: "LockHolder | None" = None


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who uses the store: the account and computer, and since when (UTC)."""

    who: str
    since: datetime

    @classmethod
    def present(cls, now: datetime) -> "LockHolder":
        """Return this process's own account and computer."""
        try:
            account = getpass.getuser()
        except (OSError, KeyError, ImportError):
            account = "?"
        return cls(f"{account}@{platform.node() or '?'}", now)


class StoreLock:
    """Held until :meth:`release` or the end of the process, however it ends: no lock is ever left behind.

    A transaction of SQLite on a file of its own is the lock, since every system offers that alike: it ends
    with the process, and others can meanwhile read who holds it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def release(self) -> None:
        """Let others use the store; may be called more than once."""
        self._connection.close()


def take_lock(store_path: Path, now: datetime) -> StoreLock:
    """Become the one window that uses a store.

    Raises StoreInUseError, or PlainError when the disk refuses.
    """
    path = store_path.with_suffix(".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise storage_error(refusal, store_path) from refusal
    with storage_told(store_path):
        try:
            return _take(path, store_path, LockHolder.present(now))
        except sqlite3.DatabaseError as broken:
            # A power cut may have torn the file of a lock; nobody holds what nobody can read.
            if (getattr(broken, "sqlite_errorcode", 0) & 0xFF) not in _UNREADABLE:
                raise
            path.unlink(missing_ok=True)
            return _take(path, store_path, LockHolder.present(now))


def _take(path: Path, store_path: Path, holder: LockHolder) -> StoreLock:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    is_taken = False
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE IF NOT EXISTS holder (who TEXT NOT NULL, since_ms INTEGER NOT NULL)")
        connection.execute("DELETE FROM holder")
        connection.execute("INSERT INTO holder VALUES (?, ?)", (holder.who, to_ms(holder.since)))
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")
        is_taken = True
        return StoreLock(connection)
    except sqlite3.OperationalError as refusal:
        if (refusal.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY:
            raise
        raise _in_use(path, store_path) from refusal
    finally:
        if not is_taken:
            connection.close()


def _in_use(path: Path, store_path: Path) -> StoreInUseError:
    holder = _read_holder(path)
    who, since = (holder.who, f"{holder.since.astimezone():%Y-%m-%d %H:%M}") if holder else ("?", "?")
    refusal = StoreInUseError(_IN_USE, file=store_path.name, who=who, since=since)
    refusal.holder = holder
    return refusal


def _read_holder(path: Path) -> LockHolder | None:
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=_READING_SECONDS)) as reader:
        row = reader.execute("SELECT who, since_ms FROM holder").fetchone()
        return None if row is None else LockHolder(str(row[0]), from_ms(int(row[1])))
    return None
