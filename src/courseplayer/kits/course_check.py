"""Reads and verifies the courses of a kit, and gives each the name it has there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.coursefile.library import SUFFIX
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.signature import Signature
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import Task, TaskPart
from courseplayer.system.file_names import numbered_file_name, portable_file_name

_NONE = QT_TRANSLATE_NOOP("errors", "A kit needs at least one course; nothing was written. Choose one.")
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is damaged, so no kit was made; nothing was written. Copy it again from where it came from.",
)
_TWO_EDITIONS = QT_TRANSLATE_NOOP(
    "errors",
    "{file} and {other} are two editions of the same course, so no kit was made; nothing was written. "
    "Choose one of them.",
)
_NOT_SIGNED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is signed by none of the keys that the kit's policy names, so nobody could open it; nothing was "
    "written. Sign it with one of them, or take the rule “signers” out of the policy.",
)


@dataclass(frozen=True, slots=True)
class KitCourse:
    """A sound course and its file name in the kit."""

    path: Path
    file_name: str
    course_id: str
    title: str
    provider: str | None
    language: str | None
    minutes: int
    size_bytes: int
    manifest: str
    signature: Signature | None


def read_courses(files: Sequence[Path]) -> tuple[KitCourse, ...]:
    """Open the courses and name them, each course once; raises BadInputError."""
    if not files:
        raise BadInputError(_NONE)
    found: dict[str, KitCourse] = {}
    for file in files:
        course = _read(file, {one.file_name for one in found.values()})
        other = found.setdefault(course.course_id, course)
        if other.manifest != course.manifest:
            raise BadInputError(_TWO_EDITIONS, file=file, other=other.path)
    return tuple(found.values())


def verify_courses(courses: Sequence[KitCourse], task: Task) -> None:
    """Read every byte of the courses; raises BadInputError for a damaged one. Progress counts bytes."""
    total, done_bytes = max(1, sum(course.size_bytes for course in courses)), 0
    for course in courses:
        part = TaskPart(task, done_bytes, done_bytes + course.size_bytes, total)
        if verify_course(course.path, part):
            raise BadInputError(_DAMAGED, file=course.path)
        done_bytes += course.size_bytes


def refuse_unsigned(courses: Sequence[KitCourse], signers: tuple[str, ...] | None) -> None:
    """Raise BadInputError for a course that the kit's own policy would keep shut."""
    for course in courses:
        signature = course.signature
        if signers is not None and (signature is None or signature.key.text() not in signers):
            raise BadInputError(_NOT_SIGNED, file=course.path)


def _read(file: Path, taken: set[str]) -> KitCourse:
    with open_course(file) as course:
        outline = course.outline()
        name = portable_file_name(file.stem, "course") + SUFFIX
        return KitCourse(
            path=file,
            file_name=numbered_file_name(name, taken),
            course_id=str(outline.course.id),
            title=outline.course.title,
            provider=outline.course.provider,
            language=outline.course.language,
            minutes=sum(step.minutes or 0 for step in outline.steps()),
            size_bytes=course.size_bytes,
            manifest=course.manifest,
            signature=course.signature,
        )
