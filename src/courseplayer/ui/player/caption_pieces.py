"""Cuts long cues into pieces that leave the picture to be seen: a page's transcript has whole paragraphs."""

import textwrap
from collections.abc import Iterator

from courseplayer.course.transcript import Cue, Transcript, in_order

_LONGEST = 160
_PIECE = 120
_MS_PER_CHARACTER = 60


def as_captions(transcript: Transcript) -> Transcript:
    """Return the same words at the same times, in pieces of two or three lines."""
    pieces = [piece for cue in transcript.cues for piece in _pieces_of(cue)]
    return Transcript(transcript.language, in_order(pieces))


def _pieces_of(cue: Cue) -> Iterator[Cue]:
    """Give each piece of a long cue a part of its time, by its length; an open end stays open."""
    if len(cue.text) <= _LONGEST:
        yield cue
        return
    texts = [piece for line in cue.text.split("\n") for piece in textwrap.wrap(line, _PIECE)]
    total = sum(map(len, texts))
    length_ms = total * _MS_PER_CHARACTER if cue.end_ms is None else cue.end_ms - cue.start_ms
    before = 0
    for number, text in enumerate(texts, start=1):
        start_ms = cue.start_ms + length_ms * before // total
        before += len(text)
        end_ms = cue.end_ms if number == len(texts) else cue.start_ms + length_ms * before // total
        yield Cue(start_ms, end_ms, cue.speaker, text)
