"""Decides by what stands around them which stamps and time codes of a page are really its transcript's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from courseplayer.authoring.sources.futurelearn_article import looks_like_title
from courseplayer.authoring.sources.futurelearn_paragraphs import Paragraph
from courseplayer.authoring.sources.futurelearn_stamps import Part, Stamp, stamps_in, time_code_alone
from courseplayer.course.timestamps import parse_time_code

_LEADING_CODE = re.compile(
    r"((?:\d{1,2}:)?\d{1,3}:\d{2})\s*(?!(?:[ap]\.?m\b|h\b|hours?\b|uhr\b|gmt\b))(?=[^\W\d_]|[\[“\"'‘>])",
    re.IGNORECASE,
)
_LONGEST_GAP_MS = 600_000
_LATEST_FIRST_MS = 120_000


@dataclass(frozen=True, slots=True)
class _Candidate:
    paragraph: int
    stamp: Stamp
    begins: bool

    @property
    def is_certain(self) -> bool:
        return not (self.stamp.goes_on or self.stamp.is_like_prose)


def parts_of(paragraphs: Sequence[Paragraph]) -> tuple[Part, ...]:
    """Cut the paragraphs of one page at their stamps and time codes."""
    decided: list[list[Stamp]] = [[] for _ in paragraphs]
    for candidate in _decided(tuple(_candidates(paragraphs))):
        decided[candidate.paragraph].append(candidate.stamp)
    cut = [
        part
        for paragraph, stamps in zip(paragraphs, decided, strict=True)
        for part in _cut(paragraph, stamps)
    ]
    return _with_time_codes(_with_leading_codes(cut))


def _candidates(paragraphs: Sequence[Paragraph]) -> Iterator[_Candidate]:
    for index, paragraph in enumerate(paragraphs):
        for place, stamp in enumerate(stamps_in(paragraph.text)):
            yield _Candidate(index, stamp, place == 0 and not paragraph.text[: stamp.begin].strip())


def _decided(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Leave out the stamps that are prose.

    A doubtful one is a stamp where it fits between the times around it: there a sentence was broken. Behind
    the last certain one it is prose when the page glues its stamps to the words and this one is not glued.
    """
    glued = [one.stamp.is_glued for one in candidates if one.is_certain]
    has_glued_style = 2 * sum(glued) > len(glued)
    latest_ms = 0
    for one, following in zip(candidates, _anchors_behind(candidates), strict=True):
        fits = following is not None and latest_ms <= one.stamp.start_ms <= following.stamp.start_ms
        if one.stamp.is_like_prose:
            is_stamp = fits and one.begins
        else:
            is_stamp = one.is_certain or fits or not has_glued_style
        if is_stamp:
            latest_ms = one.stamp.start_ms
            yield one


def _anchors_behind(candidates: Sequence[_Candidate]) -> list[_Candidate | None]:
    """For each candidate the next certain one; on a page without any, the next that begins a paragraph."""
    has_certain = any(one.is_certain for one in candidates)
    anchors: list[_Candidate | None] = []
    following: _Candidate | None = None
    for one in reversed(candidates):
        anchors.append(following)
        following = one if (one.is_certain if has_certain else one.begins) else following
    return anchors[::-1]


def _cut(paragraph: Paragraph, stamps: Sequence[Stamp]) -> Iterator[Part]:
    first = stamps[0].begin if stamps else len(paragraph.text)
    if paragraph.text[:first].strip():
        yield Part(paragraph.line, None, paragraph.text[:first])
    ends = [stamp.begin for stamp in stamps[1:]] + [len(paragraph.text)]
    for stamp, end in zip(stamps, ends, strict=False):
        yield Part(paragraph.line_at(stamp.begin), stamp.start_ms, paragraph.text[stamp.end : end])


def _with_leading_codes(parts: Sequence[Part]) -> Sequence[Part]:
    """Turn ``0:39 Words`` into stamps on a page without worded ones, if together they run like a clock."""
    if any(part.start_ms is not None for part in parts):
        return parts
    codes = {index: match for index, part in enumerate(parts) if (match := _LEADING_CODE.match(part.text))}
    times = [_time(match[1]) for match in codes.values()]
    if len(times) < 2 or not _runs_like_a_clock(times):
        return parts
    return [
        replace(part, start_ms=_time(codes[index][1]), text=part.text[codes[index].end() :])
        if index in codes
        else part
        for index, part in enumerate(parts)
    ]


def _runs_like_a_clock(times: Sequence[int | None]) -> bool:
    known = [time for time in times if time is not None]
    gaps = [later - earlier for earlier, later in pairwise(known)]
    return (
        len(known) == len(times)
        and known[0] <= _LATEST_FIRST_MS
        and all(0 < gap <= _LONGEST_GAP_MS for gap in gaps)
    )


def _time(code: str) -> int | None:
    try:
        return parse_time_code(code)
    except ValueError:
        return None


def _with_time_codes(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Turn lines that are only a time code into stamps, where they go on from the stamps around them.

    Beside worded stamps a time code must be later than the stamp before it by ten minutes at most, and no
    title may stand between them; on a page without worded stamps the page must begin with one, or there must
    be two of them, the first within two minutes. So ``23:59`` in a list of times stays text.
    """
    codes = {index: time_code_alone(part.text) for index, part in enumerate(parts) if part.start_ms is None}
    codes = {index: code for index, code in codes.items() if code is not None}
    has_words = any(part.start_ms is not None for part in parts)
    if not codes or not (has_words or _could_be_all(codes)):
        return tuple(parts)
    next_ms = _next_starts(parts)
    result: list[Part] = []
    latest_ms = 0
    is_below_title = False
    for index, part in enumerate(parts):
        code = codes.get(index)
        if code is not None and not is_below_title and _goes_on(code, latest_ms, next_ms[index]):
            part = Part(part.line, code, "")  # noqa: PLW2901 - the stamp takes the line's place
        if part.start_ms is not None:
            latest_ms = part.start_ms
        elif has_words and next_ms[index] is None and latest_ms and looks_like_title(part.text):
            is_below_title = True
        result.append(part)
    return tuple(result)


def _could_be_all(codes: Mapping[int, int | None]) -> bool:
    times = [code for code in codes.values() if code is not None]
    return (len(times) >= 2 or 0 in codes) and times[0] <= _LATEST_FIRST_MS


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
