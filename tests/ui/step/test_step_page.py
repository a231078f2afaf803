"""The step page by itself: what leads on fits where there is little room."""

import pytest
from pytestqt.qtbot import QtBot

from courseplayer.ui.icons import Icons
from courseplayer.ui.step.view import StepPage
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS


@pytest.fixture
def page(qtbot: QtBot) -> StepPage:
    made = StepPage(Icons(ICONS, Theme(LIGHT, text_size_percent=150)))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_mark_keeps_its_words_where_there_is_little_room(page: StepPage) -> None:
    previous, complete, following = page.way_on
    for is_done in (False, True):
        page.show_done(is_done)
        for width in (900, 330, 900):
            page.resize(width, 500)
            page.grab()
            assert complete.width() >= complete.sizeHint().width()
            assert (previous.text() == "Previous") is (following.text() == "Next") is (width == 900)
    assert (previous.accessibleName(), following.accessibleName()) == ("Previous", "Next")
