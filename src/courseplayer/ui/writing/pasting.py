"""What comes from the clipboard: any rich text reduced to words, headings, lists, bold, italic and links."""

import re
from dataclasses import replace
from pathlib import Path

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
from courseplayer.ui.writing.word_lists import with_lists

OWN_MIME = "application/x-courseplayer-text"
MOST_CHARACTERS = 500_000
"""More than this is a book, and Qt would need seconds to lay it out."""
_MOST_HTML_CHARACTERS = 2_000_000
_MOST_CLEAN_CHARACTERS = 800_000
_DEEPEST = 100
_LONGEST_WORD = 2_000
_ENDLESS = re.compile(rf"(\S{{{_LONGEST_WORD}}})(?=\S)")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_UNCLOSED = {
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr",
}  # fmt: skip
"""Elements whose end may be left out."""
_SPACES = re.compile(r"[ \t\xa0]+")
_TAGS = {
    "a", "b", "strong", "i", "em", "span", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "br", "hr",
    "blockquote", "ul", "ol", "li", "pre", "table", "tr", "td", "th", "dl", "dt", "dd",
}  # fmt: skip


_WITHOUT_WORDS = {"script", "style", "title"}
"""Elements whose content is nothing to read; the title of a document is not in its text."""


class _ClosedDocument(QTextDocument):
    """A text document that loads nothing, whatever its HTML names."""

    def loadResource(self, _type: int, _name: QUrl | str) -> QByteArray:
        return QByteArray()


def pasted(source: QMimeData) -> Document | None:
    """Return what the clipboard holds in our few formats, None when it is too much."""
    document = _found(source)
    if document is None or sum(len(block.plain_text()) for block in document.blocks) > MOST_CHARACTERS:
        return None
    return Document(tuple(_with_breaks(block) for block in document.blocks))


def _found(source: QMimeData) -> Document | None:
    if source.hasFormat(OWN_MIME):
        own = _own(bytes(source.data(OWN_MIME).data()))
        if own is not None:
            return own
    html = source.html() if source.hasHtml() else ""
    if html and len(html) <= _MOST_HTML_CHARACTERS and _depth(html) <= _DEEPEST:
        clean = _clean(html)
        if len(clean) <= _MOST_CLEAN_CHARACTERS:
            return _read(clean)
    text = source.text()
    return _plain(text) if len(text) <= MOST_CHARACTERS else None


def _plain(text: str) -> Document:
    if len(text.splitlines()) == 1 and text == text.rstrip("\r\n"):
        # A part of a line: the space at its ends keeps it apart from the words around it.
        return Document((Block(BlockKind.PARAGRAPH, (Span(_SPACES.sub(" ", text)),)),))
    return Document.from_plain_text(text)


def _depth(html: str) -> int:
    """Return how deep elements stand in each other; Qt and nh3 need minutes for some thousands (measured)."""
    deepest = depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _with_breaks(block: Block) -> Block:
    """Break words that no language has: each key press in such a line would take seconds (measured)."""
    if not _ENDLESS.search(block.plain_text()):
        return block
    return replace(
        block, spans=tuple(replace(span, text=_ENDLESS.sub("\\1\n", span.text)) for span in block.spans)
    )


def local_files(source: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer that the clipboard holds, if it holds nothing else."""
    urls = source.urls()
    if not urls or not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)


def from_html(html: str) -> Document:
    """Keep the words of any HTML, and of its formats those we know."""
    return _read(_clean(html))


def _clean(html: str) -> str:
    # Fonts, colours, pictures, scripts and comments are gone before Qt sees anything. Google Docs, browsers
    # and Qt itself write bold and italic as styles, and the first wraps everything in a <b> that is not bold.
    weights = {tag: {"style"} for tag in ("b", "strong", "i", "em", "span")}
    return nh3.clean(with_lists(html), tags=_TAGS, clean_content_tags=_WITHOUT_WORDS, link_rel=None,
                     attributes={"a": {"href"}, **weights},
                     filter_style_properties={"font-weight", "font-style"},
                     url_schemes={"http", "https", "mailto", "course"})  # fmt: skip


def _read(clean: str) -> Document:
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
