"""How learner.db is, found out without writing to it, to its folder, or waiting long."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from courseplayer.learner.errors import NEWER, NOT_OURS
from courseplayer.learner.migrations import APPLICATION_ID, MIGRATIONS

MOST_SECONDS = 10.0
_BUSY_SECONDS = 2.0
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_WAL = b"\x02\x02"
_DAMAGED = "{file} is damaged and was left as it is. Do not delete it: keep a copy before anything is tried."


class StoreState(StrEnum):
    """How the store is."""

    NONE = "none"
    SOUND = "sound"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    UNFINISHED = "unfinished"
    UNREADABLE = "unreadable"


GOOD_STATES = frozenset({StoreState.NONE, StoreState.SOUND, StoreState.OLDER, StoreState.UNFINISHED})


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """What was found; ``sentence`` tells it to a person. Counts are None where they could not be read."""

    state: StoreState
    sentence: str
    version: int | None = None
    learners: int | None = None
    texts: int | None = None


def store_health(path: Path, most_seconds: float = MOST_SECONDS) -> StoreHealth:
    """Look at a store as a stranger would: read-only, for ``most_seconds`` at most. Never raises."""
    try:
        if not path.exists():
            return StoreHealth(StoreState.NONE, "Nobody has learned here yet.")
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
        if not head.startswith(_MAGIC):
            state = StoreState.DAMAGED if not head or not any(head) else StoreState.FOREIGN
            return StoreHealth(state, _told(state, path))
        with _looked_at(path, head) as connection:
            return _examined(connection, path, most_seconds)
    except sqlite3.Error as failure:
        return _failure(failure, path)
    except OSError as refusal:
        return StoreHealth(StoreState.UNREADABLE, f"{path} cannot be read: {refusal.strerror}.")


def learner_names(path: Path) -> tuple[str, ...]:
    """Return the names of everyone in the store, nothing where they cannot be read. Never raises."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
        with _looked_at(path, head) as connection:
            return tuple(str(name) for (name,) in connection.execute("SELECT name FROM learners"))
    except (OSError, sqlite3.Error):
        return ()


@contextmanager
def _looked_at(path: Path, head: bytes) -> Iterator[sqlite3.Connection]:
    """Open the store so that no file beside it is made.

    SQLite makes ``-wal`` and ``-shm`` for a mere reader too. Made by an administrator, the learner could
    not write to them, and so not to the store.
    """
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    if head[18:20] != _WAL or (log.exists() and index.exists()):
        with closing(_connected(path, "mode=ro")) as connection:
            yield connection
    elif not log.exists():
        with closing(_connected(path, "mode=ro&immutable=1")) as connection:
            yield connection
    else:
        # Left by a crash, so nobody writes now and the two can be copied.
        with tempfile.TemporaryDirectory(prefix="courseplayer-look-") as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            shutil.copyfile(log, copy.with_name(log.name))
            with closing(_connected(copy, "mode=rw")) as connection:
                yield connection


def _connected(path: Path, how: str) -> sqlite3.Connection:
    slashed = path.absolute().as_posix()
    slashed = slashed if slashed.startswith("/") else "/" + slashed
    uri = f"file://{quote(slashed, safe='/:')}?{how}"
    return sqlite3.connect(uri, _BUSY_SECONDS, uri=True, isolation_level=None)


def _examined(connection: sqlite3.Connection, path: Path, most_seconds: float) -> StoreHealth:
    ends_at = time.monotonic() + most_seconds
    owner, version = (_number(connection, f"PRAGMA {name}") for name in ("application_id", "user_version"))
    if owner != APPLICATION_ID:
        return StoreHealth(StoreState.FOREIGN, _told(StoreState.FOREIGN, path))
    if version > len(MIGRATIONS):
        return StoreHealth(StoreState.NEWER, _told(StoreState.NEWER, path), version)
    learners = _number(connection, "SELECT count(*) FROM learners")
    texts = _number(connection, "SELECT count(*) FROM drafts")
    connection.set_progress_handler(lambda: time.monotonic() > ends_at, 10_000)
    try:
        found = [str(message) for (message,) in connection.execute("PRAGMA quick_check(1)")]
    except sqlite3.OperationalError as stopped:
        if stopped.sqlite_errorcode & 0xFF != sqlite3.SQLITE_INTERRUPT:
            raise
        sentence = f"No damage was seen in {most_seconds:.0f} seconds; the store is too large to look at all."
        return StoreHealth(StoreState.UNFINISHED, sentence, version, learners, texts)
    if found != ["ok"]:
        return StoreHealth(StoreState.DAMAGED, _told(StoreState.DAMAGED, path), version, learners, texts)
    if version < len(MIGRATIONS):
        sentence = (
            "The store is of an earlier release; it is copied and brought up to date at the next start."
        )
        return StoreHealth(StoreState.OLDER, sentence, version, learners, texts)
    return StoreHealth(StoreState.SOUND, "The store is sound.", version, learners, texts)


def _failure(failure: sqlite3.Error, path: Path) -> StoreHealth:
    code = getattr(failure, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    # A table that is not there is damage too: the header says that the file is ours.
    is_damage = code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
    if is_damage:
        return StoreHealth(StoreState.DAMAGED, _told(StoreState.DAMAGED, path))
    return StoreHealth(StoreState.UNREADABLE, f"{path} cannot be read now: {failure}.")


def _told(state: StoreState, path: Path) -> str:
    sentences = {StoreState.NEWER: NEWER, StoreState.FOREIGN: NOT_OURS}
    return sentences.get(state, _DAMAGED).format(file=path)


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
