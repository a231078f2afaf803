"""Files appear whole or not at all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError
from courseplayer.system.atomic import write_file
from courseplayer.system.cancellation import Cancelled


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_bytes_and_chunks_are_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", b"whole")
    write_file(tmp_path / "b.txt", iter([b"in ", b"", b"parts"]))
    assert (tmp_path / "a.txt").read_bytes() == b"whole"
    assert (tmp_path / "b.txt").read_bytes() == b"in parts"
    assert sorted(_names(tmp_path)) == ["a.txt", "b.txt"]


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"earlier and longer")
    write_file(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_cancelling_half_way_leaves_the_earlier_file_and_no_trace(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise Cancelled

    (tmp_path / "a.txt").write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        write_file(tmp_path / "a.txt", chunks())
    assert (tmp_path / "a.txt").read_bytes() == b"earlier"
    assert _names(tmp_path) == ["a.txt"]


def test_a_missing_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"a\.txt was not found; nothing was changed"):
        write_file(tmp_path / "gone" / "a.txt", b"x")


def test_a_folder_in_the_place_of_the_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(BadInputError, match=r"a\.txt is a folder or a device, not a file"):
        write_file(tmp_path / "a.txt", b"x")
    assert _names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names in folders")
def test_a_device_in_the_place_of_the_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(BadInputError, match=r"a\.txt is a folder or a device, not a file"):
        write_file(tmp_path / "a.txt", b"x")
    assert (tmp_path / "a.txt").is_fifo()
    assert _names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_disk_that_takes_no_more_leaves_the_earlier_file_and_no_trace(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"earlier")
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from courseplayer.system.atomic import write_file\n"
        "from courseplayer.course.errors import PlainError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try: write_file(Path(sys.argv[1]), [b'x' * 30_000] * 5)\n"
        "except PlainError as told: print(told)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "a.txt"], capture_output=True, text=True, check=True
    )
    assert "is larger than a file on this disk or stick can be" in run.stdout
    assert (tmp_path / "a.txt").read_bytes() == b"earlier"
    assert _names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_file_can_be_read_by_whom_the_system_lets_read_new_files(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", b"x")
    (tmp_path / "b.txt").write_bytes(b"x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
