"""How courses and their steps are called, for files that leave: from what the shelf knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from courseplayer.course.outline import CourseId, StepId
from courseplayer.coursefile import snapshot


@dataclass(frozen=True, slots=True)
class CourseNames:
    """The title of a course and the numbers of its steps."""

    title: str
    steps: Mapping[StepId, str] = field(default_factory=dict)


def known_courses(shelf_snapshot: Path) -> dict[CourseId, CourseNames]:
    """Return what the shelf saw last; a course that was never seen there goes by its id."""
    return {
        one.course_id: CourseNames(one.title, dict(zip(one.step_ids, one.step_numbers, strict=False)))
        for one in snapshot.load(shelf_snapshot)
        if one.problem is None
    }
