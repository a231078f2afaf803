"""Step 1 of a kit: which courses, from the shelf and from files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from courseplayer.ui.components import button, column, label, literal_tip, on_button
from courseplayer.ui.file_dialogs import ask_for_files
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.fields import Step
from courseplayer.ui.theme import Space


@dataclass(frozen=True, slots=True)
class OfferedCourse:
    """A course that may go into a kit, in words."""

    path: Path
    title: str
    details: str = ""


class CoursesStep(Step):
    """A box to tick for each course."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            self.tr("Which courses?"),
            self.tr("Tick those that are to go along. Each is read through before the kit is made."),
        )
        self._boxes: dict[Path, QCheckBox] = {}
        self._list = column(None, 0, Space.S)
        self.content.addLayout(self._list)
        self._none = label(self.tr("There is no course on the shelf. Add one from a file."))
        self.content.addWidget(self._none)
        add = button(self.tr("Add a course file…"), "", icons.spaced("add"))
        add.clicked.connect(self._on_add_clicked)
        self.content.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)

    @property
    def chosen(self) -> tuple[Path, ...]:
        """The files of the ticked courses."""
        return tuple(path for path, box in self._boxes.items() if box.isChecked())

    def offer(self, courses: Sequence[OfferedCourse], *, is_ticked: bool = False) -> None:
        """Add courses to choose from; those that are there already stay as they are."""
        for course in courses:
            if course.path not in self._boxes:
                self._add(course)
            if is_ticked:
                self._boxes[course.path].setChecked(True)
        self._none.setVisible(not self._boxes)

    @property
    def offered(self) -> tuple[Path, ...]:
        """The files of all courses that can be ticked."""
        return tuple(self._boxes)

    def tick(self, path: Path) -> None:
        """Choose a course as a click does."""
        self._boxes[path].setChecked(True)

    def _add(self, course: OfferedCourse) -> None:
        box = QCheckBox(on_button(course.title))
        box.setAccessibleName(course.title)
        box.setAccessibleDescription(course.details)
        box.setToolTip(literal_tip(str(course.path)))
        box.toggled.connect(self.changed)
        self._boxes[course.path] = box
        lines = column(None, 0, 0)
        lines.addWidget(box)
        details = label(course.details, "small")
        details.setIndent(Space.XXL + Space.S)
        details.setVisible(bool(course.details))
        lines.addWidget(details)
        self._list.addLayout(lines)

    def _on_add_clicked(self) -> None:
        kinds = self.tr("Courses (*.course)")
        files = ask_for_files(self, self.tr("Add a course file"), kinds)
        self.offer([OfferedCourse(file, file.name, str(file.parent)) for file in files], is_ticked=True)
