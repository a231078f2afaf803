"""The video surface leaves no thin black line beside a picture, and distorts none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from courseplayer.ui.player.surface import VideoSurface

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "This plugin does not support")


@pytest.mark.parametrize(
    ("size", "mode"),
    [
        ((517, 290), Qt.AspectRatioMode.IgnoreAspectRatio),
        ((516, 291), Qt.AspectRatioMode.IgnoreAspectRatio),
        ((540, 290), Qt.AspectRatioMode.KeepAspectRatio),
        ((300, 400), Qt.AspectRatioMode.KeepAspectRatio),
    ],
)
def test_a_picture_is_stretched_by_a_line_at_most(
    qtbot: QtBot, size: tuple[int, int], mode: Qt.AspectRatioMode
) -> None:
    surface = VideoSurface()
    qtbot.addWidget(surface)
    surface.resize(*size)
    surface.show()
    surface.show_still(QImage(854, 480, QImage.Format.Format_RGB32))
    qtbot.waitUntil(lambda: surface.aspectRatioMode() == mode)
    surface.resize(100, 300)
    assert surface.aspectRatioMode() == Qt.AspectRatioMode.KeepAspectRatio
    surface.resize(*size)
    assert surface.aspectRatioMode() == mode
