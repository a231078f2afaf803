"""The kit that is a Debian package: courses, and what the installed program reads beside itself."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from courseplayer.kits.course_check import KitCourse
from courseplayer.kits.debian import Control, deb_pieces, gzipped
from courseplayer.kits.file_writing import Stretch, write_single
from courseplayer.kits.kit_files import KitFile, Tally
from courseplayer.kits.kit_names import word_of
from courseplayer.kits.tar_archive import Member
from courseplayer.system.cancellation import Task, TaskPart
from courseplayer.system.kit_names import COURSES

# Where everybody's courses are looked for; a package must put nothing into /usr/local (Debian policy 9.1.2).
_COURSES = "usr/share/courseplayer"
_PROGRAM = "usr/lib/courseplayer"
_SETTINGS = "courseplayer-kit-settings"
_MAINTAINER = "Course Player kit <kit@localhost>"
_OVERHEAD_BYTES = 200_000
_WHAT = (
    "These are courses for Course Player, put together by a trainer. They are found by the program for "
    "everybody who uses this computer, and go when this package is removed; what learners wrote stays."
)


def write_deb(
    files: Sequence[KitFile],
    name: str,
    made_at: datetime,
    courses: Sequence[KitCourse],
    destination: Path,
    task: Task,
) -> int:
    """Write the package and return its size; progress counts bytes read twice, and the package read back."""
    size_bytes = sum(file.size_bytes for file in files)
    total = 3 * max(1, size_bytes)
    tally = Tally(TaskPart(task, 0, 2 * size_bytes, total), 2 * size_bytes)
    control = _control(f"courseplayer-kit-{name}", made_at, files, courses)
    members = [*(_member(file, tally) for file in files), *_documents(control, made_at)]
    write = partial(_write, control, members, int(made_at.timestamp()))
    reading = TaskPart(task, 2 * size_bytes, total, total)
    return write_single(destination, size_bytes + _OVERHEAD_BYTES, write, reading)


def _write(control: Control, members: Sequence[Member], moment: int, file: BinaryIO) -> list[Stretch]:
    digest, size_bytes = hashlib.sha256(), 0
    for piece in deb_pieces(control, members, moment):
        file.write(piece)
        digest.update(piece)
        size_bytes += len(piece)
    return [(size_bytes, digest.hexdigest())]


def _control(
    package: str, made_at: datetime, files: Sequence[KitFile], courses: Sequence[KitCourse]
) -> Control:
    # A file can belong to one package only: what brings the same course takes the other's place.
    alone = [f"courseplayer-kit-course-{word_of(Path(course.file_name).stem)}" for course in courses]
    # Only one package can say how the program looks and what rules it follows.
    if any(not file.place.startswith(f"{COURSES}/") for file in files):
        alone.append(_SETTINGS)
    return Control(
        package=package,
        version=made_at.strftime("%Y.%m.%d.%H%M%S"),
        architecture="all",
        maintainer=_MAINTAINER,
        section="education",
        description=("courses for Course Player", _WHAT, *(_title(course) for course in courses)),
        depends=("courseplayer",),
        extra=tuple((field, ", ".join(alone)) for field in ("Provides", "Conflicts", "Replaces")),
    )


def _title(course: KitCourse) -> str:
    # One line without marks that Debian's control files read as their own.
    words = " ".join("".join(c if c.isprintable() else " " for c in course.title).split())
    return f"Course: {words or course.file_name}"


def _member(file: KitFile, tally: Tally) -> Member:
    below = _COURSES if file.place.startswith(f"{COURSES}/") else _PROGRAM
    return Member(f"{below}/{file.place}", file.source, file.data, opened=partial(tally.pieces, file))


def _documents(control: Control, made_at: datetime) -> list[Member]:
    below = f"usr/share/doc/{control.package}"
    date = made_at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    changes = (
        f"{control.package} ({control.version}) stable; urgency=medium\n\n  * Made by a trainer.\n\n"
        f" -- {_MAINTAINER}  {date}\n"
    )
    rights = (
        "The licence and the authors of each course are told in the course itself, on its front page.\n"
        "This package only holds the course files as they were given.\n"
    )
    return [
        Member(f"{below}/changelog.gz", data=gzipped(changes)),
        Member(f"{below}/copyright", data=rights.encode("utf-8")),
    ]
