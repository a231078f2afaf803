"""A clean copy of a course is the whole course and nothing else, or nothing."""

import shutil
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError
from courseplayer.coursefile.stick.clean_copy import copy_course
from courseplayer.system.cancellation import Cancelled, SilentTask


@pytest.fixture
def course(tmp_path: Path, written: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return Path(shutil.copyfile(written, tmp_path / "stick" / "clinic.course"))


class _Watching:
    def __init__(self, stops_at: float = 2.0) -> None:
        self.shares: list[float] = []
        self._stops_at = stops_at

    def advance(self, done: int, total: int) -> None:
        self.shares.append(done / total)
        if self.shares[-1] >= self._stops_at:
            raise Cancelled


def test_a_sound_course_is_copied_byte_by_byte(course: Path, tmp_path: Path) -> None:
    task = _Watching()
    made = copy_course(course, tmp_path / "copy.course", task)
    assert made.read_bytes() == course.read_bytes()
    assert task.shares == sorted(task.shares)
    assert task.shares[-1] == 1


@pytest.mark.parametrize("place", [0.5, 0.9])
def test_a_damaged_course_is_not_copied(course: Path, tmp_path: Path, place: float) -> None:
    data = bytearray(course.read_bytes())
    at = int(len(data) * place)
    data[at : at + 64] = bytes(byte ^ 0x5A for byte in data[at : at + 64])
    course.write_bytes(data)
    target = tmp_path / "copy.course"
    target.write_bytes(b"what was there")
    with pytest.raises(BadInputError, match="damaged"):
        copy_course(course, target, SilentTask())
    assert target.read_bytes() == b"what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.course", "stick"]


@pytest.mark.parametrize("share", [0.0, 0.4, 0.8])
def test_a_copy_that_is_stopped_leaves_nothing(course: Path, tmp_path: Path, share: float) -> None:
    with pytest.raises(Cancelled):
        copy_course(course, tmp_path / "copy.course", _Watching(share))
    assert [path.name for path in tmp_path.iterdir()] == ["stick"]


def test_a_course_is_not_copied_onto_itself(course: Path) -> None:
    before = course.read_bytes()
    with pytest.raises(BadInputError, match="the course itself"):
        copy_course(course, course.parent / "clinic.course", SilentTask())
    assert course.read_bytes() == before
