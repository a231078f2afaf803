"""Zip files whose bytes depend on nothing but what is in them."""

import io
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# What a zip's time field can hold.
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside a zip; ``is_packed`` is false where the format wants it as it is."""

    path: str
    data: bytes
    is_packed: bool = True


def zip_bytes(entries: Iterable[Entry], written_at: datetime) -> bytes:
    """Zip the entries in the order given, all of them dated ``written_at`` (as UTC)."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for entry in entries:
            info = ZipInfo(entry.path, _zip_time(written_at))
            info.compress_type = ZIP_DEFLATED if entry.is_packed else ZIP_STORED
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, entry.data, compresslevel=6)
    return buffer.getvalue()


def unzipped(data: bytes) -> list[Entry]:
    """Return what is in a zip made by a library of ours; never for a file from outside."""
    with ZipFile(io.BytesIO(data)) as archive:
        return [Entry(info.filename, archive.read(info)) for info in archive.infolist() if not info.is_dir()]


def packed_size(data: bytes) -> int:
    """Return about how many bytes ``data`` takes in a zip."""
    return len(zlib.compress(data, 6))


def _zip_time(written_at: datetime) -> tuple[int, int, int, int, int, int]:
    utc = written_at.astimezone(UTC)
    if utc.year < _FIRST_YEAR:
        return (_FIRST_YEAR, 1, 1, 0, 0, 0)
    return (min(utc.year, _LAST_YEAR), utc.month, utc.day, utc.hour, utc.minute, utc.second // 2 * 2)
