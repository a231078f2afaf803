"""Writes a kit that is one file: aside first, read back, and only then under its name."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from courseplayer.course.errors import PlainError
from courseplayer.kits import read_back, refusals
from courseplayer.kits.kit_files import PIECE_BYTES
from courseplayer.system.atomic import refuse_what_is_no_file, sync_folder
from courseplayer.system.cancellation import Task
from courseplayer.system.volumes import volume_of

Stretch = tuple[int, str]
"""How many bytes follow, and their hash."""


def write_single(
    destination: Path,
    most_bytes: int,
    write: Callable[[BinaryIO], Sequence[Stretch]],
    task: Task,
    *,
    is_program: bool = False,
) -> int:
    """Let ``write`` fill a file, read it back, compare it with the hashes it returned, and give it its name.

    Returns the size. ``most_bytes`` is what it may become: refused where that does not fit. ``task`` counts
    the bytes read back. An earlier file stays until then; on failure nothing of the new is left.
    """
    refuse_what_is_no_file(destination)
    refusals.refuse_missing(destination.parent)
    with _told_plainly(destination):
        _refuse_what_does_not_fit(destination, most_bytes)
        partial = destination.with_name(f".{secrets.token_hex(8)}.partial")
        try:
            with partial.open("xb") as file:
                stretches = write(file)
                file.flush()
                os.fsync(file.fileno())
                read_back.forget_cached(file.fileno())
            _compare(partial, stretches, destination, task)
            if is_program:
                with suppress(OSError):
                    partial.chmod(0o755)
            partial.replace(destination)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        sync_folder(destination.parent)
    return sum(size_bytes for size_bytes, _sha256 in stretches)


def holds_file(destination: Path) -> bool:
    """Whether there is a file of this name already."""
    try:
        return destination.exists()
    except OSError:
        return False


@contextmanager
def _told_plainly(destination: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refusal:
        raise refusals.destination_error(refusal, destination.parent, destination) from refusal


def _refuse_what_does_not_fit(destination: Path, most_bytes: int) -> None:
    volume = volume_of(destination)
    if volume.largest_file_bytes is not None and most_bytes > volume.largest_file_bytes:
        raise refusals.too_large(destination.name, destination.parent)
    if volume.free_bytes is not None and most_bytes > volume.free_bytes:
        raise refusals.full(most_bytes, volume.free_bytes, destination.parent)


def _compare(partial: Path, stretches: Sequence[Stretch], destination: Path, task: Task) -> None:
    total = sum(size_bytes for size_bytes, _sha256 in stretches)
    done_bytes = 0
    with partial.open("rb") as file:
        is_equal = os.fstat(file.fileno()).st_size == total
        for size_bytes, sha256 in stretches:
            digest, left = hashlib.sha256(), size_bytes
            while left and (piece := file.read(min(PIECE_BYTES, left))):
                digest.update(piece)
                left -= len(piece)
                done_bytes += len(piece)
                task.advance(done_bytes, total)
            is_equal = is_equal and digest.hexdigest() == sha256
    if not is_equal:
        raise PlainError(refusals.NOT_READ_BACK, file=destination.name, place=destination.parent)
