"""SubRip (.srt) and YouTube's SBV files.

Our own reader: pysubs2 has no SBV, cuts hours beyond 99 and hides the lines it cannot read
(docs/decisions/webvtt-parser.md).
"""

import re
from collections.abc import Iterator

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.cue_text import from_html
from courseplayer.authoring.sources.timed_words import TimedWords, clock_ms, quoted

# Seen in real files: no spaces, an arrow that an editor has beautified, the number on the same line.
_ARROW = re.compile(
    r"\s*(?:\d{1,9}\s+)?(-?[^\s>→–—-]{1,40})\s*(?:-{1,3}>|[–—]>|→)\s*(-?[^\s>→–—-]{1,40})(?:\s.*)?"
)
_COMMA = re.compile(r"\s*(\d+:\d+:[^\s,]{1,20})\s*,\s*(\d+:\d+:[^\s,]{1,20})\s*")
_TIME_LIKE = re.compile(r"-?\d+:\d")
_INDEX = re.compile(r"\s*\d{1,9}\s*")


def is_subrip(text: str) -> bool:
    """Some line holds a time, an arrow and something like a time."""
    return any((arrow_times(line) or (None,))[0] is not None for line in text.split("\n"))


def is_sbv(text: str) -> bool:
    """Some line holds two times and a comma."""
    return any(clock_ms(match[1]) is not None for match in map(_COMMA.fullmatch, text.split("\n")) if match)


def read_subrip(text: str, found: FileFindings) -> tuple[TimedWords, ...]:
    """Read every cue in the order of the file; blocks without readable times are reported and left out."""
    return tuple(_read(text.split("\n"), _ARROW, found))


def read_sbv(text: str, found: FileFindings) -> tuple[TimedWords, ...]:
    """See read_subrip."""
    return tuple(_read(text.split("\n"), _COMMA, found))


def arrow_times(line: str) -> tuple[int | None, int | None] | None:
    """Read the two times around an arrow as players do, each None if unreadable; None for any other line."""
    match = _ARROW.fullmatch(line)
    return (clock_ms(match[1]), clock_ms(match[2])) if match and _TIME_LIKE.match(match[1]) else None


def _read(lines: list[str], timing: re.Pattern[str], found: FileFindings) -> Iterator[TimedWords]:
    starts = [index for index, line in enumerate(lines) if _looks_like_timing(line, timing)]
    _report_loose(lines[: starts[0] if starts else len(lines)], 0, found)
    for place, index in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        text = _text_of(lines, index + 1, end, end < len(lines), found)
        match = timing.fullmatch(lines[index])
        start_ms, end_ms = (clock_ms(match[1]), clock_ms(match[2])) if match else (None, None)
        if start_ms is None:
            found.warning(
                index + 1, f"The times cannot be read, so these words were left out: {quoted(text)}."
            )
            continue
        if end_ms is None:
            found.warning(index + 1, "The end of this cue cannot be read; it lasts until the next one.")
        yield TimedWords(start_ms, end_ms, text, index + 1)


def _looks_like_timing(line: str, timing: re.Pattern[str]) -> bool:
    match = timing.fullmatch(line)
    return match is not None and _TIME_LIKE.match(match[1]) is not None


def _text_of(lines: list[str], begin: int, end: int, is_followed: bool, found: FileFindings) -> str:
    """Take the words of one cue; a numbered block of its own further down has lost its times."""
    if is_followed and end > begin and _INDEX.fullmatch(lines[end - 1]):
        end -= 1
    words: list[str] = []
    index = begin
    while index < end:
        is_after_gap = index > begin and not lines[index - 1].strip()
        if is_after_gap and words and lines[index].strip():
            if _INDEX.fullmatch(lines[index]):
                _report_loose(lines[index:end], index, found)
                break
            found.info(index + 1, "These words stand after an empty line; they were kept with the cue above.")
        if lines[index].strip():
            words.append(lines[index])
        index += 1
    return from_html("\n".join(words)).text


def _report_loose(lines: list[str], offset: int, found: FileFindings) -> None:
    texts = [line for line in lines if line.strip() and not _INDEX.fullmatch(line)]
    if texts:
        line = offset + 1 + next(i for i, text in enumerate(lines) if text.strip())
        found.warning(line, f"These words have no times and were left out: {quoted(' '.join(texts))}.")
