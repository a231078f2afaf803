"""A transcript: the cues of one video or audio in one language."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

UNKNOWN_LANGUAGE = "und"
"""The tag of a transcript that does not say its language (ISO 639: undetermined)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words spoken from ``start_ms`` on; an open end (None) lasts until the next cue or the medium's end."""

    start_ms: int
    end_ms: int | None
    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """Cues in order of their start; ``language`` is a BCP 47 tag such as ``en`` or ``pt-BR``."""

    language: str
    cues: tuple[Cue, ...]

    def index_at(self, position_ms: int) -> int:
        """Return the index of the cue that began last at this position, -1 before the first cue."""
        return bisect_right(self.cues, position_ms, key=_start_of) - 1

    def spoken_at(self, position_ms: int) -> tuple[Cue, ...]:
        """Return every cue whose words are being spoken now: what captions show (often one, or none)."""
        begun = self.cues[: self.index_at(position_ms) + 1]
        return tuple(c for c in begun if c.end_ms is not None and position_ms < c.end_ms) or tuple(
            c for c in begun[-1:] if c.end_ms is None
        )

    def new_speaker_at(self, index: int) -> str | None:
        """Return who begins to speak with this cue, None where nobody is named or the same person goes on."""
        before = self.cues[index - 1].speaker if index else None
        speaker = self.cues[index].speaker
        return speaker if speaker != before else None

    def next_start_ms(self, position_ms: int) -> int | None:
        """Return the start of the first cue that begins after this position, None after the last."""
        following = self.index_at(position_ms) + 1
        return self.cues[following].start_ms if following < len(self.cues) else None


def in_order(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Sort cues by start; cues that start together keep the order of the source."""
    return tuple(sorted(cues, key=_start_of))


def with_ends(cues: Sequence[Cue], duration_ms: int | None) -> tuple[Cue, ...]:
    """Close open cues: each lasts until the next start, the last until ``duration_ms`` (open when None).

    Cues that start together end together.
    """
    closed: list[Cue] = []
    end_ms = duration_ms
    begin_ms: int | None = None
    for cue in reversed(cues):
        if begin_ms is not None and cue.start_ms < begin_ms:
            end_ms = begin_ms
        begin_ms = cue.start_ms
        if cue.end_ms is None and end_ms is not None:
            closed.append(replace(cue, end_ms=max(cue.start_ms, end_ms)))
        else:
            closed.append(cue)
    return tuple(reversed(closed))


def _start_of(cue: Cue) -> int:
    return cue.start_ms
