"""The frame of a course: the outline on the leading side, the front page or a step beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from courseplayer.ui.components import Banner, PageView, column, row
from courseplayer.ui.course.front_page import FrontPage
from courseplayer.ui.icons import Icons
from courseplayer.ui.outline.view import OutlinePanel
from courseplayer.ui.step.view import StepPage
from courseplayer.ui.theme import Space

_OUTLINE_PX = 300
_ROOM_FOR_OUTLINE_PX = 1150


class CourseView(PageView):
    """Holds the outline and the pages of a course; the outline makes room where there is little."""

    outline_shown = Signal(bool)
    """The outline is shown or hidden now."""

    def __init__(self, icons: Icons, step_page: StepPage) -> None:
        super().__init__()
        self._scale = icons.theme.text_size_percent / 100
        self._chosen_by_person: bool | None = None
        self._has_wide_step = False
        self.outline = OutlinePanel(icons)
        self.outline.setMinimumWidth(round(220 * min(self._scale, 1.3)))
        self.front = FrontPage(icons)
        self.step_page = step_page
        self.banner = Banner(icons, self.tr("Close this message"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.front)
        self._pages.addWidget(step_page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.outline)
        self._splitter.addWidget(self._content())
        self._splitter.setStretchFactor(1, 1)
        width = round(_OUTLINE_PX * min(self._scale, 1.3))
        self._splitter.setSizes([width, 3 * width])
        column(self, 0, 0).addWidget(self._splitter)

    def show_front(self) -> None:
        """Show the front page."""
        self._has_wide_step = False
        self._pages.setCurrentWidget(self.front)
        self.first_focus = self.front
        self._fit_outline()

    def show_step(self, is_wide: bool) -> None:
        """Show the step page; ``is_wide`` says that it needs the room (a video with its transcript)."""
        self._has_wide_step = is_wide
        self._pages.setCurrentWidget(self.step_page)
        self.first_focus = self.step_page
        self._fit_outline()

    def toggle_outline(self) -> None:
        """Show or hide the outline until the person says otherwise."""
        self._chosen_by_person = not self.outline.isVisibleTo(self)
        self._fit_outline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the outline where it would squeeze the page."""
        super().resizeEvent(event)
        self._fit_outline()

    def _fit_outline(self) -> None:
        room = _ROOM_FOR_OUTLINE_PX if self._has_wide_step else 0.75 * _ROOM_FOR_OUTLINE_PX
        fits = self.width() >= room * self._scale
        is_shown = fits if self._chosen_by_person is None else self._chosen_by_person
        self.outline.setVisible(is_shown)
        self.outline_shown.emit(is_shown)

    def _content(self) -> QWidget:
        content = QWidget()
        layout = column(content, 0, 0)
        around = row(None, 0, 0)
        around.setContentsMargins(Space.L, Space.S, Space.L, 0)
        around.addWidget(self.banner)
        layout.addLayout(around)
        layout.addWidget(self._pages, 1)
        return content
