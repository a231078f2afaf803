"""Collects every word that a window holds for eyes, screen readers and the pointer, shown or hidden."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

# They keep a text in its own direction and are not seen.
_MARKS = dict.fromkeys(map(ord, "\u200e\u2068\u2069"))


def shown_words() -> set[str]:
    """Return the words of all widgets there are now."""
    found = {words for widget in QApplication.allWidgets() for words in _of_widget(widget)}
    return {words.translate(_MARKS).strip() for words in found} - {""}


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    for action in widget.actions():
        yield from _of_action(action)
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield from widget.toPlainText().splitlines()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model(), QModelIndex())


def _of_action(action: QAction) -> Iterator[str]:
    yield action.text()
    yield action.toolTip()


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for number in range(model.rowCount(parent)):
        index = model.index(number, 0, parent)
        yield from (value for value in model.itemData(index).values() if isinstance(value, str))
        yield from _of_model(model, index)
