"""The list of everything binary that a course will hold; the same bytes are listed once."""

import hashlib
import io
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from courseplayer.course.outline import AssetId
from courseplayer.coursefile.plan import PlannedAsset


class AssetList:
    """Gives ids to pictures, media and downloads in the order in which the course names them."""

    def __init__(self, planned: Iterable[PlannedAsset] = ()) -> None:
        self._assets = list(planned)
        self._by_file: dict[tuple[Path, str], PlannedAsset] = {}
        self._by_digest: dict[str, PlannedAsset] = {}

    def add_file(self, path: Path, source: str, mime: str) -> PlannedAsset:
        """List a file; the same file of the same kind is listed once. Raises OSError."""
        if (path, mime) not in self._by_file:
            opener = partial(_open_file, path)
            self._by_file[path, mime] = self._add(source, mime, path.stat().st_size, opener)
        return self._by_file[path, mime]

    def add_bytes(self, data: bytes, source: str, mime: str) -> PlannedAsset:
        """List bytes that are held in memory."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._by_digest:
            self._by_digest[digest] = self._add(source, mime, len(data), partial(io.BytesIO, data))
        return self._by_digest[digest]

    def planned(self) -> tuple[PlannedAsset, ...]:
        """Return what was listed, in order."""
        return tuple(self._assets)

    def _add(self, source: str, mime: str, size_bytes: int, opener: Callable[[], BinaryIO]) -> PlannedAsset:
        asset_id = AssetId(self._assets[-1].id + 1 if self._assets else 1)
        self._assets.append(PlannedAsset(asset_id, source, mime, size_bytes, opener))
        return self._assets[-1]


def _open_file(path: Path) -> BinaryIO:
    return path.open("rb")
