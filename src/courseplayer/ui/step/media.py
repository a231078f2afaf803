"""The player on the step page: made at the first medium, given what it needs, asked for its position."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from courseplayer.course.content import StepContent
from courseplayer.course.location import Location
from courseplayer.system.settings import Settings
from courseplayer.ui.player.shortcuts import MediaAction
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.step.view import StepPage

if TYPE_CHECKING:
    from courseplayer.ui.player.choices import PlaybackChoices
    from courseplayer.ui.player.presenter import MediaPresenter
    from courseplayer.ui.step.lone_transcript import LoneTranscript


def choices_of(settings: Settings) -> "PlaybackChoices":
    """Return what the settings say about playing."""
    from courseplayer.ui.player.choices import PlaybackChoices  # noqa: PLC0415 - with the first player

    return PlaybackChoices(
        settings.playback_rate,
        settings.volume_percent,
        settings.captions_on,
        settings.follow_transcript,
        settings.skip_seconds,
    )


class StepMedia(QObject):
    """Between the step page and the player, which is made at the first medium and not before."""

    quote_requested = Signal(object)
    """A tuple of Cue to be quoted in the assignment."""

    def __init__(
        self, make_player: "Callable[[], MediaPresenter]", session: Session, settings: SettingsKeeper
    ) -> None:
        super().__init__(session)
        self._make_player = make_player
        self._session = session
        self._settings = settings
        self._player: MediaPresenter | None = None
        self._content: StepContent | None = None
        self._lone: LoneTranscript | None = None
        settings.changed.connect(self._on_settings_changed)

    def show(self, view: StepPage, course: OpenCourse, content: StepContent, at_ms: int | None) -> None:
        """Show the step's medium and transcripts, or take the player away where there is none.

        With ``at_ms`` it plays from there; without, it stands where it was left. The player gets the
        keyboard, so that Space plays and does not press the button that led here.
        """
        if not content.media:
            view.hide_medium()
            return
        self._lone = None
        player = self._player or self._new_player()
        view.show_medium(player.panel)
        self._content = content
        left_at = self._session.progress.positions_ms.get(content.outline.id, 0)
        language = self.language_for(course)
        start_ms = left_at if at_ms is None else at_ms
        player.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        player.show_medium(course.file, content.media[0], content.transcripts, start_ms, language)
        if at_ms is not None:
            player.play()

    def take_lone(self, lone: "LoneTranscript", content: StepContent, at_ms: int | None) -> None:
        """Lead to places in a transcript without its medium: to ``at_ms``, or where it was left."""
        self._lone = lone
        self._content = content
        left_at = self._session.progress.positions_ms.get(content.outline.id)
        lone.go_to(left_at if at_ms is None else at_ms)

    def language_for(self, course: OpenCourse) -> str | None:
        """Return the language in which transcripts are wanted."""
        return self._settings.settings.transcript_language or course.outline.course.language

    @property
    def is_playing(self) -> bool:
        """Somebody may be watching, though no key is pressed."""
        return self._player is not None and self._player.is_playing

    def pause(self) -> None:
        """Stand still, in the window again where it filled the screen."""
        if self._player is not None:
            self._player.pause()
            self._player.act(MediaAction.LEAVE_FULL_SCREEN)

    def seek(self, at_ms: int) -> None:
        """Go to a place in the medium and play, as a search hit or a quote asks for."""
        if self._lone is not None:
            self._lone.go_to(at_ms)
        elif self._player is not None and self._content is not None:
            self._player.seek(at_ms + 1, plays=True)

    def leave(self) -> None:
        """Stop, and keep where the medium was left."""
        if self._player is not None:
            self._player.clear()
        self._content = None
        self._lone = None

    def shut(self) -> None:
        """Let go of the player before the program ends or the window is made anew."""
        self.leave()
        if self._player is not None:
            self._player.shut()

    def _new_player(self) -> "MediaPresenter":
        player = self._make_player()
        player.position_to_remember.connect(self.remember)
        player.quote_requested.connect(self._on_quote_requested)
        player.rate_changed.connect(self._on_rate_changed)
        player.volume_changed.connect(self._on_volume_changed)
        player.captions_toggled.connect(self._on_captions_toggled)
        player.language_chosen.connect(self.keep_language)
        self._player = player
        return player

    def remember(self, position_ms: int) -> None:
        """Keep where the step that is shown was left."""
        course = self._session.course
        if course is None or self._content is None:
            return
        location = Location(course.outline.course.id, self._content.outline.id, position_ms)
        self._session.remember_place(location)

    def _on_settings_changed(self, _before: Settings, now: Settings) -> None:
        if self._player is not None:
            self._player.keeper.take_choices(choices_of(now))

    def _on_quote_requested(self, first: int, last: int) -> None:
        transcript = None if self._player is None else self._player.transcript
        if transcript is not None:
            self.quote_requested.emit(transcript.cues[first : last + 1])

    def _on_rate_changed(self, rate: float) -> None:
        self._settings.change("playback_rate", rate)

    def _on_volume_changed(self, percent: int) -> None:
        self._settings.change("volume_percent", percent)

    def _on_captions_toggled(self, is_on: bool) -> None:
        self._settings.change("captions_on", is_on)

    def keep_language(self, language: str) -> None:
        """Show transcripts in this language from now on."""
        self._settings.change("transcript_language", language)
