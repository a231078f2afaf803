"""How the lines of a text being written look: distances, headings, quotes and links."""

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from courseplayer.course.writing import BlockKind
from courseplayer.ui.theme import Space, Theme

_LINE_PERCENT = 140.0
_HEADING_LINE_PERCENT = 115.0
_HEADING_ROLES = {1: "h1", 2: "h2", 3: "h3"}
_DISTANCES: dict[BlockKind, tuple[int, int]] = {
    BlockKind.PARAGRAPH: (0, Space.M),
    BlockKind.HEADING: (Space.L, Space.S),
    BlockKind.BULLET: (0, Space.XS),
    BlockKind.NUMBERED: (0, Space.XS),
    BlockKind.QUOTE: (Space.XS, Space.M),
}


def line_format(kind: BlockKind) -> QTextBlockFormat:
    """Return the distances that a line of this kind keeps."""
    made = QTextBlockFormat()
    percent = _HEADING_LINE_PERCENT if kind is BlockKind.HEADING else _LINE_PERCENT
    made.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    above, below = _DISTANCES[kind]
    made.setTopMargin(above)
    made.setBottomMargin(below)
    if kind is BlockKind.QUOTE:
        made.setLeftMargin(Space.XL)
        made.setRightMargin(Space.XL)
    return made


class WordsLook(QSyntaxHighlighter):
    """Colours and sizes that belong to the eye, not to the text: undo and the store never see them."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        colours = theme.colours
        self._link = QTextCharFormat()
        self._link.setForeground(QColor(colours.accent))
        self._link.setFontUnderline(True)
        self._quote = QTextCharFormat()
        self._quote.setForeground(QColor(colours.muted))
        self._headings = {level: _heading(theme.text_px(role)) for level, role in _HEADING_ROLES.items()}

    def highlightBlock(self, text: str) -> None:
        """Dress one line."""
        block = self.currentBlock()
        shape = block.blockFormat()
        size = len(text.encode("utf-16-le")) // 2
        heading = self._headings.get(min(shape.headingLevel(), 3))
        if heading is not None:
            self.setFormat(0, size, heading)
        elif shape.intProperty(QTextFormat.Property.BlockQuoteLevel) > 0:
            self.setFormat(0, size, self._quote)
        for piece in block.textFormats():
            if piece.format.isAnchor():
                self.setFormat(piece.start, piece.length, self._link)


def _heading(size_px: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontPixelSize, size_px)
    made.setFontWeight(QFont.Weight.Bold)
    return made
