"""Tells which cue is being spoken, a few milliseconds after it begins, from the player's position only."""

import math
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from courseplayer.course.transcript import Transcript
from courseplayer.ui.player.caption_pieces import as_captions

# The player tells its position every 50 ms: by itself 33 ms late; a timer aimed at a boundary is 6 ms late.
_AIM_WITHIN_MS = 120
_TRUST_FOR_MS = 150
_FLOW_STEP_MS = 500
_JITTER_MS = 100


class CueClock(QObject):
    """Follows positions, and runs on by itself between two of them while the medium plays."""

    cue_changed = Signal(int)
    """The cue that began last, -1 before the first."""
    captions_changed = Signal(str)
    """The words being spoken now, empty in a pause."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transcript: Transcript | None = None
        self._spoken: Transcript | None = None
        self._boundaries_ms: Sequence[int] = ()
        self._cue = -1
        self._segment = -1
        self._captions = ""
        self._position_ms = 0
        self._shown_ms = 0
        self._rate = 1.0
        self._is_playing = False
        self._is_flowing = False
        self._since_position = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_boundary_reached)

    @property
    def cue(self) -> int:
        """The cue that began last, -1 before the first."""
        return self._cue

    @property
    def captions(self) -> str:
        """The words being spoken now."""
        return self._captions

    def show_transcript(self, transcript: Transcript | None, position_ms: int = 0) -> None:
        """Count the cues of another transcript, from this position on."""
        self._transcript = transcript
        self._spoken = None if transcript is None else as_captions(transcript)
        pieces = () if self._spoken is None else self._spoken.cues
        ends = {piece.end_ms for piece in pieces if piece.end_ms is not None}
        self._boundaries_ms = sorted({piece.start_ms for piece in pieces} | ends)
        self._segment = -1
        self._is_flowing = False
        self._timer.stop()
        self._position_ms = self._shown_ms = position_ms
        self._settle(position_ms)

    def set_playing(self, is_playing: bool) -> None:
        """Run on between positions, or stand still."""
        self._is_playing = is_playing
        self._is_flowing = False
        self._timer.stop()

    def set_rate(self, rate: float) -> None:
        """Run at the player's speed."""
        self._rate = rate
        self._timer.stop()

    def follow(self, position_ms: int) -> None:
        """Take the player's position."""
        step_ms = position_ms - self._position_ms
        self._is_flowing = self._is_playing and 0 < step_ms < _FLOW_STEP_MS
        self._position_ms = position_ms
        self._since_position.restart()
        # Positions jitter against our own clock: without this a cue that just began would go off again.
        is_jitter = self._is_flowing and 0 < self._shown_ms - position_ms < _JITTER_MS
        self._settle(self._shown_ms if is_jitter else position_ms)
        self._aim()

    def _aim(self) -> None:
        self._timer.stop()
        if not self._is_flowing or self._segment >= len(self._boundaries_ms):
            return
        wait_ms = (self._boundaries_ms[self._segment] - self._position_ms) / self._rate
        if wait_ms <= _AIM_WITHIN_MS:
            self._timer.start(max(0, math.ceil(wait_ms)))

    def _on_boundary_reached(self) -> None:
        # When positions stop coming the player is stuck, and so are we.
        if self._since_position.elapsed() <= _TRUST_FOR_MS and self._segment < len(self._boundaries_ms):
            self._settle(self._boundaries_ms[self._segment])

    def _settle(self, position_ms: int) -> None:
        self._shown_ms = position_ms
        segment = bisect_right(self._boundaries_ms, position_ms)
        if segment == self._segment:
            return
        self._segment = segment
        transcript = self._transcript
        cue = -1 if transcript is None else transcript.index_at(position_ms)
        spoken = () if self._spoken is None else self._spoken.spoken_at(position_ms)
        captions = "\n".join(each.text for each in spoken)
        if captions != self._captions:
            self._captions = captions
            self.captions_changed.emit(captions)
        if cue != self._cue:
            self._cue = cue
            self.cue_changed.emit(cue)
