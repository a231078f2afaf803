"""What holds for every text that a trainer could put into a course folder."""

from hypothesis import given
from hypothesis import strategies as st

from courseplayer.authoring.findings import FileFindings, Findings
from courseplayer.authoring.sources.front_matter import read_step_file
from courseplayer.authoring.sources.markdown import MarkdownReader
from courseplayer.authoring.sources.quiz import read_quiz
from courseplayer.authoring.sources.toml_file import read_toml

PIECES = [
    *(
        "---\n",
        "title: ",
        "- ",
        "[x] ",
        "[ ] ",
        "[]",
        "## ",
        "> ",
        "\t",
        "\n",
        "\n\n",
        "\u2028",
        "\x85",
        "\r",
        "\0",
    ),
    *(
        "[a](b c.md)",
        "![",
        "](",
        "[^1]",
        "[^1]: ",
        "`",
        "```",
        "<b>",
        "<script>",
        "<!--",
        "&amp;",
        "“",
        ": ",
        "#",
    ),
    *("[[people]]\n", 'name = "x"\n', '"""', "'", "= ", "*a", "&a ", "{", "}", "|\n", "9" * 30),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join)


class NoReferences:
    """A folder in which nothing is found."""

    def picture(self, _address: str, _line: int | None) -> str | None:
        return None

    def link(self, _address: str, _line: int | None) -> str | None:
        return None


def _found() -> tuple[Findings, FileFindings]:
    findings = Findings()
    return findings, findings.about("any.md")


def _line_count(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


@given(TEXTS)
def test_settings_of_any_text_are_read_or_told_with_a_line_that_exists(text: str) -> None:
    findings, found = _found()
    read_step_file("---\n" + text + "\n---\n", found)
    assert all(1 <= (problem.line or 1) <= _line_count(text) + 3 for problem in findings.all())


@given(TEXTS)
def test_any_course_toml_is_read_or_told_with_a_line_that_exists(text: str) -> None:
    findings, found = _found()
    fields = read_toml(text, found)
    assert (fields is None) == bool(findings.all())
    assert all(1 <= (problem.line or 1) <= _line_count(text) for problem in findings.all())


@given(TEXTS)
def test_any_markdown_gives_an_article_and_a_quiz(text: str) -> None:
    findings, found = _found()
    article = MarkdownReader(NoReferences(), found).article(text)
    quiz = read_quiz(text, MarkdownReader(NoReferences(), found), found)
    assert "<script" not in article.html
    assert all(any(choice.is_right for choice in question.choices) for question in quiz.questions)
    assert all(problem.message for problem in findings.all())
