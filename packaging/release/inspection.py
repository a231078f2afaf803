"""Looks at an unpacked package before it goes out: what is in it, what it needs, and how big it is."""

import fnmatch
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from elf import is_elf, read_elf
from project import HERE, PackagingError

FORBIDDEN = (
    "libstdc++*", "libgcc_s*", "libX11*", "libglib*", "libgtk*", "libGL*", "libEGL*", "libssl*",
    "*WebEngine*", "*Quick3D*",
)  # fmt: skip
MOST_BYTES, MOST_FILES = 165_000_000, 220
NEWEST_GLIBC = (2, 35)


@dataclass(frozen=True, slots=True)
class Needs:
    """What the files need from the system: libraries, and for each family of versions the newest one."""

    libraries: tuple[str, ...]
    newest: dict[str, tuple[int, ...]]


def files_below(folder: Path) -> tuple[Path, ...]:
    """Return every file, in order."""
    return tuple(sorted(path for path in folder.rglob("*") if not path.is_dir()))


def needs_of(folder: Path, *beside: Path) -> Needs:
    """Read from the binaries which libraries they need that are neither among them nor ``beside`` them."""
    binaries = [path for path in files_below(folder) if not path.is_symlink() and is_elf(path)]
    present = {path.name for place in (folder, *beside) for path in files_below(place)}
    libraries: set[str] = set()
    newest: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for path in binaries:
        read = read_elf(path)
        libraries.update(name for name in read.needed if name not in present)
        for _library, version in read.versions:
            family, _underscore, number = version.partition("_")
            if number.replace(".", "").isdigit():
                newest[family] = max(newest[family], tuple(map(int, number.split("."))))
    return Needs(tuple(sorted(libraries)), dict(newest))


def check_contents(folder: Path, listed: str) -> None:
    """Compare with the checked list; PackagingError when anything is too much, missing or forbidden."""
    lines = (HERE / listed).read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    places = [path.relative_to(folder).as_posix() for path in files_below(folder)]
    links = [place for place in places if (folder / place).is_symlink()]
    surplus = [place for place in places if not any(fnmatch.fnmatch(place, one) for one in patterns)]
    missing = [one for one in patterns if not fnmatch.filter(places, one) and not _is_built_in(one)]
    forbidden = [place for place in places for one in FORBIDDEN if fnmatch.fnmatch(place.split("/")[-1], one)]
    complaints = {
        "are in the package but not in the checked list": surplus,
        "are in the checked list but not in the package": missing,
        "must never be in a package": forbidden,
        "are links, which sticks cannot hold": links,
    }
    told = [f"{', '.join(found)} {what}" for what, found in complaints.items() if found]
    if told:
        raise PackagingError(f"{'; '.join(told)}. The list is packaging/release/{listed}.")


def _is_built_in(pattern: str) -> bool:
    """Whether the Python that freezes has this module inside itself, as Debian's has many."""
    place, _slash, name = pattern.rpartition("/")
    return place.endswith("/lib-dynload") and name.split(".")[0] in sys.builtin_module_names


def check_size(folder: Path) -> tuple[int, int]:
    """Return bytes and number of files; raises PackagingError when there are more than promised."""
    files = files_below(folder)
    size = sum(path.stat().st_size for path in files)
    if size > MOST_BYTES or len(files) > MOST_FILES:
        raise PackagingError(
            f"The player has {size} bytes in {len(files)} files; {MOST_BYTES} in {MOST_FILES} are promised."
        )
    return size, len(files)


def check_floor(needs: Needs) -> None:
    """Raise PackagingError when a newer glibc is needed than promised."""
    if needs.newest.get("GLIBC", ()) > NEWEST_GLIBC:
        found = ".".join(map(str, needs.newest["GLIBC"]))
        raise PackagingError(f"The package needs glibc {found}; build it on Debian 12 or older.")
