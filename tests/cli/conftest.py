"""The program as a person at a terminal meets it: a process with words, exit code and files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from courseplayer import cli
from courseplayer.authoring.build import build_course
from courseplayer.system.cancellation import SilentTask
from making.command_line import Run
from making.folders import VTT, make_folder, step_text
from making.media import make_video

COURSE_TOML = """\
id = "zuhoren"
title = "Zuhören – 聞く"
provider = "Hill Clinic"
language = "en"
licence = { name = "CC BY 4.0" }
"""


@pytest.fixture
def courseplayer() -> Run:
    """Return a function that runs the program with these words and variables."""

    def run(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "courseplayer", *map(str, words)],
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function like ``courseplayer`` that stays in this process: for the many small cases."""

    def run(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["courseplayer", *map(str, words)])
        # The hooks and handlers of logging belong to the whole process.
        monkeypatch.setattr(cli, "start_logging", lambda *_places, **_hooks: None)
        code = cli.main()
        told = capsys.readouterr()
        return subprocess.CompletedProcess([*map(str, words)], code, told.out, told.err)

    return run


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course folder with a video and an assignment."""
    folder = make_folder(
        tmp_path_factory.mktemp("source"),
        {
            "course.toml": COURSE_TOML,
            "week-01-why-listen/01-welcome.md": step_text("Wëlcome"),
            "week-01-why-listen/01-welcome.en.vtt": VTT,
            "week-01-why-listen/02-task.md": step_text(
                "Your task", "Write about a change.", kind="assignment"
            ),
        },
    )
    make_video(folder / "week-01-why-listen" / "01-welcome.mp4")
    return folder


@pytest.fixture(scope="session")
def course(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder's course file; read it, never write to it."""
    path = tmp_path_factory.mktemp("course") / "zuhoren.course"
    build_course(source, path, SilentTask())
    return path
