"""What a kit is to be: plain values that the window and the command line fill in."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from courseplayer.system.kit import KitSettings


class Target(StrEnum):
    """The form of a kit."""

    FOLDER = "folder"
    """A stick or folder: programs, courses, a start page, checksums."""
    COURSES = "courses"
    """A stick or folder with courses, a start page and checksums only."""
    DEB = "deb"
    """One Debian package with the courses; it depends on the package of the program."""
    WINDOWS = "windows"
    """A folder with the ready setup.exe, unchanged, and beside it what it copies."""
    RUN = "run"
    """One file for Linux that unpacks itself: program and courses."""

    @property
    def is_file(self) -> bool:
        """Whether the destination is a file, not a folder."""
        return self in {Target.DEB, Target.RUN}


class PlayerSystem(StrEnum):
    """For which computers a ready program is; also the name of its folder in a kit."""

    LINUX = "linux"
    WINDOWS = "windows"
    MACOS = "macos"


class BuildKind(StrEnum):
    """In what form a ready program lies there."""

    FOLDER = "folder"
    TAR = "tar"
    ZIP = "zip"
    SETUP = "setup"
    """A Windows installer: for ``Target.WINDOWS`` only."""
    IMAGE = "image"
    """A disk image for macOS, handed out as it is: its links and signature would not survive unpacking."""


@dataclass(frozen=True, slots=True)
class PlayerFile:
    """A file of a program: its place below the program's folder."""

    place: str
    size_bytes: int
    is_program: bool = False


@dataclass(frozen=True, slots=True)
class PlayerBuild:
    """A ready program, and what of it goes into a kit (unpacked, where it is an archive).

    ``top`` is what stands before each place in an archive.
    """

    system: PlayerSystem
    kind: BuildKind
    path: Path
    files: tuple[PlayerFile, ...]
    top: str = ""

    @property
    def size_bytes(self) -> int:
        """What it takes in a kit."""
        return sum(file.size_bytes for file in self.files)


@dataclass(frozen=True, slots=True)
class KitPlan:
    """What a trainer chose.

    ``destination`` is a folder, for DEB and RUN the file to make. ``players``: FOLDER takes one of each
    system (not SETUP), RUN exactly one for Linux, WINDOWS exactly one SETUP, the others none. Of ``settings``
    the fields ``players``, ``made_at``, ``made_by`` and the name of the logo are filled in when the kit is
    made; ``portable`` counts for FOLDER and RUN only. ``name`` is the Debian package's, and the folder's that
    a RUN file unpacks to; None names it after its courses.
    """

    target: Target
    destination: Path
    courses: tuple[Path, ...]
    players: tuple[PlayerBuild, ...] = ()
    settings: KitSettings = field(default_factory=KitSettings)
    logo: Path | None = None
    policy: Path | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class MadeKit:
    """A kit that was written, read back and found equal."""

    destination: Path
    made_at: datetime
    files_written: int
    files_kept: int
    """Files that were there already, byte for byte the same."""
    bytes_written: int
    seconds: float
