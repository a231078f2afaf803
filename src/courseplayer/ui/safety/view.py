"""The list of backups, each with what it holds in words, and the way back to one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from courseplayer.ui.components import Banner, Tone, button, column, label, resize_to_fit, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_SIZE = (880, 540)
_LIST_LETTERS = 17
_INDEX = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ShownBackup:
    """A backup in words: a title of two lines, and a line for each thing it holds."""

    path: Path
    title: str
    contents: tuple[str, ...]


class BackupsDialog(QDialog):
    """A list of moments beside what was there then."""

    restore_wanted = Signal(object)
    """The path of the backup that is to come back."""
    backup_wanted = Signal()
    """A backup of the present state."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[ShownBackup, ...] = ()
        self.setWindowTitle(self.tr("Backups"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        layout = column(self, Space.XL, Space.M)
        layout.addWidget(label(self.tr("Backups of everything written on this computer"), "h2"))
        layout.addWidget(
            label(
                self.tr("Restoring one keeps what is there now in a file of its own; nothing is lost."),
                "muted",
            )
        )
        self.banner = Banner(icons, self.tr("Close this message"))
        layout.addWidget(self.banner)
        layout.addLayout(self._lists(icons), 1)
        layout.addLayout(self._buttons(icons))

    def show_backups(self, backups: Sequence[ShownBackup]) -> None:
        """Show the backups, newest first."""
        self._shown = tuple(backups)
        self.list.clear()
        for index, backup in enumerate(backups):
            item = QListWidgetItem(backup.title, self.list)
            item.setData(_INDEX, index)
        if backups:
            self.list.setCurrentRow(0)
        else:
            self.banner.show_message(
                self.tr("There is no backup yet: one is made after half an hour of work."), Tone.INFO
            )
        self.list.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""
        self.banner.show_message(sentence, Tone.ERROR)

    def _lists(self, icons: Icons) -> QHBoxLayout:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setWordWrap(True)
        self.list.setFixedWidth(icons.theme.text_px() * _LIST_LETTERS)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.contents = QPlainTextEdit()
        self.contents.setReadOnly(True)
        self.contents.setAccessibleName(self.tr("What this backup holds"))
        inside = row(None, 0, Space.L)
        inside.addWidget(self.list)
        inside.addWidget(self.contents, 1)
        return inside

    def _buttons(self, icons: Icons) -> QHBoxLayout:
        make = button(self.tr("Make one now"), "", icons.spaced("save"))
        make.clicked.connect(self.backup_wanted)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.restore = button(
            self.tr("Restore this backup"), "primary", icons.spaced("undo", icons.theme.colours.on_accent)
        )
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._on_restore_clicked)
        buttons = row()
        buttons.addWidget(make)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.restore)
        return buttons

    def _chosen(self) -> ShownBackup | None:
        item = self.list.currentItem()
        return None if item is None else self._shown[int(item.data(_INDEX))]

    def _on_current_changed(self) -> None:
        chosen = self._chosen()
        self.restore.setEnabled(chosen is not None)
        self.contents.setPlainText("" if chosen is None else "\n".join(chosen.contents))

    def _on_restore_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.restore_wanted.emit(chosen.path)
