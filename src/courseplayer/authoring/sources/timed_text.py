"""Timed Text Markup Language files (.ttml, .dfxp, .xml), versions 1 and 2 and their drafts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.cue_text import for_display
from courseplayer.authoring.sources.timed_text_clock import TimedTextClock
from courseplayer.authoring.sources.timed_text_tree import line_of, tree_of
from courseplayer.authoring.sources.timed_words import TimedWords, quoted
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError

_BROKEN = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a readable TTML subtitle file ({reason}), so nothing was read from it; "
    "nothing was changed. Save it again from the program that made it.",
)
_RUBY_READINGS = frozenset({"text", "textContainer", "delimiter"})
_XML_SPACE = re.compile(r"[ \t\r\n]+")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


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
        root = tree_of(text)
    except ParseError as broken:
        line = broken.position[0]
        raise BadInputError(_BROKEN, file=found.file, reason=f"line {line} is not XML") from broken
    except (DefusedXmlException, ValueError) as refused:
        reason = "it defines its own entities"
        raise BadInputError(_BROKEN, file=found.file, reason=reason) from refused
    return TimedTextFile(tuple(_Reader(root, found).words()), root.get(_LANG))


@dataclass(frozen=True, slots=True)
class _Span:
    """When the words of an element are said: what a parent's times give where its own are missing."""

    begin_ms: int = 0
    end_ms: int | None = None
    is_timed: bool = False


@dataclass(slots=True)
class _Piece:
    """Words of a paragraph that are said at one time."""

    span: _Span
    text: str
    line: int


class _Reader:
    """Walks the tree without recursion, so that no depth of nesting exhausts the stack."""

    def __init__(self, root: Element, found: FileFindings) -> None:
        self._root = root
        self._found = found
        self._clock = TimedTextClock(
            _attribute(root, "frameRate"),
            _attribute(root, "frameRateMultiplier"),
            _attribute(root, "tickRate"),
        )
        self._agents = dict(_agents(root))

    def words(self) -> Iterator[TimedWords]:
        """Yield paragraphs, or their spans where only those have times."""
        pending: list[tuple[Element, _Span]] = [(self._root, _Span())]
        while pending:
            element, parent = pending.pop()
            if _name(element) == "p":
                yield from self._paragraph(element, parent)
                continue
            if element.get("timeContainer") == "seq":
                self._found.warning(
                    line_of(element), "Parts that follow one another (seq) were read as given."
                )
            span = self._span(element, parent)
            pending.extend((child, span) for child in reversed(element))

    def _paragraph(self, paragraph: Element, parent: _Span) -> Iterator[TimedWords]:
        agent = self._agents.get(_attribute(paragraph, "agent") or "")
        if paragraph.get("begin") is not None and self._clock.ms(paragraph.get("begin")) is None:
            text = for_display("".join(piece.text for piece in self._pieces(paragraph, parent)))
            message = f"The times cannot be read, so these words were left out: {quoted(text)}."
            self._found.warning(line_of(paragraph), message)
            return
        span = self._span(paragraph, parent)
        pieces = self._pieces(paragraph, span)
        if paragraph.get("begin") is not None or not any(piece.span is not span for piece in pieces):
            text = for_display("".join(piece.text for piece in pieces))
            if not span.is_timed and text:
                self._found.info(line_of(paragraph), "These words have no times; they begin at 0:00.")
            yield TimedWords(span.begin_ms, span.end_ms, text, line_of(paragraph), agent)
            return
        for piece in _gathered(pieces, span):
            yield TimedWords(
                piece.span.begin_ms, piece.span.end_ms, for_display(piece.text), piece.line, agent
            )

    def _pieces(self, paragraph: Element, span: _Span) -> list[_Piece]:
        """Cut a paragraph where a time of its own begins or ends; only ``br`` breaks a line."""
        pieces = [_Piece(span, "", line_of(paragraph))]
        pending: list[Element | tuple[str, _Span, int]] = [paragraph]
        spans = {paragraph: span}
        while pending:
            part = pending.pop()
            if not isinstance(part, tuple):
                pending.extend(self._inside(part, spans))
            elif part[1] is pieces[-1].span:
                pieces[-1].text += part[0]
            elif part[0]:
                # Two words with times of their own are two words.
                is_word = pieces[-1].span is not span and part[1] is not span and pieces[-1].text.strip()
                pieces.append(_Piece(part[1], (" " if is_word else "") + part[0], part[2]))
        return pieces

    def _inside(
        self, element: Element, spans: dict[Element, _Span]
    ) -> Iterator[Element | tuple[str, _Span, int]]:
        """Yield what stands in an element, the last first."""
        span, line = spans[element], line_of(element)
        if _name(element) == "br":
            yield "\n", span, line
            return
        if _name(element) == "metadata":
            return
        if _attribute(element, "ruby") in _RUBY_READINGS:
            self._found.info(line, "The reading above ruby text was left out.")
            return
        for child in reversed(element):
            spans[child] = span if child.get("begin") is None else self._span(child, span)
            yield _XML_SPACE.sub(" ", child.tail or ""), span, line
            yield child
        yield _XML_SPACE.sub(" ", element.text or ""), span, line

    def _span(self, element: Element, parent: _Span) -> _Span:
        begin_ms, end_ms = self._clock.ms(element.get("begin")), self._clock.ms(element.get("end"))
        length_ms = self._clock.ms(element.get("dur"))
        for name, ms in (("begin", begin_ms), ("end", end_ms), ("dur", length_ms)):
            if ms is None and element.get(name) is not None:
                message = (
                    f"The time {quoted(element.get(name, ''))} ({name}) cannot be read and was left out."
                )
                self._found.warning(line_of(element), message)
        if begin_ms is None and end_ms is None and length_ms is None:
            return parent
        start_ms = parent.begin_ms + (begin_ms or 0)
        if end_ms is not None:
            return _Span(start_ms, parent.begin_ms + end_ms, is_timed=True)
        return _Span(start_ms, parent.end_ms if length_ms is None else start_ms + length_ms, is_timed=True)


def _gathered(pieces: list[_Piece], span: _Span) -> list[_Piece]:
    """Give words without a time of their own to the timed ones before them, the first ones to those after."""
    gathered: list[_Piece] = []
    lead = ""
    for piece in pieces:
        if piece.span is not span:
            gathered.append(_Piece(piece.span, lead + piece.text, piece.line))
            lead = ""
        elif gathered:
            gathered[-1].text += piece.text
        else:
            lead += piece.text
    return gathered


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Element, name: str) -> str | None:
    """Return an attribute whatever its namespace; the drafts of TTML used several."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def _agents(root: Element) -> Iterator[tuple[str, str]]:
    for agent in (element for element in root.iter() if _name(element) == "agent"):
        name = " ".join("".join(agent.itertext()).split())
        if name and agent.get(_ID):
            yield agent.get(_ID, ""), name
