"""Closes or opens everything one learner wrote, in a store or in a copy of one."""

import sqlite3
from contextlib import suppress

from courseplayer.learner.sealing import RowPlace, Seal, UnreadableSealError

TEXTS = (
    ("revisions", "document"),
    ("attachments", "file_name"),
    ("attachments", "sha256"),
    ("submissions", "path"),
    ("submissions", "sha256"),
)
"""Where words are, or what tells about words: the hash of a short text is soon guessed."""
BYTES = (("attachments", "data"),)


def place(table: str, column: str, draft_id: int, row_id: int) -> RowPlace:
    """Name the place of a value."""
    return RowPlace(f"{table}.{column}", draft_id, row_id)


def rewrite_words(connection: sqlite3.Connection, learner_id: int, opening: Seal, closing: Seal) -> None:
    """Open every value with one seal and close it with the other, within the caller's transaction.

    What does not open is left as it is: it may open with an earlier key.
    """
    # What is written over must not stay readable in the free parts of the file.
    connection.execute("PRAGMA secure_delete = ON")
    for table, column in (*TEXTS, *BYTES):
        of_learner = "draft_id IN (SELECT id FROM drafts WHERE learner_id = ?) ORDER BY id"
        query = f"SELECT id, draft_id FROM {table} WHERE {of_learner}"
        for row_id, draft_id in connection.execute(query, (learner_id,)).fetchall():
            where = place(table, column, draft_id, row_id)
            with suppress(UnreadableSealError):
                _rewrite(connection, where, opening, closing)


def _rewrite(connection: sqlite3.Connection, where: RowPlace, opening: Seal, closing: Seal) -> None:
    table, column = where.column.split(".")
    query = f"SELECT {column} FROM {table} WHERE id = ?"
    (stored,) = connection.execute(query, (where.row_id,)).fetchone()
    changed: str | bytes
    if isinstance(stored, str):
        changed = closing.closed(where, opening.opened(where, stored))
    else:
        changed = closing.closed_bytes(where, opening.opened_bytes(where, bytes(stored)))
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (changed, where.row_id))
