"""Earlier states of a text: look at them, and bring one back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QWidget

from courseplayer.course.writing import Document
from courseplayer.learner.values import Revision, RevisionId, SaveReason
from courseplayer.ui.components import Banner, Tone, button, column, label, resize_to_fit, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.moments import full_moment_words
from courseplayer.ui.theme import Space
from courseplayer.ui.writing.editor import RichEditor

_SIZE = (880, 540)
_REVISION = Qt.ItemDataRole.UserRole
_LIST_LETTERS = 17


class VersionsDialog(QDialog):
    """A list beside a text that cannot be changed."""

    version_chosen = Signal(int)
    """The id of the revision to be shown."""
    restore_wanted = Signal(int)
    """The id of the revision to become the present text."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._newest: RevisionId | None = None
        self.setWindowTitle(self.tr("Versions of your text"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        layout = column(self, Space.XL, Space.M)
        layout.addWidget(label(self.tr("Versions of your text"), "h2"))
        layout.addWidget(
            label(self.tr("No version is ever deleted. Restoring one keeps your present text here."), "muted")
        )
        self.banner = Banner(icons, self.tr("Close this message"))
        layout.addWidget(self.banner)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setFixedWidth(icons.theme.text_px() * _LIST_LETTERS)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.preview = RichEditor(icons.theme)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("The text of this version"))
        inside = row(None, 0, Space.L)
        inside.addWidget(self.list)
        inside.addWidget(self.preview, 1)
        layout.addLayout(inside, 1)
        buttons = row()
        buttons.addStretch(1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.restore = button(
            self.tr("Restore this version"), "primary", icons.spaced("undo", icons.theme.colours.on_accent)
        )
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._on_restore_clicked)
        buttons.addWidget(close)
        buttons.addWidget(self.restore)
        layout.addLayout(buttons)

    def show_versions(self, revisions: Sequence[Revision], chosen: RevisionId | None = None) -> None:
        """Show all states, newest first; the chosen one, else the newest, is looked at."""
        self._newest = revisions[0].id if revisions else None
        self.list.clear()
        if not revisions:
            self.show_message(self.tr("Nothing has been saved yet: begin to write."), Tone.INFO)
        for revision in revisions:
            item = QListWidgetItem(self._words(revision), self.list)
            item.setData(_REVISION, int(revision.id))
            if revision.id == (chosen or self._newest):
                self.list.setCurrentItem(item)
        self.list.setFocus()

    def show_text(self, document: Document) -> None:
        """Show the text of the chosen version."""
        self.preview.show_text(document)

    def show_message(self, sentence: str, tone: Tone) -> None:
        """Say something above the list."""
        self.banner.show_message(sentence, tone)

    def _words(self, revision: Revision) -> str:
        reasons = {
            SaveReason.AUTOSAVE: self.tr("saved while writing"),
            SaveReason.LEAVING: self.tr("saved on leaving"),
            SaveReason.EXPORT: self.tr("exported"),
            SaveReason.RESTORE: self.tr("restored"),
            SaveReason.MOVED: self.tr("moved from or to another learner"),
        }
        words = self.tr("%n word(s)", "", revision.words)
        when = full_moment_words(revision.saved_at)
        parts = [words]
        if revision.id == self._newest:
            parts.append(self.tr("present text"))
        if revision.id != self._newest or revision.reason is SaveReason.EXPORT:
            parts.append(reasons[revision.reason])
        return f"{when}\n{' · '.join(parts)}"

    def _chosen(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(_REVISION))

    def _on_current_changed(self) -> None:
        chosen = self._chosen()
        self.restore.setEnabled(chosen is not None and chosen != self._newest)
        if chosen is not None:
            self.version_chosen.emit(chosen)

    def _on_restore_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.restore_wanted.emit(chosen)
