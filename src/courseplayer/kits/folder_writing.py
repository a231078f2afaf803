"""Writes a kit into a folder or onto a stick: aside first, read back, and only then under its names."""

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from courseplayer.coursefile.stick.sums import listed_places
from courseplayer.kits import read_back, refusals
from courseplayer.kits.kit_files import SUMS, KitFile
from courseplayer.system.atomic import sync_folder
from courseplayer.system.cancellation import SilentTask, Task, TaskPart
from courseplayer.system.volumes import volume_of

_ASIDE = re.compile(r"\.courseplayer-kit-[0-9a-f]{16}\.partial")


@dataclass(frozen=True, slots=True)
class Written:
    """What was done in a folder."""

    files_written: int
    files_kept: int
    bytes_written: int


def write_folder(
    files: Sequence[KitFile], destination: Path, own_folders: Sequence[str], task: Task
) -> Written:
    """Write the files below a folder; what has the same name is replaced, whatever else is there stays.

    Files that an earlier kit listed in ``own_folders`` and this one has no more are removed if they are as
    listed. Until every file has been read back nothing under its name is changed; on failure and when
    cancelled that is undone, and nothing of the new is left. Progress counts bytes, written and read back.
    Raises PlainError.
    """
    total = 2 * sum(file.size_bytes for file in files)
    with _told_plainly(destination), _folder(destination):
        _remove_leftovers(destination)
        _refuse_what_is_in_the_way(files, destination)
        wanted, kept_bytes = [], 0
        for file in files:
            part = TaskPart(task, 2 * kept_bytes, 2 * (kept_bytes + file.size_bytes), max(1, total))
            if _is_there(file, destination, part):
                kept_bytes += file.size_bytes
            else:
                wanted.append(file)
        _refuse_what_does_not_fit(wanted, destination)
        earlier = dict(listed_places(destination / SUMS))
        with _aside(destination) as aside:
            rest = TaskPart(task, 2 * kept_bytes, total, max(1, total))
            _write_and_compare(wanted, aside, destination, rest)
            with _Exchange(aside, destination) as exchange:
                exchange.put(wanted)
                exchange.take_away(_obsolete(earlier, files, own_folders, destination))
        # The last of it, so that the stick may be pulled now.
        sync_folder(destination)
    return Written(len(wanted), len(files) - len(wanted), sum(file.size_bytes for file in wanted))


@contextmanager
def _told_plainly(destination: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refusal:
        file = Path(refusal.filename) if isinstance(refusal.filename, str) else destination
        raise refusals.destination_error(refusal, destination, file) from refusal


@contextmanager
def _folder(destination: Path) -> Iterator[None]:
    """Have the folder, and take away again what of it was made for nothing."""
    is_new = not destination.exists()
    if is_new:
        # Not its parents: a stick that is not there must not become a folder of this name on the computer.
        refusals.refuse_missing(destination.parent)
        destination.mkdir()
    elif not destination.is_dir():
        raise refusals.in_the_way(destination)
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):
                destination.rmdir()
        raise


def _remove_leftovers(destination: Path) -> None:
    """Take away what an earlier run left when the stick was pulled; the name says that it is ours."""
    for entry in destination.iterdir():
        if _ASIDE.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)


def _refuse_what_is_in_the_way(files: Iterable[KitFile], destination: Path) -> None:
    for file in files:
        target = destination / file.place
        if target.is_symlink() or (target.exists() and not target.is_file()):
            raise refusals.in_the_way(target)
        for folder in list(target.parents)[: len(Path(file.place).parts) - 1]:
            # A link would lead out of the kit.
            if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
                raise refusals.in_the_way(folder)


def _is_there(file: KitFile, destination: Path, task: Task) -> bool:
    target = destination / file.place
    try:
        if target.stat().st_size != file.size_bytes:
            return False
        return read_back.hash_of(target, task) == file.sha256
    except OSError:
        return False


def _refuse_what_does_not_fit(files: Sequence[KitFile], destination: Path) -> None:
    volume = volume_of(destination)
    largest = volume.largest_file_bytes
    for file in files:
        if largest is not None and file.size_bytes > largest:
            raise refusals.too_large(file.place, destination)
    needed_bytes = sum(file.size_bytes + -file.size_bytes % volume.unit_bytes for file in files)
    if volume.free_bytes is not None and needed_bytes > volume.free_bytes:
        raise refusals.full(needed_bytes, volume.free_bytes, destination)


