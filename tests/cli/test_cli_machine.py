"""The commands for whoever looks after a computer: doctor, inventory, installing, logs, and policy."""

import json
import shutil
import sqlite3
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from courseplayer import __version__
from courseplayer.learner.backups import Backups
from courseplayer.learner.store import open_learner_store
from courseplayer.system.clock import SystemClock
from making.command_line import Run


def _doctor(courseplayer: Run, **variables: str) -> tuple[int, dict[str, Any]]:
    run = courseplayer("doctor", "--json", **variables)
    assert run.stderr == ""
    return run.returncode, json.loads(run.stdout)


def _policy(home: Path, text: str) -> Path:
    home.mkdir(exist_ok=True)
    file = home / "policy.toml"
    file.write_text(text, encoding="utf-8")
    return file


def _store(home: Path, version: int | None = None) -> Path:
    file = home / "data" / "learner.db"
    with closing(open_learner_store(file, SystemClock())) as store:
        store.add_learner("Almaz")
    if version is not None:
        with closing(sqlite3.connect(file)) as raw:
            raw.execute(f"PRAGMA user_version = {version}")
    return file


def test_on_a_new_computer_all_is_well_and_nothing_is_made(courseplayer: Run, home: Path) -> None:
    code, told = _doctor(courseplayer)
    assert (code, told["problems"]) == (0, [])
    assert told["program"]["version"] == __version__
    assert told["store"]["state"] == "none"
    assert told["policy"]["is_broken"] is False
    assert {rule["from"] for rule in told["policy"]["values"].values()} == {"default"}
    assert told["display"]["screens"][0]["width"] > 0
    assert all(told["display"]["media"]["codecs"][codec] for codec in ("h264", "vp9", "aac", "opus"))
    assert told["space"][0]["free"] > 0
    assert [path.name for path in home.iterdir()] == ["logs"]


def test_the_same_is_told_in_words(courseplayer: Run, home: Path) -> None:
    _store(home)
    run = courseplayer("doctor")
    assert run.returncode == 0
    for words in (f"Course Player {__version__}", "sound: The store is sound.", "h264", "All is well."):
        assert words in run.stdout
    assert "Almaz" not in run.stdout


def test_each_rule_is_told_with_the_place_it_comes_from(courseplayer: Run, home: Path) -> None:
    file = _policy(home, 'language = "fr"\nupload_endpoints = []\nmanaged_by = "IT"')
    code, told = _doctor(courseplayer)
    values = told["policy"]["values"]
    assert code == 0
    assert values["language"] == {"value": "fr", "from": str(file)}
    assert values["upload_endpoints"] == {"value": [], "from": str(file)}
    assert values["signers"] == {"value": None, "from": "default"}
    assert str(file) in told["policy"]["looked_at"]


def test_a_broken_policy_needs_attention_and_is_in_the_log(courseplayer: Run, home: Path) -> None:
    file = _policy(home, 'language = "fr')
    code, told = _doctor(courseplayer)
    assert code == 3
    assert told["policy"]["is_broken"]
    assert told["policy"]["wants_signatures"]
    assert told["policy"]["values"]["signers"] == {"value": [], "from": str(file)}
    assert any(f"Policy {file}: is not TOML" in problem for problem in told["problems"])
    assert "is not TOML" in (home / "logs" / "courseplayer.log").read_text(encoding="utf-8")
    assert courseplayer("doctor").returncode == 3


def test_a_newer_store_is_told_and_stays_as_it_is(courseplayer: Run, home: Path, course: Path) -> None:
    file = _store(home, version=99)
    before = {one.name: one.read_bytes() for one in file.parent.iterdir() if one.is_file()}
    code, told = _doctor(courseplayer)
    assert (code, told["store"]["state"], told["store"]["version"]) == (3, "newer", 99)
    assert "written by a newer Course Player" in told["problems"][0]
    run = courseplayer("export", "--step", "1.2", "--course", course, "-o", home / "out.docx")
    assert run.returncode == 1
    assert "Install the newer Course Player to go on." in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (home / "out.docx").exists()
    assert {one.name: one.read_bytes() for one in file.parent.iterdir() if one.is_file()} == before


def test_a_store_of_an_earlier_place_is_not_forgotten(courseplayer: Run, home: Path, tmp_path: Path) -> None:
    left = _store(home)
    _policy(home, f"data_folder = {json.dumps(str(tmp_path / 'server'))}")
    code, told = _doctor(courseplayer)
    assert (code, told["store"]["state"], told["store"]["left_behind"]) == (3, "none", str(left))
    assert told["paths"]["data"] == str(tmp_path / "server")
    shutil.copytree(left.parent, tmp_path / "server")
    left.unlink()
    assert _doctor(courseplayer)[1]["store"]["learners"] == 1


