"""Looks whether learner.db is sound; sets a damaged one aside and brings back what can be had."""

import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.course.writing import Document
from courseplayer.learner.backups import Backups, contents, free_path, open_copy, stamp
from courseplayer.learner.errors import storage_told
from courseplayer.learner.merging import Counted, Inserted, completed, insert_rows, loose_texts
from courseplayer.learner.migrations import APPLICATION_ID, MIGRATIONS, migrate
from courseplayer.learner.replacing import drop_incoming, incoming_path, replace_store
from courseplayer.learner.rescued_rows import Rows, read_rows
from courseplayer.system.atomic import write_file

CHECK_SECONDS = 2.0
"""How long the look at start may take; a sound store of 100 MB needs a fraction of it."""
_BESIDE = ("", "-wal", "-shm", "-journal")
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
LOOKING = ".salvage-"
"""How the folder begins in which a damaged store is looked through."""
_MAGIC = b"SQLite format 3\0"
_PAGE_BYTES = 4096
_PIECE_BYTES = 1024 * 1024
_LOOKED_AT_BYTES = 64 * 1024
_ID_AT = 68
"""Where the header of a database has its application id: https://www.sqlite.org/fileformat.html"""


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What became of a damaged store.

    ``set_aside`` is where it lies, untouched. ``from_file`` came out of it, ``from_backup`` out of the newest
    sound backup, made at ``backup_made_at``. ``loose_texts`` are files with texts of nobody knows whom.
    """

    set_aside: Path
    from_file: Counted
    from_backup: Counted
    backup_made_at: datetime | None
    loose_texts: tuple[Path, ...]
    is_complete: bool


def is_damaged(path: Path, most_seconds: float = CHECK_SECONDS) -> bool:
    """Look through a store for damage, for a bounded time; what was not looked at counts as sound.

    A file that is not there is sound; one of another program, or of a newer release, is not ours to judge.
    """
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with closing(_connect(path)) as connection, _interrupted_after(connection, most_seconds):
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return False
            if connection.execute("PRAGMA user_version").fetchone()[0] > len(MIGRATIONS):
                return False
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.Error as told:
        return (getattr(told, "sqlite_errorcode", 0) & 0xFF) in _DAMAGE and _was_ours(path)


def is_emptied(path: Path, backups: Backups) -> bool:
    """Tell whether nothing is left of a store but its name, as a power cut leaves files, or its journal.

    So does one in the first moment of all, which has neither a journal nor backups. It must not be opened:
    SQLite throws the journal of an empty file away.
    """
    is_there = path.exists()
    if is_there and path.stat().st_size:
        return False
    journal = path.with_name(path.name + "-wal")
    has_journal = journal.exists() and journal.stat().st_size > 0
    return has_journal or (is_there and bool(backups.listed()))


def salvage(path: Path, backups: Backups, now: datetime) -> SalvageReport:
    """Set a damaged store aside and put a new one in its place, of all that can be had.

    The new store appears whole or not at all. Raises PlainError when the disk refuses: the damaged file then
    lies where it was.
    """
    made = incoming_path(path)
    try:
        for left in path.parent.glob(f"{LOOKING}*"):
            shutil.rmtree(left, ignore_errors=True)
        # Not in the system's own place for temporary files: these are a learner's words.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=LOOKING, ignore_cleanup_errors=True) as work:
            with storage_told(path):
                rows, has_losses = read_rows(partial(_connect, _copied(path, Path(work))))
            older, made_at = _newest_sound(backups)
        whole = rows if older is None else completed(rows, older)
        inserted = _make(made, whole)
        set_aside = _set_aside(path, now)
        texts = _write_loose(path, loose_texts(whole, inserted), now)
        replace_store(path)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    finally:
        drop_incoming(path)
    from_file = inserted.counted(rows)
    everything = inserted.counted(whole)
    return SalvageReport(
        set_aside=set_aside,
        from_file=from_file,
        from_backup=Counted(
            everything.learners - from_file.learners,
            everything.texts - from_file.texts,
            everything.attachments - from_file.attachments,
        ),
        backup_made_at=made_at,
        loose_texts=texts,
        is_complete=not has_losses and inserted.skipped == 0,
    )


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)


@contextmanager
def _interrupted_after(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    # Not a progress handler: the check of a whole tree is one step for it.
    is_done = threading.Event()
    watch = threading.Thread(target=_interrupt, args=(connection, is_done, seconds), daemon=True)
    watch.start()
    try:
        yield
    finally:
        is_done.set()
        watch.join()


def _interrupt(connection: sqlite3.Connection, is_done: threading.Event, seconds: float) -> None:
    wait = seconds
    while not is_done.wait(wait):
        # Again and again: between two statements it has no effect.
        connection.interrupt()
        wait = 0.005


def _was_ours(path: Path) -> bool:
    """Tell by the header; where even that is gone, whether it could be a database at all."""
    with path.open("rb") as file:
        head = file.read(_ID_AT + 4)
        if head.startswith(_MAGIC):
            return int.from_bytes(head[_ID_AT:], "big") == APPLICATION_ID
        return b"\0" in file.read(_LOOKED_AT_BYTES)


def _copied(path: Path, work: Path) -> Path:
    for ending in _BESIDE:
        source = path.with_name(path.name + ending)
        if source.exists():
            shutil.copyfile(source, work / source.name)
    copy = work / path.name
    if not copy.exists() or copy.stat().st_size == 0:
        # Else SQLite would throw away the journal, which may hold everything.
        copy.write_bytes(bytes(_PAGE_BYTES))
    return copy


def _newest_sound(backups: Backups) -> tuple[Rows | None, datetime | None]:
    for backup in backups.listed():
        with suppress(PlainError):
            contents(backup.path)
            with storage_told(backup.path):
                rows, _has_losses = read_rows(partial(open_copy, backup.path))
            return rows, backup.made_at
    return None, None


def _make(target: Path, rows: Rows) -> Inserted:
    with storage_told(target), closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection, target, MIGRATIONS)
        connection.execute("BEGIN IMMEDIATE")
        inserted = insert_rows(connection, rows)
        connection.execute("COMMIT")
    return inserted


def _set_aside(path: Path, now: datetime) -> Path:
    """Copy the damaged store; it goes away only when the new one takes its place."""
    aside = free_path(path.with_name(f"learner-damaged-{stamp(now)}.db"))
    for ending in _BESIDE:
        source = path.with_name(path.name + ending)
        if source.exists():
            with source.open("rb") as file:
                write_file(aside.with_name(aside.name + ending), iter(partial(file.read, _PIECE_BYTES), b""))
    return aside


def _write_loose(path: Path, texts: Iterable[Document], now: datetime) -> tuple[Path, ...]:
    written = []
    for number, document in enumerate(texts, start=1):
        file = free_path(path.with_name(f"learner-text-{stamp(now)}-{number}.txt"))
        write_file(file, document.plain_text().encode("utf-8"))
        written.append(file)
    return tuple(written)
