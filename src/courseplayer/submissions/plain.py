"""The text without formatting, for a paste box or a .txt file."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from courseplayer.course.writing import Block, BlockKind, Span
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.page import ItemList, lay_out

_INDENT = "    "
_OPENING_QUOTE = re.compile("[\"'“”„‘«‹「『]")


def paste_text(content: SubmissionContent) -> str:
    """Return the learner's text alone, without header and attachments: what goes into a paste box."""
    return "\n\n".join(map(_part, lay_out(content).parts))


def plain_text(content: SubmissionContent) -> str:
    """Return the whole document as plain text, ending with a line feed."""
    page = lay_out(content)
    header = [page.title, "\n".join(f"{fact.lead}{fact.value}" for fact in page.facts)]
    attached = [page.attachments_heading, "\n".join(f"• {name}" for name in page.attachments)]
    return "\n\n".join([*header, *map(_part, page.parts), *(attached if page.attachments else ())]) + "\n"


def _part(part: Block | ItemList) -> str:
    if isinstance(part, ItemList):
        return "\n".join(_list_lines(part, ""))
    if part.kind is BlockKind.QUOTE:
        words = _words(part.spans)
        quoted = words if _OPENING_QUOTE.match(words) else f"“{words}”"
        return _INDENT + quoted.replace("\n", "\n" + _INDENT)
    return _words(part.spans)


def _list_lines(items: ItemList, indent: str) -> Iterator[str]:
    for number, item in enumerate(items.items, start=1):
        marker = f"{number}. " if items.is_numbered else "• "
        inner = indent + " " * len(marker)
        yield indent + marker + _words(item.spans).replace("\n", "\n" + inner)
        for below in item.below:
            yield from _list_lines(below, inner)


def _words(spans: Iterable[Span]) -> str:
    return "".join(
        _with_address("".join(span.text for span in linked), link)
        for link, linked in groupby(spans, lambda span: span.link)
    )


def _with_address(words: str, link: str | None) -> str:
    if link is None:
        return words
    address = link.removeprefix("mailto:")
    stripped = re.sub(r"^https?://", "", address).rstrip("/")
    if words.strip().rstrip("/") in {address.rstrip("/"), stripped}:
        return words
    trimmed = words.rstrip()
    return f"{trimmed} ({address}){words[len(trimmed) :]}"
