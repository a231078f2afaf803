"""What may stand in a file that leaves: characters every format can hold, addresses that can be followed.

All formats take their text from here, so that a stray control character is treated alike everywhere:
controls are dropped, halves of characters become U+FFFD, every kind of line end becomes a line feed, and
runs of spaces become one.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from urllib.parse import quote, urlsplit

from courseplayer.course.writing import Span

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# XML 1.0 allows none of these; HTML and Markdown would change some of them silently.
_NOT_FOR_FILES = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SPACES = re.compile("[ \t]+")
_SPACE_AT_BREAK = re.compile(" ?\n[ \n]*")
_GAPS = frozenset(" \n")
_NEVER_IN_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
_ODD_IN_ADDRESS = re.compile(r'["<>\\^`{|}]')
_HOST = re.compile(r"[\w.\-]+|[0-9a-f:.]+")


class Direction(StrEnum):
    """Which way a paragraph runs; the values are HTML's."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def direction_of(text: str) -> Direction:
    """Tell a paragraph's direction by its first strong character (rules P2 and P3 of Unicode's UAX 9)."""
    for character in text:
        strength = unicodedata.bidirectional(character)
        if strength in {"R", "AL"}:
            return Direction.RIGHT_TO_LEFT
        if strength == "L":
            return Direction.LEFT_TO_RIGHT
    return Direction.LEFT_TO_RIGHT


def clean_text(text: str) -> str:
    """Return ``text`` with only what every format can hold; line breaks are line feeds."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    without_controls = _NOT_FOR_FILES.sub("", _LINE_END.sub("\n", whole))
    return _SPACE_AT_BREAK.sub("\n", _SPACES.sub(" ", without_controls))


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, for names and titles."""
    return " ".join(clean_text(text).split())


def clean_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Clean a paragraph: no space at its ends or doubled at a seam, only web links."""
    kept: list[tuple[str, tuple[bool, bool, str | None]]] = []
    for span in spans:
        look = (span.is_bold, span.is_italic, web_address(span.link))
        for character in clean_text(span.text):
            is_seam = bool(kept) and character in _GAPS and kept[-1][0] in _GAPS
            if is_seam and character == "\n":
                kept[-1] = (character, look)
            elif not is_seam and (kept or not character.isspace()):
                kept.append((character, look))
    while kept and kept[-1][0].isspace():
        kept.pop()
    return tuple(
        Span("".join(character for character, _ in alike), *look)
        for look, alike in groupby(kept, lambda pair: pair[1])
    )


def web_address(link: str | None) -> str | None:
    """Return ``link`` if it can be followed outside the program (http, https or mailto), else None.

    Quotes of a course (``course:``) cannot: their words already name the place.
    """
    if link is None or _NEVER_IN_ADDRESS.search(link.strip()):
        return None
    try:
        parts = urlsplit(link.strip())
        has_host = bool(_HOST.fullmatch(parts.hostname or "")) and parts.port != 0
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and has_host
    is_mail = parts.scheme == "mailto" and "@" in parts.path
    # Word calls a whole document damaged when one address in it cannot be parsed.
    return _ODD_IN_ADDRESS.sub(lambda odd: quote(odd[0]), clean_line(link)) if is_web or is_mail else None
