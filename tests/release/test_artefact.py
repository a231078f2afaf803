"""The unpacked program that `make package` made, run as on a clinic's computer."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.learner.migrations import MIGRATIONS
from courseplayer.system.paths import HOME_VARIABLE
from inspection import check_contents, check_floor, check_size, needs_of
from making.sources import ROOT
from project import PLAYER, TOOLS

pytestmark = [
    pytest.mark.artefact,
    pytest.mark.skipif(not PLAYER.exists(), reason="there is no build/package/player: make package makes it"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the package is for Linux"),
]
PLUGIN = Path("_internal", "PySide6", "Qt", "plugins", "multimedia", "libffmpegmediaplugin.so")
HARD_NAME = "Kurs ቪዲዮ  رحلة"
Finished = subprocess.CompletedProcess[str]

# The program alone: no network, no Python, no checkout, a folder that cannot be written to.
_ALONE = """
set -e
for hidden in "$@"; do mount -t tmpfs none "$hidden"; done
mount --bind "$PROGRAM" "$PROGRAM"
mount -o remount,bind,ro "$PROGRAM"
if touch "$PROGRAM/x" 2>/dev/null; then echo "the folder is not read-only"; exit 99; fi
exec "$PROGRAM/courseplayer" --self-test
"""


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that puts the player into a folder of this name."""

    def copy(name: str) -> Path:
        folder = tmp_path / name
        shutil.copytree(PLAYER, folder, copy_function=os.link)
        return folder

    return copy


