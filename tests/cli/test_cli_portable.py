"""The commands of a program on a stick: where it keeps what, and what it says of a stick that refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from courseplayer.learner.store import open_learner_store
from courseplayer.system.clock import SystemClock
from courseplayer.system.kit import KitSettings
from making.mounts import read_only, where_mounted
from making.stick import PROGRAM, Stick, make_stick


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    return make_stick(tmp_path)


def _report(stick: Stick, *before: str) -> tuple[int, dict[str, Any]]:
    run = stick.run("-m", "courseplayer", "doctor", "--json", before=before)
    report: dict[str, Any] = json.loads(run.stdout)
    return run.returncode, report


def test_doctor_says_that_learners_are_kept_on_the_stick(stick: Stick) -> None:
    open_learner_store(stick.data / "learner.db", SystemClock(), is_portable=True).close()
    _code, report = _report(stick)
    assert report["kit"] == {
        "folder": str(stick.folder),
        "is_portable": True,
        "kept_on": "stick",
        "refused": None,
        "faults": [],
    }
    assert report["store"]["file"] == str(stick.data / "learner.db")
    assert report["store"]["state"] == "sound"
    assert report["paths"]["course_folders"][1] == str(stick.folder / "courses")
    assert stick.left_on_computer() == []


def test_from_read_only_media_the_own_folder_is_used_and_doctor_says_so(stick: Stick) -> None:
    stick.data.mkdir()
    code, report = _report(stick, *where_mounted(read_only(stick.folder)))
    assert code == 3
    assert report["kit"]["kept_on"] == "refused"
    assert "This stick cannot be written" in report["kit"]["refused"]
    assert report["kit"]["refused"] in report["problems"]
    assert Path(report["store"]["file"]).is_relative_to(stick.home)
    assert list(stick.data.iterdir()) == []


def test_a_policy_beats_the_kit(stick: Stick, tmp_path: Path) -> None:
    (stick.folder / "policy.toml").write_text(f'data_folder = "{tmp_path / "server"}"', encoding="utf-8")
    open_learner_store(stick.data / "learner.db", SystemClock(), is_portable=True).close()
    code, report = _report(stick)
    assert report["store"]["file"] == str(tmp_path / "server" / "learner.db")
    assert report["kit"]["kept_on"] == "computer"
    assert report["store"]["left_behind"] == str(stick.data / "learner.db")
    assert code == 3


def test_a_kit_that_is_not_portable_leaves_the_stick_alone(tmp_path: Path) -> None:
    stick = make_stick(tmp_path, KitSettings(players=(PROGRAM,)))
    _code, report = _report(stick)
    assert (report["kit"]["kept_on"], report["kit"]["is_portable"]) == ("computer", False)
    assert Path(report["store"]["file"]).is_relative_to(stick.home)
    assert not stick.data.exists()
