"""Everything that is kept about one learner: counted, and handed out piece by piece for a copy."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from courseplayer.course.outline import CourseId
from courseplayer.learner import progress
from courseplayer.learner.moments import from_ms
from courseplayer.learner.tables import ATTACHMENTS, DRAFTS, LEARNERS, REVISIONS, SUBMISSIONS
from courseplayer.learner.values import DraftKind, Holdings, LearnerId


def count(connection: Connection, learner_id: LearnerId) -> Holdings:
    """Count what the store has of a learner; nothing that was written is read for it."""
    own = DRAFTS.c.learner_id == learner_id
    kinds = connection.execute(select(DRAFTS.c.kind, func.count()).where(own).group_by(DRAFTS.c.kind)).all()
    newest = select(func.max(REVISIONS.c.id)).join(DRAFTS, DRAFTS.c.id == REVISIONS.c.draft_id)
    present = newest.where(own).group_by(REVISIONS.c.draft_id)
    words = select(func.sum(REVISIONS.c.words)).where(REVISIONS.c.id.in_(present))
    versions = select(func.count()).join_from(REVISIONS, DRAFTS, DRAFTS.c.id == REVISIONS.c.draft_id)
    files = select(func.count(), func.sum(ATTACHMENTS.c.size_bytes)).join_from(
        ATTACHMENTS, DRAFTS, DRAFTS.c.id == ATTACHMENTS.c.draft_id
    )
    exports = select(func.count()).join_from(SUBMISSIONS, DRAFTS, DRAFTS.c.id == SUBMISSIONS.c.draft_id)
    file_count, file_bytes = connection.execute(files.where(own)).one()
    rows = progress.rows(connection, learner_id)
    added_ms = connection.execute(select(LEARNERS.c.added_ms).where(LEARNERS.c.id == learner_id)).scalar_one()
    return Holdings(
        since=from_ms(added_ms),
        texts={DraftKind(kind): number for kind, number in kinds},
        words=connection.execute(words).scalar() or 0,
        versions=connection.execute(versions.where(own)).scalar() or 0,
        files=file_count,
        file_bytes=file_bytes or 0,
        exports=connection.execute(exports.where(own)).scalar() or 0,
        courses=len(courses(connection, learner_id)),
        steps_done=sum(done_ms is not None for done_ms, _position in rows.values()),
        positions=sum(position is not None for _done_ms, position in rows.values()),
    )


def courses(connection: Connection, learner_id: LearnerId) -> tuple[CourseId, ...]:
    """Return every course in which a learner did or wrote something."""
    been = {course for course, _step in progress.rows(connection, learner_id)}
    been |= progress.places(connection, learner_id).keys()
    return tuple(CourseId(one) for one in sorted(been | set(_courses_written_in(connection, learner_id))))


def _courses_written_in(connection: Connection, learner_id: LearnerId) -> Sequence[str]:
    query = select(DRAFTS.c.course_id).where(DRAFTS.c.learner_id == learner_id).distinct()
    return [row.course_id for row in connection.execute(query)]
