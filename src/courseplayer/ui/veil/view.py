"""What covers an idle window: it asks who is there, and what is to become of the last minutes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from courseplayer.ui.components import (
    Banner,
    Card,
    Tone,
    button,
    column,
    label,
    on_button,
    rename,
    row,
    scrolling,
)
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated

_CARD_PX = 560
_SIGN_PX = 48
_LONGEST_NAME = 60
_NO_ROOM = QSizePolicy.Policy.Ignored


class VeilPage(QWidget):
    """Three questions, one at a time: still the same person, who then, and whose are the last minutes."""

    continued = Signal()
    """The learner is still there."""
    not_me = Signal()
    person_chosen = Signal(int)
    """The id of the learner who is there."""
    name_given = Signal(str)
    """Somebody who has never learned here."""
    move_wanted = Signal()
    leave_wanted = Signal()
    """The last minutes are to stay where they are."""
    went_back = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("page")
        self._icons = icons
        self.banner = Banner(icons, self.tr("Close this message"))
        self._cards = QStackedWidget()
        self._asking, self._continue = self._make_asking()
        self._choosing = self._make_choosing()
        self._moving = self._make_moving()
        for card in (self._asking, self._choosing, self._moving):
            self._cards.addWidget(card)
        inside = QWidget()
        inside.setMaximumWidth(icons.theme.scaled(_CARD_PX))
        lines = column(inside, Space.L, Space.M)
        lines.addStretch(1)
        lines.addWidget(self.banner)
        lines.addWidget(self._cards)
        lines.addStretch(1)
        around = QWidget()
        sides = row(around, 0, 0)
        sides.addStretch(1)
        sides.addWidget(inside, 100)
        sides.addStretch(1)
        column(self).addWidget(scrolling(around))

    @property
    def heading_words(self) -> str:
        """The question being asked."""
        return self.accessibleName()

    @property
    def kept_words(self) -> str:
        """What is said to be kept."""
        return self._is_kept.text()

    @property
    def last_minutes_words(self) -> str:
        """What is said to have been done in the last minutes."""
        return self._done.text()

    def ask(self, name: str) -> None:
        """Ask whether it is still this learner."""
        self._say(self._asking, self.tr("Still {name}?").format(name=isolated(name)))
        self._show(self._asking, self._continue)

    def tell_kept(self, *, is_saved: bool) -> None:
        """Say what is kept; ``is_saved`` is every word."""
        saved = self.tr("Your place is kept, and what you wrote is saved.")
        self._is_kept.setText(saved if is_saved else self.tr("Your place is kept."))

    def ask_who(self, others: Sequence[tuple[int, str]]) -> None:
        """Ask who is there instead; ``others`` are ids and names."""
        self._or_new.setVisible(bool(others))
        empty_layout(self._people)
        first: QWidget = self._name
        for learner_id, name in others:
            made = button(
                on_button(name), "", self._icons.spaced("learner", self._icons.theme.colours.accent)
            )
            made.setAccessibleName(name)
            made.setProperty("learner", learner_id)
            made.clicked.connect(self._on_person_clicked)
            self._people.addWidget(made)
            first = made if first is self._name else first
        self._name.clear()
        self._say(self._choosing, self.tr("Who is here?"))
        self._show(self._choosing, first)

    def ask_whose(self, before: str, now: str, done: Sequence[str], *, needs_pin: bool = False) -> None:
        """Ask whether what was done since it was certain who learns goes to who is there now."""
        self._say(self._moving, self.tr("Whose are the last minutes?"))
        told = self.tr("Since it was last certain that {name} learns, this was done:")
        self._told.setText(told.format(name=isolated(before)))
        self._done.setText("\n".join(f"•  {line}" for line in done))
        kept = self.tr("{name} keeps every earlier version. You can undo this.")
        words = [kept.format(name=isolated(before))]
        if needs_pin:
            words.append(self.tr("Moving them needs the PIN of {name}.").format(name=isolated(before)))
        self._kept.setText(" ".join(words))
        self._move.setText(self.tr("Move to {name}").format(name=on_button(now)))
        self._stay.setText(self.tr("Leave with {name}").format(name=on_button(before)))
        self._show(self._moving, self._move)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong; the question stays."""
        self.banner.show_message(sentence, Tone.ERROR)

    def _make_asking(self) -> tuple[Card, QPushButton]:
        card, lines = self._card()
        self._is_kept = label("", "lead")
        lines.addWidget(self._is_kept)
        on_accent = self._icons.theme.colours.on_accent
        goes_on = button(self.tr("Continue"), "primary", self._icons.spaced("check", on_accent))
        goes_on.setDefault(True)
        goes_on.clicked.connect(self.continued)
        other = button(self.tr("Not me"))
        other.clicked.connect(self.not_me)
        lines.addLayout(_buttons(other, goes_on))
        return card, goes_on

    def _make_choosing(self) -> Card:
        card, lines = self._card()
        self._people = column(None, 0, Space.S)
        lines.addLayout(self._people)
        self._or_new = label(self.tr("Or a new name:"), "muted")
        lines.addWidget(self._or_new)
        self._name = QLineEdit()
        self._name.setMaxLength(_LONGEST_NAME)
        rename(self._name, self.tr("Name"))
        self._name.setPlaceholderText(self.tr("For example: Almaz"))
        self._name.returnPressed.connect(self._on_name_confirmed)
        self._add = button(self.tr("Start with this name"), "", self._icons.spaced("add"))
        self._add.setEnabled(False)
        self._add.clicked.connect(self._on_name_confirmed)
        self._name.textChanged.connect(self._on_name_changed)
        line = row(None, 0, Space.S)
        line.addWidget(self._name, 1)
        line.addWidget(self._add)
        lines.addLayout(line)
        lines.addLayout(_buttons(self._back()))
        return card

    def _make_moving(self) -> Card:
        card, lines = self._card()
        self._told, self._done, self._kept = label(), label(), label("", "muted")
        for part in (self._told, self._done, self._kept):
            lines.addWidget(part)
        self._move = button("", "primary")
        self._move.clicked.connect(self.move_wanted)
        self._stay = button("")
        self._stay.clicked.connect(self.leave_wanted)
        for choice in (self._move, self._stay):
            lines.addWidget(choice)
        lines.addLayout(_buttons(self._back()))
        return card

    def _card(self) -> tuple[Card, QVBoxLayout]:
        card = Card(Space.XL)
        card.content.setSpacing(Space.M)
        sign = QLabel()
        colours = self._icons.theme.colours
        sign.setPixmap(self._icons.pixmap("learner", self._icons.theme.scaled(_SIGN_PX), colours.accent, 2))
        heading = label("", "h1")
        heading.setObjectName("heading")
        card.content.addWidget(sign)
        card.content.addWidget(heading)
        return card, card.content

    def _back(self) -> QPushButton:
        made = button(self.tr("Back"), "quiet", self._icons.spaced("back"))
        made.clicked.connect(self._on_back_clicked)
        return made

    def _say(self, card: Card, heading: str) -> None:
        shown = card.findChild(QLabel, "heading")
        if shown is not None:
            shown.setText(heading)
        card.setAccessibleName(heading)
        self.setAccessibleName(heading)

    def _show(self, card: QWidget, first: QWidget) -> None:
        self.banner.clear()
        for one in (self._asking, self._choosing, self._moving):
            # The card takes the room that it needs itself, not that of the largest.
            policy = QSizePolicy.Policy.Preferred if one is card else _NO_ROOM
            one.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._cards.setCurrentWidget(card)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_back_clicked(self) -> None:
        shown = self._asking.findChild(QLabel, "heading")
        self.setAccessibleName("" if shown is None else shown.text())
        self.went_back.emit()
        self._show(self._asking, self._continue)

    def _on_person_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.person_chosen.emit(sender.property("learner"))

    def _on_name_changed(self, text: str) -> None:
        self._add.setEnabled(bool(text.strip()))

    def _on_name_confirmed(self) -> None:
        if self._name.text().strip():
            self.name_given.emit(self._name.text().strip())


def _buttons(*made: QPushButton) -> QHBoxLayout:
    line = row(None, 0, Space.S)
    for index, one in enumerate(made):
        if index:
            line.addStretch(1)
        line.addWidget(one)
    if len(made) == 1:
        line.addStretch(1)
    return line
