"""Finds the courses on this machine and on its sticks, and says what each one is."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.course.ids import CourseId
from courseplayer.coursefile.snapshot import CourseSummary, Refusal

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile

SUFFIX = ".course"
_MOST_COVER_BYTES = 300_000
_MOST_FILES = 2_000


def find_courses(places: Sequence[Path], known: Sequence[CourseSummary] = ()) -> tuple[CourseSummary, ...]:
    """Summarise the courses in folders, in their subfolders, and files named themselves.

    The same course found twice is listed once, from the earlier place; a broken file is listed with its
    problem. What is hidden, unreadable or half copied is passed over. A file of the size and time of its
    ``known`` summary is not opened.
    """
    known_at = {summary.path: summary for summary in known if summary.problem is None}
    found: dict[tuple[CourseId, str], CourseSummary] = {}
    for path in dict.fromkeys(file for place in places for file in _files(place)):
        before = known_at.get(path)
        summary = before if before is not None and _is_still(before) else summarise(path)
        key = (summary.course_id, summary.manifest if summary.problem is None else str(path))
        found.setdefault(key, summary)
    return tuple(found.values())


def list_courses(places: Sequence[Path]) -> tuple[CourseSummary, ...]:
    """Summarise every course file in these places, also those that are the same course."""
    return tuple(
        summarise(path) for path in dict.fromkeys(file for place in places for file in _files(place))
    )


def summarise(path: Path) -> CourseSummary:
    """Say what a course file is; its problem where it cannot be opened."""
    # A shelf on which nothing changed does without the reader of courses, and all that it needs (3 MB).
    from courseplayer.coursefile.reader import open_course  # noqa: PLC0415

    try:
        modified_ns = path.stat().st_mtime_ns
        with open_course(path) as course:
            return _summary(course, modified_ns)
    except OSError as refusal:
        return _broken(path, storage_error(refusal, path.name))
    except PlainError as problem:
        return _broken(path, problem)


def _is_still(summary: CourseSummary) -> bool:
    try:
        found = summary.path.stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (summary.size_bytes, summary.modified_ns)


def _summary(course: "CourseFile", modified_ns: int) -> CourseSummary:
    outline = course.outline()
    steps = tuple(outline.steps())
    return CourseSummary(
        path=course.path,
        course_id=outline.course.id,
        title=outline.course.title,
        provider=outline.course.provider,
        language=outline.course.language,
        step_ids=tuple(step.id for step in steps),
        step_numbers=tuple(step.number for step in steps),
        minutes=sum(step.minutes or 0 for step in steps),
        size_bytes=course.size_bytes,
        modified_ns=modified_ns,
        manifest=course.manifest,
        cover=_cover(course),
    )


def _cover(course: "CourseFile") -> bytes | None:
    cover = course.outline().course.cover
    if cover is None:
        return None
    try:
        reader = course.open_asset(cover)
        try:
            return reader.read(0, reader.size_bytes) if reader.size_bytes <= _MOST_COVER_BYTES else None
        finally:
            reader.close()
    except PlainError:
        return None


def _broken(path: Path, problem: PlainError) -> CourseSummary:
    return CourseSummary(path, CourseId(f"broken:{path.name}"), path.stem, problem=Refusal.of(problem))


def _files(place: Path) -> Iterator[Path]:
    if _is_course(place):
        yield place
        return
    for entry in _entries(place):
        if _is_course(entry):
            yield entry
        elif entry.suffix.lower() != SUFFIX:
            yield from (file for file in _entries(entry) if _is_course(file))


def _entries(folder: Path) -> list[Path]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []
    return entries[:_MOST_FILES]


def _is_course(path: Path) -> bool:
    # Old sticks write names in capitals.
    try:
        return path.suffix.lower() == SUFFIX and path.is_file()
    except OSError:
        return False
