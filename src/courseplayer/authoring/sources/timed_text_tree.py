"""XML as a tree whose elements know their line; document types and entities are refused."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml.ElementTree import DefusedXMLParser

_LINE = "line in the file"  # no attribute of the file can have such a name


def tree_of(text: str) -> Element:
    """Parse a text; raises ParseError for broken XML, DefusedXmlException and ValueError for entities."""
    body = text.lstrip()
    offset = text[: len(text) - len(body)].count("\n")
    builder = _LineTracker()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.line = lambda: int(parser.parser.CurrentLineNumber) + offset
    parser.feed(body)
    root: Element = parser.close()
    return root


def line_of(element: Element) -> int:
    """Return the line of the file on which an element begins."""
    return int(element.get(_LINE, "1"))


class _LineTracker(TreeBuilder):
    line: Callable[[], int]

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        return super().start(tag, {**attrs, _LINE: str(self.line())})
