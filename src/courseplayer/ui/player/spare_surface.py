"""Hands the video surface of a window that is made anew on to the next window."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courseplayer.ui.player.surface import VideoSurface


class SpareSurface:
    """Gives a video surface, the one that was kept if there is one.

    WORKAROUND: without graphics hardware Qt never frees the picture behind a video surface that is deleted
    (``QVideoWindowPrivate::backingStore``, 6.11.3): four bytes for each of its pixels with each
    window made anew.
    """

    def __init__(self) -> None:
        self._kept: VideoSurface | None = None

    def take(self) -> "VideoSurface":
        """Return a surface that has no owner yet."""
        # The video widget costs the start 150 ms and 90 MB (measured).
        from courseplayer.ui.player.surface import VideoSurface  # noqa: PLC0415

        surface, self._kept = self._kept, None
        return VideoSurface() if surface is None else surface

    def keep(self, surface: "VideoSurface") -> None:
        """Keep a surface until the next window has a video to show."""
        surface.hide()
        surface.setParent(None)
        surface.forget()
        self._kept = surface

    def drop(self) -> None:
        """Let go of it before the program ends."""
        self._kept = None
