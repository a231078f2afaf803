"""What was done since it was certain who learns, and moving it to somebody else without losing anything."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, func, select

from courseplayer.course.additions import added_between
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner import attachments, drafts, progress
from courseplayer.learner.tables import ATTACHMENTS, DRAFTS, REVISIONS
from courseplayer.learner.values import (
    CertainMoment,
    DraftId,
    LastMinutes,
    LastText,
    LearnerId,
    Moved,
    MovedFile,
    MovedRow,
    MovedText,
    RevisionId,
    SaveReason,
)


def mark(connection: Connection, learner_id: LearnerId) -> CertainMoment:
    """Return how everything of a learner is now; by ids, since clocks are set back and forth."""
    return CertainMoment(
        learner_id,
        connection.execute(select(func.max(REVISIONS.c.id))).scalar() or 0,
        connection.execute(select(func.max(ATTACHMENTS.c.id))).scalar() or 0,
        progress.rows(connection, learner_id),
        progress.places(connection, learner_id),
    )


def since(connection: Connection, moment: CertainMoment) -> LastMinutes:
    """Return what was done since that moment under this learner's name."""
    texts = []
    for draft_id in _changed_drafts(connection, moment):
        before, now = _before_and_now(connection, draft_id, moment)
        if before != now:
            course_id, step_id, kind = drafts.purpose(connection, draft_id)
            texts.append(LastText(course_id, step_id, kind, added_between(before, now).word_count()))
    changed = _changed_rows(connection, moment)
    return LastMinutes(
        texts=tuple(texts),
        steps_done=sum(one.was_done for one in changed),
        steps_undone=sum(one.was_undone for one in changed),
        media_watched=sum(one.now[1] != one.before[1] for one in changed),
        files=len(_new_files(connection, moment)),
    )


def move(connection: Connection, moment: CertainMoment, to: LearnerId, now_ms: int) -> Moved:
    """Give what was done since a moment to somebody else, and the first learner what was there before.

    No version is deleted: the mixed text stays among the first one's versions, and where both have a text,
    the other's own, the moved one and both together are versions. Exported files stay listed with the first.
    Raises BadInputError where a text would have too many files.
    """
    texts = tuple(
        moved
        for draft_id in _changed_drafts(connection, moment)
        if (moved := _move_text(connection, draft_id, moment, to, now_ms)) is not None
    )
    files = tuple(_move_file(connection, file_id, to, now_ms) for file_id in _new_files(connection, moment))
    rows = tuple(
        _move_row(connection, row, moment.learner_id, to) for row in _changed_rows(connection, moment)
    )
    _move_places(connection, moment, to)
    return Moved(moment.learner_id, to, texts, files, rows)


def undo(connection: Connection, moved: Moved, now_ms: int) -> None:
    """Put back what :func:`move` did, but leave alone what either went on with since."""
    for text in moved.texts:
        if drafts.present_revision(connection, text.draft_id) == text.put_back:
            mixed = drafts.document(connection, text.mixed)
            drafts.put_present(connection, text.draft_id, mixed, SaveReason.RESTORE, now_ms)
        if text.other_draft_id is not None and (
            drafts.present_revision(connection, text.other_draft_id) == text.given
        ):
            own = Document() if text.own is None else drafts.document(connection, text.own)
            drafts.put_present(connection, text.other_draft_id, own, SaveReason.RESTORE, now_ms)
    for file in moved.files:
        present = attachments.of_draft(connection, file.to_draft_id)
        if any(one.id == file.file_id for one in present):
            _carry_file(connection, file.file_id, file.to_draft_id, file.from_draft_id, now_ms)
    for row in moved.rows:
        if progress.row(connection, moved.first, row.course_id, row.step_id) == row.before:
            progress.put_row(connection, moved.first, row.course_id, row.step_id, row.now)
        if progress.row(connection, moved.other, row.course_id, row.step_id) == row.given:
            progress.put_row(connection, moved.other, row.course_id, row.step_id, row.others)


def _changed_drafts(connection: Connection, moment: CertainMoment) -> Iterator[DraftId]:
    query = select(DRAFTS.c.id).join(REVISIONS, REVISIONS.c.draft_id == DRAFTS.c.id).distinct()
    changed = query.where(DRAFTS.c.learner_id == moment.learner_id, REVISIONS.c.id > moment.revision_id)
    yield from (DraftId(row.id) for row in connection.execute(changed.order_by(DRAFTS.c.id)).all())


