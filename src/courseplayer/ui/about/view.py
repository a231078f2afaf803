"""The pages that tell about the program: version and licences, and its keyboard shortcuts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QTextBrowser, QWidget

from courseplayer.ui.components import Card, PageView, column, key_words, label, reading_page, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.shortcut_list import ShortcutGroup
from courseplayer.ui.theme import Space

_READING_PX = 820
_KEYS_PX = 170


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the program that others made."""

    name: str
    version: str
    licence: str


class AboutPage(PageView):
    """Version, licence, and whom the program thanks."""

    def __init__(
        self,
        icons: Icons,
        version: str,
        components: Sequence[Component],
        licence_text: str,
        third_party_licences: Callable[[], str],
    ) -> None:
        super().__init__()
        layout = reading_page(self, self.tr("About Course Player"), icons.theme.scaled(_READING_PX))
        heading = row(None, 0, Space.L)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("video", 64, icons.theme.colours.accent, 2))
        heading.addWidget(picture)
        names = column(None, 0, Space.XS)
        names.addWidget(label(self.tr("Course Player"), "h1"))
        names.addWidget(label(self.tr("Version {version}").format(version=version), "muted"))
        heading.addLayout(names, 1)
        layout.addLayout(heading)
        layout.addWidget(label(self.tr("A whole online course in one file, without a network."), "lead"))
        layout.addWidget(self._privacy())
        layout.addWidget(self._components(components))
        layout.addWidget(self._licence(licence_text))
        self._read_third_party_licences = third_party_licences
        self._third_party_text = QTextBrowser()
        self._third_party = self._third_party_card()
        layout.addWidget(self._third_party)
        layout.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Fetch the long texts when somebody looks: the start of the program does not wait for them."""
        super().showEvent(event)
        if self._third_party_text.document().isEmpty():
            text = self._read_third_party_licences()
            self._third_party_text.setPlainText(text)
            self._third_party.setVisible(bool(text))

    def _third_party_card(self) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Licences of what others made"), "h3"))
        self._third_party_text.setAccessibleName(self.tr("Text of the licences of what others made"))
        self._third_party_text.setMinimumHeight(220)
        frame.content.addWidget(self._third_party_text)
        return frame

    def _privacy(self) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("What stays here"), "h3"))
        frame.content.addWidget(
            label(
                self.tr(
                    "Course Player never connects to a network. What you write stays on this computer "
                    "until you export it yourself."
                )
            )
        )
        return frame

    def _components(self, components: Sequence[Component]) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Made with"), "h3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        for index, part in enumerate(components):
            grid.addWidget(label(part.name, wraps=False), index, 0)
            grid.addWidget(label(part.version, "muted", wraps=False), index, 1)
            grid.addWidget(label(part.licence, "muted"), index, 2)
        frame.content.addLayout(grid)
        return frame

    def _licence(self, text: str) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Licence: GNU General Public License 3 or later"), "h3"))
        frame.content.addWidget(
            label(self.tr("You may use, study, share and change this program under the terms below."))
        )
        browser = QTextBrowser()
        browser.setPlainText(text)
        browser.setAccessibleName(self.tr("Text of the licence"))
        browser.setMinimumHeight(220)
        frame.content.addWidget(browser)
        return frame


class ShortcutsPage(PageView):
    """Every key the program knows."""

    def __init__(self, icons: Icons, groups: Sequence[ShortcutGroup]) -> None:
        super().__init__()
        layout = reading_page(self, self.tr("Keyboard shortcuts"), icons.theme.scaled(_READING_PX))
        layout.addWidget(label(self.tr("Keyboard shortcuts"), "h1"))
        for group in groups:
            layout.addWidget(_group_card(group, icons.theme.scaled(_KEYS_PX)))
        layout.addStretch(1)


def _key_caps(keys: str, width_px: int) -> QWidget:
    caps = QWidget()
    caps.setFixedWidth(width_px)
    line = row(caps, 0, Space.XS)
    for key in keys.split(", "):
        line.addWidget(label(key_words(key), "key", wraps=False))
    line.addStretch(1)
    return caps


def _group_card(group: ShortcutGroup, width_px: int) -> Card:
    frame = Card()
    frame.content.addWidget(label(group.heading, "h3"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(1, 1)
    for index, (keys, words) in enumerate(group.entries):
        grid.addWidget(_key_caps(keys, width_px), index, 0)
        grid.addWidget(label(words), index, 1)
    frame.content.addLayout(grid)
    return frame
