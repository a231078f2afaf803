"""What a frozen program's starter put into the environment does not reach the programs that ours opens."""

import os
import sys
from pathlib import Path

import pytest

from courseplayer.cli import main
from courseplayer.system.frozen import leave_environment_as_found, words_that_start_again

STARTED = {
    "HOME": "/home/almaz",
    "LD_LIBRARY_PATH": "/opt/player/_internal:/usr/local/cuda",
    "LD_LIBRARY_PATH_ORIG": "/usr/local/cuda",
    "QT_PLUGIN_PATH": "/opt/player/_internal/PySide6/Qt/plugins",
    "QML2_IMPORT_PATH": "/opt/player/_internal/PySide6/Qt/qml",
    "_PYI_ARCHIVE_FILE": "/opt/player/courseplayer",
    "_PYI_PARENT_PROCESS_LEVEL": "1",
}


def test_what_was_there_before_the_start_is_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    environ = dict(STARTED)
    leave_environment_as_found(environ)
    assert environ == {"HOME": "/home/almaz", "LD_LIBRARY_PATH": "/usr/local/cuda"}


def test_where_nothing_was_before_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    environ = {name: value for name, value in STARTED.items() if name != "LD_LIBRARY_PATH_ORIG"}
    leave_environment_as_found(environ)
    assert environ == {"HOME": "/home/almaz"}


def test_a_program_that_is_not_frozen_changes_nothing() -> None:
    environ = dict(STARTED)
    leave_environment_as_found(environ)
    assert environ == STARTED


def test_every_command_does_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["courseplayer", "--version"])
    for name, value in STARTED.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().out.startswith("Course Player")
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/cuda"
    assert "QT_PLUGIN_PATH" not in os.environ


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs rights there")
@pytest.mark.parametrize(
    ("running", "words"),
    [
        ("/lib64/ld-linux-x86-64.so.2", ("/lib64/ld-linux-x86-64.so.2", "/media/STICK/linux/courseplayer")),
        ("/media/STICK/linux/courseplayer", ("/media/STICK/linux/courseplayer",)),
        (None, ("/media/STICK/linux/courseplayer",)),
    ],
)
def test_a_program_that_the_loader_runs_is_started_by_it_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, running: str | None, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/media/STICK/linux/courseplayer")
    link = tmp_path / "exe"
    if running is not None:
        link.symlink_to(running)
    assert words_that_start_again(link) == words


def test_a_program_from_source_is_started_by_its_python() -> None:
    assert words_that_start_again() == (sys.executable, "-m", "courseplayer")
