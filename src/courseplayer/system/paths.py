"""Where this machine keeps what: the learner's data, settings, cache, logs and courses."""

import glob
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from courseplayer.course.errors import storage_error
from courseplayer.system.drives import MOUNT_PATTERNS, drive_roots
from courseplayer.system.file_names import portable_file_name
from courseplayer.system.kit_names import COURSES
from courseplayer.system.policy import Feature, Policy

if TYPE_CHECKING:
    # Few programs belong to a kit, and the first paint waits for what is imported.
    from courseplayer.system.kit import Kit

APP_NAME = "courseplayer"
HOME_VARIABLE = "COURSEPLAYER_HOME"
_PACKAGE = Path(__file__).resolve().parents[1]


class Keeping(StrEnum):
    """Where what people do is kept: on this computer, on the stick, or here since the stick refuses."""

    COMPUTER = "computer"
    STICK = "stick"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place the program reads or writes; nothing is looked at or made until asked.

    ``shared_courses`` is where courses are put for everyone who uses the machine; ``mount_patterns`` are
    glob patterns of the folders under which sticks appear. ``own_home`` is the folder that holds everything,
    where somebody chose one.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path
    beside_program: Path
    shared_courses: Path
    site_courses: tuple[Path, ...] = ()
    policy_courses: tuple[Path, ...] = ()
    mount_patterns: tuple[str, ...] = MOUNT_PATTERNS
    looks_on_sticks: bool = True
    second_backups: Path | None = None
    kit: "Kit | None" = None
    keeping: Keeping = Keeping.COMPUTER
    own_home: Path | None = None

    @property
    def learner_db(self) -> Path:
        """What people do and write."""
        return self.data / "learner.db"

    @property
    def signers_file(self) -> Path:
        """Who signed the courses that were opened here."""
        return self.data / "signers.json"

    @property
    def kits_file(self) -> Path:
        """The kits whose learners have been made here."""
        return self.data / "kits.json"

    @property
    def settings_file(self) -> Path:
        """What the person chose for this program."""
        return self.config / "settings.json"

    @property
    def shelf_snapshot(self) -> Path:
        """The shelf as it was seen last, for the first paint."""
        return self.cache / "shelf.json"

    @property
    def checked_file(self) -> Path:
        """Which of the computer's own course files were found whole."""
        return self.cache / "checked.json"

    @property
    def user_courses(self) -> Path:
        """The courses of this user of the machine."""
        return self.data / COURSES

    def under(self, policy: Policy) -> "Paths":
        """Return the places that the rules of this machine leave."""
        return replace(
            self,
            data=policy.data_folder or self.data,
            keeping=self.keeping if policy.data_folder is None else Keeping.COMPUTER,
            policy_courses=policy.course_folders,
            looks_on_sticks=policy.allows(Feature.STICKS),
            second_backups=None if policy.backup_folder is None else policy.backup_folder / _own_name(),
        )

    def in_kit(self, kit: "Kit | None") -> "Paths":
        """Return the places of a program that belongs to a kit: its courses lie there."""
        return self if kit is None else replace(self, kit=kit, beside_program=kit.courses)

    def stick_courses(self) -> tuple[Path, ...]:
        """Return the ``courses`` folders of mounted sticks and discs; a slow drive makes this slow."""
        if not self.looks_on_sticks:
            return ()
        folders = (root / COURSES for root in self.stick_roots())
        return tuple(folder for folder in folders if is_folder(folder))

    def stick_roots(self) -> tuple[Path, ...]:
        """Return every folder in which a stick or disc may be; a slow drive makes this slow."""
        # Path.glob gives up at the first folder that answers with an error; glob.glob passes over it.
        mounted = (root for pattern in self.mount_patterns for root in glob.glob(pattern))  # noqa: PTH207
        return tuple(Path(root) for root in sorted([*drive_roots(), *mounted]))

    def sticks_to_look_over(self) -> tuple[Path, ...]:
        """Return where sticks and discs really are; slow as stick_roots.

        On Windows a USB hard disk cannot be told from an inner one: all but the system's own drive are meant.
        """
        if not self.looks_on_sticks:
            return ()
        own = Path(Path.home().anchor)
        roots = [root for root in self.stick_roots() if root != own]
        sticks = [root for root in roots if _is_mounted(root) or is_folder(root / COURSES)]
        return tuple(root for root in sticks if not any(outer in root.parents for outer in sticks))

    def own_courses(self) -> tuple[Path, ...]:
        """Return the folders of courses that are the computer's own, not those of a stick."""
        of_this_user = () if self.keeping is Keeping.STICK else (self.user_courses,)
        return (*of_this_user, *self.policy_courses, *self.site_courses)

    def course_folders(self) -> tuple[Path, ...]:
        """Return every folder that may hold courses, nearest to the learner first; slow as stick_courses."""
        fixed = (self.user_courses, self.beside_program, *self.policy_courses, *self.site_courses)
        return tuple(dict.fromkeys((*fixed, *self.stick_courses())))

    def ensure(self) -> None:
        """Make the folders that the program writes to; raises PlainError when one cannot be made."""
        for folder in (self.data, self.user_courses, self.config, self.cache, self.logs):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as refusal:
                raise storage_error(refusal, folder) from refusal


