"""What is open now: who is learning, which course, and how far they have come."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, Outline, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.learner.values import Learner
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile
    from courseplayer.learner.store import LearnerStore


@dataclass(frozen=True, slots=True)
class OpenCourse:
    """A course file that is open, and its outline."""

    file: "CourseFile"
    outline: Outline


class Session(QObject):
    """Holds the present learner and course; everything that changes them goes through here."""

    learner_changed = Signal(object)
    """The Learner who is learning now."""
    course_opened = Signal(object)
    """The OpenCourse; its progress is known already."""
    course_closing = Signal()
    """Everything that reads from the open course file must let go of it now."""
    progress_changed = Signal(object)
    """The CourseProgress of the present learner in the open course."""
    failed = Signal(object)
    """A PlainError that belongs to no page of its own."""
    opening_failed = Signal(object)
    """The PlainError of a course file that could not be opened."""

    def __init__(self, jobs: Jobs, access: LearnerAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._access = access
        self._opening: Job[OpenCourse] | None = None
        self._checking: Job[None] | None = None
        self.learner: Learner | None = None
        self.course: OpenCourse | None = None
        self.progress = CourseProgress()

    def choose_learner(self, learner: Learner) -> None:
        """Make somebody the one who is learning, from now on and at the next start."""
        if learner == self.learner:
            return
        self.learner = learner
        self._do(partial(_choose_learner, learner))
        self.learner_changed.emit(learner)
        self._load_progress()

    def open_course(self, path: Path) -> None:
        """Open a course file off the window's thread; ``course_opened`` or ``opening_failed`` follows."""
        if self._opening is not None:
            self._opening.drop()
        self._opening = self._jobs.start(Lane.FILES, partial(_open, path))
        self._opening.done.connect(self._on_opened)
        self._opening.failed.connect(self.opening_failed)

    def close_course(self) -> None:
        """Let go of the open course file, if there is one."""
        if self._opening is not None:
            self._opening.drop()
            self._opening = None
        if self._checking is not None:
            self._checking.drop()
            self._checking = None
        if self.course is not None:
            self.course_closing.emit()
            self.course.file.close()
            self.course = None

    def mark_done(self, step_id: StepId, is_done: bool) -> None:
        """Mark a step of the open course as complete, or take the mark away."""
        if self.course is None or self.learner is None:
            return
        done = self.progress.done | {step_id} if is_done else self.progress.done - {step_id}
        self._show_progress(replace(self.progress, done=done))
        course_id = self.course.outline.course.id
        self._do(partial(_mark_done, self.learner, course_id, step_id, is_done))

    def remember_place(self, location: Location) -> None:
        """Keep where the learner is, so that the next start goes on from there."""
        if self.course is None or self.learner is None:
            return
        positions = dict(self.progress.positions_ms)
        if location.step_id is not None and location.at_ms is not None:
            positions[location.step_id] = location.at_ms
        self._show_progress(replace(self.progress, last=location, positions_ms=positions))
        self._do(partial(_remember_place, self.learner, location))

    def _on_opened(self, opened: OpenCourse) -> None:
        self._opening = None
        self.close_course()
        self.course = opened
        self._checking = self._jobs.start(Lane.FILES, partial(_check_texts, opened))
        self._checking.failed.connect(self.failed)
        self.progress = CourseProgress()
        if self.learner is None:
            self.course_opened.emit(opened)
            return
        job = self._ask_progress(self.learner, opened)
        job.done.connect(self._on_first_progress)
        job.failed.connect(self._on_no_progress)

    def _on_first_progress(self, progress: CourseProgress) -> None:
        self.progress = progress
        if self.course is not None:
            self.course_opened.emit(self.course)
            self.progress_changed.emit(progress)

    def _on_no_progress(self, error: PlainError) -> None:
        # A learner's store that cannot be read never blocks the course itself.
        self.failed.emit(error)
        self._on_first_progress(CourseProgress())

    def _load_progress(self) -> None:
        if self.course is None or self.learner is None:
            return
        job = self._ask_progress(self.learner, self.course)
        job.done.connect(self._show_progress)
        job.failed.connect(self.failed)

    def _ask_progress(self, learner: Learner, opened: OpenCourse) -> "Job[CourseProgress]":
        return self._access.ask(partial(_progress, learner, opened))

    def _show_progress(self, progress: CourseProgress) -> None:
        self.progress = progress
        self.progress_changed.emit(progress)

    def _do(self, work: "partial[None]") -> None:
        self._access.ask(work).failed.connect(self.failed)


def _open(path: Path, _job: object) -> OpenCourse:
    # See LearnerAccess: SQLAlchemy is not imported before the first paint.
    from courseplayer.coursefile.reader import open_course  # noqa: PLC0415

    file = open_course(path)
    try:
        return OpenCourse(file, file.outline())
    except PlainError:
        file.close()
        raise


def _check_texts(opened: OpenCourse, job: "Job[None]") -> None:
    """Find words that are not as they were when the course was made: a learner would not notice."""
    opened.file.check_manifest(job)


def _progress(learner: Learner, opened: OpenCourse, store: "LearnerStore") -> CourseProgress:
    return store.progress(learner.id, opened.outline.course.id)


def _choose_learner(learner: Learner, store: "LearnerStore") -> None:
    store.choose_learner(learner.id)


def _mark_done(
    learner: Learner, course_id: CourseId, step_id: StepId, is_done: bool, store: "LearnerStore"
) -> None:
    store.mark_done(learner.id, course_id, step_id, is_done)


def _remember_place(learner: Learner, location: Location, store: "LearnerStore") -> None:
    store.remember_place(learner.id, location)
