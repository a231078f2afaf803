"""The build report that a trainer reads."""

from courseplayer.authoring.report import report_lines
from courseplayer.course.problems import Problem, Severity


def test_what_must_be_mended_comes_first_with_its_place() -> None:
    problems = (
        Problem("b.md", None, Severity.INFO, "Assumed."),
        Problem("a.md", 3, Severity.WARNING, "Odd."),
        Problem("a.md", 7, Severity.ERROR, "Broken."),
        Problem(None, None, Severity.WARNING, "Also odd."),
    )
    assert report_lines(problems) == (
        "Must be mended before a course can be built (1):",
        "  a.md:7: Broken.",
        "Worth a look (2):",
        "  a.md:3: Odd.",
        "  Also odd.",
        "Assumed or left out (1):",
        "  b.md: Assumed.",
    )


def test_nothing_to_report_is_no_report() -> None:
    assert report_lines(()) == ()
