"""Small fields that the steps of a kit are made of."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from courseplayer.ui.components import button, column, label, row, scrolling
from courseplayer.ui.file_dialogs import ask_for_file
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space


class Step(QWidget):
    """One of the five steps: what it is about, and below it what can be chosen, scrolling."""

    changed = Signal()
    """Something was chosen."""

    def __init__(self, heading: str, advice: str) -> None:
        super().__init__()
        inside = QWidget()
        self.content: QVBoxLayout = column(inside, Space.L, Space.M)
        self.content.addWidget(label(heading, "h3"))
        self.content.addWidget(label(advice, "muted"))
        column(self).addWidget(scrolling(inside))

    def add_field(self, words: str, field: QWidget, hint: str = "") -> None:
        """Add a field below its name, and below it what may be said about it."""
        named = label(words)
        named.setBuddy(field)
        field.setAccessibleName(words)
        lines = column(None, 0, Space.XS)
        lines.addWidget(named)
        lines.addWidget(field)
        if hint:
            field.setAccessibleDescription(hint)
            lines.addWidget(label(hint, "small"))
        self.content.addLayout(lines)


class FileField(QWidget):
    """A file that may be chosen and taken away again."""

    changed = Signal()

    def __init__(self, icons: Icons, title: str, kinds: str) -> None:
        super().__init__()
        self._title = title
        self._kinds = kinds
        self._path: Path | None = None
        self._shown = QLineEdit()
        self._shown.setReadOnly(True)
        self._shown.setAccessibleName(title)
        self._shown.setPlaceholderText(self.tr("None chosen"))
        choose = button(self.tr("Choose…"), "", icons.spaced("folder"))
        choose.setAccessibleName(f"{choose.text()} {title}")
        choose.clicked.connect(self._on_choose_clicked)
        self._remove = button(self.tr("Remove"), "", icons.spaced("trash"))
        self._remove.setAccessibleName(f"{self._remove.text()} {title}")
        self._remove.clicked.connect(self._on_remove_clicked)
        line = row(self)
        line.addWidget(self._shown, 1)
        line.addWidget(choose)
        line.addWidget(self._remove)
        self._show(None)

    @property
    def path(self) -> Path | None:
        """The chosen file."""
        return self._path

    def choose(self, path: Path) -> None:
        """Take a file."""
        self._show(path)
        self.changed.emit()

    def _show(self, path: Path | None) -> None:
        self._path = path
        self._shown.setText("" if path is None else str(path))
        self._remove.setVisible(path is not None)

    def _on_choose_clicked(self) -> None:
        chosen = ask_for_file(self, self._title, self._kinds)
        if chosen is not None:
            self.choose(chosen)

    def _on_remove_clicked(self) -> None:
        self._show(None)
        self.changed.emit()