def standard_paths(environ: Mapping[str, str], home: Path | None = None) -> Paths:
    """Return the places of this platform, or all below ``home`` or $COURSEPLAYER_HOME when one is given."""
    beside = program_folder(environ) / COURSES
    chosen = home or (Path(environ[HOME_VARIABLE]) if environ.get(HOME_VARIABLE) else None)
    if chosen is not None:
        root = chosen.absolute()
        shared = root / "site" / COURSES
        return Paths(
            root / "data",
            root / "config",
            root / "cache",
            root / "logs",
            beside,
            shared,
            (shared,),
            own_home=root,
        )
    user = PlatformDirs(APP_NAME, appauthor=False, roaming=False)
    return Paths(
        data=user.user_data_path,
        config=user.user_config_path,
        cache=user.user_cache_path,
        logs=user.user_log_path,
        beside_program=beside,
        shared_courses=_shared_courses(),
        site_courses=_site_courses(),
    )


def program_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder in which the person sees the program; from source, the repository."""
    if environ.get("APPIMAGE"):
        return Path(environ["APPIMAGE"]).absolute().parent
    if not getattr(sys, "frozen", False):
        return _PACKAGE.parents[1]
    program = Path(sys.executable).resolve()
    bundle = next((parent for parent in program.parents if parent.suffix == ".app"), program)
    return bundle.parent


def resources_folder() -> Path:
    """Return the folder of icons, styles and demo material, installed or from source."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"


def _shared_courses() -> Path:
    if sys.platform.startswith("linux"):
        # Not the first of XDG_DATA_DIRS, which may be a desktop's or Flatpak's own.
        return Path("/usr/local/share") / APP_NAME / COURSES
    return PlatformDirs(APP_NAME, appauthor=False).site_data_path / COURSES


def _site_courses() -> tuple[Path, ...]:
    everyone = PlatformDirs(APP_NAME, appauthor=False, multipath=True)
    folders = [_shared_courses(), *(Path(folder) / COURSES for folder in everyone.iter_data_dirs())]
    own = everyone.user_data_path / COURSES
    return tuple(dict.fromkeys(folder for folder in folders if folder != own))


def _own_name() -> str:
    """Return a name for this account here: backups of others are neither shown nor thinned out."""
    import getpass  # noqa: PLC0415 - only where a policy names a second place
    import platform  # noqa: PLC0415 - as above

    try:
        account = getpass.getuser()
    except (OSError, KeyError, ImportError):
        account = ""
    return portable_file_name(f"{platform.node()}-{account}")


def _is_mounted(folder: Path) -> bool:
    try:
        return folder.is_dir() and folder.is_mount()
    except OSError:  # as below
        return False


def is_folder(folder: Path) -> bool:
    """Tell whether there is a folder; a place that cannot be looked at is none."""
    try:
        return folder.is_dir()
    except OSError:  # a drive without a disc, a share that is gone
        return False
