"""On the smallest screen, at every text size, in the longer language, no words are cut off."""

import dataclasses
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from courseplayer.system import settings as settings_file
from courseplayer.system.paths import standard_paths
from courseplayer.system.settings import Settings
from courseplayer.ui.header import ElidedButton
from making.open_window import OpenWindow

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)
_WIDTH, _HEIGHT = 1024, 600
Opener = Callable[[str, int], OpenWindow]


@pytest.fixture
def opener(qapp: QApplication, tmp_path: Path, demo_course: Path, qtbot: QtBot) -> Iterator[Opener]:
    locale, direction = QLocale(), qapp.layoutDirection()
    opened: list[OpenWindow] = []

    def open_one(language: str, text_size_percent: int) -> OpenWindow:
        paths = standard_paths(os.environ, tmp_path / "home")
        paths.ensure()
        (paths.user_courses / "vide.course").touch()
        chosen = dataclasses.replace(Settings(), language=language, text_size_percent=text_size_percent)
        settings_file.save(paths.settings_file, chosen)
        opened.append(OpenWindow(qapp, paths, demo_course, qtbot))
        opened[-1].resize(_WIDTH, _HEIGHT)
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


@pytest.mark.parametrize(
    ("language", "text_size_percent"), [("fr", 100), ("fr", 150), ("en", 150), ("ar", 150)]
)
def test_no_words_are_cut_off(opener: Opener, language: str, text_size_percent: int) -> None:
    opened = opener(language, text_size_percent)
    cut: set[str] = set()
    for place in opened.everywhere():
        shown = opened.dialog() or opened.window.frame
        assert shown.width() <= _WIDTH, place
        assert shown.height() <= _HEIGHT, place
        cut |= {f"{place}: {found}" for found in _cut_off(shown)}
    assert sorted(cut) == []


def _cut_off(shown: QWidget) -> Iterator[str]:
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        words = f"{type(widget).__name__} {widget.text()!r}"
        if _is_too_small(widget):
            yield f"{words} is smaller than its words"
        elif _leaves_its_page(widget):
            yield f"{words} stands outside"


def _is_too_small(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, ElidedButton):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
        return widget.width() < needed[0] or widget.height() < needed[1]
    return (
        widget.width() < widget.minimumSizeHint().width()
        or widget.height() < widget.minimumSizeHint().height()
    )


def _leaves_its_page(widget: QWidget) -> bool:
    """A page scrolls up and down only: what is beyond its sides is never seen."""
    page = widget.parentWidget()
    while page is not None and not isinstance(page.parentWidget(), QScrollArea) and not page.isWindow():
        page = page.parentWidget()
    assert page is not None
    left = widget.mapTo(page, QPoint(0, 0)).x()
    return left < 0 or left + widget.width() > page.width()
