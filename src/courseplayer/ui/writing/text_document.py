"""Turns Qt's text documents into the course's Document and back, without loss."""

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from courseplayer.course.location import Location
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.ui.writing.block_look import line_format

MAX_HEADING_LEVEL = 3
MAX_LIST_DEPTH = 8
LIST_KINDS = (BlockKind.BULLET, BlockKind.NUMBERED)
_SOFT_BREAK = "\u2028"
_NO_TEXT = re.compile("[\x00\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff]")
"""Marks with a meaning of their own inside a QTextDocument, and those that say how bytes are ordered: PySide
turns the letters of a string round that begins with U+FFFE."""
_BREAKS = re.compile("\r\n|[\r\n\u2028\u2029]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_WEB_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_NUMBERED_STYLES = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_QUOTE = QTextFormat.Property.BlockQuoteLevel


def is_safe_link(address: str) -> bool:
    """Say whether a text may hold this link: the web, a mail address, or a place in a course."""
    return _WEB_LINK.fullmatch(address) is not None or Location.from_link(address) is not None


def canonical(document: Document) -> Document:
    """Return the one way to write a text: no empty spans, no two alike in a row, levels within bounds."""
    return as_document(tuple(_canonical_block(block) for block in document.blocks))


def fill(target: QTextDocument, document: Document) -> None:
    """Make ``document`` the text of ``target``; nothing of it can be undone."""
    target.setUndoRedoEnabled(False)
    target.clear()
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    insert_blocks(cursor, document.blocks or (Block(BlockKind.PARAGRAPH, ()),))
    cursor.endEditBlock()
    target.setUndoRedoEnabled(True)
    target.setModified(False)


def insert_blocks(cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
    """Write blocks at the cursor, which stands in an empty paragraph; each becomes a line of its own."""
    for index, block in enumerate(blocks):
        if index:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        cursor.setBlockFormat(block_format(block.kind, block.level))
        insert_spans(cursor, block.spans)
        if block.kind in LIST_KINDS:
            join_list(cursor, block.kind, block.level)


def insert_spans(cursor: QTextCursor, spans: tuple[Span, ...]) -> None:
    """Write formatted words at the cursor."""
    for span in spans:
        cursor.insertText(_to_qt(span.text), char_format(span))


def block_format(kind: BlockKind, level: int) -> QTextBlockFormat:
    """Return the format of a line of a kind, without its list."""
    made = line_format(kind)
    if kind is BlockKind.HEADING:
        made.setHeadingLevel(min(max(level, 1), MAX_HEADING_LEVEL))
    elif kind is BlockKind.QUOTE:
        made.setProperty(_QUOTE, 1)
    return made


def char_format(span: Span) -> QTextCharFormat:
    """Return the format of a span; how links look is not part of it."""
    made = QTextCharFormat()
    if span.is_bold:
        made.setFontWeight(QFont.Weight.Bold)
    if span.is_italic:
        made.setFontItalic(True)
    if span.link is not None:
        made.setAnchor(True)
        made.setAnchorHref(span.link)
    return made


def list_format(kind: BlockKind, level: int) -> QTextListFormat:
    """Return the format of a list of a depth."""
    made = QTextListFormat()
    depth = min(max(level, 0), MAX_LIST_DEPTH)
    made.setIndent(depth + 1)
    numbers = (QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListLowerAlpha)
    made.setStyle(numbers[depth % 2] if kind is BlockKind.NUMBERED else _BULLETS[depth % len(_BULLETS)])
    return made


def join_list(cursor: QTextCursor, kind: BlockKind, level: int) -> None:
    """Put the cursor's line into the list that it goes on, or into a new one."""
    before = cursor.block().previous()
    while before.isValid() and kind_of(before)[0] in LIST_KINDS:
        known = kind_of(before)
        if known == (kind, level):
            before.textList().add(cursor.block())
            return
        if known[1] <= level:
            break
        before = before.previous()
    cursor.createList(list_format(kind, level))


def kind_of(block: QTextBlock) -> tuple[BlockKind, int]:
    """Return what a line is and its level."""
    its_list = block.textList()
    if its_list is not None:
        shown = its_list.format()
        kind = BlockKind.NUMBERED if shown.style() in _NUMBERED_STYLES else BlockKind.BULLET
        return kind, min(max(shown.indent() - 1, 0), MAX_LIST_DEPTH)
    shape = block.blockFormat()
    if shape.headingLevel() > 0:
        return BlockKind.HEADING, min(shape.headingLevel(), MAX_HEADING_LEVEL)
    if shape.intProperty(_QUOTE) > 0:
        return BlockKind.QUOTE, 0
    return BlockKind.PARAGRAPH, 0


def read_block(block: QTextBlock) -> Block:
    """Return one line as it will be stored."""
    kind, level = kind_of(block)
    return Block(kind, _merged(_spans(block)), level)


def read_document(source: QTextDocument) -> Document:
    """Return the whole text as it will be stored."""
    blocks: list[Block] = []
    block = source.begin()
    while block.isValid():
        blocks.append(read_block(block))
        block = block.next()
    return as_document(tuple(blocks))


def as_document(blocks: tuple[Block, ...]) -> Document:
    """Return lines as a document; the one empty line of an empty editor is no line."""
    return Document(()) if blocks == (Block(BlockKind.PARAGRAPH, ()),) else Document(blocks)


def _spans(block: QTextBlock) -> Iterator[Span]:
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        shape = fragment.charFormat()
        link = shape.anchorHref() if shape.isAnchor() else ""
        yield Span(
            _from_qt(fragment.text()),
            shape.fontWeight() >= QFont.Weight.DemiBold,
            shape.fontItalic(),
            link if link and is_safe_link(link) else None,
        )
        pieces += 1


def _canonical_block(block: Block) -> Block:
    level = 0
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), MAX_HEADING_LEVEL)
    elif block.kind in LIST_KINDS:
        level = min(max(block.level, 0), MAX_LIST_DEPTH)
    spans = (
        Span(_from_qt(_to_qt(s.text)), s.is_bold, s.is_italic, s.link if _may_stay(s.link) else None)
        for s in block.spans
    )
    return Block(block.kind, _merged(spans), level)


def _may_stay(link: str | None) -> bool:
    return link is not None and is_safe_link(link)


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        last = merged[-1] if merged else None
        same = (span.is_bold, span.is_italic, span.link)
        if last is not None and (last.is_bold, last.is_italic, last.link) == same:
            merged[-1] = Span(last.text + span.text, *same)
        else:
            merged.append(span)
    return tuple(merged)


def _to_qt(text: str) -> str:
    clean = _NO_TEXT.sub("", _BREAKS.sub(_SOFT_BREAK, text))
    return _HALF_CHARACTER.sub("\ufffd", clean)


def _from_qt(text: str) -> str:
    return _NO_TEXT.sub("", text).replace(_SOFT_BREAK, "\n")
