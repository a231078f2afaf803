"""Shows what leaves this computer with an export, before anything is written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from courseplayer.submissions.preview import ExportPreview, LeavingFile
from courseplayer.ui.components import Card, column, label, scrolling
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import size_words


class LeavingPanel(Card):
    """File name, what is said about the learner, attached files, and the words."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(Space.M)
        inside = QWidget()
        lines = column(inside, 0, Space.S)
        lines.addWidget(label(self.tr("What leaves this computer"), "h3"))
        self.file_name = label("", "body")
        self.identity = label("", "small")
        self.attachments = label("", "small")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The text that leaves"))
        self.text.setMinimumHeight(icons.theme.text_px() * 5)
        for part in (self.file_name, self.identity, self.attachments):
            lines.addWidget(part)
        lines.addWidget(self.text, 1)
        # However many files are attached, the dialog stays on the screen.
        self.content.addWidget(scrolling(inside), 1)

    def show_preview(self, shown: ExportPreview) -> None:
        """Show what an export would hold."""
        self.file_name.setText(shown.file_name)
        self.identity.setText(" · ".join(f"{fact.lead}{fact.value}" for fact in shown.identity))
        self.attachments.setVisible(bool(shown.attachments))
        self.attachments.setText(self._files_words(shown.attachments))
        self.text.setPlainText(shown.text)

    def _files_words(self, files: Sequence[LeavingFile]) -> str:
        if not files:
            return ""
        names = ", ".join(f"{file.file_name} ({size_words(file.size_bytes)})" for file in files)
        if all(file.is_included for file in files):
            return self.tr("Attached: {files}").format(files=names)
        words = self.tr("Only the names leave: {files}. Upload these files separately, or choose a packet.")
        return words.format(files=names)
