"""Step 5 of a kit: where it is made."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from courseplayer.kits.plan import Target
from courseplayer.ui.components import button, row
from courseplayer.ui.file_dialogs import ask_for_folder, ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.fields import Step
from courseplayer.ui.kits.kit_words import target_words

_FILE_NAMES = {Target.DEB: "courses.deb", Target.RUN: "courses.run"}


class PlaceStep(Step):
    """A stick or folder, or the name of a file."""

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
        choose.setAccessibleName(f"{self.tr('Choose…')} {self._words}")
        choose.clicked.connect(self._on_choose_clicked)
        self.add_field(self._words, self.edit)
        line = row()
        line.addWidget(choose)
        line.addStretch(1)
        self.content.addLayout(line)
        self.content.addStretch(1)

    @property
    def place(self) -> Path | None:
        """The stick, folder or file; None where none was chosen."""
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def show_target(self, target: Target) -> None:
        """Take over the form of the kit: some are one file."""
        if target.is_file != self._target.is_file or (target.is_file and target is not self._target):
            self.edit.clear()
        self._target = target

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
