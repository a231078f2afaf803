"""What the toolbar does to a text: each function is one step for undo."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextList

from courseplayer.course.writing import BlockKind, Span
from courseplayer.ui.writing.text_document import (
    LIST_KINDS,
    MAX_LIST_DEPTH,
    block_format,
    char_format,
    insert_spans,
    kind_of,
    list_format,
)


@dataclass(frozen=True, slots=True)
class FormatHere:
    """The format at the cursor, as the toolbar shows it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    is_bold: bool = False
    is_italic: bool = False
    link: str | None = None


def lines_of(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield every line that the selection touches."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1)).blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()


def set_kind(cursor: QTextCursor, kind: BlockKind, level: int = 0) -> None:
    """Make the selected lines headings, items, quotes or paragraphs; items keep their depth."""
    cursor.beginEditBlock()
    first, last = _range(cursor)
    for block in list(lines_of(cursor)):
        depth = kind_of(block)[1] if block.textList() is not None else level
        _make(block, kind, depth if kind in LIST_KINDS else level)
    _regroup(cursor, first, last)
    cursor.endEditBlock()


def change_depth(cursor: QTextCursor, change: int) -> None:
    """Move the selected items deeper or out; other lines stay as they are."""
    cursor.beginEditBlock()
    first, last = _range(cursor)
    for block in list(lines_of(cursor)):
        kind, level = kind_of(block)
        if kind in LIST_KINDS:
            _make(block, kind, min(max(level + change, 0), MAX_LIST_DEPTH))
    _regroup(cursor, first, last)
    cursor.endEditBlock()


def set_bold(cursor: QTextCursor, is_bold: bool) -> QTextCharFormat:
    """Make the selection bold or not; returns the format to go on typing with."""
    change = QTextCharFormat()
    change.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
    cursor.mergeCharFormat(change)
    return change


def set_italic(cursor: QTextCursor, is_italic: bool) -> QTextCharFormat:
    """Make the selection italic or not; returns the format to go on typing with."""
    change = QTextCharFormat()
    change.setFontItalic(is_italic)
    cursor.mergeCharFormat(change)
    return change


def set_link(cursor: QTextCursor, words: str, address: str | None) -> None:
    """Put linked words in place of the selection, or take the link away with None.

    Words that stay as they are keep their formats and their lines.
    """
    _leave_space_out(cursor)
    is_bold, is_italic = (
        cursor.charFormat().fontWeight() >= QFont.Weight.DemiBold,
        cursor.charFormat().fontItalic(),
    )
    cursor.beginEditBlock()
    if cursor.hasSelection() and words.split() == cursor.selectedText().split():
        change = QTextCharFormat()
        change.setAnchor(address is not None)
        change.setAnchorHref(address or "")
        cursor.mergeCharFormat(change)
        cursor.setPosition(cursor.selectionEnd())
    else:
        insert_spans(cursor, (Span(words, is_bold, is_italic, address),))
    cursor.setCharFormat(char_format(Span("", is_bold, is_italic)))
    cursor.endEditBlock()


def _leave_space_out(cursor: QTextCursor) -> None:
    """Make the selection begin and end with words, so that the space around them stays."""
    selected = cursor.selectedText()
    if not selected.strip():
        return
    start = cursor.selectionStart() + len(selected) - len(selected.lstrip())
    end = cursor.selectionEnd() - len(selected) + len(selected.rstrip())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def select_link(cursor: QTextCursor) -> str | None:
    """Select the whole link that the cursor stands in and return its address."""
    for start, length, href in _links(cursor.block()):
        if start <= cursor.position() <= start + length and not cursor.hasSelection():
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            return href
    return cursor.charFormat().anchorHref() or None if cursor.hasSelection() else None


def insert_quote(cursor: QTextCursor, words: str, source: str, link: str) -> None:
    """Insert a quote with its source below the cursor's line, and go on in an empty paragraph."""
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().text():
        cursor.insertBlock(block_format(BlockKind.QUOTE, 0), QTextCharFormat())
    _make(cursor.block(), BlockKind.QUOTE, 0)
    insert_spans(cursor, (Span(f"“{words}” "), Span(f"({source})", link=link)))
    cursor.insertBlock(block_format(BlockKind.PARAGRAPH, 0), QTextCharFormat())
    cursor.endEditBlock()


def _links(block: QTextBlock) -> Iterator[tuple[int, int, str]]:
    start, length, address = 0, 0, ""
    for piece in block.textFormats():
        href = piece.format.anchorHref() if piece.format.isAnchor() else ""
        if href and href == address:
            length += piece.length
            continue
        if address:
            yield block.position() + start, length, address
        start, length, address = piece.start, piece.length, href
    if address:
        yield block.position() + start, length, address


def _range(cursor: QTextCursor) -> tuple[int, int]:
    numbers = [block.blockNumber() for block in lines_of(cursor)]
    return numbers[0], numbers[-1]


def _make(block: QTextBlock, kind: BlockKind, level: int) -> None:
    present = block.textList()
    if present is not None:
        present.remove(block)
    at = QTextCursor(block)
    at.setBlockFormat(block_format(kind, level))
    if kind in LIST_KINDS:
        at.createList(list_format(kind, level))


def _regroup(cursor: QTextCursor, first: int, last: int) -> None:
    """Let items of one depth count on as they are read, whatever lists they came from."""
    document = cursor.document()
    block = document.findBlockByNumber(first)
    while kind_of(block.previous())[0] in LIST_KINDS:
        block = block.previous()
    open_lists: dict[int, QTextList] = {}
    claimed: set[int] = set()
    while block.isValid() and (block.blockNumber() <= last or block.textList() is not None):
        _claim(block, open_lists, claimed)
        block = block.next()


def _claim(block: QTextBlock, open_lists: dict[int, QTextList], claimed: set[int]) -> None:
    own = block.textList()
    if own is None:
        open_lists.clear()
        return
    kind, level = kind_of(block)
    for deeper in [depth for depth in open_lists if depth > level]:
        del open_lists[deeper]
    known = open_lists.get(level)
    if known is not None and known.format().style() == own.format().style():
        if known.objectIndex() != own.objectIndex():
            known.add(block)
        return
    if own.objectIndex() in claimed:
        own = QTextCursor(block).createList(list_format(kind, level))
    claimed.add(own.objectIndex())
    open_lists[level] = own
