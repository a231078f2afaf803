"""Reads every byte of the media, pictures and downloads of a course and says which are damaged."""

import threading
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future
from contextlib import ExitStack

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId
from courseplayer.coursefile.media import AssetReader
from courseplayer.coursefile.reader import CourseFile
from courseplayer.coursefile.schema import CHUNK_BYTES
from courseplayer.system.cancellation import Cancelled, Task
from courseplayer.system.side_work import SideWork

_READERS = 2
"""More would only let the head of a disk jump about."""


class AssetCheck(SideWork):
    """Reads every chunk of every asset from entering it on, on two processors where there are two.

    It is the task of whatever else is done meanwhile, which says nothing of its own: progress counts the
    bytes of the assets.
    """

    def __init__(
        self,
        course: CourseFile,
        sizes: Mapping[AssetId, int],
        chunks_of: Mapping[AssetId, list[int]],
        task: Task,
    ) -> None:
        self._course = course
        self._sizes = sizes
        self._chunks_of = chunks_of
        self._task = task
        self._total = max(1, sum(sizes.values()))
        self._waiting = deque(sizes)
        self._sound: set[AssetId] = set()
        self._is_chunk_sound: dict[int, bool] = {}
        self._done_bytes = 0
        self._lock = threading.Lock()
        super().__init__(_READERS, "verifying")
        self._ends: list[Future[None]] = []

    def start(self) -> None:
        """Let each thread read one asset after the other."""
        self._ends = [self.pool.submit(self._read) for _ in range(self.threads)]

    def advance(self, _done: int, _total: int) -> None:
        """See Task.advance: tells how far the reading is, and raises Cancelled."""
        self._tell(0)

    def damaged(self) -> list[AssetId]:
        """Return the assets that are not as they were built, in order, when all have been read."""
        for end in self._ends:
            end.result()
        self._task.advance(self._total, self._total)
        return [asset_id for asset_id in self._sizes if asset_id not in self._sound]

    def _read(self) -> None:
        with ExitStack() as opened:
            reader: AssetReader | None = None
            while (asset_id := self._next()) is not None:
                try:
                    if reader is None:
                        reader = opened.enter_context(self._course.open_asset(asset_id))
                    else:
                        reader.turn_to(asset_id)
                    is_sound = self._is_sound(reader)
                except PlainError:
                    is_sound = False
                if is_sound:
                    self._sound.add(asset_id)

    def _next(self) -> AssetId | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def _is_sound(self, reader: AssetReader) -> bool:
        chunks = reader.chunk_ids()
        for position, chunk_id in enumerate(chunks):
            # A chunk that several assets share is read once.
            if chunk_id not in self._is_chunk_sound:
                self._is_chunk_sound[chunk_id] = _can_read(reader, position)
            self._tell(min(CHUNK_BYTES, reader.size_bytes - position * CHUNK_BYTES))
        is_whole = all(self._is_chunk_sound[chunk_id] for chunk_id in chunks)
        # Found one by one and found together: a forged tree can answer in two ways.
        return is_whole and chunks == self._chunks_of.get(reader.asset_id, [])

    def _tell(self, more_bytes: int) -> None:
        if self.stop.is_set():
            raise Cancelled
        with self._lock:
            self._done_bytes += more_bytes
            self._task.advance(min(self._done_bytes, self._total), self._total)


def _can_read(reader: AssetReader, position: int) -> bool:
    try:
        reader.read(position * CHUNK_BYTES, CHUNK_BYTES)
    except PlainError:
        return False
    return True
