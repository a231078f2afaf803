"""Disks that are full or may not be written, for tests that also run as root: chmod stops nobody there."""

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

_UNSHARE = (
    ("unshare", "--mount") if hasattr(os, "getuid") and os.getuid() == 0 else ("unshare", "-r", "--mount")
)


@cache
def _can_mount() -> bool:
    try:
        return subprocess.run([*_UNSHARE, "mount", "-t", "tmpfs", "x", "/mnt"], check=False).returncode == 0
    except OSError:
        return False


def run_with_mounts(
    mounts: Sequence[str], *words: object, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the program where these shell commands have mounted something; nobody else sees it."""
    return run_mounted(mounts, sys.executable, "-m", "courseplayer", *words, **variables)


def run_mounted(mounts: Sequence[str], *words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run any command where these shell commands have mounted something."""
    command = [*where_mounted(mounts), *map(str, words)]
    return subprocess.run(
        command, env={**os.environ, **variables}, capture_output=True, encoding="utf-8", check=False
    )


def where_mounted(mounts: Sequence[str]) -> tuple[str, ...]:
    """Return the words before a command that let it, and nobody else, see what these commands mount."""
    if not _can_mount():
        pytest.skip("this machine lets nobody mount anything")
    return (*_UNSHARE, "sh", "-c", " && ".join([*mounts, 'exec "$@"']), "sh")


def full_disk(folder: Path, kilobytes: int) -> str:
    """Return the command that puts a small disk at ``folder``."""
    return f"mount -t tmpfs -o size={kilobytes}k,nr_inodes=100 full '{folder}'"


def read_only(folder: Path) -> tuple[str, str]:
    """Return the commands that make ``folder`` a disk that cannot be written."""
    return (f"mount --bind '{folder}' '{folder}'", f"mount -o remount,bind,ro '{folder}'")
