"""Puts rows read from a damaged store, and from a backup of it, into a new one."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from courseplayer.course.writing import Document
from courseplayer.learner.rescued_rows import Row, Rows
from courseplayer.learner.sealed_rows import TEXTS
from courseplayer.learner.sealing import is_sealed_bytes, is_whole_text, key_of_text
from courseplayer.learner.tables import TABLES
from courseplayer.learner.values import DraftKind

LOST_COURSE = "lost"
"""The course of closed texts of which only the learner is known."""

# What others refer to comes first; of the rest, texts before everything.
_IN_ORDER = (
    "learners",
    "pins",
    "drafts",
    "revisions",
    "step_progress",
    "places",
    "submissions",
    "attachments",
)
_KEYS = {
    "places": ["learner_id", "course_id"],
    "step_progress": ["learner_id", "course_id", "step_id"],
    "pins": ["learner_id"],
}


@dataclass(frozen=True, slots=True)
class Counted:
    """How much came back: people, texts (with all their versions) and attached files."""

    learners: int = 0
    texts: int = 0
    attachments: int = 0


@dataclass(slots=True)
class Inserted:
    """What became of some rows: those that are in the new store, and how many could not be."""

    rows: Rows = field(default_factory=dict)
    skipped: int = 0

    def counted(self, source: Rows) -> Counted:
        """Count what came back of the rows of one source."""
        ours = {name: [row for row in self.rows.get(name, []) if row in source[name]] for name in source}
        texts = {row["draft_id"] for row in ours["revisions"]}
        return Counted(len(ours["learners"]), len(texts), len(ours["attachments"]))


def completed(rows: Rows, backup: Rows) -> Rows:
    """Return the rows, and those of an earlier copy of the same store that are missing among them.

    Rows that the copy knows differently stay as they are in the store, which is newer.
    """
    other_learners = _unlike(rows["learners"], backup["learners"], "uuid")
    other_drafts = _unlike(rows["drafts"], backup["drafts"], "course_id", "step_id", "kind", "learner_id")
    whole: Rows = {}
    for table in TABLES:
        keys = _KEYS.get(table.name, ["id"])
        known = {_key(row, keys) for row in rows[table.name]}
        missing = [
            row
            for row in backup[table.name]
            if _key(row, keys) not in known
            and row.get("learner_id") not in other_learners
            and row.get("draft_id") not in other_drafts
        ]
        whole[table.name] = [*rows[table.name], *missing]
    # A PIN that was removed since the copy was made must not come back over plain words.
    used = _keys_used(whole)
    lost = [row for row in whole["pins"] if row in rows["pins"] or row["key_id"] in used]
    whole["pins"] = lost
    return whole


def insert_rows(connection: sqlite3.Connection, rows: Rows) -> Inserted:
    """Insert rows with their own ids, within the caller's transaction, leaving out what is not whole."""
    inserted = Inserted()
    rows = {**rows, "drafts": [*rows["drafts"], *_drafts_of_closed_texts(rows)]}
    for name in _IN_ORDER:
        kept = inserted.rows[name] = []
        for row in sorted(rows[name], key=_by_id):
            # Plain words that came back are closed when the PIN is typed.
            put = {**row, "is_tidy": 0} if name == "pins" else row
            if _is_whole(name, row) and _insert(connection, name, put):
                kept.append(row)
            else:
                inserted.skipped += 1
    return inserted


def loose_texts(rows: Rows, inserted: Inserted) -> Iterator[Document]:
    """Yield the newest text of each draft that is not in the new store, because nobody knows whose it was."""
    placed = {row["id"] for row in inserted.rows["revisions"]}
    newest: dict[object, Document] = {}
    for row in sorted(rows["revisions"], key=_by_id):
        document = _document(row)
        if row["id"] not in placed and document is not None and not document.is_empty():
            newest[row["draft_id"]] = document
    drafts = {row["id"] for row in inserted.rows["drafts"]}
    yield from (document for draft_id, document in newest.items() if draft_id not in drafts)


def _unlike(rows: list[Row], others: list[Row], *columns: str) -> set[object]:
    """Return the ids that mean one thing here and another there."""
    ours = {row["id"]: _key(row, columns) for row in rows}
    return {row["id"] for row in others if row["id"] in ours and ours[row["id"]] != _key(row, columns)}


def _insert(connection: sqlite3.Connection, name: str, row: Row) -> bool:
    columns = ", ".join(row)
    marks = ", ".join("?" * len(row))
    try:
        connection.execute(f"INSERT INTO {name} ({columns}) VALUES ({marks})", tuple(row.values()))
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, OverflowError, UnicodeEncodeError):
        return False
    return True


def _is_whole(name: str, row: Row) -> bool:
    if name == "revisions":
        text = str(row["document"])
        return _document(row) is not None if key_of_text(text) is None else is_whole_text(text)
    if name == "attachments":
        data = row["data"]
        if isinstance(data, bytes) and is_sealed_bytes(data):
            return is_whole_text(str(row["sha256"]))
        return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == row["sha256"]
    return True


def _keys_used(rows: Rows) -> set[object]:
    return {key_of_text(str(row[column])) for table, column in TEXTS for row in rows[table]}


def _drafts_of_closed_texts(rows: Rows) -> list[Row]:
    """Make the drafts of closed texts whose own are lost: their key tells whose they are, nothing where."""
    known = {row["id"] for row in rows["drafts"]}
    owners = {row["key_id"]: row["learner_id"] for row in rows["pins"]}
    made: dict[object, Row] = {}
    for row in rows["revisions"]:
        owner = owners.get(key_of_text(str(row["document"])))
        if owner is not None and row["draft_id"] not in known:
            made[row["draft_id"]] = {
                "id": row["draft_id"],
                "learner_id": owner,
                "begun_ms": row["begun_ms"],
                "course_id": LOST_COURSE,
                "step_id": str(row["draft_id"]),
                "kind": DraftKind.NOTE.value,
            }
    return list(made.values())


def _document(row: Row) -> Document | None:
    try:
        return Document.from_json(str(row["document"]))
    except ValueError:
        return None


def _key(row: Row, columns: list[str] | tuple[str, ...]) -> tuple[object, ...]:
    return tuple(row[column] for column in columns)


def _by_id(row: Row) -> int:
    number = row.get("id", 0)
    return number if isinstance(number, int) else 0
