"""One search box finds words anywhere in the course, jumps to the second, and Back returns."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from courseplayer.ui.search.view import SearchPage
from making.journey import Journey


@pytest.fixture
def reader(journey: Journey, demo_course: Path) -> Journey:
    """Somebody who has opened the course and put the cursor into the search box."""
    journey.start(demo_course)
    journey.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert journey.window.frame.header.search.hasFocus()
    return journey


def _search(journey: Journey, words: str) -> None:
    journey.type(words)
    wanted = f"“{words.strip()}”"
    journey.wait(lambda: wanted in _heading(journey) and "…" not in _heading(journey))


def _heading(journey: Journey) -> str:
    return journey.window.search.heading_words


def test_typing_goes_on_in_the_box_while_results_come(reader: Journey) -> None:
    box = reader.window.frame.header.search
    _search(reader, "wait")
    assert reader.frame.page is reader.window.search
    assert box.hasFocus()
    reader.type("ing ")
    reader.wait(lambda: "“waiting”" in _heading(reader))
    assert box.text() == "waiting "
    assert box.hasFocus()
    reader.type("room")
    reader.wait(lambda: "“waiting room”" in _heading(reader))
    assert box.text() == "waiting room"


def test_enter_searches_and_enter_again_jumps_to_the_first_hit(reader: Journey) -> None:
    _search(reader, "waiting room")
    first = reader.window.search_presenter.hits[0]
    reader.press(Qt.Key.Key_Return)
    reader.wait(lambda: reader.frame.page is reader.window.course)
    assert reader.window.navigator.place is not None
    assert reader.window.navigator.place.location == first.location


def test_enter_never_jumps_to_a_hit_of_the_words_before(reader: Journey) -> None:
    _search(reader, "welcome")
    reader.window.frame.header.search.clear()
    reader.type("paper")
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_Return)
    assert reader.frame.page is reader.window.search
    reader.wait(lambda: "“paper”" in _heading(reader))
    reader.press(Qt.Key.Key_Return)
    reader.wait(lambda: reader.frame.page is reader.window.course)
    assert reader.window.navigator.place is not None
    paper = reader.window.search_presenter.hits[0].location
    assert reader.window.navigator.place.location == paper


def test_a_spoken_hit_plays_from_its_second_and_back_returns_to_it(reader: Journey) -> None:
    _search(reader, "patients")
    hits = reader.window.search_presenter.hits
    spoken = next(n for n, hit in enumerate(hits) if hit.location.at_ms is not None)
    results = reader.child(QListView)
    reader.press(Qt.Key.Key_Down)
    assert results.hasFocus()
    for _ in range(spoken):
        reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Return)
    reader.wait(lambda: reader.frame.page is reader.window.course)
    at_ms = hits[spoken].location.at_ms
    assert at_ms is not None
    player = reader.player
    reader.wait(lambda: player.is_playing)
    assert at_ms <= player.position_ms < at_ms + 5_000
    reader.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    reader.wait(lambda: reader.frame.page is reader.window.search)
    assert reader.window.frame.header.search.text() == "patients"
    assert results.hasFocus()
    assert results.currentIndex().row() == spoken


def test_a_click_on_a_hit_jumps_to_it(reader: Journey) -> None:
    _search(reader, "patients")
    results = reader.child(QListView)
    second = results.model().index(1, 0)
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=results.visualRect(second).center())
    reader.wait(lambda: reader.frame.page is reader.window.course)
    assert reader.window.navigator.place is not None
    assert reader.window.navigator.place.location == reader.window.search_presenter.hits[1].location


def test_nothing_found_is_said_with_advice(reader: Journey) -> None:
    _search(reader, "zzzz")
    assert "Nothing was found" in _heading(reader)
    assert isinstance(reader.frame.page, SearchPage)


def test_a_place_that_was_left_by_hand_is_returned_to_where_it_was_left(reader: Journey) -> None:
    """Back does not play the hit again from its beginning: the learner has gone on from there."""
    _search(reader, "patients")
    hits = reader.window.search_presenter.hits
    spoken = next(n for n, hit in enumerate(hits) if hit.location.at_ms is not None)
    reader.window.search.hit_chosen.emit(spoken)
    player = reader.player
    reader.wait(lambda: player.is_playing)
    player.pause()
    player.seek(50_000)
    reader.click("Next")
    reader.wait(lambda: player.transcript is None)
    reader.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    reader.wait(lambda: player.position_ms == 50_000)
    assert not player.is_playing
