"""Where benchmarks put their files, and how much room is there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
MIB = 1024 * 1024


@contextmanager
def emptied_folder(name: str) -> Iterator[Path]:
    """Yield an empty folder that is removed afterwards."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fitting_bytes(wanted_bytes: int, copies: float) -> int:
    """Return how many bytes may be written ``copies`` times and leave a tenth of the free disk alone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    free_bytes = shutil.disk_usage(FOLDER).free
    return min(wanted_bytes, int(free_bytes * 0.9 / copies))


def size_words(size_bytes: int) -> str:
    """Write a size in decimal units, as disks are sold."""
    return f"{size_bytes / 1e9:g} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:g} MB"
