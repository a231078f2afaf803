"""What a course folder becomes."""

from collections.abc import Mapping
from pathlib import Path

from courseplayer.course.content import MediumKind, QuizChoice, StepContent, WebLink
from courseplayer.course.outline import Licence, Person, StepKind
from courseplayer.course.transcript import Cue
from making.folders import COURSE_TOML, VTT, make_picture, plan_of, read_folder, step_text
from making.media import MediaSamples

WEEK = "week-01-why-listen"


def _step(folder: Path, text: str, others: Mapping[str, str | bytes] | None = None) -> StepContent:
    files = {f"{WEEK}/{name}": content for name, content in (others or {}).items()}
    (content,) = plan_of(folder, {f"{WEEK}/01-welcome.md": text, **files}).contents
    return content


def test_weeks_activities_and_steps_are_numbered_in_order(folder: Path) -> None:
    outline = plan_of(
        folder,
        {
            "week-06-patients/02-b.md": step_text("Second", activity="Begin"),
            "week-06-patients/10-d.md": step_text("Fourth", activity="Go on"),
            "week-06-patients/1-a.md": step_text("First", activity="Begin"),
            "week-06-patients/3-c.md": step_text("Third"),
            "week-02-tools/01-a.md": step_text("Tools"),
            "week-02-tools/week.toml": 'title = "Tools that help"',
        },
    ).outline
    assert [(week.number, week.title) for week in outline.weeks] == [(2, "Tools that help"), (6, "Patients")]
    assert [(a.title, [s.number for s in a.steps]) for a in outline.weeks[1].activities] == [
        ("Begin", ["6.1", "6.2", "6.3"]),
        ("Go on", ["6.4"]),
    ]
    assert [step.title for step in outline.weeks[1].steps()] == ["First", "Second", "Third", "Fourth"]
    assert outline.weeks[0].activities[0].title == "Tools that help"


def test_course_toml_makes_the_front_page(folder: Path) -> None:
    make_picture(folder / "pictures/cover.png")
    make_picture(folder / "pictures/amina.jpg", "JPEG")
    plan = plan_of(
        folder,
        {
            "course.toml": COURSE_TOML
            + """
summary = '''Listen *first*. [Begin](step:why-listen/welcome)'''
source_url = "https://example.org/course"
cover = "pictures/cover.png"

[licence]
name = "CC BY 4.0"
url = "https://creativecommons.org/licenses/by/4.0/"
attribution = "Hill Clinic"

[[people]]
name = "Amina Bello"
role = "Nurse"
about = "Twenty years on the ward."
picture = "pictures/amina.jpg"

[[people]]
name = "Tom Reed"

[[glossary]]
term = "PPI"
meaning = "Patient and public involvement"
""",
            f"{WEEK}/01-welcome.md": step_text("Welcome"),
        },
    )
    info = plan.outline.course
    assert (info.id, info.title, info.provider, info.language) == (
        "listening",
        "Listening in the clinic",
        "Hill Clinic",
        "en",
    )
    assert "<em>first</em>" in info.summary_html
    assert f'href="step:{plan.contents[0].outline.id}"' in info.summary_html
    assert info.source_url == "https://example.org/course"
    licence_url = "https://creativecommons.org/licenses/by/4.0/"
    assert info.licence == Licence("CC BY 4.0", licence_url, "Hill Clinic")
    sources = {asset.id: asset.source for asset in plan.assets}
    assert info.cover is not None
    assert sources[info.cover] == "pictures/cover.png"
    amina, tom = info.people
    assert (amina.name, amina.role, amina.about) == ("Amina Bello", "Nurse", "Twenty years on the ward.")
    assert amina.picture is not None
    assert sources[amina.picture] == "pictures/amina.jpg"
    assert tom == Person("Tom Reed")
    assert [(g.term, g.meaning) for g in plan.glossary] == [("PPI", "Patient and public involvement")]


def test_a_complete_folder_has_nothing_to_report(folder: Path) -> None:
    text = step_text("Welcome", "Words with **weight**.", minutes="3")
    assert read_folder(folder, {f"{WEEK}/01-welcome.md": text}).problems == ()


