"""The Windows installers, compiled here from a stand-in for the program; running them is for Windows."""

import shutil
from pathlib import Path

import pytest

from project import PackagingError
from windows_installers import make_msi, make_setup


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    program = tmp_path / "program"
    for place in ("courseplayer.exe", "_internal/python311.dll", "_internal/PySide6/plugins/a b.dll"):
        (program / place).parent.mkdir(parents=True, exist_ok=True)
        (program / place).write_bytes(b"MZ" + bytes(500))
    return program


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_the_setup_program_compiles_without_a_warning(folder: Path, tmp_path: Path) -> None:
    made = make_setup(folder, tmp_path / "out")
    assert made.read_bytes().startswith(b"MZ")


@pytest.mark.skipif(shutil.which("wixl") is None, reason="wixl is not installed")
def test_the_msi_compiles_and_leaves_nothing_else(folder: Path, tmp_path: Path) -> None:
    made = make_msi(folder, tmp_path / "out")
    assert made.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert list(made.parent.iterdir()) == [made]


def test_a_folder_without_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match=r"courseplayer\.exe"):
        make_setup(tmp_path, tmp_path / "out")
