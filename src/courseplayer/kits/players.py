"""Finds the ready programs that kits are made from: our archives, installers and unpacked folders."""

from collections.abc import Mapping
from pathlib import Path

from courseplayer.kits.plan import PlayerBuild
from courseplayer.system.cancellation import Task


def player_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return where ready programs may lie: ``players`` beside the program or in its kit, and its kit."""
    raise NotImplementedError


def find_players(folders: tuple[Path, ...], task: Task) -> tuple[PlayerBuild, ...]:
    """Return every ready program in these folders and the one that runs; reads archives, so seconds each.

    What cannot be used is passed over. Never raises but Cancelled.
    """
    raise NotImplementedError


def read_player(path: Path, task: Task) -> PlayerBuild:
    """Say what a ready program is: archive, setup .exe, .dmg or unpacked folder; raises BadInputError."""
    raise NotImplementedError
