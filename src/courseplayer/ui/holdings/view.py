"""The dialog that says what is kept about a learner, and lets them take it along or delete it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressBar, QStackedWidget, QWidget

from courseplayer.ui.components import (
    Banner,
    Tone,
    button,
    column,
    label,
    rename,
    resize_to_fit,
    row,
    scrolling,
)
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated

_SIZE = (760, 560)


class HoldingsDialog(QDialog):
    """One page that tells, and one that asks before everything is deleted."""

    export_wanted = Signal()
    stop_wanted = Signal()
    delete_wanted = Signal()
    """The name was typed: everything is to be deleted."""

    def __init__(self, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._is_busy = False
        self.setWindowTitle(self.tr("What is kept about {name}").format(name=isolated(name)))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        self.banner = Banner(icons, self.tr("Close this message"))
        self.kept = label()
        self.goes = label()
        for shown in (self.kept, self.goes):
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._pages = QStackedWidget()
        self._telling, self._asking = self._make_telling(), self._make_asking()
        self._pages.addWidget(self._telling)
        self._pages.addWidget(self._asking)
        layout = column(self, Space.XL, Space.M)
        layout.addWidget(self.banner)
        layout.addWidget(self._pages, 1)

    def show_kept(self, lines: Sequence[str]) -> None:
        """Say what is kept, a line each; empty lines part the lines."""
        self.kept.setText("\n".join(lines))
        self.export.setEnabled(True)
        self.delete.setEnabled(True)

    def show_what_goes(self, lines: Sequence[str]) -> None:
        """Say what a deletion takes away and what it cannot reach."""
        self.goes.setText("\n".join(lines))

    def set_busy(self, is_busy: bool) -> None:
        """Take no second wish while the first is being carried out."""
        self._is_busy = is_busy
        self._working.setVisible(is_busy)
        self.progress.setRange(0, 0)
        for made in (self.export, self.delete, self.confirm, self.typed):
            made.setEnabled(not is_busy)
        if is_busy:
            self.banner.clear()
        else:
            self._on_name_typed(self.typed.text())

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is written."""
        self.progress.setRange(0, 100)
        self.progress.setValue(100 * done // total if total else 0)

    def show_success(self, sentence: str) -> None:
        """Say that it worked."""
        self.banner.show_message(sentence, Tone.SUCCESS)

    def show_note(self, sentence: str) -> None:
        """Say what happened."""
        self.banner.show_message(sentence, Tone.INFO)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""
        self.banner.show_message(sentence, Tone.ERROR)

    def reject(self) -> None:
        """Escape stops what is being carried out; the dialog closes only when nothing is."""
        if self._is_busy:
            self.stop_wanted.emit()
        else:
            super().reject()

    def _make_telling(self) -> QWidget:
        page = QWidget()
        lines = column(page, 0, Space.M)
        lines.addWidget(label(self.windowTitle(), "h2"))
        lines.addWidget(scrolling(_padded(self.kept), self.windowTitle()), 1)
        lines.addWidget(self._make_working())
        self.delete = button(self.tr("Delete everything…"))
        self.delete.clicked.connect(self._on_delete_clicked)
        close = button(self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)
        on_accent = self._icons.theme.colours.on_accent
        self.export = button(self.tr("Export everything…"), "primary", self._icons.spaced("save", on_accent))
        self.export.clicked.connect(self.export_wanted)
        for made in (self.delete, self.export):
            made.setEnabled(False)
        buttons = row()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.export)
        lines.addLayout(buttons)
        return page

    def _make_working(self) -> QWidget:
        self._working = QWidget()
        line = row(self._working, 0, Space.M)
        words = self.tr("Writing the file…")
        line.addWidget(label(words, "small", wraps=False))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(words)
        line.addWidget(self.progress, 1)
        stop = button(self.tr("Stop"))
        stop.clicked.connect(self.stop_wanted)
        line.addWidget(stop)
        self._working.hide()
        return self._working

    def _make_asking(self) -> QWidget:
        page = QWidget()
        lines = column(page, 0, Space.M)
        heading = self.tr("Delete everything about {name}?").format(name=isolated(self._name))
        lines.addWidget(label(heading, "h2"))
        lines.addWidget(scrolling(_padded(self.goes), heading), 1)
        ask = self.tr("This cannot be undone. Type the name {name} to delete it for good:")
        asked = label(ask.format(name=isolated(self._name)))
        lines.addWidget(asked)
        self.typed = QLineEdit()
        rename(self.typed, self.tr("The name, to confirm"))
        self.typed.textChanged.connect(self._on_name_typed)
        lines.addWidget(self.typed)
        back = button(self.tr("Back"), "quiet", self._icons.spaced("back"))
        back.clicked.connect(self._on_back_clicked)
        self.confirm = button(self.tr("Delete for good"))
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self.delete_wanted)
        buttons = row()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        lines.addLayout(buttons)
        return page

    def _on_delete_clicked(self) -> None:
        self.banner.clear()
        self._pages.setCurrentWidget(self._asking)
        self.typed.setFocus()

    def _on_back_clicked(self) -> None:
        self.banner.clear()
        self.typed.clear()
        self._pages.setCurrentWidget(self._telling)
        self.export.setFocus()

    def _on_name_typed(self, text: str) -> None:
        self.confirm.setEnabled(text.strip().casefold() == self._name.casefold() and not self._is_busy)


def _padded(inside: QWidget) -> QWidget:
    made = QWidget()
    lines = column(made, 0, 0)
    lines.addWidget(inside)
    lines.addStretch(1)
    return made
