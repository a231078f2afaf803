"""How far each learner has come: steps done, the last place, where media were left."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.learner.tables import PLACES, STEP_PROGRESS
from courseplayer.learner.values import LearnerId


def load(connection: Connection, learner_id: LearnerId, course_id: CourseId) -> CourseProgress:
    """Return a learner's progress in a course, empty when it was never opened."""
    place = connection.execute(
        select(PLACES.c.step_id, PLACES.c.at_ms).where(
            PLACES.c.learner_id == learner_id, PLACES.c.course_id == course_id
        )
    ).one_or_none()
    steps = connection.execute(
        select(STEP_PROGRESS.c.step_id, STEP_PROGRESS.c.done_ms, STEP_PROGRESS.c.position_ms).where(
            STEP_PROGRESS.c.learner_id == learner_id, STEP_PROGRESS.c.course_id == course_id
        )
    ).all()
    return CourseProgress(
        done=frozenset(StepId(row.step_id) for row in steps if row.done_ms is not None),
        last=None if place is None else Location(course_id, place.step_id, place.at_ms),
        positions_ms={StepId(row.step_id): row.position_ms for row in steps if row.position_ms is not None},
    )


def set_done(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId, done_ms: int | None
) -> None:
    """Mark a step as complete at a moment, or as not complete (None)."""
    _put(connection, learner_id, course_id, step_id, done_ms=done_ms)


def remember(connection: Connection, learner_id: LearnerId, place: Location, now_ms: int) -> None:
    """Keep the last place in its course, and the position of the step's medium when it has one."""
    values = {"step_id": place.step_id, "at_ms": place.at_ms, "visited_ms": now_ms}
    connection.execute(
        insert(PLACES)
        .values(learner_id=learner_id, course_id=place.course_id, **values)
        .on_conflict_do_update(index_elements=["learner_id", "course_id"], set_=values)
    )
    if place.step_id is not None and place.at_ms is not None:
        _put(connection, learner_id, place.course_id, place.step_id, position_ms=place.at_ms)


def _put(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId, **values: int | None
) -> None:
    connection.execute(
        insert(STEP_PROGRESS)
        .values(learner_id=learner_id, course_id=course_id, step_id=step_id, **values)
        .on_conflict_do_update(index_elements=["learner_id", "course_id", "step_id"], set_=values)
    )
