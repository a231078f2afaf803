"""What a stick is, read from what the system says of it."""

import sys
from pathlib import Path

import pytest

from courseplayer.system.volumes import FAT_LARGEST_BYTES, Volume, listed_kind, mounted_kind, volume_of

MOUNTINFO = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 8:1 / /media/almaz/KURS\\040STICK rw,nosuid,nodev shared:30 - vfat /dev/sdb1 rw,uid=1000
41 27 8:2 / /media/almaz/BIG rw - exfat /dev/sdc1 rw
42 27 8:3 / /media/almaz/BIG rw - ntfs3 /dev/sdd1 rw
43 27 0:50 / /media/almaz/OLD rw - fuseblk /dev/sde1 rw
broken line
"""
MOUNT = """\
/dev/disk1s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk4s1 on /Volumes/KURS (2) on STICK (msdos, local, nodev, nosuid, noowners)
/dev/disk5s1 on /Volumes/BIG (exfat, asynchronous, local)
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/media/almaz/KURS STICK/courses", "vfat"),
        ("/media/almaz/KURS STICK", "vfat"),
        ("/media/almaz/KURS STICK 2", "ext4"),
        ("/media/almaz/BIG/x", "ntfs3"),
        ("/media/almaz/OLD", "fuseblk"),
        ("/home/almaz", "ext4"),
    ],
)
def test_linux_says_what_is_mounted_where(place: str, kind: str) -> None:
    assert mounted_kind(MOUNTINFO, place) == kind


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/Volumes/KURS (2) on STICK/courses", "msdos"),
        ("/Volumes/BIG", "exfat"),
        ("/Users/almaz", "apfs"),
    ],
)
def test_macos_says_what_is_mounted_where(place: str, kind: str) -> None:
    assert listed_kind(MOUNT, place) == kind


def test_what_is_not_understood_is_not_guessed() -> None:
    assert mounted_kind("", "/home") is None
    assert listed_kind("nothing", "/home") is None


@pytest.mark.parametrize("kind", ["vfat", "msdos", "fat32", "fat"])
def test_fat_has_its_limit_and_others_none(kind: str) -> None:
    assert Volume(1, kind, 512, 1).largest_file_bytes == FAT_LARGEST_BYTES == 4_294_967_295
    for other in ("exfat", "ntfs", "ext4", "fuseblk", None):
        assert Volume(1, other, 512, 1).largest_file_bytes is None


def test_a_place_that_is_to_be_made_lies_where_its_parent_does(tmp_path: Path) -> None:
    here, there = volume_of(tmp_path), volume_of(tmp_path / "not" / "yet")
    assert (here.device, here.file_system) == (there.device, there.file_system)
    assert here.free_bytes is not None
    assert here.unit_bytes >= 512


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the table is that of Linux")
def test_a_real_mount_is_named() -> None:
    assert volume_of(Path("/proc")).file_system == "proc"
