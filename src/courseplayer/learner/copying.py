"""Copies of a database that may be in use: whole or not at all, and safe on the disk."""

import sqlite3
from contextlib import closing
from pathlib import Path

from courseplayer.course.errors import storage_error
from courseplayer.learner.errors import storage_told
from courseplayer.system.atomic import sync_folder

_BESIDE = ("", "-journal", "-wal", "-shm")


def copy_open_database(original: sqlite3.Connection, target: Path) -> None:
    """Put a copy at ``target``; raises PlainError, and then leaves nothing there that was not before."""
    partial = target.with_name(target.name + ".partial")
    try:
        try:
            partial.unlink(missing_ok=True)
            with storage_told(target), closing(sqlite3.connect(partial)) as copy:
                copy.execute("PRAGMA synchronous = FULL")
                original.backup(copy)
                # The copy stands alone: no WAL beside it that could be left behind.
                copy.execute("PRAGMA journal_mode = DELETE")
            partial.replace(target)
            sync_folder(target.parent)
        finally:
            for ending in _BESIDE:
                partial.with_name(partial.name + ending).unlink(missing_ok=True)
    except OSError as refusal:
        raise storage_error(refusal, target) from refusal
