"""The cues of a FutureLearn transcript."""

from collections.abc import Sequence
from dataclasses import dataclass

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.futurelearn_stamps import Part
from courseplayer.authoring.sources.speakers import is_capital_fragment, split_speaker
from courseplayer.course.transcript import Cue, in_order, with_ends


@dataclass(slots=True)
class _Said:
    """What stands under one stamp: its paragraphs in order."""

    start_ms: int
    line: int
    text: str


def cues_of_parts(parts: Sequence[Part], found: FileFindings) -> tuple[Cue, ...]:
    """Make a cue of each stamp and the words until the next; the first part must carry a stamp.

    Words without a stamp belong to the stamp before. A cue ends where the next begins; the last is open.
    """
    names = _names(parts)
    said: list[_Said] = []
    latest_ms = 0
    for part in parts:
        text = " ".join(part.text.split())
        if part.start_ms is None:
            said[-1].text = _next_paragraph(said[-1].text, text)
        elif said and said[-1].start_ms == part.start_ms:
            said[-1].text = _rejoined(said[-1].text, text, names, part.line, found)
        else:
            if part.start_ms < latest_ms:
                found.warning(part.line, "This stamp is earlier than the one before; the cues were sorted.")
            latest_ms = max(latest_ms, part.start_ms)
            said.append(_Said(part.start_ms, part.line, text))
    cues = [_cue(one) for one in said if one.text]
    for one in said:
        if not one.text:
            found.info(one.line, "No words follow this stamp; it was left out.")
    return with_ends(_merged(in_order(cues)), None)


def _cue(said: _Said) -> Cue:
    speaker, text = split_speaker(said.text)
    return Cue(said.start_ms, None, speaker, text)


def _names(parts: Sequence[Part]) -> frozenset[str]:
    names = (split_speaker(part.text.strip())[0] for part in parts)
    return frozenset(name for name in names if name is not None)


def _next_paragraph(before: str, text: str) -> str:
    """Go on in the same line, unless another speaker begins."""
    if not before:
        return text
    return f"{before}\n{text}" if split_speaker(text)[0] is not None else f"{before} {text}"


def _rejoined(before: str, text: str, names: frozenset[str], line: int, found: FileFindings) -> str:
    """Join what stands under the same stamp twice, where a page may have split the speaker's name.

    A name that the page has elsewhere decides. Else a small letter goes on with the word (``Jas`` + ``on:``);
    in capitals a single word is a first name (``ADA`` + ``OKORO:``), and after two words the second was cut
    (``IAN KIRK`` + ``PATRICK:``).
    """
    if not before or not text:
        return before or text
    glued, spaced = before + text, f"{before} {text}"
    choices = {joined: split_speaker(joined)[0] for joined in (glued, spaced)}
    begin = before.lstrip("[> ")
    valid = {joined: name for joined, name in choices.items() if name is not None and name.startswith(begin)}
    if not valid:
        return _next_paragraph(before, text)
    known = [joined for joined, name in valid.items() if name in names]
    is_cut = text[0].islower() or (is_capital_fragment(begin) and len(begin.split()) > 1)
    chosen = known[0] if known else glued if is_cut and glued in valid else next(reversed(valid))
    found.info(line, f"The name of the speaker was split over two stamps; it was read as {valid[chosen]}.")
    return chosen


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
