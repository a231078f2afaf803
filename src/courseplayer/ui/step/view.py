"""The page of one step: title, body, and the way on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from courseplayer.course.outline import StepOutline
from courseplayer.ui.components import (
    Banner,
    PageView,
    button,
    column,
    label,
    literal_tip,
    order_by_keyboard,
    put_icon_last,
    row,
    scrolling,
    set_role,
    show_icon,
)
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.icons import Icons
from courseplayer.ui.scrolled_lines import ScrolledLines
from courseplayer.ui.shortcuts import COMPLETE, NEXT_STEP, PREVIOUS_STEP
from courseplayer.ui.theme import Space
from courseplayer.ui.words import kind_words, minutes_words

_READING_PX = 860
_LOWEST_MEDIUM_PX = 300
_LOW_PX = 480
_UNLIMITED_PX = 16_777_215


class StepPage(PageView):
    """Frames the parts of a step: a scrolling column, or one part that fills the page."""

    previous_wanted = Signal()
    next_wanted = Signal()
    completion_toggled = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._reading_px = icons.theme.scaled(_READING_PX)
        self._filling: QWidget | None = None
        self._medium: QWidget | None = None
        self._has_medium = False
        self.banner = Banner(icons, self.tr("Close this message"))
        self._layout = column(self, 0, 0)
        self._layout.addLayout(self._title_bar())
        around = row(None, 0, 0)
        around.setContentsMargins(Space.XL, 0, Space.XL, Space.S)
        around.addWidget(self.banner)
        self._layout.addLayout(around)
        self._scroll = self._scrolling_body()
        self._layout.addWidget(self._scroll, 1)
        self._footer = self._way_on()
        self._layout.addWidget(self._footer)
        # Not keys of the buttons: those take the keyboard from what is being read, played or written.
        for keys, signal in (
            (PREVIOUS_STEP, self.previous_wanted),
            (NEXT_STEP, self.next_wanted),
            (COMPLETE, self.completion_toggled),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)

    @property
    def way_on(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        """The buttons at the foot: previous, complete, next."""
        return self._previous, self._complete, self._next

    @property
    def title_words(self) -> str:
        """The step being shown: ``1.1  Welcome``."""
        return self._title.text()

    def show_title(self, step: StepOutline, week_words: str) -> None:
        """Show which step this is."""
        self._where.setText(week_words)
        self._title.setText(f"{step.number}  {step.title}")
        self._scroll.setAccessibleName(self._title.text())
        details = kind_words(step.kind)
        if step.minutes is not None:
            details += " · " + minutes_words(step.minutes)
        self._details.setText(details)

    def show_way_on(self, before: StepOutline | None, after: StepOutline | None) -> None:
        """Show what comes before and after."""
        self._previous.setEnabled(before is not None)
        self._next.setEnabled(after is not None)
        self._previous.setToolTip("" if before is None else literal_tip(f"{before.number} {before.title}"))
        self._next.setToolTip("" if after is None else literal_tip(f"{after.number} {after.title}"))

    def show_done(self, is_done: bool) -> None:
        """Show whether the step is marked as complete."""
        colours = self._icons.theme.colours
        self._complete.setText(self.tr("Completed") if is_done else self.tr("Mark as complete"))
        icon = self._icons.spaced("done", colours.success) if is_done else self._icons.spaced("todo")
        show_icon(self._complete, icon)
        self._complete.setToolTip(self.tr("Click to take the mark away") if is_done else "")
        set_role(self._complete, "done" if is_done else "")
        set_role(self._next, "primary" if is_done else "")
        show_icon(self._next, self._icons.spaced("forward", colours.on_accent if is_done else None))
        self._fit_way_on()

    def show_medium(self, panel: QWidget) -> None:
        """Put the player on top of the page; it stays as high as the window allows."""
        if self._medium is not panel:
            self._medium = panel
            self._wide.addWidget(panel)
        panel.show()
        self._order_by_keyboard()
        self._has_medium = True
        self._keep_to_one_axis()
        self._fit_medium()
        self.first_focus = panel
        if self._scroll.hasFocus():
            self.take_focus()

    def hide_medium(self) -> None:
        """Take the player off the page."""
        if self._medium is not None:
            self._medium.hide()
        self._has_medium = False
        self._keep_to_one_axis()
        self.first_focus = self._scroll

    def clear_parts(self) -> None:
        """Take away everything of the step shown before but the player."""
        self.banner.clear()
        self.first_focus = self._scroll
        empty_layout(self._parts)
        self._scroll.verticalScrollBar().setValue(0)

    def add_part(self, part: QWidget, *, is_kept: bool = False) -> None:
        """Add a part to the reading column; a kept part is only hidden by :meth:`release_part`."""
        part.setProperty("is_kept", is_kept)
        self._parts.addWidget(part)
        part.show()
        self._order_by_keyboard()

    def release_part(self, part: QWidget) -> None:
        """Take a kept part out of the column without destroying it."""
        self._parts.removeWidget(part)
        part.hide()
        part.setParent(self)

    def show_filling(self, part: QWidget | None) -> None:
        """Let one part fill the page in place of the scrolling column, or bring the column back."""
        had_focus = self._scroll.hasFocus()
        if self._filling is not None and self._filling is not part:
            self._filling.hide()
        self._filling = part
        self.first_focus = self._scroll if part is None else part
        self._scroll.setVisible(part is None)
        if part is not None:
            if self._layout.indexOf(part) < 0:
                self._layout.insertWidget(self._layout.indexOf(self._footer), part, 1)
            part.show()
            order_by_keyboard((part, self._footer))
            if had_focus:
                self.take_focus()
        self._keep_to_one_axis()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the head or the foot of the page with the keys that a scroll area leaves out."""
        bar = self._scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the player to the window."""
        super().resizeEvent(event)
        self._fit_medium()
        self._fit_title()
        self._fit_way_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the player when the column changes its size for another reason than the window's."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._fit_medium()
            self._keep_to_one_axis()
        return super().eventFilter(watched, event)

    def _order_by_keyboard(self) -> None:
        medium = (self._medium,) if self._medium is not None else ()
        order_by_keyboard((self._scroll, *medium, self._below, self._footer))

    def _keep_to_one_axis(self) -> None:
        """Let title, medium and text begin at one line: all are centred, or all stand at the leading side."""
        is_wide = self._has_medium or self._filling is not None
        self._bar.setMaximumWidth(_UNLIMITED_PX if is_wide else self._reading_px)
        self._sides.setStretch(0, 0 if is_wide else 1)
        for edge in (0, 2):
            self._bar_line.setStretch(edge, 0 if is_wide else 1)
        scroll_bar = 0 if is_wide else self._scroll.width() - self._scroll.viewport().width()
        self._bar_line.setContentsMargins(0, 0, scroll_bar, 0)

    def _fit_title(self) -> None:
        """Leave out what is told elsewhere too where the window is low."""
        is_low = self.height() < _LOW_PX * self._icons.theme.text_size_percent / 100
        for widget in (self._where, self._details):
            widget.setVisible(not is_low)
        set_role(self._title, "h3" if is_low else "h2")

    def _fit_way_on(self) -> None:
        """Leave two arrows without words where the row is too narrow for all of them."""
        for made in (self._previous, self._next):
            made.setText(made.accessibleName())
        line = self._footer.layout()
        if line is not None:
            line.invalidate()
            if line.sizeHint().width() > self.width():
                self._previous.setText("")
                self._next.setText("")

    def _fit_medium(self) -> None:
        if self._medium is None:
            return
        room = self._scroll.viewport().height()
        by_width = self._medium.heightForWidth(self._scroll.viewport().width() - 2 * Space.XL)
        lowest = max(min(_LOWEST_MEDIUM_PX, room), self._medium.minimumSizeHint().height())
        self._medium.setFixedHeight(max(lowest, min(room - Space.L, by_width)))

    def _title_bar(self) -> QHBoxLayout:
        self._bar = QWidget()
        bar = row(self._bar, 0, Space.M)
        bar.setContentsMargins(Space.XL, Space.S, Space.XL, Space.M)
        titles = column(None, 0, 0)
        self._where = label("", "overline")
        self._title = label("", "h2")
        titles.addWidget(self._where)
        titles.addWidget(self._title)
        bar.addLayout(titles, 1)
        self._details = label("", "pill", wraps=False)
        bar.addWidget(self._details, 0, Qt.AlignmentFlag.AlignVCenter)
        self._bar_line = row(None, 0, 0)
        self._bar_line.addStretch(1)
        self._bar_line.addWidget(self._bar, 100)
        self._bar_line.addStretch(1)
        return self._bar_line

    def _scrolling_body(self) -> QScrollArea:
        inside = ScrolledLines()
        layout = column(inside, 0, Space.L)
        self._wide = column(None, 0, 0)
        self._wide.setContentsMargins(Space.XL, 0, Space.XL, 0)
        layout.addLayout(self._wide)
        self._below = QWidget()
        self._sides = row(self._below, 0, 0)
        reading = QWidget()
        reading.setMaximumWidth(self._reading_px)
        self._parts: QVBoxLayout = column(reading, Space.XL, Space.L)
        self._parts.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        self._sides.addStretch(1)
        self._sides.addWidget(reading, 100)
        self._sides.addStretch(1)
        layout.addWidget(self._below)
        layout.addStretch(1)
        area = scrolling(inside, self.tr("Step"))
        self.first_focus = area
        area.viewport().installEventFilter(self)
        return area

    def _way_on(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("role", "footer")
        line: QHBoxLayout = row(footer, Space.S, Space.M)
        line.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        self._previous = button(self.tr("Previous"), "", self._icons.spaced("back"))
        self._previous.clicked.connect(self.previous_wanted)
        self._complete = button(self.tr("Mark as complete"))
        self._complete.clicked.connect(self.completion_toggled)
        self._next = button(self.tr("Next"), "", self._icons.spaced("forward"))
        put_icon_last(self._next)
        self._next.clicked.connect(self.next_wanted)
        for made in (self._previous, self._next):
            made.setAccessibleName(made.text())
            # The page may be narrower than all words together: these two are left out then.
            made.setMinimumWidth(2 * self._icons.size_px)
        line.addWidget(self._previous)
        line.addStretch(1)
        line.addWidget(self._complete)
        line.addStretch(1)
        line.addWidget(self._next)
        return footer
