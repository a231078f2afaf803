"""Finds words in a transcript as a learner types them: any case, with or without accents."""

import unicodedata
from dataclasses import dataclass

from courseplayer.course.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand: ``start`` and ``end`` count characters of the cue's text.

    They are negative in the name that stands before the text.
    """

    cue: int
    start: int
    end: int


def name_words(speaker: str | None) -> str:
    """Return a speaker's name as it stands before the words."""
    return f"{speaker}: " if speaker else ""


def find_matches(transcript: Transcript, words: str) -> tuple[Match, ...]:
    """Return every place where the words stand inside one cue or the name before it, in order."""
    wanted, _ = _folded(" ".join(words.split()))
    if not wanted:
        return ()
    matches: list[Match] = []
    for index, cue in enumerate(transcript.cues):
        before = name_words(transcript.new_speaker_at(index))
        shown = before + cue.text
        text, places = _folded(shown)
        at = text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            last = _end_of_character(shown, places[end - 1])
            matches.append(Match(index, places[at] - len(before), last - len(before)))
            at = text.find(wanted, end)
    return tuple(matches)


def folded(text: str) -> str:
    """Return a text as it is compared: without case and accents."""
    return text.lower() if text.isascii() else _folded(text)[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text without case and accents, and for each of its characters the place in the original."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character).casefold():
            if not unicodedata.combining(part):
                folded.append(" " if part.isspace() else part)
                places.append(place)
    return "".join(folded), places


def _end_of_character(text: str, place: int) -> int:
    """Return the place behind a character and the accents that follow it."""
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
