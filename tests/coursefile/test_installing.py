"""Courses are put in place whole, checked and repeatably, and taken away without touching anything else."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.outline import CourseId
from courseplayer.coursefile.installing import install_course, remove_course
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import COURSE_ID, a_course_plan


def _course(path: Path, title: str = "First edition", course_id: CourseId = COURSE_ID) -> Path:
    plan = a_course_plan()
    info = replace(plan.outline.course, id=course_id, title=title)
    path.parent.mkdir(parents=True, exist_ok=True)
    changed = replace(plan, outline=replace(plan.outline, course=info))
    return write_course(changed, path, SilentTask()).path


def _damage(file: Path) -> None:
    """Turn over the last byte of the largest part: the media."""
    data = bytearray(file.read_bytes())
    with open_course(file) as course:
        asset = course.open_asset(next(m for c in course.contents() for m in c.media).asset)
        piece = asset.read(0, 64)
        asset.close()
    data[data.index(piece)] ^= 0xFF
    file.write_bytes(data)


class _Watched(SilentTask):
    """Remembers how far the work said it was; stops it at a share."""

    def __init__(self, stop_at: float = 2.0) -> None:
        super().__init__()
        self.shares: list[float] = []
        self._stop_at = stop_at

    def advance(self, done: int, total: int) -> None:
        super().advance(done, total)
        self.shares.append(done / total)
        if self.shares[-1] >= self._stop_at:
            raise Cancelled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site" / "courses"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    return _course(tmp_path / "stick" / "clinic.course")


def _there(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_a_course_is_copied_whole_and_progress_is_told(folder: Path, given: Path) -> None:
    task = _Watched()
    installed = install_course(given, folder, task, for_everyone=False)
    assert (installed.path, installed.is_new) == (folder / "clinic.course", True)
    assert installed.path.read_bytes() == given.read_bytes()
    assert _there(folder) == ["clinic.course"]
    assert task.shares == sorted(task.shares)
    assert task.shares[-1] == 1.0


def test_the_same_again_is_success_and_writes_nothing(folder: Path, given: Path) -> None:
    path = install_course(given, folder, SilentTask(), for_everyone=False).path
    before = path.stat().st_mtime_ns
    again = install_course(given, folder, SilentTask(), for_everyone=False)
    assert (again.path, again.is_new) == (path, False)
    assert path.stat().st_mtime_ns == before


def test_a_damaged_copy_is_made_good(folder: Path, given: Path) -> None:
    path = install_course(given, folder, SilentTask(), for_everyone=False).path
    _damage(path)
    assert install_course(given, folder, SilentTask(), for_everyone=False).is_new
    assert path.read_bytes() == given.read_bytes()


def test_another_edition_takes_the_place_of_the_earlier_one(
    folder: Path, given: Path, tmp_path: Path
) -> None:
    old = install_course(given, folder, SilentTask(), for_everyone=False).path
    newer = _course(tmp_path / "new" / "clinic-2027.course", "Second edition")
    installed = install_course(newer, folder, SilentTask(), for_everyone=False)
    assert installed.replaced == (old,)
    assert _there(folder) == ["clinic-2027.course"]


def test_another_course_of_the_same_name_stays(folder: Path, given: Path, tmp_path: Path) -> None:
    install_course(given, folder, SilentTask(), for_everyone=False)
    other = _course(tmp_path / "new" / "clinic.course", "Another", CourseId("another"))
    installed = install_course(other, folder, SilentTask(), for_everyone=False)
    assert installed.path.name == "clinic (2).course"
    assert (folder / "clinic.course").read_bytes() == given.read_bytes()


def test_a_damaged_course_is_refused_and_leaves_the_earlier_edition(
    folder: Path, given: Path, tmp_path: Path
) -> None:
    install_course(given, folder, SilentTask(), for_everyone=False)
    newer = _course(tmp_path / "new" / "clinic.course", "Second edition")
    _damage(newer)
    with pytest.raises(BadInputError, match="damaged, so it was not installed"):
        install_course(newer, folder, SilentTask(), for_everyone=False)
    assert _there(folder) == ["clinic.course"]
    assert (folder / "clinic.course").read_bytes() == given.read_bytes()


@pytest.mark.parametrize("share", [0.1, 0.6])
def test_stopped_while_copying_or_checking_nothing_is_left(folder: Path, given: Path, share: float) -> None:
    with pytest.raises(Cancelled):
        install_course(given, folder, _Watched(share), for_everyone=False)
    assert _there(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_for_everyone_means_that_everyone_may_read(folder: Path, given: Path) -> None:
    given.chmod(0o600)
    path = install_course(given, folder, SilentTask(), for_everyone=True).path
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert {stat.S_IMODE(one.stat().st_mode) for one in (folder, folder.parent)} == {0o755}


def test_a_place_that_cannot_be_written_is_told(given: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the place of a folder", encoding="ascii")
    with pytest.raises(PlainError, match="file"):
        install_course(given, tmp_path / "file" / "courses", SilentTask(), for_everyone=True)


def test_a_course_is_removed_by_its_id_its_name_or_its_source(folder: Path, given: Path) -> None:
    for wanted in (str(COURSE_ID), "clinic.course", str(given), str(folder / "clinic.course")):
        path = install_course(given, folder, SilentTask(), for_everyone=False).path
        assert remove_course(wanted, folder) == (path,)
        assert _there(folder) == []
    assert given.exists()


def test_what_is_not_there_is_no_failure(folder: Path, given: Path) -> None:
    assert remove_course("never-heard-of", folder) == ()
    assert remove_course(str(given), folder) == ()


def test_a_broken_file_is_removed_by_its_name_only(folder: Path, given: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "broken.course").write_bytes(b"no course")
    assert remove_course("broken:broken.course", folder) == ()
    with pytest.raises(BadInputError):
        remove_course(str(given.with_name("broken.course")), folder)
    assert _there(folder) == ["broken.course"]
    assert remove_course("broken.course", folder) == (folder / "broken.course",)


def test_a_file_elsewhere_is_never_removed(folder: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "else" / "notes.txt"
    stranger.parent.mkdir()
    stranger.write_text("mine", encoding="ascii")
    with pytest.raises(BadInputError):
        remove_course(str(stranger), folder)
    assert stranger.exists()
    assert remove_course("../else/notes.txt".replace("/", "-"), folder) == ()