def test_a_video_beside_the_file_makes_a_video_step_with_its_transcripts(
    folder: Path, media: MediaSamples
) -> None:
    content = _step(
        folder,
        step_text("Welcome"),
        {"01-welcome.mp4": media.mp4, "01-welcome.en.vtt": VTT, "01-welcome.pt-BR.srt": _SRT},
    )
    assert content.outline.kind is StepKind.VIDEO
    (medium,) = content.media
    assert (medium.kind, medium.codec, medium.duration_ms) == (MediumKind.VIDEO, "h264", 2000)
    assert [t.language for t in content.transcripts] == ["en", "pt-BR"]
    assert content.transcripts[0].cues[0] == Cue(200, 1000, "Amina", "We begin with a question.")


_SRT = "1\n00:00:00,200 --> 00:00:01,000\nUma pergunta.\n"


def test_a_sound_makes_an_audio_step(folder: Path, media: MediaSamples) -> None:
    content = _step(folder, step_text("Welcome"), {"01-welcome.mp3": media.mp3})
    assert (content.outline.kind, content.media[0].kind) == (StepKind.AUDIO, MediumKind.AUDIO)


def test_a_medium_may_lie_elsewhere_and_brings_its_own_transcripts(folder: Path, media: MediaSamples) -> None:
    plan = plan_of(
        folder,
        {
            f"{WEEK}/01-welcome.md": step_text("Welcome", video="../media/talk.webm"),
            "media/talk.webm": media.webm,
            "media/talk.en.vtt": VTT,
        },
    )
    (content,) = plan.contents
    assert content.media[0].mime == "video/webm"
    assert len(content.transcripts) == 1


def test_a_medium_used_twice_is_stored_once(folder: Path, media: MediaSamples) -> None:
    plan = plan_of(
        folder,
        {
            f"{WEEK}/01-a.md": step_text("A", video="talk.mp4"),
            f"{WEEK}/02-b.md": step_text("B", video="talk.mp4"),
            f"{WEEK}/talk.mp4": media.mp4,
        },
    )
    assert len(plan.assets) == 1
    assert plan.contents[0].media == plan.contents[1].media


def test_minutes_are_given_or_worked_out_from_words_and_medium(folder: Path, media: MediaSamples) -> None:
    plan = plan_of(
        folder,
        {
            f"{WEEK}/01-given.md": step_text("A", "word " * 900, minutes="7"),
            f"{WEEK}/02-words.md": step_text("B", "word " * 361),
            f"{WEEK}/03-short.md": step_text("C", "word"),
            f"{WEEK}/04-video.md": step_text("D", "word " * 180),
            f"{WEEK}/04-video.mp4": media.mp4,
        },
    )
    assert [step.minutes for step in plan.outline.steps()] == [7, 3, 1, 2]


