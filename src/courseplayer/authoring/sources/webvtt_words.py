"""The words of a WebVTT file: the specification's cues, and what a careful reader can save beside them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.cue_text import from_webvtt
from courseplayer.authoring.sources.subrip import arrow_times
from courseplayer.authoring.sources.timed_words import TimedWords, quoted
from courseplayer.authoring.sources.webvtt import BlockKind, DroppedBlock, VttFile, is_webvtt, parse

_BEFORE_SIGNATURE = "\ufeff\n\t "
_FEWEST_FOR_A_HABIT = 3
_TIME = re.compile(r"\d[\d:.,]*", re.ASCII)
_RIGHT_FORM = re.compile(r"(?:0+:)?00:00\.000")
_UNSUPPORTED = {
    BlockKind.STYLE: "The styles of this file were left out; the player has its own.",
    BlockKind.REGION: "The regions of this file were left out; captions have their own place.",
}


def could_be_webvtt(text: str) -> bool:
    """The signature stands at the beginning, if need be after empty lines."""
    return is_webvtt(text.lstrip(_BEFORE_SIGNATURE))


def read_webvtt(text: str, found: FileFindings) -> tuple[tuple[TimedWords, ...], str | None]:
    """Read the words in the order of the file and the language in its header.

    A time that the specification refuses but players read (``0:3.5``, ``00:00:03,500``) is read, and
    reported, when it is the habit of the program that wrote the file: when the same form stands there three
    times, or no cue is right. A single one is a mistake, and reported as left out.
    """
    body = text.lstrip(_BEFORE_SIGNATURE)
    offset = text[: len(text) - len(body)].count("\n")
    if offset:
        found.info(1, "The file does not begin with WEBVTT as it should; the empty lines were skipped.")
    file = parse(body)
    notes = [block for block in file.dropped if block.kind is BlockKind.NOTE]
    if notes:
        first = quoted(" ".join(notes[0].text.split()))
        found.info(
            notes[0].line + offset, f"{len(notes)} of the file's notes left out; the first is {first}."
        )
    placed = [cue.line for cue in file.cues if cue.settings]
    if placed:
        message = f"{len(placed)} cues name a place on the picture, the first here; captions have their own."
        found.info(placed[0] + offset, message)
    saver = _Saver(file, found, offset)
    blocks = [_Block(cue.line + offset, cue.start_ms, cue.end_ms, cue.text) for cue in file.cues]
    for dropped in file.dropped:
        saver.save(dropped, blocks)
    readings = 0
    words: list[TimedWords] = []
    for block in sorted(blocks, key=lambda block: block.line):
        plain = from_webvtt(block.text)
        readings += plain.dropped_readings
        words.append(TimedWords(block.start_ms, block.end_ms, plain.text, block.line, plain.speaker))
    if readings:
        found.info(None, f"{readings} readings above ruby text were left out.")
    return tuple(words), file.language


@dataclass(slots=True)
class _Block:
    line: int
    start_ms: int
    end_ms: int
    text: str


class _Saver:
    """Decides what becomes of the blocks that the specification drops."""

    def __init__(self, file: VttFile, found: FileFindings, offset: int) -> None:
        self._found = found
        self._offset = offset
        self._has_right_cues = any(cue.text.strip() for cue in file.cues)
        lines = (line for block in file.dropped for line in block.text.split("\n")[:2])
        self._forms = Counter(form for line in lines for form in _wrong_forms(line))

    def save(self, block: DroppedBlock, blocks: list[_Block]) -> None:
        """Add the words of a dropped block to the others, or report that they are left out."""
        line = block.line + self._offset
        if block.kind is BlockKind.NOTE:
            return
        if block.kind in _UNSUPPORTED:
            self._found.info(line, _UNSUPPORTED[block.kind])
            return
        lines = block.text.split("\n")
        times = self._times(lines)
        if times is not None:
            blocks.append(_Block(line + times.line, times.start_ms, times.end_ms, times.text))
            message = "These times are not written as WebVTT asks; they were read as meant."
            self._found.info(line + times.line, message)
            return
        before = [other for other in blocks if other.line == line - 2 and not other.text.strip()]
        if before and "-->" not in block.text:
            before[0].text = block.text
            self._found.info(
                line, "These words stand after an empty line; they were kept with the cue above."
            )
            return
        words = " ".join(lines).strip()
        if not words.isdecimal():
            self._found.warning(line, f"This block has no readable times and was left out: {quoted(words)}.")

    def _times(self, lines: Sequence[str]) -> _Block | None:
        for index, line in enumerate(lines[:2]):
            start_ms, end_ms = arrow_times(line) or (None, None)
            if start_ms is not None and end_ms is not None and self._is_habit(line):
                return _Block(index, start_ms, end_ms, "\n".join(lines[index + 1 :]))
        return None

    def _is_habit(self, line: str) -> bool:
        forms = _wrong_forms(line)
        return not self._has_right_cues or (
            bool(forms) and all(self._forms[form] >= _FEWEST_FOR_A_HABIT for form in forms)
        )


def _wrong_forms(line: str) -> list[str]:
    """The forms of the times in a line that are not the specification's, each digit written as 0."""
    if "-->" not in line:
        return []
    forms = (re.sub(r"\d", "0", time) for time in _TIME.findall(line))
    return [form for form in forms if _RIGHT_FORM.fullmatch(form) is None]
