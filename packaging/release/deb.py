"""Writes Debian packages with nothing but Python's standard library."""

import gzip
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archives import DEFAULT_PRESET, Member, tar_bytes, xz_bytes

_AR_START = b"!<arch>\n"
_LARGEST_MEMBER = 9_999_999_999


class TooLargeError(Exception):
    """A member of a Debian package cannot have more than ten digits of bytes."""


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
    """Return the package; the same input gives the same bytes."""
    sums, size = [], 0
    for member in sorted(members, key=lambda one: one.place):
        if member.link:
            continue
        data = member.read()
        size += len(data)
        sums.append(f"{hashlib.md5(data, usedforsecurity=False).hexdigest()}  {member.place}\n")
    head = [
        Member("control", data=control.text(size).encode()),
        Member("md5sums", data="".join(sums).encode()),
    ]
    files = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": xz_bytes(tar_bytes(head, moment, "./"), preset),
        "data.tar.xz": xz_bytes(tar_bytes(members, moment, "./"), preset),
    }
    return _AR_START + b"".join(_ar_member(name, data, moment) for name, data in files.items())


def gzipped(text: str) -> bytes:
    """Compress a text of the documentation as Debian wants it."""
    return gzip.compress(text.encode(), 9, mtime=0)


def debian_version(version: str) -> str:
    """Return the version in Debian's order: a pre-release comes before its release."""
    return re.sub(r"(a|b|rc)(\d+)$", r"~\1\2", version)


def _ar_member(name: str, data: bytes, moment: int) -> bytes:
    if len(data) > _LARGEST_MEMBER:
        raise TooLargeError(f"{name} has {len(data)} bytes")
    header = f"{name:<16}{moment:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode()
    return header + data + b"\n" * (len(data) % 2)


def _wrapped(paragraph: str) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > 76:
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line])
