"""Files that are no course, or none that can be read: one plain sentence each, nothing changed."""

import io
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.coursefile.errors import DamagedCourseError, FutureCourseError, NotACourseError
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import SilentTask
from making.damage import (
    APPLICATION_ID_AT,
    PAGE_COUNT_AT,
    READ_VERSION_AT,
    USER_VERSION_AT,
    WRITE_VERSION_AT,
    copy_with,
    flip,
    put,
)


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("demo.course", "x")
    return held.getvalue()


_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_MP4 = b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.course is empty, so it holds no course."),
        (_zip(), "a.course is a packed archive, not a course."),
        (_PNG * 100, "a.course is not a course, whatever its name says."),
        (_MP4 * 100, "a.course is not a course, whatever its name says."),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>Log in", "a.course holds a web page instead of a course"),
        (b"\0" * 100_000, "a.course is not a course, whatever its name says."),
        (b"SQLite", "a.course is not a course, whatever its name says."),
        (b"SQLite format 3\0", "a.course is not complete: its end is missing"),
    ],
)
def test_another_kind_of_file_is_named_for_what_it_is(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "a.course"
    path.write_bytes(data)
    with pytest.raises(BadInputError) as refusal:
        open_course(path)
    assert str(refusal.value).startswith(told)
    assert path.read_bytes() == data


def test_a_database_of_another_program_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.course")) as other:
        other.execute("CREATE TABLE notes (words)")
    with pytest.raises(NotACourseError, match="is a database of another program"):
        open_course(tmp_path / "a.course")


@pytest.mark.parametrize("version", [3, 9, 2**31 - 1])
def test_a_newer_course_asks_for_a_newer_program(written: Path, tmp_path: Path, version: int) -> None:
    newer = copy_with(written, tmp_path / "a.course", put(USER_VERSION_AT, version.to_bytes(4, "big")))
    with pytest.raises(FutureCourseError, match="was made with a newer version of Course Player"):
        open_course(newer)
    with pytest.raises(FutureCourseError):
        verify_course(newer, SilentTask())


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (put(APPLICATION_ID_AT, b"\0\0\0\0"), NotACourseError),
        (put(USER_VERSION_AT, b"\0\0\0\0"), DamagedCourseError),
        (put(WRITE_VERSION_AT, b"\2"), DamagedCourseError),
        (put(READ_VERSION_AT, b"\2"), DamagedCourseError),
        (put(16, b"\x10\0"), DamagedCourseError),
        (put(20, b"\x10"), DamagedCourseError),
        (put(56, b"\0\0\0\2"), DamagedCourseError),
        (flip(PAGE_COUNT_AT + 3), DamagedCourseError),
        (put(PAGE_COUNT_AT, b"\0\0\0\0"), DamagedCourseError),
        (lambda whole: whole.extend(b"\0" * 16_384), DamagedCourseError),
    ],
)
def test_a_header_that_is_not_ours_is_refused(
    written: Path, tmp_path: Path, change: Callable[[bytearray], object], kind: type[PlainError]
) -> None:
    forged = copy_with(written, tmp_path / "a.course", change)
    with pytest.raises(kind):
        open_course(forged)
    assert [path.name for path in tmp_path.glob("a.course*")] == ["a.course"]


def test_a_journal_beside_the_file_is_not_played_back(written: Path, tmp_path: Path) -> None:
    course = tmp_path / "a.course"
    course.write_bytes(written.read_bytes())
    for ending in ("-journal", "-wal", "-shm"):
        course.with_name("a.course" + ending).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 512)
    with open_course(course) as opened:
        assert opened.outline().course.title == "Improving a small clinic"
    assert course.read_bytes() == written.read_bytes()
    assert len(list(tmp_path.glob("a.course-*"))) == 3


def test_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.course").mkdir()
    with pytest.raises(NotACourseError, match=r"a\.course is a folder, not a course file"):
        open_course(tmp_path / "a.course")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_does_not_make_anybody_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.course")
    with pytest.raises(NotACourseError, match="is not a course"):
        open_course(tmp_path / "a.course")


@pytest.mark.parametrize("name", ["gone.course", "file/in.course", "a" * 300 + ".course"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInputError, match="was not found"):
        open_course(tmp_path / name)


def test_a_stick_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_options: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.course").write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PlainError, match=r"Input/output error.*Check the disk or stick"):
        open_course(tmp_path / "a.course")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.course").write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PlainError, match="does not allow access"):
        open_course(tmp_path / "a.course")


def test_a_refusal_is_one_line_that_says_what_is_safe(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as refusal:
        open_course(tmp_path / "gone.course")
    assert "\n" not in str(refusal.value)
    assert "nothing was changed" in str(refusal.value)
