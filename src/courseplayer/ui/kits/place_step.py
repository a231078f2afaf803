"""Step 5 of a kit: where it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from courseplayer.kits.plan import Target
from courseplayer.ui.components import button, column, label, on_button, row
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.file_dialogs import ask_for_folder, ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.fields import Step
from courseplayer.ui.kits.kit_words import file_system_words, target_words
from courseplayer.ui.theme import Space
from courseplayer.ui.words import size_words

_FILE_NAMES = {Target.DEB: "courses.deb", Target.RUN: "courses.run"}


@dataclass(frozen=True, slots=True)
class OfferedStick:
    """A stick that is plugged in."""

    path: Path
    free_bytes: int | None
    file_system: str | None


class PlaceStep(Step):
    """A stick or folder, or the name of a file."""

    sticks_wanted = Signal()
    """Look for sticks again."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            self.tr("Where is it made?"),
            self.tr(
                "Other files that are there stay. The kit is read back and compared after it is written."
            ),
        )
        self._target = Target.FOLDER
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self.changed)
        self._words = self.tr("Stick, folder or file")
        choose = button(self.tr("Choose…"), "", icons.spaced("folder"))
        choose.setAccessibleName(f"{choose.text()} {self._words}")
        choose.clicked.connect(self._on_choose_clicked)
        self.add_field(self._words, self.edit)
        look = button(self.tr("Look for sticks"), "", icons.spaced("retry"))
        look.clicked.connect(self.sticks_wanted)
        line = row()
        line.addWidget(choose)
        line.addWidget(look)
        line.addStretch(1)
        self.content.addLayout(line)
        self._sticks_heading = label("", "small")
        self.content.addWidget(self._sticks_heading)
        self._sticks = column(None, 0, Space.XS)
        self.content.addLayout(self._sticks)
        self.content.addStretch(1)

    @property
    def place(self) -> Path | None:
        """The stick, folder or file; None where none was chosen."""
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def show_sticks(self, sticks: Sequence[OfferedStick]) -> None:
        """Offer the sticks that are plugged in."""
        empty_layout(self._sticks)
        found, none = self.tr("Plugged in now:"), self.tr("No stick is plugged in now.")
        self._sticks_heading.setText(found if sticks else none)
        for stick in sticks:
            made = button(_stick_words(stick), "link")
            made.setProperty("path", str(stick.path))
            made.clicked.connect(self._on_stick_clicked)
            self._sticks.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def show_target(self, target: Target) -> None:
        """Take over the form of the kit: some are one file."""
        if target.is_file != self._target.is_file or (target.is_file and target is not self._target):
            self.edit.clear()
        self._target = target

    def _on_stick_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            stick = Path(sender.property("path"))
            self.edit.setText(str(stick / _FILE_NAMES[self._target] if self._target.is_file else stick))

    def _on_choose_clicked(self) -> None:
        title = self.tr("Where is it made?")
        if self._target.is_file:
            name, _hint = target_words(self._target)
            suffix = self._target.value
            chosen = ask_where_to_save(
                self, title, _FILE_NAMES[self._target], f"{name.split(' (')[0]} (*.{suffix})"
            )
        else:
            chosen = ask_for_folder(self, title, self.place)
        if chosen is not None:
            self.edit.setText(str(chosen))


def _stick_words(stick: OfferedStick) -> str:
    words = on_button(str(stick.path))
    if stick.free_bytes is not None:
        free = QCoreApplication.translate("kits", "{size} free").format(size=size_words(stick.free_bytes))
        words += f" · {free}"
    kind = file_system_words(stick.file_system)
    return f"{words} · {kind}" if kind else words
