"""Plans of small courses: every kind of step, two languages, media of random bytes."""

import io
import random
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.content import (
    Download,
    GlossaryEntry,
    Medium,
    MediumKind,
    QuizChoice,
    QuizQuestion,
    StepContent,
    Still,
    WebLink,
)
from courseplayer.course.outline import (
    Activity,
    AssetId,
    CourseId,
    CourseInfo,
    Licence,
    Outline,
    Person,
    StepId,
    StepKind,
    StepOutline,
    Week,
)
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset

COURSE_ID = CourseId("improving-a-clinic/1")
VIDEO_STEP = StepId("a000000000000001")
AUDIO_STEP = StepId("a000000000000002")
ARTICLE_STEP = StepId("a000000000000003")
DISCUSSION_STEP = StepId("a000000000000004")
QUIZ_STEP = StepId("a000000000000005")
ASSIGNMENT_STEP = StepId("a000000000000006")
REVIEW_STEP = StepId("a000000000000007")

COVER, VIDEO, AUDIO, STILL, LATER_STILL, HANDOUT = (AssetId(number) for number in range(1, 7))
VIDEO_BYTES = 2 * 256 * 1024 + 4_321

ENGLISH = Transcript(
    "en",
    (
        Cue(0, 4_000, "Almaz", "Welcome to our café beside the ward."),
        Cue(5_000, 9_500, "Almaz", "We wash our hands before every meal."),
        Cue(51_000, None, None, "Then somebody measured how long people wait."),
    ),
)
AMHARIC = Transcript("am", (Cue(0, 4_000, None, "እንኳን ደህና መጡ።"), Cue(5_000, None, None, "እጃችንን እንታጠባለን።")))


def random_bytes(size_bytes: int, seed: int) -> bytes:
    """Return bytes that look like media; the same seed gives the same bytes."""
    return random.Random(seed).randbytes(size_bytes)


def asset_of(
    asset_id: AssetId, data: bytes, mime: str = "image/png", source: str = "made by a test"
) -> PlannedAsset:
    """Plan to store these bytes."""

    def opened() -> BinaryIO:
        return io.BytesIO(data)

    return PlannedAsset(asset_id, source, mime, len(data), opened)


def a_step(step_id: StepId, number: str, kind: StepKind, title: str, **more: object) -> StepContent:
    """Make a step with this outline; ``more`` are other fields of its content."""
    return replace(StepContent(StepOutline(step_id, number, kind, title)), **more)  # type: ignore[arg-type]


def a_course_plan() -> CoursePlan:
    """Plan a course of two weeks with one step of each kind."""
    first = (_video_step(), _audio_step(), _article_step())
    talk = (_discussion_step(), _quiz_step())
    last = (_assignment_step(), _review_step())
    weeks = (
        Week(1, "Looking", (_activity("Begin here", first), _activity("Talk and try", talk))),
        Week(2, "Improving", (_activity("Write", last), Activity("To come", ()))),
    )
    return CoursePlan(
        outline=Outline(_course_info(), weeks),
        contents=first + talk + last,
        assets=(
            asset_of(COVER, random_bytes(900, 1)),
            asset_of(VIDEO, random_bytes(VIDEO_BYTES, 2), "video/mp4", "week 1/01 looking.mp4"),
            asset_of(AUDIO, random_bytes(70_000, 3), "audio/mpeg"),
            asset_of(STILL, random_bytes(3_000, 4), "image/jpeg"),
            asset_of(LATER_STILL, random_bytes(3_000, 4), "image/jpeg"),
            asset_of(HANDOUT, random_bytes(5_000, 5), "application/pdf"),
        ),
        glossary=(
            GlossaryEntry("triage", "Deciding who needs help first."),
            GlossaryEntry("audit", "Looking at what was done, in order to do it better."),
        ),
    )


def course_of(*contents: StepContent, assets: tuple[PlannedAsset, ...] = ()) -> CoursePlan:
    """Plan a course of one week that holds these steps."""
    week = Week(1, "Only week", (_activity("Only activity", contents),))
    return CoursePlan(Outline(CourseInfo(CourseId("small"), "A small course"), (week,)), contents, assets)


