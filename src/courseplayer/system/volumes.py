"""What a stick or disk is: free space, the kind of its file system, and how large a file may be there."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FAT_LARGEST_BYTES = 4 * 1024**3 - 1
_FAT = {"vfat", "msdos", "fat", "fat12", "fat16", "fat32", "umsdos"}
_FAT_UNIT_BYTES = 32 * 1024
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted stick or disk; None is what the system does not tell.

    ``unit_bytes`` is what the smallest file takes, ``device`` the same for places on the same volume.
    """

    free_bytes: int | None
    file_system: str | None
    unit_bytes: int
    device: int | None

    @property
    def largest_file_bytes(self) -> int | None:
        """How large a file may be; None where no course comes near the limit, or nobody knows."""
        return FAT_LARGEST_BYTES if self.file_system in _FAT else None


def volume_of(place: Path) -> Volume:
    """Say on what a place lies, or would lie once it is made; never raises."""
    there = _nearest(place)
    try:
        free_bytes = shutil.disk_usage(there).free
    except OSError:
        free_bytes = None
    try:
        device = there.stat().st_dev
    except OSError:
        device = None
    kind = _kind(there)
    return Volume(free_bytes, kind, _unit_bytes(there, kind), device)


def mounted_kind(table: str, place: str) -> str | None:
    """Return the kind of file system at a place, from the text of ``/proc/self/mountinfo``."""
    best: tuple[int, str] | None = None
    for line in table.splitlines():
        fields, _dash, rest = line.partition(" - ")
        words, kind = fields.split(), rest.split(" ")[0]
        if len(words) < 5 or not kind:
            continue
        length = _within(place, _OCTAL.sub(lambda code: chr(int(code[1], 8)), words[4]))
        # What was mounted later over the same place hides the earlier.
        if length is not None and (best is None or length >= best[0]):
            best = (length, kind.lower())
    return None if best is None else best[1]


def listed_kind(table: str, place: str) -> str | None:
    """Return the kind of file system at a place, from what macOS's ``mount`` prints."""
    best: tuple[int, str] | None = None
    for line in table.splitlines():
        found = re.fullmatch(r".* on (/.*) \(([^,)]+).*\)", line)
        length = None if found is None else _within(place, found[1])
        if found is not None and length is not None and (best is None or length >= best[0]):
            best = (length, found[2].lower())
    return None if best is None else best[1]


def _within(place: str, mount: str) -> int | None:
    return len(mount) if PurePosixPath(place).is_relative_to(mount) else None


def _nearest(place: Path) -> Path:
    absolute = place.absolute()
    for one in (absolute, *absolute.parents):
        try:
            if one.exists():
                return one.resolve()
        except OSError:
            continue
    return absolute


def _unit_bytes(there: Path, kind: str | None) -> int:
    if hasattr(os, "statvfs"):
        try:
            return max(os.statvfs(there).f_frsize, 512)
        except OSError:
            pass
    return _FAT_UNIT_BYTES if kind in _FAT else 4096


if sys.platform == "win32":
    import ctypes

    def _kind(there: Path) -> str | None:
        root, name = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
        kernel = ctypes.windll.kernel32
        if not kernel.GetVolumePathNameW(str(there), root, len(root)):
            return None
        if not kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name)):
            return None
        return name.value.lower() or None
elif sys.platform == "darwin":

    def _kind(there: Path) -> str | None:
        try:
            told = subprocess.run(("/sbin/mount",), capture_output=True, check=False, timeout=5).stdout
        except (OSError, subprocess.SubprocessError):
            return None
        return listed_kind(told.decode("utf-8", "replace"), str(there))
else:

    def _kind(there: Path) -> str | None:
        try:
            table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return None
        return mounted_kind(table, str(there))
