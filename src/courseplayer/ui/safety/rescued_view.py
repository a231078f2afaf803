"""A text that an earlier run of the program rescued, to be read before one decides about it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from courseplayer.ui.components import button, column, label, resize_to_fit, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated

_SIZE = (720, 520)


class RescuedTextDialog(QDialog):
    """The words, where they lie, and what can be done with them."""

    put_back_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rescued text"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        layout = column(self, Space.XL, Space.M)
        self._heading = label("", "h2")
        self._where = label("", "muted")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The rescued text"))
        layout.addWidget(self._heading)
        layout.addWidget(self._where)
        layout.addWidget(self.text, 1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        keep = button(self.tr("Keep it as a file"), "", icons.spaced("save"))
        keep.clicked.connect(self.keep_wanted)
        back = button(self.tr("Put it back"), "primary", icons.spaced("undo", icons.theme.colours.on_accent))
        back.clicked.connect(self.put_back_wanted)
        buttons = row()
        buttons.addWidget(keep)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(back)
        layout.addLayout(buttons)

    def show_text(self, heading: str, words: str, file: Path) -> None:
        """Show a rescued text."""
        self._heading.setText(heading)
        self._where.setText(isolated(str(file)))
        self.text.setPlainText(words)
        self.text.setFocus()
