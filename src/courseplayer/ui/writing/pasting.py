"""What comes from the clipboard: any rich text reduced to words, headings, lists, bold, italic and links."""

import re
from dataclasses import replace

import nh3
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.ui.writing.text_document import (
    block_format,
    canonical,
    insert_blocks,
    insert_spans,
    read_document,
)

OWN_MIME = "application/x-courseplayer-text"
_MOST_HTML_CHARACTERS = 2_000_000
_SPACES = re.compile(r"[ \t\xa0]+")
_TAGS = {
    "a", "b", "strong", "i", "em", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "br", "hr", "blockquote",
    "ul", "ol", "li", "pre", "table", "tr", "td", "th", "dl", "dt", "dd",
}  # fmt: skip


class _ClosedDocument(QTextDocument):
    """A text document that loads nothing, whatever its HTML names."""

    def loadResource(self, _type: int, _name: QUrl | str) -> QByteArray:
        return QByteArray()


def pasted(source: QMimeData) -> Document:
    """Return what the clipboard holds in our few formats."""
    if source.hasFormat(OWN_MIME):
        own = _own(bytes(source.data(OWN_MIME).data()))
        if own is not None:
            return own
    html = source.html() if source.hasHtml() else ""
    if html and len(html) <= _MOST_HTML_CHARACTERS:
        return from_html(html)
    return Document.from_plain_text(source.text())


def from_html(html: str) -> Document:
    """Keep the words of any HTML, and of its formats those we know."""
    # Fonts, colours, pictures, scripts and comments are gone before Qt sees anything.
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel=None,
                      url_schemes={"http", "https", "mailto", "course"})  # fmt: skip
    document = _ClosedDocument()
    document.setHtml(clean)
    return Document(tuple(_tidy(b) for b in read_document(document).blocks if b.plain_text().strip()))


def selected(cursor: QTextCursor) -> Document:
    """Return the selection as it would be stored."""
    part = _ClosedDocument()
    QTextCursor(part).insertFragment(cursor.selection())
    return read_document(part)


def insert_document(cursor: QTextCursor, document: Document) -> None:
    """Put a text in place of the selection; one line goes into the line at the cursor."""
    blocks = document.blocks
    if not blocks:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    is_blank = not cursor.block().text()
    if blocks[0].kind is BlockKind.PARAGRAPH or (len(blocks) == 1 and not is_blank):
        insert_spans(cursor, blocks[0].spans)
        blocks = blocks[1:]
        is_blank = False
    if blocks:
        _insert_lines(cursor, blocks, is_blank)
    cursor.endEditBlock()


def _insert_lines(cursor: QTextCursor, blocks: tuple[Block, ...], is_blank: bool) -> None:
    if not is_blank:
        cursor.insertBlock(block_format(BlockKind.PARAGRAPH, 0), QTextCharFormat())
    here = cursor.block().textList()
    if here is not None:
        here.remove(cursor.block())
    insert_blocks(cursor, blocks)


def _own(data: bytes) -> Document | None:
    try:
        return canonical(Document.from_json(data.decode("utf-8")))
    except ValueError:
        return None


def _tidy(block: Block) -> Block:
    spans = [replace(span, text=_SPACES.sub(" ", span.text)) for span in block.spans]
    if block.kind is BlockKind.HEADING and all(span.is_bold for span in spans):
        # HTML makes every heading bold; that is how it looks, not what the writer marked.
        spans = [replace(span, is_bold=False) for span in spans]
    spans[0] = _without_start(spans[0])
    return Block(block.kind, tuple(span for span in spans if span.text), block.level)


def _without_start(span: Span) -> Span:
    return replace(span, text=span.text.lstrip("\n "))
