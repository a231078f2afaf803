"""Bytes of pictures, videos and downloads, chunk by chunk, each checked against its hash."""

import hashlib
import threading
from collections import OrderedDict
from pathlib import Path
from types import TracebackType

from courseplayer.course.outline import AssetId
from courseplayer.coursefile.connection import Deadline, connect, told_plainly
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.permitted import is_mime
from courseplayer.coursefile.schema import CHUNK_BYTES

# Plain sqlite3 and no SQLAlchemy here: the player's threads read 32 KiB at a time, thousands of times a
# minute, and every layer of Python in between is time that they wait for the interpreter's lock.
_ASSET = "SELECT mime, size_bytes FROM asset WHERE id = ?"
_CHUNK = (
    "SELECT chunk_id, chunk.size_bytes, sha256, data FROM asset_chunk "
    "JOIN chunk ON chunk.id = chunk_id JOIN chunk_data ON chunk_data.id = chunk_id "
    "WHERE asset_id = ? AND position = ?"
)
_CHUNKS_KEPT = 4


class AssetReader:
    """Reads one asset at any offset; from any thread, several at once wait for each other.

    Raises DamagedCourseError when a chunk is not as built, PlainError when the disk fails.
    """

    def __init__(self, path: Path, asset_id: AssetId) -> None:
        self._file = path.name
        self._lock = threading.Lock()
        self._deadline = Deadline()
        self._connection = connect(path, self._deadline)
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self.asset_id = AssetId(0)
        self.mime = ""
        self.size_bytes = 0
        try:
            self.turn_to(asset_id)
        except BaseException:
            self._connection.close()
            raise

    def turn_to(self, asset_id: AssetId) -> None:
        """Read another asset of the same file from now on."""
        with self._lock:
            row = self._row(_ASSET, (asset_id,))
            match row:
                case (str(mime), int(size_bytes)) if is_mime(mime) and size_bytes >= 0:
                    self.asset_id, self.mime, self.size_bytes = asset_id, mime, size_bytes
                    self._kept.clear()
                case _:
                    raise DamagedCourseError(self._file, f"asset {asset_id} is missing or odd")

    def read(self, offset: int, length: int) -> bytes:
        """Return up to ``length`` bytes from ``offset`` on; fewer only at the end."""
        end = min(offset + length, self.size_bytes)
        parts: list[bytes] = []
        with self._lock:
            while offset < end:
                position, start = divmod(offset, CHUNK_BYTES)
                part = self._chunk(position)[start : start + end - offset]
                parts.append(part)
                offset += len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def close(self) -> None:
        """Let go of the file; reading afterwards raises."""
        with self._lock:
            self._connection.close()
            self._kept.clear()

    def __enter__(self) -> "AssetReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _chunk(self, position: int) -> bytes:
        kept = self._kept.get(position)
        if kept is not None:
            self._kept.move_to_end(position)
            return kept
        data = self._checked_chunk(position)
        self._kept[position] = data
        while len(self._kept) > _CHUNKS_KEPT:
            self._kept.popitem(last=False)
        return data

    def _checked_chunk(self, position: int) -> bytes:
        expected_bytes = min(CHUNK_BYTES, self.size_bytes - position * CHUNK_BYTES)
        match self._row(_CHUNK, (self.asset_id, position)):
            case (int(), int(size_bytes), bytes(sha256), bytes(data)) if (
                len(data) == size_bytes == expected_bytes and hashlib.sha256(data).digest() == sha256
            ):
                return data
        raise DamagedCourseError(self._file, f"asset {self.asset_id}: chunk {position} is missing or changed")

    def _row(self, query: str, values: tuple[int, ...]) -> tuple[object, ...] | None:
        self._deadline.restart()
        with told_plainly(self._file):
            row: tuple[object, ...] | None = self._connection.execute(query, values).fetchone()
        return row
