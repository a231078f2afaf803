"""Words of people and courses on widgets: an & is an &, and a hint is shown to its end."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from courseplayer.learner.values import Learner, LearnerId
from courseplayer.system.paths import resources_folder
from courseplayer.ui.components import key_words, on_button
from courseplayer.ui.header import ElidedButton
from courseplayer.ui.icons import Icons
from courseplayer.ui.learners.view import LearnerButton
from courseplayer.ui.theme import LIGHT, Theme
from courseplayer.ui.writing.editor import RichEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_HINT = "What works well? What could be clearer? Write it here, and write as much as you like."


def test_an_ampersand_in_a_title_or_name_is_shown(qtbot: QtBot) -> None:
    title = ElidedButton()
    qtbot.addWidget(title)
    title.resize(400, 40)
    title.show_words("Health & Safety")
    assert title.text() == on_button("Health & Safety") == "\u2068Health && Safety\u2069"
    assert title.accessibleName() == "Health & Safety"
    learner = LearnerButton(Icons(resources_folder() / "icons", Theme(LIGHT)))
    qtbot.addWidget(learner)
    learner.show_learners((Learner(LearnerId(1), "Ada & Ben", "a"),), LearnerId(1))
    assert learner.text() == "\u2068Ada && Ben\u2069"


@pytest.mark.parametrize(("keys", "shown"), [("Ctrl+K", "Ctrl+K"), ("+ −", "+ −"), ("Space, K", "Space, K")])
def test_what_is_no_shortcut_is_shown_as_it_is(keys: str, shown: str) -> None:
    assert key_words(keys) == shown


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_long_hint_is_shown_to_its_end_until_something_is_written(qtbot: QtBot) -> None:
    editor = RichEditor(Theme(LIGHT))
    qtbot.addWidget(editor)
    editor.resize(200, 300)
    editor.show_hint(_HINT)
    editor.show()
    assert _inked_height(editor) > 2 * editor.fontMetrics().lineSpacing()
    assert editor.accessibleDescription() == _HINT
    editor.insertPlainText("We asked")
    assert _inked_height(editor) < editor.fontMetrics().lineSpacing()


def _inked_height(editor: RichEditor) -> int:
    picture: QImage = editor.viewport().grab().toImage()
    ground = picture.pixelColor(1, picture.height() - 1)
    rows = [
        y
        for y in range(picture.height())
        # The cursor, which may blink in, is no word.
        if any(picture.pixelColor(x, y) != ground for x in range(30, picture.width() - 30))
    ]
    return max(rows) - min(rows) if rows else 0
