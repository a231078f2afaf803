"""Names of files that every system can hold: in the checkout, and in what is packed."""

import os
import shutil
import subprocess

import pytest

from making.sources import ROOT
from path_names import problems_of
from project import PLAYER, TOOLS


@pytest.mark.parametrize(
    "place",
    [
        "a/b:c.txt",
        "what?.md",
        "tab\there",
        "folder /file",
        "ends.",
        "docs/aux.py",
        "COM1",
        "back\\slash",
        "x" * 200,
    ],
)
def test_a_name_that_windows_refuses_is_told(place: str) -> None:
    told = problems_of(["fine.txt", place])
    assert len(told) == 1
    assert place in told[0]


@pytest.mark.parametrize("pair", [("Readme.md", "README.md"), ("é.txt", "e\u0301.txt")])
def test_two_names_that_are_one_elsewhere_are_told(pair: tuple[str, str]) -> None:
    assert len(problems_of(pair)) == 1


def test_ordinary_names_are_fine_in_any_script() -> None:
    assert problems_of(["conduct/console.py", "Kurs ቪዲዮ/رحلة.course", "a.b.c/.gitignore", "nullable"]) == []


def test_the_checkout_can_be_laid_on_every_system() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    told = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    places = [place for place in os.fsdecode(told).split("\0") if place]
    assert len(places) > 500
    assert problems_of(places) == []


@pytest.mark.artefact
@pytest.mark.skipif(not PLAYER.exists(), reason="there is no build/package/player: make package makes it")
def test_the_package_can_be_laid_on_every_system_and_stick() -> None:
    places = [
        path.relative_to(folder).as_posix()
        for folder in (PLAYER, TOOLS)
        for path in folder.rglob("*")
        if path.is_file()
    ]
    assert len(places) > 100
    assert problems_of(places) == []
