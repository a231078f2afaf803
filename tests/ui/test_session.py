"""Who is learning and which course is open, whatever comes first and however quickly it changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId
from courseplayer.course.progress import CourseProgress
from courseplayer.coursefile.writer import write_course
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import Learner
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.clock import SystemClock
from courseplayer.ui.jobs import Jobs
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.session import OpenCourse
from making.plans import ARTICLE_STEP, COURSE_ID, VIDEO_STEP, a_course_plan, course_of
from making.sessions import session_in

_LONG_MS = 20_000


class _Desk(QObject):
    """A session over real stores, and everything it announces."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.clinic = write_course(a_course_plan(), folder / "clinic.course", SilentTask()).path
        self.small = write_course(course_of(), folder / "small.course", SilentTask()).path
        store = open_learner_store(folder / "learner.db", SystemClock())
        self.almaz, self.berhane = store.add_learner("Almaz"), store.add_learner("Berhane")
        store.mark_done(self.almaz.id, COURSE_ID, ARTICLE_STEP, True)
        store.remember_place(self.almaz.id, Location(COURSE_ID, VIDEO_STEP, 51_000))
        store.close()
        self.jobs = Jobs()
        self.access = LearnerAccess(self.jobs, StorePlaces(folder / "learner.db"), SystemClock())
        self.session = session_in(folder, self.jobs, self.access)
        self.opened: list[tuple[CourseId, CourseProgress]] = []
        self.learners: list[Learner] = []
        self.failures: list[PlainError] = []
        self.session.course_opened.connect(self._on_course_opened)
        self.session.learner_changed.connect(self.learners.append)
        self.session.failed.connect(self.failures.append)

    def close(self) -> None:
        self.session.close_course()
        self.access.close()
        self.jobs.finish()

    def _on_course_opened(self, course: OpenCourse) -> None:
        self.opened.append((course.outline.course.id, self.session.progress))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[_Desk]:
    made = _Desk(tmp_path)
    yield made
    made.close()


def _rest(desk: _Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.jobs.pending == 0, timeout=_LONG_MS)


def test_a_course_is_announced_with_the_learner_s_progress(desk: _Desk, qtbot: QtBot) -> None:
    desk.session.choose_learner(desk.almaz)
    desk.session.open_course(desk.clinic)
    assert desk.session.course is None
    _rest(desk, qtbot)
    ((course_id, progress),) = desk.opened
    assert course_id == COURSE_ID
    assert progress.done == {ARTICLE_STEP}
    assert progress.last == Location(COURSE_ID, VIDEO_STEP, 51_000)


def test_a_course_that_is_open_before_the_learner_is_known_waits(desk: _Desk, qtbot: QtBot) -> None:
    desk.session.open_course(desk.clinic)
    _rest(desk, qtbot)
    assert desk.opened == []
    desk.session.choose_learner(desk.almaz)
    _rest(desk, qtbot)
    ((_course_id, progress),) = desk.opened
    assert progress.done == {ARTICLE_STEP}


def test_a_course_opens_without_progress_where_the_store_tells_nothing(desk: _Desk, qtbot: QtBot) -> None:
    desk.session.open_course(desk.clinic)
    _rest(desk, qtbot)
    refusal = PlainError("The store is broken.")
    desk.session.do_without_learner(refusal)
    assert desk.failures == [refusal]
    assert desk.opened == [(COURSE_ID, CourseProgress())]
    desk.session.open_course(desk.small)
    _rest(desk, qtbot)
    assert [course_id for course_id, _progress in desk.opened] == [COURSE_ID, CourseId("small")]


def test_only_the_last_of_two_courses_opened_at_once_is_announced(desk: _Desk, qtbot: QtBot) -> None:
    desk.session.choose_learner(desk.almaz)
    desk.session.open_course(desk.clinic)
    desk.session.open_course(desk.small)
    _rest(desk, qtbot)
    assert desk.opened == [(CourseId("small"), CourseProgress())]


def test_switching_twice_ends_with_the_last_one_s_progress(desk: _Desk, qtbot: QtBot) -> None:
    desk.session.choose_learner(desk.almaz)
    desk.session.open_course(desk.clinic)
    _rest(desk, qtbot)
    settled: list[frozenset[object]] = []
    desk.session.learner_settled.connect(lambda: settled.append(frozenset(desk.session.progress.done)))
    desk.session.choose_learner(desk.berhane)
    assert desk.session.progress == CourseProgress()
    desk.session.choose_learner(desk.almaz)
    _rest(desk, qtbot)
    assert settled == [{ARTICLE_STEP}]
    assert desk.learners == [desk.almaz, desk.berhane, desk.almaz]


def test_the_one_who_leaves_is_told_before_somebody_else_is_there(desk: _Desk, qtbot: QtBot) -> None:
    present: list[Learner | None] = []
    desk.session.learner_leaving.connect(lambda: present.append(desk.session.learner))
    desk.session.choose_learner(desk.almaz)
    desk.session.choose_learner(desk.almaz)
    assert present == []
    desk.session.choose_learner(desk.berhane)
    assert present == [desk.almaz]
    _rest(desk, qtbot)


def test_a_file_that_is_no_course_leaves_the_open_one(desk: _Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.session.choose_learner(desk.almaz)
    desk.session.open_course(desk.clinic)
    _rest(desk, qtbot)
    (tmp_path / "letter.course").write_text("Dear course")
    with qtbot.waitSignal(desk.session.opening_failed, timeout=_LONG_MS) as failed:
        desk.session.open_course(tmp_path / "letter.course")
    assert "letter.course" in str(failed.args[0])
    assert desk.session.course is not None
    assert desk.session.course.file.step(ARTICLE_STEP).outline.id == ARTICLE_STEP
