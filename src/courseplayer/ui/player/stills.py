"""The small pictures of a video, fetched in the background so that a click shows one at once."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from courseplayer.course.content import Still
from courseplayer.course.outline import AssetId
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.picture_files import MOST_PIXELS_AT_ONCE, decode_picture
from courseplayer.ui.player.source import MediaSource

_BATCH = 16
_DECODED_KEPT = 24
_MOST_BYTES = 300_000
"""Of one still; the builder's have 8 kB."""


class StillAlbum(QObject):
    """Keeps the JPEGs of one video (about 8 kB each) and the last few decoded (about 1 ms each)."""

    loaded = Signal()
    """More stills are there."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._source: MediaSource | None = None
        self._stills: Sequence[Still] = ()
        self._waiting: list[AssetId] = []
        self._jpegs: dict[AssetId, bytes] = {}
        self._decoded: OrderedDict[AssetId, QImage] = OrderedDict()
        self._job: Job[dict[AssetId, bytes]] | None = None

    def show(self, source: MediaSource, stills: Sequence[Still], near_ms: int) -> None:
        """Fetch other stills, those near a position first."""
        self.clear()
        self._source = source
        self._stills = stills
        nearest_first = sorted(stills, key=_Distance(near_ms))
        self._waiting = list(dict.fromkeys(still.asset for still in nearest_first))
        self._fetch()

    def clear(self) -> None:
        """Forget everything."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._source = None
        self._stills = ()
        self._waiting = []
        self._jpegs = {}
        self._decoded.clear()

    def still_at(self, position_ms: int) -> Still | None:
        """Return the last still at or before a position, the first one before that."""
        if not self._stills:
            return None
        index = bisect_right(self._stills, position_ms, key=_start_of) - 1
        return self._stills[max(0, index)]

    def image_of(self, still: Still) -> QImage | None:
        """Return a picture; None while it is not there yet, and then it is fetched before the others."""
        image = self._decoded.get(still.asset)
        if image is not None:
            self._decoded.move_to_end(still.asset)
            return image
        jpeg = self._jpegs.get(still.asset)
        if jpeg is None:
            self._fetch_first(still.asset)
            return None
        image = decode_picture(jpeg, MOST_PIXELS_AT_ONCE)
        if image is None:
            return None
        self._decoded[still.asset] = image
        if len(self._decoded) > _DECODED_KEPT:
            self._decoded.popitem(last=False)
        return image

    def _fetch_first(self, asset: AssetId) -> None:
        if asset in self._waiting:
            self._waiting.remove(asset)
            self._waiting.insert(0, asset)

    def _fetch(self) -> None:
        if self._source is None or not self._waiting:
            self._job = None
            return
        batch, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
        self._job = self._jobs.start(Lane.FILES, _Batch(self._source, batch))
        self._job.done.connect(self._on_batch_done)
        # A still that cannot be read is done without: the player itself tells of damage.
        self._job.failed.connect(self._on_batch_failed)

    def _on_batch_done(self, jpegs: dict[AssetId, bytes]) -> None:
        self._jpegs |= jpegs
        self._fetch()
        self.loaded.emit()

    def _on_batch_failed(self, _error: object) -> None:
        self._fetch()


class _Batch:
    """Reads some stills on a worker's thread."""

    def __init__(self, source: MediaSource, assets: Sequence[AssetId]) -> None:
        self._source = source
        self._assets = assets

    def __call__(self, job: Job[dict[AssetId, bytes]]) -> dict[AssetId, bytes]:
        jpegs = {}
        for count, asset in enumerate(self._assets):
            job.advance(count, len(self._assets))
            jpeg = self._source.asset_bytes(asset)
            # One that is none stays away, as one that does not decode.
            jpegs[asset] = jpeg if len(jpeg) <= _MOST_BYTES else b""
        return jpegs


class _Distance:
    def __init__(self, near_ms: int) -> None:
        self._near_ms = near_ms

    def __call__(self, still: Still) -> int:
        return abs(still.at_ms - self._near_ms)


def _start_of(still: Still) -> int:
    return still.at_ms
