"""Shows what lies under the pointer on the seek bar: the still and the words of that time."""

from PySide6.QtCore import QObject

from courseplayer.course.transcript import Transcript
from courseplayer.ui.player.panel import MediaPanel
from courseplayer.ui.player.still_show import StillShow


class SeekHover(QObject):
    """Fills the preview over the seek bar, again when a still arrives late."""

    def __init__(self, panel: MediaPanel, stills: StillShow, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._stills = stills
        self._transcript: Transcript | None = None
        self._hovered_ms: int | None = None
        panel.controls.seek_bar.hovered.connect(self._on_hovered)
        panel.controls.seek_bar.hover_left.connect(self.clear)
        stills.loaded.connect(self._on_stills_loaded)

    def show_transcript(self, transcript: Transcript | None) -> None:
        """Take the words from another transcript."""
        self._transcript = transcript

    def clear(self) -> None:
        """Take the preview away."""
        self._hovered_ms = None
        self._panel.hide_preview()

    def _on_hovered(self, position_ms: int) -> None:
        self._hovered_ms = position_ms
        transcript = self._transcript
        index = -1 if transcript is None else transcript.index_at(position_ms)
        words = "" if transcript is None or index < 0 else " ".join(transcript.cues[index].text.split())
        self._panel.show_preview(position_ms, words, self._stills.image_at(position_ms))

    def _on_stills_loaded(self) -> None:
        if self._hovered_ms is not None and not self._panel.preview.has_image:
            self._on_hovered(self._hovered_ms)
