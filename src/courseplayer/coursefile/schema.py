"""The tables of a .course file and the numbers that name its format: docs/course-file.md."""

import sqlite3
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

APPLICATION_ID = 0x43727365
"""``Crse``; stands at byte 68 of every course file."""
FORMAT_VERSION = 2
"""What the builder writes. Files of version 1 are read as ever: docs/decisions/what-is-checked-when.md."""
OLDEST_FORMAT_VERSION = 1
PAGE_BYTES = 16_384
"""Measured against 65,536: docs/decisions/course-file-format.md."""
CHUNK_BYTES = 256 * 1024

METADATA = MetaData()


def _table(name: str, *columns: Column[int] | Column[str] | Column[bytes] | ForeignKeyConstraint) -> Table:
    # WITHOUT ROWID: every cell of such a tree holds a real row, so rows that read right in order are also
    # found right by their key. A rowid tree has bare divider keys that no hash over rows can cover.
    return Table(name, METADATA, *columns, sqlite_with_rowid=False)


def _key(name: str, target: str | None = None) -> Column[int]:
    targets = () if target is None else (ForeignKey(target),)
    return Column(name, Integer, *targets, primary_key=True, autoincrement=False)


def _number(name: str, target: str | None = None, *, optional: bool = False) -> Column[int]:
    targets = () if target is None else (ForeignKey(target),)
    return Column(name, Integer, *targets, nullable=optional)


