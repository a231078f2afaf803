"""The files of a kit as they are to be: each with its place, its size and its hash."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.coursefile.stick import sums
from courseplayer.system.cancellation import Task

PIECE_BYTES = 1024 * 1024
START_PAGE = "START-HERE.html"
SUMS = sums.NAME
START_LINUX = "start-linux.sh"
POLICY = "policy.toml"

_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} changed while the kit was being made, so the kit was not written; what was there before is "
    "unchanged. Make the kit again.",
)


@dataclass(frozen=True, slots=True)
class KitFile:
    """A file to be written: its place in the kit with slashes, and where its bytes come from."""

    place: str
    size_bytes: int
    sha256: str
    source: Path | None = None
    data: bytes = b""
    is_program: bool = False

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes; raises BadInputError when they are not those that were hashed before."""
        if self.source is None:
            yield self.data
            return
        digest, given_bytes = hashlib.sha256(), 0
        try:
            with self.source.open("rb") as file:
                while given_bytes <= self.size_bytes and (piece := file.read(PIECE_BYTES)):
                    digest.update(piece)
                    given_bytes += len(piece)
                    if given_bytes <= self.size_bytes:
                        yield piece
        except OSError as refusal:
            raise storage_error(refusal, self.source) from refusal
        if given_bytes != self.size_bytes or digest.hexdigest() != self.sha256:
            raise BadInputError(_CHANGED, file=self.source)


class Tally:
    """Counts the bytes of files that are read one after the other, some of them twice, for one task."""

    def __init__(self, task: Task, total: int) -> None:
        self._task = task
        self._total = max(1, total)
        self._done = 0

    def pieces(self, file: KitFile) -> Iterator[bytes]:
        """Yield the bytes of a file, counted; raises Cancelled too."""
        self._task.advance(self._done, self._total)
        for piece in file.pieces():
            yield piece
            self._done += len(piece)
            self._task.advance(self._done, self._total)


def made_file(place: str, data: bytes, *, is_program: bool = False) -> KitFile:
    """Return a file of the kit that holds these bytes."""
    return KitFile(place, len(data), hashlib.sha256(data).hexdigest(), None, data, is_program)


def copied_file(place: str, source: Path, task: Task, *, is_program: bool = False) -> KitFile:
    """Return a file of the kit that is copied; reads it once. Raises PlainError."""
    try:
        with source.open("rb") as file:
            sha256, size_bytes = digest_of(file, task)
    except OSError as refusal:
        raise storage_error(refusal, source) from refusal
    return KitFile(place, size_bytes, sha256, source, b"", is_program)


def digest_of(file: BinaryIO, task: Task) -> tuple[str, int]:
    """Read an open file to its end; return its hash in hex and how many bytes there were. Raises OSError."""
    digest, done_bytes = hashlib.sha256(), 0
    total = os.fstat(file.fileno()).st_size
    while piece := file.read(PIECE_BYTES):
        digest.update(piece)
        done_bytes += len(piece)
        task.advance(done_bytes, total)
    return digest.hexdigest(), done_bytes


def sums_of(files: Iterable[KitFile]) -> str:
    """Return what ``sha256sum -c`` checks a kit with."""
    return "".join(f"{file.sha256}  {file.place}\n" for file in sorted(files, key=lambda one: one.place))
