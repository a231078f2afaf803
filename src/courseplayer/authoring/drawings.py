"""SVG drawings: what of one may be drawn, so that nothing in it reaches out of it or draws for ever."""

import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

Rasterise = Callable[[bytes], bytes]
"""Draws what :func:`safe_drawing` returned, as PNG; raises NothingDrawnError."""

MOST_BYTES: Final = 2_000_000
MOST_DRAWN: Final = 20_000
_MOST_DEPTH = 60
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
# What loads, runs, embeds or costs without bound is not among them: image, script, foreignObject, filter, …
_ALLOWED = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "text", "tspan",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "linearGradient", "radialGradient", "stop",
    }
)  # fmt: skip
_SILENT = frozenset({"metadata"})
# Addresses outside of the drawing itself; CSS may write any letter as a number behind a backslash.
_OUTSIDE = re.compile(r"\\|@import|url\s*\(\s*(?!['\"]?#)|image\s*\(|image-set", re.IGNORECASE)

register_namespace("", _SVG.strip("{}"))


class NothingDrawnError(Exception):
    """A drawing has nothing in it, or no room."""


class UnsafeDrawingError(Exception):
    """This is no drawing that could be shown; the text is a whole sentence with advice."""


def safe_drawing(data: bytes) -> tuple[bytes, int]:
    """Return a drawing of known elements that refers to nothing else, and how many parts were left out.

    Raises UnsafeDrawingError. Scripts, pictures inside, styles that load something and elements of other
    programs are left out; what Inkscape and others note for themselves is left out without being counted.
    """
    if len(data) > MOST_BYTES:
        raise UnsafeDrawingError("The drawing is larger than 2 MB; export it as PNG.")
    try:
        root = fromstring(data)
    except DefusedXmlException as hostile:
        raise UnsafeDrawingError(
            "The drawing defines entities, which is not safe; export it as PNG."
        ) from hostile
    except (ParseError, ValueError, LookupError) as broken:
        raise UnsafeDrawingError("This is not a whole SVG drawing; export it as PNG.") from broken
    if root.tag != f"{_SVG}svg":
        raise UnsafeDrawingError("This is not a whole SVG drawing; export it as PNG.")
    left_out = _clean(root)
    if _drawn(root) > MOST_DRAWN:
        raise UnsafeDrawingError("The drawing has too many parts for a weak PC; export it as PNG.")
    return tostring(root, encoding="utf-8"), left_out


def _clean(root: Element) -> int:
    left_out, waiting = 0, [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if depth > _MOST_DEPTH:
            raise UnsafeDrawingError("The drawing is nested too deeply; export it as PNG.")
        left_out += _clean_attributes(element)
        for child in list(element):
            tag = str(child.tag)
            if tag.removeprefix(_SVG) in _ALLOWED and tag.startswith(_SVG) and not _loads_in_style(child):
                waiting.append((child, depth + 1))
                continue
            element.remove(child)
            left_out += tag.startswith(_SVG) and tag.removeprefix(_SVG) not in _SILENT
    return left_out


def _clean_attributes(element: Element) -> int:
    left_out = 0
    for name, value in list(element.attrib.items()):
        is_foreign = name.startswith("{") and name not in _HREFS
        is_reference = name in _HREFS and not value.strip().startswith("#")
        if is_foreign or is_reference or name.lower().startswith("on") or _OUTSIDE.search(value):
            del element.attrib[name]
            left_out += not is_foreign
    return left_out


def _loads_in_style(element: Element) -> bool:
    return element.tag == f"{_SVG}style" and _OUTSIDE.search("".join(element.itertext())) is not None


def _drawn(root: Element) -> int:
    """Count what is drawn, each use of a part as the whole part; a circle of them is too much."""
    named = {name: element for element in root.iter() if (name := element.get("id"))}
    counted: dict[Element, int] = {}

    def count(element: Element, inside: frozenset[Element]) -> int:
        if element in inside or len(inside) > 4 * _MOST_DEPTH:
            return MOST_DRAWN + 1
        if element not in counted:
            within = inside | {element}
            total = 1 + sum(count(child, within) for child in element)
            total += sum(count(named[name], within) for name in _used(element) if name in named)
            counted[element] = min(total, MOST_DRAWN + 1)
        return counted[element]

    return count(root, frozenset())


def _used(element: Element) -> Iterator[str]:
    if element.tag == f"{_SVG}use":
        for name in _HREFS:
            yield element.get(name, "").strip().removeprefix("#")
