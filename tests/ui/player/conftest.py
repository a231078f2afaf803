"""Videos made once for all tests of the player."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from making.barcodes import make_barcode_video
from making.player_window import PlayerWindow

FPS = 25


@pytest.fixture(scope="session")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six seconds whose frames carry their number."""
    return make_barcode_video(tmp_path_factory.mktemp("media") / "barcodes.mp4", seconds=6, fps=FPS)


@pytest.fixture(scope="session")
def heavy_video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a minute in enough bytes that a player does not read all of it at once."""
    path = tmp_path_factory.mktemp("media") / "heavy.mp4"
    return make_barcode_video(path, seconds=30, fps=FPS, scale=3, noise=True)


@pytest.fixture(scope="session")
def av1_video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video that Qt's player opens without a word and never shows."""
    return make_barcode_video(tmp_path_factory.mktemp("media") / "av1.mp4", seconds=4, codec="libsvtav1")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[PlayerWindow]:
    """The player's panel in a window, left properly at the end."""
    shown = PlayerWindow()
    yield shown
    shown.close()
