"""A course, learners and their store, as the places for writing find them in the window."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from courseplayer.course.content import StepContent
from courseplayer.course.outline import StepId
from courseplayer.course.writing import Document
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.writer import write_course
from courseplayer.learner import database
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import Draft, DraftKind, Learner
from courseplayer.system.cancellation import SilentTask
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.theme import LIGHT, Theme
from making.clock import SetClock
from making.plans import a_course_plan
from making.sessions import session_in

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
_T = TypeVar("_T")


class WritingWorld:
    """Almaz and Berhane share a computer with one course."""

    def __init__(self, qtbot: QtBot, folder: Path, plan: CoursePlan, theme: Theme | None = None) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.db = folder / "learner.db"
        self.clock = SetClock()
        self._other: sqlite3.Connection | None = None
        self.icons = Icons(ICONS, theme or Theme(LIGHT))
        self.jobs = Jobs()
        self.access = LearnerAccess(self.jobs, StorePlaces(self.db), self.clock)
        self.session = session_in(folder, self.jobs, self.access)
        self.almaz = self.ask(partial(_add, "Almaz"))
        self.berhane = self.ask(partial(_add, "Berhane"))
        self.session.choose_learner(self.almaz)
        # Beside the folders of all tests of a run: written by the first, read by all.
        course = folder.parent / "clinic.course"
        if not course.is_file():
            write_course(plan, course, SilentTask())
        with qtbot.waitSignal(self.session.course_opened):
            self.session.open_course(course)
        self.idle()

    def ask(self, work: Callable[[LearnerStore], _T]) -> _T:
        """Let the store's lane do something and return its answer."""
        job = self.access.ask(work)
        with self.qtbot.waitSignal(job.done) as answered:
            pass
        return answered.args[0]  # type: ignore[no-any-return]

    def idle(self) -> None:
        """Wait until nothing is being done any more."""
        self.qtbot.waitUntil(partial(_has_nothing_to_do, self.jobs), timeout=20_000)

    def step(self, step_id: StepId) -> StepContent:
        """Read a step of the course."""
        assert self.session.course is not None
        return self.session.course.file.step(step_id)

    def stored(self, step_id: StepId, kind: DraftKind, learner: Learner | None = None) -> Draft | None:
        """Return what a store that is opened anew has of a learner's text."""
        assert self.session.course is not None
        store = open_learner_store(self.db, self.clock)
        try:
            learner_id = (learner or self.almaz).id
            return store.draft(learner_id, self.session.course.outline.course.id, step_id, kind)
        finally:
            store.close()

    def stored_words(self, step_id: StepId, kind: DraftKind, learner: Learner | None = None) -> str:
        """Return the words of :meth:`stored`, empty where there is nothing."""
        draft = self.stored(step_id, kind, learner)
        return (draft.document if draft is not None else Document()).plain_text()

    def refuse_writing(self) -> None:
        """Let another program keep the database for itself; reading is refused as well."""
        self._other = sqlite3.connect(self.db, isolation_level=None, check_same_thread=False)
        self._other.execute("BEGIN IMMEDIATE")

    def allow_writing(self) -> None:
        """Let the other program end."""
        if self._other is not None:
            self._other.close()
            self._other = None

    def hold_store(self) -> threading.Event:
        """Let the store's lane wait, as a slow disk does, until the event is set."""
        released = threading.Event()
        self.access.ask(partial(_wait, released))
        return released

    def close(self) -> None:
        """Shut everything as the window does."""
        self.allow_writing()
        self.session.close_course()
        self.access.close()
        self.jobs.finish()
        self.idle()


@contextmanager
def a_shared_computer(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WritingWorld]:
    """A computer that two learners share, with the course of :func:`making.plans.a_course_plan`."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    made = WritingWorld(qtbot, tmp_path, a_course_plan())
    try:
        yield made
    finally:
        made.close()


def _wait(released: threading.Event, _store: LearnerStore) -> None:
    released.wait(20)


def _add(name: str, store: LearnerStore) -> Learner:
    return store.add_learner(name)


def _has_nothing_to_do(jobs: Jobs) -> bool:
    return jobs.pending == 0
