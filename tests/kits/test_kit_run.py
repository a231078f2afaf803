"""The file that unpacks itself: a script that dash runs, and that checks itself before anything else."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.scripts import RUN_HEADER_BYTES, run_header
from courseplayer.system.cancellation import Cancelled
from courseplayer.system.kit import KitLook, KitSettings
from making.kits import WatchedTask, contents, make_kit
from making.mounts import full_disk, run_mounted

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the file is for Linux")
SHELLS = [shell for shell in ("dash", "bash", "busybox") if shutil.which(shell) is not None]
Finished = subprocess.CompletedProcess[str]


@pytest.fixture
def plan(course: Path, linux: PlayerBuild, tmp_path: Path) -> KitPlan:
    settings = KitSettings(learners=("Almaz",), look=KitLook("Hill's “Clinic” $HOME `id`"))
    return KitPlan(Target.RUN, tmp_path / "kit.run", (course,), (linux,), settings, name="clinic")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home of ሰላም"
    folder.mkdir()
    return folder


def _run(plan: KitPlan, home: Path, *words: object, shell: str = "dash", stdin: str = "") -> Finished:
    start = [shell, "sh"] if shell == "busybox" else [shell]
    return subprocess.run(
        [*start, str(plan.destination), *map(str, words)],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C"},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_it_unpacks_the_kit_and_says_how_to_start_it(plan: KitPlan, home: Path, shell: str) -> None:
    make_kit(plan)
    done = _run(plan, home, "--yes", shell=shell)
    assert done.returncode == 0, done.stderr
    folder = home / "course-player-clinic"
    there = contents(folder)
    assert there["courses/clinic.course"] == plan.courses[0].read_bytes()
    assert "kit.toml" in there
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []
    assert f'sh "{folder}/start-linux.sh"' in done.stdout
    # The trainer's clock may be ahead of this one: nothing to complain about.
    assert done.stderr == ""
    assert "Hill's “Clinic” $HOME `id`: it is in" in done.stdout
    started = subprocess.run(["sh", folder / "start-linux.sh"], capture_output=True, text=True, check=True)
    assert started.stdout.startswith("stand-in started")


def test_the_folder_is_chosen_and_a_second_time_only_replaces_what_is_in_the_kit(
    plan: KitPlan, home: Path, tmp_path: Path
) -> None:
    make_kit(plan)
    folder = tmp_path / "else where"
    assert _run(plan, home, "--dir", folder, "--yes").returncode == 0
    first = contents(folder)
    (folder / "data").mkdir()
    (folder / "data" / "learner.db").write_bytes(b"words")
    (folder / "courses" / "clinic.course").write_bytes(b"damaged")
    assert _run(plan, home, f"--dir={folder}", "--yes").returncode == 0
    assert contents(folder) == first | {"data/learner.db": b"words"}
    assert list(home.iterdir()) == []


def test_a_file_that_is_cut_or_changed_unpacks_nothing(plan: KitPlan, home: Path) -> None:
    make_kit(plan)
    whole = plan.destination.read_bytes()
    changed = bytearray(whole)
    changed[-1_000] ^= 1
    for data in (whole[:-1], whole[: RUN_HEADER_BYTES + 10], bytes(changed), whole + b"x"):
        plan.destination.write_bytes(data)
        done = _run(plan, home, "--yes")
        assert (done.returncode, list(home.iterdir())) == (15, [])
        assert "is damaged or not complete; nothing was changed" in done.stderr


def test_it_only_checks_itself_when_asked_to(plan: KitPlan, home: Path) -> None:
    make_kit(plan)
    done = _run(plan, home, "--check")
    assert (done.returncode, done.stdout.endswith("kit.run is complete.\n")) == (0, True)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("words", [["--nonsense"], ["--dir"], ["file"], []])
def test_wrong_words_and_nobody_to_ask_change_nothing(plan: KitPlan, home: Path, words: list[str]) -> None:
    make_kit(plan)
    done = _run(plan, home, *words)
    assert (done.returncode, list(home.iterdir())) == (2, [])
    assert "nothing was changed" in done.stderr


def test_help_is_given(plan: KitPlan, home: Path) -> None:
    make_kit(plan)
    done = _run(plan, home, "--help")
    assert done.returncode == 0
    assert f"{home}/course-player-clinic" in done.stdout


@pytest.mark.parametrize(("answer", "code"), [("n\n", 1), ("\n", 0), ("y\n", 0)])
def test_a_person_at_a_terminal_is_asked(plan: KitPlan, home: Path, answer: str, code: int) -> None:
    script = shutil.which("script")
    if script is None:
        pytest.skip("script(1), which gives a terminal, is not installed")
    make_kit(plan)
    done = subprocess.run(
        [script, "-qec", f"sh '{plan.destination}'", "/dev/null"],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C"},
        input=answer,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout
    assert (home / "course-player-clinic").exists() == (code == 0)


def test_a_full_disk_is_told_before_anything_is_unpacked(plan: KitPlan, home: Path) -> None:
    make_kit(plan)
    done = run_mounted(
        [full_disk(home, 300)], "sh", str(plan.destination), "--yes", "--dir", f"{home}/x", HOME=str(home)
    )
    assert done.returncode == 13, done.stderr
    assert "free; nothing was changed" in done.stderr


def test_a_place_that_cannot_be_written_is_told(plan: KitPlan, home: Path) -> None:
    make_kit(plan)
    (home / "file").write_bytes(b"")
    done = _run(plan, home, "--yes", "--dir", home / "file" / "x")
    assert done.returncode == 12
    assert "could not be written" in done.stderr


def test_the_same_kit_gives_the_same_bytes(plan: KitPlan, tmp_path: Path) -> None:
    make_kit(plan)
    other = make_kit(replace(plan, destination=tmp_path / "other.run")).destination
    assert other.read_bytes() == plan.destination.read_bytes()
    assert os.access(other, os.X_OK)


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_stopped_nothing_is_left(plan: KitPlan, share: float) -> None:
    before = sorted(plan.destination.parent.iterdir())
    with pytest.raises(Cancelled):
        make_kit(plan, WatchedTask(share))
    assert sorted(plan.destination.parent.iterdir()) == before


def test_what_is_not_read_back_as_written_is_removed(plan: KitPlan) -> None:
    def damage() -> None:
        (partial,) = plan.destination.parent.glob(".*.partial")
        data = bytearray(partial.read_bytes())
        data[-100] ^= 1
        partial.write_bytes(data)

    with pytest.raises(PlainError, match="could not be read back"):
        make_kit(plan, WatchedTask(0.5001, damage))
    assert not plan.destination.exists()


def test_the_script_is_free_of_bashisms(plan: KitPlan, tmp_path: Path) -> None:
    header = tmp_path / "header.sh"
    header.write_bytes(run_header("A 'title'", "name", 1, "0" * 64, 1).rstrip(b"#\n"))
    for shell in SHELLS:
        start = [shell, "sh"] if shell == "busybox" else [shell]
        done = subprocess.run([*start, "-n", header], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_title_of_nothing_but_room_is_tidied(plan: KitPlan, home: Path) -> None:
    roomy = replace(plan, settings=KitSettings(look=KitLook("Hill" + " " * 9_000 + "Clinic")))
    make_kit(roomy)
    assert _run(roomy, home, "--help").stdout.startswith("Hill Clinic\n")


def test_a_title_that_fills_the_script_is_no_title() -> None:
    with pytest.raises(ValueError, match="too long"):
        run_header("x" * RUN_HEADER_BYTES, "name", 1, "0" * 64, 1)
