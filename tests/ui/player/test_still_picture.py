"""The picture that is painted by ourselves: its caption can be read on any ground."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from courseplayer.ui.icons import Icons
from courseplayer.ui.player.picture import StillPicture
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS


@pytest.mark.parametrize("is_sound", [True, False])
def test_a_caption_stands_on_a_dark_ground(qtbot: QtBot, is_sound: bool) -> None:
    picture = StillPicture(Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(picture)
    picture.resize(400, 225)
    picture.show_sound(is_sound)
    picture.show_caption("first words")
    image = picture.grab().toImage()
    foot = [QColor(image.pixel(200 + dx, 210)) for dx in range(-20, 20)]
    assert min(colour.lightness() for colour in foot) < 80
    assert QColor(image.pixel(2, 2)) == QColor(image.pixel(300, 2))
