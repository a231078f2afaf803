"""Where the keyboard is can be seen on a page that has nothing but words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from courseplayer.ui.components import scrolling
from courseplayer.ui.theme import LIGHT, Theme, apply_theme


@pytest.mark.parametrize(
    ("reason", "is_seen"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.OtherFocusReason, False),
    ],
)
def test_a_ring_tells_whoever_came_by_keyboard(
    qtbot: QtBot, qapp: QApplication, reason: Qt.FocusReason, *, is_seen: bool
) -> None:
    apply_theme(qapp, Theme(LIGHT))
    area = scrolling(QLabel("words"), "Brief")
    qtbot.addWidget(area)
    area.resize(300, 200)
    with qtbot.waitExposed(area):
        area.show()
    edge = (150, 0)
    before = area.grab().toImage().pixelColor(*edge)
    area.clearFocus()
    area.setFocus(reason)
    qtbot.waitUntil(area.hasFocus)
    assert (area.grab().toImage().pixelColor(*edge) == QColor(LIGHT.accent)) == is_seen
    area.clearFocus()
    assert area.grab().toImage().pixelColor(*edge) == before
