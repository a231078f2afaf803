"""Search over titles, articles, transcripts and glossaries, in an index that this PC builds for itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, text

from courseplayer.course.content import StepContent
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId, StepOutline
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.search_store import BrokenIndexError, SearchStore, course, place
from courseplayer.coursefile.search_words import match_expression, snippet, typed_words
from courseplayer.system.cancellation import SilentTask, Task, TaskPart

_MOST_RANKED = 2_000
"""Ranking every hit of a common word takes 50 to 200 ms in a million cues, ranking so many takes 7."""
_ROWS_AT_ONCE = 500

# A course is a block of rows, so that one course is a range: 1.5 ms where a join took 53. The outer query
# fetches only what is shown; LIMIT in the middle is what keeps the ranking bounded.
_FIND = text(
    "SELECT place.* FROM (SELECT id, score FROM ("
    " SELECT rowid AS id, rank AS score FROM words"
    " WHERE words MATCH :query AND rowid BETWEEN :first AND :last LIMIT :most_ranked"
    ") ORDER BY score, id LIMIT :most) AS hit JOIN place ON place.id = hit.id ORDER BY hit.score, hit.id"
)
_INDEX_WORDS = text("INSERT INTO words(rowid, text) VALUES (:id, :text)")
_FORGET_WORDS = text(
    "INSERT INTO words(words, rowid, text) "
    "SELECT 'delete', id, text FROM place WHERE id BETWEEN :first AND :last"
)
_LAST_ROW = 2**62

ValueT = TypeVar("ValueT")


class HitKind(StrEnum):
    """Where the words were found."""

    TITLE = "title"
    ARTICLE = "article"
    CUE = "cue"
    GLOSSARY = "glossary"


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
        cancelled, not at all; progress counts steps twice, checked and indexed.
        """
        self._paths[course_file.outline().course.id] = course_file.path
        self._or_again(lambda: self._add(course_file, task), self._store.start_again)

    def find(self, words: str, course_id: CourseId | None = None, limit: int = 50) -> tuple[Hit, ...]:
        """Return the best places that hold all the words, the last one also as a beginning.

        Best among the first 2,000 hits: titles and glossary come first, then the steps in order.
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
        course_file.check_manifest(TaskPart(task, 0, steps, 2 * steps))
        with self._store.writing() as connection:
            _forget(connection, course_id)
            _write(connection, course_file, TaskPart(task, steps, 2 * steps, 2 * steps))

    def _find(self, words: tuple[str, ...], course_id: CourseId | None, limit: int) -> tuple[Hit, ...]:
        with self._store.reading() as connection:
            first, last = (0, _LAST_ROW) if course_id is None else _block(connection, course_id)
            rows = connection.execute(
                _FIND,
                {
                    "query": match_expression(words),
                    "first": first,
                    "last": last,
                    "most_ranked": _MOST_RANKED,
                    "most": limit,
                },
            ).all()
        return tuple(_hit(row, words) for row in rows)


def _hit(row: Any, words: tuple[str, ...]) -> Hit:  # noqa: ANN401 - a row of a textual query has no type
    shown, matches = snippet(row.text, words)
    step_id = None if row.step_id is None else StepId(row.step_id)
    return Hit(
        Location(CourseId(row.course_id), step_id, row.at_ms),
        row.step_number,
        row.title,
        HitKind(row.kind),
        shown,
        matches,
    )


def _indexed_manifest(connection: Connection, course_id: CourseId) -> str | None:
    return connection.execute(select(course.c.manifest).where(course.c.course_id == course_id)).scalar()


def _block(connection: Connection, course_id: CourseId) -> tuple[int, int]:
    query = select(course.c.first_place, course.c.last_place).where(course.c.course_id == course_id)
    row = connection.execute(query).first()
    return (1, 0) if row is None else (row.first_place, row.last_place)


def _forget(connection: Connection, course_id: CourseId) -> None:
    first, last = _block(connection, course_id)
    connection.execute(_FORGET_WORDS, {"first": first, "last": last})
    connection.execute(delete(place).where(place.c.id.between(first, last)))
    connection.execute(delete(course).where(course.c.course_id == course_id))


def _write(connection: Connection, course_file: CourseFile, task: Task) -> None:
    course_id = course_file.outline().course.id
    first = (connection.execute(select(func.max(course.c.last_place))).scalar() or 0) + 1
    count = 0
    places = _places(course_file, task)
    while some := list(islice(places, _ROWS_AT_ONCE)):
        rows = [{**row, "id": first + count + n, "course_id": course_id} for n, row in enumerate(some)]
        connection.execute(insert(place), rows)
        connection.execute(_INDEX_WORDS, rows)
        count += len(rows)
    connection.execute(
        insert(course),
        {
            "course_id": course_id,
            "manifest": course_file.manifest,
            "first_place": first,
            "last_place": first + count - 1,
        },
    )


Place = dict[str, str | int | None]


def _places(course_file: CourseFile, task: Task) -> Iterator[Place]:
    steps = tuple(course_file.outline().steps())
    # Titles and terms first: only the first hits are ranked, and these are the best ones.
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
