"""Course files by an attacker who knows the schema: valid SQLite, with hashes that fit where he can."""

import hashlib
import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Integer, Text

from courseplayer.coursefile import schema
from hostile.fitting import make_chunks_fit, make_hashes_fit
from hostile.payloads import PAYLOADS
from hostile.picture_bombs import PICTURE_BOMBS
from making.damage import rewritten

Forger = sqlite3.Connection
Change = Callable[[Forger, random.Random], None]

_TABLES = [table for table in schema.NEWEST_FORM.hashed_tables if table is not schema.chunk_list]
_TEXTS = [(t.name, c.name) for t in _TABLES for c in t.columns if isinstance(c.type, Text)]
_NUMBERS = [(t.name, c.name) for t in _TABLES for c in t.columns if isinstance(c.type, Integer)]
_ANY = [
    (table.name, column.name)
    for table in schema.METADATA.tables.values()
    for column in table.columns
    if table.name != "signature"
]
_ODD_NUMBERS = (
    -1, 0, 1, 2, 7, 99_999, 2**31 - 1, 2**31, 2**32, 2**53, 2**53 + 1, 2**63 - 1, -(2**31), -(2**63),
)  # fmt: skip
_ODD_TEXTS = (
    "",
    "\0",
    "a\0b",
    "\u202egpj.exe",
    "\u2066\u2067\u202d\u202e" * 50,
    "\x1b[2J\x07",
    "\ufeff",
    "\ud7ff\ufffe",
    "%s%n%d{0}{file}{}",
    "../../../etc/passwd",
    "C:\\Windows\\win.ini",
    "\\\\host\\share\\x",
    "file:///etc/passwd",
    "CON",
    "a" * 500,
    "=cmd|' /C calc'!A0",
    "javascript:alert(1)",
    "<img src='file:///etc/passwd'>",
    "&lt;b&gt;&amp;",
    "\n\r\t\x0b\x0c\u2028\u2029",
    "A\u0301" * 3_000,
    "👩‍👩‍👧‍👦" * 400,
    "\u0e47" * 2_000,
    "﷽" * 2_000,
    "x" * 20_000,
    "x" * 20_001,
    "word " * 4_000,
    "\u200b" * 19_999,
    "ا" * 20_000,
    "\U000e0041" * 5_000,
    "\u0489" * 15_000,
)


@dataclass(frozen=True, slots=True)
class Forgery:
    """One kind of forgery; ``fits``: the manifest is made to fit afterwards, where it can be."""

    name: str
    change: Change
    fits: bool = True


def forge(base: Path, copy: Path, forgery: Forgery, chance: random.Random) -> None:
    """Write a forged copy of a course."""
    with rewritten(base, copy) as forger:
        forger.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2**30)
        forger.execute("PRAGMA synchronous=OFF")
        forger.execute("PRAGMA ignore_check_constraints=ON")
        forger.execute("BEGIN")
        forgery.change(forger, chance)
        if forgery.fits:
            make_hashes_fit(forger)
        forger.execute("COMMIT")


def _row(forger: Forger, table: str, chance: random.Random) -> tuple[str, tuple[object, ...]]:
    """Return a condition that holds for one row of a table, and its values."""
    keys = [column.name for column in schema.METADATA.tables[table].primary_key]
    rows = forger.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
    condition = " AND ".join(f"{key} IS ?" for key in keys)
    return condition, chance.choice(rows) if rows else (None,) * len(keys)


