"""What learners write: drafts and their revisions, of which none is ever deleted."""

from collections.abc import Container
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.moments import from_ms
from courseplayer.learner.tables import DRAFTS, REVISIONS, of_step
from courseplayer.learner.values import (
    Draft,
    DraftId,
    DraftKind,
    LearnerId,
    Revision,
    RevisionId,
    SaveReason,
)

COALESCE_MS = 120_000
"""Autosaves that follow each other within this time are one revision."""
KEPT_WORDS = 20
"""An autosave that takes away this many words begins a revision: what was there can be brought back."""


def find(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId, kind: DraftKind
) -> Draft | None:
    """Return the learner's text of a kind in a step, None when nothing was ever saved."""
    wanted = of_step(DRAFTS, learner_id, course_id, step_id) & (DRAFTS.c.kind == kind.value)
    row = connection.execute(_newest_states().where(wanted)).one_or_none()
    return None if row is None else _draft(row)


def of_learner(connection: Connection, learner_id: LearnerId) -> tuple[Draft, ...]:
    """Return everything a learner has written, in order of beginning, whether its course is here or not."""
    query = _newest_states().where(DRAFTS.c.learner_id == learner_id).order_by(DRAFTS.c.id)
    return tuple(_draft(row) for row in connection.execute(query))


def begin(
    connection: Connection,
    learner_id: LearnerId,
    course_id: CourseId,
    step_id: StepId,
    kind: DraftKind,
    *,
    now_ms: int,
) -> DraftId:
    """Return the draft of this kind in a step, made if it was not there."""
    wanted = of_step(DRAFTS, learner_id, course_id, step_id) & (DRAFTS.c.kind == kind.value)
    draft_id = connection.execute(select(DRAFTS.c.id).where(wanted)).scalar()
    if draft_id is None:
        values = {"learner_id": learner_id, "course_id": course_id, "step_id": step_id, "kind": kind.value}
        added = insert(DRAFTS).values(**values, begun_ms=now_ms).returning(DRAFTS.c.id)
        draft_id = connection.execute(added).scalar_one()
    return DraftId(draft_id)


def save(
    connection: Connection,
    draft_id: DraftId,
    document: Document,
    reason: SaveReason,
    now_ms: int,
    own: Container[RevisionId],
) -> Draft:
    """Make ``document`` the draft's present text and return it as stored.

    ``own`` are the revisions that this run of the program made; it never writes over those of another window.
    """
    text = document.to_json()
    present = _present(connection, draft_id)
    goes_on = present is not None and present.id in own and _goes_on(present, document, reason, now_ms)
    if present is None or (present.document != text and not goes_on):
        _add_revision(connection, draft_id, document, reason, now_ms)
    elif present.document != text:
        values = {"document": text, "words": document.word_count(), "saved_ms": now_ms}
        connection.execute(update(REVISIONS).where(REVISIONS.c.id == present.id).values(**values))
    elif reason is SaveReason.EXPORT:
        pin(connection, RevisionId(present.id), SaveReason.EXPORT)
    return _load(connection, draft_id)


def restore(connection: Connection, revision_id: RevisionId, now_ms: int) -> Draft:
    """Make an earlier text the present one; the present one stays as a revision for good."""
    wanted = select(REVISIONS.c.draft_id, REVISIONS.c.document).where(REVISIONS.c.id == revision_id)
    earlier = connection.execute(wanted).one()
    draft_id = DraftId(earlier.draft_id)
    present = _present(connection, draft_id)
    if present is not None and present.document != earlier.document:
        document = Document.from_json(earlier.document)
        put_present(connection, draft_id, document, SaveReason.RESTORE, now_ms)
    return _load(connection, draft_id)


def put_present(
    connection: Connection, draft_id: DraftId, document: Document, reason: SaveReason, now_ms: int
) -> RevisionId:
    """Make a text the present one and return its state; the one that was present stays for good."""
    present = _present(connection, draft_id)
    if present is not None:
        pin(connection, RevisionId(present.id), SaveReason(present.reason))
    _add_revision(connection, draft_id, document, reason, now_ms)
    return present_revision(connection, draft_id)


