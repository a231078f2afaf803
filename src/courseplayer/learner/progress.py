"""How far each learner has come: steps done, the last place, where media were left."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.learner.tables import PLACES, STEP_PROGRESS, of_step
from courseplayer.learner.values import LearnerId, PlaceRow, ProgressRow


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


def rows(connection: Connection, learner_id: LearnerId) -> dict[tuple[str, str], ProgressRow]:
    """Return a learner's progress in all courses, by course and step."""
    query = select(STEP_PROGRESS).where(STEP_PROGRESS.c.learner_id == learner_id)
    return {(row.course_id, row.step_id): (row.done_ms, row.position_ms) for row in connection.execute(query)}


def row(connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId) -> ProgressRow:
    """Return a learner's progress in one step."""
    wanted = of_step(STEP_PROGRESS, learner_id, course_id, step_id)
    found = connection.execute(select(STEP_PROGRESS).where(wanted)).one_or_none()
    return (None, None) if found is None else (found.done_ms, found.position_ms)


def put_row(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId, kept: ProgressRow
) -> None:
    """Make a learner's progress in a step what it is elsewhere, or was before."""
    _put(connection, learner_id, course_id, step_id, done_ms=kept[0], position_ms=kept[1])


def places(connection: Connection, learner_id: LearnerId) -> dict[str, PlaceRow]:
    """Return a learner's last place in every course."""
    query = select(PLACES).where(PLACES.c.learner_id == learner_id)
    return {row.course_id: (row.step_id, row.at_ms, row.visited_ms) for row in connection.execute(query)}


def put_place(connection: Connection, learner_id: LearnerId, course_id: str, place: PlaceRow) -> None:
    """Make a learner's last place in a course what it is elsewhere, or was before."""
    values = dict(zip(("step_id", "at_ms", "visited_ms"), place, strict=True))
    connection.execute(
        insert(PLACES)
        .values(learner_id=learner_id, course_id=course_id, **values)
        .on_conflict_do_update(index_elements=["learner_id", "course_id"], set_=values)
    )


def _put(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId, **values: int | None
) -> None:
    connection.execute(
        insert(STEP_PROGRESS)
        .values(learner_id=learner_id, course_id=course_id, step_id=step_id, **values)
        .on_conflict_do_update(index_elements=["learner_id", "course_id", "step_id"], set_=values)
    )
