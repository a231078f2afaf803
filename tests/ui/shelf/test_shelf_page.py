"""The shelf's cards: words, focus, and what a click tells."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from courseplayer.ui.icons import Icons
from courseplayer.ui.shelf.view import CourseCard, ShelfCard, ShelfPage
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS


@pytest.fixture
def page(qtbot: QtBot) -> ShelfPage:
    made = ShelfPage(Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def _shown(name: str, **more: object) -> ShelfCard:
    return ShelfCard(Path(f"{name}.course"), name, "Clinic College", "7 steps · 2 MB", None, **more)  # type: ignore[arg-type]


def _show(page: ShelfPage, qtbot: QtBot, *cards: ShelfCard) -> list[CourseCard]:
    """Show these cards and return them once they are seen: a layout shows what is new a moment later."""
    page.show_courses(cards)
    qtbot.waitUntil(lambda: [card.shown for card in _seen(page)] == list(cards))
    return _seen(page)


def _seen(page: ShelfPage) -> list[CourseCard]:
    return [card for card in page.findChildren(CourseCard) if card.isVisible()]


def test_a_card_says_what_it_is_and_where_to_go_on(page: ShelfPage, qtbot: QtBot) -> None:
    (card,) = _show(page, qtbot, _shown("Care", done=2, total=7, next_number="6.3"))
    words = [label.text() for label in card.findChildren(QLabel)]
    assert {"Care", "Clinic College", "7 steps · 2 MB", "2 of 7 steps complete"} <= set(words)
    bar = card.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (2, 7)
    assert bar.accessibleName() == "2 of 7 steps complete"
    button = card.findChild(QPushButton)
    assert button is not None
    assert button.text() == "Continue at 6.3"
    assert button.accessibleName() == "Continue at 6.3: Care"


def test_a_course_not_begun_is_started(page: ShelfPage, qtbot: QtBot) -> None:
    (card,) = _show(page, qtbot, _shown("Care", total=7))
    button = card.findChild(QPushButton)
    assert button is not None
    assert button.text() == "Start the course"


@pytest.mark.parametrize("by_key", [True, False])
def test_a_card_is_opened_by_a_click_anywhere_and_by_key(page: ShelfPage, qtbot: QtBot, by_key: bool) -> None:
    _care, card = _show(page, qtbot, _shown("Care", total=7), _shown("Other", total=3))
    with qtbot.waitSignal(page.course_opened) as opened:
        if by_key:
            button = card.findChild(QPushButton)
            assert button is not None
            QTest.keyClick(button, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert opened.args == [Path("Other.course")]


def test_progress_that_comes_later_leaves_the_keyboard_where_it_was(page: ShelfPage, qtbot: QtBot) -> None:
    page.activateWindow()
    care, other = _shown("Care", total=7), _shown("Other", total=3)
    _show(page, qtbot, care, other)[1].take_focus()
    _care, card = _show(page, qtbot, care, dataclasses.replace(other, done=1, next_number="1.2"))
    focused = page.focusWidget()
    assert focused is not None
    assert card.isAncestorOf(focused)


def test_an_empty_shelf_says_how_courses_get_here_until_one_comes(page: ShelfPage) -> None:
    page.show_empty()
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "No course was found yet" in words
    assert "courses" in words
    page.show_courses([_shown("Care", total=7)])
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "No course was found yet" not in words
