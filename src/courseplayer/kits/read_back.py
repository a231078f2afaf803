"""Reads back what was written, from the disk itself where the system can be told to."""

import hashlib
import os
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.kits import refusals
from courseplayer.kits.kit_files import PIECE_BYTES
from courseplayer.system.cancellation import Task


def forget_cached(handle: int) -> None:
    """Ask the system to let go of what it has in memory of a synced file; only Linux listens."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def compare(file: Path, sha256: str, place: Path, task: Task) -> None:
    """Read a file and compare its hash; raises PlainError when it is another, OSError when it cannot be read.

    Progress counts its bytes.
    """
    if hash_of(file, task) != sha256:
        raise PlainError(refusals.NOT_READ_BACK, file=file.name, place=place)


def hash_of(file: Path, task: Task) -> str:
    """Return the hash of what lies on the disk; raises OSError."""
    digest, done_bytes = hashlib.sha256(), 0
    with file.open("rb") as opened:
        forget_cached(opened.fileno())
        total = os.fstat(opened.fileno()).st_size
        while piece := opened.read(PIECE_BYTES):
            digest.update(piece)
            done_bytes += len(piece)
            task.advance(done_bytes, total)
    return digest.hexdigest()
