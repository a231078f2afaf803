"""The chunks that an asset is made of, in their order: read and checked as a whole before any of them is."""

from array import array
from collections.abc import Iterable

from courseplayer.coursefile.manifest import ChunkListHash
from courseplayer.coursefile.permitted import limit_of
from courseplayer.coursefile.schema import CHUNK_BYTES

_HASH_BYTES = 32


class ChunkList:
    """Where the chunks of one asset are and what hash each has, in 40 bytes for a chunk.

    Takes position, id, size and hash of every chunk; raises ValueError when they do not make up
    ``size_bytes``.
    """

    def __init__(self, rows: Iterable[tuple[object, ...]], size_bytes: int) -> None:
        self._ids = array("q")
        self._hashes = bytearray()
        found = ChunkListHash()
        left_bytes = size_bytes
        for row in rows:
            match row:
                case (int(position), int(chunk_id), int(chunk_bytes), bytes(sha256)) if (
                    position == len(self._ids)
                    and 0 < chunk_bytes == min(left_bytes, CHUNK_BYTES)
                    and len(sha256) == _HASH_BYTES
                ):
                    self._ids.append(chunk_id)
                    self._hashes += sha256
                    found.add(chunk_bytes, sha256)
                    left_bytes -= chunk_bytes
                case _:
                    raise ValueError(f"chunk {len(self._ids)} is missing or odd")
        if left_bytes:
            raise ValueError(f"{left_bytes} bytes are missing")
        self.sha256 = found.digest()
        """What stands in ``chunk_list`` of a sound course."""

    def chunk(self, position: int) -> tuple[int, bytes]:
        """Return the id of a chunk and its hash."""
        start = position * _HASH_BYTES
        return self._ids[position], bytes(self._hashes[start : start + _HASH_BYTES])

    def ids(self) -> list[int]:
        """Return the ids of all chunks."""
        return self._ids.tolist()


def count_of_chunks(size_bytes: int) -> int:
    """Return how many chunks so many bytes take; raises ValueError for more than a course may have."""
    count = -(-size_bytes // CHUNK_BYTES)
    if count > limit_of("asset_chunk").rows:
        raise ValueError(f"{size_bytes} bytes are more than a course may hold")
    return count
