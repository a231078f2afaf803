"""A stick with a portable kit: this very program in the place of a packaged one, and a strange home."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from courseplayer.system.kit import KitSettings
from courseplayer.system.kit_names import KIT_NAME
from courseplayer.system.kit_rules import kit_text
from making.sources import ROOT

PROGRAM = "linux"
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "demo-course")


@dataclass(frozen=True, slots=True)
class Stick:
    """``folder`` is the stick's own; ``home`` and ``work`` are of the computer that it is plugged into."""

    folder: Path
    home: Path
    work: Path

    @property
    def data(self) -> Path:
        """Where learners' data is on the stick."""
        return self.folder / "data"

    @property
    def environment(self) -> dict[str, str]:
        """What a program that is started from the stick finds in its environment."""
        left = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
        return {
            **left,
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join([str(self.folder / PROGRAM / "src"), str(ROOT / "tests")]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *words: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        """Run Python with these words as somebody who has plugged the stick in."""
        return subprocess.run(
            [*before, sys.executable, *words],
            env=self.environment,
            cwd=self.work,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def left_on_computer(self) -> list[str]:
        """Return the files in the home that was empty."""
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*") if path.is_file())


def make_stick(root: Path, settings: KitSettings | None = None, *courses: Path) -> Stick:
    """Make a stick below ``root`` with a kit of these settings (portable, if none are given)."""
    stick = Stick(root / "stick", root / "home", root / "work")
    program = stick.folder / PROGRAM
    shutil.copytree(ROOT / "src", program / "src", ignore=_LEFT_OUT)
    shutil.copytree(ROOT / "resources", program / "resources", ignore=_LEFT_OUT)
    shutil.copy(ROOT / "LICENSE", program / "LICENSE")
    told = kit_text(settings or KitSettings(portable=True, players=(PROGRAM,)))
    (stick.folder / KIT_NAME).write_text(told, encoding="utf-8")
    (stick.folder / "courses").mkdir()
    for course in courses:
        shutil.copy(course, stick.folder / "courses")
    stick.work.mkdir()
    # What a home has: a program that finds no such folder may leave out what it would write there.
    for name in (".cache", ".config", ".local/share"):
        (stick.home / name).mkdir(parents=True)
    return stick
