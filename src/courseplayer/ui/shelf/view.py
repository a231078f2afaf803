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
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from courseplayer.ui.brand import NO_BRAND, Brand
from courseplayer.ui.components import Banner, PageView, button, column, label, row, scrolling
from courseplayer.ui.cover import Cover
from courseplayer.ui.empty_state import EmptyState
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated

_NARROWEST_CARD_PX, _WIDEST_CARD_PX = 272, 340
_COVER, _LOW_COVER = 16 / 9, 16 / 6
_ROOMY_TEXT_PERCENT = 125
_SCROLL_BAR_PX = 12
_LOGO_PX = 56


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
        layout = column(self, 0, 0)
        is_large = icons.theme.text_size_percent > _ROOMY_TEXT_PERCENT
        layout.addWidget(Cover(shown.cover, icons, _LOW_COVER if is_large else _COVER))
        inside = column(None, Space.L, Space.XS)
        layout.addLayout(inside)
        inside.addWidget(label(shown.title, "h3"))
        inside.addWidget(label(shown.provider, "muted"))
        inside.addWidget(label(shown.details, "small"))
        inside.addStretch(1)
        inside.addSpacing(Space.S)
        if shown.problem is None:
            self._button = self._add_progress(inside, shown)
        else:
            self._button = self._add_problem(inside, shown.problem, icons)
        named = self.tr("{action}: {course}").format(action=self._button.text(), course=shown.title)
        self._button.setAccessibleName(named)
        self._button.clicked.connect(self._on_clicked)
        inside.addSpacing(Space.S)
        inside.addWidget(self._button)

    def _add_problem(self, inside: QVBoxLayout, problem: str, icons: Icons) -> QPushButton:
        colours = icons.theme.colours
        ground = QFrame()
        ground.setProperty("tone", "error")
        line = row(ground, Space.S, Space.S)
        sign = QLabel()
        sign.setPixmap(icons.pixmap("warning", icons.size_px, colours.error, 2))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(problem), 1)
        inside.addWidget(ground)
        return button(self.tr("Try again"), "", icons.spaced("retry"))

    def _add_progress(self, inside: QVBoxLayout, shown: ShelfCard) -> QPushButton:
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
        return button(words, "primary")

    @property
    def way_in(self) -> QPushButton:
        """The button that opens the course."""
        return self._button

    def take_focus(self) -> None:
        """Put the keyboard focus on the card's button."""
        self._button.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the course by a click anywhere on the card."""
        if self.rect().contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self._on_clicked()

    def _on_clicked(self) -> None:
        self.opened.emit(self.shown.path)


class ShelfPage(PageView):
    """All courses at hand."""

    course_opened = Signal(object)
    """The path of the course file to open."""
    file_wanted = Signal()
    """The person wants to choose a course file."""
    rescan_wanted = Signal()

    def __init__(self, icons: Icons, brand: Brand = NO_BRAND) -> None:
        super().__init__()
        self._icons = icons
        self._brand = brand
        self._cards: list[CourseCard] = []
        inside = QWidget()
        layout = column(inside, Space.XL, Space.L)
        layout.addLayout(self._heading())
        self.banner = Banner(icons, self.tr("Close this message"))
        layout.addWidget(self.banner)
        self._banners = layout
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.L)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(self._grid)
        self._empty: QFrame | None = None
        layout.addStretch(1)
        column(self).addWidget(scrolling(inside))

    def add_banner(self, banner: Banner) -> None:
        """Take in another banner above the cards; the first paint has none."""
        self._banners.insertWidget(self._banners.indexOf(self.banner) + 1, banner)

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
        self.first_focus = self._cards[0].way_in if self._cards else self._look
        self._show_how_courses_come(not cards)
        self._arrange()
        for made in self._cards:
            if made.shown.path == focused:
                # A layout shows it only in a moment, and nothing hidden takes the keyboard.
                made.show()
                made.take_focus()

    def show_empty(self) -> None:
        """Say how courses get here, when none was found."""
        self.show_courses(())
        self._show_how_courses_come(True)

    def _show_how_courses_come(self, is_shown: bool) -> None:
        if is_shown and self._empty is None:
            self._empty = self._empty_shelf()
            self._banners.insertWidget(self._banners.indexOf(self._grid) + 1, self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_shown)

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
        logo = self._brand.logo_pixmap(self._icons.theme.scaled(_LOGO_PX))
        if logo is not None:
            picture = QLabel()
            picture.setPixmap(logo)
            picture.setAccessibleName(self._brand.name or self.tr("Logo"))
            heading.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        titles = column(None, 0, 0)
        if self._brand.name is not None:
            titles.addWidget(label(isolated(self._brand.name), "overline"))
        titles.addWidget(label(self.tr("Your courses"), "h1"))
        heading.addLayout(titles, 1)
        self._open = button(self.tr("Open a course file…"), "", self._icons.spaced("folder"))
        self._open.clicked.connect(self.file_wanted)
        heading.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        self._look = button(self.tr("Look again"), "", self._icons.spaced("retry"))
        self._look.setToolTip(self.tr("Look for courses on this computer and on USB sticks"))
        self._look.clicked.connect(self.rescan_wanted)
        heading.addWidget(self._look, 0, Qt.AlignmentFlag.AlignTop)
        return heading

    def _empty_shelf(self) -> QFrame:
        empty = QFrame()
        empty.setProperty("role", "card")
        action = button(
            self.tr("Open a course file…"),
            "primary",
            self._icons.spaced("folder", self._icons.theme.colours.on_accent),
        )
        action.clicked.connect(self.file_wanted)
        words = EmptyState(self._icons, "folder", action)
        words.say(
            self.tr("No course was found yet"),
            self.tr(
                "Plug in a USB stick that has a folder named “courses”, then choose “Look again”. "
                "Or choose “Open a course file…”, or drop a file that ends in .course here."
            ),
        )
        column(empty).addWidget(words)
        return empty

    def _arrange(self) -> None:
        theme = self._icons.theme
        room = self.width() - 2 * Space.XL - _SCROLL_BAR_PX + Space.L
        in_a_row = max(1, room // (theme.scaled(_NARROWEST_CARD_PX) + Space.L))
        width = min(room // in_a_row - Space.L, theme.scaled(_WIDEST_CARD_PX))
        for index, shown in enumerate(self._cards):
            shown.setFixedWidth(width)
            self._grid.addWidget(shown, index // in_a_row, index % in_a_row)
