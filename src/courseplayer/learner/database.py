"""Opening learner.db so that what was saved survives crashes and power cuts."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from courseplayer.course.errors import storage_error
from courseplayer.learner.errors import storage_told
from courseplayer.learner.migrations import Migration, check_is_ours, migrate

BUSY_SECONDS = 5.0
# fullfsync matters on macOS only, where a plain fsync may leave the data in the drive's cache.
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # What SQLite sets aside while it works are learners' words: not in a folder for everybody.
    "PRAGMA temp_store = MEMORY",
)


def open_database(path: Path, *, is_portable: bool, migrations: Sequence[Migration]) -> Connection:
    """Open or create the file, bring it to the newest version, and return its only connection."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    with storage_told(path):
        driver = sqlite3.connect(path, BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        is_ready = False
        try:
            _prepare(driver, path, is_portable, migrations)
            is_ready = True
        finally:
            if not is_ready:
                driver.close()
        return _connection_over(driver)


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection, for what SQLAlchemy has no words for."""
    raw = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError(f"not a connection of SQLite: {raw!r}")
    return raw


def clear_remains(driver: sqlite3.Connection) -> bool:
    """Write the file anew without its free parts, and empty its journal; outside of transactions.

    Tells whether the journal is empty: somebody who reads meanwhile holds it.
    """
    # A whole store may be more than the memory. By now, what is to be hidden is closed.
    driver.execute("PRAGMA temp_store = FILE")
    try:
        driver.execute("VACUUM")
    finally:
        driver.execute("PRAGMA temp_store = MEMORY")
    is_held, _frames, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_held


def _prepare(
    driver: sqlite3.Connection, path: Path, is_portable: bool, migrations: Sequence[Migration]
) -> None:
    for pragma in _PRAGMAS:
        driver.execute(pragma)
    check_is_ours(driver, path, migrations)
    _choose_journal(driver, is_portable)
    migrate(driver, path, migrations)


def _choose_journal(driver: sqlite3.Connection, is_portable: bool) -> None:
    # WAL needs shared memory beside the file, which sticks and network shares cannot be trusted with; both
    # choices lost nothing in simulated power cuts (docs/decisions/learner-store.md).
    if is_portable or driver.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        driver.execute("PRAGMA journal_mode = TRUNCATE").fetchone()


def _connection_over(driver: sqlite3.Connection) -> Connection:
    # hide_parameters keeps what a learner wrote out of error messages, and so out of the log.
    engine = create_engine("sqlite://", creator=lambda: driver, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin_at_once)
    return engine.connect()


def _begin_at_once(connection: Connection) -> None:
    # Taking the write lock first means that a transaction cannot fail half way for want of it.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
