"""What goes along with a step: files to save, links for further reading, and the licence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from courseplayer.course.content import Download, WebLink
from courseplayer.course.outline import Licence
from courseplayer.ui.components import Card, button, label, literal_tip, on_button, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.words import size_words


class DownloadsCard(Card):
    """Files of the course that the learner may save."""

    save_wanted = Signal(int)
    """The index of the download to save."""

    def __init__(self, downloads: Sequence[Download], icons: Icons) -> None:
        super().__init__()
        self.content.addWidget(label(self.tr("Downloads"), "h3"))
        for index, download in enumerate(downloads):
            save = button(self.tr("Save…"), "", icons.spaced("download"))
            save.setAccessibleName(self.tr("Save {title}").format(title=download.title))
            save.setProperty("index", index)
            save.clicked.connect(self._on_clicked)
            line = row()
            line.addWidget(label(download.title), 1)
            line.addWidget(label(f"{download.file_name} · {size_words(download.size_bytes)}", "small"))
            line.addWidget(save)
            self.content.addLayout(line)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.save_wanted.emit(sender.property("index"))


class LinksCard(Card):
    """Addresses for further reading."""

    link_clicked = Signal(str)

    def __init__(self, links: Sequence[WebLink], icons: Icons) -> None:
        super().__init__()
        self.content.addWidget(label(self.tr("Read more (needs the internet)"), "h3"))
        for link in links:
            made = button(on_button(link.title), "link", icons.spaced("open", icons.theme.colours.accent))
            made.setAccessibleName(link.title)
            made.setToolTip(literal_tip(link.url))
            made.setProperty("address", link.url)
            made.clicked.connect(self._on_clicked)
            line = row()
            line.addWidget(made)
            line.addStretch(1)
            self.content.addLayout(line)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.link_clicked.emit(str(sender.property("address")))


class LicenceLine(Card):
    """Whom to name for a step that has terms of its own."""

    def __init__(self, licence: Licence) -> None:
        super().__init__()
        words = licence.name if not licence.attribution else f"{licence.name} · {licence.attribution}"
        self.content.addWidget(label(words, "small"))
