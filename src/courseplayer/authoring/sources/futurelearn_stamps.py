"""The stamps inside a FutureLearn transcript: ``Skip to 0 minutes and 5 seconds``, ``0:39``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from courseplayer.course.timestamps import MS_PER_SECOND, format_time_code, parse_time_code

# For 1 the page writes "second", so an "s" behind it already belongs to the glued word ("1 secondso").
_LABEL = re.compile(
    r"Skip\s+to\s+(?:(?P<hours>\d{1,3})\s+hours?,?\s+(?:and\s+)?)?(?P<minutes>\d{1,4})\s+minutes?,?\s+and\s+"
    r"(?:0?(?P<one>1)\s+second(?:s(?![a-z]))?+|(?P<seconds>\d{1,2})\s+seconds?+)"
    r"(?!\s+if\s+(?:you|that|this|time)\b|\s+to\s+(?:see|hear|watch|go|get|find)\b|\s*[,;])",
    re.ASCII,
)
_TIME_CODE = re.compile(r"(?:\d{1,2}:)?\d{1,3}:\d{2}", re.ASCII)
# A time code stands directly before its words; looking no further keeps long lines fast.
_NEAR = 40
_LONGEST_GAP_MS = 600_000
_LATEST_FIRST_MS = 120_000


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the page; ``start_ms`` where a stamp stands before them, else None."""

    line: int
    start_ms: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp inside a text, from ``begin`` to ``end``, with the time code in front of it if there is one."""

    begin: int
    end: int
    start_ms: int


def stamps_in(text: str) -> Iterator[Stamp]:
    """Find the worded stamps anywhere in a text, also glued to other words.

    ``skip to 1 minute`` and ``Skip to 1 minute and 5 seconds if you like`` are prose: a stamp has the whole
    form with a capital and no such words behind it.
    """
    for match in _LABEL.finditer(text):
        hours, minutes = int(match["hours"] or 0), int(match["minutes"])
        seconds = int(match["one"] or match["seconds"])
        if seconds > 59 or (match["hours"] and minutes > 59):
            continue
        start_ms = ((hours * 60 + minutes) * 60 + seconds) * MS_PER_SECOND
        yield Stamp(_begin_of_time_code(text, match.start(), start_ms), match.end(), start_ms)


def starts_with_stamp(line: str) -> bool:
    """The line begins with a stamp in words or is nothing but a time code."""
    first = next(stamps_in(line), None)
    return time_code_alone(line) is not None or (first is not None and not line[: first.begin].strip())


def time_code_alone(line: str) -> int | None:
    """Read a line that is nothing but a time code such as ``0:39`` in ms."""
    if _TIME_CODE.fullmatch(line.strip()) is None:
        return None
    try:
        return parse_time_code(line)
    except ValueError:
        return None


def with_time_codes(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Turn lines that are only a time code into stamps, where they go on from the stamps around them.

    Beside worded stamps a time code must be later than the stamp before it by ten minutes at most; on a
    page without worded stamps there must be two of them, the first within two minutes. So ``23:59`` in a
    list of times stays text.
    """
    codes = {index: time_code_alone(part.text) for index, part in enumerate(parts) if part.start_ms is None}
    codes = {index: code for index, code in codes.items() if code is not None}
    has_words = any(part.start_ms is not None for part in parts)
    if not codes or not (has_words or _could_be_all(list(codes.values()))):
        return tuple(parts)
    next_ms = _next_starts(parts)
    result: list[Part] = []
    latest_ms = 0
    for index, part in enumerate(parts):
        code = codes.get(index)
        if code is not None and _goes_on(code, latest_ms, next_ms[index]):
            part = Part(part.line, code, "")  # noqa: PLW2901 - the stamp takes the line's place
        latest_ms = latest_ms if part.start_ms is None else part.start_ms
        result.append(part)
    return tuple(result)


def _could_be_all(codes: Sequence[int | None]) -> bool:
    times = [code for code in codes if code is not None]
    return len(times) >= 2 and times[0] <= _LATEST_FIRST_MS


def _next_starts(parts: Sequence[Part]) -> list[int | None]:
    """For each part the start of the first worded stamp behind it."""
    starts: list[int | None] = []
    following: int | None = None
    for part in reversed(parts):
        starts.append(following)
        following = following if part.start_ms is None else part.start_ms
    return starts[::-1]


def _goes_on(code_ms: int, latest_ms: int, next_ms: int | None) -> bool:
    if next_ms == code_ms:
        return True
    is_before_next = next_ms is None or code_ms < next_ms or next_ms < latest_ms
    return is_before_next and latest_ms <= code_ms <= latest_ms + _LONGEST_GAP_MS


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
