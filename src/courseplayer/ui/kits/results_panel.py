"""What is seen after a kit was made: the list of all made in this row, and what can be done next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from courseplayer.ui.components import Banner, Tone, button, column, label, row, scrolling
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """How one of the row went: where, and how in words; ``is_made`` is told by a sign besides."""

    place: str
    words: str
    is_made: bool


class ResultsPanel(QWidget):
    """The list, newest first; files need no second copy, so that these buttons are left out for them."""

    another_wanted = Signal()
    other_place_wanted = Signal()
    sheet_wanted = Signal()
    folder_wanted = Signal()
    choices_wanted = Signal()
    """Back to the five steps."""
    close_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._lines: list[str] = []
        self.banner = Banner(icons, self.tr("Close this message"))
        self._heading = label("", "h3")
        inside = QWidget()
        told = column(inside, 0, Space.M)
        self._advice = label("", "muted")
        told.addWidget(self._advice)
        self._list = column(None, 0, Space.S)
        told.addLayout(self._list)
        told.addStretch(1)
        layout = column(self, Space.L, Space.M)
        layout.addWidget(self.banner)
        layout.addWidget(self._heading)
        beside = row(None, 0, Space.L)
        beside.addWidget(scrolling(inside, self.tr("Kits that were made")), 1)
        layout.addLayout(beside, 1)
        on_accent = icons.theme.colours.on_accent
        self._another = button(self.tr("Make another"), "primary", icons.spaced("add", on_accent))
        self._another.clicked.connect(self.another_wanted)
        self._other_place = button(self.tr("At another place…"), "", icons.spaced("folder"))
        self._other_place.clicked.connect(self.other_place_wanted)
        sheet = button(self.tr("Save the printed sheet…"), "", icons.spaced("article"))
        sheet.clicked.connect(self.sheet_wanted)
        show = button(self.tr("Show in folder"), "", icons.spaced("open"))
        show.clicked.connect(self.folder_wanted)
        change = button(self.tr("Change the kit"), "", icons.spaced("back"))
        change.clicked.connect(self.choices_wanted)
        close = button(self.tr("Close"), "quiet")
        close.clicked.connect(self.close_wanted)
        acts = column(None, 0, Space.S)
        for made in (sheet, show, change):
            acts.addWidget(made)
        acts.addStretch(1)
        beside.addLayout(acts)
        lower = row()
        lower.addWidget(close)
        lower.addStretch(1)
        lower.addWidget(self._other_place)
        lower.addWidget(self._another)
        layout.addLayout(lower)

    @property
    def lines(self) -> tuple[str, ...]:
        """What the list says, from above."""
        return tuple(self._lines)

    def show_outcomes(self, outcomes: Sequence[ShownOutcome], heading: str, advice: str) -> None:
        """List how each went; ``advice`` tells how to make the next one, empty where there is none."""
        empty_layout(self._list)
        self._lines = [f"{one.place}: {one.words}" for one in reversed(outcomes)]
        for outcome in reversed(outcomes):
            self._list.addWidget(self._line(outcome))
        self._heading.setText(heading)
        self._advice.setText(advice)
        for part in (self._advice, self._another, self._other_place):
            part.setVisible(bool(advice))
        if advice:
            self._another.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why the next was not made."""
        self.banner.show_message(sentence, Tone.ERROR)

    def show_success(self, sentence: str) -> None:
        """Say that something else worked."""
        self.banner.show_message(sentence, Tone.SUCCESS)

    def _line(self, outcome: ShownOutcome) -> QWidget:
        colours = self._icons.theme.colours
        made = QWidget()
        line = row(made, 0, Space.M)
        sign = QLabel()
        name, ink = ("done", colours.success) if outcome.is_made else ("error", colours.error)
        sign.setPixmap(self._icons.pixmap(name, self._icons.size_px, ink, 2))
        line.addWidget(sign)
        words = column(None, 0, 0)
        words.addWidget(label(outcome.place))
        words.addWidget(label(outcome.words, "small"))
        line.addLayout(words, 1)
        made.setAccessibleName(f"{outcome.place}: {outcome.words}")
        return made
