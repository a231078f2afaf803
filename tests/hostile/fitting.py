"""Makes the hashes of a forged course file fit what it holds now, as an attacker who knows the format can."""

import hashlib
import sqlite3

from courseplayer.coursefile import schema
from courseplayer.coursefile.manifest import ChunkListHash, ManifestHash


def make_hashes_fit(forger: sqlite3.Connection) -> None:
    """Give every chunk, every list of chunks and the manifest the hashes of what is there now."""
    make_chunks_fit(forger)
    found = ManifestHash()
    try:
        _make_lists_fit(forger)
        for table in schema.NEWEST_FORM.hashed_tables:
            found.start_table(table)
            keys = ", ".join(column.name for column in table.primary_key)
            columns = ", ".join(column.name for column in table.columns)
            found.add_rows(forger.execute(f"SELECT {columns} FROM {table.name} ORDER BY {keys}"))
            found.end_table()
    except (ValueError, TypeError, sqlite3.Error):
        return  # such values have no hash
    forger.execute("UPDATE manifest SET sha256 = ?", (found.digest(),))


def make_chunks_fit(forger: sqlite3.Connection) -> None:
    """Give every chunk the hash and size of what is there now."""
    for chunk_id, data in forger.execute("SELECT id, data FROM chunk_data").fetchall():
        if isinstance(data, bytes):
            forger.execute(
                "UPDATE OR IGNORE chunk SET sha256 = ?, size_bytes = ? WHERE id = ?",
                (hashlib.sha256(data).digest(), len(data), chunk_id),
            )


def _make_lists_fit(forger: sqlite3.Connection) -> None:
    for (asset,) in forger.execute("SELECT asset_id FROM chunk_list").fetchall():
        listed = ChunkListHash()
        for row in forger.execute(
            "SELECT size_bytes, sha256 FROM asset_chunk JOIN chunk ON id = chunk_id WHERE asset_id IS ? "
            "ORDER BY position",
            (asset,),
        ):
            listed.add(*row)
        forger.execute("UPDATE chunk_list SET sha256 = ? WHERE asset_id IS ?", (listed.digest(), asset))
