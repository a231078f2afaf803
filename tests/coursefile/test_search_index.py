"""The search index finds words, survives anything typed, and is made anew whenever in doubt."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courseplayer.course.content import StepContent
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.search import HitKind, SearchIndex
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import a_course_plan


@pytest.fixture
def course(tmp_path: Path) -> CourseFile:
    return open_course(write_course(a_course_plan(), tmp_path / "a.course", SilentTask()).path)


def _spoken(course: CourseFile) -> StepContent:
    return next(content for content in course.contents() if content.transcripts)


def test_a_spoken_word_leads_to_its_second(course: CourseFile, tmp_path: Path) -> None:
    content = _spoken(course)
    cue = content.transcripts[0].cues[0]
    index = SearchIndex(tmp_path / "search")
    index.add(course, SilentTask())
    hits = [hit for hit in index.find(cue.text, course.outline().course.id) if hit.kind == HitKind.CUE]
    index.close()
    assert hits[0].location.at_ms == cue.start_ms
    assert hits[0].location.step_id == content.outline.id
    assert hits[0].step_number == content.outline.number


def test_the_last_word_may_be_unfinished_and_accents_do_not_matter(
    course: CourseFile, tmp_path: Path
) -> None:
    title = next(iter(course.outline().steps())).title
    word = max(title.split(), key=len)
    index = SearchIndex(tmp_path / "search")
    index.add(course, SilentTask())
    hits = index.find(word[:3].upper())
    index.close()
    assert any(title in hit.snippet for hit in hits)
    assert all(hit.matches for hit in hits)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.text(max_size=40) | st.sampled_from(['"', "a OR", "NEAR(", "x:y", "*", "-a", "^", "a AND NOT"])
)
def test_nothing_typed_breaks_the_search(course: CourseFile, tmp_path: Path, typed: str) -> None:
    index = SearchIndex(tmp_path / "search")
    index.add(course, SilentTask())
    for hit in index.find(typed):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.matches)
    index.close()


def test_a_damaged_index_is_made_anew(course: CourseFile, tmp_path: Path) -> None:
    folder = tmp_path / "search"
    folder.mkdir()
    (folder / "search.db").write_bytes(b"not an index" * 1000)
    index = SearchIndex(folder)
    index.add(course, SilentTask())
    title = next(iter(course.outline().steps())).title
    assert index.find(title)
    index.close()


def test_a_new_edition_takes_the_place_of_the_old(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "search")
    plan = a_course_plan()
    for name in ("first.course", "second.course"):
        with open_course(write_course(plan, tmp_path / name, SilentTask()).path) as course:
            index.add(course, SilentTask())
            title = next(iter(course.outline().steps())).title
    places = [hit for hit in index.find(title) if hit.kind == HitKind.TITLE]
    index.close()
    assert len({hit.location for hit in places}) == len(places)


class _Stopping:
    def advance(self, done: int, total: int) -> None:
        if done >= 1:
            raise Cancelled


def test_cancelling_leaves_nothing_half_indexed(course: CourseFile, tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "search")
    title = next(iter(course.outline().steps())).title
    with pytest.raises(Cancelled):
        index.add(course, _Stopping())
    assert index.find(title) == ()
    index.add(course, SilentTask())
    assert index.find(title)
    index.close()
