"""check-stick says in lines and as JSON what it found, by exit codes too."""

import json
from pathlib import Path

import pytest

from courseplayer.cli import main
from making.sticks import make_stick, shortcut


def _run(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["courseplayer", "check-stick", *map(str, words)])
    return main()


def test_a_stick_without_tricks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_stick(tmp_path / "stick", {"Photos/a.jpg": b"x"})
    assert _run(monkeypatch, root) == 0
    assert capsys.readouterr().out == (
        "Nothing was found among 2 files and folders; nothing was run or opened, and nothing was changed.\n"
    )


def test_tricks_are_lines_with_their_letters_made_visible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"Photos/": b"", "Photos.lnk": shortcut("cmd.exe", "/c x"), "photo\u202egpj.exe": b""}
    root = make_stick(tmp_path / "stick", files)
    assert _run(monkeypatch, root) == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Photos.lnk: a shortcut that stands for a folder")
    assert lines[1] == "  cmd.exe /c x"
    assert lines[2].startswith("photo\\u202egpj.exe: a program that pretends")
    assert lines[3].startswith("2 things were found")


def test_the_same_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_stick(tmp_path / "stick", {"clinic.course": b"letter"})
    assert _run(monkeypatch, root, "--json") == 3
    value = json.loads(capsys.readouterr().out)
    assert value["findings"] == [
        {
            "sign": "no-course",
            "path": "clinic.course",
            "detail": "",
            "message": "a file that calls itself a course and is none",
        }
    ]
    assert (value["looked_at"], value["unreadable"], value["complete"], value["courses"]) == (1, 0, True, [])


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "file").touch()
    assert _run(monkeypatch, tmp_path / name) == 2
    assert name in capsys.readouterr().err
