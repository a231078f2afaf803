"""Where the learner is in the program, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from courseplayer.course.location import Location

_LONGEST_HISTORY = 100


class Page(StrEnum):
    """Every page of the window."""

    SHELF = "shelf"
    COURSE = "course"
    SEARCH = "search"
    PREFERENCES = "preferences"
    ABOUT = "about"
    SHORTCUTS = "shortcuts"


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and on it a place in a course (front page or step) or the words that were searched."""

    page: Page
    location: Location | None = None
    words: str = ""

    @classmethod
    def in_course(cls, location: Location) -> "Place":
        """Return the place that shows a location."""
        return cls(Page.COURSE, location)

    def as_left(self) -> "Place":
        """Return the place to come back to: a medium goes on where it was left, not where it was begun."""
        if self.location is None or self.location.at_ms is None:
            return self
        return replace(self, location=replace(self.location, at_ms=None))


class Navigator(QObject):
    """Goes to places and back again."""

    place_changed = Signal(object)
    """The Place to show."""
    way_back_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visited: list[Place] = []

    @property
    def place(self) -> Place | None:
        """The place shown now."""
        return self._visited[-1] if self._visited else None

    @property
    def places(self) -> tuple[Place, ...]:
        """The way that led here, the place shown now last."""
        return tuple(self._visited)

    @property
    def can_go_back(self) -> bool:
        """There is a place to return to."""
        return len(self._visited) > 1

    def restore(self, places: Sequence[Place]) -> None:
        """Take over the way that led somewhere in another window, and show its last place."""
        self._visited = list(places)
        self._announce()

    def go(self, place: Place) -> None:
        """Show a place; the one shown now becomes the first on the way back."""
        here = self._visited[-1].as_left() if self._visited else None
        if here == place:
            return
        if here is not None and here == place.as_left():
            # Another second of the step that is shown is no other place.
            self._visited.pop()
        elif here is not None:
            self._visited[-1] = here
        self._visited.append(place)
        del self._visited[:-_LONGEST_HISTORY]
        self._announce()

    def replace(self, place: Place) -> None:
        """Show a place instead of the present one, which is left out of the way back."""
        self._visited[-1:] = [place]
        self._announce()

    def back(self) -> None:
        """Return to the place before; at the first one nothing happens."""
        if self.can_go_back:
            self._visited.pop()
            self._announce()

    def _announce(self) -> None:
        self.way_back_changed.emit(self.can_go_back)
        self.place_changed.emit(self._visited[-1])
