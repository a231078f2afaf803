"""How far a learner has come in a course."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from courseplayer.course.ids import StepId
from courseplayer.course.location import Location

if TYPE_CHECKING:
    from courseplayer.course.outline import Outline, StepOutline, Week


@dataclass(frozen=True, slots=True)
class CourseProgress:
    """Steps marked as complete, the last place, and where each medium was left (ms)."""

    done: frozenset[StepId] = frozenset()
    last: Location | None = None
    positions_ms: Mapping[StepId, int] = field(default_factory=dict)

    def done_in(self, part: "Outline | Week") -> tuple[int, int]:
        """Return how many steps of a course or week are complete, and how many there are."""
        steps = [step.id for step in part.steps()]
        return sum(step in self.done for step in steps), len(steps)

    def continue_at(self, outline: "Outline") -> "StepOutline | None":
        """Return the step to go on with: the one left last, else the first not complete, else the first."""
        if self.last is not None and self.last.step_id is not None:
            left_at = outline.step(self.last.step_id)
            if left_at is not None:
                return left_at
        steps = tuple(outline.steps())
        return next((step for step in steps if step.id not in self.done), steps[0] if steps else None)