def _before_and_now(
    connection: Connection, draft_id: DraftId, moment: CertainMoment
) -> tuple[Document, Document]:
    newest = select(func.max(REVISIONS.c.id)).where(REVISIONS.c.draft_id == draft_id)
    earlier = connection.execute(newest.where(REVISIONS.c.id <= moment.revision_id)).scalar()
    before = Document() if earlier is None else drafts.document(connection, RevisionId(earlier))
    return before, drafts.document(connection, drafts.present_revision(connection, draft_id))


def _move_text(
    connection: Connection, draft_id: DraftId, moment: CertainMoment, to: LearnerId, now_ms: int
) -> MovedText | None:
    before, now = _before_and_now(connection, draft_id, moment)
    if before == now:
        return None
    mixed = drafts.present_revision(connection, draft_id)
    put_back = drafts.put_present(connection, draft_id, before, SaveReason.MOVED, now_ms)
    added = added_between(before, now)
    if added.is_empty():
        return MovedText(draft_id, mixed, put_back)
    course_id, step_id, kind = drafts.purpose(connection, draft_id)
    own = drafts.find(connection, to, course_id, step_id, kind)
    other = drafts.begin(connection, to, course_id, step_id, kind, now_ms=now_ms)
    given = drafts.put_present(connection, other, added, SaveReason.MOVED, now_ms)
    if own is not None and not own.document.is_empty():
        both = Document((*own.document.blocks, *added.blocks))
        given = drafts.put_present(connection, other, both, SaveReason.MOVED, now_ms)
    return MovedText(draft_id, mixed, put_back, other, None if own is None else own.revision_id, given)


def _new_files(connection: Connection, moment: CertainMoment) -> list[tuple[int, DraftId]]:
    query = select(ATTACHMENTS.c.id, DRAFTS.c.id.label("draft_id")).join(
        DRAFTS, DRAFTS.c.id == ATTACHMENTS.c.draft_id
    )
    new = query.where(DRAFTS.c.learner_id == moment.learner_id, ATTACHMENTS.c.id > moment.attachment_id)
    rows = connection.execute(new.order_by(ATTACHMENTS.c.id)).all()
    return [(int(row.id), DraftId(row.draft_id)) for row in rows]


def _move_file(connection: Connection, file: tuple[int, DraftId], to: LearnerId, now_ms: int) -> MovedFile:
    file_id, draft_id = file
    course_id, step_id, kind = drafts.purpose(connection, draft_id)
    other = drafts.begin(connection, to, course_id, step_id, kind, now_ms=now_ms)
    if drafts.find(connection, to, course_id, step_id, kind) is None:
        drafts.put_present(connection, other, Document(), SaveReason.MOVED, now_ms)
    return MovedFile(_carry_file(connection, file_id, draft_id, other, now_ms), draft_id, other)


def _carry_file(
    connection: Connection, file_id: int, from_draft: DraftId, to_draft: DraftId, now_ms: int
) -> int:
    (file,) = (one for one in attachments.of_draft(connection, from_draft) if one.id == file_id)
    data = attachments.data(connection, file.id)
    carried = attachments.attach(connection, to_draft, file.file_name, data, now_ms)
    attachments.detach(connection, file.id)
    return int(carried.id)


def _changed_rows(connection: Connection, moment: CertainMoment) -> list[MovedRow]:
    now = progress.rows(connection, moment.learner_id)
    keys = sorted(now.keys() | moment.progress.keys())
    nothing = (None, None)
    return [
        MovedRow(CourseId(key[0]), StepId(key[1]), moment.progress.get(key, nothing), now.get(key, nothing))
        for key in keys
        if moment.progress.get(key, nothing) != now.get(key, nothing)
    ]


def _move_row(connection: Connection, row: MovedRow, first: LearnerId, to: LearnerId) -> MovedRow:
    others = progress.row(connection, to, row.course_id, row.step_id)
    given = (others[0] or row.now[0], row.now[1] if row.now[1] != row.before[1] else others[1])
    progress.put_row(connection, to, row.course_id, row.step_id, given)
    progress.put_row(connection, first, row.course_id, row.step_id, row.before)
    return replace(row, others=others, given=given)


def _move_places(connection: Connection, moment: CertainMoment, to: LearnerId) -> None:
    for course_id, place in progress.places(connection, moment.learner_id).items():
        before = moment.places.get(course_id)
        if place != before:
            progress.put_place(connection, to, course_id, place)
            progress.put_place(connection, moment.learner_id, course_id, before or (None, None, place[2]))
