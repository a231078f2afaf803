"""Reads what can still be read of a damaged learner.db, row by row."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

from courseplayer.learner.tables import TABLES

Row = dict[str, int | str | bytes | None]
Rows = dict[str, list[Row]]
"""The rows of each table by the table's name."""

_MOST_PROBES = 20_000
"""How many single rows are asked for where a stretch of a table cannot be read."""
_REFUSALS = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOMEM,
}
_ORDER = {
    "places": ("learner_id", "course_id"),
    "step_progress": ("learner_id", "course_id", "step_id"),
    "pins": ("learner_id",),
}
_SINCE = {"pins": 2}
"""The version of the store in which a table came."""


def read_rows(open_file: Callable[[], sqlite3.Connection]) -> tuple[Rows, bool]:
    """Return the readable rows of every table, and whether a part of any could not be read.

    The file may be changed by SQLite's own recovery of its journal: open a copy, or open it for reading only.
    A disk that refuses is not taken for damage: that error of SQLite goes through.
    """
    rows: Rows = {table.name: [] for table in TABLES}
    try:
        with closing(open_file()) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.text_factory = _lenient
            names = [table.name for table in TABLES if table.name not in _not_yet(connection)]
            losses = [_read_table(connection, name, rows[name]) for name in names]
            return rows, any(losses)
    except sqlite3.Error as error:
        _raise_if_refused(error)
        return rows, True


def _read_table(connection: sqlite3.Connection, name: str, into: list[Row]) -> bool:
    """Read a table from both ends towards what is damaged; tells whether something was."""
    columns = [column.name for column in next(table for table in TABLES if table.name == name).columns]
    order = _ORDER.get(name, ("id",))
    query = f"SELECT {', '.join(columns)} FROM {name}"
    seen: set[tuple[object, ...]] = set()

    def take(found: Iterator[Sequence[int | str | bytes | None]]) -> bool:
        try:
            for values in found:
                row: Row = dict(zip(columns, values, strict=True))
                key = tuple(row[column] for column in order)
                if key not in seen:
                    seen.add(key)
                    into.append(row)
        except sqlite3.Error as error:
            _raise_if_refused(error)
            return False
        return True

    if take(_asked(connection, f"{query} ORDER BY {', '.join(order)}")):
        return False
    take(_asked(connection, f"{query} ORDER BY {', '.join(f'{column} DESC' for column in order)}"))
    if order == ("id",):
        for number in _missing_ids(seen, _highest_id(connection, name)):
            take(_asked(connection, f"{query} WHERE id = {number}"))
    into.sort(key=lambda row: [(value is None, str(type(value)), value) for value in (row[c] for c in order)])
    return True


def _not_yet(connection: sqlite3.Connection) -> set[str]:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return {name for name, since in _SINCE.items() if version < since}


def _asked(connection: sqlite3.Connection, query: str) -> Iterator[Sequence[int | str | bytes | None]]:
    yield from connection.execute(query)


def _highest_id(connection: sqlite3.Connection, name: str) -> int:
    try:
        return int(connection.execute(f"SELECT max(id) FROM {name}").fetchone()[0] or 0)
    except sqlite3.Error as error:
        _raise_if_refused(error)
        return 0


def _raise_if_refused(error: sqlite3.Error) -> None:
    if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _REFUSALS:
        raise error


def _missing_ids(seen: set[tuple[object, ...]], highest: int) -> list[int]:
    numbers = {key[0] for key in seen if isinstance(key[0], int)}
    end = max([highest, *numbers, 0])
    return [number for number in range(1, end + 1) if number not in numbers][:_MOST_PROBES]


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", errors="replace")
