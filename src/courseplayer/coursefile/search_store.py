"""The SQLite file of the search index: a cache that may be thrown away at any time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, Text, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError, storage_error
from courseplayer.coursefile.errors import disk_refusal
from courseplayer.coursefile.search_words import fold

_VERSION = 2
_FILE_NAME = "search.db"
_PATIENCE_S = 5.0
_BUSY = QT_TRANSLATE_NOOP(
    "errors",
    "Search is being prepared by another window; the course itself works. Try again in a moment.",
)

METADATA = MetaData()
course = Table(
    "course",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("course_id", Text, unique=True, nullable=False),
    Column("manifest", Text, nullable=False),
    Column("first_place", Integer, nullable=False),
    Column("last_place", Integer, nullable=False),
)
place = Table(
    "place",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("step_id", Text),
    Column("step_number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at_ms", Integer),
    Column("text", Text, nullable=False),
)
# Each course has a full-text table of its own, for ranking counts a word in the whole table, also in courses
# that nobody asked about. It keeps no text, since ``place`` does.
_WORDS = (
    "CREATE VIRTUAL TABLE words_{number:d} USING fts5(text, content='', "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)
_UNSORTED = (
    "CREATE TEMP TABLE unsorted (id INTEGER PRIMARY KEY, step_id, step_number, title, kind, at_ms, text)"
)
_NO_WORDS = "DROP TABLE words_{number:d}"


class BrokenIndexError(Exception):
    """The index cannot be read; it is to be thrown away and made again."""


class SearchBusyError(PlainError):
    """Another process is writing the index."""


class SearchStore:
    """One connection to the index; called from one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _FILE_NAME
        self._engine: Engine | None = None
        self._connection: Connection | None = None
        try:
            self._open()
        except BrokenIndexError:
            self.start_again()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give SQLite's own connection for questions, which all see the same state."""
        # Around a question that takes half a millisecond SQLAlchemy takes a tenth of one.
        with self._told(), self._transaction("BEGIN"):
            yield self._raw(self._opened())

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection for one change, kept as a whole or not at all."""
        with self._told(), self._transaction("BEGIN IMMEDIATE"):
            yield self._opened()

    def start_again(self) -> None:
        """Throw the index away and begin an empty one."""
        self.close()
        try:
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(_FILE_NAME + ending).unlink(missing_ok=True)
        except PermissionError as refusal:
            # Windows keeps a file that another process has open.
            raise SearchBusyError(_BUSY) from refusal
        except OSError as refusal:
            raise storage_error(refusal, self.path) from refusal
        self._open()

    def close(self) -> None:
        """Let go of the file; using the store again raises."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _open(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as refusal:
            raise storage_error(refusal, self.path.parent) from refusal
        self._engine = create_engine("sqlite://", creator=self._connect, poolclass=StaticPool)
        try:
            with self._told():
                self._connection = self._engine.connect()
                self._prepare(self._connection)
        except BaseException:
            self.close()
            raise

    def _connect(self) -> sqlite3.Connection:
        raw = sqlite3.connect(self.path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
        # SQLite's own folding leaves the marks of Greek and Russian letters, so it gets folded words only.
        raw.create_function("folded", 1, fold, deterministic=True)
        return raw

    def _prepare(self, connection: Connection) -> None:
        if _version(connection) == 0:
            # Readers in other processes go on while a large course is added.
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            self._create()
        if _version(connection) != _VERSION:
            raise BrokenIndexError("made by another version")
        connection.exec_driver_sql("PRAGMA synchronous=NORMAL")

    def _create(self) -> None:
        with self.writing() as connection:
            # Asked again inside the transaction: another process may have been faster.
            if _version(connection) == 0:
                METADATA.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA user_version={_VERSION}")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        raw = self._raw(self._opened())
        raw.execute(begin)
        try:
            yield
            raw.execute("COMMIT")
        finally:
            if raw.in_transaction:
                raw.execute("ROLLBACK")

    def _opened(self) -> Connection:
        if self._connection is None:
            raise ValueError("the search index is closed")
        return self._connection

    def _raw(self, connection: Connection) -> sqlite3.Connection:
        raw = connection.connection.dbapi_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError("the search index is not in SQLite")
        return raw

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise self._explained(error.orig) from error
            raise
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def _explained(self, error: sqlite3.Error) -> Exception:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return SearchBusyError(_BUSY)
        # A file of another shape (a missing table, a text that does not decode) is as good as a broken one.
        return disk_refusal(error, self.path) or BrokenIndexError(str(error))


def create_words(connection: Connection, number: int) -> None:
    """Make the empty full-text table of a course."""
    connection.exec_driver_sql(_WORDS.format(number=number))


@contextmanager
def unsorted_places(connection: Connection) -> Iterator[None]:
    """Have a table for the places of a course until they are sorted, in SQLite's own temporary file."""
    connection.exec_driver_sql(_UNSORTED)
    yield
    # After an error the transaction takes it back.
    connection.exec_driver_sql("DROP TABLE unsorted")


def drop_words(connection: Connection, number: int) -> None:
    """Throw the full-text table of a course away."""
    connection.exec_driver_sql(_NO_WORDS.format(number=number))


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