def test_backups_are_counted_and_a_second_place_that_is_gone_is_told(
    courseplayer: Run, home: Path, tmp_path: Path
) -> None:
    file = _store(home)
    Backups(file.parent / "backups").make(file, datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    _policy(home, f"backup_folder = {json.dumps(str(tmp_path / 'server'))}")
    code, told = _doctor(courseplayer)
    assert code == 3
    assert (told["backups"]["count"], told["backups"]["newest"]) == (1, "2026-11-24T09:00:00+00:00")
    assert "The second place for backups is not there" in told["problems"][0]
    (tmp_path / "server").mkdir()
    assert _doctor(courseplayer)[0] == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a display can be missing")
def test_without_a_display_the_rest_is_told(courseplayer: Run) -> None:
    code, told = _doctor(courseplayer, QT_QPA_PLATFORM="xcb", DISPLAY=":987")
    assert code == 3
    assert told["problems"] == [told["display"]["problem"]]
    assert told["program"]["version"] == __version__


def test_a_course_is_installed_for_everyone_listed_and_removed(
    courseplayer: Run, home: Path, course: Path
) -> None:
    path = home / "site" / "courses" / "zuhoren.course"
    first = courseplayer("install-course", course, "--all-users")
    assert (first.returncode, first.stdout, first.stderr) == (0, f"{path}: installed\n", "")
    again = courseplayer("install-course", course, "--all-users")
    assert (again.returncode, again.stdout) == (0, f"{path}: was already installed\n")
    run = courseplayer("inventory", "--json", "--verify")
    assert run.returncode == 0
    (row,) = json.loads(run.stdout)["courses"]
    told = json.loads(courseplayer("inspect", course, "--json").stdout)
    assert (row["id"], row["title"], row["place"], row["file"]) == (
        "zuhoren",
        told["title"],
        "everyone",
        str(path),
    )
    assert (row["verified"], row["signer"], row["bytes"]) == (True, None, course.stat().st_size)
    assert len(row["manifest"]) == 64
    assert row["manifest"].startswith(row["version"])
    removed = courseplayer("remove-course", "zuhoren", "--all-users")
    assert (removed.returncode, removed.stdout) == (0, f"{path}: removed\n")
    assert courseplayer("remove-course", "zuhoren", "--all-users").returncode == 0
    assert json.loads(courseplayer("inventory", "--json").stdout)["courses"] == []


def test_without_the_flag_a_course_is_for_oneself(courseplayer: Run, home: Path, course: Path) -> None:
    assert courseplayer("install-course", course).returncode == 0
    assert (home / "data" / "courses" / "zuhoren.course").read_bytes() == course.read_bytes()
    assert not (home / "site").exists()
    assert courseplayer("remove-course", course).returncode == 0
    assert list((home / "data" / "courses").iterdir()) == []


def test_what_is_no_course_is_refused_with_a_sentence(courseplayer: Run, home: Path, tmp_path: Path) -> None:
    for content in (b"", b"<!doctype html>", None):
        file = tmp_path / "x.course"
        file.unlink(missing_ok=True)
        if content is not None:
            file.write_bytes(content)
        run = courseplayer("install-course", file, "--all-users")
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert not (home / "site").exists()


def test_a_damaged_course_is_in_the_inventory(courseplayer: Run, home: Path, course: Path) -> None:
    folder = home / "site" / "courses"
    folder.mkdir(parents=True)
    (folder / "cut.course").write_bytes(course.read_bytes()[:-70_000])
    run = courseplayer("inventory", "--json")
    (row,) = json.loads(run.stdout)["courses"]
    assert run.returncode == 3
    assert (row["id"], row["manifest"], row["bytes"]) == (None, None, course.stat().st_size - 70_000)
    assert "not complete" in row["problem"]
    assert courseplayer("inventory").returncode == 3


def test_the_log_leaves_without_the_names_of_learners(courseplayer: Run, home: Path, tmp_path: Path) -> None:
    _store(home)
    _policy(home, 'langauge = "Almaz"')
    (home / "logs").mkdir()
    (home / "logs" / "courseplayer.log.1").write_text("Almaz was here\n", encoding="utf-8")
    out = tmp_path / "log.zip"
    run = courseplayer("logs", "--export", out)
    assert (run.returncode, run.stdout) == (0, f"{out}: 3 files\n")
    with zipfile.ZipFile(out) as archive:
        texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert set(texts) == {"courseplayer.log", "courseplayer.log.1", "doctor.json"}
    assert texts["courseplayer.log.1"] == "(person) was here\n"
    assert not any("almaz" in text.lower() for text in texts.values())
    assert "there is no rule called langauge" in texts["courseplayer.log"]
    assert json.loads(texts["doctor.json"])["store"]["learners"] == 1


def test_making_courses_can_be_switched_off(
    courseplayer: Run, home: Path, source: Path, tmp_path: Path
) -> None:
    _policy(home, 'features_off = ["build"]\nmanaged_by = "IT of Hill Clinic"')
    run = courseplayer("build", source, "-o", tmp_path / "x.course")
    assert (run.returncode, run.stdout) == (1, "")
    assert (
        run.stderr
        == "This was switched off by IT of Hill Clinic; nothing was changed. Ask there if you need it.\n"
    )
    assert not (tmp_path / "x.course").exists()


def test_courses_are_found_in_the_folders_of_the_policy(
    courseplayer: Run, home: Path, course: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    shutil.copy(course, folder)
    _policy(home, f"course_folders = [{json.dumps(str(folder))}]")
    (row,) = json.loads(courseplayer("inventory", "--json").stdout)["courses"]
    assert (row["place"], row["file"]) == ("policy", str(folder / course.name))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
@pytest.mark.parametrize("words", [[], ["--self-test"], ["screenshots", "pictures"]])
def test_where_there_is_no_display_one_sentence_says_so(courseplayer: Run, words: list[str]) -> None:
    run = courseplayer(*words, QT_QPA_PLATFORM="xcb", DISPLAY=":987")
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert run.stderr.startswith("No window can be opened here")
