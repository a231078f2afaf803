"""The text as CommonMark, escaped so that every CommonMark program shows the same words.

Emphasis follows the flanking rules (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis):
where a delimiter would not count, the character beside it is written as a numeric reference, which ends
in punctuation. Bold is ``**`` and italic ``_``, so that neighbouring delimiters never run together.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from courseplayer.course.writing import Block, BlockKind, Span
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.page import ItemList, lay_out

_ALWAYS_ESCAPED = frozenset("\\`*_[]<>~|#$")
_LINE_START = re.compile(r"([+\-=])|(\d{1,9})[.)](?:\s|$)", re.ASCII)
_LONGEST_MARKER = 11
_HARD_BREAK = "\\\n"


@dataclass(slots=True)
class _Token:
    """A character of the text (``character`` set) or a piece of markup, as it will be written."""

    written: str
    character: str = ""
    opens: bool = False
    closes: bool = False


def markdown_text(content: SubmissionContent) -> str:
    """Return the whole document as CommonMark, ending with a line feed."""
    page = lay_out(content)
    parts = [
        f"# {_line(page.title)}",
        "\n".join(f"- **{_line(fact.lead.rstrip())}** {_line(fact.value)}" for fact in page.facts),
        *_parts(page.parts),
    ]
    if page.attachments:
        parts.append(f"## {_line(page.attachments_heading)}")
        parts.append("\n".join(f"- {_line(name)}" for name in page.attachments))
    return "\n\n".join(parts) + "\n"


def _parts(parts: Sequence[Block | ItemList]) -> Iterator[str]:
    # Lists that touch are told apart by their markers; the header above the first part is a list of dashes.
    is_other_above: bool | None = False
    for part in parts:
        if isinstance(part, ItemList):
            is_other_above = is_other_above is False
            yield "\n".join(_list_lines(part, is_other_above))
        else:
            is_other_above = None
            yield _block(part)


def _block(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        # The page's title is the first level.
        return "#" * (block.level + 1) + " " + _inline(block.spans).replace(_HARD_BREAK, " ")
    if block.kind is BlockKind.QUOTE:
        return "> " + _inline(block.spans).replace("\n", "\n> ")
    return _inline(block.spans)


def _list_lines(items: ItemList, is_other_marker: bool) -> Iterator[str]:
    for number, item in enumerate(items.items, start=1):
        if items.is_numbered:
            marker = f"{number}{')' if is_other_marker else '.'} "
        else:
            marker = "+ " if is_other_marker else "- "
        indent = " " * len(marker)
        yield marker + _inline(item.spans).replace("\n", "\n" + indent)
        for below in item.below:
            yield from (indent + line.replace("\n", "\n" + indent) for line in _list_lines(below, False))


def _line(text: str) -> str:
    return _inline((Span(text),))


def _inline(spans: Iterable[Span]) -> str:
    tokens = list(_tokens(spans))
    _escape_where_it_matters(tokens)
    # Rewriting a neighbour changes what the next delimiter outwards sees, so work from inside out.
    for at in reversed(range(len(tokens))):
        if tokens[at].opens and at > 0:
            _make_room(tokens[at], inner=tokens[at + 1].written[0], outer=tokens[at - 1], is_before=True)
    for at in range(len(tokens) - 1):
        if tokens[at].closes:
            _make_room(tokens[at], inner=tokens[at - 1].written[-1], outer=tokens[at + 1], is_before=False)
    return "".join(token.written for token in tokens)


def _tokens(spans: Iterable[Span]) -> Iterator[_Token]:
    for link, linked in groupby(spans, lambda span: span.link):
        if link is not None:
            yield _Token("[")
        for is_bold, bold in groupby(linked, lambda span: span.is_bold):
            yield from _delimited(_italic_tokens(bold), "**" if is_bold else "")
        if link is not None:
            yield _Token(f"]({_address(link)})")


def _address(link: str) -> str:
    address = link.replace("&", "&amp;")
    # Parentheses are safe between < and >, which an address cannot hold.
    return f"<{address}>" if "(" in address or ")" in address else address


def _italic_tokens(spans: Iterable[Span]) -> Iterator[_Token]:
    for is_italic, alike in groupby(spans, lambda span: span.is_italic):
        characters = (character for span in alike for character in span.text)
        yield from _delimited(map(_character, characters), "_" if is_italic else "")


def _delimited(tokens: Iterable[_Token], delimiter: str) -> Iterator[_Token]:
    """Put the delimiter around the tokens but leave space outside, as the flanking rules want."""
    inside = list(tokens)
    shown = [at for at, token in enumerate(inside) if not token.character.isspace()]
    if not delimiter or not shown:
        yield from inside
        return
    first, last = shown[0], shown[-1] + 1
    yield from inside[:first]
    yield _Token(delimiter, opens=True)
    yield from inside[first:last]
    yield _Token(delimiter, closes=True)
    yield from inside[last:]


def _character(character: str) -> _Token:
    if character == "\n":
        return _Token(_HARD_BREAK, character)
    return _Token("\\" + character if character in _ALWAYS_ESCAPED else character, character)


def _escape_where_it_matters(tokens: Sequence[_Token]) -> None:
    for token, following in pairwise(tokens):
        is_entity = token.character == "&" and following.character.isalnum()
        is_picture = token.character == "!" and following.written == "["
        if is_entity or is_picture:
            token.written = "\\" + token.character
    for at in range(len(tokens)):
        if at == 0 or tokens[at - 1].character == "\n":
            _escape_line_start(tokens, at)


def _escape_line_start(tokens: Sequence[_Token], start: int) -> None:
    line = "".join(token.written for token in tokens[start : start + _LONGEST_MARKER])
    match = _LINE_START.match(line)
    if match is not None:
        mark = tokens[start + len(match[2] or "")]
        mark.written = "\\" + mark.character


def _make_room(delimiter: _Token, inner: str, outer: _Token, *, is_before: bool) -> None:
    """Write the character outside a delimiter as a reference if the delimiter would not count beside it."""
    edge = outer.written[-1] if is_before else outer.written[0]
    if not outer.character or edge.isspace() or _is_punctuation(edge):
        return
    if delimiter.written == "_" or not _is_letter(inner):
        outer.written = f"&#{ord(outer.character)};"


def _is_punctuation(character: str) -> bool:
    # Symbols became punctuation only in CommonMark 0.31, so programs differ about them.
    return character in string.punctuation or unicodedata.category(character).startswith("P")


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
