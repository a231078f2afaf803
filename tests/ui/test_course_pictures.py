"""Pictures that would take minutes or gigabytes are left out, wherever a course shows one."""

import gc
import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QObject, QSize
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from courseplayer.course.content import Still
from courseplayer.course.outline import AssetId
from courseplayer.coursefile.plan import PlannedAsset
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.ui.cover import decoded
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.picture_files import MOST_PIXELS_AT_ONCE, decode_picture
from courseplayer.ui.pictures import Pictures, load_pictures
from courseplayer.ui.player.source import MediaReader
from courseplayer.ui.player.stills import StillAlbum
from hostile.picture_bombs import PICTURE_BOMBS
from making.plans import asset_of, course_of

_SLOW = "jpeg, a thousand scans"
_NO_PICTURES = (
    "bmp",
    "tiff",
    "ico",
    "svg, nested uses",
    "svg, a file",
    "svgz",
    "xpm",
    "ppm",
    "a page",
    "nothing",
)
_TOO_LARGE = (
    _SLOW,
    "png, 30,000 by 30,000, one line",
    "png, 20,000 by 20,000, one bit",
    "png, 6,900 by 6,900, just allowed",
    "jpeg, 65,500 by 65,500",
    "webp, 16,383 by 16,383",
)


@contextmanager
def _within_a_second() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < 1


@pytest.mark.parametrize("bomb", [*_NO_PICTURES, *_TOO_LARGE])
@pytest.mark.parametrize(
    "decode", [decode_picture, lambda data: decoded(data, QSize(320, 180))], ids=["page", "cover"]
)
def test_bomb_is_not_decoded(bomb: str, decode: Callable[[bytes], object]) -> None:
    data = PICTURE_BOMBS[bomb]()
    with _within_a_second():
        picture = decode(data)
    assert picture is None or picture.isNull()  # type: ignore[attr-defined]


def test_honest_picture_of_a_camera_is_kept_smaller() -> None:
    held = io.BytesIO()
    Image.new("RGB", (4_000, 3_000), (9, 9, 9)).save(held, "JPEG", progressive=True)
    picture = decode_picture(held.getvalue())
    assert picture is not None
    assert 7_900_000 < picture.width() * picture.height() <= 8_100_000
    assert picture.width() / picture.height() == pytest.approx(4 / 3, rel=0.01)


class _Source:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def open_asset(self, asset_id: AssetId) -> MediaReader:
        raise AssertionError(f"nobody plays {asset_id}")

    def asset_bytes(self, asset_id: AssetId) -> bytes:
        return self._data


@pytest.mark.parametrize(
    "data", [PICTURE_BOMBS[_SLOW], PICTURE_BOMBS["bmp"], lambda: b"\xff\xd8" + bytes(10**7)]
)
def test_still_that_is_a_bomb_is_done_without(qtbot: QtBot, data: Callable[[], bytes]) -> None:
    owner = QObject()
    jobs = Jobs()
    album, still = StillAlbum(jobs, owner), Still(0, AssetId(1))
    try:
        with qtbot.waitSignal(album.loaded):
            album.show(_Source(data()), (still,), 0)
        with _within_a_second():
            assert album.image_of(still) is None
    finally:
        jobs.finish()


def _load(path: Path, assets: list[PlannedAsset], job: Job[Pictures]) -> Pictures:
    with open_course(path) as course:
        return load_pictures(course, [asset.id for asset in assets], job)


def test_page_of_pictures_takes_a_bounded_memory(tmp_path: Path, qtbot: QtBot) -> None:
    held = io.BytesIO()
    Image.new("RGB", (4_000, 2_000)).save(held, "PNG")
    assets = [asset_of(AssetId(number), held.getvalue()) for number in range(1, 31)]
    path = write_course(course_of(assets=tuple(assets)), tmp_path / "a.course", SilentTask()).path
    jobs = Jobs()
    try:
        with qtbot.waitSignal(
            jobs.start(Lane.FILES, partial(_load, path, assets)).done, timeout=60_000
        ) as loaded:
            pass
        (pictures,) = loaded.args
    finally:
        jobs.finish()
    assert 5 <= len(pictures) < 30
    assert sum(picture.sizeInBytes() for picture in pictures.values()) <= 400_000_000


def test_limit_on_the_windows_thread_is_below_the_other() -> None:
    held = io.BytesIO()
    Image.new("L", (5_000, 5_000)).save(held, "PNG")
    assert decode_picture(held.getvalue()) is not None
    assert decode_picture(held.getvalue(), MOST_PIXELS_AT_ONCE) is None


def test_nothing_of_a_decoded_picture_stays_in_memory() -> None:
    written = io.BytesIO()
    Image.new("RGB", (64, 36), "teal").save(written, "JPEG")

    def buffers() -> int:
        gc.collect()
        return sum(isinstance(one, QBuffer) for one in Shiboken.getAllValidWrappers())

    before = buffers()
    for _again in range(10):
        assert decode_picture(written.getvalue()) is not None
        assert decode_picture(b"no picture") is None
    assert buffers() == before
