"""Step 3 of a kit: whose it is: name, colour, picture, and the rules that go along."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from courseplayer.ui.accent import with_accent
from courseplayer.ui.components import button, column, label, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.fields import FileField, Step
from courseplayer.ui.theme import DARK, LIGHT, Colours, Space

_COLOUR = re.compile("#[0-9A-Fa-f]{6}", re.ASCII)
_MOST_NAME_CHARACTERS = 60
_EXAMPLE = "#1a5fb4"


class LookStep(Step):
    """Everything may be left empty here too."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            self.tr("Whose is it?"),
            self.tr("Your name, colour and picture are shown in the window. All of it may be left empty."),
        )
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(_MOST_NAME_CHARACTERS)
        self.name_edit.setPlaceholderText(self.tr("For example: Hill Clinic Training Centre"))
        self.name_edit.textChanged.connect(self.changed)
        self.add_field(self.tr("Name"), self.name_edit)
        self._add_colour(icons)
        self.logo_field = FileField(icons, self.tr("Picture"), self.tr("Pictures (*.png *.jpg *.jpeg)"))
        self.logo_field.changed.connect(self.changed)
        self.add_field(
            self.tr("Picture"), self.logo_field, self.tr("PNG or JPEG, 1 MB and 2000 pixels wide at most.")
        )
        self.policy_field = FileField(icons, self.tr("Rules (policy.toml)"), self.tr("Rules (*.toml)"))
        self.policy_field.changed.connect(self.changed)
        self.add_field(
            self.tr("Rules (policy.toml)"),
            self.policy_field,
            self.tr("What the program may do; ask the person who looks after your computers."),
        )
        self.content.addStretch(1)

    @property
    def name(self) -> str | None:
        """The name, None where there is none."""
        return " ".join(self.name_edit.text().split()) or None

    @property
    def accent(self) -> str | None:
        """The colour as ``#rrggbb``, None where there is none that can be understood."""
        text = self.accent_edit.text().strip()
        return text.lower() if _COLOUR.fullmatch(text) else None

    @property
    def logo(self) -> Path | None:
        """The picture."""
        return self.logo_field.path

    @property
    def policy(self) -> Path | None:
        """The rules."""
        return self.policy_field.path

    def _add_colour(self, icons: Icons) -> None:
        self.accent_edit = QLineEdit()
        self.accent_edit.setPlaceholderText(_EXAMPLE)
        self.accent_edit.setFixedWidth(icons.theme.scaled(140))
        words = self.tr("Colour")
        self.accent_edit.setAccessibleName(words)
        self.accent_edit.textChanged.connect(self._on_accent_changed)
        choose = button(self.tr("Choose…"))
        choose.setAccessibleName(f"{choose.text()} {words}")
        choose.clicked.connect(self._on_choose_clicked)
        self._samples = [(colours, QLabel()) for colours in (LIGHT, DARK)]
        line: QHBoxLayout = row()
        line.addWidget(self.accent_edit)
        line.addWidget(choose)
        line.addSpacing(Space.S)
        for colours, sample in self._samples:
            sample.setAlignment(Qt.AlignmentFlag.AlignCenter)
            sample.setText(self.tr("Light") if colours is LIGHT else self.tr("Dark"))
            line.addWidget(sample)
        line.addStretch(1)
        lines = column(None, 0, Space.XS)
        named = label(words)
        named.setBuddy(self.accent_edit)
        lines.addWidget(named)
        lines.addLayout(line)
        self._hint = label("", "small")
        lines.addWidget(self._hint)
        self.content.addLayout(lines)
        self._show_samples()

    def _on_choose_clicked(self) -> None:
        present = QColor(self.accent or LIGHT.accent)
        chosen = QColorDialog.getColor(present, self, self.tr("Colour"))
        if chosen.isValid():
            self.accent_edit.setText(chosen.name())

    def _on_accent_changed(self) -> None:
        self._show_samples()
        self.changed.emit()

    def _show_samples(self) -> None:
        is_wrong = bool(self.accent_edit.text().strip()) and self.accent is None
        for colours, sample in self._samples:
            _paint(sample, colours if self.accent is None else with_accent(colours, self.accent))
        hint = self.tr("Made lighter or darker where it could not be read otherwise, as shown here.")
        wrong = self.tr("This is no colour such as #1a5fb4; it is left out.")
        self._hint.setText(wrong if is_wrong else hint)
        self.accent_edit.setAccessibleDescription(self._hint.text())


def _paint(sample: QWidget, colours: Colours) -> None:
    sample.setStyleSheet(
        f"background: {colours.accent}; color: {colours.on_accent}; border: 3px solid {colours.window};"
        "border-radius: 8px; padding: 6px 14px;"
    )
