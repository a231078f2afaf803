"""Step 4 of a kit: in what form it is handed out, and the ready programs that go into it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout

from courseplayer.kits.plan import PlayerBuild, Target
from courseplayer.kits.players import choose_players
from courseplayer.ui.components import Card, button, column, label, row
from courseplayer.ui.file_dialogs import ask_for_files
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.choices import NO_PROGRAM_TARGETS, PORTABLE_TARGETS
from courseplayer.ui.kits.fields import Step
from courseplayer.ui.kits.kit_words import player_words, target_words
from courseplayer.ui.theme import Space

_ROOMY_TEXT_PERCENT = 125
"""With larger text two columns do not fit beside each other."""


class FormStep(Step):
    """One of five forms; below it what it will hold."""

    players_wanted = Signal(object)
    """Files that may be ready programs, as a tuple of paths."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            self.tr("Which kind of kit?"),
            self.tr("All kinds are put together from ready programs: nothing is compiled or downloaded."),
        )
        self._players: tuple[PlayerBuild, ...] = ()
        self._is_looking = True
        self._targets = QButtonGroup(self)
        forms = column(None, 0, Space.S)
        for target in Target:
            forms.addLayout(self._form(target))
        forms.addStretch(1)
        self._targets.buttons()[0].setChecked(True)
        self._targets.buttonClicked.connect(self._on_target_clicked)
        is_large = icons.theme.text_size_percent > _ROOMY_TEXT_PERCENT
        sides = column(None, 0, Space.L) if is_large else row(None, 0, Space.L)
        sides.addLayout(forms, 1)
        sides.addWidget(self._along(icons), 1)
        self.content.addLayout(sides)
        self.content.addStretch(1)
        self._show_found()

    def _along(self, icons: Icons) -> Card:
        card = Card()
        card.content.addWidget(label(self.tr("What goes along"), "h3"))
        self.portable = QCheckBox(self.tr("Keep what learners write on the stick"))
        self.portable.setChecked(True)
        self.portable.toggled.connect(self.changed)
        card.content.addWidget(self.portable)
        self._kept = label(self.tr("Nothing is then left on the computers that it is plugged into."), "small")
        card.content.addWidget(self._kept)
        self._found = label("", "body")
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        card.content.addWidget(self._found)
        self._add = button(self.tr("Add a ready program…"), "", icons.spaced("add"))
        self._add.setToolTip(
            self.tr("The archive, setup program or disk image of Course Player, as it is handed out")
        )
        self._add.clicked.connect(self._on_add_clicked)
        card.content.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._no_program = label(self.tr("The courses that you ticked, and no program."))
        card.content.addWidget(self._no_program)
        card.content.addStretch(1)
        return card

    @property
    def target(self) -> Target:
        """The chosen form."""
        chosen = self._targets.checkedButton()
        return Target.FOLDER if chosen is None else Target(chosen.property("target"))

    @property
    def players(self) -> tuple[PlayerBuild, ...]:
        """Every ready program that is known."""
        return self._players

    @property
    def found(self) -> str:
        """What is said about ready programs."""
        return self._found.text()

    def choose(self, target: Target) -> None:
        """Choose a form as a click does."""
        for made in self._targets.buttons():
            if made.property("target") == target.value:
                made.click()

    def show_players(self, players: Sequence[PlayerBuild]) -> None:
        """Show the ready programs that were found."""
        self._is_looking = False
        self._players = tuple(dict.fromkeys((*self._players, *players)))
        self._show_found()
        self.changed.emit()

    def _form(self, target: Target) -> QVBoxLayout:
        name, hint = target_words(target)
        made = QRadioButton(name)
        made.setAccessibleDescription(hint)
        made.setProperty("target", target.value)
        self._targets.addButton(made)
        lines = column(None, 0, 0)
        lines.addWidget(made)
        below = row()
        below.addSpacing(Space.XXL + Space.S)
        below.addWidget(label(hint, "small"), 1)
        lines.addLayout(below)
        return lines

    def _show_found(self) -> None:
        has_program = self.target not in NO_PROGRAM_TARGETS
        for part in (self.portable, self._kept):
            part.setVisible(self.target in PORTABLE_TARGETS)
        self._no_program.setVisible(not has_program)
        self._found.setVisible(has_program)
        self._add.setVisible(has_program)
        fitting = choose_players(self._players, self.target)
        if fitting:
            heading = self.tr("These programs go along:")
            self._found.setText("\n".join([heading, *(f"•  {player_words(build)}" for build in fitting)]))
        elif self._is_looking:
            self._found.setText(self.tr("Looking for ready programs…"))
        else:
            self._found.setText(
                self.tr("No ready Course Player for this kind of kit was found. Add one to make it.")
            )

    def _on_target_clicked(self) -> None:
        self._show_found()
        self.changed.emit()

    def _on_add_clicked(self) -> None:
        kinds = self.tr("Ready programs (*.tar.xz *.zip *.exe *.dmg)")
        files: tuple[Path, ...] = ask_for_files(self, self.tr("Add a ready program"), kinds)
        if files:
            self.players_wanted.emit(files)
