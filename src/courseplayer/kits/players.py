"""Finds the ready programs that kits are made from: our archives, installers and unpacked folders."""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError, storage_error
from courseplayer.coursefile.stick.sums import listed_places
from courseplayer.kits.kit_files import SUMS, digest_of
from courseplayer.kits.plan import BuildKind, PlayerBuild, PlayerFile, PlayerSystem, Target
from courseplayer.kits.player_files import NO_PLAYER, PROGRAMS, NoPlayerError, list_player, refuse_odd_places
from courseplayer.system.cancellation import Task, TaskPart
from courseplayer.system.kit_file import find_kit
from courseplayer.system.paths import program_folder

PLAYERS = "players"
_ARCHIVES = {".xz": BuildKind.TAR, ".zip": BuildKind.ZIP}
_MOST_ENTRIES = 200
_WINDOWS_START = b"MZ"
_IMAGE_END = b"koly"
_IMAGE_END_BYTES = 512

_NO_SETUP = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is no setup program or disk image of Course Player; nothing was written. "
    "Take it as the project hands it out.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not as its checksum in SHA256SUMS says, so no kit was made from it. "
    "Copy it again from where it came from.",
)


def player_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return where ready programs may lie: ``players`` beside the program or in its kit, and its kit."""
    program = program_folder(environ)
    kit = find_kit(environ)
    folders = [program / PLAYERS]
    if kit is not None and kit.folder != program:
        folders += [kit.folder / PLAYERS, kit.folder]
    return tuple(folders)


def find_players(folders: Iterable[Path], task: Task) -> tuple[PlayerBuild, ...]:
    """Return every ready program in these folders and the one that runs; reads archives, so seconds each.

    What cannot be used is passed over. Never raises but Cancelled.
    """
    places = [Path(sys.executable).resolve().parent] if getattr(sys, "frozen", False) else []
    for folder in folders:
        places += [folder, *_entries(folder)]
    found = []
    for place in dict.fromkeys(places):
        try:
            found.append(read_player(place, task))
        except PlainError:
            continue
    return tuple(found)


def choose_players(builds: Iterable[PlayerBuild], target: Target) -> tuple[PlayerBuild, ...]:
    """Return one program for each system that a kit of this form can hold, the newest by its name."""
    chosen: dict[PlayerSystem, PlayerBuild] = {}
    for build in sorted(builds, key=_age):
        if suits(build, target):
            chosen[build.system] = build
    return tuple(chosen[system] for system in PlayerSystem if system in chosen)


def suits(build: PlayerBuild, target: Target) -> bool:
    """Whether a program can go into a kit of this form."""
    if target is Target.FOLDER:
        return build.kind is not BuildKind.SETUP
    if target is Target.WINDOWS:
        return build.kind is BuildKind.SETUP
    return target is Target.RUN and build.system is PlayerSystem.LINUX


def read_player(path: Path, task: Task) -> PlayerBuild:
    """Say what a ready program is: archive, setup .exe, .dmg or unpacked folder; raises BadInputError."""
    try:
        if path.is_dir():
            kind = BuildKind.FOLDER
        elif path.suffix.lower() in {".exe", ".dmg"}:
            return _whole_file(path)
        elif path.suffix.lower() in _ARCHIVES:
            kind = _ARCHIVES[path.suffix.lower()]
        else:
            # What is not there is told as that; an MSI is no damaged archive.
            path.stat()
            raise NoPlayerError(NO_PLAYER, file=path)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    return list_player(path, kind, task)


def check_sum(path: Path, task: Task) -> None:
    """Compare a file with what ``SHA256SUMS`` beside it says of it, if that does; raises BadInputError."""
    told = [digest for place, digest in listed_places(path.parent / SUMS) if place == path.name]
    if not told:
        return
    try:
        with path.open("rb") as file:
            # What follows counts the bytes of the file; this can only be cancelled.
            sha256, _size_bytes = digest_of(file, TaskPart(task, 0, 0, 1))
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    if told != [sha256]:
        raise BadInputError(_CHANGED, file=path)


def _whole_file(path: Path) -> PlayerBuild:
    try:
        with path.open("rb") as file:
            start = file.read(len(_WINDOWS_START))
            size_bytes = file.seek(0, 2)
            file.seek(max(0, size_bytes - _IMAGE_END_BYTES))
            end = file.read(len(_IMAGE_END))
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    refuse_odd_places([path.name], path)
    whole = (PlayerFile(path.name, size_bytes),)
    if path.suffix.lower() == ".dmg" and end == _IMAGE_END:
        return PlayerBuild(PlayerSystem.MACOS, BuildKind.IMAGE, path, whole)
    is_program = path.name.lower() == PROGRAMS[PlayerSystem.WINDOWS]
    if path.suffix.lower() == ".exe" and start == _WINDOWS_START and not is_program:
        return PlayerBuild(PlayerSystem.WINDOWS, BuildKind.SETUP, path, whole)
    raise BadInputError(_NO_SETUP, file=path)


def _entries(folder: Path) -> list[Path]:
    try:
        entries = sorted(one for one in folder.iterdir() if not one.name.startswith("."))
    except OSError:
        return []
    return [one for one in entries[:_MOST_ENTRIES] if _may_be_player(one)]


def _may_be_player(path: Path) -> bool:
    name = path.name.lower()
    if path.is_dir():
        return any((path / program).is_file() for program in PROGRAMS.values())
    is_archive = name.startswith("courseplayer") and name.endswith((".tar.xz", ".zip"))
    return is_archive or name.endswith((".dmg", "setup.exe"))


def _age(build: PlayerBuild) -> tuple[bool, tuple[int, ...], str]:
    # A stick that makes sticks holds the version that runs; names of archives hold theirs.
    numbers = re.search(r"\d+(?:\.\d+)+", build.path.name)
    version = tuple(map(int, numbers[0].split("."))) if numbers else ()
    return build.kind is BuildKind.FOLDER, version, build.path.name
