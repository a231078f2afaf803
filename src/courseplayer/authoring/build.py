"""Builds a course file from a trainer's source: read, check, make stills and write; whole or not at all."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from courseplayer.authoring.drawings import Rasterise
from courseplayer.authoring.report import problem_line
from courseplayer.authoring.source import read_source
from courseplayer.authoring.still_making import StillMaking
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.course.problems import Problem
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.signature import Signer
from courseplayer.coursefile.writer import WrittenCourse, write_course
from courseplayer.system.atomic import refuse_what_is_no_file
from courseplayer.system.cancellation import Task, TaskPart

COURSE_SUFFIX = ".course"

# How far each part of the work moves the bar: checking reads parts of each medium only.
_CHECKED_PERCENT = 10
_STILLS_PERCENT = 50
"""Of what is left after that; the rest is writing and reading back."""

_WRONG_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "{file} does not end in .course, so nothing was built; nothing was changed. "
    "Give the course a name such as my-course.course.",
)
_ONE_ERROR = QT_TRANSLATE_NOOP(
    "errors", "The course was not built; nothing was changed. Mend this and try again: {first}"
)
_SEVERAL_ERRORS = QT_TRANSLATE_NOOP(
    "errors",
    "The course was not built; nothing was changed. Mend this and {more} more (inspect lists them all) "
    "and try again: {first}",
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The finished course, and what was dropped or assumed on the way."""

    written: WrittenCourse
    problems: tuple[Problem, ...]


def build_course(
    source: Path,
    destination: Path,
    task: Task,
    signer: Signer | None = None,
    rasterise: Rasterise | None = None,
) -> BuildReport:
    """Make a course file from a folder, page or subtitle file; progress counts its bytes and never goes back.

    Raises BadInputError when the source has an error, PlainError when the disk refuses, and Cancelled; then
    nothing is left and an earlier file at ``destination`` is as it was.
    """
    if destination.suffix.lower() != COURSE_SUFFIX:
        raise BadInputError(_WRONG_NAME, file=destination)
    _check_place(destination)
    total = max(100, _size_bytes(source))
    checked = total * _CHECKED_PERCENT // 100
    reading = read_source(source, TaskPart(task, 0, checked, total), rasterise)
    plan = _buildable(reading.plan, reading.errors())
    with StillMaking(plan) as making:
        progress = _TwoAtOnce(task, checked, total, making)
        written = write_course(plan, destination, progress, signer, partial(making.wait, progress.tell))
        return BuildReport(written, reading.problems + making.problems())


class _TwoAtOnce:
    """Tells writing and making stills, which go on at the same time, as one bar that never goes back."""

    def __init__(self, task: Task, start: int, total: int, making: StillMaking) -> None:
        self._task = task
        self._total = total
        self._making = making
        self._stills_share = (total - start) * _STILLS_PERCENT // 100 if making.count else 0
        self._writing_share = total - start - self._stills_share
        self._start = start
        self._written = 0

    def advance(self, done: int, total: int) -> None:
        """See Task.advance: the writer tells how far it is."""
        self._written = max(self._written, self._writing_share * min(done, total) // total)
        self.tell()

    def tell(self) -> None:
        """Tell how far both are."""
        pictured = self._stills_share * self._making.made // max(1, self._making.count)
        self._task.advance(self._start + self._written + pictured, self._total)


def _check_place(destination: Path) -> None:
    """Refuse before any work a place where no file can be put."""
    refuse_what_is_no_file(destination)
    try:
        destination.parent.stat()
    except OSError as refusal:
        raise storage_error(refusal, destination) from refusal


def _size_bytes(source: Path) -> int:
    """Sum up the files of the source, only to tell progress; what cannot be read is told by the reader."""
    try:
        if not source.is_dir():
            return source.stat().st_size if source.is_file() else 0
        paths = (Path(folder, name) for folder, _, names in os.walk(source) for name in names)
        return sum(path.stat().st_size for path in paths if path.is_file())
    except OSError:
        return 0


def _buildable(plan: CoursePlan | None, errors: tuple[Problem, ...]) -> CoursePlan:
    if plan is not None and not errors:
        return plan
    first = problem_line(errors[0])
    if len(errors) == 1:
        raise BadInputError(_ONE_ERROR, first=first)
    raise BadInputError(_SEVERAL_ERRORS, first=first, more=len(errors) - 1)
