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
from courseplayer.coursefile.stick.watch import StickWatch
from courseplayer.learner.values import Learner
from courseplayer.system.cancellation import TaskPart
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile
    from courseplayer.coursefile.stick.findings import StickReport
    from courseplayer.coursefile.trust import Trust
    from courseplayer.learner.store import LearnerStore


@dataclass(frozen=True, slots=True)
class OpenCourse:
    """A course file that is open, its outline, and what was found wrong with its words."""

    file: "CourseFile"
    outline: Outline
    trust: "Trust"
    damage: PlainError | None = None
    stick: "StickReport | None" = None
    """What was found on the stick that the file lies on; None where it lies on none."""


@dataclass(frozen=True, slots=True)
class SigningRules:
    """Where it is remembered who signed which course, and whose courses may be opened; None: anybody's."""

    memory: Path
    signers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class CheckingRules:
    """Where it is remembered which course files were found whole, and the folders where that holds."""

    memory: Path
    folders: tuple[Path, ...] = ()


class Session(QObject):
    """Holds the present learner and course; everything that changes them goes through here."""

    learner_leaving = Signal()
    """Somebody else goes on: what is still to be kept for the present learner must be kept now."""
    learner_changed = Signal(object)
    """The Learner who is learning now."""
    learner_missing = Signal()
    """Nobody can learn now: ``learner_problem`` says why."""
    learner_asked_again = Signal()
    """Somebody tries again to find out who learns here."""
    learner_settled = Signal()
    """The progress of another learner in the open course is known."""
    course_opened = Signal(object)
    """The OpenCourse; its progress is known already."""
    course_closing = Signal()
    """Everything that reads from the open course file must let go of it now."""
    progress_changed = Signal(object)
    """The CourseProgress of the present learner in the open course."""
    learner_wanted = Signal()
    """A course waits to be shown until somebody is learning."""
    failed = Signal(object)
    """A PlainError that belongs to no page of its own."""
    opening_started = Signal()
    opening_advanced = Signal(object, object)
    """(done, total) of a course file being opened."""
    opening_failed = Signal(object)
    """The PlainError of a course file that could not be opened."""
    opening_cancelled = Signal()
    """Nothing has changed: the person did not want to wait."""
    course_arrived = Signal()
    """The course file is open and was read through; ``course_opened`` follows with the learner's progress."""

    def __init__(
        self,
        jobs: Jobs,
        access: LearnerAccess,
        rules: SigningRules,
        checking: CheckingRules,
        parent: QObject | None = None,
        sticks: StickWatch | None = None,
    ) -> None:
        super().__init__(parent)
        self._checking = checking
        self._jobs = jobs
        self._access = access
        self._rules = rules
        self._sticks = sticks
        self._opening: Job[OpenCourse] | None = None
        self._asking: Job[CourseProgress] | None = None
        self._has_learners = True
        self._arriving: OpenCourse | None = None
        self.learner: Learner | None = None
        self.learner_problem: PlainError | None = None
        self.course: OpenCourse | None = None
        self.progress = CourseProgress()

    def choose_learner(self, learner: Learner) -> None:
        """Make somebody the one who is learning, from now on and at the next start."""
        if learner == self.learner:
            return
        is_other = self.learner is None or learner.id != self.learner.id
        if is_other and self.learner is not None:
            self.learner_leaving.emit()
        self.learner = learner
        self.learner_problem = None
        self._do(partial(_choose_learner, learner))
        self.learner_changed.emit(learner)
        if self._arriving is not None:
            self._ask_first_progress()
        elif is_other:
            self._load_progress()

    def read_again(self) -> None:
        """Show what the store has of the learner now, after it was changed by more than learning."""
        if self.learner is not None:
            self.learner_changed.emit(self.learner)
            self._load_progress()

    def forget_learner(self) -> None:
        """Nobody learns until somebody is chosen: the one who did is no longer in the store."""
        self.learner = None
        self._forget_question()
        self._show_progress(CourseProgress())

    def do_without_learner(self, error: PlainError) -> None:
        """Go on although the learner's store cannot be read: courses can be looked at all the same."""
        self._has_learners = False
        self.learner_problem = error
        self.failed.emit(error)
        self.learner_missing.emit()
        self._on_first_progress(CourseProgress())

    def ask_learner_again(self) -> None:
        """Try once more to find out who learns here."""
        self.learner_asked_again.emit()

    def open_course(self, path: Path) -> None:
        """Open a course file off the window's thread; ``course_opened`` or ``opening_failed`` follows."""
        if self._opening is not None:
            self._opening.drop()
        self.opening_started.emit()
        self._opening = self._jobs.start(
            Lane.FILES, partial(_open, path, self._rules, self._checking, self._sticks)
        )
        self._opening.advanced.connect(self.opening_advanced)
        self._opening.done.connect(self._on_opened)
        self._opening.failed.connect(self._on_opening_failed)
        self._opening.cancelled.connect(self._on_opening_cancelled)

    def cancel_opening(self) -> None:
        """Stop opening a course file; ``opening_cancelled`` follows."""
        if self._opening is not None:
            self._opening.cancel()

    def accept_signer(self) -> None:
        """Take over who signed the open course, from now on."""
        if self.course is not None:
            job = self._jobs.start(Lane.FILES, partial(_accept, self.course, self._rules))
            job.failed.connect(self.failed)

    def close_course(self) -> None:
        """Let go of the open course file, if there is one."""
        if self._opening is not None:
            self._opening.drop()
            self._opening = None
        self._forget_question()
        if self._arriving is not None:
            self._arriving.file.close()
            self._arriving = None
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
        self._arriving = opened
        self.course_arrived.emit()
        # Whose place it opens at may be known in a moment only.
        if self.learner is not None or not self._has_learners:
            self._ask_first_progress()
        else:
            self.learner_wanted.emit()

    def _on_opening_failed(self, error: PlainError) -> None:
        self._opening = None
        self.opening_failed.emit(error)

    def _on_opening_cancelled(self) -> None:
        self._opening = None
        self.opening_cancelled.emit()

    def _ask_first_progress(self) -> None:
        if self.learner is None or self._arriving is None:
            self._on_first_progress(CourseProgress())
            return
        job = self._ask_progress(self.learner, self._arriving)
        job.done.connect(self._on_first_progress)
        job.failed.connect(self._on_no_progress)

    def _on_first_progress(self, progress: CourseProgress) -> None:
        self._asking = None
        if self._arriving is None:
            return
        self.course, self._arriving = self._arriving, None
        self.progress = progress
        self.course_opened.emit(self.course)
        self.progress_changed.emit(progress)
        if self.course is not None and self.course.damage is not None:
            # A learner would not notice; what is undamaged can be used all the same.
            self.failed.emit(self.course.damage)

    def _on_no_progress(self, error: PlainError) -> None:
        # A learner's store that cannot be read never blocks the course itself.
        self.failed.emit(error)
        self._on_first_progress(CourseProgress())

    def _load_progress(self) -> None:
        if self.course is None or self.learner is None:
            return
        # Nothing of the one before may be shown, or kept, as this learner's.
        self._show_progress(CourseProgress())
        job = self._ask_progress(self.learner, self.course)
        job.done.connect(self._on_other_progress)
        job.failed.connect(self._on_no_other_progress)

    def _on_other_progress(self, progress: CourseProgress) -> None:
        self._asking = None
        self._show_progress(progress)
        self.learner_settled.emit()

    def _on_no_other_progress(self, error: PlainError) -> None:
        self.failed.emit(error)
        self._on_other_progress(CourseProgress())

    def _ask_progress(self, learner: Learner, opened: OpenCourse) -> "Job[CourseProgress]":
        self._forget_question()
        self._asking = self._access.ask(partial(_progress, learner, opened))
        return self._asking

    def _forget_question(self) -> None:
        """Drop the question that is out: its answer would be shown as that of another learner or course."""
        if self._asking is not None:
            self._asking.drop()
            self._asking = None

    def _show_progress(self, progress: CourseProgress) -> None:
        self.progress = progress
        self.progress_changed.emit(progress)

    def _do(self, work: "partial[None]") -> None:
        self._access.ask(work).failed.connect(self.failed)


