"""A course file is compared with its manifest once, and again as soon as it is another one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from courseplayer.coursefile.checked import CheckedCourses
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.reader import open_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.damage import rewritten


class _CountingTask(SilentTask):
    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def advance(self, done: int, total: int) -> None:
        self.calls += 1


@pytest.fixture
def was_read_through(tmp_path: Path) -> Callable[[Path], bool]:
    memory = tmp_path / "cache" / "checked.json"

    def check(course: Path) -> bool:
        task = _CountingTask()
        with open_course(course) as opened:
            CheckedCourses(memory, (tmp_path / "courses",)).check(opened, task)
        return task.calls > 0

    return check


@pytest.fixture
def course(tmp_path: Path, written: Path) -> Path:
    place = tmp_path / "courses" / "clinic.course"
    place.parent.mkdir()
    place.write_bytes(written.read_bytes())
    return place


def test_a_course_of_this_computer_is_read_through_once(
    course: Path, was_read_through: Callable[[Path], bool]
) -> None:
    assert was_read_through(course)
    assert not was_read_through(course)


def test_a_course_elsewhere_is_read_through_each_time(
    tmp_path: Path, written: Path, was_read_through: Callable[[Path], bool]
) -> None:
    stick = tmp_path / "stick.course"
    stick.write_bytes(written.read_bytes())
    assert was_read_through(stick)
    assert was_read_through(stick)


def test_words_changed_afterwards_are_found_though_size_and_time_are_the_old_ones(
    course: Path, was_read_through: Callable[[Path], bool]
) -> None:
    was_read_through(course)
    times = course.stat()
    changed = course.with_suffix(".changed")
    with rewritten(course, changed) as forger:
        forger.execute("UPDATE step SET title = upper(title)")
    assert changed.stat().st_size == times.st_size
    course.write_bytes(changed.read_bytes())
    os.utime(course, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(DamagedCourseError):
        was_read_through(course)
    with pytest.raises(DamagedCourseError):
        was_read_through(course)


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"x": ', b"[" * 100_000, b'{"a": 1}'])
def test_a_broken_memory_counts_as_empty(
    course: Path, tmp_path: Path, was_read_through: Callable[[Path], bool], broken: bytes
) -> None:
    memory = tmp_path / "cache" / "checked.json"
    memory.parent.mkdir()
    memory.write_bytes(broken)
    assert was_read_through(course)
    assert not was_read_through(course)


def test_a_memory_that_cannot_be_kept_only_means_reading_again(course: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    for _ in range(2):
        with open_course(course) as opened:
            CheckedCourses(tmp_path / "cache" / "checked.json", (course.parent,)).check(opened, SilentTask())


def test_what_was_not_read_to_the_end_is_not_remembered(
    course: Path, tmp_path: Path, was_read_through: Callable[[Path], bool]
) -> None:
    class Stopping(SilentTask):
        def advance(self, done: int, total: int) -> None:
            raise Cancelled

    with open_course(course) as opened, pytest.raises(Cancelled):
        CheckedCourses(tmp_path / "cache" / "checked.json", (course.parent,)).check(opened, Stopping())
    assert was_read_through(course)


def test_an_open_file_is_read_through_once_for_window_and_search(course: Path) -> None:
    with open_course(course) as opened:
        first, second = _CountingTask(), _CountingTask()
        opened.check_manifest(first)
        opened.check_manifest(second)
    assert first.calls > 0
    assert second.calls == 0
