"""Where the learner's store lies; known before the first paint, so it brings nothing else."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StorePlaces:
    """Where the store and its backups are; ``is_portable``: on a stick or a network share."""

    store: Path
    second_backups: Path | None = None
    is_portable: bool = False

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.store.parent / "backups"
