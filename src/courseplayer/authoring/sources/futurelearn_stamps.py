"""The stamps inside a FutureLearn transcript: ``Skip to 0 minutes and 5 seconds``, ``0:39``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from courseplayer.course.timestamps import MS_PER_SECOND, format_time_code, parse_time_code

# For 1 the page writes "second", so an "s" behind it already belongs to the glued word ("1 secondso").
_LABEL = re.compile(
    r"Skip\s+to\s+(?:(?P<hours>[0-9]{1,3})\s+hours?,?\s+(?:and\s+)?(?:(?P<more>[0-9]{1,4})\s+minutes?,?\s+and\s+)?"
    r"|(?P<minutes>[0-9]{1,4})\s+minutes?,?\s+and\s+)"
    r"(?:0?(?P<one>1)\s+second(?:s(?![a-z])|(?!s(?![a-z])))|(?P<seconds>[0-9]{1,2})\s+second(?:s|(?!s)))"
)
_PROSE = re.compile(
    r"\s+if\s+(?:you|that|this|time)\b|\s+to\s+(?:see|hear|watch|go|get|find)\b|\s*[,;]"
    r"|\s+(?:in|into|of)\s+(?:the|this|our)\s+(?:audio|clip|film|lecture|recording|talk|video)\b"
)
_TIME_CODE = re.compile(r"(?:\d{1,2}:)?\d{1,3}:\d{2}", re.ASCII)
# A time code stands directly before its words; looking no further keeps long lines fast.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the page; ``start_ms`` where a stamp stands before them, else None."""

    line: int
    start_ms: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What may be a stamp, from ``begin`` to ``end``, with the time code in front of it if there is one.

    ``is_glued``: a word follows without a space. ``goes_on``: a small letter follows behind a space, as it
    does in prose and in a sentence broken over stamps. ``is_like_prose``: the words that follow are those
    of a sentence such as ``Skip to 1 minute and 5 seconds if you like``.
    """

    begin: int
    end: int
    start_ms: int
    is_glued: bool
    goes_on: bool
    is_like_prose: bool


def stamps_in(text: str) -> Iterator[Stamp]:
    """Find what may be a worded stamp anywhere in a text, also glued to other words.

    ``skip to 1 minute`` is prose: a stamp has the whole form with a capital.
    """
    for match in _LABEL.finditer(text):
        hours, minutes = int(match["hours"] or 0), int(match["minutes"] or match["more"] or 0)
        seconds = int(match["one"] or match["seconds"])
        if seconds > 59 or (match["hours"] and minutes > 59):
            continue
        start_ms = ((hours * 60 + minutes) * 60 + seconds) * MS_PER_SECOND
        begin, end = _begin_of_time_code(text, match.start(), start_ms), match.end()
        behind = text[end : end + 1]
        goes_on = behind.isspace() and text[end : end + _NEAR].lstrip()[:1].islower()
        yield Stamp(begin, end, start_ms, behind.isalnum(), goes_on, _PROSE.match(text, end) is not None)


def starts_with_stamp(line: str) -> bool:
    """The line begins with a stamp in words or is nothing but a time code."""
    first = next(stamps_in(line), None)
    begins = first is not None and not first.is_like_prose and not line[: first.begin].strip()
    return begins or time_code_alone(line) is not None


def is_stamp_broken(line: str, following: str) -> bool:
    """A wrap has cut a stamp in two between these lines."""
    if "Skip" not in line[-_NEAR:]:
        return False
    end = len(line.rstrip())
    return any(stamp.begin < end < stamp.end for stamp in stamps_in(f"{line.rstrip()} {following.lstrip()}"))


def time_code_alone(line: str) -> int | None:
    """Read a line that is nothing but a time code such as ``0:39`` in ms."""
    if _TIME_CODE.fullmatch(line.strip()) is None:
        return None
    try:
        return parse_time_code(line)
    except ValueError:
        return None


def _begin_of_time_code(text: str, label_begin: int, start_ms: int) -> int:
    """Find where ``0:14`` begins in ``0:14Skip to 0 minutes and 14 seconds``: only the same time counts."""
    minutes, seconds = divmod(start_ms // MS_PER_SECOND, 60)
    nearest = max(0, label_begin - _NEAR)
    before = text[nearest:label_begin].rstrip()
    forms = {format_time_code(start_ms), f"{minutes}:{seconds:02}", f"{minutes:02}:{seconds:02}"}
    forms |= {f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"}
    for form in sorted(forms, key=len, reverse=True):
        if before.endswith(form):
            return nearest + len(before) - len(form)
    return label_begin