def _open(
    path: Path,
    rules: SigningRules,
    checking: CheckingRules,
    sticks: StickWatch | None,
    job: "Job[OpenCourse]",
) -> OpenCourse:
    stick = None if sticks is None else sticks.before_opening(path, TaskPart(job, 0, 0, 1))
    # See LearnerAccess: SQLAlchemy is not imported before the first paint.
    from courseplayer.coursefile.checked import CheckedCourses  # noqa: PLC0415
    from courseplayer.coursefile.errors import DamagedCourseError  # noqa: PLC0415
    from courseplayer.coursefile.reader import open_course  # noqa: PLC0415
    from courseplayer.coursefile.trust import KnownSigners, check_allowed  # noqa: PLC0415

    file = open_course(path)
    try:
        check_allowed(file.signature, rules.signers, path.name)
        outline = file.outline()
        damage: PlainError | None = None
        try:
            CheckedCourses(checking.memory, checking.folders).check(file, job)
        except DamagedCourseError as found:
            # Their signers did not sign what it holds now.
            if rules.signers is not None:
                raise
            damage = found
        trust = KnownSigners(rules.memory).look(outline.course.id, file.signature)
        return OpenCourse(file, outline, trust, damage, stick)
    except BaseException:
        file.close()
        raise


def _accept(opened: OpenCourse, rules: SigningRules, _job: object) -> None:
    from courseplayer.coursefile.trust import KnownSigners  # noqa: PLC0415 - as above

    KnownSigners(rules.memory).accept(opened.outline.course.id, opened.trust.signature)


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
