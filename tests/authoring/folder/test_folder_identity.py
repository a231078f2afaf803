"""How a course folder's files are found and named, and what keeps a step the same step."""

from pathlib import Path

import pytest

from courseplayer.authoring.source import read_source
from courseplayer.course.problems import Problem, Severity
from courseplayer.system.cancellation import SilentTask
from making.folders import COURSE_TOML, make_folder, make_picture, plan_of, read_folder, step_text
from making.media import MediaSamples

WEEK = "week-01-why-listen"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "utf-8"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_markdown_in_any_encoding_and_with_any_line_end_isread_folder(
    folder: Path, encoding: str, line_end: str
) -> None:
    text = step_text("Día uno", "Más atención al niño. Así será.").replace("\n", line_end)
    path = make_folder(folder, {f"{WEEK}/01-welcome.md": text.encode(encoding)})
    reading = read_source(path, SilentTask())
    assert reading.plan is not None
    content = reading.plan.contents[0]
    assert content.outline.title == "Día uno"
    assert content.article_text == "Más atención al niño. Así será."
    assumed = [problem for problem in reading.problems if "not UTF-8" in problem.message]
    assert bool(assumed) == (encoding == "cp1252")


def test_names_in_any_script_work(folder: Path) -> None:
    make_picture(folder / "week-01-እንኳን/ሥዕል.png")
    plan = plan_of(
        folder,
        {
            "week-01-እንኳን/01-ሰላም.md": step_text("ሰላም", "![ሥዕል](ሥዕል.png)"),
            "week-01-እንኳን/02-café.md": step_text("Café", "[a](01-ሰላም.md)"),
        },
    )
    assert plan.outline.weeks[0].title == "እንኳን"
    assert "asset:1" in plan.contents[0].article_html
    assert plan.contents[0].outline.id in plan.contents[1].article_html


def test_a_name_written_by_macos_finds_its_file(folder: Path) -> None:
    make_picture(folder / WEEK / "cafe\u0301.png")
    (content,) = plan_of(folder, {f"{WEEK}/01-a.md": step_text("A", "![x](caf\u00e9.png)")}).contents
    assert "asset:1" in content.article_html


def test_the_size_is_that_of_the_files_used(folder: Path, media: MediaSamples) -> None:
    text = step_text("Welcome")
    reading = read_folder(folder, {f"{WEEK}/01-welcome.md": text, f"{WEEK}/01-welcome.mp4": media.mp4})
    assert reading.size_bytes == len(text) + len(media.mp4) + len(COURSE_TOML)


def test_system_files_and_finished_courses_are_no_sources(folder: Path) -> None:
    reading = read_folder(
        folder,
        {
            f"{WEEK}/01-welcome.md": step_text("A"),
            ".git/x.md": "x",
            f"{WEEK}/Thumbs.db": "x",
            f"{WEEK}/.hidden.md": "x",
            "listening.course": "x",
            "listening.course.partial": "x",
        },
    )
    assert reading.problems == ()
    assert reading.plan is not None
    assert len(reading.plan.contents) == 1


def test_a_step_keeps_its_id_whatever_happens_around_it(folder: Path, tmp_path: Path) -> None:
    (before,) = plan_of(folder, {f"{WEEK}/01-welcome.md": step_text("Welcome")}).contents
    after = plan_of(
        tmp_path / "changed",
        {
            "week-03-why-listen/01-new.md": step_text("New"),
            "week-03-why-listen/07-welcome.md": step_text("Another title", "Other words."),
        },
    ).contents[1]
    assert after.outline.number == "3.2"
    assert after.outline.id == before.outline.id


def test_an_id_of_its_own_survives_a_new_file_name(folder: Path, tmp_path: Path) -> None:
    (before,) = plan_of(folder, {f"{WEEK}/01-welcome.md": step_text("A", id="start")}).contents
    (after,) = plan_of(tmp_path / "b", {"week-02-x/05-hello.md": step_text("B", id="start")}).contents
    assert after.outline.id == before.outline.id


def test_a_problem_names_its_file_and_line(folder: Path) -> None:
    reading = read_folder(folder, {f"{WEEK}/01-welcome.md": step_text("A", colour="red")})
    expected = '"colour" is not known here and is ignored.'
    assert reading.problems == (Problem(f"{WEEK}/01-welcome.md", 3, Severity.WARNING, expected),)
