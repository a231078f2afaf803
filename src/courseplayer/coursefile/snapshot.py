"""What the shelf knows of each course, kept as JSON so that it can be shown before anything is opened."""

import base64
import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.course.ids import CourseId, StepId
from courseplayer.system.atomic import write_file

_VERSION = 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a course cannot be opened: a PlainError as plain values, kept to be told in any language later."""

    sentence: str
    values: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, error: PlainError) -> "Refusal":
        """Take the values out of an error."""
        return cls(error.sentence, tuple((name, str(value)) for name, value in error.values.items()))

    def error(self) -> PlainError:
        """Return the error again."""
        return PlainError(self.sentence, **dict(self.values))


@dataclass(frozen=True, slots=True)
class CourseSummary:
    """A course file from outside; ``problem`` tells why it cannot be opened.

    ``step_numbers`` go with ``step_ids``; ``cover`` is a small picture file; ``modified_ns`` and
    ``size_bytes`` tell whether the file is the one that was summarised.
    """

    path: Path
    course_id: CourseId
    title: str
    provider: str | None = None
    language: str | None = None
    step_ids: tuple[StepId, ...] = ()
    step_numbers: tuple[str, ...] = ()
    minutes: int = 0
    size_bytes: int = 0
    modified_ns: int = 0
    manifest: str = ""
    cover: bytes | None = None
    problem: Refusal | None = None


def load(path: Path) -> tuple[CourseSummary, ...]:
    """Read the snapshot; nothing where there is none or it cannot be understood. Never raises."""
    try:
        stored = json.loads(path.read_bytes())
        if stored["version"] != _VERSION:
            return ()
        return tuple(_summary(course) for course in stored["courses"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return ()


def save(path: Path, courses: Sequence[CourseSummary]) -> None:
    """Write the snapshot; raises PlainError when the place cannot be written."""
    stored = {"version": _VERSION, "courses": [_stored(course) for course in courses]}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    write_file(path, json.dumps(stored).encode("ascii"))


def _stored(course: CourseSummary) -> dict[str, Any]:
    stored: dict[str, Any] = {name: getattr(course, name) for name in CourseSummary.__slots__}
    stored["path"] = str(course.path)
    stored["cover"] = None if course.cover is None else base64.b64encode(course.cover).decode("ascii")
    stored["problem"] = None if course.problem is None else dataclasses.asdict(course.problem)
    return stored


def _summary(stored: dict[str, Any]) -> CourseSummary:
    cover = stored["cover"]
    if len(stored["step_ids"]) != len(stored["step_numbers"]):
        raise ValueError("steps without numbers")
    return CourseSummary(
        Path(stored["path"]),
        CourseId(str(stored["course_id"])),
        str(stored["title"]),
        _text(stored["provider"]),
        _text(stored["language"]),
        tuple(StepId(str(step)) for step in stored["step_ids"]),
        tuple(str(number) for number in stored["step_numbers"]),
        int(stored["minutes"]),
        int(stored["size_bytes"]),
        int(stored["modified_ns"]),
        str(stored["manifest"]),
        None if cover is None else base64.b64decode(cover),
        _refusal(stored["problem"]),
    )


def _refusal(stored: dict[str, Any] | None) -> Refusal | None:
    if stored is None:
        return None
    refusal = Refusal(
        str(stored["sentence"]), tuple((str(name), str(value)) for name, value in stored["values"])
    )
    refusal.error()  # a sentence that does not fit its values is refused here, not when it is shown
    return refusal


def _text(value: object) -> str | None:
    return None if value is None else str(value)
