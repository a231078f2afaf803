"""The size meter: what a kit needs, and what there is at its destination."""

from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.kits.plan import KitPlan


@dataclass(frozen=True, slots=True)
class KitMeasure:
    """How large a kit is and whether it fits.

    ``there_bytes`` are of files that lie there already with the same name and size; they are compared and,
    when equal, not written. ``free_bytes`` and ``file_system`` are None where they cannot be told.
    ``too_large`` are files larger than a file can be there (4 GiB - 1 on FAT32).
    """

    needed_bytes: int
    there_bytes: int
    free_bytes: int | None
    file_system: str | None
    too_large: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it can be written there, as far as can be told."""
        raise NotImplementedError

    def problem(self) -> PlainError | None:
        """Tell in one sentence why it does not fit, None where it does."""
        raise NotImplementedError


def measure_kit(plan: KitPlan) -> KitMeasure:
    """Measure without reading more than sizes, for a meter that follows each choice; raises PlainError.

    Fast, but it asks the stick: not on the window's thread.
    """
    raise NotImplementedError


def is_same_volume(one: Path, other: Path) -> bool:
    """Whether two places are on the same stick or disk."""
    raise NotImplementedError
