"""The cues of a FutureLearn transcript."""

from collections.abc import Sequence
from dataclasses import dataclass

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.futurelearn_stamps import Part
from courseplayer.authoring.sources.speakers import is_capital_fragment, split_speaker
from courseplayer.course.transcript import Cue, in_order, with_ends

_LONGEST_NAME = 60


@dataclass(slots=True)
class _Said:
    """What stands under one stamp: its paragraphs in order."""

    start_ms: int
    line: int
    paragraphs: list[str]

    def text(self) -> str:
        """Join the paragraphs in one line, except where another speaker begins."""
        joined = self.paragraphs[:1]
        for paragraph in self.paragraphs[1:]:
            joined.append("\n" if split_speaker(paragraph)[0] is not None else " ")
            joined.append(paragraph)
        return "".join(joined)


def cues_of_parts(parts: Sequence[Part], found: FileFindings) -> tuple[Cue, ...]:
    """Make a cue of each stamp and the words until the next; the first part must carry a stamp.

    Words without a stamp belong to the stamp before. A cue ends where the next begins; the last is open.
    """
    names = _names(parts)
    said: list[_Said] = []
    latest_ms = 0
    for part in parts:
        text = " ".join(part.text.split())
        if part.start_ms is None or (said and said[-1].start_ms == part.start_ms):
            _go_on(said[-1], text, part, names, found)
            continue
        if part.start_ms < latest_ms:
            found.warning(part.line, "This stamp is earlier than the one before; the cues were sorted.")
        latest_ms = max(latest_ms, part.start_ms)
        said.append(_Said(part.start_ms, part.line, [text] if text else []))
    for one in said:
        if not one.paragraphs:
            found.info(one.line, "No words follow this stamp; it was left out.")
    return with_ends(_merged(in_order([_cue(one) for one in said if one.paragraphs])), None)


def _go_on(said: _Said, text: str, part: Part, names: frozenset[str], found: FileFindings) -> None:
    """Add words to a stamp; directly behind its repetition the first may be half a name."""
    if not text:
        return
    if part.start_ms is not None and len(said.paragraphs) == 1:
        name = _rejoined(said.paragraphs[0], text, names)
        if name is not None:
            said.paragraphs = [name]
            speaker = split_speaker(name)[0]
            found.info(part.line, f"The speaker's name was split over two stamps; it was read as {speaker}.")
            return
    said.paragraphs.append(text)


def _cue(said: _Said) -> Cue:
    speaker, text = split_speaker(said.text())
    return Cue(said.start_ms, None, speaker, text)


def _names(parts: Sequence[Part]) -> frozenset[str]:
    names = (split_speaker(part.text.strip())[0] for part in parts)
    return frozenset(name for name in names if name is not None)


def _rejoined(before: str, text: str, names: frozenset[str]) -> str | None:
    """Join a speaker's name that a page has split over the same stamp twice; None where there is none.

    A name that the page has elsewhere decides. Else a small letter goes on with the word (``Jas`` + ``on:``);
    in capitals a single word is a first name (``ADA`` + ``OKORO:``), and after two words the second was cut
    (``IAN KIRK`` + ``PATRICK:``).
    """
    begin = before.lstrip("[> ")
    if len(begin) > _LONGEST_NAME:
        return None
    glued, spaced = before + text, f"{before} {text}"
    choices = {joined: split_speaker(joined)[0] for joined in (glued, spaced)}
    valid = {joined: name for joined, name in choices.items() if name is not None and name.startswith(begin)}
    if not valid:
        return None
    known = [joined for joined, name in valid.items() if name in names]
    is_cut = text[0].islower() or (is_capital_fragment(begin) and len(begin.split()) > 1)
    return known[0] if known else glued if is_cut and glued in valid else next(reversed(valid))


def _merged(cues: Sequence[Cue]) -> list[Cue]:
    """Join cues that start together, which happens only when a page repeats a stamp further down."""
    merged: list[Cue] = []
    for cue in cues:
        if merged and merged[-1].start_ms == cue.start_ms:
            label = f"{cue.speaker}: " if cue.speaker else ""
            text = f"{merged[-1].text}{chr(10) if label else ' '}{label}{cue.text}"
            merged[-1] = Cue(cue.start_ms, None, merged[-1].speaker, text)
        else:
            merged.append(cue)
    return merged
