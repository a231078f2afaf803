"""The page of results: its model, its words, and what Enter, Up and a click tell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from courseplayer.ui.icons import Icons
from courseplayer.ui.search.view import SearchPage, ShownHit
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS


@pytest.fixture
def page(qtbot: QtBot) -> SearchPage:
    made = SearchPage(Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def _results(page: SearchPage) -> QListView:
    results = page.findChild(QListView)
    assert results is not None
    return results


def _hit(number: int, snippet: str = "We wash our hands") -> ShownHit:
    return ShownHit("video", f"1.{number}  Soap & water", "Transcript · 0:05", snippet, ((3, 7),))


def test_its_model_is_sound_while_results_come_and_go(page: SearchPage) -> None:
    model = _results(page).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show_waiting("wash")
    page.show_hits("wash", [_hit(n) for n in range(1, 4)], 50)
    assert model.rowCount() == 3
    page.show_hits("wash", [_hit(1)], 50)
    assert model.rowCount() == 1
    page.show_hits("xyz", [], 50)
    assert model.rowCount() == 0


def test_a_hit_is_spoken_with_its_step_and_its_second(page: SearchPage) -> None:
    page.show_hits("wash", [_hit(1)], 50)
    spoken = _results(page).model().index(0, 0).data()
    assert spoken == "1.1  Soap & water. Transcript · 0:05. We wash our hands"


def test_what_stands_in_a_course_is_never_taken_for_html(page: SearchPage) -> None:
    page.show_hits("wash", [_hit(1, "We <b>wash</b> <img src='//share/x'>")], 50)
    assert "<img" not in _results(page).model().index(0, 0).data(Qt.ItemDataRole.UserRole + 1)


def test_enter_and_click_tell_which_hit_and_up_leaves_the_list(page: SearchPage, qtbot: QtBot) -> None:
    page.show_hits("wash", [_hit(n) for n in range(1, 4)], 50)
    results = _results(page)
    page.focus_hits()
    QTest.keyClick(results, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.hit_chosen) as chosen:
        QTest.keyClick(results, Qt.Key.Key_Return)
    assert chosen.args == [1]
    last = results.visualRect(results.model().index(2, 0)).center()
    with qtbot.waitSignal(page.hit_chosen) as chosen:
        QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert chosen.args == [2]
    results.setCurrentIndex(results.model().index(0, 0))
    with qtbot.waitSignal(page.left_upwards):
        QTest.keyClick(results, Qt.Key.Key_Up)


def test_more_than_can_be_shown_is_said(page: SearchPage) -> None:
    page.show_hits("wash", [_hit(n) for n in range(50)], 50)
    assert "first 50" in page.heading_words
