"""The transcript's text: click, keyboard and highlight; which cue is current is told from outside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import UNKNOWN_LANGUAGE, Transcript
from courseplayer.ui.theme import Space, Theme
from courseplayer.ui.transcript.document import (
    CueText,
    build_document,
    cue_of_anchor,
    is_right_to_left,
)
from courseplayer.ui.transcript.search import Match

_MARK_PX = 5
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: +1}
_ACTIVATING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CLICK_WITHIN_PX = 4


class TranscriptText(QTextBrowser):
    """Shows cues as blocks of one document: block n is cue n."""

    cue_activated = Signal(int)
    """A time code or a line was clicked, or Enter pressed on it."""
    scrolled_by_hand = Signal()
    pointer_came = Signal()
    pointer_left = Signal()
    menu_requested = Signal(QPoint, int)
    """The right button or the menu key, at a place on the screen, for a cue."""

    def __init__(self, theme: Theme, *, has_player: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._transcript = Transcript(UNKNOWN_LANGUAGE, ())
        self._texts: tuple[CueText, ...] = ()
        self._current = -1
        self._cursor_cue = 0
        self._pressed_at: QPoint | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flag = Qt.TextInteractionFlag
        # Not LinksAccessibleByKeyboard: Tab would stop at each of 2,000 time codes.
        self.setTextInteractionFlags(
            flag.TextSelectableByMouse | flag.TextSelectableByKeyboard | flag.LinksAccessibleByMouse
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Transcript"))
        self.setAccessibleDescription(
            self.tr("Up and Down choose a line, Enter plays from it, Ctrl+C copies it with its time.")
            if has_player
            else self.tr("Up and Down choose a line, Enter marks it, Ctrl+C copies it with its time.")
        )
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)

    @property
    def cursor_cue(self) -> int:
        """The cue that the keyboard is at."""
        return self._cursor_cue

    @property
    def current_cue(self) -> int:
        """The highlighted cue, -1 for none."""
        return self._current

    def show_transcript(self, transcript: Transcript) -> None:
        """Show other cues, from the top."""
        self._transcript = transcript
        self._current = -1
        self._cursor_cue = 0
        self.setExtraSelections([])
        self._texts = build_document(self.document(), transcript, self._theme)
        # Filling the document has carried the text cursor to its end, and Qt shows that place at first.
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)

    def mark_cue(self, index: int) -> None:
        """Highlight a cue; -1 takes the highlight away."""
        if index != self._current:
            self._current = index
            self.viewport().update()

    def show_matches(self, matches: Sequence[Match], chosen: int) -> None:
        """Colour what was found; the chosen match stands out."""
        self.setExtraSelections(
            [self._match_selection(match, is_chosen=index == chosen) for index, match in enumerate(matches)]
        )

    def reveal(self, index: int) -> None:
        """Scroll a cue to a comfortable place unless it is at one already."""
        if not 0 <= index < len(self._texts):
            return
        rect, height = self.cue_rect(index), self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height * 0.85:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + rect.top() - height * 0.2))

    def is_cue_visible(self, index: int) -> bool:
        """The whole cue can be seen."""
        rect = self.cue_rect(index)
        return rect.top() >= 0 and rect.bottom() <= self.viewport().height()

    def cue_rect(self, index: int) -> QRectF:
        """Return where a cue stands in the viewport."""
        layout = self.document().documentLayout()
        rect = layout.blockBoundingRect(self.document().findBlockByNumber(index))
        top = rect.top() - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), rect.height())

    def chosen_cues(self) -> tuple[int, int] | None:
        """Return the first and last cue of the selection, else the current or the keyboard's cue twice."""
        if not self._texts:
            return None
        cursor = self.textCursor()
        if cursor.hasSelection():
            document = self.document()
            first = document.findBlock(cursor.selectionStart()).blockNumber()
            last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1)).blockNumber()
            return first, last
        at = self._cursor_cue if self.hasFocus() or self._current < 0 else self._current
        return at, at

    def copy_with_time_codes(self) -> None:
        """Put the chosen cues into the clipboard, one line each: ``[0:51] words``."""
        chosen = self.chosen_cues()
        if chosen is not None:
            self.copy_cues(*chosen)

    def copy_cues(self, first: int, last: int) -> None:
        """Put these cues into the clipboard, with their time codes."""
        cues = self._transcript.cues[first : last + 1]
        lines = (f"[{format_time_code(cue.start_ms)}] {' '.join(cue.text.split())}" for cue in cues)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def put_cursor(self, index: int) -> None:
        """Let the keyboard be at a cue; the text cursor goes along, so that screen readers say the line."""
        self._cursor_cue = index
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(index)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move cue by cue, activate, copy; leave everything else to the player's keys."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_with_time_codes()
        elif is_plain and event.key() in _ACTIVATING:
            if self._texts:
                self.cue_activated.emit(self._cursor_cue)
        elif is_plain and (target := self._target_of(event.key())) is not None:
            self._move_cursor(target)
        elif is_plain or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: a drag selects text and plays nothing."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Play from a line that was clicked."""
        super().mouseReleaseEvent(event)
        pressed_at, self._pressed_at = self._pressed_at, None
        here = event.position().toPoint()
        if pressed_at is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        is_click = (here - pressed_at).manhattanLength() <= _CLICK_WITHIN_PX
        # Time codes are links: they tell by anchorClicked.
        if is_click and not self.textCursor().hasSelection() and not self.anchorAt(here):
            cue = self._cue_at(here)
            if cue is not None:
                self._activate(cue)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cue under the pointer."""
        cue = self._cue_at(event.pos())
        self.menu_requested.emit(event.globalPos(), self._cursor_cue if cue is None else cue)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is over the text."""
        super().enterEvent(event)
        self.pointer_came.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has gone."""
        super().leaveEvent(event)
        self.pointer_left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the current cue's ground and bar below the words, and a frame around the keyboard's."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if 0 <= self._current < len(self._texts):
            self._paint_current(painter, self.cue_rect(self._current))
        if self.hasFocus() and self._cursor_cue < len(self._texts):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(self.cue_rect(self._cursor_cue).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
        super().paintEvent(event)

    def _paint_current(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.accent_soft))
        painter.drawRoundedRect(rect, 4, 4)
        left = rect.right() - _MARK_PX if is_right_to_left(self._transcript.language) else rect.left()
        painter.setBrush(QColor(self._theme.colours.accent))
        painter.drawRoundedRect(QRectF(left, rect.top(), _MARK_PX, rect.height()), 2, 2)

    def _target_of(self, key: int) -> int | None:
        last = len(self._texts) - 1
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if key in _STEPS:
            return self._cursor_cue + _STEPS[Qt.Key(key)]
        if key in _PAGES:
            return self._a_page_on(_PAGES[Qt.Key(key)])
        return None

    def _a_page_on(self, direction: int) -> int:
        there = self.cue_rect(self._cursor_cue).center().y() + direction * self.viewport().height() * 0.8
        cue = self.cursorForPosition(QPoint(Space.XL, round(there))).blockNumber()
        return cue if cue != self._cursor_cue else self._cursor_cue + direction

    def _move_cursor(self, target: int) -> None:
        if not self._texts:
            return
        self.put_cursor(max(0, min(target, len(self._texts) - 1)))
        self.reveal(self._cursor_cue)
        self.viewport().update()
        self.scrolled_by_hand.emit()

    def _activate(self, cue: int) -> None:
        self._cursor_cue = cue
        self.viewport().update()
        self.cue_activated.emit(cue)

    def _cue_at(self, point: QPoint) -> int | None:
        if not self._texts or point.y() > self.cue_rect(len(self._texts) - 1).bottom():
            return None
        return self.cursorForPosition(point).blockNumber()

    def _on_anchor_clicked(self, address: QUrl) -> None:
        cue = cue_of_anchor(address.toString())
        if cue is not None and cue < len(self._texts):
            self._activate(cue)

    def _on_scrolled_by_hand(self, _action: int) -> None:
        self.scrolled_by_hand.emit()

    def _match_selection(self, match: Match, *, is_chosen: bool) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(match.cue)
        words_from = block.position() + self._texts[match.cue].words_from
        cursor = QTextCursor(block)
        cursor.setPosition(words_from + match.start)
        cursor.setPosition(words_from + match.end, QTextCursor.MoveMode.KeepAnchor)
        colours = self._theme.colours
        look = QTextCharFormat()
        look.setBackground(QColor(colours.accent if is_chosen else colours.found))
        look.setForeground(QColor(colours.on_accent if is_chosen else colours.text))
        look.setFontUnderline(is_chosen)
        selection.cursor = cursor
        selection.format = look
        return selection
