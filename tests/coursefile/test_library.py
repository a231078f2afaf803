"""The courses that are found on this machine, and the shelf as it was seen last."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.errors import PlainError
from courseplayer.coursefile import snapshot
from courseplayer.coursefile.library import find_courses, summarise
from courseplayer.coursefile.snapshot import CourseSummary, Refusal
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.damage import copy_with, flip
from making.plans import COURSE_ID, VIDEO_STEP, a_course_plan, random_bytes


def _words(problem: Refusal | None) -> str:
    return "" if problem is None else str(problem.error())


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Return an empty folder for courses."""
    (tmp_path / "courses").mkdir()
    return tmp_path / "courses"


def test_a_summary_says_what_the_shelf_shows(written: Path) -> None:
    summary = summarise(written)
    assert (summary.course_id, summary.title, summary.provider) == (
        COURSE_ID,
        "Improving a small clinic",
        "Clinic College",
    )
    assert (summary.step_ids[0], summary.step_numbers[0], summary.minutes) == (VIDEO_STEP, "1.1", 3)
    assert (summary.size_bytes, summary.modified_ns) == (written.stat().st_size, written.stat().st_mtime_ns)
    assert (summary.cover, summary.problem) == (random_bytes(900, 1), None)


@pytest.mark.parametrize("place", ["a.course", "A.COURSE", "Nursing/a.Course"])
def test_a_course_is_found_whatever_the_case_of_its_ending(written: Path, shelf: Path, place: str) -> None:
    (shelf / place).parent.mkdir(exist_ok=True)
    shutil.copy(written, shelf / place)
    assert [found.path for found in find_courses([shelf])] == [shelf / place]
    assert [found.path for found in find_courses([shelf / place])] == [shelf / place]


def test_copies_of_one_edition_are_listed_once_from_the_nearest_place(written: Path, shelf: Path) -> None:
    for folder in ("near", "far"):
        (shelf / folder).mkdir()
        shutil.copy(written, shelf / folder / f"{folder}.course")
    found = find_courses([shelf / "near", shelf / "far", shelf / "far" / "far.course"])
    assert [course.path.name for course in found] == ["near.course"]


def test_two_editions_are_both_listed(written: Path, shelf: Path) -> None:
    shutil.copy(written, shelf / "a.course")
    plan = a_course_plan()
    write_course(replace(plan, glossary=()), shelf / "b.course", SilentTask())
    assert len(find_courses([shelf])) == 2


def test_a_file_that_did_not_change_is_not_opened_again(written: Path, shelf: Path) -> None:
    shutil.copy(written, shelf / "a.course")
    (before,) = find_courses([shelf])
    known = replace(before, title="As it was known")
    assert find_courses([shelf], [known]) == (known,)


@pytest.mark.parametrize("change", [
    lambda path: os.utime(path, ns=(0, path.stat().st_mtime_ns + 1)),
    lambda path: path.write_bytes(path.read_bytes() + b"more"),
])  # fmt: skip
def test_a_file_that_changed_is_opened_again(
    written: Path, shelf: Path, change: Callable[[Path], object]
) -> None:
    shutil.copy(written, shelf / "a.course")
    (before,) = find_courses([shelf])
    change(shelf / "a.course")
    (now,) = find_courses([shelf], [replace(before, title="As it was known")])
    assert now.title != "As it was known"
    assert now.modified_ns == (shelf / "a.course").stat().st_mtime_ns or now.problem is not None


def test_a_course_that_was_broken_is_opened_again(written: Path, shelf: Path) -> None:
    (shelf / "a.course").write_bytes(b"")
    broken = find_courses([shelf])
    shutil.copy(written, shelf / "a.course")
    assert [course.problem for course in find_courses([shelf], broken)] == [None]


def test_a_known_course_that_is_gone_is_not_found(written: Path, shelf: Path) -> None:
    shutil.copy(written, shelf / "a.course")
    known = find_courses([shelf])
    (shelf / "a.course").unlink()
    assert find_courses([shelf], known) == ()


def test_hidden_half_copied_and_other_files_are_passed_over(written: Path, shelf: Path) -> None:
    for name in (".a.course", "b.course.partial", "c.mp4", "d.course.crdownload", "._e.course"):
        shutil.copy(written, shelf / name)
    (shelf / "folder.course").mkdir()
    assert find_courses([shelf, shelf / "gone", shelf / "c.mp4"]) == ()


def test_a_broken_course_is_listed_with_its_sentence_beside_the_others(written: Path, shelf: Path) -> None:
    shutil.copy(written, shelf / "sound.course")
    copy_with(written, shelf / "cut.course", lambda whole: whole.__delitem__(slice(70_000, None)))
    (shelf / "empty.course").write_bytes(b"")
    problems = {course.title: course.problem for course in find_courses([shelf])}
    assert problems["Improving a small clinic"] is None
    assert _words(problems["cut"]).startswith("cut.course is not complete: its end is missing")
    assert _words(problems["empty"]).startswith("empty.course is empty")


def test_a_file_that_goes_while_one_looks_is_a_sentence(tmp_path: Path) -> None:
    assert _words(summarise(tmp_path / "gone.course").problem).startswith(
        "gone.course was not found; nothing"
    )


def test_a_damaged_cover_costs_the_cover_only(written: Path, tmp_path: Path) -> None:
    place = written.read_bytes().index(random_bytes(900, 1))
    summary = summarise(copy_with(written, tmp_path / "a.course", flip(place)))
    assert (summary.cover, summary.problem) == (None, None)


def test_the_shelf_is_kept_as_it_was_seen(written: Path, tmp_path: Path) -> None:
    seen = (summarise(written), summarise(tmp_path / "gone.course"))
    snapshot.save(tmp_path / "cache" / "shelf.json", seen)
    assert snapshot.load(tmp_path / "cache" / "shelf.json") == seen


def test_without_a_kept_shelf_there_is_none(tmp_path: Path) -> None:
    assert snapshot.load(tmp_path / "shelf.json") == ()
    assert snapshot.load(tmp_path) == ()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PlainError, match=r"shelf\.json"):
        snapshot.save(tmp_path / "file" / "cache" / "shelf.json", ())


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(name=st.sampled_from(CourseSummary.__slots__), value=_JSON)
def test_a_kept_shelf_that_somebody_changed_never_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, written: Path, name: str, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "shelf.json"
    snapshot.save(path, (summarise(written),))
    stored = json.loads(path.read_bytes())
    stored["courses"][0][name] = value
    path.write_text(json.dumps(stored), encoding="utf-8")
    for course in snapshot.load(path):
        assert len(course.step_ids) == len(course.step_numbers)
        assert course.problem is None or str(course.problem.error())


@pytest.mark.parametrize(
    "change",
    [
        lambda _stored: b"",
        lambda _stored: b"[" * 100_000,
        lambda _stored: b"\xff\xfe",
        lambda _stored: b"[1]",
        lambda stored: stored.replace(b'"version": 2', b'"version": 3'),
        lambda stored: stored[:-10],
    ],
)
def test_a_kept_shelf_of_another_shape_is_no_shelf(
    tmp_path: Path, written: Path, change: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "shelf.json"
    snapshot.save(path, (summarise(written),))
    path.write_bytes(change(path.read_bytes()))
    assert snapshot.load(path) == ()
