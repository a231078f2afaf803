"""Writes tar archives whose bytes depend on nothing but their contents, piece by piece."""

import lzma
import tarfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_FILE, _PROGRAM, _FOLDER, _LINK = 0o644, 0o755, 0o755, 0o777
_PIECE_BYTES = 1024 * 1024
DEFAULT_PRESET = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its place, and where its bytes lie, the bytes, or what the link points to.

    ``opened``, where given, yields the bytes of ``source``, and may say that they are not as they should be.
    """

    place: str
    source: Path | None = None
    data: bytes = b""
    link: str = ""
    is_program: bool = False
    opened: Callable[[], Iterator[bytes]] | None = None

    @property
    def size_bytes(self) -> int:
        """How many bytes it has."""
        return len(self.data) if self.source is None else self.source.stat().st_size

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes."""
        if self.opened is not None:
            yield from self.opened()
        elif self.source is None:
            yield self.data
        else:
            with self.source.open("rb") as file:
                while piece := file.read(_PIECE_BYTES):
                    yield piece

    def read(self) -> bytes:
        """Return the bytes."""
        return b"".join(self.pieces())


def members_of(folder: Path, below: str) -> tuple[Member, ...]:
    """Return every file of a folder as a member ``below`` a place in the archive."""
    return tuple(
        Member(
            f"{below}/{path.relative_to(folder).as_posix()}",
            source=path,
            is_program=path.name == "courseplayer",
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )


def tar_bytes(members: Iterable[Member], moment: int, prefix: str = "") -> bytes:
    """Return an uncompressed tar of the members in the order of their places, with all folders above them."""
    return b"".join(tar_pieces(members, moment, prefix))


def tar_pieces(members: Iterable[Member], moment: int, prefix: str = "") -> Iterator[bytes]:
    """Yield what tar_bytes returns, without ever holding a file in memory."""
    done_bytes = 0
    for header, member in _laid_out(members, moment, prefix):
        yield header
        done_bytes += len(header)
        if member is None:
            continue
        promised, given = member.size_bytes, 0
        for piece in member.pieces():
            given += len(piece)
            yield piece
        if given != promised:
            raise ValueError(f"{member.place} changed while it was packed")
        yield bytes(-given % tarfile.BLOCKSIZE)
        done_bytes += given + -given % tarfile.BLOCKSIZE
    yield bytes(_end_bytes(done_bytes))


def tar_size(members: Iterable[Member], moment: int, prefix: str = "") -> int:
    """Return how many bytes tar_bytes would return, without reading any file."""
    done_bytes = 0
    for header, member in _laid_out(members, moment, prefix):
        size_bytes = 0 if member is None else member.size_bytes
        done_bytes += len(header) + size_bytes + -size_bytes % tarfile.BLOCKSIZE
    return done_bytes + _end_bytes(done_bytes)


def xz_bytes(data: bytes, preset: int = DEFAULT_PRESET) -> bytes:
    """Compress; a filter for the machine code of PCs saves a twentieth and every xz since 2009 reads it."""
    filters: Sequence[dict[str, int]] = (
        {"id": lzma.FILTER_X86},
        {"id": lzma.FILTER_LZMA2, "preset": preset},
    )
    return lzma.compress(data, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=filters)


def _laid_out(members: Iterable[Member], moment: int, prefix: str) -> Iterator[tuple[bytes, Member | None]]:
    """Yield the headers in order, each with the file whose bytes follow it."""
    made: set[PurePosixPath] = set()
    for member in sorted(members, key=lambda one: one.place):
        for folder in reversed(PurePosixPath(member.place).parents[:-1]):
            if folder not in made:
                made.add(folder)
                yield _packed(_header(f"{prefix}{folder}", moment, tarfile.DIRTYPE, _FOLDER)), None
        name = f"{prefix}{member.place}"
        if member.link:
            header = _header(name, moment, tarfile.SYMTYPE, _LINK)
            header.linkname = member.link
            yield _packed(header), None
            continue
        header = _header(name, moment, tarfile.REGTYPE, _PROGRAM if member.is_program else _FILE)
        header.size = member.size_bytes
        yield _packed(header), member


def _header(name: str, moment: int, kind: bytes, mode: int) -> tarfile.TarInfo:
    header = tarfile.TarInfo(name)
    header.type, header.mode, header.mtime = kind, mode, moment
    header.uname = header.gname = "root"
    return header


def _packed(header: tarfile.TarInfo) -> bytes:
    # As tarfile's own archives: GNU's way of long names and sizes, which dpkg and every tar of Linux read.
    return header.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")


def _end_bytes(done_bytes: int) -> int:
    ended = done_bytes + 2 * tarfile.BLOCKSIZE
    return 2 * tarfile.BLOCKSIZE + -ended % tarfile.RECORDSIZE
