"""A transcript as a text document: one block for each cue, its time code a link."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.ui.theme import Space, Theme
from courseplayer.ui.transcript.search import name_words

_ANCHOR = "cue:"
# Inside a block Qt breaks a line here without beginning a new block.
_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class CueText:
    """A cue as it stands in the document: where its own words begin inside its block."""

    words_from: int


def cue_of_anchor(anchor: str) -> int | None:
    """Return the cue that a link in the document names."""
    number = anchor.removeprefix(_ANCHOR)
    return int(number) if number != anchor and number.isdecimal() else None


def is_right_to_left(language: str) -> bool:
    """The language is written from right to left."""
    return QLocale(language).textDirection() is Qt.LayoutDirection.RightToLeft


def build_document(document: QTextDocument, transcript: Transcript, theme: Theme) -> tuple[CueText, ...]:
    """Fill an empty document; block n is cue n."""
    return _Builder(document, transcript, theme).build()


class _Builder:
    def __init__(self, document: QTextDocument, transcript: Transcript, theme: Theme) -> None:
        self._document = document
        self._transcript = transcript
        self._theme = theme
        font = QFont(document.defaultFont())
        font.setPixelSize(theme.text_px())
        document.setDefaultFont(font)
        document.setDocumentMargin(Space.S)
        self._stamp_width = self._widest_stamp(font) + Space.M
        self._block_format = self._make_block_format()
        # Qt has no tab stops in lines that run from right to left.
        self._gap = "\u00a0\u00a0" if is_right_to_left(transcript.language) else "\t"

    def build(self) -> tuple[CueText, ...]:
        document = self._document
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._block_format)
        texts = []
        for index, cue in enumerate(self._transcript.cues):
            if index:
                cursor.insertBlock(self._block_format)
            texts.append(self._insert(cursor, index, cue))
        cursor.endEditBlock()
        self._leave_room_below()
        return tuple(texts)

    def _leave_room_below(self) -> None:
        """Let the last line be scrolled above the button that stands at the foot of the text."""
        frame = self._document.rootFrame()
        look = frame.frameFormat()
        look.setBottomMargin(2 * self._theme.text_px() + 2 * Space.M)
        frame.setFrameFormat(look)

    def _insert(self, cursor: QTextCursor, index: int, cue: Cue) -> CueText:
        cursor.insertText(format_time_code(cue.start_ms), self._stamp_format(index))
        words = QTextCharFormat()
        words.setForeground(QColor(self._theme.colours.text))
        cursor.insertText(self._gap, words)
        name = QTextCharFormat(words)
        name.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText(name_words(self._transcript.new_speaker_at(index)), name)
        words_from = cursor.positionInBlock()
        cursor.insertText(cue.text.replace("\n", _LINE_SEPARATOR), words)
        return CueText(words_from)

    def _stamp_format(self, index: int) -> QTextCharFormat:
        stamp = QTextCharFormat()
        stamp.setAnchor(True)
        stamp.setAnchorHref(f"{_ANCHOR}{index}")
        stamp.setForeground(QColor(self._theme.colours.accent))
        return stamp

    def _make_block_format(self) -> QTextBlockFormat:
        """Hang the words behind the time codes, on the side where the language begins."""
        block = QTextBlockFormat()
        if is_right_to_left(self._transcript.language):
            block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            block.setRightMargin(self._stamp_width)
        else:
            block.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            block.setLeftMargin(self._stamp_width)
        block.setTextIndent(-self._stamp_width)
        block.setTabPositions([QTextOption.Tab(self._stamp_width, QTextOption.TabType.LeftTab)])
        block.setTopMargin(Space.XS)
        block.setBottomMargin(Space.XS)
        return block

    def _widest_stamp(self, font: QFont) -> float:
        cues = self._transcript.cues
        last = format_time_code(cues[-1].start_ms if cues else 0)
        return QFontMetricsF(font).horizontalAdvance("0" * (len(last)))
