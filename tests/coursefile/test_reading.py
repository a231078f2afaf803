"""Reading a course: any part at any time, from any thread, from any place, and without writing anything."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.media import AssetReader
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.schema import PAGE_BYTES
from courseplayer.coursefile.verify import verify_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.damage import copy_with, read_everything, rewritten
from making.mounts import read_only, run_with_mounts
from making.plans import COVER, VIDEO, VIDEO_BYTES, a_course_plan, random_bytes

FILM = random_bytes(VIDEO_BYTES, 2)
_READ_WITHOUT_WRITING = """
import resource, sys
from pathlib import Path
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import SilentTask
from making.damage import read_everything
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
assert read_everything(Path(sys.argv[1])) is not None
assert verify_course(Path(sys.argv[1]), SilentTask()) == ()
"""


@pytest.fixture(scope="module")
def film(written: Path) -> Iterator[AssetReader]:
    """Return a reader of the video; it is three chunks long."""
    with AssetReader(written, VIDEO) as reader:
        yield reader


@given(offset=st.integers(0, VIDEO_BYTES + 10), length=st.integers(0, VIDEO_BYTES + 10))
def test_any_stretch_of_a_video_can_be_read(film: AssetReader, offset: int, length: int) -> None:
    assert film.read(offset, length) == FILM[offset : offset + length]


def test_many_threads_may_read_one_video(film: AssetReader) -> None:
    places = [(number * 7_919) % VIDEO_BYTES for number in range(200)]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda place: film.read(place, 1_000), places))
    assert found == [FILM[place : place + 1_000] for place in places]


def test_many_threads_may_ask_one_course(written: Path) -> None:
    plan = a_course_plan()
    with open_course(written) as course, ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(course.step, content.outline.id) for content in plan.contents * 10]
        pictures = [threads.submit(course.asset_bytes, asset.id) for asset in plan.assets * 5]
        assert [one.result() for one in asked] == list(plan.contents * 10)
        assert [len(one.result()) for one in pictures] == [asset.size_bytes for asset in plan.assets * 5]


def test_an_asset_that_is_not_there_is_told(written: Path) -> None:
    with open_course(written) as course:
        for read in (course.asset_bytes, course.open_asset):
            with pytest.raises(DamagedCourseError):
                read(AssetId(99))
        assert len(course.asset_bytes(COVER)) == 900


def test_opening_and_reading_texts_touches_no_page_of_the_media(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "a.course") as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'chunk_data'").fetchone()

    def wipe(whole: bytearray) -> None:
        media = [
            whole.index(FILM[place : place + 64]) // PAGE_BYTES
            for place in range(0, VIDEO_BYTES - 64, 16_000)
        ]
        for page in {root - 1, *media}:
            whole[page * PAGE_BYTES : (page + 1) * PAGE_BYTES] = b"\xff" * PAGE_BYTES

    wiped = copy_with(written, tmp_path / "a.course", wipe)
    with open_course(wiped) as course:
        assert course.outline() == a_course_plan().outline
        assert tuple(course.contents()) == a_course_plan().contents
        with course.open_asset(VIDEO) as reader, pytest.raises(DamagedCourseError):
            reader.read(0, 1)


def test_reading_writes_not_even_a_temporary_file(written: Path) -> None:
    pytest.importorskip("resource")
    tests = str(Path(__file__).parents[1])
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, tests])}
    subprocess.run([sys.executable, "-c", _READ_WITHOUT_WRITING, written], env=environ, check=True)


@pytest.mark.parametrize("name", ["a b#c?d%20&e=f.course", "Zuhören 聞く.course", "it's;drop.course"])
def test_a_name_may_hold_anything(written: Path, tmp_path: Path, name: str) -> None:
    course = tmp_path / "50% of it?" / name
    course.parent.mkdir()
    shutil.copy(written, course)
    assert read_everything(course) == read_everything(written)
    assert verify_course(course, SilentTask()) == ()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are text there")
def test_a_name_of_an_old_encoding_can_be_opened(written: Path, tmp_path: Path) -> None:
    course = tmp_path / os.fsdecode(b"h\xf6ren.course")
    shutil.copy(written, course)
    assert read_everything(course) == read_everything(written)


def test_a_course_on_a_disk_that_cannot_be_written_is_whole(written: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(written, stick / "a.course")
    run = run_with_mounts(read_only(stick), "verify", stick / "a.course")
    assert (run.returncode, run.stdout) == (0, f"{stick / 'a.course'}: sound\n")


def test_a_file_that_may_only_be_read_is_whole(written: Path, tmp_path: Path) -> None:
    shutil.copy(written, tmp_path / "a.course")
    (tmp_path / "a.course").chmod(0o444)
    assert verify_course(tmp_path / "a.course", SilentTask()) == ()


def test_an_open_course_survives_a_new_edition_in_its_place(written: Path, tmp_path: Path) -> None:
    course = tmp_path / "a.course"
    shutil.copy(written, course)
    with open_course(course) as opened, opened.open_asset(VIDEO) as reader:
        try:
            write_course(a_course_plan(), course, SilentTask())
        except PlainError as refusal:
            # Windows does not replace a file that is open.
            assert "is open in a program" in str(refusal)
        assert reader.read(0, VIDEO_BYTES) == FILM
