"""The numbered steps by which learner.db came to be what it is; a released step never changes."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from courseplayer.learner.copying import copy_open_database
from courseplayer.learner.errors import NEWER, NOT_OURS, ForeignStoreError

APPLICATION_ID = 0x43504C52
"""``CPLR`` in the file's header says whose file it is."""

Migration = tuple[str, ...]
"""The statements that lead from one version to the next, run in one transaction."""

_VERSION_1: Migration = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """CREATE TABLE learners (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        added_ms INTEGER NOT NULL,
        chosen INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE places (
        learner_id INTEGER NOT NULL REFERENCES learners (id),
        course_id TEXT NOT NULL,
        step_id TEXT,
        at_ms INTEGER,
        visited_ms INTEGER NOT NULL,
        PRIMARY KEY (learner_id, course_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE step_progress (
        learner_id INTEGER NOT NULL REFERENCES learners (id),
        course_id TEXT NOT NULL,
        step_id TEXT NOT NULL,
        done_ms INTEGER,
        position_ms INTEGER,
        PRIMARY KEY (learner_id, course_id, step_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE drafts (
        id INTEGER PRIMARY KEY,
        learner_id INTEGER NOT NULL REFERENCES learners (id),
        course_id TEXT NOT NULL,
        step_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        begun_ms INTEGER NOT NULL,
        UNIQUE (learner_id, course_id, step_id, kind)
    ) STRICT""",
    """CREATE TABLE revisions (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        document TEXT NOT NULL,
        words INTEGER NOT NULL,
        reason TEXT NOT NULL,
        is_pinned INTEGER NOT NULL,
        begun_ms INTEGER NOT NULL,
        saved_ms INTEGER NOT NULL,
        UNIQUE (draft_id, id)
    ) STRICT""",
    """CREATE TABLE attachments (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        file_name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        added_ms INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX attachments_of_draft ON attachments (draft_id)",
    """CREATE TABLE submissions (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL,
        revision_id INTEGER NOT NULL,
        attempt INTEGER NOT NULL,
        format TEXT NOT NULL,
        path TEXT NOT NULL,
        exported_ms INTEGER NOT NULL,
        state TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        FOREIGN KEY (draft_id, revision_id) REFERENCES revisions (draft_id, id)
    ) STRICT""",
    "CREATE INDEX submissions_of_draft ON submissions (draft_id)",
)

# The words themselves stay where they were, closed: see sealing.py.
_VERSION_2: Migration = (
    """CREATE TABLE pins (
        learner_id INTEGER PRIMARY KEY REFERENCES learners (id),
        failures INTEGER NOT NULL,
        failed_ms INTEGER NOT NULL,
        is_tidy INTEGER NOT NULL,
        key_id TEXT NOT NULL,
        pin_cost TEXT NOT NULL,
        pin_salt BLOB NOT NULL,
        pin_wrapped BLOB NOT NULL,
        recovery_wrapped BLOB NOT NULL
    ) STRICT""",
)

MIGRATIONS: tuple[Migration, ...] = (_VERSION_1, _VERSION_2)


def check_is_ours(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Refuse a file of a newer release, or of another program, before anything is written to it."""
    owner = _number(connection, "PRAGMA application_id")
    if owner != APPLICATION_ID and (owner or _number(connection, "SELECT count(*) FROM sqlite_schema")):
        raise ForeignStoreError(NOT_OURS, file=path)
    if _version(connection) > len(migrations):
        raise ForeignStoreError(NEWER, file=path)


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Bring the file to the newest version, each step whole or not at all.

    A file that already holds something is first copied to ``NAME-before-vN.db`` beside it.
    """
    present = _version(connection)
    if 0 < present < len(migrations):
        copy_open_database(connection, path.with_name(f"{path.stem}-before-v{len(migrations)}{path.suffix}"))
    upgrade(connection, migrations)


def upgrade(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Do the steps that are missing, without keeping a copy."""
    present = _version(connection)
    for version, statements in enumerate(migrations[present:], start=present + 1):
        _step(connection, version, statements)


def _step(connection: sqlite3.Connection, version: int, statements: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another window may have done this step while we waited for the lock.
        if _version(connection) < version:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    return _number(connection, "PRAGMA user_version")


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
