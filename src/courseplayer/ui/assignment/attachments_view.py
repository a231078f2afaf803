"""The files beside the text, as a few rows; removing one is confirmed in its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from courseplayer.learner.values import Attachment, AttachmentId
from courseplayer.ui.components import Banner, Tone, column, icon_button, label, literal_tip, row, scrolling
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import size_words

_REMOVE = "remove"
_KEEP = "keep"
_ROWS_SHOWN = 2


class AttachmentsPanel(QWidget):
    """Takes no room where no file is attached."""

    removal_confirmed = Signal(int)
    """The id of the attachment to remove."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._asked: AttachmentId | None = None
        self.banner = Banner(icons, self.tr("Close this message"))
        self.banner.action_chosen.connect(self._on_action_chosen)
        inside = QWidget()
        self._rows = column(inside, 0, 0)
        self._area = scrolling(inside)
        layout = column(self, 0, Space.XS)
        layout.addWidget(self.banner)
        layout.addWidget(self._area)
        self.show_attachments(())

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show a row for each file."""
        empty_layout(self._rows)
        heights = [self._add_row(one) for one in attachments]
        self._area.setFixedHeight(sum(heights[:_ROWS_SHOWN]))
        self._area.setVisible(bool(attachments))

    def show_problem(self, sentence: str) -> None:
        """Say why a file was not added."""
        self.banner.show_message(sentence, Tone.ERROR)

    def _add_row(self, attachment: Attachment) -> int:
        made = QWidget()
        line = row(made, 0, Space.S)
        picture = label("", wraps=False)
        picture.setPixmap(self._icons.pixmap("attach", 16, self._icons.theme.colours.muted, 2))
        line.addWidget(picture)
        name = label(attachment.file_name, "small", wraps=False)
        name.setToolTip(literal_tip(attachment.file_name))
        name.setMinimumWidth(1)
        line.addWidget(name, 1)
        line.addWidget(label(size_words(attachment.size_bytes), "small", wraps=False))
        remove = icon_button(
            self.tr("Remove {file}").format(file=attachment.file_name), self._icons.icon("trash")
        )
        remove.setProperty("attachment", int(attachment.id))
        remove.setProperty("file_name", attachment.file_name)
        remove.clicked.connect(self._on_remove_clicked)
        line.addWidget(remove)
        self._rows.addWidget(made)
        return made.sizeHint().height()

    def _on_remove_clicked(self) -> None:
        sender = self.sender()
        if sender is None:
            return
        self._asked = AttachmentId(int(sender.property("attachment")))
        words = self.tr("Remove {file} from your text? Files that you exported before keep it.")
        actions = ((_REMOVE, self.tr("Remove")), (_KEEP, self.tr("Keep it")))
        self.banner.show_message(words.format(file=sender.property("file_name")), Tone.WARNING, actions)

    def _on_action_chosen(self, key: str) -> None:
        self.banner.clear()
        if key == _REMOVE and self._asked is not None:
            self.removal_confirmed.emit(self._asked)
        self._asked = None