def _put(forger: Forger, table: str, column: str, value: object, chance: random.Random) -> None:
    condition, row = _row(forger, table, chance)
    forger.execute(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {condition}", (value, *row))


def _odd_text(forger: Forger, chance: random.Random) -> None:
    _put(forger, *chance.choice(_TEXTS), chance.choice(_ODD_TEXTS), chance)


def _odd_texts_everywhere(forger: Forger, chance: random.Random) -> None:
    text = chance.choice(_ODD_TEXTS)
    for table, column in _TEXTS:
        if column not in {"kind", "step_id", "mime", "url", "source_url", "file_name"}:
            forger.execute(f"UPDATE {table} SET {column} = ?", (text,))


def _huge_text(forger: Forger, chance: random.Random) -> None:
    word = chance.choice(
        ("x", "word ", "ا", "<b>", "<p>", "&amp;", "\0", "<td>", "&#8203;", "<img src=asset:1>")
    )
    size = chance.choice((20_000, 399_000, 401_000, 4_000_000, 5_000_000))
    _put(forger, *chance.choice(_TEXTS), word * (size // len(word)), chance)


def _huge_article(forger: Forger, chance: random.Random) -> None:
    word = chance.choice(
        ("x", "word ", "ا ", "<b>x", "<p>x", "<i>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<br>", "<hr>",
         "<img src=asset:11>", "<a href=step:a>", "<pre>\n", "&#8238;", "<td colspan=50 rowspan=200>x",
         "<table><tr><td colspan=50>x</td></tr></table>", "𝕏", "<div dir=rtl>", "<small>", "<sup>")
    )  # fmt: skip
    size = chance.choice((10_000, 100_000, 399_000, 3_900_000))
    html = "<table><tr>" * word.startswith("<td") + word * (size // len(word.encode()))
    where = "article SET html" if chance.random() < 0.7 else "course SET summary_html"
    forger.execute(f"UPDATE {where} = ?", (html,))


def _odd_number(forger: Forger, chance: random.Random) -> None:
    _put(forger, *chance.choice(_NUMBERS), chance.choice(_ODD_NUMBERS), chance)


def _wrong_type(forger: Forger, chance: random.Random) -> None:
    value = chance.choice((b"blob", b"\xff\xfe\0", 1.5, float("inf"), -0.0, "words", "12", 2**40, b"", ""))
    _put(forger, *chance.choice(_ANY), value, chance)


def _text_that_is_no_unicode(forger: Forger, chance: random.Random) -> None:
    bad = chance.choice(("ff", "c0af", "eda080", "f8888080", "e2", "61ff62", "f4908080"))
    table, column = chance.choice(_TEXTS)
    condition, row = _row(forger, table, chance)
    forger.execute(f"UPDATE {table} SET {column} = CAST(x'{bad}' AS TEXT) WHERE {condition}", row)


def _missing_value(forger: Forger, chance: random.Random) -> None:
    """Put NULL where none may be: the constraint is taken out of the schema and put back."""
    table, column = chance.choice(_ANY)
    keys = {one.name for one in schema.METADATA.tables[table].primary_key}
    if column in keys:
        return
    (sql,) = forger.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    _set_schema(forger, table, sql.replace(" NOT NULL", "         "))
    _put(forger, table, column, None, chance)
    _set_schema(forger, table, sql)


def _set_schema(forger: Forger, table: str, sql: str) -> None:
    forger.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, table))
    (version,) = forger.execute("PRAGMA schema_version").fetchone()
    forger.execute(f"PRAGMA schema_version = {version + 1}")


def _swap_rows(forger: Forger, chance: random.Random) -> None:
    table, column = chance.choice(_TEXTS)
    values = [value for (value,) in forger.execute(f"SELECT {column} FROM {table}")]
    chance.shuffle(values)
    keys = [one.name for one in schema.METADATA.tables[table].primary_key]
    rows = forger.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
    for row, value in zip(rows, values, strict=True):
        condition = " AND ".join(f"{key} IS ?" for key in keys)
        forger.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {condition}", (value, *row))


def _foreign_id(forger: Forger, chance: random.Random) -> None:
    links = [
        pair for pair in _NUMBERS if pair[1].endswith("_id") or pair[1] in {"step", "question", "medium"}
    ]
    _put(forger, *chance.choice(links), chance.choice((0, 1, 2, 3, 8, 999, 2**31 - 1)), chance)


def _all_in_one_place(forger: Forger, chance: random.Random) -> None:
    table, column = chance.choice([("activity", "week_id"), ("step", "activity_id"), ("medium", "asset_id")])
    forger.execute(f"UPDATE {table} SET {column} = ?", (chance.choice((1, 2, 9)),))


def _same_ids(forger: Forger, _chance: random.Random) -> None:
    forger.execute("UPDATE step SET step_id = 'a000000000000001'")


def _circle_of_links(forger: Forger, _chance: random.Random) -> None:
    links = "".join(f'<a href="step:a00000000000000{n}">on</a>' for n in range(1, 8))
    forger.execute("UPDATE article SET html = ?", (links * 200,))


_COPIES = {
    "week": "SELECT n + 10, n + 10, 'Week' FROM n",
    "activity": "SELECT n + 10, 1, 'Activity' FROM n",
    "step": "SELECT n + 10, 4, 'b' || n, '9.' || n, 'article', 'Step', NULL, 1, NULL FROM n",
    "person": "SELECT n + 10, 'Name', 'Role', 'About', 1 FROM n",
    "glossary": "SELECT n + 10, 'term' || n, 'meaning' FROM n",
    "cue": "SELECT 1, 0, n + 10, n * 1000, NULL, 'WHO', 'words ' || n FROM n",
    "transcript": "SELECT 1, n + 10, 'l' || n FROM n",
    "question": "SELECT 5, n + 10, 'What?', 'Because' FROM n",
    "choice": "SELECT 5, 0, n + 10, 'This', n % 2, 'Because' FROM n",
    "download": "SELECT 3, n + 10, 1, 'File', 'f' || n || '.pdf' FROM n",
    "link": "SELECT 3, n + 10, 'Link', 'https://example.org/' || n FROM n",
    "guidance": "SELECT 6, n + 10, 'Do this.' FROM n",
    "review_question": "SELECT 7, n + 10, 'Is it?' FROM n",
    "licence": "SELECT n + 10, 'CC', NULL, NULL FROM n",
    "still": "SELECT 1, 0, n + 10, n, 1 FROM n",
    "asset": "SELECT n + 100, 'image/png', 900 FROM n",
    "medium": "SELECT 1, n + 10, 1, 'video', 1, NULL, NULL, 1, 1 FROM n",
    "asset_chunk": "SELECT 1, n + 10, 1 FROM n",
    "chunk_list": "SELECT n + 100, zeroblob(32) FROM n",
}


def _very_many_rows(forger: Forger, chance: random.Random) -> None:
    table = chance.choice(sorted(_COPIES))
    count = chance.choice((300, 5_000, 60_000))
    forger.execute(
        f"WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {count}) "
        f"INSERT OR IGNORE INTO {table} {_COPIES[table]}"
    )


def _claimed_size(forger: Forger, chance: random.Random) -> None:
    size = chance.choice((0, 1, 2**18, 2**28, 2**30, 2**31, 2**40, 2**53))
    forger.execute("UPDATE asset SET size_bytes = ? WHERE id = ?", (size, chance.choice((1, 2, 6))))


def _repeated_chunk(forger: Forger, chance: random.Random) -> None:
    """One chunk of 256 KiB stands for gigabytes."""
    forger.execute("UPDATE chunk_data SET data = zeroblob(262144) WHERE id = 2")
    count = chance.choice((100, 1_000, 5_000))
    asset = chance.choice((1, 6))
    forger.execute("DELETE FROM asset_chunk WHERE asset_id = ?", (asset,))
    forger.execute(
        f"WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT {count}) "
        "INSERT INTO asset_chunk SELECT ?, n, 2 FROM n",
        (asset,),
    )
    forger.execute("UPDATE asset SET size_bytes = ? WHERE id = ?", (count * 262_144, asset))


def _changed_list(forger: Forger, chance: random.Random) -> None:
    """Say otherwise which chunks an asset is made of, or what they are, with hashes of chunks that fit."""
    own = chance.randbytes(262_144)
    changes: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("UPDATE asset_chunk SET chunk_id = 5 - chunk_id WHERE asset_id = 2 AND position < 2", ()),
        ("UPDATE asset_chunk SET chunk_id = 1 + (chunk_id + ?) % 7", (chance.randrange(7),)),
        ("UPDATE OR REPLACE asset_chunk SET asset_id = 8 - asset_id", ()),
        ("UPDATE OR REPLACE asset_chunk SET position = ? WHERE asset_id = 2", (chance.choice(_ODD_NUMBERS),)),
        ("DELETE FROM asset_chunk WHERE asset_id IN (1, 11) OR position = 1", ()),
        ("INSERT OR IGNORE INTO asset_chunk SELECT asset_id, position + 3, chunk_id FROM asset_chunk", ()),
        ("UPDATE chunk SET size_bytes = size_bytes + ?", (chance.choice((-1, 1, 2**53)),)),
        ("UPDATE OR REPLACE chunk SET id = 9 - id", ()),
        ("UPDATE chunk SET sha256 = randomblob(32) WHERE id = ?", (chance.randrange(1, 8),)),
        ("DELETE FROM chunk WHERE id = ?", (chance.randrange(1, 8),)),
        ("UPDATE chunk_list SET sha256 = (SELECT max(sha256) FROM chunk_list)", ()),
        ("DELETE FROM chunk_list", ()),
        ("UPDATE chunk_data SET data = ? WHERE id = 2", (own,)),
    )
    forger.execute(*chance.choice(changes))
    if chance.random() < 0.5:
        make_chunks_fit(forger)


def _picture_bomb(forger: Forger, chance: random.Random) -> None:
    """A picture that is small as a file and huge or endless when decoded, wherever a course shows one."""
    data = PICTURE_BOMBS[chance.choice(sorted(PICTURE_BOMBS))]()
    chunks = [data[at : at + 262_144] for at in range(0, len(data), 262_144)]
    asset = 1
    forger.execute("DELETE FROM asset_chunk WHERE asset_id = ?", (asset,))
    (first,) = forger.execute("SELECT max(id) + 1 FROM chunk_data").fetchone()
    for position, chunk in enumerate(chunks):
        forger.execute("INSERT INTO chunk_data VALUES (?, ?)", (first + position, chunk))
        digest = hashlib.sha256(chunk + bytes([position])).digest()
        forger.execute("INSERT OR IGNORE INTO chunk VALUES (?, ?, ?)", (first + position, len(chunk), digest))
        forger.execute("INSERT INTO asset_chunk VALUES (?, ?, ?)", (asset, position, first + position))
    mime = chance.choice(("image/png", "image/svg+xml", "video/mp4", "text/html"))
    forger.execute("UPDATE asset SET size_bytes = ?, mime = ? WHERE id = ?", (len(data), mime, asset))
    if chance.random() < 0.5:
        forger.execute("UPDATE still SET asset_id = 1")
    forger.execute("UPDATE article SET html = ?", ('<img src="asset:1">' * chance.choice((1, 150)),))


def _payload(forger: Forger, chance: random.Random) -> None:
    some = "".join(chance.sample(PAYLOADS, 5))
    forger.execute("UPDATE article SET html = ?", (some,))
    forger.execute("UPDATE course SET summary_html = ?", (some,))
    forger.execute("UPDATE cue SET text = ?", (some[:20_000],))


def _odd_schema(forger: Forger, chance: random.Random) -> None:
    change = chance.choice(
        (
            "CREATE VIEW v AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM n) SELECT * FROM n",
            "CREATE TRIGGER t AFTER UPDATE ON cue BEGIN SELECT load_extension('x'); END",
            "CREATE INDEX i ON cue (text)",
            "CREATE INDEX i ON cue (abs(start_ms))",
            "CREATE UNIQUE INDEX i ON week (title) WHERE id > 0",
            "CREATE TABLE extra (id)",
            "CREATE TABLE sqlite_extra AS SELECT 1",
            "CREATE VIRTUAL TABLE f USING fts5(text)",
            "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
            "ALTER TABLE cue ADD COLUMN extra AS (hex(zeroblob(900000000)))",
            "ALTER TABLE cue ADD COLUMN extra DEFAULT 1",
            "ALTER TABLE week RENAME TO weeks",
            "DROP TABLE glossary",
            "DROP TABLE manifest",
            "ANALYZE",
            "UPDATE sqlite_schema SET sql = NULL WHERE name = 'week'",
            "UPDATE sqlite_schema SET sql = sql || ' -- ' || hex(zeroblob(90000)) WHERE name = 'week'",
            "UPDATE sqlite_schema SET type = 'view' WHERE name = 'cue'",
            "UPDATE sqlite_schema SET tbl_name = 'step' WHERE name = 'cue'",
            "UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER', 'TEXT')",
            "UPDATE sqlite_schema SET sql = x'ff00' WHERE name = 'cue'",
            "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'cue'",
            "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'article'",
            "DELETE FROM sqlite_schema WHERE name = 'link'",
        )
    )
    try:
        forger.execute(change)
    except sqlite3.Error:
        forger.execute("CREATE TABLE extra (id)")


def _odd_root(forger: Forger, chance: random.Random) -> None:
    names = [name for (name,) in forger.execute("SELECT name FROM sqlite_schema WHERE rootpage > 0")]
    some = chance.sample(names, 2)
    root = chance.choice((0, 1, 2, 5, 10_000, 2**31 - 1, -1, None))
    if root is None:
        (root,) = forger.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (some[0],)).fetchone()
    forger.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (root, some[1]))


