"""The player on the step page: made at the first medium, given what it needs, asked for its position."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.content import StepContent
from courseplayer.course.location import Location
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.step.view import StepPage

if TYPE_CHECKING:
    from courseplayer.ui.player.panel import MediaPanel


class StepMedia(QObject):
    """Between the step page and the player.

    ``make_panel`` makes the player; it imports QtMultimedia, which costs 90 MB and 0.25 s (measured), so it
    is called at the first medium and not before.
    """

    problem = Signal(object)
    """A PlainError to be shown on the page."""
    full_screen_toggled = Signal(bool)
    quote_requested = Signal(object)
    """A tuple of Cue to be quoted in the assignment."""

    def __init__(
        self, make_panel: "Callable[[], MediaPanel]", session: Session, settings: SettingsKeeper
    ) -> None:
        super().__init__(session)
        self._make_panel = make_panel
        self._session = session
        self._settings = settings
        self._panel: MediaPanel | None = None
        self._content: StepContent | None = None

    @property
    def panel(self) -> "MediaPanel | None":
        """The player, once there was a medium to play."""
        return self._panel

    def show(self, view: StepPage, course: OpenCourse, content: StepContent, at_ms: int | None) -> None:
        """Show the step's medium and transcripts, or take the player away where there are none."""
        if not content.media and not content.transcripts:
            view.hide_medium()
            return
        panel = self._panel or self._new_panel()
        view.show_medium(panel)
        self._content = content
        left_at = self._session.progress.positions_ms.get(content.outline.id, 0)
        start_ms = left_at if at_ms is None else at_ms
        medium = content.media[0] if content.media else None
        language = self._settings.settings.transcript_language or course.outline.course.language
        panel.show_medium(course.file, medium, content.transcripts, start_ms, language)
        if at_ms is not None:
            panel.play()

    def seek(self, at_ms: int) -> None:
        """Go to a place in the medium and play, as a search hit or a quote asks for."""
        if self._panel is not None and self._content is not None:
            self._panel.seek(at_ms)
            self._panel.play()

    def leave(self) -> None:
        """Stop, and keep where the medium was left."""
        if self._panel is not None and self._content is not None:
            self._remember(self._panel.position_ms)
            self._panel.clear()
        self._content = None

    def shut(self) -> None:
        """Let go of the player before the program ends."""
        self.leave()
        if self._panel is not None:
            self._panel.shut()

    def _new_panel(self) -> "MediaPanel":
        panel = self._make_panel()
        panel.position_to_remember.connect(self._remember)
        panel.problem.connect(self.problem)
        panel.full_screen_toggled.connect(self.full_screen_toggled)
        panel.quote_requested.connect(self.quote_requested)
        panel.rate_changed.connect(self._on_rate_changed)
        panel.volume_changed.connect(self._on_volume_changed)
        panel.captions_toggled.connect(self._on_captions_toggled)
        panel.language_chosen.connect(self._on_language_chosen)
        self._panel = panel
        return panel

    def _remember(self, position_ms: int) -> None:
        course = self._session.course
        if course is None or self._content is None or not self._content.media:
            return
        location = Location(course.outline.course.id, self._content.outline.id, position_ms)
        self._session.remember_place(location)

    def _on_rate_changed(self, rate: float) -> None:
        self._settings.change("playback_rate", rate)

    def _on_volume_changed(self, percent: int) -> None:
        self._settings.change("volume_percent", percent)

    def _on_captions_toggled(self, is_on: bool) -> None:
        self._settings.change("captions_on", is_on)

    def _on_language_chosen(self, language: str) -> None:
        self._settings.change("transcript_language", language)
