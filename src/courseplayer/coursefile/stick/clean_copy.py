"""Copies one course away from a stick: only a course that is sound, and nothing of what lies beside it."""

from functools import partial
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.coursefile.installing import pieces_of
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.atomic import write_file
from courseplayer.system.cancellation import Task, TaskPart

_NOT_SOUND = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is damaged, so no copy was made; nothing was changed. Get the course from somewhere else.",
)
_SAME_FILE = QT_TRANSLATE_NOOP(
    "errors", "{file} is the course itself, so nothing was copied; nothing was changed. Choose another place."
)


def copy_course(file: Path, target: Path, task: Task) -> Path:
    """Check every byte of a course, copy it, and read the copy back; it appears whole or not at all.

    Raises BadInputError for a course that is not sound, PlainError where the disk refuses, Cancelled.
    Progress counts the bytes checked, copied and read back.
    """
    if target.exists() and file.samefile(target):
        raise BadInputError(_SAME_FILE, file=file)
    with open_course(file) as course:
        size_bytes, manifest = course.size_bytes, course.manifest
    total = 3 * size_bytes
    if verify_course(file, TaskPart(task, 0, size_bytes, total)):
        raise BadInputError(_NOT_SOUND, file=file)
    check = partial(_check, file=file, manifest=manifest, task=TaskPart(task, 2 * size_bytes, total, total))
    write_file(target, pieces_of(file, TaskPart(task, size_bytes, 2 * size_bytes, total)), check)
    return target


def _check(copy: Path, *, file: Path, manifest: str, task: Task) -> None:
    if verify_course(copy, task):
        raise BadInputError(_NOT_SOUND, file=file)
    with open_course(copy) as course:
        # The stick may have been changed for another meanwhile.
        if course.manifest != manifest:
            raise BadInputError(_NOT_SOUND, file=file)
