"""The formats of the editor as buttons, which show the format at the cursor."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from courseplayer.course.writing import BlockKind
from courseplayer.ui.components import button, icon_button, put_icon_last, rename, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.formatting import FormatHere
from courseplayer.ui.writing.keys import BOLD_KEYS, ITALIC_KEYS, LINK_KEYS, REDO_KEYS, UNDO_KEYS
from courseplayer.ui.writing.text_document import MAX_HEADING_LEVEL


class EditorToolBar(QWidget):
    """Acts on one editor; ``is_reduced`` leaves headings and quotes away."""

    link_wanted = Signal()

    def __init__(self, editor: RichEditor, icons: Icons, *, is_reduced: bool = False) -> None:
        super().__init__()
        self._editor = editor
        self._icons = icons
        self._line = row(self, 0, Space.XS)
        self._style = self._style_button()
        self._style.setVisible(not is_reduced)
        self._line.addWidget(self._style)
        self._bold = self._toggle("bold", self.tr("Bold"), BOLD_KEYS)
        self._bold.clicked.connect(editor.toggle_bold)
        self._italic = self._toggle("italic", self.tr("Italic"), ITALIC_KEYS)
        self._italic.clicked.connect(editor.toggle_italic)
        self._kinds = {
            BlockKind.BULLET: self._toggle("bullets", self.tr("Bulleted list")),
            BlockKind.NUMBERED: self._toggle("numbers", self.tr("Numbered list")),
            BlockKind.QUOTE: self._toggle("quote", self.tr("Quote")),
        }
        for kind, made in self._kinds.items():
            made.setProperty("kind", kind.value)
            made.clicked.connect(self._on_kind_clicked)
        self._kinds[BlockKind.QUOTE].setVisible(not is_reduced)
        self._link = self._toggle("link", self.tr("Link"), LINK_KEYS)
        self._link.clicked.connect(self._on_link_clicked)
        self._undo = self._plain("undo", self.tr("Undo"), UNDO_KEYS)
        self._undo.clicked.connect(editor.undo)
        self._redo = self._plain("redo", self.tr("Redo"), REDO_KEYS)
        self._redo.clicked.connect(editor.redo)
        self._line.addStretch(1)
        for made, tell in (
            (self._undo, editor.document().undoAvailable),
            (self._redo, editor.document().redoAvailable),
        ):
            made.setEnabled(False)
            tell.connect(made.setEnabled)
        editor.format_changed.connect(self.show_format)
        self.show_format(editor.format_here)

    def styles(self) -> tuple[QAction, ...]:
        """Return what the menu of paragraph styles offers."""
        return tuple(self._styles.actions())

    def show_format(self, here: FormatHere) -> None:
        """Show the format at the cursor."""
        self._bold.setChecked(here.is_bold)
        self._italic.setChecked(here.is_italic)
        self._link.setChecked(here.link is not None)
        for kind, made in self._kinds.items():
            made.setChecked(kind is here.kind)
        level = here.level if here.kind is BlockKind.HEADING else 0
        self._style.setText(self._style_words(level))
        rename(self._style, self.tr("Paragraph style: {style}").format(style=self._style_words(level)))
        for action in self._styles.actions():
            action.setChecked(action.property("level") == level)

    def _style_button(self) -> QPushButton:
        made = button(self._style_words(0), "quiet", self._icons.spaced("down"))
        put_icon_last(made)
        menu = QMenu(made)
        self._styles = QActionGroup(menu)
        for level in range(MAX_HEADING_LEVEL + 1):
            action = QAction(self._style_words(level), self._styles)
            action.setCheckable(True)
            action.setProperty("level", level)
            action.triggered.connect(self._on_style_chosen)
            menu.addAction(action)
        made.setMenu(menu)
        return made

    def _style_words(self, level: int) -> str:
        return self.tr("Heading {level}").format(level=level) if level else self.tr("Text")

    def _toggle(self, icon: str, name: str, keys: str = "") -> QToolButton:
        made = self._plain(icon, name, keys)
        made.setCheckable(True)
        return made

    def _plain(self, icon: str, name: str, keys: str = "") -> QToolButton:
        made = icon_button(name, self._icons.icon(icon), keys)
        self._line.addWidget(made)
        return made

    def _on_style_chosen(self) -> None:
        sender = self.sender()
        level = int(sender.property("level")) if sender is not None else 0
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        self._editor.toggle_kind(kind, level)
        self._go_on_writing()

    def _on_kind_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._editor.toggle_kind(BlockKind(sender.property("kind")))
        self._go_on_writing()

    def _on_link_clicked(self) -> None:
        self._link.setChecked(self._editor.format_here.link is not None)
        self.link_wanted.emit()

    def _go_on_writing(self) -> None:
        self.show_format(self._editor.format_here)
        self._editor.setFocus()
