"""The outline as it is seen: what opens and closes it, and how that is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from courseplayer.course.progress import CourseProgress
from courseplayer.ui.icons import Icons
from courseplayer.ui.outline.view import OutlinePanel
from courseplayer.ui.theme import LIGHT, Theme
from making.plans import a_course_plan

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"


@pytest.fixture
def tree(qtbot: QtBot) -> Iterator[QTreeView]:
    panel = OutlinePanel(Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show_outline(a_course_plan().outline, CourseProgress())
    panel.show()
    tree = panel.findChild(QTreeView)
    assert tree is not None
    yield tree


def _end_of(tree: QTreeView, index: QModelIndex) -> bytes:
    """Return the pixels at the end of a row, where its sign is."""
    row = tree.visualRect(index)
    width = tree.viewport().width()
    place = QRect(width - 50, row.y(), 50, row.height())
    return bytes(tree.viewport().grab(place).toImage().constBits())


@pytest.mark.parametrize("is_activity", [False, True])
def test_a_click_closes_a_week_or_activity_and_shows_it(tree: QTreeView, is_activity: bool) -> None:
    week = tree.model().index(0, 0)
    index = tree.model().index(0, 0, week) if is_activity else week
    before = _end_of(tree, index)
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).topLeft() + QPoint(30, 12)
    )
    assert not tree.isExpanded(index)
    assert _end_of(tree, index) != before
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).topLeft() + QPoint(30, 12)
    )
    assert tree.isExpanded(index)


def test_the_arrow_keys_close_an_activity_and_enter_opens_it(tree: QTreeView) -> None:
    activity = tree.model().index(0, 0, tree.model().index(0, 0))
    tree.setCurrentIndex(activity)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(activity)
    closed_end = _end_of(tree, activity)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(activity)
    assert _end_of(tree, activity) != closed_end
