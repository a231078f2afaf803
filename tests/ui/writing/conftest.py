"""A computer that two learners share, and a sheet to write on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import LIGHT, Theme
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.sheet import WritingSheet
from making.writing_world import ICONS, WritingWorld, a_shared_computer


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WritingWorld]:
    with a_shared_computer(qtbot, tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def sheet(qtbot: QtBot) -> WritingSheet:
    made = WritingSheet(Icons(ICONS, Theme(LIGHT)), "Write here.")
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


@pytest.fixture
def editor(sheet: WritingSheet) -> RichEditor:
    return sheet.editor
