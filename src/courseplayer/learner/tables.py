"""The tables of learner.db as queries see them; migrations.py says how they were made."""

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    func,
    select,
)

_METADATA = MetaData()


def _table(name: str, numbers: str, texts: str, *others: Column[bytes]) -> Table:
    columns = [Column(column, Integer, primary_key=column == "id") for column in numbers.split()]
    return Table(name, _METADATA, *columns, *(Column(text, Text) for text in texts.split()), *others)


LEARNERS = _table("learners", "id added_ms chosen", "uuid name name_key")
PLACES = _table("places", "learner_id at_ms visited_ms", "course_id step_id")
STEP_PROGRESS = _table("step_progress", "learner_id done_ms position_ms", "course_id step_id")
DRAFTS = _table("drafts", "id learner_id begun_ms", "course_id step_id kind")
REVISIONS = _table("revisions", "id draft_id words is_pinned begun_ms saved_ms", "document reason")
ATTACHMENTS = _table(
    "attachments", "id draft_id size_bytes added_ms", "file_name sha256", Column("data", LargeBinary)
)
SUBMISSIONS = _table(
    "submissions",
    "id draft_id revision_id attempt exported_ms size_bytes",
    "format path state sha256",
)
PINS = _table(
    "pins",
    "learner_id failures failed_ms is_tidy",
    "key_id pin_cost",
    Column("pin_salt", LargeBinary),
    Column("pin_wrapped", LargeBinary),
    Column("recovery_wrapped", LargeBinary),
)
TABLES = tuple(_METADATA.tables.values())


def of_step(table: Table, learner_id: int, course_id: str, step_id: str) -> ColumnElement[bool]:
    """Select the rows of one learner in one step."""
    return (
        (table.c.learner_id == learner_id) & (table.c.course_id == course_id) & (table.c.step_id == step_id)
    )


def next_id(connection: Connection, table: Table) -> int:
    """Return the id that the next row will have: a closed value is bound to it, so it must be known before.

    SQLite would choose the same one; the transaction holds the write lock.
    """
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0) + 1)).scalar_one())
