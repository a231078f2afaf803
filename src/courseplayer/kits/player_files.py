"""What of a ready program goes into a kit, read from an unpacked folder, a .tar.xz or a .zip."""

import lzma
import os
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.kits.plan import BuildKind, PlayerBuild, PlayerFile, PlayerSystem
from courseplayer.system.cancellation import Task
from courseplayer.system.file_names import portable_file_name

PROGRAMS = {PlayerSystem.LINUX: "courseplayer", PlayerSystem.WINDOWS: "courseplayer.exe"}
START_SCRIPT = "start-courseplayer.sh"
_INTERNAL = "_internal"
_BESIDE = {START_SCRIPT, "README.txt"}
_PIECE_BYTES = 1024 * 1024
_MOST_FILES = 20_000
_MOST_BYTES = 4_000_000_000
_UNREADABLE = (lzma.LZMAError, zlib.error, zipfile.BadZipFile)
# The trainer's tools may have been unpacked over the program; learners need none of it.
_TOOLS = re.compile(r"_internal/(?:av|av\.libs|PIL|pillow\.libs|courseplayer/third-party/tools)/")

NO_PLAYER = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds no Course Player that a kit could be made from; nothing was written. "
    "Take an archive, a setup program or an unpacked folder as the project hands them out.",
)
_BROKEN = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is damaged, so no kit can be made from it; nothing was written. "
    "Copy it again from where it came from.",
)
_ODD_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds a file that cannot lie on every stick ({name}), so no kit was made from it. "
    "Take it as the project hands it out.",
)


class NoPlayerError(BadInputError):
    """There is no program of ours in this file or folder."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    size_bytes: int


def list_player(path: Path, kind: BuildKind, task: Task) -> PlayerBuild:
    """Say for which system a program is and what of it goes into a kit; raises BadInputError."""
    with _told_plainly(path):
        system, top, files = _chosen(list(_entries(path, kind, task)), path)
    return PlayerBuild(system, kind, path, files, top)


def unpack_player(player: PlayerBuild, folder: Path, task: Task) -> None:
    """Put the files of an archive below a folder; links are never made. Progress counts bytes.

    Raises BadInputError where the archive is not as it was when it was listed.
    """
    wanted = {f"{player.top}{file.place}": file for file in player.files}
    done_bytes, total = 0, max(1, player.size_bytes)
    with _told_plainly(player.path):
        for name, stream in _streams(player.path, player.kind):
            task.advance(done_bytes, total)
            file = wanted.pop(name, None)
            if file is None:
                continue
            for piece in _pieces(stream, file.size_bytes):
                _append(folder / file.place, piece)
                done_bytes += len(piece)
                task.advance(done_bytes, total)
            if stream.read(1):
                raise BadInputError(_BROKEN, file=player.path)
    if wanted or done_bytes != player.size_bytes:
        raise BadInputError(_BROKEN, file=player.path)


def _pieces(stream: IO[bytes], most_bytes: int) -> Iterator[bytes]:
    left = most_bytes
    while True:
        piece = stream.read(min(left, _PIECE_BYTES))
        yield piece
        left -= len(piece)
        if not piece or left <= 0:
            return


def _append(target: Path, piece: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("ab") as file:
            file.write(piece)
    except OSError as refusal:
        raise storage_error(refusal, target) from refusal


def refuse_odd_places(places: Iterable[str], source: Path) -> None:
    """Raise BadInputError for a place that some system could not store, or that only differs by case."""
    seen: set[str] = set()
    for place in places:
        is_odd = any(portable_file_name(part) != part for part in PurePosixPath(place).parts)
        if is_odd or place.casefold() in seen:
            raise BadInputError(_ODD_NAME, file=source, name=place)
        seen.add(place.casefold())


def _chosen(entries: list[_Entry], path: Path) -> tuple[PlayerSystem, str, tuple[PlayerFile, ...]]:
    names = {entry.name for entry in entries}
    found = [
        (len(top), system, top)
        for system, program in PROGRAMS.items()
        for name in names
        if PurePosixPath(name).name == program
        for top in (name.removesuffix(program),)
        if any(other.startswith(f"{top}{_INTERNAL}/") for other in names)
    ]
    if not found:
        raise NoPlayerError(NO_PLAYER, file=path)
    _length, system, top = min(found)
    files = []
    for entry in entries:
        place = entry.name.removeprefix(top)
        if entry.name.startswith(top) and _is_wanted(place, system):
            is_program = place in {PROGRAMS[system], START_SCRIPT}
            files.append(PlayerFile(place, entry.size_bytes, is_program))
    refuse_odd_places((file.place for file in files), path)
    return system, top, tuple(sorted(files, key=lambda file: file.place))


def _is_wanted(place: str, system: PlayerSystem) -> bool:
    if place.startswith(f"{_INTERNAL}/"):
        return not _TOOLS.match(place)
    return place == PROGRAMS[system] or place in _BESIDE


def _entries(path: Path, kind: BuildKind, task: Task) -> Iterator[_Entry]:
    total_bytes = 0
    for number, entry in enumerate(_all_entries(path, kind)):
        task.advance(0, 1)
        total_bytes += entry.size_bytes
        if number >= _MOST_FILES or total_bytes > _MOST_BYTES:
            raise NoPlayerError(NO_PLAYER, file=path)
        yield entry


def _all_entries(path: Path, kind: BuildKind) -> Iterator[_Entry]:
    if kind is BuildKind.TAR:
        with _tar(path) as archive:
            for member in archive:
                if member.isreg():
                    yield _Entry(_plain(member.name, path), member.size)
    elif kind is BuildKind.ZIP:
        with zipfile.ZipFile(path) as packed:
            for info in packed.infolist():
                if not info.is_dir():
                    yield _Entry(_plain(info.filename, path), info.file_size)
    else:
        for file in _walked(path):
            yield _Entry(file.relative_to(path).as_posix(), file.stat().st_size)


def _streams(path: Path, kind: BuildKind) -> Iterator[tuple[str, IO[bytes]]]:
    if kind is BuildKind.TAR:
        with _tar(path) as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.isreg() else None
                if stream is not None:
                    yield _plain(member.name, path), stream
    elif kind is BuildKind.ZIP:
        with zipfile.ZipFile(path) as packed:
            for info in packed.infolist():
                if not info.is_dir():
                    with packed.open(info) as opened:
                        yield _plain(info.filename, path), opened


@contextmanager
def _tar(path: Path) -> Iterator[tarfile.TarFile]:
    """Give an archive to be read from start to end, which is where it shows whether it is whole."""
    with lzma.open(path) as stream:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            yield archive
        while stream.read(_PIECE_BYTES):
            pass


def _walked(path: Path) -> Iterator[Path]:
    # Only where the program itself lies: around it may be courses, learners' data, a whole stick.
    for entry in sorted(path.iterdir()):
        if entry.name == _INTERNAL and not entry.is_symlink():
            for folder, folders, names in os.walk(entry):
                folders.sort()
                files = (Path(folder, name) for name in sorted(names))
                yield from (file for file in files if file.is_file() and not file.is_symlink())
        elif entry.is_file() and not entry.is_symlink():
            yield entry


def _plain(name: str, path: Path) -> str:
    place = PurePosixPath(name.replace("\\", "/"))
    if place.is_absolute() or ".." in place.parts or ":" in name:
        raise BadInputError(_ODD_NAME, file=path, name=name)
    return place.as_posix()


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    except (*_UNREADABLE, tarfile.TarError, EOFError, ValueError, NotImplementedError) as broken:
        raise BadInputError(_BROKEN, file=path) from broken
