"""The size meter: what a kit needs, and what there is at its destination."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.kits import refusals
from courseplayer.kits.plan import BuildKind, KitPlan, Target
from courseplayer.system.file_names import portable_file_name
from courseplayer.system.kit_names import COURSES
from courseplayer.system.volumes import Volume, volume_of

_SMALL_FILES_BYTES = 200_000
"""The start page, the checksums, the settings."""


@dataclass(frozen=True, slots=True)
class KitMeasure:
    """How large a kit is and whether it fits.

    ``there_bytes`` are of files that lie there already with the same name and size; they are compared and,
    when equal, not written. ``free_bytes`` and ``file_system`` are None where they cannot be told.
    ``too_large`` are files larger than a file can be there (4 GiB - 1 on FAT32).
    """

    destination: Path
    needed_bytes: int
    there_bytes: int
    free_bytes: int | None
    file_system: str | None
    too_large: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it can be written there, as far as can be told."""
        return self.problem() is None

    def problem(self) -> PlainError | None:
        """Tell in one sentence why it does not fit, None where it does."""
        if self.too_large:
            return refusals.too_large(self.too_large[0], self.destination)
        wanted_bytes = self.needed_bytes - self.there_bytes
        if self.free_bytes is not None and wanted_bytes > self.free_bytes:
            return refusals.full(wanted_bytes, self.free_bytes, self.destination)
        return None


def measure_kit(plan: KitPlan) -> KitMeasure:
    """Measure without reading more than sizes, for a meter that follows each choice; raises PlainError.

    Fast, but it asks the stick: not on the window's thread.
    """
    volume = volume_of(plan.destination)
    sizes = list(_sizes(plan))
    total = sum(size_bytes for _place, size_bytes in sizes) + _SMALL_FILES_BYTES
    if plan.target.is_file:
        largest = volume.largest_file_bytes
        is_too_large = largest is not None and total > largest
        names = (plan.destination.name,) if is_too_large else ()
        return KitMeasure(plan.destination, total, 0, volume.free_bytes, volume.file_system, names)
    there = [(place, size) for place, size in sizes if _has(plan.destination / place, size)]
    return KitMeasure(
        plan.destination,
        _on_disk(sizes, volume) + _SMALL_FILES_BYTES,
        _on_disk(there, volume),
        volume.free_bytes,
        volume.file_system,
        tuple(place for place, size in sizes if size > (volume.largest_file_bytes or size)),
    )


def is_same_volume(one: Path, other: Path) -> bool:
    """Whether two places are on the same stick or disk."""
    devices = {volume_of(one).device, volume_of(other).device}
    return len(devices) == 1 and None not in devices


def _sizes(plan: KitPlan) -> Iterator[tuple[str, int]]:
    for course in dict.fromkeys(plan.courses):
        try:
            yield f"{COURSES}/{portable_file_name(course.name)}", course.stat().st_size
        except OSError as refusal:
            raise storage_error(refusal, course) from refusal
    if plan.target in {Target.DEB, Target.COURSES}:
        return
    for player in plan.players:
        if player.kind in {BuildKind.SETUP, BuildKind.IMAGE}:
            below = "" if plan.target is Target.WINDOWS else f"{player.system}/"
            yield f"{below}{player.path.name}", player.size_bytes
        else:
            for file in player.files:
                yield f"{player.system}/{file.place}", file.size_bytes


def _has(file: Path, size_bytes: int) -> bool:
    try:
        return file.stat().st_size == size_bytes
    except OSError:
        return False


def _on_disk(sizes: list[tuple[str, int]], volume: Volume) -> int:
    return sum(size_bytes + -size_bytes % volume.unit_bytes for _place, size_bytes in sizes)
