"""What Windows is given, made here from a stand-in for the program; running it is for Windows."""

import shutil
import subprocess
from pathlib import Path

import pytest

from courseplayer.kits.plan import BuildKind, PlayerSystem, Target
from courseplayer.kits.players import choose_players, read_player
from courseplayer.system.cancellation import SilentTask
from project import PackagingError
from windows_installers import make_archive, make_msi, make_setup

_MSI_TOOLS = pytest.mark.skipif(
    not all(map(shutil.which, ("wixl", "msibuild", "makensis"))),
    reason="wixl, msitools or nsis is not installed",
)


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


@_MSI_TOOLS
def test_the_msi_compiles_and_leaves_nothing_else(folder: Path, tmp_path: Path) -> None:
    made = make_msi(folder, tmp_path / "out")
    assert made.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert list(made.parent.iterdir()) == [made]


def _rows(msi: Path, table: str) -> dict[str, list[str]]:
    # It writes what is in the table Binary into the folder that it is started in.
    told = subprocess.run(
        ["msiinfo", "export", msi, table], cwd=msi.parent, capture_output=True, text=True, check=True
    ).stdout
    rows = [line.rstrip("\r").split("\t") for line in told.splitlines()[3:]]
    return {row[0]: row[1:] for row in rows}


@_MSI_TOOLS
def test_the_msi_asks_whether_the_program_runs_before_it_changes_anything(
    folder: Path, tmp_path: Path
) -> None:
    made = make_msi(folder, tmp_path / "out")
    kind, source, target, *_rest = _rows(made, "CustomAction")["RefuseWhileRunning"]
    assert (source, target) == ("Running", "[INSTALLDIR]courseplayer.exe")
    assert int(kind) == 0x2 | 0x400 | 0x800  # a program inside the MSI; deferred; as the system
    assert "Running" in _rows(made, "Binary")
    turns = {name: int(row[-1]) for name, row in _rows(made, "InstallExecuteSequence").items() if row[-1]}
    changes = [
        turns[name] for name in ("RemoveRegistryValues", "RemoveFiles", "InstallFiles", "CreateShortcuts")
    ]
    assert turns["InstallInitialize"] < turns["RefuseWhileRunning"] < min(changes)


def test_the_archive_is_taken_by_kits_and_made_alike_every_time(folder: Path, tmp_path: Path) -> None:
    made = make_archive(folder, tmp_path / "out")
    assert made.read_bytes() == make_archive(folder, tmp_path / "again").read_bytes()
    player = read_player(made, SilentTask())
    assert (player.system, player.kind) == (PlayerSystem.WINDOWS, BuildKind.ZIP)
    assert choose_players([player], Target.FOLDER) == (player,)
    places = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert [file.place for file in player.files] == places


def test_a_folder_without_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match=r"courseplayer\.exe"):
        make_setup(tmp_path, tmp_path / "out")
