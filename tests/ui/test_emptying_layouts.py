"""A layout that is emptied leaves nothing behind, in the window or in memory."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from courseplayer.ui.components import column
from courseplayer.ui.empty_layout import empty_layout


def test_what_was_in_a_layout_is_gone(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    layout = column(owner)
    words = QLabel("Listen.")
    layout.addWidget(words)
    layout.addStretch(1)
    items = [layout.itemAt(index) for index in range(layout.count())]
    owner.show()
    empty_layout(layout)
    assert layout.count() == 0
    assert words.isHidden()
    assert not any(Shiboken.isValid(item) for item in items)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not Shiboken.isValid(words)
