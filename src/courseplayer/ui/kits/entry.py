"""The way into making kits: few people go there, so nothing of it is read before."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courseplayer.coursefile.snapshot import CourseSummary

if TYPE_CHECKING:
    from courseplayer.ui.kits.presenter import KitPresenter
    from courseplayer.ui.kits.view import KitDialog


class KitEntry(QObject):
    """Keeps what is on the shelf for the presenter, and makes that when somebody wants a kit."""

    def __init__(self, make: Callable[[], "KitPresenter"], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._shelf: tuple[CourseSummary, ...] = ()
        self._presenter: KitPresenter | None = None

    @property
    def dialog(self) -> "KitDialog | None":
        """The dialog that is open."""
        return None if self._presenter is None else self._presenter.dialog

    def set_courses(self, courses: Sequence[CourseSummary]) -> None:
        """Take over what is on the shelf."""
        self._shelf = tuple(courses)
        if self._presenter is not None:
            self._presenter.set_courses(courses)

    def open(self) -> None:
        """Show the five steps."""
        if self._presenter is None:
            self._presenter = self._make()
            self._presenter.set_courses(self._shelf)
        self._presenter.open()

    def leave(self) -> None:
        """Stop everything: the window goes."""
        if self._presenter is not None:
            self._presenter.leave()
