"""Ties the player, its controls, the transcript and the stills together for one step's medium."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.content import Medium, MediumKind
from courseplayer.course.errors import PlainError
from courseplayer.course.transcript import Transcript
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.player.choices import ChoiceKeeper, PlaybackChoices
from courseplayer.ui.player.cue_clock import CueClock
from courseplayer.ui.player.hover import SeekHover
from courseplayer.ui.player.opening import MediumOpening
from courseplayer.ui.player.panel import MediaPanel
from courseplayer.ui.player.place_memory import PlaceMemory
from courseplayer.ui.player.problems import backend_missing, is_worth_retrying
from courseplayer.ui.player.shortcuts import MediaAction
from courseplayer.ui.player.source import MediaReader, MediaSource
from courseplayer.ui.player.spare_surface import SpareSurface
from courseplayer.ui.player.still_show import StillShow
from courseplayer.ui.transcript.language import chosen_transcript
from courseplayer.ui.words import error_words

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from courseplayer.ui.player.engine import PlayerEngine

_STEP_MS = 5_000
_JUST_BEGUN_MS = 1_500


@dataclass(slots=True)
class _Showing:
    """The medium being shown, and what becomes of it."""

    source: MediaSource
    medium: Medium
    transcripts: tuple[Transcript, ...]
    transcript: Transcript | None
    position_ms: int
    plays_when_open: bool = False
    problem: PlainError | None = None


class MediaPresenter(QObject):
    """Shows one medium at a time in :attr:`panel`. QtMultimedia is loaded with the first one."""

    position_to_remember = Signal(int)
    """Every 5 s while playing, on a pause, soon after a jump, and on leaving."""
    finished = Signal()
    problem = Signal(object)
    """The PlainError being told in the panel."""
    rate_changed = Signal(float)
    volume_changed = Signal(int)
    captions_toggled = Signal(bool)
    language_chosen = Signal(str)
    full_screen_toggled = Signal(bool)
    quote_requested = Signal(int, int)
    """The first and last cue of the transcript being shown."""

    def __init__(
        self, icons: Icons, jobs: Jobs, choices: PlaybackChoices, spare: SpareSurface, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._showing: _Showing | None = None
        self._engine: PlayerEngine | None = None
        self._opening: tuple[Job[MediaReader], MediumOpening] | None = None
        self.panel = MediaPanel(icons, follows=choices.follows_transcript)
        self.keeper = ChoiceKeeper(choices, self.panel.controls, self)
        self._stills = StillShow(self.panel.picture, jobs, spare, self)
        self._clock = CueClock(self)
        self._clock.set_rate(choices.rate)
        self._hover = SeekHover(self.panel, self._stills, self)
        self._memory = PlaceMemory(self)
        self._connect_panel()
        self._connect_parts()

    @property
    def position_ms(self) -> int:
        """Where the medium is, also when it cannot be played."""
        return 0 if self._showing is None else self._showing.position_ms

    @property
    def is_playing(self) -> bool:
        """The medium runs."""
        return self._engine is not None and self._engine.is_playing

    @property
    def transcript(self) -> Transcript | None:
        """The transcript being shown."""
        return None if self._showing is None else self._showing.transcript

    def show_medium(
        self,
        source: MediaSource,
        medium: Medium,
        transcripts: Sequence[Transcript],
        start_at_ms: int = 0,
        language: str | None = None,
    ) -> None:
        """Show a medium, paused at a position; ``language`` is the transcript's if there is one in it."""
        self.clear()
        transcript = chosen_transcript(transcripts, language)
        self._showing = _Showing(source, medium, tuple(transcripts), transcript, max(0, start_at_ms))
        self.panel.controls.show_duration(medium.duration_ms or 0)
        self.panel.controls.show_position(self.position_ms)
        self._show_transcript()
        self._open()

    def clear(self) -> None:
        """Leave the medium: its place is told, its file is let go of."""
        if self._showing is None:
            return
        self._memory.stop()
        if self._opening is not None:
            job, opening = self._opening
            job.drop()
            opening.abandon()
            self._opening = None
        if self._engine is not None:
            self._engine.close()
        self._showing = None
        self._clock.show_transcript(None)
        self._stills.clear()
        self.panel.banner.clear()
        self._hover.clear()
        self._leave_full_screen()

    def shut(self) -> None:
        """Leave the medium before the program ends or the panel is made anew."""
        self.clear()
        if self._engine is not None:
            self._engine.shut()
        self._stills.give_surface_back()

    def play(self) -> None:
        """Run from where the medium is; after damage, try again from there."""
        showing = self._showing
        if showing is None:
            return
        if self._opening is not None:
            showing.plays_when_open = True
        elif self._engine is not None and self._engine.is_open:
            self._engine.play()
        elif is_worth_retrying(showing.problem):
            self._open(plays=True)

    def pause(self) -> None:
        """Stand still."""
        if self._showing is not None:
            self._showing.plays_when_open = False
        if self._engine is not None:
            self._engine.pause()

    def seek(self, position_ms: int, *, plays: bool = False) -> None:
        """Go to a place of this medium; with ``plays`` run from there."""
        if self._showing is None:
            return
        position_ms = max(0, min(position_ms, self._duration_ms) if self._duration_ms else position_ms)
        self._memory.note_jump()
        if self._engine is not None and self._engine.is_open:
            self._engine.seek(position_ms)
        else:
            # The transcript stays usable whatever is broken: the highlight goes there.
            self._on_position_changed(position_ms)
        self._stills.show_near(position_ms)
        if plays:
            self.play()

    def act(self, action: MediaAction) -> None:
        """Do what a button or a key asks for."""
        if self.keeper.act(action):
            return
        skip_ms = self.keeper.choices.skip_seconds * 1_000
        moves = {
            MediaAction.BACK: -skip_ms,
            MediaAction.FORWARD: skip_ms,
            MediaAction.STEP_BACK: -_STEP_MS,
            MediaAction.STEP_FORWARD: _STEP_MS,
            MediaAction.BEGINNING: -self.position_ms,
            MediaAction.END: self._duration_ms - self.position_ms,
        }
        doings = {
            MediaAction.PLAY_PAUSE: self._toggle_playing,
            MediaAction.PREVIOUS_CUE: self._seek_previous_cue,
            MediaAction.NEXT_CUE: self._seek_next_cue,
            MediaAction.FULL_SCREEN: self._toggle_full_screen,
            MediaAction.LEAVE_FULL_SCREEN: self._leave_full_screen,
        }
        if action in moves:
            self.seek(self.position_ms + moves[action])
        else:
            doings[action]()

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.action_chosen.connect(self.act)
        panel.retry_chosen.connect(self._on_retry_chosen)
        panel.controls.seek_bar.sought.connect(self.seek)
        panel.controls.language_chosen.connect(self._on_language_chosen)
        panel.transcript.cue_activated.connect(self._on_cue_activated)
        panel.transcript.language_chosen.connect(self._on_language_chosen)
        panel.transcript.quote_requested.connect(self.quote_requested)

    def _connect_parts(self) -> None:
        self.keeper.rate_changed.connect(self._clock.set_rate)
        self.keeper.rate_changed.connect(self.rate_changed)
        self.keeper.volume_changed.connect(self.volume_changed)
        self.keeper.captions_toggled.connect(self._on_captions_toggled)
        self.keeper.following_chosen.connect(self.panel.transcript.set_follows)
        self._clock.cue_changed.connect(self._on_cue_changed)
        self._clock.captions_changed.connect(self._on_captions_changed)
        self._memory.due.connect(self._remember)

    def _open(self, *, plays: bool = False) -> None:
        """Open the medium's file on a worker's thread: a sleeping stick must not stop the window."""
        showing = self._showing
        if showing is None:
            return
        showing.problem = None
        showing.plays_when_open = plays
        self.panel.banner.clear()
        if not self._make_engine(has_picture=showing.medium.kind is MediumKind.VIDEO):
            self._on_failed(backend_missing())
        else:
            opening = MediumOpening(showing.source, showing.medium)
            job = self._jobs.start(Lane.FILES, opening)
            job.done.connect(self._on_reader_opened)
            job.failed.connect(self._on_failed)
            self._opening = job, opening
        self._stills.open(showing.source, showing.medium, showing.position_ms)

    def _make_engine(self, *, has_picture: bool) -> bool:
        """Make the player with the first medium and the video surface with the first video."""
        if self._engine is None:
            try:
                # QtMultimedia costs the start 90 ms (measured).
                from courseplayer.ui.player.engine import PlayerEngine  # noqa: PLC0415
            except ImportError:
                return False
            engine = PlayerEngine(self)
            if not engine.is_available:
                return False
            self._engine = engine
            self._connect_engine(engine)
        surface = self._stills.make_surface() if has_picture else None
        if surface is not None:
            self._engine.show_on(surface)
        return True

    def _connect_engine(self, engine: "PlayerEngine") -> None:
        engine.opened.connect(self._on_opened)
        engine.position_changed.connect(self._on_position_changed)
        engine.playing_changed.connect(self._on_playing_changed)
        engine.frame_shown.connect(self._on_frame_shown)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        self.keeper.take_engine(engine)

    @property
    def _duration_ms(self) -> int:
        if self._engine is not None and self._engine.duration_ms:
            return self._engine.duration_ms
        return 0 if self._showing is None else self._showing.medium.duration_ms or 0

    def _show_transcript(self) -> None:
        showing = self._showing
        if showing is None:
            return
        transcript = showing.transcript
        languages = tuple(each.language for each in showing.transcripts)
        self.panel.show_transcript_side(transcript is not None)
        if transcript is not None:
            self.panel.transcript.show_transcript(transcript, languages)
        self._hover.show_transcript(transcript)
        starts = [] if transcript is None else [cue.start_ms for cue in transcript.cues]
        self.panel.controls.seek_bar.show_ticks(starts)
        self.keeper.show_languages(languages, None if transcript is None else transcript.language)
        self._clock.show_transcript(transcript, showing.position_ms)
        self.panel.transcript.mark_cue(self._clock.cue)
        self._show_caption()

    def _show_caption(self) -> None:
        words = self._clock.captions if self.keeper.choices.captions_on else ""
        self._stills.show_caption(words, is_playing=self.is_playing)

    def _remember(self) -> None:
        if self._showing is not None:
            self.position_to_remember.emit(self._showing.position_ms)

    def _on_reader_opened(self, reader: MediaReader) -> None:
        showing, engine = self._showing, self._engine
        self._opening = None
        if showing is None or engine is None:
            reader.close()
            return
        engine.open(reader, showing.position_ms, has_picture=showing.medium.kind is MediumKind.VIDEO)
        if showing.medium.kind is MediumKind.VIDEO:
            self._stills.show_video()
        if showing.plays_when_open:
            engine.play()

    def _on_opened(self, duration_ms: int) -> None:
        if duration_ms > 0:
            self.panel.controls.show_duration(duration_ms)

    def _on_position_changed(self, position_ms: int) -> None:
        if self._showing is not None:
            self._showing.position_ms = position_ms
            self.panel.controls.show_position(position_ms)
            self._clock.follow(position_ms)

    def _on_playing_changed(self, is_playing: bool) -> None:
        self._clock.set_playing(is_playing)
        self.panel.controls.show_playing(is_playing)
        self._memory.set_playing(is_playing)

    def _on_frame_shown(self, start_ms: int, frame: "QVideoFrame") -> None:
        showing = self._showing
        if showing is not None and showing.problem is not None:
            # The picture was only late.
            showing.problem = None
            self.panel.banner.clear()
            self._stills.show_video()
        self._stills.take_frame(start_ms, frame)

    def _on_finished(self) -> None:
        self._remember()
        self.finished.emit()

    def _on_failed(self, error: PlainError) -> None:
        showing = self._showing
        self._opening = None
        if showing is None:
            return
        showing.problem = error
        self.panel.show_problem(error_words(error), can_retry=is_worth_retrying(error))
        self._stills.show_stills_only(showing.position_ms)
        self.problem.emit(error)

    def _on_retry_chosen(self) -> None:
        self._open(plays=True)

    def _on_cue_activated(self, index: int) -> None:
        if self.transcript is not None:
            # On a frame's very beginning Qt shows the frame before.
            self.seek(self.transcript.cues[index].start_ms + 1, plays=True)

    def _on_cue_changed(self, index: int) -> None:
        self.panel.transcript.mark_cue(index)
        self._stills.follow(self.position_ms)

    def _on_captions_changed(self, _words: str) -> None:
        self._show_caption()

    def _on_captions_toggled(self, is_on: bool) -> None:
        self._show_caption()
        self.captions_toggled.emit(is_on)

    def _on_language_chosen(self, language: str) -> None:
        if self._showing is not None:
            self._showing.transcript = chosen_transcript(self._showing.transcripts, language)
            self._show_transcript()
            self.language_chosen.emit(language)

    def _toggle_playing(self) -> None:
        is_about_to_play = self._opening is not None and bool(self._showing and self._showing.plays_when_open)
        if self.is_playing or is_about_to_play:
            self.pause()
        else:
            self.play()

    def _seek_previous_cue(self) -> None:
        # Shortly after a cue has begun, "the one before" is not this one.
        self._seek_cue(self._cue_at(self.position_ms - _JUST_BEGUN_MS))

    def _seek_next_cue(self) -> None:
        self._seek_cue(self._cue_at(self.position_ms) + 1)

    def _cue_at(self, position_ms: int) -> int:
        return -1 if self.transcript is None else self.transcript.index_at(position_ms)

    def _seek_cue(self, index: int) -> None:
        if self.transcript is not None and index < len(self.transcript.cues):
            self.seek(self.transcript.cues[index].start_ms + 1 if index >= 0 else 0)

    def _toggle_full_screen(self) -> None:
        self.panel.show_full_screen(not self.panel.is_full_screen)
        self.full_screen_toggled.emit(self.panel.is_full_screen)

    def _leave_full_screen(self) -> None:
        if self.panel.is_full_screen:
            self._toggle_full_screen()
