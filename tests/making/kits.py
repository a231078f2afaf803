"""Stand-ins for ready programs, small courses and plans of kits."""

import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from courseplayer.course.outline import CourseId
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.signature import Signer
from courseplayer.coursefile.writer import write_course
from courseplayer.kits.making import prepare_kit, write_kit
from courseplayer.kits.plan import KitPlan, MadeKit
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import COURSE_ID, a_course_plan

MADE_AT = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
PROGRAM = '#!/bin/sh\necho "stand-in started from $(dirname "$0") with $*"\n'


def a_course(
    path: Path, course_id: CourseId = COURSE_ID, title: str = "First edition", signer: Signer | None = None
) -> Path:
    """Write a small course."""
    plan = a_course_plan()
    info = replace(plan.outline.course, id=course_id, title=title)
    path.parent.mkdir(parents=True, exist_ok=True)
    changed = replace(plan, outline=replace(plan.outline, course=info))
    return write_course(changed, path, SilentTask(), signer).path


def damage_media(file: Path) -> None:
    """Turn over a byte of a course's video."""
    data = bytearray(file.read_bytes())
    with open_course(file) as course:
        asset = course.open_asset(next(m for c in course.contents() for m in c.media).asset)
        piece = asset.read(0, 64)
        asset.close()
    data[data.index(piece)] ^= 0xFF
    file.write_bytes(data)


def a_linux_player(folder: Path, **more: str) -> Path:
    """Write a folder laid out as our program's; ``more`` are further files of ``_internal``."""
    inside = {"base_library.zip": "code", "PySide6/Qt/plugins/a.so": "plugin", "av/x.so": "tool"} | more
    for place, text in {"courseplayer": PROGRAM, "README.txt": "read me"}.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")
    for place, text in inside.items():
        (folder / "_internal" / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / "_internal" / place).write_text(text, encoding="utf-8")
    (folder / "courseplayer").chmod(0o755)
    return folder


def a_windows_player(folder: Path) -> Path:
    """Write a folder laid out as our program's for Windows."""
    (folder / "_internal").mkdir(parents=True)
    (folder / "courseplayer.exe").write_bytes(b"MZ program")
    (folder / "_internal" / "python311.dll").write_bytes(b"MZ library")
    return folder


def a_setup(path: Path) -> Path:
    """Write what looks like a setup program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"MZ setup" + bytes(5_000))
    return path


def a_disk_image(path: Path) -> Path:
    """Write what looks like a disk image of macOS."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"image" * 100 + b"koly" + bytes(508))
    return path


def as_tar(folder: Path, archive: Path) -> Path:
    """Pack a folder as our archives for Linux are."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive, "w:xz") as packed:
        packed.add(folder, "courseplayer-0.1.0")
    return archive


def as_zip(folder: Path, archive: Path) -> Path:
    """Pack a folder as archives for Windows are."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            packed.write(file, file.relative_to(folder).as_posix())
    return archive


def make_kit(plan: KitPlan, task: SilentTask | None = None) -> MadeKit:
    """Prepare a kit and write it."""
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        return write_kit(kit, plan.destination, task or SilentTask())


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class WatchedTask(SilentTask):
    """Remembers how far the work said it was; at a share of it, once, it does something."""

    def __init__(self, share: float = 2.0, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.shares: list[float] = []
        self._share = share
        self._then = then

    def advance(self, done: int, total: int) -> None:
        super().advance(done, total)
        self.shares.append(done / total)
        if self.shares[-1] >= self._share:
            self._share = 2.0
            if self._then is None:
                raise Cancelled
            self._then()
