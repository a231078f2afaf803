"""Search over titles, articles, transcripts and glossaries, in an index that this PC builds for itself."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select

from courseplayer.course.content import StepContent
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId, StepOutline
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.search_store import (
    BrokenIndexError,
    SearchStore,
    course,
    create_words,
    drop_words,
    place,
    unsorted_places,
)
from courseplayer.coursefile.search_words import match_expression, snippet, typed_words
from courseplayer.system.cancellation import SilentTask, Task, TaskPart

_MOST_RANKED = 500
"""Ranking every place of a common word takes 30 ms in a course of 100,000 cues, ranking so many one."""
_ROWS_AT_ONCE = 500
_MOST_COURSES_AT_ONCE = 400
"""SQLite joins at most 500 questions to one."""

# LIMIT is what keeps the ranking bounded; only what is shown is fetched.
_RANKED = (
    "SELECT * FROM (SELECT {number:d} AS number, rowid AS id, rank AS score"
    " FROM words_{number:d} WHERE words_{number:d} MATCH :query LIMIT :most_ranked)"
)
_FIND = (
    "SELECT score, hit.id, number, step_id, step_number, title, kind, at_ms, text"
    " FROM ({ranked} ORDER BY score, id LIMIT :most) AS hit JOIN place ON place.id = hit.id"
)
_KEEP_UNSORTED = (
    "INSERT INTO unsorted(id, step_id, step_number, title, kind, at_ms, text)"
    " VALUES (:id, :step_id, :step_number, :title, :kind, :at_ms, :text)"
)
_KEEP_SORTED = (
    "INSERT INTO place(id, step_id, step_number, title, kind, at_ms, text)"
    " SELECT :id, step_id, step_number, title, kind, at_ms, text FROM unsorted WHERE id = :unsorted_id"
)
# VALUES, not SELECT: before that SQLite makes a savepoint, and for each of those FTS5 writes to the disk.
_INDEX_WORDS = (
    "INSERT INTO words_{number:d}(rowid, text) VALUES (:id, (SELECT folded(text) FROM place WHERE id = :id))"
)

ValueT = TypeVar("ValueT")


class HitKind(StrEnum):
    """Where the words were found."""

    TITLE = "title"
    ARTICLE = "article"
    CUE = "cue"
    GLOSSARY = "glossary"


_FOUND_FIRST = frozenset({HitKind.TITLE.value, HitKind.GLOSSARY.value})
"""Always among those that are ranked."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand; ``matches`` are ranges of characters in ``snippet``.

    A glossary hit leads to the front page; its title is the term, its number empty.
    """

    location: Location
    step_number: str
    step_title: str
    kind: HitKind
    snippet: str
    matches: tuple[tuple[int, int], ...]


class SearchIndex:
    """The index of every course added on this PC; called from one thread at a time.

    A broken index is thrown away and made again. Raises PlainError when another process keeps it busy for
    seconds or the disk refuses: then search is not available, and nothing else is lost.
    """

    def __init__(self, folder: Path) -> None:
        self._store = SearchStore(folder)
        self._paths: dict[CourseId, Path] = {}

    def add(self, course_file: CourseFile, task: Task) -> None:
        """Index a course, in place of an earlier edition; nothing to do when this very one is indexed.

        Its texts are checked against its manifest first (DamagedCourseError). Kept as a whole or, when
        cancelled, not at all; progress counts steps three times: checked, read and indexed.
        """
        self._paths[course_file.outline().course.id] = course_file.path
        self._or_again(lambda: self._add(course_file, task), self._store.start_again)

    def find(self, words: str, course_id: CourseId | None = None, limit: int = 50) -> tuple[Hit, ...]:
        """Return the best places that hold all the words, the last one also as a beginning.

        Best among 500 of the places: titles and glossary come first, then the shortest texts. Of all courses
        together it is fewer of each.
        """
        wanted = typed_words(words)
        if not wanted:
            return ()
        return self._or_again(lambda: self._find(wanted, course_id, limit), self._make_again)

    def close(self) -> None:
        """Let go of the index."""
        self._store.close()

    def _or_again(self, work: Callable[[], ValueT], repair: Callable[[], None]) -> ValueT:
        try:
            return work()
        except BrokenIndexError:
            repair()
            return work()

    def _make_again(self) -> None:
        self._store.start_again()
        for path in tuple(self._paths.values()):
            with open_course(path) as course_file:
                self._add(course_file, SilentTask())

    def _add(self, course_file: CourseFile, task: Task) -> None:
        course_id = course_file.outline().course.id
        with self._store.reading() as connection:
            if _indexed_manifest(connection, course_id) == course_file.manifest:
                return
        steps = max(1, sum(1 for _ in course_file.outline().steps()))
        course_file.check_manifest(TaskPart(task, 0, steps, 3 * steps))
        with self._store.writing() as connection:
            _forget(connection, course_id)
            reading = TaskPart(task, steps, 2 * steps, 3 * steps)
            indexing = TaskPart(task, 2 * steps, 3 * steps, 3 * steps)
            _write(connection, course_file, reading, indexing)

    def _find(self, words: tuple[str, ...], course_id: CourseId | None, limit: int) -> tuple[Hit, ...]:
        with self._store.reading() as connection:
            courses = _numbered(connection, course_id)
            numbers = tuple(courses)
            wanted = {
                "query": match_expression(words),
                "most_ranked": max(limit, _MOST_RANKED // max(1, len(numbers))),
                "most": limit,
            }
            rows: list[Any] = []
            for first in range(0, len(numbers), _MOST_COURSES_AT_ONCE):
                question = _question(numbers[first : first + _MOST_COURSES_AT_ONCE])
                rows += connection.execute(question, wanted)
        best = sorted(rows, key=itemgetter(0, 1))[:limit]
        return tuple(_hit(row, courses, words) for row in best)


@lru_cache(maxsize=8)
def _question(numbers: tuple[int, ...]) -> str:
    ranked = " UNION ALL ".join(_RANKED.format(number=number) for number in numbers)
    return _FIND.format(ranked=ranked)


def _hit(
    row: Any,  # noqa: ANN401 - a row of a textual query has no type
    courses: Mapping[int, CourseId],
    words: tuple[str, ...],
) -> Hit:
    _score, _id, number, step_id, step_number, title, kind, at_ms, text = row
    shown, matches = snippet(text, words)
    location = Location(courses[number], None if step_id is None else StepId(step_id), at_ms)
    return Hit(location, step_number, title, HitKind(kind), shown, matches)


def _numbered(connection: sqlite3.Connection, course_id: CourseId | None) -> dict[int, CourseId]:
    if course_id is None:
        rows = connection.execute("SELECT number, course_id FROM course ORDER BY number")
    else:
        rows = connection.execute("SELECT number, course_id FROM course WHERE course_id = ?", (course_id,))
    return {int(number): CourseId(named) for number, named in rows}


def _indexed_manifest(connection: sqlite3.Connection, course_id: CourseId) -> str | None:
    row = connection.execute("SELECT manifest FROM course WHERE course_id = ?", (course_id,)).fetchone()
    return None if row is None else str(row[0])


def _forget(connection: Connection, course_id: CourseId) -> None:
    row = connection.execute(select(course).where(course.c.course_id == course_id)).first()
    if row is not None:
        drop_words(connection, row.number)
        connection.execute(delete(place).where(place.c.id.between(row.first_place, row.last_place)))
        connection.execute(delete(course).where(course.c.number == row.number))


def _write(connection: Connection, course_file: CourseFile, reading: Task, indexing: Task) -> None:
    course_id = course_file.outline().course.id
    first = (connection.execute(select(func.max(course.c.last_place))).scalar() or 0) + 1
    number = (connection.execute(select(func.max(course.c.number))).scalar() or 0) + 1
    with unsorted_places(connection):
        order = _write_unsorted(connection, course_file, reading)
        _write_sorted(connection, number, dict(enumerate(order, start=first)), indexing)
    connection.execute(
        insert(course),
        {
            "number": number,
            "course_id": course_id,
            "manifest": course_file.manifest,
            "first_place": first,
            "last_place": first + len(order) - 1,
        },
    )


def _write_unsorted(connection: Connection, course_file: CourseFile, task: Task) -> list[int]:
    """Put the places aside as they come and return the order in which they are to be found.

    Titles and terms come first, then the shortest texts. Of texts that hold a word once the shortest is the
    best, so that the first places that hold it are nearly the best ones already.
    """
    places = enumerate(_places(course_file, task))
    lengths: list[int] = []
    while some := list(islice(places, _ROWS_AT_ONCE)):
        connection.exec_driver_sql(_KEEP_UNSORTED, [{**one, "id": number} for number, one in some])
        lengths += [_length(one) for _number, one in some]
    return sorted(range(len(lengths)), key=lengths.__getitem__)


def _length(one: "Place") -> int:
    return 0 if one["kind"] in _FOUND_FIRST else len(str(one["text"]).split())


def _write_sorted(connection: Connection, number: int, unsorted: Mapping[int, int], task: Task) -> None:
    create_words(connection, number)
    index_words = _INDEX_WORDS.format(number=number)
    ids = iter(unsorted.items())
    done = 0
    while some := [{"id": place_id, "unsorted_id": aside} for place_id, aside in islice(ids, _ROWS_AT_ONCE)]:
        connection.exec_driver_sql(_KEEP_SORTED, some)
        connection.exec_driver_sql(index_words, some)
        done += len(some)
        task.advance(done, len(unsorted))


Place = dict[str, str | int | None]


def _places(course_file: CourseFile, task: Task) -> Iterator[Place]:
    steps = tuple(course_file.outline().steps())
    for step in steps:
        yield _of_step(step, HitKind.TITLE, step.title)
    for entry in course_file.glossary():
        words = f"{entry.term}: {entry.meaning}"
        yield _place(None, "", entry.term, HitKind.GLOSSARY, words)
    for done, content in enumerate(course_file.contents(), start=1):
        yield from _of_content(content)
        task.advance(done, len(steps))


def _of_content(content: StepContent) -> Iterator[Place]:
    if content.article_text:
        yield _of_step(content.outline, HitKind.ARTICLE, content.article_text)
    for transcript in content.transcripts:
        for cue in transcript.cues:
            yield _of_step(content.outline, HitKind.CUE, cue.text, cue.start_ms)


def _of_step(step: StepOutline, kind: HitKind, words: str, at_ms: int | None = None) -> Place:
    return _place(step.id, step.number, step.title, kind, words, at_ms)


def _place(
    step_id: StepId | None, number: str, title: str, kind: HitKind, words: str, at_ms: int | None = None
) -> Place:
    return {
        "step_id": step_id,
        "step_number": number,
        "title": title,
        "kind": kind.value,
        "at_ms": at_ms,
        "text": words,
    }
