"""Puts stills and captions on the picture: at once after a jump, until the exact frame is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from courseplayer.course.content import Medium, MediumKind, Still
from courseplayer.ui.jobs import Jobs
from courseplayer.ui.player.picture import Picture
from courseplayer.ui.player.source import MediaSource
from courseplayer.ui.player.spare_surface import SpareSurface
from courseplayer.ui.player.stills import StillAlbum

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from courseplayer.ui.player.surface import VideoSurface

# A still that is older than this shows another scene: better the last frame than that.
_REACH_MS = 1_500
_STALE_FRAME_MS = 1_000


class StillShow(QObject):
    """Owns what the picture shows whenever the player has no frame for it."""

    loaded = Signal()
    """More stills are there."""

    def __init__(self, picture: Picture, jobs: Jobs, spare: SpareSurface, parent: QObject) -> None:
        super().__init__(parent)
        self._spare = spare
        self._picture = picture
        self._album = StillAlbum(jobs, self)
        self._album.loaded.connect(self._on_loaded)
        self._surface: VideoSurface | None = None
        self._awaited: tuple[Still, int] | None = None
        self._caption = ""

    def make_surface(self) -> "VideoSurface | None":
        """Use a video surface from now on, for videos; None when there is one already."""
        if self._surface is not None:
            return None
        self._surface = surface = self._spare.take()
        surface.show_caption(self._caption, is_playing=False)
        self._picture.add_video(surface)
        return surface

    def give_surface_back(self) -> None:
        """Leave the video surface to the next window."""
        surface, self._surface = self._surface, None
        if surface is not None:
            self._picture.release_video()
            self._spare.keep(surface)

    def open(self, source: MediaSource, medium: Medium, near_ms: int) -> None:
        """Fetch the stills of a medium and show the one at a position."""
        self._picture.still.show_sound(medium.kind is MediumKind.AUDIO)
        self._album.show(source, medium.stills, near_ms)
        self.show_near(near_ms)

    def clear(self) -> None:
        """Show nothing."""
        self._awaited = None
        self._album.clear()
        self._picture.still.show_image(None)
        self._picture.show_still_picture()
        self.show_caption("", is_playing=False)

    def show_near(self, position_ms: int) -> None:
        """Show the still of a place until its frame comes."""
        self._awaited = None
        still = self._album.still_at(position_ms)
        if still is None:
            return
        is_near = 0 <= position_ms - still.at_ms <= _REACH_MS
        if is_near or not self._picture.shows_video:
            self._awaited = still, position_ms
            self._show_awaited()

    def show_video(self) -> None:
        """Give the picture to the player; until its first frame comes the still stays."""
        self._picture.show_video()
        self._show_awaited()

    def show_stills_only(self, position_ms: int) -> None:
        """Do without the player: its frames never come."""
        self._picture.show_still_picture()
        self.show_near(position_ms)

    def take_frame(self, start_ms: int, frame: "QVideoFrame") -> None:
        """Let go of the still when the frame of that place has come, also where the still came after it."""
        if self._surface is not None:
            self._surface.keep_caption()
        if self._awaited is None:
            return
        if abs(start_ms - self._awaited[1]) > _STALE_FRAME_MS:
            # A frame from before the jump came after the still.
            self._show_awaited()
        else:
            self._awaited = None
            if self._surface is not None:
                self._surface.put_back(frame)

    def follow(self, position_ms: int) -> None:
        """Go on to the next still where stills are all there is."""
        if not self._picture.shows_video:
            self.show_near(position_ms)

    def show_caption(self, words: str, *, is_playing: bool) -> None:
        """Write words on the picture."""
        self._caption = words
        self._picture.still.show_caption(words)
        if self._surface is not None:
            self._surface.show_caption(words, is_playing=is_playing)

    def image_at(self, position_ms: int) -> QImage | None:
        """Return the still of a place for the seek bar, None while it is not there."""
        still = self._album.still_at(position_ms)
        return None if still is None else self._album.image_of(still)

    def _show_awaited(self) -> None:
        image = None if self._awaited is None else self._album.image_of(self._awaited[0])
        if image is None:
            return
        if self._surface is not None and self._picture.shows_video:
            self._surface.show_still(image)
        else:
            self._picture.still.show_image(image)

    def _on_loaded(self) -> None:
        self._show_awaited()
        self.loaded.emit()
