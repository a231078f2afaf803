"""Chooses words of a video or audio to be quoted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QListView, QWidget

from courseplayer.course.timestamps import format_time_code
from courseplayer.ui.assignment.quotable import QuotableStep, Row, matching_rows
from courseplayer.ui.components import button, column, label, literal_tip, resize_to_fit, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated

_SIZE = (760, 540)
_WAIT_MS = 150
_LONGEST_PREVIEW = 280
_ROOT = QModelIndex()


class CueModel(QAbstractListModel):
    """The lines that match what was typed."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: Sequence[QuotableStep] = ()
        self._rows: tuple[Row, ...] = ()
        self._bold = QFont()
        self._bold.setPixelSize(icons.theme.text_px())
        self._bold.setBold(True)
        self._height = QSize(0, icons.theme.text_px() + Space.L)

    def show_rows(self, steps: Sequence[QuotableStep], rows: tuple[Row, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._steps, self._rows = steps, rows
        self.endResetModel()

    def row_of(self, index: QModelIndex) -> Row:
        """Return what a line stands for."""
        return self._rows[index.row()]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let cues be chosen, titles not."""
        if not index.isValid() or self._rows[index.row()].cue is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give words, and for long lines all of them as a tool tip."""
        if not index.isValid():
            return None
        shown = self._rows[index.row()]
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if shown.cue is None else None
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._height
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        quotable = self._steps[shown.step]
        if shown.cue is None:
            is_words = role == Qt.ItemDataRole.DisplayRole
            return isolated(f"{quotable.step.number}  {quotable.step.title}") if is_words else None
        cue = quotable.cues[shown.cue]
        words = f"{format_time_code(cue.start_ms)}   {isolated(' '.join(cue.text.split()))}"
        return literal_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words


class WordsBox(QLineEdit):
    """A field from which Down leads to what was found."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Down its meaning."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class QuoteDialog(QDialog):
    """One field to find words, one list to choose from."""

    quotes_chosen = Signal(object)
    """A tuple of the chosen Rows."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: Sequence[QuotableStep] = ()
        self.setWindowTitle(self.tr("Quote from the course"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        layout = column(self, Space.XL, Space.M)
        layout.addWidget(label(self.tr("Quote from the course"), "h2"))
        hint = self.tr(
            "Choose one line or several. The quote carries its place, and a click on it leads there."
        )
        layout.addWidget(label(hint, "muted"))
        self.filter = WordsBox()
        self.filter.left_downwards.connect(self._on_left_downwards)
        self.filter.setPlaceholderText(self.tr("Find words"))
        self.filter.setAccessibleName(self.tr("Find words"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        layout.addWidget(self.filter)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_MS)
        self._waiting.timeout.connect(self._show_rows)
        self._message = label(self.tr("Reading the transcripts…"), "muted")
        layout.addWidget(self._message)
        self.model = CueModel(icons, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Lines of the transcripts"))
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.list.doubleClicked.connect(self._on_insert_clicked)
        layout.addWidget(self.list, 1)
        self._chosen_words = label("", "small")
        layout.addWidget(self._chosen_words)
        buttons = row()
        buttons.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.insert = button(
            self.tr("Insert the quote"), "primary", icons.spaced("quote", icons.theme.colours.on_accent)
        )
        self.insert.setDefault(True)
        self.insert.setEnabled(False)
        self.insert.clicked.connect(self._on_insert_clicked)
        buttons.addWidget(cancel)
        buttons.addWidget(self.insert)
        layout.addLayout(buttons)
        self.filter.setFocus()

    @property
    def steps(self) -> Sequence[QuotableStep]:
        """What is offered."""
        return self._steps

    def show_steps(self, steps: Sequence[QuotableStep]) -> None:
        """Offer the words of these steps."""
        self._steps = steps
        self._show_rows()
        if not steps:
            self.show_message(self.tr("No step of this course has a transcript."))

    def show_message(self, sentence: str) -> None:
        """Say something in place of the list."""
        self._message.setText(sentence)
        self._message.show()

    def _chosen(self) -> tuple[Row, ...]:
        indexes = self.list.selectionModel().selectedIndexes()
        rows = (self.model.row_of(index) for index in indexes)
        return tuple(chosen for chosen in rows if chosen.cue is not None)

    def _show_rows(self) -> None:
        rows = matching_rows(self._steps, self.filter.text())
        self.model.show_rows(self._steps, rows)
        self._on_selection_changed()
        self._message.setVisible(not rows)
        self._message.setText(self.tr("Nothing found. Try fewer or other words."))

    def _on_left_downwards(self) -> None:
        cues = (
            row
            for row in range(self.model.rowCount())
            if self.model.row_of(self.model.index(row)).cue is not None
        )
        first = next(cues, None)
        if first is not None:
            self.list.setCurrentIndex(self.model.index(first))
            self.list.setFocus()

    def _on_filter_changed(self) -> None:
        self._waiting.start()

    def _on_selection_changed(self) -> None:
        chosen = self._chosen()
        self.insert.setEnabled(bool(chosen))
        ordered = sorted(chosen, key=_order)
        words = " ".join(self._steps[r.step].cues[r.cue].text for r in ordered if r.cue is not None)
        short = words if len(words) <= _LONGEST_PREVIEW else words[:_LONGEST_PREVIEW] + "…"
        self._chosen_words.setText(f"“{short}”" if words else "")

    def _on_insert_clicked(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.quotes_chosen.emit(chosen)
            self.accept()


def _order(chosen: Row) -> tuple[int, int]:
    return chosen.step, chosen.cue or 0
