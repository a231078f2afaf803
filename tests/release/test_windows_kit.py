"""The setup program with a kit beside it, run under Wine where COURSEPLAYER_WINE=1 asks for it."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from courseplayer.kits.plan import KitPlan, Target
from courseplayer.kits.players import read_player
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.kit import KitSettings
from making.kits import a_course, a_windows_player, make_kit
from windows_installers import make_setup

pytestmark = pytest.mark.skipif(
    os.environ.get("COURSEPLAYER_WINE") != "1" or not (shutil.which("wine") and shutil.which("makensis")),
    reason="asked for with COURSEPLAYER_WINE=1, and needs wine and makensis",
)
COURSES = "drive_c/ProgramData/courseplayer/courses"
PROGRAM = "drive_c/Program Files/Course Player"


class Wine:
    """A Windows of its own."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self._environment = {
            **os.environ,
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }

    def run(self, *words: object) -> int:
        """Run a program in it and return its exit code."""
        command = ["wine", *map(str, words)]
        return subprocess.run(
            command, env=self._environment, capture_output=True, check=False, timeout=300
        ).returncode

    def stop(self) -> None:
        """End everything in it."""
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False)


@pytest.fixture
def wine(tmp_path: Path) -> Iterator[Wine]:
    windows = Wine(tmp_path / "prefix")
    windows.run("wineboot", "-i")
    windows.run("winecfg", "-v", "win10")
    yield windows
    windows.stop()


def test_the_setup_copies_a_kit_and_its_uninstaller_takes_that_and_nothing_else(
    wine: Wine, tmp_path: Path
) -> None:
    setup = make_setup(a_windows_player(tmp_path / "program"), tmp_path / "out")
    course = a_course(tmp_path / "given" / "Zuhören 聞く.course")
    rules = tmp_path / "rules.toml"
    rules.write_text('language = "fr"', encoding="utf-8")
    players = (read_player(setup, SilentTask()),)
    settings = KitSettings(learners=("Almaz",))
    kit = tmp_path / "kit"
    make_kit(KitPlan(Target.WINDOWS, kit, (course,), players, settings, policy=rules))
    assert wine.run(kit / setup.name, "/S") == 0
    installed = wine.prefix / COURSES / course.name
    assert installed.read_bytes() == course.read_bytes()
    for name in ("kit.toml", "policy.toml"):
        assert (wine.prefix / PROGRAM / name).read_bytes() == (kit / name).read_bytes()
    other = installed.with_name("other.course")
    other.write_bytes(b"put there by somebody else")
    assert wine.run(wine.prefix / PROGRAM / "uninstall.exe", "/S") == 0
    # The uninstaller goes on in a copy of itself after it has answered.
    ends = time.monotonic() + 60
    while (wine.prefix / PROGRAM).exists() and time.monotonic() < ends:
        time.sleep(0.2)
    assert not (wine.prefix / PROGRAM).exists()
    assert sorted(path.name for path in installed.parent.iterdir()) == ["other.course"]
