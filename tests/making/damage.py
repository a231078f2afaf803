"""Course files that are not as the builder made them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from courseplayer.course.content import GlossaryEntry, StepContent
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId, Outline
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import Cancelled, SilentTask

USER_VERSION_AT = 60
APPLICATION_ID_AT = 68
WRITE_VERSION_AT = 18
READ_VERSION_AT = 19
PAGE_COUNT_AT = 28


def copy_with(course: Path, copy: Path, change: Callable[[bytearray], object]) -> Path:
    """Copy a course and change its bytes."""
    data = bytearray(course.read_bytes())
    change(data)
    copy.write_bytes(data)
    return copy


def messages_about(path: Path) -> list[str]:
    """Return what ``verify`` says of a course."""
    return [problem.message for problem in verify_course(path, SilentTask())]


def put(offset: int, data: bytes) -> Callable[[bytearray], object]:
    """Return a change that puts bytes at a place."""

    def change(whole: bytearray) -> None:
        whole[offset : offset + len(data)] = data

    return change


def flip(offset: int, bits: int = 0xFF) -> Callable[[bytearray], object]:
    """Return a change that turns bits of one byte over."""

    def change(whole: bytearray) -> None:
        whole[offset] ^= bits

    return change


@contextmanager
def rewritten(course: Path, copy: Path) -> Iterator[sqlite3.Connection]:
    """Copy a course and give a connection that changes the copy as a forger would, whole pages at a time."""
    copy.write_bytes(course.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        yield connection


class EverythingRead:
    """What a learner could get out of a course file."""

    def __init__(self, course: CourseFile) -> None:
        self.outline: Outline = course.outline()
        self.contents: tuple[StepContent, ...] = tuple(course.contents())
        self.glossary: tuple[GlossaryEntry, ...] = course.glossary()
        self.files: dict[AssetId, bytes] = {asset: course.asset_bytes(asset) for asset in _assets(self)}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EverythingRead) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


def read_everything(path: Path) -> EverythingRead | None:
    """Read a course and check its texts; None when the program said in a sentence what is wrong."""
    try:
        with open_course(path) as course:
            course.check_manifest(SilentTask())
            return EverythingRead(course)
    except PlainError as told:
        assert str(told)
        return None
    except Cancelled:
        raise AssertionError("nobody cancelled") from None


def _assets(read: EverythingRead) -> Iterator[AssetId]:
    info = read.outline.course
    yield from (asset for asset in (info.cover, *(p.picture for p in info.people)) if asset is not None)
    for content in read.contents:
        for medium in content.media:
            yield medium.asset
            yield from (still.asset for still in medium.stills)
        yield from (download.asset for download in content.downloads)
