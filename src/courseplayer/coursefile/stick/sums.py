"""The list of checksums that lies on a kit, and what of it can be said of the courses there."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

NAME = "SHA256SUMS"
_MOST_BYTES = 1_000_000
_MOST_LINES = 10_000
_PIECE_BYTES = 1024 * 1024
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")


def listed_files(sums: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files that a list names below its own folder, each with its hash."""
    try:
        with sums.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return
    for line in text.splitlines()[:_MOST_LINES]:
        found = _LINE.fullmatch(line.strip())
        if found is not None and (path := _below(sums.parent, found[2])) is not None:
            yield path, found[1].lower()


def hash_of(file: Path, go_on: Callable[[], bool]) -> str | None:
    """Return a file's hash, None where ``go_on`` said no before its end. Raises OSError."""
    made = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE_BYTES):
            if not go_on():
                return None
            made.update(piece)
    return made.hexdigest()


def _below(folder: Path, name: str) -> Path | None:
    """Return a listed file's path; None for one that leads out of the folder, also by a link."""
    named = PurePosixPath(name.replace("\\", "/").removeprefix("./"))
    if named.is_absolute() or not named.parts or any(part == ".." or ":" in part for part in named.parts):
        return None
    path = folder
    for part in named.parts:
        path = path / part
        try:
            if path.is_symlink():
                return None
        except (OSError, ValueError):
            return None
    return path
