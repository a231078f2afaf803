"""Bytes of pictures, videos and downloads, chunk by chunk, each checked against its hash."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from courseplayer.course.outline import AssetId
from courseplayer.coursefile import schema
from courseplayer.coursefile.chunk_list import ChunkList, count_of_chunks
from courseplayer.coursefile.connection import Deadline, connect, told_plainly
from courseplayer.coursefile.errors import AssetTooBigError, DamagedCourseError
from courseplayer.coursefile.manifest import MOST_NUMBER
from courseplayer.coursefile.permitted import is_mime
from courseplayer.coursefile.schema import CHUNK_BYTES

# Plain sqlite3 and no SQLAlchemy here: the player's threads read 32 KiB at a time, thousands of times a
# minute, and every layer of Python in between is time that they wait for the interpreter's lock.
_ASSET = "SELECT mime, size_bytes FROM asset WHERE id = ?"
_LISTED = (
    "SELECT position, chunk_id, chunk.size_bytes, sha256 FROM asset_chunk "
    "JOIN chunk ON chunk.id = chunk_id WHERE asset_id = ? ORDER BY position LIMIT ?"
)
_LIST_HASH = "SELECT sha256 FROM chunk_list WHERE asset_id = ?"
_DATA = "SELECT data FROM chunk_data WHERE id = ?"
_CHUNKS_KEPT = 4
_ROWS_AT_ONCE = 500


class AssetReader:
    """Reads one asset at any offset; from any thread, several at once wait for each other.

    Its list of chunks is read, and compared with the course's manifest where that covers it only by a hash,
    before the first byte is given out. Raises DamagedCourseError when the list or a chunk is not as built,
    AssetTooBigError for more than ``most_bytes``, PlainError when the disk fails.
    """

    def __init__(self, path: Path, asset_id: AssetId, most_bytes: int = MOST_NUMBER) -> None:
        self._file = path.name
        self._lock = threading.Lock()
        self._deadline = Deadline()
        self._connection, self._form, _size_bytes = connect(path, self._deadline)
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._chunks = ChunkList((), 0)
        self.asset_id = AssetId(0)
        self.mime = ""
        self.size_bytes = 0
        try:
            self.turn_to(asset_id, most_bytes)
        except BaseException:
            self._connection.close()
            raise

    def turn_to(self, asset_id: AssetId, most_bytes: int = MOST_NUMBER) -> None:
        """Read another asset of the same file from now on."""
        with self._lock:
            match self._row(_ASSET, (asset_id,)):
                case (str(mime), int(size_bytes)) if is_mime(mime) and size_bytes >= 0:
                    if size_bytes > most_bytes:
                        raise AssetTooBigError(self._file)
                    self._chunks = self._listed(asset_id, size_bytes)
                    self.asset_id, self.mime, self.size_bytes = asset_id, mime, size_bytes
                    self._kept.clear()
                case _:
                    raise DamagedCourseError(self._file, f"asset {asset_id} is missing or odd")

    def chunk_ids(self) -> list[int]:
        """Return which chunks the asset is made of."""
        return self._chunks.ids()

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
        chunk_id, sha256 = self._chunks.chunk(position)
        match self._row(_DATA, (chunk_id,)):
            case (bytes(data),) if len(data) == expected_bytes and hashlib.sha256(data).digest() == sha256:
                return data
        raise DamagedCourseError(self._file, f"asset {self.asset_id}: chunk {position} is missing or changed")

    def _listed(self, asset_id: AssetId, size_bytes: int) -> ChunkList:
        try:
            # One more than there may be, so that it is seen.
            values = (asset_id, count_of_chunks(size_bytes) + 1)
            chunks = ChunkList(self._rows(_LISTED, values), size_bytes)
        except ValueError as odd:
            raise DamagedCourseError(self._file, f"asset {asset_id}: {odd}") from odd
        if schema.chunk_list in self._form.tables and self._row(_LIST_HASH, (asset_id,)) != (chunks.sha256,):
            raise DamagedCourseError(self._file, f"asset {asset_id}: the list of its chunks is another one")
        return chunks

    def _rows(self, query: str, values: tuple[int, ...]) -> Iterator[tuple[object, ...]]:
        with told_plainly(self._file):
            self._deadline.restart()
            answer = self._connection.execute(query, values)
            while rows := answer.fetchmany(_ROWS_AT_ONCE):
                yield from rows
                self._deadline.restart()

    def _row(self, query: str, values: tuple[int, ...]) -> tuple[object, ...] | None:
        self._deadline.restart()
        with told_plainly(self._file):
            row: tuple[object, ...] | None = self._connection.execute(query, values).fetchone()
        return row