def test_an_article_keeps_tables_pictures_and_links(folder: Path) -> None:
    make_picture(folder / WEEK / "pictures/map é.png")
    body = (
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n~~no~~ ![A map](<pictures/map é.png>) [next](02-next.md#top) "
        "[same](step:why-listen/next) [web](https://example.org/a?b=1) <u>raw</u>"
    )
    plan = plan_of(
        folder, {f"{WEEK}/01-welcome.md": step_text("A", body), f"{WEEK}/02-next.md": step_text("B")}
    )
    html = plan.contents[0].article_html
    step_id = plan.contents[1].outline.id
    assert "<td>1</td>" in html
    assert "<s>no</s>" in html
    assert 'src="asset:1"' in html
    assert 'alt="A map"' in html
    assert html.count(f'href="step:{step_id}"') == 2
    assert 'href="https://example.org/a?b=1"' in html
    assert "<u>raw</u>" in html
    assert plan.assets[0].mime == "image/png"
    assert "raw" in plan.contents[0].article_text


def test_the_same_picture_is_stored_once(folder: Path) -> None:
    make_picture(folder / WEEK / "p.png")
    body = '![One](p.png) <img src="p.png" alt="Two">'
    plan = plan_of(folder, {f"{WEEK}/01-welcome.md": step_text("A", body)})
    assert len(plan.assets) == 1
    assert plan.contents[0].article_html.count("asset:1") == 2


def test_a_quiz_has_questions_answers_and_explanations(folder: Path) -> None:
    content = _step(
        folder,
        step_text(
            "Check",
            """Before the *questions*.

## What helps?
Think of your ward.

- [x] Listening
  > It costs nothing.
- [ ] Shouting

> Both are common.

## Which two?
* [X] One `code`
* [x] Two
""",
            kind="quiz",
        ),
    )
    assert content.outline.kind is StepKind.QUIZ
    assert content.article_text == "Before the questions."
    first, second = content.questions
    assert first.text == "What helps?\nThink of your ward."
    assert first.choices == (
        QuizChoice("Listening", True, "It costs nothing."),
        QuizChoice("Shouting", False),
    )
    assert first.why == "Both are common."
    assert not first.allows_several
    assert [choice.text for choice in second.choices] == ["One code", "Two"]
    assert second.allows_several
    assert second.why is None


def test_an_explanation_without_indent_belongs_to_the_answer_above(folder: Path) -> None:
    body = "## Q\n\n- [x] A\n\n> Because.\n\n- [ ] B\n"
    (question,) = _step(folder, step_text("Check", body, kind="quiz")).questions
    assert question.choices == (QuizChoice("A", True, "Because."), QuizChoice("B", False))
    assert question.why is None


def test_an_assignment_has_a_brief_and_its_review_step_repeats_it(folder: Path) -> None:
    settings = """---
title: Your innovation
kind: assignment
min_words: 300
max_words: 500
guidance:
  - What was the problem?
  - Who took part?
review_questions:
  - What did you learn?
  - What would you ask?
---
Tell of one improvement.
"""
    plan = plan_of(
        folder,
        {
            f"{WEEK}/01-write.md": settings,
            f"{WEEK}/02-talk.md": step_text("Talk", kind="discussion"),
            f"{WEEK}/03-review.md": step_text("Review", kind="review"),
        },
    )
    brief = plan.contents[0].brief
    assert brief is not None
    assert (brief.min_words, brief.max_words) == (300, 500)
    assert brief.guidance == ("What was the problem?", "Who took part?")
    assert brief.review_questions == ("What did you learn?", "What would you ask?")
    assert plan.contents[1].brief is None
    assert plan.contents[1].article_text == "Some words to read."
    assert plan.contents[2].brief == brief


def test_downloads_links_licence_and_preview_areread_folder(folder: Path) -> None:
    content = _step(
        folder,
        """---
title: Welcome
preview: true
downloads:
  - {file: "sheet one.pdf", title: Work sheet}
  - file: sheet one.pdf
links:
  - title: Read on
    url: https://example.org/
licence:
  name: CC BY
---
""",
        {"sheet one.pdf": b"%PDF-1.4 tiny"},
    )
    assert content.outline.is_preview
    first, second = content.downloads
    assert (first.title, first.file_name, first.mime, first.size_bytes) == (
        "Work sheet",
        "sheet one.pdf",
        "application/pdf",
        13,
    )
    assert (second.title, second.asset) == ("Sheet one", first.asset)
    assert content.links == (WebLink("Read on", "https://example.org/"),)
    assert content.licence == Licence("CC BY")


def test_names_with_spaces_need_no_brackets(folder: Path) -> None:
    make_picture(folder / WEEK / "two chairs.png")
    body = '![Chairs](two chairs.png) and [on](02-go on.md), but `[x](a b.md)` [y](z.md "a b").'
    files = {f"{WEEK}/01-welcome.md": step_text("Welcome", body), f"{WEEK}/02-go on.md": step_text("On")}
    plan = plan_of(folder, files)
    html = plan.contents[0].article_html
    assert 'alt="Chairs"' in html
    assert f'href="step:{plan.contents[1].outline.id}"' in html
    assert "<code>[x](a b.md)</code>" in html


def test_footnotes_stay_in_the_text(folder: Path) -> None:
    content = _step(folder, step_text("Welcome", "Water[^1] is wet.\n\n[^1]: Mostly.\n"))
    assert content.article_text.split("\n") == ["Water[^1] is wet.", "[^1]: Mostly."]


def test_empty_lines_above_the_settings_do_not_matter(folder: Path) -> None:
    assert _step(folder, "\n\n" + step_text("Welcome")).outline.title == "Welcome"


def test_answers_may_be_numbered_and_wrong_ones_have_nothing_in_their_brackets(folder: Path) -> None:
    text = "---\ntitle: Q\nkind: quiz\n---\n## Why?\n\n1. [x] So\n2. [] Not so\n"
    (question,) = _step(folder, text).questions
    assert [(choice.text, choice.is_right) for choice in question.choices] == [
        ("So", True),
        ("Not so", False),
    ]