def _text(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


licence = _table(
    "licence", _key("id"), _text("name"), _text("url", optional=True), _text("attribution", optional=True)
)
asset = _table("asset", _key("id"), _text("mime"), _number("size_bytes"))
course = _table(
    "course",
    _key("id"),
    _text("course_id"),
    _text("title"),
    _text("provider", optional=True),
    _text("language", optional=True),
    _text("summary_html"),
    _number("licence_id", "licence.id", optional=True),
    _number("cover_id", "asset.id", optional=True),
    _text("source_url", optional=True),
)
person = _table(
    "person",
    _key("position"),
    _text("name"),
    _text("role", optional=True),
    _text("about", optional=True),
    _number("picture_id", "asset.id", optional=True),
)
week = _table("week", _key("id"), _number("number"), _text("title"))
activity = _table("activity", _key("id"), _number("week_id", "week.id"), _text("title"))
step = _table(
    "step",
    _key("id"),
    _number("activity_id", "activity.id"),
    _text("step_id"),
    _text("number"),
    _text("kind"),
    _text("title"),
    _number("minutes", optional=True),
    _number("is_preview"),
    _number("licence_id", "licence.id", optional=True),
)
article = _table("article", _key("step", "step.id"), _text("html"), _text("text"))
medium = _table(
    "medium",
    _key("step", "step.id"),
    _key("position"),
    _number("asset_id", "asset.id"),
    _text("kind"),
    _number("duration_ms", optional=True),
    _text("video_codec", optional=True),
    _text("audio_codec", optional=True),
    _number("width", optional=True),
    _number("height", optional=True),
)
still = _table(
    "still",
    _key("step"),
    _key("medium"),
    _key("position"),
    _number("at_ms"),
    _number("asset_id", "asset.id"),
    ForeignKeyConstraint(["step", "medium"], ["medium.step", "medium.position"]),
)
transcript = _table("transcript", _key("step", "step.id"), _key("position"), _text("language"))
cue = _table(
    "cue",
    _key("step"),
    _key("transcript"),
    _key("position"),
    _number("start_ms"),
    _number("end_ms", optional=True),
    _text("speaker", optional=True),
    _text("text"),
    ForeignKeyConstraint(["step", "transcript"], ["transcript.step", "transcript.position"]),
)
brief = _table(
    "brief", _key("step", "step.id"), _number("min_words", optional=True), _number("max_words", optional=True)
)
guidance = _table("guidance", _key("step", "brief.step"), _key("position"), _text("text"))
review_question = _table("review_question", _key("step", "brief.step"), _key("position"), _text("text"))
question = _table(
    "question", _key("step", "step.id"), _key("position"), _text("text"), _text("why", optional=True)
)
choice = _table(
    "choice",
    _key("step"),
    _key("question"),
    _key("position"),
    _text("text"),
    _number("is_right"),
    _text("why", optional=True),
    ForeignKeyConstraint(["step", "question"], ["question.step", "question.position"]),
)
download = _table(
    "download",
    _key("step", "step.id"),
    _key("position"),
    _number("asset_id", "asset.id"),
    _text("title"),
    _text("file_name"),
)
link = _table("link", _key("step", "step.id"), _key("position"), _text("title"), _text("url"))
glossary = _table("glossary", _key("position"), _text("term"), _text("meaning"))
chunk = _table(
    "chunk",
    _key("id", "chunk_data.id"),
    _number("size_bytes"),
    Column("sha256", LargeBinary, nullable=False, unique=True),
)
asset_chunk = _table(
    "asset_chunk", _key("asset_id", "asset.id"), _key("position"), _number("chunk_id", "chunk.id")
)
chunk_list = _table("chunk_list", _key("asset_id", "asset.id"), Column("sha256", LargeBinary, nullable=False))
manifest = _table("manifest", _key("id"), Column("sha256", LargeBinary, nullable=False))
signature = _table(
    "signature",
    _key("id"),
    Column("key_id", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    _text("signer"),
    Column("value", LargeBinary, nullable=False),
)
chunk_data = Table(
    "chunk_data",
    METADATA,
    # The one tree with bare divider keys: large rows do not fit the other kind, and every chunk is read,
    # also when it is verified, by its id and checked against its hash.
    _key("id"),
    Column("data", LargeBinary, nullable=False),
)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A version of the format with the tables that its files have, in their order.

    ``hashed_tables`` are what the manifest covers; through them it covers the other tables too, but for
    itself and the signature.
    """

    version: int
    tables: tuple[Table, ...]
    hashed_tables: tuple[Table, ...]


def _form(version: int, without: set[Table], unhashed: set[Table]) -> Form:
    tables = tuple(table for table in METADATA.tables.values() if table not in without)
    return Form(version, tables, tuple(table for table in tables if table not in unhashed))


_UNHASHED = {manifest, signature, chunk_data}
NEWEST_FORM = _form(FORMAT_VERSION, set(), _UNHASHED | {chunk, asset_chunk})
"""``chunk_list`` brings in ``asset_chunk`` and ``chunk``, and these the bytes of ``chunk_data``."""
FORMS = (
    # Release 0.1.0 knew no signatures.
    _form(1, {chunk_list, signature}, _UNHASHED),
    _form(1, {chunk_list}, _UNHASHED),
    NEWEST_FORM,
)


def creation_statements(form: Form = NEWEST_FORM) -> tuple[str, ...]:
    """Return the SQL that makes an empty course file."""
    return tuple(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip() for table in form.tables)


SchemaRow = tuple[object, ...]


@cache
def expected_schema(form: Form) -> tuple[SchemaRow, ...]:
    """Return what ``sqlite_schema`` holds in every course file of this form."""
    with sqlite3.connect(":memory:") as connection:
        for statement in creation_statements(form):
            connection.execute(statement)
        rows = schema_rows(connection)
    connection.close()
    return rows


def form_of(version: int, found: tuple[SchemaRow, ...]) -> Form | None:
    """Return the form of a file of this version whose ``sqlite_schema`` holds these rows; None: not ours."""
    return next((form for form in FORMS if form.version == version and expected_schema(form) == found), None)


def schema_rows(connection: sqlite3.Connection) -> tuple[SchemaRow, ...]:
    """Return what ``sqlite_schema`` of an open file holds, at most 200 rows."""
    return tuple(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 200"))
