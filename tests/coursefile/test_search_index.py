"""The search index finds words, survives anything typed, and is made anew whenever in doubt."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courseplayer.course.content import StepContent
from courseplayer.course.outline import CourseId, StepKind
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.search import Hit, HitKind, SearchIndex
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import VIDEO_STEP, a_course_plan, a_step, course_of


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


def test_an_edition_that_is_replaced_by_another_window_is_still_searched(tmp_path: Path) -> None:
    ours, theirs = SearchIndex(tmp_path / "search"), SearchIndex(tmp_path / "search")
    _add(ours, tmp_path / "first.course", "The old ward is quiet.")
    assert ours.find("quiet")
    _add(theirs, tmp_path / "second.course", "The new ward is loud.")
    assert _texts(ours.find("ward")) == ["The new ward is loud."]
    assert ours.find("quiet") == ()
    ours.close()
    theirs.close()


def test_the_best_places_are_found_behind_thousands_of_others(tmp_path: Path) -> None:
    long = [f"On day {day} somebody asked how many patients the ward had seen." for day in range(3_000)]
    index = SearchIndex(tmp_path / "search")
    _add(index, tmp_path / "a.course", *long, "Patients, patients, patients.", "Ask the patients.")
    found = _texts(index.find("patients", limit=3))
    index.close()
    assert found[:2] == ["Patients, patients, patients.", "Ask the patients."]
    assert found[2] == long[0]


def test_titles_are_found_among_thousands_of_places_with_the_same_word(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "search")
    _add(index, tmp_path / "a.course", *["Wash hands and hands."] * 3_000, title="Hands before every meal")
    found = index.find("hands", limit=3_000)
    index.close()
    assert [hit.kind for hit in found].count(HitKind.TITLE) == 1


def test_one_course_is_searched_alone_or_with_the_others(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "search")
    for name in ("hygiene", "triage"):
        _add(index, tmp_path / f"{name}.course", f"The ward of {name}.", course=name)
    alone = index.find("ward", CourseId("triage"))
    together = index.find("ward")
    nowhere = index.find("ward", CourseId("never added"))
    index.close()
    assert _texts(alone) == ["The ward of triage."]
    assert {(hit.location.course_id, hit.snippet) for hit in together} == {
        ("hygiene", "The ward of hygiene."),
        ("triage", "The ward of triage."),
    }
    assert nowhere == ()


def test_more_courses_than_sqlite_asks_at_once_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("courseplayer.coursefile.search._MOST_COURSES_AT_ONCE", 2)
    index = SearchIndex(tmp_path / "search")
    for number in range(5):
        words = "ward " * (number + 1)
        _add(index, tmp_path / f"{number}.course", words + "and other things", course=f"course {number}")
    best = index.find("ward", limit=3)
    index.close()
    assert len({hit.location.course_id for hit in best}) == 3


@pytest.mark.parametrize(
    ("spoken", "typed"),
    [
        ("Мой врач", "мой"),
        ("Мой врач", "МОЙ ВРА"),
        ("Ο λόγος της", "λόγος"),
        ("Ο λόγος της", "ΛΟΓΟΣ"),
        ("L’hôpital de jour", "hopital"),
        ("L’hopital de jour", "HÔPI"),
        ("Cafe\u0301 noir", "café"),
        ("እንኳን ደህና መጡ።", "ደህና"),
    ],
)
def test_words_of_any_script_are_found_and_marked(tmp_path: Path, spoken: str, typed: str) -> None:
    index = SearchIndex(tmp_path / "search")
    _add(index, tmp_path / "a.course", spoken)
    (hit,) = index.find(typed)
    index.close()
    assert hit.snippet == spoken
    assert len(hit.matches) == len(typed.split())


def test_an_index_of_an_earlier_version_is_made_anew(course: CourseFile, tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "search")
    index.add(course, SilentTask())
    index.close()
    with closing(sqlite3.connect(tmp_path / "search" / "search.db")) as raw:
        raw.execute("PRAGMA user_version=1")
    title = next(iter(course.outline().steps())).title
    index = SearchIndex(tmp_path / "search")
    assert index.find(title) == ()
    index.add(course, SilentTask())
    assert index.find(title)
    index.close()


def _add(
    index: SearchIndex, path: Path, *spoken: str, course: str = "a course", title: str = "A film"
) -> None:
    cues = tuple(Cue(number * 1_000, None, None, words) for number, words in enumerate(spoken))
    film = a_step(VIDEO_STEP, "1.1", StepKind.VIDEO, title, transcripts=(Transcript("en", cues),))
    plan = course_of(film)
    info = replace(plan.outline.course, id=CourseId(course))
    plan = replace(plan, outline=replace(plan.outline, course=info))
    with open_course(write_course(plan, path, SilentTask()).path) as course_file:
        index.add(course_file, SilentTask())


def _texts(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.snippet for hit in hits]


class _Stopping:
    def __init__(self, share: float) -> None:
        self._share = share

    def advance(self, done: int, total: int) -> None:
        if done >= max(1, total * self._share):
            raise Cancelled


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_cancelling_leaves_nothing_half_indexed(course: CourseFile, tmp_path: Path, share: float) -> None:
    index = SearchIndex(tmp_path / "search")
    title = next(iter(course.outline().steps())).title
    with pytest.raises(Cancelled):
        index.add(course, _Stopping(share))
    assert index.find(title) == ()
    index.add(course, SilentTask())
    assert index.find(title)
    index.close()