def _environment(home: Path) -> dict[str, str]:
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
        "HOME": str(home),
        "LC_ALL": "C",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _run(home: Path, *command: object, **variables: str) -> Finished:
    return subprocess.run(
        [str(word) for word in command],
        env=_environment(home) | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def test_it_holds_what_the_checked_lists_say_and_no_more() -> None:
    check_contents(PLAYER, "contents-player-linux.txt")
    check_contents(TOOLS, "contents-tools-linux.txt")
    size, count = check_size(PLAYER)
    assert (size, count) > (0, 0)


def test_it_runs_with_the_glibc_of_debian_12_and_ubuntu_22() -> None:
    needs = needs_of(PLAYER)
    check_floor(needs)
    assert "libc.so.6" in needs.libraries


def test_the_self_test_passes_alone_on_a_read_only_folder_with_a_hard_name(
    copied: Callable[[str], Path], tmp_path: Path
) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rmn", "true"], check=False).returncode != 0:
        pytest.skip("this machine does not allow namespaces of one's own")
    program = copied(HARD_NAME)
    # The system's own Python shares its folder with sh and mount: without its library it is none.
    python = sysconfig.get_path("stdlib") if sys.base_prefix == "/usr" else sys.base_prefix
    hidden = [ROOT, Path(python), Path(sys.prefix).resolve()]
    apart = [path for path in hidden if not program.is_relative_to(path)]
    done = _run(
        tmp_path / "home", unshare, "-rmn", "sh", "-c", _ALONE, "sh", *_outermost(apart), PROGRAM=str(program)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAILED" not in done.stdout
    assert done.stdout.count("ok      play ") >= 13


def test_without_the_ffmpeg_plugin_it_fails_and_the_window_says_so_in_two_seconds(
    copied: Callable[[str], Path], tmp_path: Path
) -> None:
    program = copied("player")
    (program / PLUGIN).unlink()
    done = _run(tmp_path / "home", program / "courseplayer", "--self-test")
    assert done.returncode == 1
    assert re.search(r"FAILED  find the parts for video and sound: .*FFmpeg", done.stdout)
    said = re.search(r"FAILED  open a video in the window: the window said after (\d+) ms: (.+)", done.stdout)
    assert said is not None, done.stdout
    assert int(said[1]) < 2_000
    assert "FFmpeg" in said[2]


def test_the_player_alone_makes_no_course_and_says_what_to_add(tmp_path: Path) -> None:
    made = tmp_path / "made.course"
    source = ROOT / "resources" / "codecs-course"
    done = _run(tmp_path / "home", PLAYER / "courseplayer", "build", source, "-o", made)
    assert done.returncode == 1
    assert "courseplayer-tools" in done.stderr
    assert not made.exists()


def test_with_the_trainers_tools_it_makes_the_same_course_as_the_package_holds(
    copied: Callable[[str], Path], tmp_path: Path
) -> None:
    program = copied("player")
    shutil.copytree(TOOLS, program, copy_function=os.link, dirs_exist_ok=True)
    made = tmp_path / "made.course"
    source = ROOT / "resources" / "codecs-course"
    done = _run(tmp_path / "home", program / "courseplayer", "build", source, "-o", made)
    assert done.returncode == 0, done.stderr
    packaged = PLAYER / "_internal" / "courseplayer" / "resources" / "codecs.course"
    assert made.read_bytes() == packaged.read_bytes()


def test_it_makes_a_stick_of_itself_that_starts_also_where_no_rights_are_kept(tmp_path: Path) -> None:
    demo = PLAYER / "_internal" / "courseplayer" / "resources" / "demo.course"
    stick = tmp_path / "stick"
    made = _run(tmp_path / "home", PLAYER / "courseplayer", "kit", "folder", demo, "-o", stick, PATH="")
    assert made.returncode == 0, made.stderr
    for rights in (0o755, 0o644):
        (stick / "linux" / "courseplayer").chmod(rights)
        done = _run(tmp_path / "home", "sh", stick / "start-linux.sh", "inventory")
        assert str(stick / "courses" / "demo.course") in done.stdout, done.stderr


def test_with_the_trainers_tools_it_reads_subtitles_in_the_encodings_of_east_asia(
    copied: Callable[[str], Path], tmp_path: Path
) -> None:
    program = copied("player")
    shutil.copytree(TOOLS, program, copy_function=os.link, dirs_exist_ok=True)
    words = "診療所では患者の話をよく聞きます。" * 8
    subtitles = tmp_path / "words.srt"
    subtitles.write_bytes(f"1\n00:00:01,000 --> 00:00:04,000\n{words}\n".encode("cp932"))
    done = _run(tmp_path / "home", program / "courseplayer", "inspect", subtitles)
    assert done.returncode == 0, done.stderr
    assert "read as cp932" in done.stdout


def test_a_store_of_the_first_release_is_kept_when_the_program_is_newer(tmp_path: Path) -> None:
    store = _store_of_0_1_0(tmp_path / "home")
    done = _try_to_export(tmp_path, store)
    assert "newer" not in done.stderr
    with closing(sqlite3.connect(store)) as raw:
        assert {name for (name,) in raw.execute("SELECT name FROM learners")} == {"አልማዝ", "Bekele"}
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert raw.execute("SELECT count(*) FROM revisions").fetchone() == (2,)
    copies = [one for one in store.parent.glob("learner-before-v*.db") if _names(one) == _names(store)]
    assert bool(copies) == (len(MIGRATIONS) > 1)


def test_going_back_leaves_a_newer_store_byte_for_byte(tmp_path: Path) -> None:
    store = _store_of_0_1_0(tmp_path / "home")
    with closing(sqlite3.connect(store)) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = {one.name: one.read_bytes() for one in store.parent.iterdir()}
    home = {HOME_VARIABLE: str(tmp_path / "home")}
    doctor = _run(tmp_path / "home", PLAYER / "courseplayer", "doctor", "--json", **home)
    told = json.loads(doctor.stdout)["store"]
    assert (doctor.returncode, told["state"], told["version"]) == (3, "newer", len(MIGRATIONS) + 1)
    done = _try_to_export(tmp_path, store)
    assert done.returncode == 1
    assert "everything in it is safe. Install the newer Course Player to go on." in done.stderr
    assert {one.name: one.read_bytes() for one in store.parent.iterdir()} == before


def test_it_leaves_nothing_behind_in_its_own_folder(copied: Callable[[str], Path], tmp_path: Path) -> None:
    program = copied("player")
    before = sorted(program.rglob("*"))
    assert _run(tmp_path / "home", program / "courseplayer", "--self-test").returncode == 0
    assert sorted(program.rglob("*")) == before


def _store_of_0_1_0(home: Path) -> Path:
    store = home / "data" / "learner.db"
    store.parent.mkdir(parents=True)
    script = (ROOT / "tests" / "data" / "learner" / "learner-0.1.0.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(store)) as raw:
        raw.executescript(script)
    return store


def _names(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as raw:
        return [name for (name,) in raw.execute("SELECT name FROM learners ORDER BY name")]


def _try_to_export(folder: Path, store: Path) -> Finished:
    """Let the program open the store; of the demo course nobody has written anything there."""
    course = PLAYER / "_internal" / "courseplayer" / "resources" / "demo.course"
    words = ("export", "--step", "1.2", "--course", course, "-o", folder / "out.docx")
    home = store.parents[1]
    return _run(home, PLAYER / "courseplayer", *words, **{HOME_VARIABLE: str(home)})


def _outermost(folders: list[Path]) -> list[Path]:
    """Leave out folders inside others: a hidden folder has nothing in it to hide."""
    return [
        one for one in folders if not any(one != other and one.is_relative_to(other) for other in folders)
    ]
