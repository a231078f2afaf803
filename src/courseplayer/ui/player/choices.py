"""How the learner likes media played: speed, loudness, captions; kept from one medium to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.ui.player.controls import RATES, Controls
from courseplayer.ui.player.shortcuts import MediaAction

if TYPE_CHECKING:
    from courseplayer.ui.player.engine import PlayerEngine

_VOLUME_STEP = 5


@dataclass(frozen=True, slots=True)
class PlaybackChoices:
    """What is remembered in the settings."""

    rate: float = 1.0
    volume_percent: int = 100
    captions_on: bool = False
    follows_transcript: bool = True
    skip_seconds: int = 10


class ChoiceKeeper(QObject):
    """Changes the choices, and tells the player and its controls."""

    rate_changed = Signal(float)
    volume_changed = Signal(int)
    captions_toggled = Signal(bool)
    following_chosen = Signal(bool)

    def __init__(self, choices: PlaybackChoices, controls: Controls, parent: QObject) -> None:
        super().__init__(parent)
        self._choices = choices
        self._controls = controls
        self._is_muted = False
        self._languages: tuple[str, ...] = ()
        self._language: str | None = None
        self._engine: PlayerEngine | None = None
        controls.rate_chosen.connect(self._set_rate)
        controls.volume_chosen.connect(self._set_volume)
        self._show()

    @property
    def choices(self) -> PlaybackChoices:
        """What is chosen now."""
        return self._choices

    def take_engine(self, engine: "PlayerEngine") -> None:
        """Apply the choices to the player, from now on."""
        self._engine = engine
        engine.set_rate(self._choices.rate)
        engine.set_volume(self._choices.volume_percent)
        engine.set_muted(self._is_muted)

    def take_choices(self, choices: PlaybackChoices) -> None:
        """Change everything that was chosen elsewhere, as on the preferences page."""
        before, self._choices = self._choices, choices
        if before == choices:
            return
        if self._engine is not None:
            self._engine.set_rate(choices.rate)
            self._engine.set_volume(choices.volume_percent)
        self._show()
        if before.rate != choices.rate:
            self.rate_changed.emit(choices.rate)
        if before.captions_on != choices.captions_on:
            self.captions_toggled.emit(choices.captions_on)
        if before.follows_transcript != choices.follows_transcript:
            self.following_chosen.emit(choices.follows_transcript)

    def show_languages(self, languages: Sequence[str], language: str | None) -> None:
        """Offer captions in these languages."""
        self._languages = tuple(languages)
        self._language = language
        self._show()

    def act(self, action: MediaAction) -> bool:
        """Do what a button or a key asks for; False when it is about something else."""
        doings = {
            MediaAction.LOUDER: self._make_louder,
            MediaAction.QUIETER: self._make_quieter,
            MediaAction.MUTE: self._toggle_mute,
            MediaAction.FASTER: self._make_faster,
            MediaAction.SLOWER: self._make_slower,
            MediaAction.CAPTIONS: self._toggle_captions,
        }
        doing = doings.get(action)
        if doing is not None:
            doing()
        return doing is not None

    def _show(self) -> None:
        choices = self._choices
        self._controls.show_rate(choices.rate)
        self._controls.show_skip(choices.skip_seconds)
        self._controls.show_volume(choices.volume_percent, is_muted=self._is_muted)
        self._controls.show_captions(
            is_on=choices.captions_on, languages=self._languages, language=self._language
        )

    def _make_louder(self) -> None:
        self._set_volume(self._choices.volume_percent + _VOLUME_STEP)

    def _make_quieter(self) -> None:
        self._set_volume(self._choices.volume_percent - _VOLUME_STEP)

    def _set_volume(self, percent: int) -> None:
        percent = min(max(percent, 0), 100)
        self._choices = replace(self._choices, volume_percent=percent)
        if self._engine is not None:
            self._engine.set_volume(percent)
        self._show()
        self.volume_changed.emit(percent)

    def _toggle_mute(self) -> None:
        self._is_muted = not self._is_muted
        if self._engine is not None:
            self._engine.set_muted(self._is_muted)
        self._show()

    def _make_faster(self) -> None:
        self._set_rate(next((rate for rate in RATES if rate > self._choices.rate), RATES[-1]))

    def _make_slower(self) -> None:
        self._set_rate(next((rate for rate in reversed(RATES) if rate < self._choices.rate), RATES[0]))

    def _set_rate(self, rate: float) -> None:
        self._choices = replace(self._choices, rate=rate)
        if self._engine is not None:
            self._engine.set_rate(rate)
        self._show()
        self.rate_changed.emit(rate)

    def _toggle_captions(self) -> None:
        self._choices = replace(self._choices, captions_on=not self._choices.captions_on)
        self._show()
        self.captions_toggled.emit(self._choices.captions_on)
