"""Where the learner is, and the way back."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.ui.navigation import Navigator, Page, Place

_COURSE = CourseId("a-course")


def _at(step: str, at_ms: int | None = None) -> Place:
    return Place.in_course(Location(_COURSE, StepId(step), at_ms))


class _Watcher(QObject):
    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self.places: list[Place] = []
        self.ways_back: list[bool] = []
        navigator.place_changed.connect(self._on_place_changed)
        navigator.way_back_changed.connect(self._on_way_back_changed)

    def _on_place_changed(self, place: Place) -> None:
        self.places.append(place)

    def _on_way_back_changed(self, is_there: bool) -> None:
        self.ways_back.append(is_there)


def test_back_leads_through_every_place_to_the_first(qtbot: QtBot) -> None:
    navigator = Navigator()
    watcher = _Watcher(navigator)
    for place in (Place(Page.SHELF), _at("one"), Place(Page.SEARCH, words="soap")):
        navigator.go(place)
    for _ in range(5):
        navigator.back()
    assert [place.page for place in watcher.places] == ["shelf", "course", "search", "course", "shelf"]
    assert watcher.ways_back == [False, True, True, True, False]
    assert not navigator.can_go_back


def test_going_to_the_place_that_is_shown_is_no_step_on_the_way(qtbot: QtBot) -> None:
    navigator = Navigator()
    navigator.go(_at("one"))
    navigator.go(_at("one"))
    assert not navigator.can_go_back


def test_another_second_of_the_same_step_is_shown_but_is_no_other_place(qtbot: QtBot) -> None:
    navigator = Navigator()
    navigator.go(Place(Page.SHELF))
    navigator.go(_at("one"))
    watcher = _Watcher(navigator)
    navigator.go(_at("one", 51_000))
    navigator.go(_at("one", 51_000))
    assert watcher.places == [_at("one", 51_000)] * 2
    navigator.back()
    assert navigator.place == Place(Page.SHELF)


def test_a_place_is_returned_to_as_it_was_left_not_as_it_was_asked_for(qtbot: QtBot) -> None:
    navigator = Navigator()
    navigator.go(_at("one", 51_000))
    navigator.go(_at("two"))
    navigator.back()
    assert navigator.place == _at("one")


def test_words_searched_anew_take_the_place_of_those_before(qtbot: QtBot) -> None:
    navigator = Navigator()
    navigator.go(_at("one"))
    navigator.go(Place(Page.SEARCH, words="so"))
    navigator.replace(Place(Page.SEARCH, words="soap"))
    assert navigator.place == Place(Page.SEARCH, words="soap")
    navigator.back()
    assert navigator.place == _at("one")
