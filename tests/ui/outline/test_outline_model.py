"""The outline as an item model: its shape, the learner's marks, and the words for screen readers."""

import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from courseplayer.course.outline import Activity, Outline, StepId, Week
from courseplayer.course.progress import CourseProgress
from courseplayer.ui.outline.model import OutlineModel, Role, RowKind
from making.plans import ARTICLE_STEP, VIDEO_STEP, a_course_plan

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def outline() -> Outline:
    return a_course_plan().outline


def _shape(model: OutlineModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    parent = parent or QModelIndex()
    lines = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        lines.append("  " * depth + str(index.data()))
        lines += _shape(model, index, depth + 1)
    return lines


def _index_of(model: OutlineModel, step: StepId) -> QModelIndex:
    deeply = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    return model.match(model.index(0, 0), Role.STEP_ID, step, 1, deeply)[0]


def test_weeks_hold_activities_and_activities_hold_steps(qtbot: QtBot, outline: Outline) -> None:
    model = OutlineModel(outline, CourseProgress())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert _shape(model)[:5] == [
        "Week 1: Looking",
        "  Begin here",
        "    1.1  Looking at a ward",
        "    1.2  Hearing a patient",
        "    1.3  Why we measure",
    ]
    assert model.index(0, 0).data(Role.ROW_KIND) == RowKind.WEEK
    assert model.step_id(model.index(0, 0)) is None


def test_an_activity_that_only_repeats_its_week_is_left_out(qtbot: QtBot, outline: Outline) -> None:
    steps = outline.weeks[0].activities[0].steps
    weeks = (Week(1, "Looking", (Activity("Looking", steps),)), Week(2, "", (Activity("", steps[:0]),)))
    model = OutlineModel(dataclasses.replace(outline, weeks=weeks), CourseProgress())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert _shape(model) == [
        "Week 1: Looking",
        "  1.1  Looking at a ward",
        "  1.2  Hearing a patient",
        "  1.3  Why we measure",
        "Week 2",
    ]


def test_marks_come_and_go_and_are_counted_for_each_week(qtbot: QtBot, outline: Outline) -> None:
    model = OutlineModel(outline, CourseProgress(frozenset({VIDEO_STEP})))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    week, video = model.index(0, 0), _index_of(model, VIDEO_STEP)
    assert video.data(Role.IS_DONE)
    assert week.data(Role.DETAIL) == "1 of 5"
    model.show_progress(CourseProgress(frozenset({ARTICLE_STEP})))
    assert not video.data(Role.IS_DONE)
    assert _index_of(model, ARTICLE_STEP).data(Role.IS_DONE)
    assert week.data(Role.DETAIL) == "1 of 5"
    model.show_progress(CourseProgress())
    assert week.data(Role.DETAIL) == "0 of 5"


def test_kind_minutes_and_marks_are_spoken_and_not_only_painted(qtbot: QtBot, outline: Outline) -> None:
    model = OutlineModel(outline, CourseProgress(frozenset({VIDEO_STEP})))
    model.mark_current(VIDEO_STEP)
    spoken = _index_of(model, VIDEO_STEP).data(_SPOKEN)
    assert spoken == "1.1  Looking at a ward, Video · 3 min, complete, shown now"
    assert model.index(0, 0).data(_SPOKEN) == "Week 1: Looking, 1 of 5"


def test_one_step_at_most_is_the_one_shown(qtbot: QtBot, outline: Outline) -> None:
    model = OutlineModel(outline, CourseProgress())
    assert model.mark_current(VIDEO_STEP) == _index_of(model, VIDEO_STEP)
    model.mark_current(ARTICLE_STEP)
    assert not _index_of(model, VIDEO_STEP).data(Role.IS_CURRENT)
    assert _index_of(model, ARTICLE_STEP).data(Role.IS_CURRENT)
    assert not model.mark_current(None).isValid()
    assert not _index_of(model, ARTICLE_STEP).data(Role.IS_CURRENT)
    assert not model.mark_current(StepId("not in this course")).isValid()
