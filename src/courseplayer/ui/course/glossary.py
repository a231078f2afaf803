"""The words of a course and what they mean, on its front page; a search for one leads there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from courseplayer.course.content import GlossaryEntry
from courseplayer.ui.components import Card, label
from courseplayer.ui.theme import Space


class GlossaryCard(Card):
    """Every term beside its meaning; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._terms: dict[str, QWidget] = {}
        self.content.addWidget(label(self.tr("Words of this course"), "h2"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 3)
        self.content.addLayout(self._grid)
        self.hide()

    def show_entries(self, entries: Sequence[GlossaryEntry]) -> None:
        """Show the words of the course, once."""
        for index, entry in enumerate(entries):
            term = self._terms[entry.term] = label(entry.term, "h3")
            self._grid.addWidget(term, index, 0)
            self._grid.addWidget(label(entry.meaning), index, 1)
        self.setVisible(bool(entries))

    def place_of(self, term: str) -> QWidget | None:
        """Return where a term stands, None where it does not (yet)."""
        return self._terms.get(term)
