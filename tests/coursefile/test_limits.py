"""How much a course may hold: what would freeze a window is neither written nor read."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.content import GlossaryEntry, QuizChoice, QuizQuestion, StepContent, WebLink
from courseplayer.course.outline import StepId, StepKind
from courseplayer.coursefile.article import sanitise
from courseplayer.coursefile.errors import ArticleTooBigError, DamagedCourseError, UnusablePlanError
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.damage import rewritten
from making.plans import ARTICLE_STEP, QUIZ_STEP, a_step, course_of

_COUNT = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 6000) "


def _step_with(**more: object) -> CoursePlan:
    return course_of(a_step(StepId("a"), "1.1", StepKind.QUIZ, "Much", **more))


def _choices(count: int, words: str) -> tuple[QuizQuestion, ...]:
    return (QuizQuestion("Which?", tuple(QuizChoice(words, is_right=n == 0) for n in range(count))),)


@pytest.mark.parametrize(
    "plan",
    [
        _step_with(questions=_choices(1_001, "a")),
        _step_with(questions=_choices(20, "word " * 3_000)),
        _step_with(links=(WebLink("On", "https://example.org/"),) * 501),
        replace(course_of(), glossary=(GlossaryEntry("a", "b"),) * 2_001),
        course_of(*(a_step(StepId(f"a{n}"), "1.1", StepKind.ARTICLE, "A") for n in range(5_001))),
    ],
)
def test_a_course_that_would_freeze_a_window_is_not_written(plan: CoursePlan, tmp_path: Path) -> None:
    with pytest.raises(UnusablePlanError, match="than a window can show"):
        write_course(plan, tmp_path / "a.course", SilentTask())
    assert list(tmp_path.glob("*.course")) == []


def test_limits_are_for_each_step_and_not_for_the_course(tmp_path: Path) -> None:
    steps = [
        a_step(StepId(f"a{n}"), f"1.{n}", StepKind.QUIZ, "Some", questions=_choices(600, "a")) for n in (1, 2)
    ]
    path = write_course(course_of(*steps), tmp_path / "a.course", SilentTask()).path
    with open_course(path) as course:
        read: list[StepContent] = list(course.contents())
    assert [len(content.questions[0].choices) for content in read] == [600, 600]


@pytest.mark.parametrize(
    ("rows", "step_id"),
    [
        ("INSERT INTO link SELECT 3, n + 10, 'On', 'https://example.org/' FROM n", ARTICLE_STEP),
        ("INSERT INTO choice SELECT 5, 0, n + 10, 'This', 0, NULL FROM n", QUIZ_STEP),
        ("INSERT INTO step SELECT n + 10, 4, 'b' || n, '9', 'article', 'A', NULL, 1, NULL FROM n", None),
        ("INSERT INTO glossary SELECT n + 10, 'term', 'meaning' FROM n", None),
    ],
)
def test_a_forged_course_that_would_freeze_a_window_is_damaged(
    written: Path, tmp_path: Path, rows: str, step_id: StepId | None
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute(_COUNT + rows)
    with open_course(tmp_path / "forged.course") as course, pytest.raises(DamagedCourseError):
        course.outline()
        course.glossary()
        course.step(step_id or ARTICLE_STEP)


_ROW = "<tr><td>x</td></tr>"


@pytest.mark.parametrize(
    "table",
    [
        '<tr><td colspan="50" rowspan="200">x</td></tr>' * 100,
        "<tr>" + "<td>x</td>" * 300 + "</tr>" + _ROW * 300,
        '<tr><td rowspan="200">x</td></tr>' * 300,
        "<tr><td>" + "<table>" + _ROW * 3 + "</table>" + "<td>x" * 200 + _ROW * 60,
    ],
)
def test_a_table_of_few_cells_and_very_many_places_is_refused(table: str) -> None:
    with pytest.raises(ArticleTooBigError, match="10,000 places in tables"):
        sanitise(f"<table>{table}</table>")


def test_large_honest_tables_stay() -> None:
    table = "<table>" + ("<tr>" + "<td>x</td>" * 8 + "</tr>") * 400 + "</table>"
    assert sanitise(table + "<table>" + _ROW * 100 + "</table>").count("<td>") == 3_300


@pytest.mark.parametrize("tag", ["<blockquote>", "<div dir=rtl>", "<ul><li>", "<b>x", "<em><div>", "<SPAN>"])
def test_deep_nesting_is_refused_before_it_is_parsed(tag: str) -> None:
    began = time.process_time()
    with pytest.raises(ArticleTooBigError, match=r"levels|tags"):
        sanitise(tag * (390_000 // len(tag) // 2))
    assert time.process_time() - began < 0.5


def test_paragraphs_that_are_never_ended_are_no_levels() -> None:
    assert sanitise("<p>word" * 3_000).count("<p>") == 3_000
