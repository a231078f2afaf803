"""Finds the courses at hand, shows the last known shelf first, and adds each learner's progress."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.errors import PlainError
from courseplayer.course.ids import CourseId
from courseplayer.course.progress import CourseProgress
from courseplayer.coursefile import snapshot
from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.system.memory import give_back_memory
from courseplayer.system.paths import Paths
from courseplayer.ui.components import Tone
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.shelf.view import ShelfCard, ShelfPage
from courseplayer.ui.words import error_words, size_words

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore
    from courseplayer.learner.values import Learner

_log = logging.getLogger(__name__)
Progresses = dict[CourseId, CourseProgress]


class ShelfPresenter(QObject):
    """Keeps the shelf true: what the snapshot knew, then what is really there, then how far one has come."""

    courses_known = Signal(object)
    """A tuple of CourseSummary: what is on this machine now."""

    def __init__(
        self, view: ShelfPage, paths: Paths, jobs: Jobs, access: LearnerAccess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._paths = paths
        self._jobs = jobs
        self._access = access
        self._has_started = False
        self._opened: tuple[Path, ...] = ()
        self._learner: Learner | None = None
        self._courses: tuple[CourseSummary, ...] = ()
        self._progresses: Progresses = {}
        self._looking: Job[tuple[CourseSummary, ...]] | None = None
        self._asking: Job[Progresses] | None = None
        view.rescan_wanted.connect(self._look_anew)

    def show_snapshot(self) -> None:
        """Show the shelf as it was last seen; a small file, read before the first paint."""
        self._show(snapshot.load(self._paths.shelf_snapshot))

    def start(self) -> None:
        """Look for courses from now on: the first paint is done."""
        self._has_started = True
        self.look()

    def look(self) -> None:
        """Look for courses in every place where they may lie; files that did not change are not opened."""
        self._start_looking(self._courses)

    def _look_anew(self) -> None:
        """Open every course: somebody asked for it."""
        self._start_looking(())

    def _start_looking(self, known: Sequence[CourseSummary]) -> None:
        if not self._has_started:
            return
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._jobs.start(Lane.FILES, partial(_look, self._paths, self._opened, known))
        self._looking.done.connect(self._on_found)
        self._looking.failed.connect(self.show_problem)

    def set_opened(self, opened: Sequence[str]) -> None:
        """Take over the files that the person opened by hand."""
        self._opened = tuple(Path(path) for path in opened)

    def set_learner(self, learner: "Learner") -> None:
        """Show this learner's progress on the cards."""
        self._learner = learner
        self.refresh_progress()

    def refresh_progress(self) -> None:
        """Ask the learner's store how far the present learner has come in each course."""
        if self._asking is not None:
            self._asking.drop()
        if self._learner is None or not self._courses:
            return
        course_ids = tuple(course.course_id for course in self._courses)
        self._asking = self._access.ask(partial(_progresses, self._learner, course_ids))
        self._asking.done.connect(self._on_progresses)
        self._asking.failed.connect(self.show_problem)

    def show_problem(self, error: PlainError) -> None:
        """Say on the shelf what went wrong."""
        self._view.banner.show_message(error_words(error), Tone.ERROR)

    def _on_found(self, courses: tuple[CourseSummary, ...]) -> None:
        self._looking = None
        self._show(courses)
        if not courses:
            self._view.show_empty()
        self.courses_known.emit(self._courses)
        self.refresh_progress()

    def _on_progresses(self, progresses: Progresses) -> None:
        self._asking = None
        self._progresses = progresses
        self._show(self._courses)

    def _show(self, courses: tuple[CourseSummary, ...]) -> None:
        # A file that cannot be read must not stand before those that can.
        ordered = tuple(sorted(courses, key=_has_problem))
        if ordered != self._courses:
            # Those that were there already have pictures already.
            self._courses = ordered
        self._view.show_courses([self._card(course) for course in self._courses])

    def _card(self, course: CourseSummary) -> ShelfCard:
        progress = self._progresses.get(course.course_id, CourseProgress())
        last = progress.last.step_id if progress.last is not None else None
        numbers = dict(zip(course.step_ids, course.step_numbers, strict=True))
        steps = self.tr("%n step(s)", "", len(course.step_ids))
        return ShelfCard(
            path=course.path,
            title=course.title,
            provider=course.provider or "",
            details=f"{steps} · {size_words(course.size_bytes)}" if course.problem is None else "",
            cover=course.cover,
            done=len(progress.done & set(course.step_ids)),
            total=len(course.step_ids),
            next_number=numbers.get(last) if last is not None else None,
            problem=None if course.problem is None else error_words(course.problem.error()),
        )


def _has_problem(course: CourseSummary) -> bool:
    return course.problem is not None


def _look(
    paths: Paths, opened: Sequence[Path], known: Sequence[CourseSummary], _job: object
) -> tuple[CourseSummary, ...]:
    # The library brings SQLAlchemy, which is not imported before the first paint (measured).
    from courseplayer.coursefile.library import find_courses  # noqa: PLC0415

    courses = find_courses((*paths.course_folders(), *opened), known)
    try:
        snapshot.save(paths.shelf_snapshot, courses)
    except PlainError as refusal:
        # Only the next first paint is poorer; the courses are here all the same.
        _log.info("the shelf was not kept: %s", refusal.sentence)
    # Reading leaves gaps between what is kept (measured: 1 MB).
    give_back_memory()
    return courses


def _progresses(learner: "Learner", course_ids: tuple[CourseId, ...], store: "LearnerStore") -> Progresses:
    return {course_id: store.progress(learner.id, course_id) for course_id in course_ids}
