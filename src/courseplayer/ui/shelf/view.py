"""The shelf page: a card for every course, and the way to open a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from courseplayer.ui.components import Banner, button, column, label, row, scrolling
from courseplayer.ui.cover import Cover
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_CARD_PX = 304


@dataclass(frozen=True, slots=True)
class ShelfCard:
    """What one card shows; ``next_number`` is the step to continue at, None where nothing was begun."""

    path: Path
    title: str
    provider: str
    details: str
    cover: bytes | None
    done: int = 0
    total: int = 0
    next_number: str | None = None
    problem: str | None = None


class CourseCard(QFrame):
    """One course: a click anywhere, or Enter, opens it."""

    opened = Signal(object)
    """The path of the course file."""

    def __init__(self, shown: ShelfCard, icons: Icons) -> None:
        super().__init__()
        self.shown = shown
        self.setProperty("role", "card")
        self.setFixedWidth(round(_CARD_PX * max(1.0, icons.theme.text_size_percent / 115)))
        self._button: QPushButton | None = None
        layout = column(self, 0, 0)
        layout.addWidget(Cover(shown.cover, icons))
        inside = column(None, Space.L, Space.XS)
        layout.addLayout(inside)
        inside.addWidget(label(shown.title, "h3"))
        inside.addWidget(label(shown.provider, "muted"))
        inside.addWidget(label(shown.details, "small"))
        inside.addStretch(1)
        inside.addSpacing(Space.S)
        if shown.problem is None:
            self._add_progress(inside, shown)
        else:
            problem = label(shown.problem)
            ground = QFrame()
            ground.setProperty("tone", "error")
            column(ground, Space.S).addWidget(problem)
            inside.addWidget(ground)

    def _add_progress(self, inside: QVBoxLayout, shown: ShelfCard) -> None:
        done = label(
            self.tr("{done} of {total} steps complete").format(done=shown.done, total=shown.total), "small"
        )
        inside.addWidget(done)
        bar = QProgressBar()
        bar.setRange(0, max(1, shown.total))
        bar.setValue(shown.done)
        bar.setTextVisible(False)
        bar.setAccessibleName(done.text())
        inside.addWidget(bar)
        words = (
            self.tr("Continue at {number}").format(number=shown.next_number)
            if shown.next_number is not None
            else self.tr("Start the course")
        )
        self._button = button(words, "primary")
        self._button.setAccessibleName(f"{words}: {shown.title}")
        self._button.clicked.connect(self._on_clicked)
        inside.addWidget(self._button)

    def take_focus(self) -> None:
        """Put the keyboard focus on the card's button."""
        if self._button is not None:
            self._button.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the course by a click anywhere on the card."""
        if self.rect().contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self._on_clicked()

    def _on_clicked(self) -> None:
        self.opened.emit(self.shown.path)


class ShelfPage(QWidget):
    """All courses at hand."""

    course_opened = Signal(object)
    """The path of the course file to open."""
    file_wanted = Signal()
    """The person wants to choose a course file."""
    rescan_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("page")
        self._icons = icons
        self._cards: list[CourseCard] = []
        inside = QWidget()
        layout = column(inside, Space.XL, Space.L)
        layout.addLayout(self._heading())
        self.banner = Banner(icons.icon("close"), self.tr("Close this message"))
        layout.addWidget(self.banner)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.L)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(self._grid)
        self._empty = self._empty_shelf()
        layout.addWidget(self._empty)
        layout.addStretch(1)
        column(self).addWidget(scrolling(inside))

    def show_courses(self, cards: Sequence[ShelfCard]) -> None:
        """Show these courses; the card that had the focus keeps it."""
        if tuple(old.shown for old in self._cards) == tuple(cards):
            return
        focused = self._focused_path()
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [CourseCard(shown, self._icons) for shown in cards]
        for made in self._cards:
            made.opened.connect(self.course_opened)
        self._empty.setVisible(not cards)
        self._arrange()
        for made in self._cards:
            if made.shown.path == focused:
                # A layout shows it only in a moment, and nothing hidden takes the keyboard.
                made.show()
                made.take_focus()

    def show_empty(self) -> None:
        """Say how courses get here, when none was found."""
        self.show_courses(())
        self._empty.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards into a row as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _focused_path(self) -> Path | None:
        focused = self.focusWidget()
        if focused is None:
            return None
        return next((old.shown.path for old in self._cards if old.isAncestorOf(focused)), None)

    def _heading(self) -> QHBoxLayout:
        heading = row(None, 0, Space.M)
        heading.addWidget(label(self.tr("Your courses"), "h1"), 1)
        self._open = button(self.tr("Open a course file…"), "", self._icons.icon("folder"))
        self._open.clicked.connect(self.file_wanted)
        heading.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        self._look = button(self.tr("Look again"), "", self._icons.icon("retry"))
        self._look.setToolTip(self.tr("Look for courses on this computer and on USB sticks"))
        self._look.clicked.connect(self.rescan_wanted)
        heading.addWidget(self._look, 0, Qt.AlignmentFlag.AlignTop)
        return heading

    def _empty_shelf(self) -> QFrame:
        empty = QFrame()
        empty.setProperty("role", "card")
        layout = column(empty, Space.XL, Space.M)
        layout.addWidget(label(self.tr("No course was found yet"), "h2"))
        layout.addWidget(
            label(
                self.tr(
                    "Plug in a USB stick that has a folder named “courses”, then choose “Look again”. "
                    "Or choose “Open a course file…”, or drop a file that ends in .course here."
                ),
                "lead",
            )
        )
        empty.hide()
        return empty

    def _arrange(self) -> None:
        if not self._cards:
            return
        room = self.width() - 2 * Space.XL
        in_a_row = max(1, (room + Space.L) // (self._cards[0].width() + Space.L))
        for index, shown in enumerate(self._cards):
            self._grid.addWidget(shown, index // in_a_row, index % in_a_row)
