"""The file on the disk: one SQLite database with our numbers, hashes over everything and no search index."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.coursefile.reader import open_course

CHUNK = 256 * 1024


@pytest.fixture
def database(written: Path) -> Iterator[sqlite3.Connection]:
    """Return the course as any SQLite program opens it."""
    with closing(sqlite3.connect(f"{written.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def test_application_id_and_version_name_the_format(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"Crse", "big"),)
    assert database.execute("PRAGMA user_version").fetchone() == (2,)


def test_sqlite_itself_finds_nothing_wrong(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_there_is_no_search_index_and_nothing_that_runs(database: sqlite3.Connection) -> None:
    schema = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    assert {kind for kind, _name, _sql in schema} <= {"table", "index"}
    assert not [sql for _kind, _name, sql in schema if "VIRTUAL" in sql.upper() or "fts" in sql.lower()]


def test_every_chunk_has_its_hash_and_is_stored_once(database: sqlite3.Connection) -> None:
    chunks = database.execute(
        "SELECT size_bytes, sha256, data FROM chunk JOIN chunk_data ON chunk_data.id = chunk.id"
    ).fetchall()
    assert len(chunks) == database.execute("SELECT count(*) FROM chunk_data").fetchone()[0] == 7
    for size_bytes, sha256, data in chunks:
        assert len(data) == size_bytes <= CHUNK
        assert hashlib.sha256(data).digest() == sha256
    assert len({sha256 for _size, sha256, _data in chunks}) == len(chunks)


def test_the_manifest_is_stored_and_names_the_edition(written: Path, database: sqlite3.Connection) -> None:
    (stored,) = database.execute("SELECT sha256 FROM manifest").fetchone()
    with open_course(written) as course:
        assert course.manifest == stored.hex()


def test_nothing_lies_between_or_behind_the_pages(written: Path, database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
    page_bytes, pages = (
        database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count")
    )
    assert written.stat().st_size == page_bytes * pages