def _odd_signature(forger: Forger, chance: random.Random) -> None:
    forger.execute("DELETE FROM signature")
    first = chance.choice((0, 1, 1))
    for number in range(chance.choice((1, 1, 2, 500))):
        forger.execute(
            "INSERT INTO signature VALUES (?, ?, ?, ?, ?)",
            (
                number + first,
                chance.choice((b"12345678", b"", b"x" * 1_000)),
                chance.choice((bytes(32), b"\xff" * 32, b"", b"x" * 100_000)),
                chance.choice(("Clinic College", "", "\u202e", "x" * 5_000)),
                chance.choice((bytes(64), b"\xff" * 64, b"")),
            ),
        )


def _odd_manifest(forger: Forger, chance: random.Random) -> None:
    value = chance.choice((b"", bytes(32), bytes(31), bytes(100_000), "words"))
    forger.execute("UPDATE manifest SET sha256 = ?", (value,))


def _changed_words(forger: Forger, chance: random.Random) -> None:
    _put(forger, *chance.choice(_TEXTS), "Give every patient ten times as much.", chance)


FORGERIES = (
    Forgery("words changed, hashes left", _changed_words, fits=False),
    Forgery("words changed, hashes made to fit", _changed_words),
    Forgery("rows swapped, hashes left", _swap_rows, fits=False),
    Forgery("rows swapped, hashes made to fit", _swap_rows),
    Forgery("lists of chunks, hashes left", _changed_list, fits=False),
    Forgery("lists of chunks, hashes made to fit", _changed_list),
    Forgery("odd text", _odd_text),
    Forgery("odd text everywhere", _odd_texts_everywhere),
    Forgery("huge text", _huge_text),
    Forgery("huge or deep article", _huge_article),
    Forgery("odd number", _odd_number),
    Forgery("wrong type", _wrong_type),
    Forgery("no Unicode", _text_that_is_no_unicode),
    Forgery("NULL where none may be", _missing_value),
    Forgery("foreign id", _foreign_id),
    Forgery("everything in one place", _all_in_one_place),
    Forgery("the same id twice", _same_ids),
    Forgery("links in a circle", _circle_of_links),
    Forgery("very many rows", _very_many_rows),
    Forgery("claimed size", _claimed_size),
    Forgery("one chunk for gigabytes", _repeated_chunk),
    Forgery("picture bomb", _picture_bomb),
    Forgery("script and style in articles", _payload),
    Forgery("views, triggers, columns", _odd_schema, fits=False),
    Forgery("root pages", _odd_root, fits=False),
    Forgery("signature", _odd_signature),
    Forgery("manifest", _odd_manifest, fits=False),
)