def failing_asset(asset: PlannedAsset, opened: Callable[[], BinaryIO]) -> PlannedAsset:
    """Plan the same asset, but read from elsewhere."""
    return replace(asset, open=opened)


def _activity(title: str, contents: tuple[StepContent, ...]) -> Activity:
    return Activity(title, tuple(content.outline for content in contents))


def _course_info() -> CourseInfo:
    return CourseInfo(
        id=COURSE_ID,
        title="Improving a small clinic",
        provider="Clinic College",
        language="en",
        summary_html='<p>What <em>you</em> can change. <img src="asset:1" alt="The ward"></p>',
        licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "Clinic College"),
        people=(Person("Almaz Bekele", "Lead nurse", "She began it all.", COVER), Person("Someone Else")),
        cover=COVER,
        source_url="https://example.org/courses/improving?run=1",
    )


def _video_step() -> StepContent:
    medium = Medium(
        VIDEO, MediumKind.VIDEO, "video/mp4", VIDEO_BYTES, 60_000, "h264", "aac", 854, 480,
        stills=(Still(0, STILL), Still(51_000, LATER_STILL)),
    )  # fmt: skip
    outline = StepOutline(VIDEO_STEP, "1.1", StepKind.VIDEO, "Looking at a ward", 3, is_preview=True)
    return StepContent(
        outline,
        article_html=f'<p>Watch first, then <a href="step:{QUIZ_STEP}">try yourself</a>.</p>',
        article_text="Watch first, then try yourself.",
        media=(medium,),
        transcripts=(ENGLISH, AMHARIC),
        licence=Licence("CC BY-NC 4.0", None, "The film club"),
    )


def _audio_step() -> StepContent:
    medium = Medium(AUDIO, MediumKind.AUDIO, "audio/mpeg", 70_000, None, audio_codec="mp3")
    transcript = Transcript("fr", (Cue(0, 2_000, None, "Bonjour et bienvenue."),))
    return a_step(
        AUDIO_STEP, "1.2", StepKind.AUDIO, "Hearing a patient", media=(medium,), transcripts=(transcript,)
    )


def _article_step() -> StepContent:
    return a_step(
        ARTICLE_STEP,
        "1.3",
        StepKind.ARTICLE,
        "Why we measure",
        article_html="<h2>Naïve counting</h2>\n<ul>\n<li>Count the patients</li>\n</ul>",
        article_text="Naïve counting\n• Count the patients",
        downloads=(Download(HANDOUT, "A form to print", "form.pdf", "application/pdf", 5_000),),
        links=(WebLink("More", "https://example.org/more"), WebLink("Ask", "mailto:nurse@example.org")),
        licence=Licence("CC BY-NC 4.0", None, "The film club"),
    )


def _discussion_step() -> StepContent:
    html = "<p>What would you change?</p>"
    return a_step(
        DISCUSSION_STEP,
        "1.4",
        StepKind.DISCUSSION,
        "Your own ward",
        article_html=html,
        article_text="What would you change?",
    )


def _quiz_step() -> StepContent:
    questions = (
        QuizQuestion(
            "What comes first?",
            (
                QuizChoice("Measuring", True, "You cannot see a change otherwise."),
                QuizChoice("Blaming", False),
            ),
            "Without numbers nobody knows.",
        ),
        QuizQuestion("Which help?", (QuizChoice("Soap", True), QuizChoice("Water", True))),
    )
    return a_step(QUIZ_STEP, "1.5", StepKind.QUIZ, "Try yourself", questions=questions)


def _brief() -> AssignmentBrief:
    return AssignmentBrief(("Choose one change.", "Say what it cost."), ("Is it clear?",), 300, 800)


def _assignment_step() -> StepContent:
    return a_step(
        ASSIGNMENT_STEP,
        "2.1",
        StepKind.ASSIGNMENT,
        "Your improvement",
        article_html="<p>Describe an improvement.</p>",
        article_text="Describe an improvement.",
        brief=_brief(),
    )


def _review_step() -> StepContent:
    return a_step(REVIEW_STEP, "2.2", StepKind.REVIEW, "Read another's", brief=AssignmentBrief())
