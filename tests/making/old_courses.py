"""Course files as former versions of the program wrote them (tests/data/courses)."""

import lzma
from pathlib import Path

from courseplayer.course.outline import AssetId

RELEASE_0_1_0 = "release-0.1.0"
VERSION_1_SIGNED = "version-1-signed"
OLD_COURSES = (RELEASE_0_1_0, VERSION_1_SIGNED)
VIDEO, DOWNLOAD, PICTURE = AssetId(1), AssetId(2), AssetId(3)
DOWNLOAD_BYTES = "".join(
    f"slip {number}: time at the gate, time at the desk, time at the exit\n" for number in range(1, 4_701)
).encode()
_STORED = Path(__file__).resolve().parents[1] / "data" / "courses"


def old_course(name: str, folder: Path) -> Path:
    """Unpack one of them into a folder."""
    path = folder / f"{name}.course"
    path.write_bytes(lzma.decompress((_STORED / f"{name}.course.xz").read_bytes()))
    return path
