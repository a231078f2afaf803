"""Where the player gets its bytes from, as far as it cares: a course file."""

from typing import Protocol

from courseplayer.course.outline import AssetId


class MediaReader(Protocol):
    """The bytes of one medium, readable at any place from any thread."""

    @property
    def size_bytes(self) -> int:
        """The whole length."""

    def read(self, offset: int, length: int) -> bytes:
        """Return bytes from ``offset`` on; raises PlainError when they are damaged or gone."""

    def close(self) -> None:
        """Let go of the file."""


class MediaSource(Protocol):
    """Opens media and small pictures by their id."""

    def open_asset(self, asset_id: AssetId) -> MediaReader:
        """Return a reader of its own for a medium."""

    def asset_bytes(self, asset_id: AssetId) -> bytes:
        """Return a whole small picture."""
