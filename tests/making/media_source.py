"""A media source over plain bytes, for tests of the player: counts what is open and can be damaged."""

from pathlib import Path

from courseplayer.authoring.stills import pictures_at
from courseplayer.course.content import Medium, MediumKind, Still
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId

MEDIUM_ASSET = AssetId(1)


class BytesReader:
    """Reads from memory; everything from ``damaged_from`` on cannot be read."""

    def __init__(self, data: bytes, damaged_from: int | None = None) -> None:
        self.data = data
        self.damaged_from = damaged_from
        self.is_closed = False

    @property
    def size_bytes(self) -> int:
        return len(self.data)

    def read(self, offset: int, length: int) -> bytes:
        if self.is_closed:
            raise PlainError("read after close")
        if self.damaged_from is not None and offset + length > self.damaged_from:
            raise PlainError("damaged")
        return self.data[offset : offset + length]

    def close(self) -> None:
        self.is_closed = True


class BytesSource:
    """One medium and its stills; ``readers`` are all that were ever opened."""

    def __init__(
        self, path: Path, kind: MediumKind = MediumKind.VIDEO, stills_at_ms: tuple[int, ...] = ()
    ) -> None:
        self.data = path.read_bytes()
        self.damaged_from: int | None = None
        self.refusal: PlainError | None = None
        self.readers: list[BytesReader] = []
        self._pictures: dict[AssetId, bytes] = {}
        stills = []
        with path.open("rb") as stream:
            for index, (at_ms, jpeg) in enumerate(pictures_at(stream, stills_at_ms)):
                asset = AssetId(100 + index)
                self._pictures[asset] = jpeg
                stills.append(Still(at_ms, asset))
        self.medium = Medium(MEDIUM_ASSET, kind, "video/mp4", len(self.data), None, stills=tuple(stills))

    @property
    def open_readers(self) -> int:
        return sum(not reader.is_closed for reader in self.readers)

    def open_asset(self, asset_id: AssetId) -> BytesReader:
        assert asset_id == MEDIUM_ASSET
        if self.refusal is not None:
            raise self.refusal
        self.readers.append(BytesReader(self.data, self.damaged_from))
        return self.readers[-1]

    def asset_bytes(self, asset_id: AssetId) -> bytes:
        return self._pictures[asset_id]
