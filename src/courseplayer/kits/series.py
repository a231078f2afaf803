"""Twenty in a row: one prepared kit written to one stick after another, and which of them succeeded."""

from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.kits.making import PreparedKit
from courseplayer.kits.plan import MadeKit
from courseplayer.system.cancellation import Task


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one of the row went: ``made``, or ``problem`` in one sentence."""

    number: int
    destination: Path
    made: MadeKit | None = None
    problem: PlainError | None = None


class KitSeries:
    """Writes the same kit ``count`` times; ask ``obstacle`` before each, then ``make_next``."""

    def __init__(self, kit: PreparedKit, count: int) -> None:
        self.kit = kit
        self.count = count
        self.outcomes: list[Outcome] = []

    @property
    def made_count(self) -> int:
        """How many succeeded."""
        raise NotImplementedError

    @property
    def is_complete(self) -> bool:
        """Whether ``count`` kits have been made."""
        raise NotImplementedError

    def obstacle(self, destination: Path) -> PlainError | None:
        """Tell why the next cannot be written here yet: no stick, or the one just done; None when it can."""
        raise NotImplementedError

    def make_next(self, destination: Path, task: Task) -> Outcome:
        """Write the next; a failure is an outcome and the row goes on. Raises Cancelled only."""
        raise NotImplementedError
