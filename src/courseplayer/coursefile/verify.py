"""Reads a whole course file and says what in it is not as it was built."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from courseplayer.course.content import StepContent
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId, CourseInfo, StepOutline
from courseplayer.course.problems import Problem, Severity
from courseplayer.coursefile import schema
from courseplayer.coursefile.article import pictures_of
from courseplayer.coursefile.asset_check import AssetCheck
from courseplayer.coursefile.connection import RowReader
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.step_rows import whole_table
from courseplayer.system.cancellation import Task

_CHUNK_ID = schema.chunk_data.c.id


def verify_course(path: Path, task: Task) -> tuple[Problem, ...]:
    """Read every row and every byte; an empty answer means that all is as it was built.

    Progress counts the bytes of the assets. A file that is no course, or of a newer format, raises as
    open_course does; a damaged one is an answer.
    """
    try:
        with open_course(path) as course:
            return tuple(
                Problem(path.name, None, Severity.ERROR, message)
                for message in _Verification(course, task).messages()
            )
    except DamagedCourseError as damage:
        return (Problem(path.name, None, Severity.ERROR, str(damage)),)


class _Verification:
    def __init__(self, course: CourseFile, task: Task) -> None:
        self._course = course
        self._task = task
        self._uses: defaultdict[AssetId, list[str]] = defaultdict(list)
        self._sizes: dict[AssetId, int] = {}
        self._chunks_of: defaultdict[AssetId, list[int]] = defaultdict(list)
        self._is_complete = False

    def messages(self) -> Iterator[str]:
        """Yield one sentence for everything that is damaged."""
        self._read_lists()
        with AssetCheck(self._course, self._sizes, self._chunks_of, self._task) as check:
            try:
                self._course.check_manifest(check)
            except DamagedCourseError as damage:
                yield str(damage)
            yield from self._unreadable_texts(check)
            for asset_id in check.damaged():
                yield from self._uses.get(asset_id) or ["A stored file that no step uses is damaged."]
        if not self._is_complete:
            yield "Parts of media are missing or belong to nothing."

    def _read_lists(self) -> None:
        reader = RowReader(self._course.path)
        try:
            self._sizes = {AssetId(n): size for n, _mime, size in reader.rows(whole_table(schema.asset))}
            for asset_id, _position, chunk_id in reader.rows(whole_table(schema.asset_chunk)):
                self._chunks_of[asset_id].append(chunk_id)
            chunks = [n for n, _size, _hash in reader.rows(whole_table(schema.chunk))]
            ends = [
                [n for (n,) in reader.rows(select(_CHUNK_ID).order_by(order).limit(1))]
                for order in (_CHUNK_ID, _CHUNK_ID.desc())
            ]
        finally:
            reader.close()
        listed = {chunk_id for chunk_ids in self._chunks_of.values() for chunk_id in chunk_ids}
        # Ids are unique, every one of these is read below, so nothing else can lie between the two ends.
        self._is_complete = (
            ends == [chunks[:1], chunks[-1:]]
            and chunks == list(range(1, len(chunks) + 1))
            and listed == set(chunks)
            and self._chunks_of.keys() <= self._sizes.keys()
        )

    def _unreadable_texts(self, task: Task) -> Iterator[str]:
        try:
            outline = self._course.outline()
        except PlainError:
            yield "The list of weeks and steps is damaged."
            return
        self._note_front_page(outline.course)
        for step in outline.steps():
            task.advance(0, 1)
            try:
                self._note_step(self._course.step(step.id))
            except PlainError:
                yield f"{_named(step)}: its text is damaged."
        try:
            self._course.glossary()
        except PlainError:
            yield "The glossary is damaged."

    def _note_front_page(self, info: CourseInfo) -> None:
        if info.cover is not None:
            self._uses[info.cover].append("The picture of the course is damaged.")
        for person in info.people:
            if person.picture is not None:
                self._uses[person.picture].append(f"The picture of {person.name} is damaged.")
        for picture in pictures_of(info.summary_html):
            self._uses[picture].append("A picture of the course's description is damaged.")

    def _note_step(self, content: StepContent) -> None:
        name = _named(content.outline)
        for medium in content.media:
            self._uses[medium.asset].append(f"{name}: the {medium.kind} is damaged.")
            for still in medium.stills:
                self._uses[still.asset].append(f"{name}: a still picture of the {medium.kind} is damaged.")
        for picture in pictures_of(content.article_html):
            self._uses[picture].append(f"{name}: a picture is damaged.")
        for download in content.downloads:
            self._uses[download.asset].append(f"{name}: the download {download.file_name} is damaged.")


def _named(step: StepOutline) -> str:
    return f"Step {step.number} ({step.title})"
