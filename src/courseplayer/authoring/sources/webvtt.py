"""WebVTT files, read exactly as the W3C specification's parser reads them.

Source: https://www.w3.org/TR/webvtt1/#file-parsing. docs/decisions/webvtt-parser.md tells why it is our own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_SPACE = " \t\n\f\r"
_TIMESTAMP = r"(?:(\d{1,9}):(\d\d):(\d\d)|(\d\d):(\d\d))\.(\d{3})(?!\d)"
_TIMINGS = re.compile(
    rf"[{_SPACE}]*{_TIMESTAMP}[{_SPACE}]*-->[{_SPACE}]*{_TIMESTAMP}(.*)", re.ASCII | re.DOTALL
)
_PERCENT = r"(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%"
_SETTINGS: Mapping[str, re.Pattern[str]] = {
    "region": re.compile(r".+"),
    "vertical": re.compile(r"rl|lr"),
    "line": re.compile(rf"(?:{_PERCENT}|-?\d+(?:\.\d+)?)(?:,(?:start|center|end))?"),
    "position": re.compile(rf"{_PERCENT}(?:,(?:line-left|center|line-right))?"),
    "size": re.compile(_PERCENT),
    "align": re.compile(r"start|center|end|left|right"),
}
_LANGUAGE = re.compile(r"Language:\s*(\S+)\s*", re.IGNORECASE)


class BlockKind(StrEnum):
    """What a block that gave no cue is."""

    NOTE = "note"
    STYLE = "style"
    REGION = "region"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class VttCue:
    """One cue as it stands in the file; ``end_ms`` may lie before ``start_ms``, ``text`` keeps its tags."""

    id: str
    start_ms: int
    end_ms: int
    settings: Mapping[str, str]
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class DroppedBlock:
    """A block that is no cue, with the line where it begins (from 1)."""

    line: int
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class VttFile:
    """All cues in the order of the file, what gave none, and the language that the header names."""

    cues: tuple[VttCue, ...]
    dropped: tuple[DroppedBlock, ...]
    language: str | None = None


class NotWebVttError(ValueError):
    """The text does not begin with the line ``WEBVTT``."""


def is_webvtt(text: str) -> bool:
    """The text begins as every WebVTT file must."""
    return re.match(r"\ufeff?WEBVTT(?:[ \t\n\r]|\Z)", text) is not None


def parse(text: str) -> VttFile:
    """Read a whole file; raises NotWebVttError when the signature is missing."""
    if not is_webvtt(text):
        raise NotWebVttError
    clean = text.removeprefix("\ufeff").replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    lines = clean.split("\n")
    if not lines[-1]:
        lines.pop()
    return _Parser(lines).parse()


class _Parser:
    """The specification's loop over blocks; ``_next`` is its position, counted in lines."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._next = 1
        self._cues: list[VttCue] = []
        self._dropped: list[DroppedBlock] = []

    def parse(self) -> VttFile:
        header = self._collect_header()
        while self._next < len(self._lines):
            if self._lines[self._next]:
                self._collect_block()
            else:
                self._next += 1
        named = next(filter(None, map(_LANGUAGE.fullmatch, header)), None)
        return VttFile(tuple(self._cues), tuple(self._dropped), named[1] if named else None)

    def _collect_header(self) -> list[str]:
        begin = self._next
        while self._next < len(self._lines) and self._lines[self._next]:
            if "-->" in self._lines[self._next]:
                break
            self._next += 1
        return self._lines[begin : self._next]

    def _collect_block(self) -> None:
        """Read the block at ``_next``: an identifier at most, a line of timings, then the text."""
        begin = self._next
        timings_at = begin if self._has_arrow(begin) else begin + 1
        timings = _timings(self._lines[timings_at]) if self._has_arrow(timings_at) else None
        text_at = timings_at + 1 if self._has_arrow(timings_at) else begin
        end = max(text_at, begin + 1)
        while end < len(self._lines) and self._lines[end] and not self._has_arrow(end):
            end += 1
        self._next = end
        if timings is None:
            self._drop(begin, end)
            return
        start_ms, end_ms, settings = timings
        cue_id = self._lines[begin] if timings_at > begin else ""
        text = "\n".join(self._lines[text_at:end])
        self._cues.append(VttCue(cue_id, start_ms, end_ms, settings, text, timings_at + 1))

    def _has_arrow(self, index: int) -> bool:
        return index < len(self._lines) and "-->" in self._lines[index]

    def _drop(self, begin: int, end: int) -> None:
        first = self._lines[begin]
        kind = BlockKind.UNREADABLE
        if first == "NOTE" or first.startswith(("NOTE ", "NOTE\t")):
            kind = BlockKind.NOTE
        elif first.rstrip(_SPACE) in ("STYLE", "REGION"):
            kind = BlockKind(first.rstrip(_SPACE).lower())
        block = "\n".join(self._lines[begin:end])
        if block.strip():
            self._dropped.append(DroppedBlock(begin + 1, kind, block))


def _timings(line: str) -> tuple[int, int, Mapping[str, str]] | None:
    match = _TIMINGS.match(line)
    if match is None:
        return None
    groups = match.groups()
    start_ms, end_ms = _milliseconds(groups[0:6]), _milliseconds(groups[6:12])
    if start_ms is None or end_ms is None:
        return None
    return start_ms, end_ms, _settings(groups[12])


def _milliseconds(groups: tuple[str, ...]) -> int | None:
    hours, minutes, seconds, short_minutes, short_seconds, fraction = (int(group or 0) for group in groups)
    minutes, seconds = minutes or short_minutes, seconds or short_seconds
    if minutes > 59 or seconds > 59:
        return None
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction


def _settings(text: str) -> Mapping[str, str]:
    """Keep the settings that the specification knows and that are well formed; the last of a name counts."""
    settings: dict[str, str] = {}
    for setting in re.split(f"[{_SPACE}]+", text):
        name, colon, value = setting.partition(":")
        pattern = _SETTINGS.get(name)
        if colon and pattern is not None and pattern.fullmatch(value):
            settings[name] = value
    return settings
