"""Every journey runs the real program in a home of its own, and fails on SQL on the window's thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from making.journey import Journey
from making.window_thread import noticing_sql


@pytest.fixture
def journey(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Journey]:
    """A computer on which the program can be started, ended and started again."""
    made = Journey(qapp, qtbot, tmp_path / "home")
    yield made
    made.clean_up()


@pytest.fixture(autouse=True)
def _no_sql_on_the_windows_thread() -> Iterator[None]:
    with noticing_sql() as noticed:
        yield
    assert noticed == []