@contextmanager
def _aside(destination: Path) -> Iterator[Path]:
    folder = destination / f".courseplayer-kit-{secrets.token_hex(8)}.partial"
    folder.mkdir()
    try:
        yield folder
    finally:
        # A stick that was pulled cannot be tidied: the next kit made on it does that.
        shutil.rmtree(folder, ignore_errors=True)


def _write_and_compare(files: Sequence[KitFile], aside: Path, destination: Path, task: Task) -> None:
    total = max(1, 2 * sum(file.size_bytes for file in files))
    done_bytes = 0
    for file in files:
        target = aside / file.place
        _make_below(aside, target.parent)
        _write_synced(file, target, TaskPart(task, done_bytes, done_bytes + file.size_bytes, total))
        done_bytes += file.size_bytes
    # Only after all has been written: what was written first has left the system's memory by then.
    for file in files:
        part = TaskPart(task, done_bytes, done_bytes + file.size_bytes, total)
        read_back.compare(aside / file.place, file.sha256, destination, part)
        done_bytes += file.size_bytes


def _make_below(root: Path, folder: Path) -> list[Path]:
    """Make what is missing between two folders; never the upper one, which goes when a stick is pulled."""
    between = [one for one in (folder, *folder.parents) if one != root and one.is_relative_to(root)]
    made = []
    for one in reversed(between):
        if not one.exists():
            one.mkdir()
            made.append(one)
    return made


def _write_synced(file: KitFile, target: Path, task: Task) -> None:
    done_bytes = 0
    with target.open("xb") as opened:
        task.advance(0, 1)
        for piece in file.pieces():
            opened.write(piece)
            done_bytes += len(piece)
            task.advance(done_bytes, file.size_bytes)
        opened.flush()
        os.fsync(opened.fileno())
        read_back.forget_cached(opened.fileno())
    if file.is_program:
        # FAT knows no rights; there the system decides for the whole stick.
        with suppress(OSError):
            target.chmod(0o755)


class _Exchange:
    """Gives files their names, one after the other; a failure in between takes every name back."""

    def __init__(self, aside: Path, destination: Path) -> None:
        self._aside = aside
        self._destination = destination
        self._undo: list[tuple[Path, Path | None]] = []
        self._made: list[Path] = []
        self._number = 0

    def put(self, files: Iterable[KitFile]) -> None:
        """Move the files from aside to their places."""
        for file in files:
            target = self._destination / file.place
            self._make(target.parent)
            before = self._set_aside(target)
            self._undo.append((target, before))
            (self._aside / file.place).replace(target)

    def take_away(self, targets: Iterable[Path]) -> None:
        """Remove files."""
        for target in targets:
            self._undo.append((target, self._set_aside(target)))

    def __enter__(self) -> "_Exchange":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_more: object) -> None:
        if kind is not None:
            self._take_back()
        touched = {folder for target, _before in self._undo for folder in target.parents}
        for folder in sorted(one for one in touched if one.is_relative_to(self._destination)):
            sync_folder(folder)

    def _take_back(self) -> None:
        for target, before in reversed(self._undo):
            with suppress(OSError):
                if before is None:
                    target.unlink(missing_ok=True)
                else:
                    before.replace(target)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def _set_aside(self, target: Path) -> Path | None:
        if not target.exists():
            return None
        self._number += 1
        before = self._aside / f"before-{self._number}"
        target.replace(before)
        return before

    def _make(self, folder: Path) -> None:
        self._made += _make_below(self._destination, folder)


def _obsolete(
    earlier: dict[str, str], files: Iterable[KitFile], own_folders: Sequence[str], destination: Path
) -> list[Path]:
    """Return what an earlier kit put into our folders, is as it was, and is not in the new one."""
    present = {file.place.casefold() for file in files}
    found = []
    for place, sha256 in earlier.items():
        target = destination / place
        is_ours = place.split("/")[0] in own_folders and place.casefold() not in present
        below = [one for one in (target, *target.parents) if one.is_relative_to(destination)]
        if not is_ours or any(one.is_symlink() for one in below if one != destination):
            continue
        with suppress(OSError):
            if target.is_file() and read_back.hash_of(target, SilentTask()) == sha256:
                found.append(target)
    return found
