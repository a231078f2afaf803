"""What is the same for every command: usage, exit codes and failures nobody foresaw."""

import subprocess
import sys
from pathlib import Path

import pytest

from courseplayer import __version__
from courseplayer.cli_arguments import EXPORT_FORMATS, parse_arguments
from courseplayer.submissions.formats import ExportFormat
from making.command_line import Run

_FAULT = """
import sys
import courseplayer.cli as cli
cli._verify = lambda request: 1 // 0
sys.argv = ["courseplayer", "verify", "x.course"]
sys.exit(cli.main())
"""
_IMPORTED = """
import sys
import courseplayer.cli
slow = {"PySide6", "sqlalchemy", "sqlite3", "av", "PIL", "docx", "odfdo", "pysubs2"}
print(sorted(slow & {name.split(".")[0] for name in sys.modules}))
"""


def test_version_is_told(courseplayer: Run) -> None:
    run = courseplayer("--version")
    assert (run.returncode, run.stdout) == (0, f"Course Player {__version__}\n")


def test_help_names_every_command(courseplayer: Run) -> None:
    run = courseplayer("--help")
    assert run.returncode == 0
    commands = ("play", "build", "inspect", "verify", "export", "screenshots", "--self-test")
    for command in (*commands, "install-course", "remove-course", "inventory", "doctor", "logs", "learner"):
        assert f"  {command}" in run.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["biuld"], "biuld"),
        (["build", "somewhere"], "--output"),
        (["play", "a.course", "--at", "soon"], "'soon' is no time such as 0:51"),
        (["export", "-o", "x", "--step", "1.1", "--format", "doc"], "docx"),
        (["--sel"], "--sel"),
    ],
)
def test_a_wrong_command_line_is_explained(courseplayer: Run, words: list[str], told: str) -> None:
    run = courseplayer(*words)
    assert (run.returncode, run.stdout) == (2, "")
    assert told in run.stderr


def test_a_fault_is_one_sentence_and_its_trace_is_in_the_log(home: Path) -> None:
    run = subprocess.run([sys.executable, "-c", _FAULT], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("Something went wrong inside Course Player (ZeroDivisionError)")
    assert run.stderr.count("\n") == 1
    assert "in <lambda>" in (home / "logs" / "courseplayer.log").read_text(encoding="utf-8")


def test_a_file_alone_is_played() -> None:
    double_clicked = parse_arguments(["some where/x.course"])
    assert (double_clicked.command, double_clicked.file) == ("play", Path("some where/x.course"))


def test_a_place_in_a_course_can_be_named() -> None:
    request = parse_arguments(["play", "x.course", "--step", "6.1", "--at", "1:02:03"])
    assert (request.step, request.at_ms) == ("6.1", 3_723_000)


def test_no_command_opens_the_window() -> None:
    assert parse_arguments([]).command is None


def test_export_offers_every_format() -> None:
    assert set(EXPORT_FORMATS) == set(ExportFormat)


def test_the_command_line_itself_loads_nothing_slow() -> None:
    run = subprocess.run([sys.executable, "-c", _IMPORTED], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize(
    "words",
    [("inspect",), ("inspect", "a", "b"), ("export",), ("play", "x.course", "--at", "noon"), ("learner",)],
)
def test_a_wrong_command_line_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse_arguments(words)
    told = capsys.readouterr()
    assert (left.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith("courseplayer")
    assert told.err.endswith(" --help”.\n")
