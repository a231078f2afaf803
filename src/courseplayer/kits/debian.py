"""Writes Debian packages with nothing but Python's standard library."""

import gzip
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.kits.tar_archive import DEFAULT_PRESET, Member, tar_bytes, tar_pieces, tar_size, xz_bytes

_AR_START = b"!<arch>\n"
_LARGEST_MEMBER = 9_999_999_999


_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "A Debian package can hold 10 GB at most, and this one would have {size} GB; nothing was written. "
    "Make several packages with fewer courses each.",
)


class TooLargeError(PlainError):
    """A member of a Debian package cannot have more than ten digits of bytes."""

    def __init__(self, size_bytes: int) -> None:
        super().__init__(_TOO_LARGE, size=f"{size_bytes / 1e9:.1f}")


@dataclass(frozen=True, slots=True)
class Control:
    """What dpkg has to know of a package; ``description`` is a title and paragraphs."""

    package: str
    version: str
    architecture: str
    maintainer: str
    section: str
    description: tuple[str, ...]
    depends: tuple[str, ...] = ()
    recommends: tuple[str, ...] = ()
    suggests: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = field(default=())
    scripts: tuple[tuple[str, str], ...] = ()
    """Names and texts of what dpkg runs, such as ``postrm``."""

    def text(self, installed_bytes: int) -> str:
        """Return the control file."""
        fields = [
            ("Package", self.package),
            ("Version", self.version),
            ("Architecture", self.architecture),
            ("Maintainer", self.maintainer),
            ("Installed-Size", str(-(-installed_bytes // 1024))),
            ("Depends", ", ".join(self.depends)),
            ("Recommends", ", ".join(self.recommends)),
            ("Suggests", ", ".join(self.suggests)),
            ("Section", self.section),
            ("Priority", "optional"),
            *self.extra,
        ]
        lines = [f"{name}: {value}" for name, value in fields if value]
        title, *paragraphs = self.description
        lines.append(f"Description: {title}")
        lines.append("\n .\n".join(_wrapped(paragraph) for paragraph in paragraphs))
        return "\n".join(lines) + "\n"


def deb_bytes(
    control: Control, members: Sequence[Member], moment: int, preset: int = DEFAULT_PRESET
) -> bytes:
    """Return the package, compressed; the same input gives the same bytes."""
    return b"".join(
        (
            _start(control, members, moment, preset),
            *_ar_file("data.tar.xz", xz_bytes(tar_bytes(members, moment, "./"), preset), moment),
        )
    )


def deb_pieces(control: Control, members: Sequence[Member], moment: int) -> Iterator[bytes]:
    """Yield the package without compressing or holding its files: media cannot be made smaller.

    Reads each file twice, since its checksum stands before it. Raises TooLargeError.
    """
    size_bytes = tar_size(members, moment, "./")
    header = _ar_header("data.tar", size_bytes, moment)
    yield _start(control, members, moment, DEFAULT_PRESET)
    yield header
    yield from tar_pieces(members, moment, "./")
    # A tar is whole blocks of 512 bytes, so that it needs no byte to make it even.


def gzipped(text: str) -> bytes:
    """Compress a text of the documentation as Debian wants it."""
    return gzip.compress(text.encode(), 9, mtime=0)


def debian_version(version: str) -> str:
    """Return the version in Debian's order: a pre-release comes before its release."""
    return re.sub(r"(a|b|rc)(\d+)$", r"~\1\2", version)


def _start(control: Control, members: Sequence[Member], moment: int, preset: int) -> bytes:
    sums, size_bytes = [], 0
    for member in sorted(members, key=lambda one: one.place):
        if member.link:
            continue
        digest = hashlib.md5(usedforsecurity=False)
        for piece in member.pieces():
            digest.update(piece)
            size_bytes += len(piece)
        sums.append(f"{digest.hexdigest()}  {member.place}\n")
    head = [
        Member("control", data=control.text(size_bytes).encode()),
        Member("md5sums", data="".join(sums).encode()),
        *(Member(name, data=text.encode(), is_program=True) for name, text in control.scripts),
    ]
    packed = xz_bytes(tar_bytes(head, moment, "./"), preset)
    parts = (*_ar_file("debian-binary", b"2.0\n", moment), *_ar_file("control.tar.xz", packed, moment))
    return b"".join((_AR_START, *parts))


def _ar_file(name: str, data: bytes, moment: int) -> tuple[bytes, bytes, bytes]:
    return _ar_header(name, len(data), moment), data, b"\n" * (len(data) % 2)


def _ar_header(name: str, size_bytes: int, moment: int) -> bytes:
    if size_bytes > _LARGEST_MEMBER:
        raise TooLargeError(size_bytes)
    return f"{name:<16}{moment:<12}{0:<6}{0:<6}{'100644':<8}{size_bytes:<10}`\n".encode()


def _wrapped(paragraph: str) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > 76:
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line])
