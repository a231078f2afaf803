"""The list of checksums that lies on a kit, and what of it can be said of the courses there."""

import hashlib
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

NAME = "SHA256SUMS"
_MOST_BYTES = 10_000_000
_MOST_FILES = 10_000
_PIECE_BYTES = 1024 * 1024
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *]([^\0]+)")


def listed_places(sums: Path) -> Iterator[tuple[str, str]]:
    """Yield what a list names inside its own folder: the place, with slashes, and its hash in small letters.

    A list that cannot be read is empty; the format is that of ``sha256sum``.
    """
    try:
        with sums.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return
    found = (match for line in text.splitlines() if (match := _LINE.fullmatch(line.strip())))
    for match in islice(found, _MOST_FILES):
        place = PurePosixPath(match[2].replace("\\", "/"))
        is_odd = place.is_absolute() or any(part == ".." or ":" in part for part in place.parts)
        if place.parts and not is_odd:
            yield str(place), match[1].lower()


def listed_files(sums: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files that a list names, each with its hash; none that a link leads out of its folder to."""
    for place, digest in listed_places(sums):
        path = _without_links(sums.parent, place)
        if path is not None:
            yield path, digest


def hash_of(file: Path, go_on: Callable[[], bool]) -> str | None:
    """Return a file's hash, None where ``go_on`` said no before its end. Raises OSError."""
    made = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE_BYTES):
            if not go_on():
                return None
            made.update(piece)
    return made.hexdigest()


def _without_links(folder: Path, place: str) -> Path | None:
    path = folder
    for part in PurePosixPath(place).parts:
        path = path / part
        try:
            if path.is_symlink():
                return None
        except (OSError, ValueError):
            return None
    return path
