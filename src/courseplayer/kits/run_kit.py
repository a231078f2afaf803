"""The kit that is one file for Linux: a shell script, and behind it the packed kit."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from courseplayer.kits.file_writing import Stretch, write_single
from courseplayer.kits.kit_files import PIECE_BYTES, KitFile, Tally
from courseplayer.kits.scripts import RUN_HEADER_BYTES, run_header
from courseplayer.kits.tar_archive import Member, tar_pieces, tar_size
from courseplayer.system.cancellation import Task, TaskPart

_GZIP = 31
"""The word for zlib that its stream is to be one of gzip."""
# Measured: a third of the time of level 6, and 5 % more bytes.
_LEVEL, _STORED = 3, 0
_SAMPLE_BYTES = 64 * 1024
_WORTH_IT = 0.95
_OVERHEAD_BYTES = 1_000_000


def write_run(
    files: Sequence[KitFile], title: str, name: str, made_at: datetime, destination: Path, task: Task
) -> int:
    """Write the file and return its size; progress counts the bytes packed, and the file read back."""
    size_bytes = sum(file.size_bytes for file in files)
    tally = Tally(TaskPart(task, 0, size_bytes, 2 * size_bytes), size_bytes)
    members = [
        Member(file.place, file.source, file.data, "", file.is_program, opened=partial(tally.pieces, file))
        for file in files
    ]
    moment = int(made_at.timestamp())
    unpacked_bytes = tar_size(members, moment)
    script = partial(
        run_header, " ".join(title.split()), f"course-player-{name}", needed_bytes=unpacked_bytes
    )
    write = partial(_write, script, tar_pieces(members, moment))
    most_bytes = unpacked_bytes + unpacked_bytes // 1000 + _OVERHEAD_BYTES
    reading = TaskPart(task, size_bytes, 2 * size_bytes, 2 * size_bytes)
    return write_single(destination, most_bytes, write, reading, is_program=True)


def _write(script: Callable[..., bytes], pieces: Iterable[bytes], file: BinaryIO) -> list[Stretch]:
    # The sum of what follows stands in the script before it, so that room is left and filled in the end.
    file.write(bytes(RUN_HEADER_BYTES))
    digest, size_bytes = hashlib.sha256(), 0
    for block in _blocks(pieces):
        packed = _packed(block)
        file.write(packed)
        digest.update(packed)
        size_bytes += len(packed)
    header = script(payload_bytes=size_bytes, payload_sha256=digest.hexdigest())
    file.seek(0)
    file.write(header)
    return [(len(header), hashlib.sha256(header).hexdigest()), (size_bytes, digest.hexdigest())]


def _packed(piece: bytes) -> bytes:
    """Return a member of gzip, whose members may follow one another; what gets no smaller is only stored."""
    sample = piece[:_SAMPLE_BYTES]
    is_worth_it = len(zlib.compress(sample, 1)) < _WORTH_IT * len(sample)
    packer = zlib.compressobj(_LEVEL if is_worth_it else _STORED, zlib.DEFLATED, _GZIP)
    return packer.compress(piece) + packer.flush()


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    block = bytearray()
    for piece in pieces:
        block += piece
        while len(block) >= PIECE_BYTES:
            yield bytes(block[:PIECE_BYTES])
            del block[:PIECE_BYTES]
    if block:
        yield bytes(block)
