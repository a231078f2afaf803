"""The command screenshots: every picture, or one sentence and an end where none can be put."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from making.command_line import Run
from making.mounts import full_disk, run_with_mounts
from making.sources import ROOT

_PICTURE = re.compile(r"screenshots/([\w-]+\.png)")


def _told(stderr: str) -> list[str]:
    # Qt's offscreen platform speaks about itself.
    return [line for line in stderr.splitlines() if "plugin" not in line]


@pytest.mark.parametrize("place", ["file", "file/pictures"])
def test_a_place_for_no_folder_is_one_sentence(courseplayer: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    run = courseplayer("screenshots", tmp_path / place)
    assert (run.returncode in {1, 2}, run.stdout) == (True, "")
    assert len(_told(run.stderr)) == 1


def test_a_full_disk_is_one_sentence_at_the_first_picture(tmp_path: Path) -> None:
    run = run_with_mounts([full_disk(tmp_path, 8)], "screenshots", tmp_path, COURSEPLAYER_HOME="/dev/null/x")
    assert (run.returncode, run.stdout) == (1, "")
    (told,) = _told(run.stderr)
    assert told.startswith("The disk is full")


@pytest.mark.skipif(os.name == "nt", reason="pipes close in another way there")
def test_a_reader_that_has_seen_enough_ends_the_tour(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "courseplayer", "screenshots", str(tmp_path)]
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=100, check=False)
    os.close(writing)
    assert run.returncode == 1
    assert _told(run.stderr) == []


def test_the_tour_takes_every_picture_that_the_documents_show(tmp_path: Path) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {name for page in pages for name in _PICTURE.findall(page.read_text("utf-8"))}
    assert len(shown) > 10
    command = [sys.executable, "-m", "courseplayer", "screenshots", str(tmp_path / "pictures")]
    variables = {**os.environ, "COURSEPLAYER_HOME": str(tmp_path / "home")}
    run = subprocess.run(command, capture_output=True, text=True, env=variables, timeout=600, check=False)
    assert run.returncode == 0, run.stderr
    assert shown <= {path.name for path in (tmp_path / "pictures").iterdir()}
