"""The text field in which learners write: a few formats, and links that can be followed."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from courseplayer.course.location import Location
from courseplayer.course.writing import BlockKind, Document, Span
from courseplayer.ui.components import literal_tip
from courseplayer.ui.theme import Space, Theme
from courseplayer.ui.writing import formatting
from courseplayer.ui.writing.block_look import WordsLook
from courseplayer.ui.writing.formatting import FormatHere
from courseplayer.ui.writing.keys import Command, command_of
from courseplayer.ui.writing.mirror import DocumentMirror
from courseplayer.ui.writing.pasting import OWN_MIME, insert_document, local_files, pasted, selected
from courseplayer.ui.writing.text_document import LIST_KINDS, char_format, fill, kind_of

READING_PX = 760
_CLICK_WITHIN_PX = 4
_ENDING_LINES = (*LIST_KINDS, BlockKind.QUOTE)


class RichEditor(QTextEdit):
    """Holds a Document; Tab leaves it, so that the keyboard reaches everything else."""

    text_edited = Signal()
    """Words or formats changed; not sent when a text is shown."""
    format_changed = Signal(object)
    """The FormatHere at the cursor."""
    link_activated = Signal(str)
    """A link was clicked (Ctrl for the web, plainly for a quote), or Alt+Enter pressed in it."""
    link_dialog_wanted = Signal()
    files_given = Signal(object)
    """A tuple of Paths that were dropped or pasted, where files are taken."""
    paste_refused = Signal()
    """The clipboard holds more than fits into a text."""
    left = Signal()
    """The keyboard focus or the whole window went elsewhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_showing = False
        self.takes_files = False
        self._hint = ""
        self._format = FormatHere()
        self._pressed_at: QPoint | None = None
        self._reading_px = round(READING_PX * max(1.0, theme.text_size_percent / 115))
        self.setTabChangesFocus(True)
        self.setProperty("role", "writing")
        self.setAccessibleName(self.tr("Your text"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(Space.M)
        self.document().setIndentWidth(Space.XL + Space.XS)
        self.document().setUndoRedoEnabled(True)
        self.viewport().setMouseTracking(True)
        self._look = WordsLook(self.document(), theme)
        self._mirror = DocumentMirror(self.document())
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.currentCharFormatChanged.connect(self._on_cursor_moved)
        self.show_text(Document())

    def show_text(self, document: Document) -> None:
        """Show another text from its beginning; it cannot be undone to the one before."""
        self._is_showing = True
        fill(self.document(), document)
        self.setTextCursor(QTextCursor(self.document()))
        self._is_showing = False
        self._on_cursor_moved()

    def show_hint(self, words: str) -> None:
        """Say what is to be written here, as long as nothing is."""
        self._hint = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def written(self) -> Document:
        """Return the text as it stands."""
        return self._mirror.document()

    def word_count(self) -> int:
        """Return the number of words as it stands."""
        return self._mirror.word_count()

    @property
    def format_here(self) -> FormatHere:
        """The format at the cursor."""
        return self._format

    def toggle_kind(self, kind: BlockKind, level: int = 0) -> None:
        """Make the selected lines this kind, or paragraphs again if they are it already."""
        is_it = all(
            kind_of(line)[0] is kind and (kind is not BlockKind.HEADING or kind_of(line)[1] == level)
            for line in formatting.lines_of(self.textCursor())
        )
        cursor = self.textCursor()
        formatting.set_kind(cursor, BlockKind.PARAGRAPH if is_it else kind, 0 if is_it else level)
        self._on_cursor_moved()

    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not."""
        self.mergeCurrentCharFormat(formatting.set_bold(self.textCursor(), not self._format.is_bold))
        self._on_cursor_moved()

    def toggle_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not."""
        self.mergeCurrentCharFormat(formatting.set_italic(self.textCursor(), not self._format.is_italic))
        self._on_cursor_moved()

    def change_depth(self, change: int) -> None:
        """Move list items deeper or out."""
        formatting.change_depth(self.textCursor(), change)
        self._on_cursor_moved()

    def insert_quote(self, words: str, source: str, link: str) -> None:
        """Insert a quote with its source and go on below it."""
        cursor = self.textCursor()
        formatting.insert_quote(cursor, words, source, link)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def link_selection(self) -> tuple[str, str]:
        """Select the link at the cursor, if there is one; returns words and address of the selection."""
        cursor = self.textCursor()
        address = formatting.select_link(cursor)
        self.setTextCursor(cursor)
        return cursor.selectedText().replace("\u2029", " ").replace("\u2028", " "), address or ""

    def set_link(self, words: str, address: str | None) -> None:
        """Put linked words in place of the selection; None takes the link away."""
        cursor = self.textCursor()
        formatting.set_link(cursor, words, address)
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only: files and pictures are attached, not put into the text."""
        is_text = source.hasText() or source.hasHtml() or source.hasFormat(OWN_MIME)
        return is_text or (self.takes_files and bool(local_files(source)))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words in the formats that we know; hand files on."""
        files = local_files(source) if self.takes_files else ()
        if files:
            self.files_given.emit(files)
            return
        document = pasted(source)
        if document is None:
            self.paste_refused.emit()
            return
        cursor = self.textCursor()
        insert_document(cursor, document)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy so that pasting here again gives the same."""
        rendered = super().createMimeDataFromSelection()
        # Qt's own object forgets to list formats that were added to it.
        made = QMimeData()
        made.setText(rendered.text())
        made.setHtml(rendered.html())
        made.setData(OWN_MIME, selected(self.textCursor()).to_json().encode())
        return made

    def event(self, event: QEvent) -> bool:
        """Keep our keys from the window's shortcuts while writing."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and command_of(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, or the hint in its place."""
        super().paintEvent(event)
        if not self._hint or not self.document().isEmpty() or self.textCursor().currentList() is not None:
            return
        # Qt's own placeholder (6.11.3) is cut off after its first line.
        margin = round(self.document().documentMargin())
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self._hint)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus goes."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey our keys; let lists and quotes end at an empty line."""
        command = command_of(event)
        if command is Command.FOLLOW_LINK:
            # Also at the edges of a link, where words that are typed do not belong to it.
            self._follow(formatting.select_link(QTextCursor(self.textCursor())), is_asked=True)
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif command is not None:
            self._obey(command)
        elif not self._ends_line(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: a drag selects and follows nothing."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link that was clicked."""
        super().mouseReleaseEvent(event)
        pressed_at, self._pressed_at = self._pressed_at, None
        here = event.position().toPoint()
        is_click = pressed_at is not None and (here - pressed_at).manhattanLength() <= _CLICK_WITHIN_PX
        if is_click and event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            is_asked = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._follow(self.anchorAt(here), is_asked=is_asked)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would do."""
        super().mouseMoveEvent(event)
        link = self.anchorAt(event.position().toPoint())
        is_place = Location.from_link(link) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_place else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        web = self.tr("Ctrl+click opens {address}").format(address=link) if link else ""
        tip = self.tr("Click to go to this place in the course") if is_place else literal_tip(web)
        self.viewport().setToolTip(tip)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to follow the link under the pointer, too."""
        link = self.anchorAt(event.pos())
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if link:
            is_place = Location.from_link(link) is not None
            follow = menu.addAction(
                self.tr("Go to this place in the course") if is_place else self.tr("Open the link")
            )
            follow.setProperty("link", link)
            follow.triggered.connect(self._on_follow_chosen)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to be read well."""
        room = max(0, (self.width() - self._reading_px) // 2)
        if self.viewportMargins().left() != room:
            self.setViewportMargins(room, 0, room, 0)
        super().resizeEvent(event)

    def _obey(self, command: Command) -> None:
        simple = {
            Command.BOLD: self.toggle_bold,
            Command.ITALIC: self.toggle_italic,
            Command.UNDO: self.undo,
            Command.REDO: self.redo,
            Command.LINK: self.link_dialog_wanted.emit,
        }
        if command in simple:
            simple[command]()
        else:
            self.change_depth(1 if command is Command.DEEPER else -1)

    def _ends_line(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        kind, level = kind_of(cursor.block())
        if cursor.hasSelection() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_blank = not cursor.block().text()
        if is_enter and kind is BlockKind.HEADING and cursor.atBlockEnd():
            cursor.beginEditBlock()
            cursor.insertBlock()
            formatting.set_kind(cursor, BlockKind.PARAGRAPH)
            cursor.setBlockCharFormat(char_format(Span("")))
            cursor.endEditBlock()
            self.setTextCursor(cursor)
            return True
        is_back = event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart()
        if kind is BlockKind.PARAGRAPH or not ((is_enter and is_blank and kind in _ENDING_LINES) or is_back):
            return False
        if kind in LIST_KINDS and level > 0:
            self.change_depth(-1)
        else:
            self.toggle_kind(BlockKind.PARAGRAPH)
        return True

    def _follow(self, link: str | None, *, is_asked: bool) -> None:
        if link and (is_asked or Location.from_link(link) is not None):
            self.link_activated.emit(link)

    def _on_follow_chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._follow(str(sender.property("link")), is_asked=True)

    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        if not self._is_showing and (removed or added):
            self.text_edited.emit()

    def _on_cursor_moved(self) -> None:
        cursor = self.textCursor()
        shape = self.currentCharFormat()
        link = shape.anchorHref() if shape.isAnchor() else None
        if link and not cursor.hasSelection() and not self._link_goes_on(cursor, link):
            # Words typed before or behind a link do not belong to it.
            plain = char_format(Span("", shape.fontWeight() >= QFont.Weight.DemiBold, shape.fontItalic()))
            self.setCurrentCharFormat(plain)
        kind, level = kind_of(cursor.block())
        here = FormatHere(
            kind, level, shape.fontWeight() >= QFont.Weight.DemiBold, shape.fontItalic(), link or None
        )
        if here != self._format:
            self._format = here
            self.format_changed.emit(here)

    def _link_goes_on(self, cursor: QTextCursor, link: str) -> bool:
        if cursor.atBlockStart() or cursor.atBlockEnd():
            return False
        following = QTextCursor(cursor)
        following.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return following.charFormat().anchorHref() == link
