"""Words with their times, as every subtitle format gives them, and the cues made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.speakers import split_speaker
from courseplayer.course.transcript import Cue, in_order

CLOCK = re.compile(r"(?:(\d{1,9}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TimedWords:
    """One cue of a file, its markup removed; ``line`` is where it begins, None if the format hides it."""

    start_ms: int
    end_ms: int | None
    text: str
    line: int | None
    speaker: str | None = None


def clock_ms(text: str) -> int | None:
    """Read ``H:MM:SS,fff`` as leniently as players do: ``0:00:01,5``, ``00:01.5``, hours beyond 99."""
    match = CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
        return None
    whole_seconds = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole_seconds * 1000 + int((fraction or "0")[:3].ljust(3, "0"))


def quoted(text: str) -> str:
    """Quote the beginning of some words in a message."""
    return f"“{text if len(text) <= 80 else text[:79] + '…'}”"


def cues_of(words: Iterable[TimedWords], found: FileFindings) -> tuple[Cue, ...]:
    """Make cues in order of time; what is empty or there twice is dropped and reported."""
    cues: list[Cue] = []
    seen: set[Cue] = set()
    latest_ms = 0
    for spoken in words:
        cue = _cue_of(spoken, found)
        if cue is None:
            continue
        if cue in seen:
            found.info(spoken.line, "This cue is there twice; the second was left out.")
            continue
        if cue.start_ms < latest_ms:
            found.info(spoken.line, "This cue begins before the one above it; the cues were sorted by time.")
        latest_ms = max(latest_ms, cue.start_ms)
        seen.add(cue)
        cues.append(cue)
    return in_order(cues)


def _cue_of(spoken: TimedWords, found: FileFindings) -> Cue | None:
    if not spoken.text.strip():
        found.info(spoken.line, "This cue has no words; it was left out.")
        return None
    if spoken.end_ms is not None and spoken.end_ms <= spoken.start_ms:
        found.warning(spoken.line, "This cue does not end after it begins; it lasts until the next one.")
        spoken = replace(spoken, end_ms=None)
    speaker, text = (spoken.speaker, spoken.text) if spoken.speaker else split_speaker(spoken.text)
    return Cue(spoken.start_ms, spoken.end_ms, speaker, text)
