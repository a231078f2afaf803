"""``courseplayer kit`` as a trainer at a terminal meets it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from courseplayer.kits.plan import Target
from courseplayer.system.kit_file import read_kit
from making.command_line import Run
from making.kits import a_course, a_linux_player, a_setup, a_windows_player, as_tar, contents
from making.mounts import full_disk, read_only, run_with_mounts


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    return a_course(tmp_path / "given" / "clinic.course")


@pytest.fixture
def players(tmp_path: Path) -> Path:
    folder = tmp_path / "players"
    a_windows_player(folder / "windows")
    as_tar(a_linux_player(tmp_path / "program"), folder / "courseplayer-0.1.0-linux-x86_64.tar.xz")
    a_setup(folder / "courseplayer-0.1.0-setup.exe")
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def test_the_kinds_are_those_that_there_are() -> None:
    from courseplayer.cli_arguments import KIT_TARGETS

    assert set(KIT_TARGETS) == {target.value for target in Target}


def test_a_stick_is_made_with_everything_that_was_said(
    called: Run, clinic: Path, players: Path, stick: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\ufeffBekele\n\n አልማዝ \n", encoding="utf-8")
    chosen = ("--learner", "Almaz", "--learners", names, "--language", "fr", "--portable")
    look = ("--title", "Hill Clinic", "--accent", "#1a5fb4")
    done = called("kit", "folder", clinic, "-o", stick, "--players", players, *chosen, *look)
    assert (done.returncode, done.stderr) == (0, "")
    assert "MB written and read back" in done.stdout
    there = {path.name for path in stick.iterdir()}
    assert {"linux", "windows", "courses", "START-HERE.html", "START-HERE.pdf"} <= there
    kit = read_kit(stick)
    assert kit is not None
    assert kit.settings.learners == ("Almaz", "Bekele", "አልማዝ")
    assert (kit.settings.language, kit.settings.portable) == ("fr", True)
    assert (kit.settings.look.name, kit.settings.look.accent) == ("Hill Clinic", "#1a5fb4")


@pytest.mark.parametrize(
    ("kind", "name"), [("deb", "kit.deb"), ("run", "kit.run"), ("windows", "kit"), ("courses", "kit")]
)
def test_every_kind_is_made(
    called: Run, clinic: Path, players: Path, tmp_path: Path, kind: str, name: str
) -> None:
    done = called("kit", kind, clinic, "-o", tmp_path / name, "--players", players)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / name).exists()


def test_the_summary_is_for_other_programs(called: Run, clinic: Path, players: Path, stick: Path) -> None:
    done = called("kit", "folder", clinic, "-o", stick, "--players", players, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert [one["file"] for one in told["courses"]] == ["clinic.course"]
    assert [one["system"] for one in told["players"]] == ["linux", "windows"]
    assert (told["wanted"], told["made"], told["bytes"]) == (1, 1, sum(map(len, contents(stick).values())))
    (kit,) = told["kits"]
    assert (kit["number"], kit["problem"], kit["files_kept"]) == (1, None, 0)


def test_a_policy_can_switch_it_off(courseplayer: Run, clinic: Path, stick: Path, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "policy.toml").write_text('features_off = ["kits"]\nmanaged_by = "IT"', encoding="utf-8")
    done = courseplayer("kit", "courses", clinic, "-o", stick)
    assert (done.returncode, done.stdout) == (1, "")
    assert "switched off by IT" in done.stderr
    assert list(stick.iterdir()) == []


def test_measuring_writes_nothing(called: Run, clinic: Path, players: Path, stick: Path) -> None:
    done = called("kit", "folder", clinic, "-o", stick, "--players", players, "--measure", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["fits"], told["too_large"]) == (0, True, [])
    assert told["needed_bytes"] > clinic.stat().st_size
    assert called("kit", "courses", clinic, "-o", stick, "--measure").stdout.startswith("needed ")
    assert contents(stick) == {}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("folder", "CLINIC", "-o", "STICK", "--player", "EMPTY"), "holds no Course Player"),
        (("folder", "CLINIC", "-o", "STICK", "--players", "gone"), "gone was not found"),
        (("windows", "CLINIC", "-o", "STICK"), "No ready Course Player"),
        (("courses", "gone.course", "-o", "STICK"), "gone.course was not found"),
        (("courses", "EMPTY", "-o", "STICK"), "is a folder, not a course"),
        (("courses", "CLINIC", "-o", "STICK", "--learner", "Almaz"), "has no program that could use"),
        (("deb", "CLINIC", "-o", "kit.deb", "--count", "20"), "Only sticks and folders"),
        (("deb", "CLINIC", "-o", "kit.deb", "--name", "Big Name"), "cannot be called Big Name"),
        (("deb", "CLINIC", "-o", "kit.deb", "--learners", "CLINIC"), "no list of names"),
        (("deb", "CLINIC", "-o", "kit.deb", "--policy", "gone.toml"), "gone.toml was not found"),
        (("deb", "CLINIC", "-o", "kit.deb", "--accent", "red"), "look.accent must be a colour"),
        (("deb", "CLINIC", "-o", "STICK"), "is a folder or a device"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_code_2(
    called: Run, clinic: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...], told: str,
) -> None:  # fmt: skip
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    places = {"CLINIC": clinic, "STICK": stick, "EMPTY": tmp_path / "empty"}
    done = called("kit", *(places.get(word, word) for word in words))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert contents(stick) == {}
    assert not (tmp_path / "kit.deb").exists()


@pytest.mark.parametrize("words", [("stick", "x", "-o", "y"), ("folder", "-o", "y"), ("folder", "x"),
    ("folder", "x", "-o", "y", "--count", "0"), ("folder", "x", "-o", "y", "--count", "many"),
    ("folder", "x", "-o", "y", "--count", "²")])  # fmt: skip
def test_a_wrong_command_line_is_code_2(courseplayer: Run, words: tuple[str, ...]) -> None:
    assert courseplayer("kit", *words).returncode == 2


def _row(words: list[str], answers: list[str], stick: Path, home: Path) -> tuple[int, dict[str, object], str]:
    """Run a row as a person does: change the stick, then press Enter."""
    process = subprocess.Popen(
        [sys.executable, "-m", "courseplayer", "kit", *words],
        env={**os.environ, "COURSEPLAYER_HOME": str(home)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stderr is not None
    told = ""
    for answer in answers:
        while not told.endswith("ends: "):
            letter = process.stderr.read(1)
            assert letter, told
            told += letter
        if answer == "changed":
            stick.rename(stick.with_name(f"done-{time.monotonic_ns()}"))
            stick.mkdir()
        told += "\n"
        process.stdin.write("q\n" if answer == "q" else "\n")
        process.stdin.flush()
    out, rest = process.communicate(timeout=60)
    return process.returncode, json.loads(out), told + rest


def test_twenty_in_a_row_waits_for_another_stick_each_time(
    clinic: Path, stick: Path, home: Path, tmp_path: Path
) -> None:
    words = ["courses", str(clinic), "-o", str(stick), "--count", "3", "--json"]
    code, told, heard = _row(words, ["changed", "same", "changed"], stick, home)
    assert (code, told["made"], told["wanted"]) == (0, 3, 3)
    assert heard.count("has this kit already") >= 1
    assert "Stick 3 of 3" in heard
    assert len([path for path in tmp_path.glob("done-*/courses/clinic.course")]) == 2
    assert (stick / "courses" / "clinic.course").exists()


def test_a_row_that_is_ended_says_how_far_it_came(clinic: Path, stick: Path, home: Path) -> None:
    words = ["courses", str(clinic), "-o", str(stick), "--count", "3", "--json"]
    code, told, _heard = _row(words, ["q"], stick, home)
    assert (code, told["made"], told["wanted"]) == (1, 1, 3)


def test_a_stick_that_becomes_full_is_left_as_it_was(clinic: Path, stick: Path, tmp_path: Path) -> None:
    listed = tmp_path / "listed.txt"
    done = run_with_mounts(
        [full_disk(stick, 400), f"ls -A '{stick}' > '{listed}'"],
        "kit", "courses", clinic, "-o", stick, COURSEPLAYER_HOME=str(tmp_path / "h"),
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "The kit needs 2 MB" in done.stderr or "The kit needs 1 MB" in done.stderr
    assert listed.read_text(encoding="utf-8") == ""


def test_a_stick_without_room_for_more_files_is_told(clinic: Path, stick: Path, tmp_path: Path) -> None:
    done = run_with_mounts(
        [f"mount -t tmpfs -o size=64m,nr_inodes=5 full '{stick}'"],
        "kit", "courses", clinic, "-o", stick, COURSEPLAYER_HOME=str(tmp_path / "h"),
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "became full while the kit was being written" in done.stderr


def test_a_locked_stick_is_told(clinic: Path, stick: Path, tmp_path: Path) -> None:
    done = run_with_mounts(
        read_only(stick), "kit", "courses", clinic, "-o", stick, COURSEPLAYER_HOME=str(tmp_path / "h")
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written to, so nothing was changed" in done.stderr
    assert "Slide the lock" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_ctrl_c_leaves_nothing(clinic: Path, stick: Path, home: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "courseplayer", "kit", "courses", clinic, "-o", stick, "--count", "2"],
        env={**os.environ, "COURSEPLAYER_HOME": str(home)},
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    told = ""
    while not told.endswith("ends: "):
        letter = process.stderr.read(1)
        assert letter, told
        told += letter
    process.send_signal(2)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert [path.name for path in stick.iterdir() if path.name.startswith(".")] == []
