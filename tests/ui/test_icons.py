"""Icons are drawn in the theme's colours, once."""

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import DARK, LIGHT, Theme
from making.player_window import ICONS


def test_an_icon_is_drawn_once_for_each_colour(qtbot: QtBot) -> None:
    icons = Icons(ICONS, Theme(LIGHT))
    assert icons.icon("video").cacheKey() == icons.icon("video").cacheKey()
    assert icons.icon("video").cacheKey() != icons.icon("video", "#ff0000").cacheKey()
    assert icons.icon("video").cacheKey() != icons.icon("audio").cacheKey()


def test_another_theme_draws_in_its_own_colours(qtbot: QtBot) -> None:
    light, dark = (Icons(ICONS, Theme(colours)).icon("video") for colours in (LIGHT, DARK))
    size = QSize(28, 20)
    assert light.pixmap(size).toImage() != dark.pixmap(size).toImage()


def test_a_picture_of_an_icon_is_drawn_once(qtbot: QtBot) -> None:
    """Of each that is shown Qt keeps a copy, as long as its memory for pictures lasts."""
    icons = Icons(ICONS, Theme(LIGHT))
    first, again = (icons.pixmap("video", 20, "#ff0000", 2) for _time in range(2))
    assert first.cacheKey() == again.cacheKey()
    assert first.cacheKey() != icons.pixmap("video", 20, "#00ff00", 2).cacheKey()
    assert first.width() == 40
    first.fill("#000000")
    assert icons.pixmap("video", 20, "#ff0000", 2).toImage() == again.toImage() != first.toImage()
