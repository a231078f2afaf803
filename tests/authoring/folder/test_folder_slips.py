"""Slips of the keyboard that every trainer makes, told in words that help."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from courseplayer.authoring.source import read_source
from courseplayer.course.problems import Problem, Severity
from courseplayer.system.cancellation import SilentTask
from making.folders import make_folder, step_text

WEEK = "week-01-why-listen"
STEP = f"{WEEK}/01-welcome.md"


def _problems(folder: Path, files: Mapping[str, str]) -> tuple[Problem, ...]:
    return read_source(make_folder(folder, files), SilentTask()).problems


def test_settings_without_their_lines_of_hyphens_are_told(tmp_path: Path) -> None:
    problems = _problems(tmp_path / "c", {STEP: "\ntitle: Welcome\n\nWords.\n"})
    assert [(p.line, p.severity) for p in problems if "shown as text" in p.message] == [(2, Severity.WARNING)]


def test_curly_quotes_in_course_toml_are_told(tmp_path: Path) -> None:
    problem = _problems(tmp_path / "c", {"course.toml": 'id = "x"\ntitle = “Hello”\n'})[0]
    assert (problem.line, problem.severity) == (2, Severity.ERROR)
    assert "curly" in problem.message


def test_link_to_a_file_that_is_no_step_tells_of_downloads(tmp_path: Path) -> None:
    files = {STEP: step_text("Welcome", "[Sheet](sheet.pdf)"), f"{WEEK}/sheet.pdf": "x"}
    problems = _problems(tmp_path / "c", files)
    assert any('belongs under "downloads"' in p.message and p.line == 4 for p in problems)


def test_two_folders_for_a_week_are_both_named(tmp_path: Path) -> None:
    problems = _problems(tmp_path / "c", {STEP: step_text("Welcome"), "week 1/01-a.md": step_text("Welcome")})
    (problem,) = [p for p in problems if p.severity is Severity.ERROR]
    assert {problem.file, problem.message.partition(" and ")[2].partition(";")[0]} == {"week 1", WEEK}


@pytest.mark.parametrize("text", ["---\ntitle: A\n---\n", "---\ntitle: A\nkind: discussion\n---\n\n \n"])
def test_a_step_without_any_words_is_told(tmp_path: Path, text: str) -> None:
    (problem,) = _problems(tmp_path / "c", {STEP: text})
    words = "The step has no words; learners see only its title."
    assert problem == Problem(STEP, None, Severity.WARNING, words)


def test_a_step_of_links_alone_is_none_without_words(tmp_path: Path) -> None:
    text = "---\ntitle: A\nlinks:\n  - title: More\n    url: https://example.org\n---\n"
    assert _problems(tmp_path / "c", {STEP: text}) == ()
