"""Shows what leaves this computer with an export, before anything is written."""

from PySide6.QtWidgets import QPlainTextEdit

from courseplayer.submissions.preview import ExportPreview, LeavingFile
from courseplayer.ui.components import Card, label
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import size_words


class LeavingPanel(Card):
    """File name, what is said about the learner, attached files, and the words."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(Space.M)
        self.content.addWidget(label(self.tr("What leaves this computer"), "h3"))
        self.file_name = label("", "body")
        self.identity = label("", "small")
        self.attachments = label("", "small")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The text that leaves"))
        self.text.setMinimumHeight(icons.theme.text_px() * 5)
        for part in (self.file_name, self.identity, self.attachments):
            self.content.addWidget(part)
        self.content.addWidget(self.text, 1)

    def show_preview(self, shown: ExportPreview) -> None:
        """Show what an export would hold."""
        self.file_name.setText(shown.file_name)
        self.identity.setText(" · ".join(f"{fact.lead}{fact.value}" for fact in shown.identity))
        self.attachments.setVisible(bool(shown.attachments))
        self.attachments.setText("\n".join(self._file_words(file) for file in shown.attachments))
        self.text.setPlainText(shown.text)

    def _file_words(self, file: LeavingFile) -> str:
        words = (
            self.tr("Attached: {file} ({size})")
            if file.is_included
            else self.tr("Only the name leaves: {file} ({size}). Upload it separately, or choose a packet.")
        )
        return words.format(file=file.file_name, size=size_words(file.size_bytes))
