"""Puts course files where the program finds them, whole or not at all, and takes them away again."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.course.outline import CourseId
from courseplayer.coursefile.library import SUFFIX, summarise
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.atomic import write_file
from courseplayer.system.cancellation import Task, TaskPart
from courseplayer.system.file_names import numbered_file_name, portable_file_name

_PIECE_BYTES = 1024 * 1024
_FOR_EVERYONE = (0o755, 0o644)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is damaged, so it was not installed; nothing was changed. Copy it again from where it came from.",
)


@dataclass(frozen=True, slots=True)
class Installed:
    """Where a course lies now; ``is_new`` is false where it lay there already, sound."""

    path: Path
    is_new: bool
    replaced: tuple[Path, ...] = ()


def install_course(file: Path, folder: Path, task: Task, *, for_everyone: bool) -> Installed:
    """Copy a course into a folder, read the copy back, and only then give it its name.

    An earlier edition of the same course there makes room. Progress counts the bytes copied and read.
    """
    with open_course(file) as course:
        course_id, manifest, size_bytes = course.outline().course.id, course.manifest, course.size_bytes
    present = _editions(course_id, folder)
    total = 2 * size_bytes
    for one in present:
        is_same = one.manifest == manifest and one.size_bytes == size_bytes
        if is_same and not verify_course(one.path, TaskPart(task, 0, total, total)):
            return Installed(one.path, is_new=False, replaced=_remove(_others(present, one.path)))
    path = folder / _name(file, folder, present)
    _make(folder, for_everyone=for_everyone)
    check = partial(_check, file=file, task=TaskPart(task, total // 2, total, total), is_open=for_everyone)
    write_file(path, pieces_of(file, TaskPart(task, 0, total // 2, total)), check)
    return Installed(path, is_new=True, replaced=_remove(_others(present, path)))


def remove_course(wanted: str, folder: Path) -> tuple[Path, ...]:
    """Remove a course, given by its id or its file, from a folder; returns the files that were there.

    A file that lies elsewhere only says which course is meant. What learners wrote stays.
    """
    meant = _editions(CourseId(wanted), folder)
    if meant:
        return _remove([one.path for one in meant])
    given = Path(wanted)
    # An id may hold slashes, so what ends in .course is taken for a file only now.
    is_path = given.suffix == SUFFIX and (given.is_absolute() or given.parent != Path())
    named = folder / given.name
    if given.suffix == SUFFIX and named.is_file() and (not is_path or _is_same(given, named)):
        return _remove([named])
    if not is_path and not given.is_file():
        return ()
    with open_course(given) as course:
        course_id = course.outline().course.id
    return _remove([one.path for one in _editions(course_id, folder)])


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _editions(course_id: CourseId, folder: Path) -> list[CourseSummary]:
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == SUFFIX and file.is_file())
    except FileNotFoundError:
        return []
    except OSError as refusal:
        raise storage_error(refusal, folder) from refusal
    found = (summarise(file) for file in files)
    return [one for one in found if one.problem is None and one.course_id == course_id]


def _name(file: Path, folder: Path, present: list[CourseSummary]) -> str:
    name = portable_file_name(file.name, f"course{SUFFIX}")
    ours = {one.path.name for one in present}
    if name in ours or not (folder / name).exists():
        return name
    broken = summarise(folder / name)
    if broken.problem is not None:
        return name
    return numbered_file_name(name, {other.name for other in folder.iterdir()})


def _make(folder: Path, *, for_everyone: bool) -> None:
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        if for_everyone:
            for one in missing:
                one.chmod(_FOR_EVERYONE[0])
    except OSError as refusal:
        raise storage_error(refusal, folder) from refusal


def pieces_of(file: Path, task: Task) -> Iterator[bytes]:
    """Yield the bytes of a file, telling how far it has come; raises PlainError when it cannot be read."""
    try:
        size_bytes, done_bytes = file.stat().st_size, 0
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE_BYTES):
                yield piece
                done_bytes += len(piece)
                task.advance(done_bytes, size_bytes)
    except OSError as refusal:
        raise storage_error(refusal, file) from refusal


def _check(copy: Path, *, file: Path, task: Task, is_open: bool) -> None:
    if verify_course(copy, task):
        raise BadInputError(_DAMAGED, file=file)
    if is_open:
        # An administrator's umask may keep everybody else out.
        copy.chmod(_FOR_EVERYONE[1])


def _others(present: list[CourseSummary], path: Path) -> list[Path]:
    return [one.path for one in present if one.path != path]


def _remove(files: list[Path]) -> tuple[Path, ...]:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as refusal:
            raise storage_error(refusal, file) from refusal
    return tuple(files)
