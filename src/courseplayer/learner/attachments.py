"""Files that learners add to their texts, kept in the store itself."""

import hashlib
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, insert, select

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.learner.tables import ATTACHMENTS
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
    values = {"draft_id": draft_id, "file_name": free, "size_bytes": len(data), "sha256": sha256}
    added = insert(ATTACHMENTS).values(**values, added_ms=now_ms, data=data).returning(*_COLUMNS)
    return _attachment(connection.execute(added).one())


def of_draft(connection: Connection, draft_id: DraftId) -> tuple[Attachment, ...]:
    """Return a draft's files in the order they were added."""
    query = select(*_COLUMNS).where(ATTACHMENTS.c.draft_id == draft_id).order_by(ATTACHMENTS.c.id)
    return tuple(_attachment(row) for row in connection.execute(query))


def data(connection: Connection, attachment_id: AttachmentId) -> bytes:
    """Return the bytes of a file."""
    query = select(ATTACHMENTS.c.data).where(ATTACHMENTS.c.id == attachment_id)
    return bytes(connection.execute(query).scalar_one())


def detach(connection: Connection, attachment_id: AttachmentId) -> None:
    """Remove a file from its draft; files already exported with it are untouched."""
    connection.execute(delete(ATTACHMENTS).where(ATTACHMENTS.c.id == attachment_id))


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(AttachmentId(row.id), row.file_name, row.size_bytes, row.sha256)