def purpose(connection: Connection, draft_id: DraftId) -> tuple[CourseId, StepId, DraftKind]:
    """Return what a draft is for."""
    row = connection.execute(select(DRAFTS).where(DRAFTS.c.id == draft_id)).one()
    return CourseId(row.course_id), StepId(row.step_id), DraftKind(row.kind)


def revisions(connection: Connection, draft_id: DraftId) -> tuple[Revision, ...]:
    """Return a draft's states, newest first."""
    query = select(REVISIONS.c.id, REVISIONS.c.saved_ms, REVISIONS.c.words, REVISIONS.c.reason)
    rows = connection.execute(query.where(REVISIONS.c.draft_id == draft_id).order_by(REVISIONS.c.id.desc()))
    return tuple(
        Revision(RevisionId(row.id), from_ms(row.saved_ms), row.words, SaveReason(row.reason)) for row in rows
    )


def document(connection: Connection, revision_id: RevisionId) -> Document:
    """Return the text of one state."""
    query = select(REVISIONS.c.document).where(REVISIONS.c.id == revision_id)
    return Document.from_json(connection.execute(query).scalar_one())


def present_revision(connection: Connection, draft_id: DraftId) -> RevisionId:
    """Return which state is the present one."""
    query = select(func.max(REVISIONS.c.id)).where(REVISIONS.c.draft_id == draft_id)
    return RevisionId(connection.execute(query).scalar_one())


def pin(connection: Connection, revision_id: RevisionId, reason: SaveReason) -> None:
    """Freeze a state: autosaves no longer write over it."""
    values = {"is_pinned": 1, "reason": reason.value}
    connection.execute(update(REVISIONS).where(REVISIONS.c.id == revision_id).values(**values))


def _goes_on(present: Row[Any], document: Document, reason: SaveReason, now_ms: int) -> bool:
    # A clock that was set back gives a negative age: then nothing is written over.
    is_young = 0 <= now_ms - present.begun_ms < COALESCE_MS
    is_longer = document.word_count() > present.words - KEPT_WORDS
    return reason is SaveReason.AUTOSAVE and not present.is_pinned and is_young and is_longer


def _add_revision(
    connection: Connection, draft_id: DraftId, document: Document, reason: SaveReason, now_ms: int
) -> None:
    connection.execute(
        insert(REVISIONS).values(
            draft_id=draft_id,
            document=document.to_json(),
            words=document.word_count(),
            reason=reason.value,
            is_pinned=int(reason is not SaveReason.AUTOSAVE),
            begun_ms=now_ms,
            saved_ms=now_ms,
        )
    )


def _present(connection: Connection, draft_id: DraftId) -> Row[Any] | None:
    query = select(REVISIONS).where(REVISIONS.c.draft_id == draft_id)
    return connection.execute(query.order_by(REVISIONS.c.id.desc()).limit(1)).one_or_none()


def _load(connection: Connection, draft_id: DraftId) -> Draft:
    return _draft(connection.execute(_newest_states().where(DRAFTS.c.id == draft_id)).one())


def _newest_states() -> Select[Any]:
    every = REVISIONS.alias()
    of_draft = select(func.max(every.c.id)).where(every.c.draft_id == DRAFTS.c.id)
    newest = of_draft.correlate(DRAFTS).scalar_subquery()
    columns = (DRAFTS.c.id, DRAFTS.c.kind, DRAFTS.c.course_id, DRAFTS.c.step_id, REVISIONS.c.document)
    state = (REVISIONS.c.id.label("revision_id"), REVISIONS.c.saved_ms, REVISIONS.c.words)
    return select(*columns, *state).join_from(DRAFTS, REVISIONS, REVISIONS.c.id == newest)


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        id=DraftId(row.id),
        kind=DraftKind(row.kind),
        course_id=CourseId(row.course_id),
        step_id=StepId(row.step_id),
        document=Document.from_json(row.document),
        revision_id=RevisionId(row.revision_id),
        saved_at=from_ms(row.saved_ms),
        words=row.words,
    )
