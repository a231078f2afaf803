"""The paragraphs of a page saved as text, with hard wraps undone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.futurelearn_article import starts_with_marker
from courseplayer.authoring.sources.futurelearn_noise import is_header_noise, mark_in
from courseplayer.authoring.sources.futurelearn_stamps import (
    is_stamp_broken,
    starts_with_stamp,
    time_code_alone,
)

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\u200b\ufeff]")
_LOST_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\ufffd(?=[^\W\d_])")
_LOST_OWNER = re.compile(r"(?<=s)\ufffd(?= [^\W\d_])")
_LOST_QUOTE = re.compile(r"(?<!\w)\ufffd\w")
_NARROWEST_WRAP = 55
_WIDEST_WRAP = 100
_RAGGED = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together; ``breaks`` are the offsets in ``text`` where a line of the file begins."""

    lines: tuple[int, ...]
    breaks: tuple[int, ...]
    text: str

    @property
    def line(self) -> int:
        """The number of the first line."""
        return self.lines[0]

    def line_at(self, offset: int) -> int:
        """Return the number of the line on which this character stands."""
        return self.lines[max(0, bisect_right(self.breaks, offset) - 1)]

    def part(self, begin: int, end: int) -> "Paragraph":
        """Cut out a piece, keeping its line numbers."""
        first = max(0, bisect_right(self.breaks, begin) - 1)
        breaks = tuple(max(0, offset - begin) for offset in self.breaks[first:])
        return Paragraph(self.lines[first:], breaks, self.text[begin:end])


def repaired(text: str, found: FileFindings) -> str:
    """Make every line end a newline and bring back apostrophes that a wrong encoding has lost."""
    text = _CONTROLS.sub(" ", _LINE_ENDS.sub("\n", text.replace("\u00a0", " ")))
    text, apostrophes = _LOST_APOSTROPHE.subn("’", text)
    text, of_owners = _with_owners(text)
    apostrophes += of_owners
    if apostrophes:
        found.info(None, f"{apostrophes} lost characters between letters were read as apostrophes (’).")
    if "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        found.warning(line, f"{text.count(chr(0xFFFD))} characters are lost; the first is on this line.")
    return text


def _with_owners(text: str) -> tuple[str, int]:
    """Bring back the apostrophe of ``the keepers’ gate``, where it cannot be the end of a quotation."""
    lines = text.split("\n")
    mended = [line if _LOST_QUOTE.search(line) else _LOST_OWNER.sub("’", line) for line in lines]
    return "\n".join(mended), text.count("\ufffd") - sum(line.count("\ufffd") for line in mended)


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Split a page at empty lines and at every line that begins something new."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    return tuple(_joined(group) for group in _groups(lines, width))


def _wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which the file was wrapped, None when its paragraphs are whole lines."""
    longest = max(map(len, lines), default=0)
    return longest if _NARROWEST_WRAP <= longest <= _WIDEST_WRAP else None


def _groups(lines: Sequence[str], width: int | None) -> Iterator[list[tuple[int, str]]]:
    group: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if group and not (line.strip() and _goes_on(group, line, width)):
            yield group
            group = []
        if line.strip():
            group.append((number, line))
    if group:
        yield group


def _goes_on(group: Sequence[tuple[int, str]], line: str, width: int | None) -> bool:
    first, last = group[0][1], group[-1][1]
    if is_stamp_broken(last, line):
        return True
    if _begins_anew(line) or _is_whole(last):
        return False
    if starts_with_marker(first) and line.startswith(("  ", "\t")):
        return True
    return width is not None and len(last.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) > width - _RAGGED


def _begins_anew(line: str) -> bool:
    return starts_with_stamp(line) or starts_with_marker(line) or _is_whole(line)


def _is_whole(line: str) -> bool:
    return time_code_alone(line) is not None or mark_in(line) is not None or is_header_noise(line)


def _joined(group: Sequence[tuple[int, str]]) -> Paragraph:
    text = ""
    breaks: list[int] = []
    for _, line in group:
        if text and not (text.endswith("-") and text[-2:-1].isalpha()):
            text = text.rstrip() + " "
        breaks.append(len(text))
        text += line.lstrip()
    return Paragraph(tuple(number for number, _ in group), tuple(breaks), text)
