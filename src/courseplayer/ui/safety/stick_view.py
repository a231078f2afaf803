"""What was found on a stick, in words, and the way to a clean copy of a course."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QWidget,
)

from courseplayer.ui.components import (
    Banner,
    ChoiceBox,
    Tone,
    button,
    column,
    label,
    literal_tip,
    resize_to_fit,
    row,
)
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated

_SIZE = (760, 560)
_PARTS = 1_000


class StickDialog(QDialog):
    """A list of findings above the courses that can be copied away."""

    copy_wanted = Signal(object)
    """The path of the course that is to be copied."""
    stop_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._courses: tuple[Path, ...] = ()
        self.setWindowTitle(self.tr("What was found on the stick"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        layout = column(self, Space.XL, Space.M)
        self._heading = label("", "h2")
        self._advice = label("", "muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setWordWrap(True)
        self.banner = Banner(icons, self.tr("Close this message"))
        for part in (self._heading, self._advice, self.banner):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._copying(icons))
        layout.addLayout(self._progress())

    def show_findings(self, heading: str, advice: str, lines: Sequence[str]) -> None:
        """Show what was found; a line is a sentence and the place, on two lines."""
        self._heading.setText(heading)
        self._advice.setText(advice)
        self.list.clear()
        for words in lines:
            item = QListWidgetItem(words, self.list)
            item.setToolTip(literal_tip(words))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def show_courses(self, courses: Sequence[Path]) -> None:
        """Offer the courses that look whole."""
        self._courses = tuple(courses)
        self.course.clear()
        for path in courses:
            self.course.addItem(isolated(path.name))
        for part in (self._course_words, self.course, self.copy):
            part.setVisible(bool(courses))

    def show_copying(self, done: int, total: int) -> None:
        """Show how far the copy is."""
        self.bar.setValue(_PARTS * done // max(1, total))

    def set_copying(self, is_copying: bool) -> None:
        """Offer to stop while a copy is made, and nothing else."""
        self.copy.setEnabled(not is_copying)
        self.course.setEnabled(not is_copying)
        for part in (self.bar, self.stop):
            part.setVisible(is_copying)
        if is_copying:
            self.banner.clear()
            self.bar.setValue(0)
            self.stop.setFocus()
        else:
            self.copy.setFocus()

    def say(self, sentence: str, tone: Tone) -> None:
        """Say what became of the copy."""
        self.banner.show_message(sentence, tone)

    def _copying(self, icons: Icons) -> QHBoxLayout:
        self.course = ChoiceBox()
        self.course.setAccessibleName(self.tr("Course to copy"))
        self.course.setMinimumContentsLength(8)
        self._course_words = label(self.tr("Course:"), wraps=False)
        self._course_words.setBuddy(self.course)
        self.copy = button(self.tr("Make a clean copy of this course…"), "", icons.spaced("save"))
        self.copy.clicked.connect(self._on_copy_clicked)
        line = row()
        line.addWidget(self._course_words)
        line.addWidget(self.course, 1)
        line.addWidget(self.copy)
        return line

    def _progress(self) -> QHBoxLayout:
        self.bar = QProgressBar()
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the copy is"))
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_wanted)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        line = row()
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        line.addStretch(0)
        line.addWidget(close)
        self.bar.hide()
        self.stop.hide()
        return line

    def _on_copy_clicked(self) -> None:
        index = self.course.currentIndex()
        if 0 <= index < len(self._courses):
            self.copy_wanted.emit(self._courses[index])
