"""Reads back what was written, from the disk itself where the system can be told to."""

import os
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.kits import refusals
from courseplayer.kits.kit_files import digest_of
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
    with file.open("rb") as opened:
        forget_cached(opened.fileno())
        return digest_of(opened, task)[0]
