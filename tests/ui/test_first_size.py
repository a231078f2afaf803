"""The first window fits on the screen of a small notebook, with its frame."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.system.paths import resources_folder
from courseplayer.ui.icons import Icons
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.theme import chosen_theme

_FRAME = QSize(2, 30)


@pytest.mark.parametrize(
    ("screen", "is_whole"), [((1024, 600), False), ((1366, 728), False), ((1920, 1040), True)]
)
def test_it_fits_on_the_screen(
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    screen: tuple[int, int],
    *,
    is_whole: bool,
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(*screen))
    window = MainWindow(Icons(resources_folder() / "icons", chosen_theme("light", 100)))
    qtbot.addWidget(window)
    taken = window.size() + _FRAME
    assert taken.boundedTo(QSize(*screen)) == taken
    assert (window.size() == QSize(1180, 720)) == is_whole
