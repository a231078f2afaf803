"""What learners write: drafts and their revisions, of which none is ever deleted."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner import seals
from courseplayer.learner.moments import from_ms
from courseplayer.learner.sealed_rows import place
from courseplayer.learner.sealing import RowPlace, Seal
from courseplayer.learner.tables import DRAFTS, REVISIONS, next_id, of_step
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
KEPT_CHARACTERS = 200
"""The same for scripts without spaces, where a line is one word."""


@dataclass(frozen=True, slots=True)
class _Present:
    """A draft's present state, its text opened."""

    id: RevisionId
    document: str
    is_pinned: bool
    begun_ms: int
    reason: str


def find(
    connection: Connection, learner_id: LearnerId, course_id: CourseId, step_id: StepId, kind: DraftKind
) -> Draft | None:
    """Return the learner's text of a kind in a step, None when nothing was ever saved."""
    wanted = of_step(DRAFTS, learner_id, course_id, step_id) & (DRAFTS.c.kind == kind.value)
    row = connection.execute(_newest_states().where(wanted)).one_or_none()
    return None if row is None else _draft(row, seals.of_learner(connection, learner_id))


def of_learner(connection: Connection, learner_id: LearnerId) -> tuple[Draft, ...]:
    """Return everything a learner has written, in order of beginning, whether its course is here or not."""
    query = _newest_states().where(DRAFTS.c.learner_id == learner_id).order_by(DRAFTS.c.id)
    seal = seals.of_learner(connection, learner_id)
    return tuple(_draft(row, seal) for row in connection.execute(query))


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
        closed = seals.of_draft(connection, draft_id).closed(_place(draft_id, present.id), text)
        values = {"document": closed, "words": document.word_count(), "saved_ms": now_ms}
        connection.execute(update(REVISIONS).where(REVISIONS.c.id == present.id).values(**values))
    elif reason is SaveReason.EXPORT:
        pin(connection, RevisionId(present.id), SaveReason.EXPORT)
    return _load(connection, draft_id)


def restore(connection: Connection, revision_id: RevisionId, now_ms: int) -> Draft:
    """Make an earlier text the present one; the present one stays as a revision for good."""
    draft_id, text = _stored_text(connection, revision_id)
    present = _present(connection, draft_id)
    if present is not None and present.document != text:
        put_present(connection, draft_id, Document.from_json(text), SaveReason.RESTORE, now_ms)
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
    _draft_id, text = _stored_text(connection, revision_id)
    return Document.from_json(text)


def present_revision(connection: Connection, draft_id: DraftId) -> RevisionId:
    """Return which state is the present one."""
    query = select(func.max(REVISIONS.c.id)).where(REVISIONS.c.draft_id == draft_id)
    return RevisionId(connection.execute(query).scalar_one())


def pin(connection: Connection, revision_id: RevisionId, reason: SaveReason) -> None:
    """Freeze a state: autosaves no longer write over it."""
    values = {"is_pinned": 1, "reason": reason.value}
    connection.execute(update(REVISIONS).where(REVISIONS.c.id == revision_id).values(**values))


def _goes_on(present: "_Present", document: Document, reason: SaveReason, now_ms: int) -> bool:
    # A clock that was set back gives a negative age: then nothing is written over.
    is_young = 0 <= now_ms - present.begun_ms < COALESCE_MS
    may_go_on = reason is SaveReason.AUTOSAVE and not present.is_pinned and is_young
    return may_go_on and not _takes_much_away(Document.from_json(present.document), document)


def _takes_much_away(before: Document, after: Document) -> bool:
    """Say whether many words are gone, also where as many others stand in their place."""
    old, new = before.plain_text(), after.plain_text()
    start = _shared(old, new)
    old, new = old[start:], new[start:]
    end = _shared(old[::-1], new[::-1])
    gone = Counter(old[: len(old) - end].split()) - Counter(new[: len(new) - end].split())
    return gone.total() >= KEPT_WORDS or sum(len(word) * n for word, n in gone.items()) >= KEPT_CHARACTERS


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike, compared in halves: texts are long."""
    return bisect_left(range(min(len(one), len(other))), True, key=lambda n: one[: n + 1] != other[: n + 1])


def _add_revision(
    connection: Connection, draft_id: DraftId, document: Document, reason: SaveReason, now_ms: int
) -> None:
    row_id = next_id(connection, REVISIONS)
    seal = seals.of_draft(connection, draft_id)
    connection.execute(
        insert(REVISIONS).values(
            id=row_id,
            draft_id=draft_id,
            document=seal.closed(_place(draft_id, row_id), document.to_json()),
            words=document.word_count(),
            reason=reason.value,
            is_pinned=int(reason is not SaveReason.AUTOSAVE),
            begun_ms=now_ms,
            saved_ms=now_ms,
        )
    )


def _present(connection: Connection, draft_id: DraftId) -> "_Present | None":
    query = select(REVISIONS).where(REVISIONS.c.draft_id == draft_id)
    row = connection.execute(query.order_by(REVISIONS.c.id.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    text = seals.of_draft(connection, draft_id).opened(_place(draft_id, row.id), row.document)
    return _Present(RevisionId(row.id), text, bool(row.is_pinned), row.begun_ms, row.reason)


def _stored_text(connection: Connection, revision_id: RevisionId) -> tuple[DraftId, str]:
    query = select(REVISIONS.c.id, REVISIONS.c.draft_id, REVISIONS.c.document)
    row = connection.execute(query.where(REVISIONS.c.id == revision_id)).one()
    draft_id = DraftId(row.draft_id)
    return draft_id, seals.of_draft(connection, draft_id).opened(_place(draft_id, row.id), row.document)


def _kind(stored: str) -> DraftKind:
    # One damaged letter, or a kind of a later release, must not hide everything else a learner wrote.
    return DraftKind(stored) if stored in set(DraftKind) else DraftKind.NOTE


def _place(draft_id: DraftId, revision_id: int) -> RowPlace:
    return place("revisions", "document", draft_id, revision_id)


def _load(connection: Connection, draft_id: DraftId) -> Draft:
    row = connection.execute(_newest_states().where(DRAFTS.c.id == draft_id)).one()
    return _draft(row, seals.of_draft(connection, draft_id))


def _newest_states() -> Select[Any]:
    every = REVISIONS.alias()
    of_draft = select(func.max(every.c.id)).where(every.c.draft_id == DRAFTS.c.id)
    newest = of_draft.correlate(DRAFTS).scalar_subquery()
    columns = (DRAFTS.c.id, DRAFTS.c.kind, DRAFTS.c.course_id, DRAFTS.c.step_id, REVISIONS.c.document)
    state = (REVISIONS.c.id.label("revision_id"), REVISIONS.c.saved_ms, REVISIONS.c.words)
    return select(*columns, *state).join_from(DRAFTS, REVISIONS, REVISIONS.c.id == newest)


def _draft(row: Row[Any], seal: Seal) -> Draft:
    text = seal.opened(_place(DraftId(row.id), row.revision_id), row.document)
    return Draft(
        id=DraftId(row.id),
        kind=_kind(row.kind),
        course_id=CourseId(row.course_id),
        step_id=StepId(row.step_id),
        document=Document.from_json(text),
        revision_id=RevisionId(row.revision_id),
        saved_at=from_ms(row.saved_ms),
        words=row.words,
    )
