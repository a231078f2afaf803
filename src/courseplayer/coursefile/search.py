"""The search index: one FTS5 database in the cache folder, made here from text that was checked.

Course files carry no index, because a tampered one gives wrong results and memory errors: DESIGN.md.
"""

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from courseplayer.course.content import StepContent
from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.coursefile.reader import CourseFile
from courseplayer.coursefile.search_words import match_expression, snippet_of
from courseplayer.system.cancellation import Task

_FILE = "search.db"
_FORMAT_VERSION = 1
_BUSY_MS = 3_000
_MOST_RANKED = 2_000
"""Ranking every hit of a common word is the one slow thing (51 ms against 7)."""
_SCHEMA = (
    "CREATE TABLE course(id INTEGER PRIMARY KEY, manifest TEXT UNIQUE, course_id TEXT,"
    " first INTEGER, last INTEGER)",
    "CREATE TABLE entry(id INTEGER PRIMARY KEY, step_id TEXT, number TEXT, title TEXT, kind TEXT,"
    " at_ms INTEGER, words TEXT)",
    "CREATE VIRTUAL TABLE found USING fts5(words, content='entry', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    f"PRAGMA user_version={_FORMAT_VERSION}",
)
_FIND = (
    "SELECT course.course_id, entry.step_id, entry.number, entry.title, entry.kind, entry.at_ms, entry.words"
    " FROM (SELECT rowid AS id, rank AS worth FROM found WHERE found MATCH ?1 AND rowid IN"
    " (SELECT rowid FROM found WHERE found MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?4)"
    " ORDER BY rank LIMIT ?5) AS best JOIN entry ON entry.id = best.id"
    " JOIN course ON entry.id BETWEEN course.first AND course.last"
    " ORDER BY best.worth, entry.id"
)
_UNAVAILABLE = QT_TRANSLATE_NOOP(
    "errors",
    "The search cannot be used at the moment; the course itself is not affected. "
    "Close other windows of the program and try again.",
)


class HitKind(StrEnum):
    """Where words were found."""

    TITLE = "title"
    ARTICLE = "article"
    CUE = "cue"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand; ``matches`` are the ranges of ``snippet`` that were looked for."""

    location: Location
    step_number: str
    step_title: str
    kind: HitKind
    snippet: str
    matches: tuple[tuple[int, int], ...]


_Entry = tuple[str, str, str, str, int | None, str]


class SearchIndex:
    """Finds words in courses; from any thread, by one at a time. Raises PlainError while it cannot be used.

    An index that is damaged or of another version is deleted and made anew.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = self._open()
        except (sqlite3.Error, OSError) as refusal:
            raise PlainError(_UNAVAILABLE) from refusal

    def add(self, course: CourseFile, task: Task) -> None:
        """Take a course into the index, once for each edition of it. Progress counts steps."""
        with self._lock:
            try:
                if not self._has(course.manifest):
                    self._add(course, task)
            except sqlite3.Error as refusal:
                raise PlainError(_UNAVAILABLE) from refusal

    def find(self, words: str, course_id: CourseId | None = None, limit: int = 50) -> tuple[Hit, ...]:
        """Return the best places for words as they were typed; the last one may be unfinished."""
        expression = match_expression(words)
        if not expression:
            return ()
        with self._lock:
            try:
                first, last = self._block(course_id)
                query = (expression, first, last, _MOST_RANKED, limit)
                return tuple(_hit(row, words) for row in self._connection.execute(_FIND, query))
            except sqlite3.Error as refusal:
                raise PlainError(_UNAVAILABLE) from refusal

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            self._connection.close()

    def _open(self) -> sqlite3.Connection:
        try:
            return self._sound_connection()
        except sqlite3.DatabaseError as doubt:
            if isinstance(doubt, sqlite3.OperationalError) and doubt.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise
            self._delete()
            return self._sound_connection()

    def _sound_connection(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
        )
        try:
            # It is a cache: what a power cut takes away is made again.
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("BEGIN IMMEDIATE")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == 0:
                for statement in _SCHEMA:
                    connection.execute(statement)
            elif version != _FORMAT_VERSION:
                raise sqlite3.DatabaseError("an index of another version")
            connection.execute("INSERT INTO found(found, rank) VALUES('rank', 'bm25(1.0)')")
            connection.execute("COMMIT")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _delete(self) -> None:
        for suffix in ("", "-journal", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def _has(self, manifest: str) -> bool:
        query = "SELECT 1 FROM course WHERE manifest = ?"
        return self._connection.execute(query, (manifest,)).fetchone() is not None

    def _add(self, course: CourseFile, task: Task) -> None:
        connection = self._connection
        course_id = course.outline().course.id
        connection.execute("BEGIN IMMEDIATE")
        try:
            self._forget(course_id)
            (first,) = connection.execute("SELECT coalesce(max(last), 0) + 1 FROM course").fetchone()
            last = first - 1
            for last, entry in enumerate(_entries(course, task), start=first):
                connection.execute("INSERT INTO entry VALUES(?,?,?,?,?,?,?)", (last, *entry))
                connection.execute("INSERT INTO found(rowid, words) VALUES(?,?)", (last, entry[-1]))
            row = (course.manifest, course_id, first, last)
            connection.execute("INSERT INTO course(manifest, course_id, first, last) VALUES(?,?,?,?)", row)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def _forget(self, course_id: CourseId) -> None:
        query = "SELECT id, first, last FROM course WHERE course_id = ?"
        for key, first, last in self._connection.execute(query, (course_id,)).fetchall():
            block = (first, last)
            self._connection.execute(
                "INSERT INTO found(found, rowid, words) SELECT 'delete', id, words FROM entry"
                " WHERE id BETWEEN ? AND ?",
                block,
            )
            self._connection.execute("DELETE FROM entry WHERE id BETWEEN ? AND ?", block)
            self._connection.execute("DELETE FROM course WHERE id = ?", (key,))

    def _block(self, course_id: CourseId | None) -> tuple[int, int]:
        if course_id is None:
            return 0, 2**62
        query = "SELECT first, last FROM course WHERE course_id = ?"
        found = self._connection.execute(query, (course_id,)).fetchone()
        return (0, -1) if found is None else (found[0], found[1])


def _entries(course: CourseFile, task: Task) -> Iterator[_Entry]:
    outline = course.outline()
    total = sum(1 for _ in outline.steps()) + 1
    for done, content in enumerate(course.contents()):
        task.advance(done, total)
        yield from _step_entries(content)
    for entry in course.glossary():
        yield "", "", entry.term, HitKind.GLOSSARY, None, f"{entry.term}: {entry.meaning}"


def _step_entries(content: StepContent) -> Iterator[_Entry]:
    step = content.outline
    place = (str(step.id), step.number, step.title)
    yield *place, HitKind.TITLE, None, step.title
    for paragraph in content.article_text.splitlines():
        if paragraph.strip():
            yield *place, HitKind.ARTICLE, None, paragraph.strip()
    for transcript in content.transcripts:
        for cue in transcript.cues:
            yield *place, HitKind.CUE, cue.start_ms, " ".join(cue.text.split())


def _hit(row: tuple[str, str, str, str, str, int | None, str], words: str) -> Hit:
    course_id, step_id, number, title, kind, at_ms, text = row
    location = Location(CourseId(course_id), StepId(step_id) if step_id else None, at_ms)
    snippet, matches = snippet_of(text, words)
    return Hit(location, number, title, HitKind(kind), snippet, matches)
