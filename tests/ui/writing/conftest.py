"""A computer that two learners share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from making.writing_world import WritingWorld, a_shared_computer


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WritingWorld]:
    with a_shared_computer(qtbot, tmp_path, monkeypatch) as made:
        yield made
