"""Files that learners add to their texts, kept in the store itself."""

import hashlib
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, insert, select

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.learner import seals
from courseplayer.learner.sealed_rows import place
from courseplayer.learner.sealing import Seal
from courseplayer.learner.tables import ATTACHMENTS, next_id
from courseplayer.learner.values import (
    MAX_ATTACHMENT_BYTES,
    MAX_ATTACHMENTS,
    Attachment,
    AttachmentId,
    DraftId,
)
from courseplayer.system.file_names import numbered_file_name, portable_file_name

_BIG = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is larger than {limit} MB and was not added; your text is unchanged. "
    "Make the file smaller, for example a picture with fewer details, and add it again.",
)
_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "A text can have {limit} files at most, so {file} was not added; nothing else was changed. "
    "Remove a file first.",
)
_COLUMNS: tuple[Column[Any], ...] = (
    ATTACHMENTS.c.id,
    ATTACHMENTS.c.draft_id,
    ATTACHMENTS.c.file_name,
    ATTACHMENTS.c.size_bytes,
    ATTACHMENTS.c.sha256,
)


def attach(connection: Connection, draft_id: DraftId, file_name: str, data: bytes, now_ms: int) -> Attachment:
    """Add a file under a name that is safe and free; the same file again stays one. Raises BadInputError."""
    name = portable_file_name(file_name)
    sha256 = hashlib.sha256(data).hexdigest()
    present = of_draft(connection, draft_id)
    same = next((one for one in present if (one.file_name, one.sha256) == (name, sha256)), None)
    if same is not None:
        return same
    if len(data) > MAX_ATTACHMENT_BYTES:
        raise BadInputError(_BIG, file=name, limit=MAX_ATTACHMENT_BYTES // 1_000_000)
    if len(present) >= MAX_ATTACHMENTS:
        raise BadInputError(_MANY, file=name, limit=MAX_ATTACHMENTS)
    free = numbered_file_name(name, {one.file_name for one in present})
    row_id = next_id(connection, ATTACHMENTS)
    seal = seals.of_draft(connection, draft_id)
    values = {
        "id": row_id,
        "draft_id": draft_id,
        "file_name": seal.closed(place("attachments", "file_name", draft_id, row_id), free),
        "size_bytes": len(data),
        "sha256": seal.closed(place("attachments", "sha256", draft_id, row_id), sha256),
        "added_ms": now_ms,
        "data": seal.closed_bytes(place("attachments", "data", draft_id, row_id), data),
    }
    connection.execute(insert(ATTACHMENTS).values(**values))
    return Attachment(AttachmentId(row_id), free, len(data), sha256)


def of_draft(connection: Connection, draft_id: DraftId) -> tuple[Attachment, ...]:
    """Return a draft's files in the order they were added."""
    query = select(*_COLUMNS).where(ATTACHMENTS.c.draft_id == draft_id).order_by(ATTACHMENTS.c.id)
    seal = seals.of_draft(connection, draft_id)
    return tuple(_attachment(row, seal) for row in connection.execute(query))


def data(connection: Connection, attachment_id: AttachmentId) -> bytes:
    """Return the bytes of a file."""
    query = select(ATTACHMENTS.c.draft_id, ATTACHMENTS.c.data).where(ATTACHMENTS.c.id == attachment_id)
    row = connection.execute(query).one()
    seal = seals.of_draft(connection, DraftId(row.draft_id))
    return seal.opened_bytes(place("attachments", "data", row.draft_id, attachment_id), bytes(row.data))


def detach(connection: Connection, attachment_id: AttachmentId) -> None:
    """Remove a file from its draft; files already exported with it are untouched."""
    connection.execute(delete(ATTACHMENTS).where(ATTACHMENTS.c.id == attachment_id))


def _attachment(row: Row[Any], seal: Seal) -> Attachment:
    file_name = seal.opened(place("attachments", "file_name", row.draft_id, row.id), row.file_name)
    sha256 = seal.opened(place("attachments", "sha256", row.draft_id, row.id), row.sha256)
    return Attachment(AttachmentId(row.id), file_name, row.size_bytes, sha256)
