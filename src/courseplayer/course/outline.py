"""The outline of a course: weeks, activities and steps, and who made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from courseplayer.course.ids import AssetId, CourseId, StepId

__all__ = [
    "Activity",
    "AssetId",
    "CourseId",
    "CourseInfo",
    "Licence",
    "Outline",
    "Person",
    "StepId",
    "StepKind",
    "StepOutline",
    "Week",
]


class StepKind(StrEnum):
    """What a learner does in a step."""

    VIDEO = "video"
    AUDIO = "audio"
    ARTICLE = "article"
    DISCUSSION = "discussion"
    QUIZ = "quiz"
    ASSIGNMENT = "assignment"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms under which something may be used, and whom to name."""

    name: str
    url: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """An educator who speaks or writes in the course."""

    name: str
    role: str | None = None
    about: str | None = None
    picture: AssetId | None = None


@dataclass(frozen=True, slots=True)
class CourseInfo:
    """What the front page of a course says. ``summary_html`` is sanitised article HTML."""

    id: CourseId
    title: str
    provider: str | None = None
    language: str | None = None
    summary_html: str = ""
    licence: Licence | None = None
    people: tuple[Person, ...] = ()
    cover: AssetId | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class StepOutline:
    """One step as the navigation shows it; ``number`` is ``week.step`` such as ``6.1``."""

    id: StepId
    number: str
    kind: StepKind
    title: str
    minutes: int | None = None
    is_preview: bool = False


@dataclass(frozen=True, slots=True)
class Activity:
    """A block of steps inside a week; its number is not part of a step's number."""

    title: str
    steps: tuple[StepOutline, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the course."""

    number: int
    title: str
    activities: tuple[Activity, ...]

    def steps(self) -> Iterator[StepOutline]:
        """Yield the week's steps in order."""
        for activity in self.activities:
            yield from activity.steps


@dataclass(frozen=True, slots=True)
class Outline:
    """A course from above: everything the shelf, the front page and the navigation need."""

    course: CourseInfo
    weeks: tuple[Week, ...]

    def steps(self) -> Iterator[StepOutline]:
        """Yield every step of the course in order."""
        for week in self.weeks:
            yield from week.steps()

    def step(self, step_id: StepId) -> StepOutline | None:
        """Return the step with this id, None if the course has no such step."""
        return next((step for step in self.steps() if step.id == step_id), None)

    def step_numbered(self, number: str) -> StepOutline | None:
        """Return the step with this number (``6.1``), None if there is none."""
        return next((step for step in self.steps() if step.number == number), None)

    def before(self, step_id: StepId) -> StepOutline | None:
        """Return the step that comes before this one, None at the beginning."""
        return self._beside(step_id, -1)

    def after(self, step_id: StepId) -> StepOutline | None:
        """Return the step that follows this one, None at the end."""
        return self._beside(step_id, +1)

    def previews(self) -> tuple[StepOutline, ...]:
        """Return the steps that give a taste of the course."""
        return tuple(step for step in self.steps() if step.is_preview)

    def _beside(self, step_id: StepId, offset: int) -> StepOutline | None:
        steps = tuple(self.steps())
        for index, step in enumerate(steps):
            if step.id == step_id and 0 <= index + offset < len(steps):
                return steps[index + offset]
        return None
