"""A page that is scrolled with the mouse wheel changes no choice that passes under the pointer."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.system.paths import resources_folder
from courseplayer.system.settings import Settings
from courseplayer.ui.components import ChoiceBox
from courseplayer.ui.icons import Icons
from courseplayer.ui.preferences.view import Locks, PreferencesPage
from courseplayer.ui.theme import chosen_theme


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> PreferencesPage:
    icons = Icons(resources_folder() / "icons", chosen_theme("light", 100))
    locks = Locks(frozenset({"text_size_percent"}))
    made = PreferencesPage(icons, Settings(text_size_percent=137), ("en", "fr"), (), locks)
    qtbot.addWidget(made)
    return made


def _boxes(page: PreferencesPage) -> dict[str, ChoiceBox]:
    return {box.objectName(): box for box in page.findChildren(ChoiceBox)}


def test_the_wheel_is_left_to_the_page(page: PreferencesPage, qtbot: QtBot) -> None:
    with qtbot.waitExposed(page):
        page.show()
    assert {"theme", "language", "playback_rate"} < set(_boxes(page))
    for box in filter(ChoiceBox.isEnabled, _boxes(page).values()):
        before = box.currentText()
        middle = QPointF(box.rect().center())
        turned = QWheelEvent(
            middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        box.event(turned)
        assert box.currentText() == before
        assert not turned.isAccepted()
        assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_text_size_that_a_policy_sets_is_shown_like_the_others(page: PreferencesPage) -> None:
    assert _boxes(page)["text_size_percent"].currentText().strip("\u200e") == "137\u00a0%"
