"""A page that is made when somebody first looks at it."""

from collections.abc import Callable

from courseplayer.ui.components import PageView, column


class LatePage(PageView):
    """Takes the place of a page that few people look at: neither start nor memory pay for it before."""

    def __init__(self, make: Callable[[], PageView]) -> None:
        super().__init__()
        self._make: Callable[[], PageView] | None = make
        self._room = column(self)

    def take_focus(self) -> None:
        """Give the keyboard to what is inside."""
        self._fill()
        super().take_focus()

    def setVisible(self, visible: bool) -> None:
        """Make what is inside before anybody looks: what comes later has neither size nor place at first."""
        if visible:
            self._fill()
        super().setVisible(visible)

    def _fill(self) -> None:
        if self._make is None:
            return
        page, self._make = self._make(), None
        self._room.addWidget(page)
        self.first_focus = page
