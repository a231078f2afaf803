"""What the window does about kits in jobs; plain values go in and come out.

Everything below imports its room when it is first needed: no window that makes no kit needs any of it.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.kits.plan import KitPlan, PlayerBuild
from courseplayer.system.atomic import write_file
from courseplayer.system.clock import Clock
from courseplayer.system.paths import Paths
from courseplayer.system.volumes import volume_of
from courseplayer.ui.jobs import Job
from courseplayer.ui.kits.place_step import OfferedStick

if TYPE_CHECKING:
    from courseplayer.kits.measuring import KitMeasure
    from courseplayer.kits.series import Outcome
    from courseplayer.kits.workshop import KitWorkshop


def find_players(environ: dict[str, str], job: "Job[tuple[PlayerBuild, ...]]") -> tuple[PlayerBuild, ...]:
    """Return the ready programs at hand."""
    from courseplayer.kits.players import find_players, player_folders  # noqa: PLC0415

    return find_players(player_folders(environ), job)


def read_players(files: tuple[Path, ...], job: "Job[tuple[PlayerBuild, ...]]") -> tuple[PlayerBuild, ...]:
    """Say what these files are; raises BadInputError for one that is no ready program."""
    from courseplayer.kits.players import read_player  # noqa: PLC0415

    return tuple(read_player(file, job) for file in files)


def find_sticks(paths: Paths, _job: object) -> tuple[OfferedStick, ...]:
    """Return the sticks that are plugged in; not the disk that this account lives on."""
    if not paths.looks_on_sticks:
        return ()
    own = volume_of(Path.home()).device
    found = []
    for root in paths.stick_roots():
        if os.path.ismount(root):
            volume = volume_of(root)
            if volume.device not in {own, None}:
                found.append(OfferedStick(root, volume.free_bytes, volume.file_system))
    return tuple(found)


def measure(plan: "KitPlan", _job: object) -> "KitMeasure":
    """Measure a kit at its place."""
    from courseplayer.kits.measuring import measure_kit  # noqa: PLC0415

    return measure_kit(plan)


def prepare(workshop: "KitWorkshop", clock: Clock, job: "Job[int]") -> int:
    """Check and read all parts; returns the size in bytes."""
    return workshop.prepare(clock.now(), job)


def make(workshop: "KitWorkshop", place: Path, job: "Job[Outcome]") -> "Outcome":
    """Write the first of the row."""
    return workshop.make(place, job)


def make_another(workshop: "KitWorkshop", place: Path, job: "Job[Outcome]") -> "Outcome":
    """Write the next of the row."""
    return workshop.make_another(place, job)


def save_sheet(workshop: "KitWorkshop", path: Path, _job: object) -> Path:
    """Save the sheet to be printed, as PDF; returns where. Raises PlainError."""
    write_file(path, workshop.sheet())
    return path


def close(workshop: "KitWorkshop", _job: object) -> None:
    """Remove what was unpacked."""
    workshop.close()
