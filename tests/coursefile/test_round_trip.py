"""Everything that a course plan holds is in the course file, and nothing else comes out of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courseplayer.course.content import GlossaryEntry, StepContent
from courseplayer.course.outline import AssetId, StepId, StepKind
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.errors import MissingStepError
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import (
    AMHARIC,
    ASSIGNMENT_STEP,
    ENGLISH,
    VIDEO_STEP,
    a_course_plan,
    a_step,
    asset_of,
    course_of,
    random_bytes,
)


def test_outline_with_people_licence_and_previews_is_read_back(written: Path) -> None:
    with open_course(written) as course:
        assert course.outline() == a_course_plan().outline
        assert [step.number for step in course.outline().previews()] == ["1.1"]
        assert {step.kind for step in course.outline().steps()} == set(StepKind)


def test_every_step_is_read_back_whole(written: Path) -> None:
    with open_course(written) as course:
        assert tuple(course.contents()) == a_course_plan().contents
        for content in a_course_plan().contents:
            assert course.step(content.outline.id) == content


def test_transcripts_keep_their_languages_speakers_and_open_ends(written: Path) -> None:
    with open_course(written) as course:
        assert course.step(VIDEO_STEP).transcripts == (ENGLISH, AMHARIC)


def test_the_brief_keeps_its_limits_guidance_and_review_questions(written: Path) -> None:
    with open_course(written) as course:
        brief = course.step(ASSIGNMENT_STEP).brief
    assert brief is not None
    assert (brief.min_words, brief.max_words) == (300, 800)
    assert (brief.guidance[1], brief.review_questions) == ("Say what it cost.", ("Is it clear?",))


def test_the_glossary_keeps_its_order(written: Path) -> None:
    with open_course(written) as course:
        assert course.glossary() == a_course_plan().glossary


def test_every_file_is_read_back_byte_for_byte(written: Path) -> None:
    with open_course(written) as course:
        for asset in a_course_plan().assets:
            with asset.open() as stream:
                data = stream.read()
            assert course.asset_bytes(asset.id) == data
            with course.open_asset(asset.id) as reader:
                assert (reader.mime, reader.size_bytes) == (asset.mime, len(data))
                assert reader.read(0, len(data) + 1) == data


def test_a_step_that_is_not_in_the_course_is_told(written: Path) -> None:
    with open_course(written) as course, pytest.raises(MissingStepError, match="another edition"):
        course.step(StepId("ffffffffffffffff"))


def test_the_smallest_course_and_empty_files_are_kept(tmp_path: Path) -> None:
    plan = course_of(assets=(asset_of(AssetId(1), b""), asset_of(AssetId(2), random_bytes(256 * 1024, 1))))
    path = write_course(plan, tmp_path / "a.course", SilentTask()).path
    with open_course(path) as course:
        assert course.outline() == plan.outline
        assert course.asset_bytes(AssetId(1)) == b""
        assert len(course.asset_bytes(AssetId(2))) == 256 * 1024


_WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
_CUES = st.builds(
    Cue,
    st.integers(0, 2**31 - 1),
    st.none() | st.integers(0, 2**31 - 1),
    st.none() | _WORDS,
    _WORDS,
)
_CONTENTS = st.builds(
    StepContent,
    outline=st.just(a_step(VIDEO_STEP, "1.1", StepKind.VIDEO, "x").outline),
    article_text=_WORDS,
    transcripts=st.lists(st.builds(Transcript, _WORDS, st.lists(_CUES).map(tuple))).map(tuple),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=_CONTENTS, title=_WORDS, terms=st.lists(st.builds(GlossaryEntry, _WORDS, _WORDS)))
def test_any_words_of_any_script_are_read_back(
    tmp_path: Path, content: StepContent, title: str, terms: list[GlossaryEntry]
) -> None:
    content = replace(content, outline=replace(content.outline, title=title))
    plan = replace(course_of(content), glossary=tuple(terms))
    path = write_course(plan, tmp_path / "a.course", SilentTask()).path
    with open_course(path) as course:
        assert tuple(course.contents()) == (content,)
        assert course.glossary() == tuple(terms)


def test_a_closed_course_answers_nobody(written: Path) -> None:
    course = open_course(written)
    course.close()
    for question in (course.outline, course.glossary, lambda: course.step(VIDEO_STEP)):
        with pytest.raises(Cancelled):
            question()
