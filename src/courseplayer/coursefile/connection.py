"""Read-only connections to a course file that nobody has to trust."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from urllib.parse import quote

from sqlalchemy import Column, Select, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from courseplayer.coursefile.errors import DamagedCourseError, reading_failure
from courseplayer.coursefile.header import check_header
from courseplayer.coursefile.manifest import Row, Value
from courseplayer.coursefile.permitted import limit_of, rule_of
from courseplayer.coursefile.schema import Form, form_of, schema_rows

Query = Select[*tuple[Any, ...]]

_MIB = 1024 * 1024
_MOST_SECONDS = 10.0
"""For one query, or for 500 rows of a long one; a sound file needs milliseconds."""
_MOST_ANSWER_BYTES = 64 * _MIB

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 4 * _MIB,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 64,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 20,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = (
    "trusted_schema=OFF",
    "query_only=ON",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "foreign_keys=OFF",
    "recursive_triggers=OFF",
    "cache_size=-2048",
)
_ALLOWED_FUNCTIONS = frozenset({"count", "max", "min"})
_ALLOWED_PRAGMAS = frozenset({"read_uncommitted"})
"""SQLAlchemy asks for it when it meets a connection."""


class Deadline:
    """The time after which the query that runs now is given up."""

    def __init__(self) -> None:
        self._ends_at = 0.0
        self.restart()

    def restart(self) -> None:
        """Give the next query its whole time."""
        self._ends_at = time.monotonic() + _MOST_SECONDS

    def is_over(self) -> bool:
        """Tell whether the query has used its time."""
        return time.monotonic() > self._ends_at


def file_uri(path: PurePath) -> str:
    """Write an absolute path as the URI that SQLite reads, read-only and immutable."""
    # Not Path.as_uri(): SQLite takes no host, so a Windows share must become file:////server/share.
    slashed = path.as_posix()
    slashed = slashed if slashed.startswith("/") else "/" + slashed
    return "file://" + quote(os.fsencode(slashed), safe="/:") + "?mode=ro&immutable=1"


class Connected(NamedTuple):
    """An open course file and what is known of it; may be used from any thread, by one at a time."""

    connection: sqlite3.Connection
    form: Form
    size_bytes: int


def connect(path: Path, deadline: Deadline) -> Connected:
    """Open a course file whose header and schema are as built; each query ends at ``deadline``."""
    header = check_header(path)
    deadline.restart()
    with told_plainly(path.name):
        connection = sqlite3.connect(
            file_uri(path.absolute()), uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            _harden(connection, deadline)
            form = form_of(header.version, schema_rows(connection))
            if form is None:
                raise DamagedCourseError(path.name, "the schema is not the builder's")
        except BaseException:
            connection.close()
            raise
    return Connected(connection, form, header.size_bytes)


def _harden(connection: sqlite3.Connection, deadline: Deadline) -> None:
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.set_progress_handler(deadline.is_over, 10_000)
    connection.set_authorizer(_authorise)


def _authorise(
    action: int, first: str | None, second: str | None, _database: str | None, trigger: str | None
) -> int:
    allowed = trigger is None and (
        action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
        or (action == sqlite3.SQLITE_FUNCTION and second in _ALLOWED_FUNCTIONS)
        or (action == sqlite3.SQLITE_PRAGMA and first in _ALLOWED_PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


@contextmanager
def told_plainly(file: str) -> Iterator[None]:
    """Turn what SQLite says about a file into one plain sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise reading_failure(error, file) from error
    except DBAPIError as error:
        cause = error.orig
        if not isinstance(cause, sqlite3.Error):
            raise
        raise reading_failure(cause, file) from error
    except UnicodeDecodeError as error:
        # SQLite quotes damaged names in its messages, and Python cannot read them.
        raise DamagedCourseError(file, "a message that is no text") from error


class RowReader:
    """Answers SQLAlchemy selects with rows whose every value has the type that its column declares.

    May be used from any thread, by one at a time.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._deadline = Deadline()
        raw, self.form, self.size_bytes = connect(path, self._deadline)
        self._engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        with told_plainly(self._file):
            self._connection = self._engine.connect()

    def rows(self, query: Query, **values: Value) -> list[Row]:
        """Return the whole of an answer that is no longer than one from its first table may be."""
        limit = limit_of(_table_of(query))
        found: list[Row] = []
        characters = 0
        for some in self._answer(query, values, min(_MOST_ANSWER_BYTES, self.size_bytes)):
            found += some
            characters += sum(len(value) for row in some for value in row if isinstance(value, str))
            if len(found) > limit.rows or characters > limit.characters:
                raise DamagedCourseError(self._file, f"more than a window can show: {query}")
        return found

    def stream(self, query: Query) -> Iterator[list[Row]]:
        """Yield the rows of an answer that may be as large as the file, some at a time."""
        return self._answer(query, {}, self.size_bytes)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()

    def _answer(self, query: Query, values: dict[str, Value], most_bytes: int) -> Iterator[list[Row]]:
        rules = [rule_of(column) for column in query.selected_columns]
        seen_bytes = 0
        with told_plainly(self._file):
            self._deadline.restart()
            answer = self._connection.execute(query, values)
            while found := answer.fetchmany(500):
                rows: list[Row] = [tuple(row) for row in found]
                for row in rows:
                    if not all(rule.allows(value) for rule, value in zip(rules, row, strict=True)):
                        raise DamagedCourseError(self._file, f"an odd value: {query}")
                    # A row takes two bytes at least, so an honest answer is never larger than the file; a
                    # hostile tree can name one page thousands of times.
                    seen_bytes += 2 + sum(len(value) for value in row if isinstance(value, str | bytes))
                    if seen_bytes > most_bytes:
                        raise DamagedCourseError(self._file, "an answer without end")
                yield rows
                self._deadline.restart()


def _table_of(query: Query) -> str:
    column = next(iter(query.selected_columns))
    return str(column.table.name) if isinstance(column, Column) else ""
