"""A transcript whose recording is not in the course: to be read, searched, marked and quoted."""

from PySide6.QtCore import Qt, Signal

from courseplayer.course.transcript import Transcript
from courseplayer.ui.components import Card, label
from courseplayer.ui.icons import Icons
from courseplayer.ui.transcript.language import chosen_transcript
from courseplayer.ui.transcript.view import TranscriptPanel

_LOWEST_PX = 360


class LoneTranscript(Card):
    """Marks the line that was chosen or found, where a player would mark what is being said."""

    quote_requested = Signal(object)
    """A tuple of Cue to be quoted in the assignment."""
    place_chosen = Signal(int)
    """The start (ms) of a line that was clicked, or on which Enter was pressed."""
    language_chosen = Signal(str)

    def __init__(self, icons: Icons, transcripts: tuple[Transcript, ...], language: str | None) -> None:
        super().__init__()
        self._transcripts = transcripts
        self._shown = chosen_transcript(transcripts, language) or transcripts[0]
        self._at_ms: int | None = None
        self._panel = TranscriptPanel(icons, has_player=False)
        self._panel.setMinimumHeight(_LOWEST_PX)
        self._panel.cue_activated.connect(self._on_cue_activated)
        self._panel.quote_requested.connect(self._on_quote_requested)
        self._panel.language_chosen.connect(self._on_language_chosen)
        self.content.addWidget(
            label(self.tr("The recording is not in this course file; this is what is said in it."), "muted")
        )
        self.content.addWidget(self._panel)
        self._show()

    def go_to(self, at_ms: int | None) -> None:
        """Mark what is said at a time and bring it into sight; without a time mark nothing."""
        self._at_ms = at_ms
        self._panel.go_to_cue(-1 if at_ms is None else self._shown.index_at(at_ms))

    def take_keyboard(self) -> None:
        """Let the keys act in the text."""
        self._panel.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._panel.show_transcript(self._shown, tuple(one.language for one in self._transcripts))
        self.go_to(self._at_ms)

    def _on_cue_activated(self, cue: int) -> None:
        self.go_to(self._shown.cues[cue].start_ms)
        self.place_chosen.emit(self._shown.cues[cue].start_ms)

    def _on_quote_requested(self, first: int, last: int) -> None:
        self.quote_requested.emit(self._shown.cues[first : last + 1])

    def _on_language_chosen(self, language: str) -> None:
        self._shown = chosen_transcript(self._transcripts, language) or self._shown
        self._show()
        self.language_chosen.emit(language)
