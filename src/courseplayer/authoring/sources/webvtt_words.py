"""The words of a WebVTT file: the specification's cues, and what a careful reader can save beside them."""

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.cue_text import from_webvtt
from courseplayer.authoring.sources.subrip import arrow_times
from courseplayer.authoring.sources.timed_words import TimedWords, quoted
from courseplayer.authoring.sources.webvtt import BlockKind, DroppedBlock, is_webvtt, parse

_BEFORE_SIGNATURE = "\ufeff\n\t "
_UNSUPPORTED = {
    BlockKind.STYLE: "The styles of this file were left out; the player has its own.",
    BlockKind.REGION: "The regions of this file were left out; captions have their own place.",
}


def could_be_webvtt(text: str) -> bool:
    """The signature stands at the beginning, if need be after empty lines."""
    return is_webvtt(text.lstrip(_BEFORE_SIGNATURE))


def read_webvtt(text: str, found: FileFindings) -> tuple[tuple[TimedWords, ...], str | None]:
    """Read the words in the order of the file and the language in its header.

    Times that the specification refuses but players read (``0:0:3.5``, ``00:00:03,500``) are read, and
    reported.
    """
    body = text.lstrip(_BEFORE_SIGNATURE)
    offset = text[: len(text) - len(body)].count("\n")
    if offset:
        found.info(1, "The file does not begin with WEBVTT as it should; the empty lines were skipped.")
    file = parse(body)
    blocks = [(cue.line + offset, cue.start_ms, cue.end_ms, cue.text) for cue in file.cues]
    for dropped in file.dropped:
        saved = _saved(dropped, offset, found)
        blocks.extend([saved] if saved else [])
    readings = 0
    words: list[TimedWords] = []
    for line, start_ms, end_ms, raw in sorted(blocks):
        plain = from_webvtt(raw)
        readings += plain.dropped_readings
        words.append(TimedWords(start_ms, end_ms, plain.text, line, plain.speaker))
    if readings:
        found.info(None, f"{readings} readings above ruby text were left out.")
    return tuple(words), file.language


def _saved(block: DroppedBlock, offset: int, found: FileFindings) -> tuple[int, int, int, str] | None:
    if block.kind is BlockKind.NOTE:
        return None
    first_line = block.line + offset
    if block.kind in _UNSUPPORTED:
        found.info(first_line, _UNSUPPORTED[block.kind])
        return None
    lines = block.text.split("\n")
    for index, line in enumerate(lines[:2]):
        start_ms, end_ms = arrow_times(line) or (None, None)
        if start_ms is not None and end_ms is not None:
            found.info(
                first_line + index, "These times are not written as WebVTT asks; they were read as meant."
            )
            return first_line + index, start_ms, end_ms, "\n".join(lines[index + 1 :])
    words = " ".join(lines).strip()
    if not words.isdecimal():
        found.warning(first_line, f"This block has no readable times and was left out: {quoted(words)}.")
    return None
