"""SubStation Alpha files (.ass, .ssa): the words of their dialogue lines."""

import re
from collections.abc import Iterator

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.cue_text import for_display
from courseplayer.authoring.sources.timed_words import TimedWords, clock_ms, quoted

_SECTION = re.compile(r"\s*\[(?:Script Info|V4\+? Styles|Events)\]", re.IGNORECASE | re.MULTILINE)
_BLOCK = re.compile(r"\{([^{}]*)\}")
_DRAWING = re.compile(r"\\p(\d+)")
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")


def is_substation(text: str) -> bool:
    """One of the format's sections begins a line."""
    return any(_SECTION.match(line) for line in text.splitlines())


def read_substation(text: str, found: FileFindings) -> tuple[TimedWords, ...]:
    """Read every dialogue line in the order of the file; comments are left out, drawings are no words."""
    return tuple(_read(text.split("\n"), found))


def _read(lines: list[str], found: FileFindings) -> Iterator[TimedWords]:
    fields: tuple[str, ...] = _FIELDS
    is_events = False
    comments: list[int] = []
    for number, line in enumerate(lines, 1):
        kind, _, rest = line.strip().partition(":")
        if line.lstrip().startswith("[") and line.rstrip().endswith("]"):
            is_events = line.strip().lower() == "[events]"
        elif is_events and kind == "Format":
            fields = tuple(field.strip().lower() for field in rest.split(","))
        elif is_events and kind == "Comment":
            comments.append(number)
        elif kind == "Dialogue" and (spoken := _dialogue(rest, fields, number)) is not None:
            yield spoken
        elif kind == "Dialogue":
            found.warning(
                number, f"The times of this line cannot be read; it was left out: {quoted(rest.strip())}."
            )
    if comments:
        found.info(
            comments[0], f"{len(comments)} of the file's comments left out; the first is on this line."
        )


def _dialogue(rest: str, fields: tuple[str, ...], line: int) -> TimedWords | None:
    values = dict(zip(fields, rest.split(",", len(fields) - 1), strict=False))
    start_ms, end_ms = clock_ms(values.get("start", "")), clock_ms(values.get("end", ""))
    if start_ms is None:
        return None
    speaker = " ".join(values.get("name", values.get("actor", "")).split()) or None
    return TimedWords(start_ms, end_ms, _words(values.get("text", "")), line, speaker)


def _words(text: str) -> str:
    """Strip override blocks; while a ``p1`` tag is on, the text is a drawing and no words."""
    words: list[str] = []
    position = 0
    is_drawing = False
    for block in _BLOCK.finditer(text):
        words.append("" if is_drawing else text[position : block.start()])
        position = block.end()
        for scale in _DRAWING.findall(block[1]):
            is_drawing = int(scale) > 0
    words.append("" if is_drawing else text[position:])
    plain = "".join(words).replace(r"\h", "\u00a0").replace(r"\N", "\n").replace(r"\n", "\n")
    return for_display(plain)
