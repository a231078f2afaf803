"""The record of what was exported from which revision."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from courseplayer.course.outline import CourseId, StepId
from courseplayer.learner import drafts, seals
from courseplayer.learner.moments import from_ms
from courseplayer.learner.sealed_rows import place
from courseplayer.learner.sealing import Seal
from courseplayer.learner.tables import DRAFTS, SUBMISSIONS, next_id, of_step
from courseplayer.learner.values import (
    DraftId,
    LearnerId,
    RevisionId,
    SaveReason,
    Submission,
    SubmissionId,
    SubmissionState,
)


def record(
    connection: Connection,
    draft_id: DraftId,
    revision_id: RevisionId,
    *,
    export_format: str,
    path: Path | None,
    sha256: str,
    size_bytes: int,
    now_ms: int,
) -> Submission:
    """Keep that a revision was exported to a file, and freeze the revision."""
    drafts.pin(connection, revision_id, SaveReason.EXPORT)
    # A name that is not UTF-8 is possible on Linux, and no text in SQLite.
    path_text = "" if path is None else os.fsencode(path).decode("utf-8", "replace")
    row_id = next_id(connection, SUBMISSIONS)
    seal = seals.of_draft(connection, draft_id)
    values = {
        "id": row_id,
        "draft_id": draft_id,
        "revision_id": revision_id,
        "attempt": attempt_of(connection, draft_id, revision_id),
        "format": str(export_format),
        "path": seal.closed(place("submissions", "path", draft_id, row_id), path_text),
        "exported_ms": now_ms,
        "state": SubmissionState.EXPORTED.value,
        "sha256": seal.closed(place("submissions", "sha256", draft_id, row_id), sha256),
        "size_bytes": size_bytes,
    }
    row = connection.execute(insert(SUBMISSIONS).values(**values).returning(SUBMISSIONS)).one()
    return _submission(row, seal)


def of_learner_in_step(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId
) -> tuple[Submission, ...]:
    """Return what a learner exported from a step, newest first."""
    query = select(SUBMISSIONS).join(DRAFTS, SUBMISSIONS.c.draft_id == DRAFTS.c.id)
    wanted = query.where(of_step(DRAFTS, learner_id, course_id, step_id))
    rows = connection.execute(wanted.order_by(SUBMISSIONS.c.id.desc()))
    seal = seals.of_learner(connection, learner_id)
    return tuple(_submission(row, seal) for row in rows)


def attempt_of(connection: Connection, draft_id: DraftId, revision_id: RevisionId) -> int:
    """Return the attempt an export of this revision is: the one it already is, else the next of its draft."""
    attempts = select(func.max(SUBMISSIONS.c.attempt)).where(SUBMISSIONS.c.draft_id == draft_id)
    known = connection.execute(attempts.where(SUBMISSIONS.c.revision_id == revision_id)).scalar()
    return int(known or (connection.execute(attempts).scalar() or 0) + 1)


def _submission(row: Row[Any], seal: Seal) -> Submission:
    return Submission(
        id=SubmissionId(row.id),
        attempt=row.attempt,
        format=row.format,
        path=seal.opened(place("submissions", "path", row.draft_id, row.id), row.path),
        exported_at=from_ms(row.exported_ms),
        state=SubmissionState(row.state),
        sha256=seal.opened(place("submissions", "sha256", row.draft_id, row.id), row.sha256),
        size_bytes=row.size_bytes,
        revision_id=RevisionId(row.revision_id),
    )
