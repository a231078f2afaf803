"""A computer that speaks a language which the program does not: English, and proper English."""

import dataclasses
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.system import settings as settings_file
from courseplayer.system.paths import standard_paths
from courseplayer.system.settings import Settings
from making.open_window import OpenWindow

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)


@pytest.mark.parametrize("language", ["de", "system"])
def test_things_are_counted_in_proper_english(
    qapp: QApplication, tmp_path: Path, demo_course: Path, qtbot: QtBot, language: str
) -> None:
    before = QLocale()
    paths = standard_paths(os.environ, tmp_path / "home")
    paths.ensure()
    settings_file.save(paths.settings_file, dataclasses.replace(Settings(), language=language))
    opened = OpenWindow(qapp, paths, demo_course, qtbot)
    words = QCoreApplication.translate("ShelfPresenter", "%n step(s)", "", 17)
    opened.close()
    QLocale.setDefault(before)
    assert words == "17 steps"
