"""A text as a file that any program opens, for when the learner's store cannot be written."""

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.ui.words import escaped

_MARKS = {BlockKind.BULLET: "• ", BlockKind.NUMBERED: "– ", BlockKind.QUOTE: "    "}


def copy_of(document: Document, suffix: str) -> bytes:
    """Return the text as HTML for a name that ends like a web page, else as plain text."""
    made = _html(document) if suffix.lower() in (".html", ".htm") else _plain(document)
    return made.encode("utf-8", "replace")


def _plain(document: Document) -> str:
    lines = (
        "    " * block.level * (block.kind is not BlockKind.HEADING) + _marked(block)
        for block in document.blocks
    )
    return "\n".join(lines) + "\n"


def _marked(block: Block) -> str:
    return _MARKS.get(block.kind, "") + block.plain_text()


def _html(document: Document) -> str:
    lines = "\n".join(_element(block) for block in document.blocks)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n{lines}\n</body></html>\n'


def _element(block: Block) -> str:
    words = "".join(_inline(span) for span in block.spans).replace("\n", "<br>")
    if block.kind is BlockKind.HEADING:
        return f"<h{block.level}>{words}</h{block.level}>"
    if block.kind is BlockKind.QUOTE:
        return f"<blockquote><p>{words}</p></blockquote>"
    if block.kind is BlockKind.PARAGRAPH:
        return f"<p>{words}</p>"
    tag = "ol" if block.kind is BlockKind.NUMBERED else "ul"
    return f"<{tag}>" * (block.level + 1) + f"<li>{words}</li>" + f"</{tag}>" * (block.level + 1)


def _inline(span: Span) -> str:
    words = escaped(span.text)
    if span.is_bold:
        words = f"<b>{words}</b>"
    if span.is_italic:
        words = f"<i>{words}</i>"
    return words if span.link is None else f'<a href="{escaped(span.link)}">{words}</a>'
