"""Removes one learner from the store and from every copy of it, at that learner's own wish."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.learner.backups import Backups, open_copy
from courseplayer.learner.copying import copy_open_database
from courseplayer.learner.errors import storage_told
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.tables import DRAFTS, LEARNERS, TABLES
from courseplayer.system.atomic import sync_folder

_CHANGING = ".without"
_BESIDE = ("", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done: copies written anew without the learner, and files that may still name them.

    ``is_clean`` tells whether the store was written anew, so that no trace is left in its free parts.
    """

    copies: tuple[Path, ...]
    left: tuple[Path, ...]
    is_clean: bool


def erase_rows(connection: sqlite3.Connection, learner_uuid: str) -> bool:
    """Delete everything of a learner in one transaction; False where there is no such learner."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = connection.execute(
            f"SELECT id FROM {LEARNERS.name} WHERE uuid = ?", (learner_uuid,)
        ).fetchone()
        if found is not None:
            for statement in _statements(connection):
                connection.execute(statement, (found[0],))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return found is not None


def copies_with(places: StorePlaces, learner_uuid: str) -> tuple[Path, ...]:
    """Return the backups and other copies of the store that hold a learner."""
    return tuple(path for path in _copies(places) if _holds(path, learner_uuid))


def beyond_reach(places: StorePlaces) -> tuple[Path, ...]:
    """Return the files and folders that may hold anybody's words and are not touched.

    Damaged stores that were set aside, texts of nobody knows whom, copies that cannot be read, a second
    folder that is not there now.
    """
    found = []
    with suppress(OSError):
        for pattern in (f"{places.store.stem}-damaged-*", f"{places.store.stem}-text-*.txt"):
            found += sorted(places.store.parent.glob(pattern))
    found += [path for path in _copies(places) if not _is_readable(path)]
    if places.second_backups is not None and not places.second_backups.is_dir():
        found.append(places.second_backups)
    return tuple(found)


def erase_from_copies(places: StorePlaces, learner_uuid: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write every copy that holds a learner anew without them; returns those, and those that refused."""
    done, left = [], []
    for path in copies_with(places, learner_uuid):
        try:
            _rewrite(path, learner_uuid)
            done.append(path)
        except (PlainError, sqlite3.Error):
            left.append(path)
    return tuple(done), tuple(left)


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    present = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    of_learner = f"SELECT id FROM {DRAFTS.name} WHERE learner_id = ?"
    # What refers to others goes first: submissions name revisions, revisions name drafts.
    of_drafts = [table for table in reversed(TABLES) if "draft_id" in table.c and table.name in present]
    of_drafts.sort(key=lambda table: "revision_id" not in table.c)
    yield from (f"DELETE FROM {table.name} WHERE draft_id IN ({of_learner})" for table in of_drafts)
    for table in TABLES:
        if "learner_id" in table.c and table.name in present:
            yield f"DELETE FROM {table.name} WHERE learner_id = ?"
    yield f"DELETE FROM {LEARNERS.name} WHERE id = ?"


def _copies(places: StorePlaces) -> Iterator[Path]:
    for folder in (places.backups, places.second_backups):
        if folder is not None:
            yield from (backup.path for backup in Backups(folder).listed())
    with suppress(OSError):
        yield from sorted(places.store.parent.glob(f"{places.store.stem}-before-*{places.store.suffix}"))


def _holds(path: Path, learner_uuid: str) -> bool:
    with suppress(PlainError, sqlite3.Error), closing(open_copy(path)) as connection:
        query = f"SELECT count(*) FROM {LEARNERS.name} WHERE uuid = ?"
        return bool(connection.execute(query, (learner_uuid,)).fetchone()[0])
    return False


def _is_readable(path: Path) -> bool:
    with suppress(PlainError, sqlite3.Error), closing(open_copy(path)) as connection:
        connection.execute(f"SELECT count(*) FROM {LEARNERS.name}").fetchone()
        return True
    return False


def _rewrite(path: Path, learner_uuid: str) -> None:
    changing = path.with_name(path.name + _CHANGING)
    try:
        with storage_told(path):
            with closing(open_copy(path)) as original:
                copy_open_database(original, changing)
            with closing(sqlite3.connect(changing, isolation_level=None)) as copy:
                copy.execute("PRAGMA synchronous = FULL")
                erase_rows(copy, learner_uuid)
                copy.execute("VACUUM")
        changing.replace(path)
        sync_folder(path.parent)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    finally:
        for ending in _BESIDE:
            with suppress(OSError):
                changing.with_name(changing.name + ending).unlink(missing_ok=True)
