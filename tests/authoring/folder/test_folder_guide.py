"""The guide for trainers shows examples that work as they stand."""

from pathlib import Path

from markdown_it import MarkdownIt

from courseplayer.course.outline import StepKind
from making.folders import make_picture, plan_of, read_folder, step_text

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "authoring.md").read_text(encoding="utf-8")
WEEK = "week-01-why-listen"


def _blocks(language: str, begin: str) -> list[str]:
    fences = [token for token in MarkdownIt().parse(GUIDE) if token.type == "fence"]
    return [f.content for f in fences if f.info == language and f.content.startswith(begin)]


def test_every_example_of_the_guide_is_read_without_a_problem(folder: Path) -> None:
    (settings,) = _blocks("toml", "id =")
    steps = _blocks("", "---\n")
    assert len(steps) == 3
    for name in ("pictures/cover.png", "pictures/amina.jpg", f"{WEEK}/pictures/chairs.png"):
        make_picture(folder / name)
    files = {f"{WEEK}/0{n}-step-{n}.md": text for n, text in enumerate(steps, start=1)}
    files |= {"course.toml": settings, f"{WEEK}/02-what-is-listening.md": step_text("What is listening?")}
    assert read_folder(folder, files).problems == ()
    kinds = [step.kind for step in plan_of(folder, files).outline.steps()]
    assert kinds == [StepKind.ARTICLE, StepKind.QUIZ, StepKind.ARTICLE, StepKind.ASSIGNMENT]


def test_the_quiz_of_the_guide_explains_its_answers(folder: Path) -> None:
    (quiz,) = (text for text in _blocks("", "---\n") if "kind: quiz" in text)
    (content,) = plan_of(folder, {f"{WEEK}/01-quiz.md": quiz}).contents
    (question,) = content.questions
    assert [(choice.is_right, choice.why is not None) for choice in question.choices] == [
        (True, True),
        (False, True),
    ]
    assert question.why == "Think of the last person you talked to."
