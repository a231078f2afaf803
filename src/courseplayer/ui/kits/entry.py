"""The way into making kits: few people go there, so nothing of it is read before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.system.clock import Clock
from courseplayer.system.paths import Paths
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs

if TYPE_CHECKING:
    from courseplayer.ui.kits.presenter import KitPresenter
    from courseplayer.ui.kits.view import KitDialog


class KitEntry(QObject):
    """Keeps what is on the shelf for the presenter, and makes that when somebody wants a kit."""

    def __init__(
        self, icons: Icons, paths: Paths, jobs: Jobs, clock: Clock, languages: Sequence[str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._paths = paths
        self._jobs = jobs
        self._clock = clock
        self._languages = languages
        self._window = window
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
            from courseplayer.ui.kits.presenter import KitPresenter  # noqa: PLC0415 - 3 MB

            self._presenter = KitPresenter(
                self._icons, self._paths, self._jobs, self._clock, self._languages, self._window
            )
            self._presenter.set_courses(self._shelf)
        self._presenter.open()

    def leave(self) -> None:
        """Stop everything: the window goes."""
        if self._presenter is not None:
            self._presenter.leave()
