"""The demo course as it is committed: complete, light, playable anywhere, and built without a complaint."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import pytest
import yaml
from PIL import Image

from courseplayer.authoring.source import read_source
from courseplayer.authoring.sources.subtitles import read_transcript_file
from courseplayer.course.outline import StepKind
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import SilentTask

COURSE = Path(__file__).parents[2] / "resources" / "demo-course"
STEPS = sorted(COURSE.glob("week-*/[0-9]*.md"))
VIDEOS = sorted([*COURSE.glob("week-*/*.mp4"), *COURSE.glob("week-*/*.webm")])
MEDIA = sorted([*VIDEOS, *COURSE.glob("week-*/*.m4a")])
PICTURES = sorted(COURSE.rglob("*.png"))
SPEAKERS = {person["name"] for person in tomllib.loads((COURSE / "course.toml").read_text("utf-8"))["people"]}
KNOWN_KEYS = {
    "title", "id", "kind", "activity", "minutes", "preview", "links", "downloads",
    "min_words", "max_words", "guidance", "review_questions",
}  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> CoursePlan:
    reading = read_source(COURSE, SilentTask())
    assert reading.problems == ()
    assert reading.plan is not None
    return reading.plan


def _front_matter(step: Path) -> dict[str, object]:
    value = yaml.load(step.read_text("utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
    assert isinstance(value, dict)
    return value


def _key_frames_s(path: Path) -> Iterator[float]:
    with av.open(str(path)) as container:
        for packet in container.demux(video=0):
            if packet.is_keyframe and packet.pts is not None and packet.time_base is not None:
                yield float(packet.pts * packet.time_base)


def _duration_ms(path: Path) -> int:
    with av.open(str(path)) as container:
        assert container.duration is not None
        return container.duration // 1000


def test_course_has_two_weeks_and_every_kind_of_step(plan: CoursePlan) -> None:
    kinds = Counter(step.kind for step in plan.outline.steps())
    assert len(plan.outline.weeks) == 2
    assert all(2 <= len(week.activities) <= 3 for week in plan.outline.weeks)
    assert kinds.total() == len(STEPS) >= 10
    assert set(kinds) == set(StepKind)
    assert kinds[StepKind.VIDEO] >= 4
    assert kinds[StepKind.DISCUSSION] >= 2
    assert kinds[StepKind.QUIZ] == 2


def test_front_page_names_its_makers_and_its_licence(plan: CoursePlan) -> None:
    course = plan.outline.course
    assert course.provider == "Course Player project"
    assert course.cover is not None
    assert course.licence is not None
    assert course.licence.name == "CC BY 4.0"
    assert len(course.people) == 3
    assert all(person.picture is not None for person in course.people)
    assert len(plan.glossary) >= 10
    assert 2 <= len(plan.outline.previews()) <= 3


def test_every_step_tells_honestly_how_long_it_takes(plan: CoursePlan) -> None:
    assert all(step.minutes for step in plan.outline.steps())
    for week in plan.outline.weeks:
        assert 2 <= sum(step.minutes or 0 for step in week.steps()) / 60 <= 3.5


def test_assignment_and_review_share_one_brief(plan: CoursePlan) -> None:
    briefs = {content.outline.kind: content.brief for content in plan.contents if content.brief is not None}
    assignment = briefs[StepKind.ASSIGNMENT]
    assert (assignment.min_words, assignment.max_words) == (300, 600)
    assert 4 <= len(assignment.review_questions) <= 5
    assert assignment.guidance
    assert briefs[StepKind.REVIEW].review_questions == assignment.review_questions


def test_every_quiz_choice_is_explained(plan: CoursePlan) -> None:
    questions = [question for content in plan.contents for question in content.questions]
    assert len(questions) >= 10
    assert all(choice.why for question in questions for choice in question.choices)
    assert all(any(choice.is_right for choice in question.choices) for question in questions)


def test_pictures_downloads_and_step_links_arrive_in_the_course(plan: CoursePlan) -> None:
    articles = "".join(content.article_html for content in plan.contents)
    step_ids = {str(step.id) for step in plan.outline.steps()}
    targets = [part.split('"')[0] for part in articles.split('href="step:')[1:]]
    assert articles.count('src="asset:') == 5
    assert [d.title for content in plan.contents for d in content.downloads]
    assert len(targets) >= 5
    assert set(targets) <= step_ids
    assert all(link.url.startswith("https://") for content in plan.contents for link in content.links)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stem)
def test_front_matter_has_a_stable_id_and_only_known_keys(step: Path) -> None:
    front_matter = _front_matter(step)
    assert set(front_matter) <= KNOWN_KEYS
    assert front_matter["id"]
    assert front_matter["title"]


def test_step_ids_are_different() -> None:
    ids = [_front_matter(step)["id"] for step in STEPS]
    assert len(ids) == len(set(ids))


def test_media_are_light() -> None:
    assert len(VIDEOS) >= 4
    assert sum(path.stat().st_size for path in MEDIA) < 8_000_000
    assert all(path.stat().st_size <= 150_000 for path in PICTURES)


def test_there_is_one_open_video_and_one_sound() -> None:
    assert Counter(path.suffix for path in MEDIA) == {".mp4": len(VIDEOS) - 1, ".webm": 1, ".m4a": 1}


@pytest.mark.parametrize("video", VIDEOS, ids=lambda video: video.name)
def test_video_plays_on_old_computers(video: Path) -> None:
    with av.open(str(video)) as container:
        picture, sound = container.streams.video[0], container.streams.audio[0]
        assert picture.height <= 480
        assert sound.rate == 48_000
        assert sound.channels == 1
        codecs = (picture.codec_context.name, sound.codec_context.name)
        if video.suffix == ".webm":
            assert codecs in {("vp9", "opus"), ("libvpx-vp9", "libopus"), ("vp9", "libopus")}
        else:
            assert codecs == ("h264", "aac")
            assert "Baseline" in str(picture.profile)


@pytest.mark.parametrize("video", VIDEOS, ids=lambda video: video.name)
def test_video_seeks_quickly_and_lasts_about_a_minute(video: Path) -> None:
    key_frames_s = list(_key_frames_s(video))
    assert key_frames_s[0] == pytest.approx(0, abs=0.1)
    assert max(later - earlier for earlier, later in pairwise(key_frames_s)) <= 2.1
    assert 45_000 <= _duration_ms(video) <= 75_000
    assert _duration_ms(video) / 1000 - key_frames_s[-1] <= 2.2


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_subtitles_in_both_languages_follow_the_same_times(medium: Path) -> None:
    english = read_transcript_file(medium.with_suffix(".en.vtt"), "en")
    french = read_transcript_file(medium.with_suffix(".fr.vtt"), "fr")
    assert english.problems == french.problems == ()
    cues = english.transcript.cues
    assert 10 <= len(cues) <= 18
    assert [(c.start_ms, c.end_ms, c.speaker) for c in cues] == [
        (c.start_ms, c.end_ms, c.speaker) for c in french.transcript.cues
    ]
    assert all(ours.text != theirs.text for ours, theirs in zip(cues, french.transcript.cues, strict=True))
    assert {c.speaker for c in cues} <= SPEAKERS


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_cues_follow_each_other_within_the_medium(medium: Path) -> None:
    cues = read_transcript_file(medium.with_suffix(".en.vtt"), "en").transcript.cues
    times_ms = [time for cue in cues for time in (cue.start_ms, cue.end_ms or 0)]
    assert times_ms == sorted(set(times_ms))
    assert times_ms[-1] <= _duration_ms(medium)


def test_pictures_of_articles_are_described_in_words() -> None:
    described = [
        line for step in STEPS for line in step.read_text("utf-8").splitlines() if "](pictures/" in line
    ]
    assert len(described) == 5
    for line in described:
        words, _, name = line.removeprefix("![").partition("](")
        assert len(words) > 60
        assert any(folder.joinpath(name.removesuffix(")")).is_file() for folder in COURSE.glob("week-*"))


def test_cover_fits_the_card_of_the_shelf() -> None:
    with Image.open(COURSE / "pictures" / "cover.png") as cover:
        assert cover.size == (1200, 675)


def test_course_is_our_own_words() -> None:
    words = "".join(
        path.read_text("utf-8") for path in COURSE.rglob("*") if path.suffix in {".md", ".toml", ".vtt"}
    )
    assert len(words) > 20_000
    assert not [name for name in ("futurelearn", "warwick", "coursera", "moodle") if name in words.lower()]
