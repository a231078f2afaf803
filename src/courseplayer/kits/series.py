"""Twenty in a row: one prepared kit written to one stick after another, and which of them succeeded."""

from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.kits.making import PreparedKit, holds_kit, write_kit
from courseplayer.kits.measuring import is_same_volume
from courseplayer.kits.plan import MadeKit
from courseplayer.system.cancellation import Task
from courseplayer.system.paths import is_folder

_NO_STICK = QT_TRANSLATE_NOOP("errors", "There is no stick at {place} yet. Plug in the next one.")
_SAME_STICK = QT_TRANSLATE_NOOP(
    "errors", "The stick at {place} has this kit already. Pull it out and plug in the next one."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one of the row went: ``made``, or ``problem`` in one sentence."""

    number: int
    destination: Path
    made: MadeKit | None = None
    problem: PlainError | None = None


class KitSeries:
    """Writes the same kit ``count`` times; ask ``obstacle`` before each, then ``make_next``.

    ``outcomes`` has one for each attempt; ``number`` counts the kits, so that an attempt after a failure has
    the number of the failed one.
    """

    def __init__(self, kit: PreparedKit, count: int) -> None:
        self.kit = kit
        self.count = count
        self.outcomes: list[Outcome] = []
        self._were_apart = False

    @property
    def made_count(self) -> int:
        """How many succeeded."""
        return sum(outcome.made is not None for outcome in self.outcomes)

    @property
    def is_complete(self) -> bool:
        """Whether ``count`` kits have been made."""
        return self.made_count >= self.count

    def obstacle(self, destination: Path) -> PlainError | None:
        """Tell why the next cannot be written here yet: no stick, or the one just done; None when it can.

        A stick counts as another one when this very kit is not on it: also one that was emptied.
        """
        # Where a stick was, its empty folder may stay, on the disk of the computer.
        is_gone = self._were_apart and not _is_apart(destination)
        if is_gone or (self.count > 1 and not is_folder(destination)):
            return PlainError(_NO_STICK, place=destination)
        if holds_kit(self.kit, destination):
            return PlainError(_SAME_STICK, place=destination)
        return None

    def make_next(self, destination: Path, task: Task) -> Outcome:
        """Write the next; a failure is an outcome and the row goes on. Raises Cancelled only."""
        number = self.made_count + 1
        self._were_apart = self._were_apart or _is_apart(destination)
        try:
            outcome = Outcome(number, destination, made=write_kit(self.kit, destination, task))
        except PlainError as problem:
            outcome = Outcome(number, destination, problem=problem)
        self.outcomes.append(outcome)
        return outcome


def _is_apart(place: Path) -> bool:
    """Whether a place is on another disk than the computer's own files."""
    return not is_same_volume(place, Path(place.absolute().anchor))
