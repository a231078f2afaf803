"""The parts that kits are made from in tests."""

from pathlib import Path

import pytest

from courseplayer.kits.plan import PlayerBuild
from courseplayer.kits.players import read_player
from courseplayer.system.cancellation import SilentTask
from making.kits import a_course, a_linux_player, a_windows_player


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return a_course(tmp_path / "given" / "clinic.course")


@pytest.fixture
def linux(tmp_path: Path) -> PlayerBuild:
    return read_player(a_linux_player(tmp_path / "ready" / "linux"), SilentTask())


@pytest.fixture
def windows(tmp_path: Path) -> PlayerBuild:
    return read_player(a_windows_player(tmp_path / "ready" / "windows"), SilentTask())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder
