"""The window in a language that runs from right to left: mirrored but for players, clocks and content."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from courseplayer.course.outline import StepKind
from courseplayer.system import settings as settings_file
from courseplayer.system.paths import resources_folder, standard_paths
from courseplayer.system.settings import Settings
from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.assignment.quote_dialog import QuoteDialog
from courseplayer.ui.assignment.view import AssignmentPage
from courseplayer.ui.icons import Icons
from courseplayer.ui.outline.view import OutlinePanel
from courseplayer.ui.player.controls import Controls
from courseplayer.ui.player.seek_bar import SeekBar
from courseplayer.ui.theme import LIGHT, Space, Theme
from courseplayer.ui.transcript.view import TranscriptPanel
from making.open_window import OpenWindow

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)
_RTL = Qt.LayoutDirection.RightToLeft
_LTR = Qt.LayoutDirection.LeftToRight


@pytest.fixture
def directions(qapp: QApplication) -> Iterator[QApplication]:
    locale, direction = QLocale(), qapp.layoutDirection()
    yield qapp
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


@pytest.fixture
def arabic(directions: QApplication, tmp_path: Path, demo_course: Path, qtbot: QtBot) -> Iterator[OpenWindow]:
    paths = standard_paths(os.environ, tmp_path / "home")
    paths.ensure()
    settings_file.save(paths.settings_file, dataclasses.replace(Settings(), language="ar"))
    opened = OpenWindow(directions, paths, demo_course, qtbot)
    opened.resize(1280, 720)
    yield opened
    opened.close()


def _part(opened: OpenWindow, kind: type[QWidget]) -> QWidget:
    shown = [one for one in opened.window.frame.findChildren(kind) if one.isVisible()]
    assert shown, kind
    return shown[0]


def _x(opened: OpenWindow, widget: QWidget) -> int:
    return widget.mapTo(opened.window.frame, QPoint(widget.width() // 2, 0)).x()


def test_every_page_and_dialog_runs_from_right_to_left(arabic: OpenWindow) -> None:
    places = []
    for place in arabic.everywhere():
        shown = arabic.dialog() or arabic.window.frame
        assert shown.layoutDirection() is _RTL, place
        places.append(place)
    assert len(places) > 20


def test_the_player_runs_from_left_to_right_in_a_mirrored_page(arabic: OpenWindow) -> None:
    arabic.go_to(StepKind.VIDEO)
    controls, bar = _part(arabic, Controls), _part(arabic, SeekBar)
    assert (controls.layoutDirection(), bar.layoutDirection()) == (_LTR, _LTR)
    assert _x(arabic, _part(arabic, TranscriptPanel)) < _x(arabic, controls)


def test_previous_and_next_change_sides_and_their_arrows_stay_outside(arabic: OpenWindow) -> None:
    arabic.go_to(StepKind.ARTICLE)
    previous, following = (
        next(one for one in arabic.window.step.findChildren(QPushButton) if one.text() == words)
        for words in ("Previous", "Next")
    )
    assert _x(arabic, following) < _x(arabic, previous)
    assert (previous.layoutDirection(), following.layoutDirection()) == (_RTL, _LTR)


def test_titles_in_the_outline_stand_beside_their_icons(arabic: OpenWindow) -> None:
    arabic.go_to(StepKind.ARTICLE)
    tree = _part(arabic, OutlinePanel).findChild(QTreeView)
    assert tree is not None
    assert _x(arabic, tree) > arabic.window.frame.width() / 2
    step = tree.model().index(1, 0, tree.model().index(0, 0))
    tree.scrollTo(step)
    row = tree.visualRect(step)
    start = tree.viewport().mapTo(arabic.window.frame, row.topLeft())
    seen = arabic.window.frame.grab().toImage()
    picture = seen.copy(start.x(), start.y(), tree.viewport().width(), row.height())
    icon = Space.L + 20 + Space.S
    ink = _inked_columns(picture, 0, picture.width() - icon)
    assert max(ink) > picture.width() - icon - 20
    assert min(ink) > 20


def test_the_words_of_the_course_keep_their_full_stop(arabic: OpenWindow, qtbot: QtBot) -> None:
    arabic.go_to(StepKind.ASSIGNMENT)
    page = _part(arabic, AssignmentPage)
    assert isinstance(page, AssignmentPage)
    page.quote_wanted.emit()
    qtbot.waitUntil(lambda: isinstance(arabic.dialog(), QuoteDialog), timeout=20_000)
    arabic.settle()
    dialog = arabic.dialog()
    assert isinstance(dialog, QuoteDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 1, timeout=20_000)
    line = str(dialog.model.index(1).data())
    assert line.startswith("0:00   \u2068")
    assert line.endswith("\u2069")
    dialog.close()


@pytest.mark.parametrize("name", ["back", "forward", "undo", "redo", "outline", "bullets"])
def test_an_icon_that_points_along_the_line_is_mirrored(directions: QApplication, name: str) -> None:
    plain, mirrored = _both(directions, name)
    assert mirrored == plain.flipped(Qt.Orientation.Horizontal)
    assert mirrored != plain


@pytest.mark.parametrize("name", ["play", "skip-forward", "replay-10", "clock", "numbers", "link"])
def test_other_icons_are_the_same_in_every_language(directions: QApplication, name: str) -> None:
    plain, mirrored = _both(directions, name)
    assert mirrored == plain


@pytest.mark.parametrize("window", [_LTR, _RTL])
@pytest.mark.parametrize(
    ("html", "language", "is_at_the_right"),
    [
        ("<p>Listen first.</p>", "en", False),
        ("<p>استمع أولا.</p>", "ar", True),
        ("<p>1. Listen.</p>", "ar", True),
        ("<p>استمع أولا.</p>", None, True),
    ],
)
def test_an_article_is_aligned_by_its_own_language(
    directions: QApplication,
    qtbot: QtBot,
    window: Qt.LayoutDirection,
    html: str,
    language: str | None,
    is_at_the_right: bool,
) -> None:
    directions.setLayoutDirection(window)
    view = ArticleView(_icons())
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    view.show_article(html, language)
    view.moveCursor(QTextCursor.MoveOperation.Start)
    assert (view.cursorRect().x() > 300) is is_at_the_right


def test_a_table_stands_at_the_right_as_the_text_does(qtbot: QtBot) -> None:
    view = ArticleView(_icons())
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    view.show_article("<p>استمع</p><table><tr><td>أولا</td><td>ثانيا</td></tr></table>", "ar")
    assert view.cursorRect(view.document().find("أولا")).x() > 300


def test_a_long_line_of_code_is_broken_not_cut_off(qtbot: QtBot) -> None:
    view = ArticleView(_icons())
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    view.show_article("<pre><code>" + "a long line of code " * 12 + "\n  and another</code></pre>")
    assert view.document().size().width() <= 400
    assert "\n  and another" in view.toPlainText()


def _icons() -> Icons:
    return Icons(resources_folder() / "icons", Theme(LIGHT))


def _both(application: QApplication, name: str) -> tuple[QImage, QImage]:
    pictures = []
    for direction in (_LTR, _RTL):
        application.setLayoutDirection(direction)
        pictures.append(_icons().pixmap(name, 40).toImage())
    return pictures[0], pictures[1]


def _inked_columns(picture: QImage, left: int, right: int) -> list[int]:
    ground = picture.pixelColor(2, 2)
    return [
        x
        for x in range(left, right)
        if any(
            picture.pixelColor(x, y).lightness() < ground.lightness() - 60 for y in range(picture.height())
        )
    ]
