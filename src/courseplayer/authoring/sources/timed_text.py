"""Timed Text Markup Language files (.ttml, .dfxp, .xml), versions 1 and 2 and their drafts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.cue_text import for_display
from courseplayer.authoring.sources.timed_words import TimedWords, quoted
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError

_BROKEN = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a readable TTML subtitle file ({reason}), so nothing was read from it; "
    "nothing was changed. Save it again from the program that made it.",
)
_CLOCK = re.compile(r"(\d{1,9}):(\d{2}):(\d{2})(?:(\.\d{1,9})|:(\d{1,4})(?:\.\d+)?)?", re.ASCII)
_OFFSET = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)", re.ASCII)
_XML_SPACE = re.compile(r"[ \t\r\n]+")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MS = {"h": 3_600_000.0, "m": 60_000.0, "s": 1000.0, "ms": 1.0}


@dataclass(frozen=True, slots=True)
class TimedTextFile:
    """What the file says, in the order of the file, and its ``xml:lang``."""

    words: tuple[TimedWords, ...]
    language: str | None


def is_timed_text(text: str) -> bool:
    """The root element is ``tt``, with any prefix."""
    return re.search(r"<(?:[\w.-]+:)?tt[\s>]", text[:20_000]) is not None and text.lstrip().startswith("<")


def read_timed_text(text: str, found: FileFindings) -> TimedTextFile:
    """Read every paragraph; raises BadInputError for broken XML and for entities, which can hide bombs."""
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except ParseError as broken:
        line = broken.position[0]
        raise BadInputError(_BROKEN, file=found.file, reason=f"line {line} is not XML") from broken
    except (DefusedXmlException, ValueError) as refused:
        reason = "it defines its own entities"
        raise BadInputError(_BROKEN, file=found.file, reason=reason) from refused
    return TimedTextFile(tuple(_Reader(root, found).words()), root.get(_LANG))


class _Reader:
    """Walks the tree without recursion, so that no depth of nesting exhausts the stack."""

    def __init__(self, root: Element, found: FileFindings) -> None:
        self._root = root
        self._found = found
        frames_per_second = _positive(_attribute(root, "frameRate"), 30.0)
        numerator, _, denominator = (_attribute(root, "frameRateMultiplier") or "1 1").partition(" ")
        frames_per_second *= _positive(numerator, 1.0) / _positive(denominator, 1.0)
        self._frame_ms = 1000.0 / frames_per_second
        self._tick_ms = 1000.0 / _positive(_attribute(root, "tickRate"), frames_per_second)
        self._agents = dict(_agents(root))

    def words(self) -> Iterator[TimedWords]:
        """Yield paragraphs, or their spans where only those have times."""
        pending: list[tuple[Element, int]] = [(self._root, 0)]
        while pending:
            element, parent_ms = pending.pop()
            begin_ms = parent_ms + (self._time(element, "begin") or 0)
            if _name(element) == "p":
                yield from self._paragraph(element, parent_ms, begin_ms)
            else:
                if element.get("timeContainer") == "seq":
                    self._found.warning(None, "Parts that follow one another (seq) were read as given.")
                pending.extend((child, begin_ms) for child in reversed(element))

    def _paragraph(self, paragraph: Element, parent_ms: int, begin_ms: int) -> Iterator[TimedWords]:
        agent = self._agents.get(_attribute(paragraph, "agent") or "")
        spans = [child for child in paragraph if _name(child) == "span" and child.get("begin") is not None]
        if paragraph.get("begin") is None and spans:
            for span in spans:
                start_ms = begin_ms + (self._time(span, "begin") or 0)
                yield TimedWords(start_ms, self._end(span, begin_ms, start_ms), _text(span), None, agent)
            return
        text = _text(paragraph)
        if paragraph.get("begin") is not None and self._time(paragraph, "begin") is None:
            self._found.warning(
                None, f"The times cannot be read, so these words were left out: {quoted(text)}."
            )
            return
        yield TimedWords(begin_ms, self._end(paragraph, parent_ms, begin_ms), text, None, agent)

    def _end(self, element: Element, parent_ms: int, begin_ms: int) -> int | None:
        end_ms, length_ms = self._time(element, "end"), self._time(element, "dur")
        if end_ms is not None:
            return parent_ms + end_ms
        return None if length_ms is None else begin_ms + length_ms

    def _time(self, element: Element, attribute: str) -> int | None:
        """Read a time expression of TTML in ms; None where there is none or it cannot be read."""
        text = (element.get(attribute) or "").strip()
        clock = _CLOCK.fullmatch(text)
        if clock is not None:
            hours, minutes, seconds, fraction, frames = clock.groups()
            whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
            return round((whole + float(fraction or 0)) * 1000 + int(frames or 0) * self._frame_ms)
        offset = _OFFSET.fullmatch(text)
        if offset is None:
            return None
        unit_ms = {**_MS, "f": self._frame_ms, "t": self._tick_ms}[offset[2]]
        return round(float(offset[1]) * unit_ms)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Element, name: str) -> str | None:
    """Return an attribute whatever its namespace; the drafts of TTML used several."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def _positive(text: str | None, otherwise: float) -> float:
    match = re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", (text or "").strip(), re.ASCII)
    return (float(match[0]) if match else otherwise) or otherwise


def _agents(root: Element) -> Iterator[tuple[str, str]]:
    for agent in (element for element in root.iter() if _name(element) == "agent"):
        name = " ".join("".join(agent.itertext()).split())
        if name and agent.get(_ID):
            yield agent.get(_ID, ""), name


def _text(element: Element) -> str:
    """Join the words of an element; only ``br`` breaks a line."""
    parts: list[str] = []
    pending: list[Element | str] = [element]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            parts.append(_XML_SPACE.sub(" ", part))
            continue
        if _name(part) == "br":
            parts.append("\n")
            continue
        if _name(part) == "metadata":
            continue
        for child in reversed(part):
            pending.extend((child.tail or "", child))
        parts.append(_XML_SPACE.sub(" ", part.text or ""))
    return for_display("".join(parts))
