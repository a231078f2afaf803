"""Writing a course whose last files are still being made while its first are stored."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.verify import verify_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import a_course_plan, asset_of, course_of, random_bytes

_WHOLE = course_of(
    assets=tuple(asset_of(AssetId(number), random_bytes(600_000, number)) for number in range(1, 5))
)
_FIRST = replace(_WHOLE, assets=_WHOLE.assets[:2])


class _Watching(SilentTask):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []

    def advance(self, done: int, total: int) -> None:
        self.told.append((done, total))
        super().advance(done, total)


def test_a_plan_completed_later_gives_the_same_bytes_as_at_once(tmp_path: Path) -> None:
    at_once = write_course(_WHOLE, tmp_path / "a.course", SilentTask()).path
    later = write_course(_FIRST, tmp_path / "b.course", SilentTask(), complete=lambda: _WHOLE).path
    assert later.read_bytes() == at_once.read_bytes()
    assert verify_course(later, SilentTask()) == ()


def test_files_are_stored_before_the_plan_is_complete(tmp_path: Path) -> None:
    task, stored = _Watching(), list[int]()

    def complete() -> CoursePlan:
        stored.append((tmp_path / "a.course.partial").stat().st_size)
        assert task.told[-1][0] == sum(asset.size_bytes for asset in _FIRST.assets)
        return _WHOLE

    write_course(_FIRST, tmp_path / "a.course", task, complete=complete)
    assert len(stored) == 1
    assert [done for done, _ in task.told] == sorted(done for done, _ in task.told)
    assert task.told[-1][0] == task.told[-1][1]


def test_a_complete_plan_that_begins_otherwise_is_a_fault_of_the_builder(tmp_path: Path) -> None:
    other = replace(_WHOLE, assets=_WHOLE.assets[1:])
    with pytest.raises(ValueError, match="begins with other assets"):
        write_course(_FIRST, tmp_path / "a.course", SilentTask(), complete=lambda: other)
    assert list(tmp_path.iterdir()) == []


def test_stopped_while_it_waits_nothing_is_left(tmp_path: Path) -> None:
    def stopped() -> CoursePlan:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_course(_FIRST, tmp_path / "a.course", SilentTask(), complete=stopped)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_at_the_very_last_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(PlainError, match=r"a\.course"):
        write_course(a_course_plan(), tmp_path / "a.course", SilentTask())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("processors", [1, 2, 16, None])
def test_any_number_of_processors_reads_back_the_same(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int | None
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert verify_course(written, SilentTask()) == ()
    data = bytearray(write_course(_WHOLE, tmp_path / "a.course", SilentTask()).path.read_bytes())
    for asset in _WHOLE.assets[1:3]:
        with asset.open() as stream:
            place = data.index(stream.read(1_000))
        data[place] ^= 1
    (tmp_path / "a.course").write_bytes(data)
    task = _Watching()
    damaged = verify_course(tmp_path / "a.course", task)
    assert [p.message for p in damaged] == ["A stored file that no step uses is damaged."] * 2
    assert task.told[-1] == (2_400_000, 2_400_000)
