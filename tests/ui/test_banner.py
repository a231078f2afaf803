"""A message is never cut off: its actions go below it, and it demands the height that it needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.safety.rescued_view import RescuedTextDialog
from courseplayer.ui.safety.stick_view import StickDialog
from courseplayer.ui.theme import LIGHT, Theme, apply_theme

ICONS = Icons(Path(__file__).resolve().parents[2] / "resources" / "icons", Theme(LIGHT, 150))
LONG = "Your last words are not saved yet because the disk is full; what was saved before is safe. " * 3
ACTIONS = (("a", "Try again"), ("b", "Save a copy…"), ("c", "Close without saving"))
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    apply_theme(qapp, ICONS.theme)
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    yield made
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


def _place(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("width", [480, 700, 992, 1180, 1900])
@pytest.mark.parametrize("words", ["Saved.", LONG])
def test_a_message_is_whole_and_nothing_lies_over_it(
    page: QWidget, qtbot: QtBot, width: int, words: str
) -> None:
    banner = Banner(ICONS, "Close")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(banner)
    banner.show_message(words, Tone.ERROR, ACTIONS if width > 480 else ACTIONS[:1])
    page.resize(width, 700)
    page.show()
    qtbot.waitExposed(page)
    sentence = next(one for one in banner.findChildren(QLabel) if one.text())
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))
    buttons = [one for one in banner.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == (3 if width > 480 else 1)
    for button in buttons:
        qtbot.waitUntil(lambda one=button: one.width() >= one.sizeHint().width())  # type: ignore[misc]
        assert not _place(page, button).intersects(_place(page, sentence))
    if words == "Saved.":
        assert banner.minimumSizeHint().height() < 90


def test_a_message_that_changes_takes_no_more_room_than_it_needs(page: QWidget, qtbot: QtBot) -> None:
    banner = Banner(ICONS, "Close")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(banner)
    layout.addItem(QVBoxLayout())
    page.resize(992, 600)
    page.show()
    banner.show_message(LONG, Tone.ERROR, ACTIONS)
    qtbot.waitUntil(lambda: banner.minimumSizeHint().height() > 150)
    banner.show_message("Saved.", Tone.INFO)
    qtbot.waitUntil(lambda: banner.minimumSizeHint().height() < 90)


@pytest.mark.parametrize("kind", [StickDialog, RescuedTextDialog])
def test_the_dialogs_fit_on_a_small_screen(
    page: QWidget, qtbot: QtBot, kind: type[StickDialog] | type[RescuedTextDialog]
) -> None:
    page.resize(1024, 600)
    page.show()
    dialog = kind(ICONS, page)
    place = Path("/media/CLINIC") / ("a long name of a course " * 4)
    if isinstance(dialog, StickDialog):
        dialog.show_findings("What was found on /media/CLINIC", LONG, [f"{LONG}\n{place}"] * 9)
        dialog.show_courses([place, place])
        dialog.set_copying(True)
        dialog.say("The copy was stopped; nothing of it is left.", Tone.INFO)
    else:
        dialog.show_text("An assignment from Friday, 27 November 2026, 6:05", LONG * 20, place)
    dialog.open()
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert labels
    for label in labels:
        qtbot.waitUntil(lambda one=label: one.height() >= one.heightForWidth(one.width()))  # type: ignore[misc]
    assert dialog.width() <= 1024
    assert dialog.height() <= 600
    assert all(one.accessibleName() or one.text() for one in dialog.findChildren(QPushButton))
    dialog.close()
