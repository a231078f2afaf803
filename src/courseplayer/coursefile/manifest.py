"""The manifest hash and the hashes under it: SHA-256 in an encoding that leaves no two readings."""

import hashlib
import struct
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Table

Value = int | str | bytes | None
Row = tuple[Any, ...]
"""Values of one row; what type each has is the business of its column."""
MOST_NUMBER = 2**53
MOST_SMALL_NUMBER = 2**31 - 1
"""Every number but a size is at most this: positions in ms are kept in C's int further up."""


class ManifestHash:
    """Takes tables in the order of their form (schema.py) and their rows in the order of the primary key.

    A table is ``T`` + its name + its column names as one value each + for every row ``R`` and the values
    + ``E``. A value is ``N`` (NULL), ``I`` + 8 bytes, or ``S`` (UTF-8 text) or ``B`` (bytes) + length in
    8 bytes + content; numbers are big-endian.
    """

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def start_table(self, table: Table) -> None:
        """Begin the next table."""
        self._hash.update(
            b"T" + _encoded(table.name) + b"".join(_encoded(column.name) for column in table.columns)
        )

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Add rows of the table begun last."""
        for row in rows:
            self._hash.update(b"R" + b"".join(map(_encoded, row)))

    def end_table(self) -> None:
        """End the table begun last."""
        self._hash.update(b"E")

    def digest(self) -> bytes:
        """Return the hash of everything added so far."""
        return self._hash.digest()


class ChunkListHash:
    """Takes the chunks of an asset in their order.

    A list is ``L`` + for every chunk ``R``, its size and its hash, written as in a manifest, + ``E``. Ids of
    chunks are left out: they only say where in the file the bytes are.
    """

    def __init__(self) -> None:
        self._hash = hashlib.sha256(b"L")

    def add(self, size_bytes: int, sha256: bytes) -> None:
        """Add the next chunk."""
        self._hash.update(b"R" + _encoded(size_bytes) + _encoded(sha256))

    def digest(self) -> bytes:
        """Return the hash of the list; it ends here."""
        self._hash.update(b"E")
        return self._hash.digest()


def _encoded(value: Value) -> bytes:
    if value is None:
        return b"N"
    if isinstance(value, int):
        if not 0 <= value <= MOST_NUMBER:
            raise ValueError(f"{value} is not a number of a course file")
        return b"I" + struct.pack(">q", value)
    tag, content = (b"S", value.encode()) if isinstance(value, str) else (b"B", value)
    return tag + struct.pack(">Q", len(content)) + content
