"""Makes kits: everything is checked and hashed once, then written to one destination or to twenty."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from courseplayer import __version__
from courseplayer.course.errors import storage_error
from courseplayer.kits import course_check, deb_kit, folder_writing, plan_check, run_kit
from courseplayer.kits.course_check import KitCourse
from courseplayer.kits.file_writing import holds_file
from courseplayer.kits.kit_files import (
    START_LINUX,
    START_PAGE,
    SUMS,
    KitFile,
    copied_file,
    made_file,
    sums_of,
)
from courseplayer.kits.kit_names import kit_name
from courseplayer.kits.plan import BuildKind, KitPlan, MadeKit, PlayerBuild, PlayerSystem, Target
from courseplayer.kits.plan_check import CheckedSettings
from courseplayer.kits.player_files import unpack_player
from courseplayer.kits.players import check_sum
from courseplayer.kits.scripts import START_LINUX as START_LINUX_SCRIPT
from courseplayer.kits.sheet import SHEET, PdfWriter, sheet_html
from courseplayer.kits.start_page import StartPage
from courseplayer.system.cancellation import Task, TaskPart
from courseplayer.system.kit_names import COURSES

_TEMPORARY = "courseplayer-kit-"
_LONGEST_MAKING_SECONDS = 3 * 24 * 3600


@dataclass(frozen=True, slots=True)
class PreparedKit:
    """A kit whose parts have been checked, unpacked and hashed: ready to be written any number of times.

    ``files`` are in the order in which they get their names: what tells that a kit is there comes last.
    """

    plan: KitPlan
    made_at: datetime
    courses: tuple[KitCourse, ...]
    files: tuple[KitFile, ...]
    page: StartPage

    @property
    def size_bytes(self) -> int:
        """What the files of the kit take."""
        return sum(file.size_bytes for file in self.files)

    @property
    def sums(self) -> bytes:
        """The text of ``SHA256SUMS``: no other kit has the same; empty where the kit is one file."""
        return next((file.data for file in self.files if file.place == SUMS), b"")


@contextmanager
def prepare_kit(
    plan: KitPlan, made_at: datetime, task: Task, pdf_writer: PdfWriter | None = None
) -> Iterator[PreparedKit]:
    """Check the plan, verify every course, unpack the programs into a temporary folder and hash it all.

    Nothing is written at the destination. Progress counts bytes read. Raises BadInputError for a course,
    program, policy or setting that cannot be used, PlainError for a disk that refuses, and Cancelled. The
    temporary folder goes when the context ends. With a ``pdf_writer`` the sheet to be printed goes along.
    """
    plan_check.check_players(plan)
    made_at = made_at.astimezone(UTC).replace(microsecond=0)
    settings = plan_check.check_settings(plan, made_at)
    courses = course_check.read_courses(plan.courses)
    if settings.policy is not None:
        course_check.refuse_unsigned(courses, settings.policy.signers)
    players = plan.players if plan.target in {Target.FOLDER, Target.WINDOWS, Target.RUN} else ()
    page = StartPage(plan.target, players, courses, settings.settings, settings.logo, made_at, __version__)
    with _temporary_folder() as folder:
        files = _collected(plan, page, settings, folder, task, pdf_writer)
        yield PreparedKit(plan, made_at, courses, files, page)


def write_kit(kit: PreparedKit, destination: Path, task: Task) -> MadeKit:
    """Write a prepared kit, sync it, read it back and compare; what was there stays until all is sound.

    Progress counts bytes written and read back. On failure and when cancelled nothing of it is left. Raises
    PlainError: stick full, pulled, write-protected, or not read back as written; and Cancelled.
    """
    began = time.monotonic()
    if kit.plan.target is Target.DEB:
        size_bytes = deb_kit.write_deb(
            kit.files, kit_name(kit.plan), kit.made_at, kit.courses, destination, task
        )
        written = folder_writing.Written(1, 0, size_bytes)
    elif kit.plan.target is Target.RUN:
        title = kit.plan.settings.look.name or "Course Player"
        size_bytes = run_kit.write_run(kit.files, title, kit_name(kit.plan), kit.made_at, destination, task)
        written = folder_writing.Written(1, 0, size_bytes)
    else:
        # Where a newer program takes the place of an older one, what only the older had must go.
        own_folders = [player.system.value for player in kit.plan.players]
        written = folder_writing.write_folder(kit.files, destination, own_folders, task)
    return MadeKit(
        destination,
        kit.made_at,
        written.files_written,
        written.files_kept,
        written.bytes_written,
        time.monotonic() - began,
    )


def holds_kit(kit: PreparedKit, destination: Path) -> bool:
    """Whether this very kit lies at a destination already: the stick was not changed for the next one."""
    if kit.plan.target.is_file:
        return holds_file(destination)
    try:
        with (destination / SUMS).open("rb") as file:
            return kit.sums != b"" and file.read(len(kit.sums) + 1) == kit.sums
    except OSError:
        return False


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    _remove_old_temporary_folders()
    try:
        folder = tempfile.TemporaryDirectory(prefix=_TEMPORARY, ignore_cleanup_errors=True)
    except OSError as refusal:
        raise storage_error(refusal, tempfile.gettempdir()) from refusal
    with folder as name:
        yield Path(name)


def _remove_old_temporary_folders() -> None:
    """Remove what kits left whose making was killed or lost its power: some hundred megabytes each."""
    long_ago = time.time() - _LONGEST_MAKING_SECONDS
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{_TEMPORARY}*"):
            # Another window may be at work; links of others are not followed.
            if folder.lstat().st_mtime < long_ago:
                shutil.rmtree(folder, ignore_errors=True)


class _Reading:
    """Gives each piece of work its stretch of the whole, by bytes."""

    def __init__(self, task: Task, total: int) -> None:
        self._task = task
        self._total = max(1, total)
        self._done = 0

    def part(self, size_bytes: int) -> TaskPart:
        """Return the task for the next piece of work."""
        start, self._done = self._done, self._done + size_bytes
        return TaskPart(self._task, start, self._done, self._total)


def _collected(
    plan: KitPlan,
    page: StartPage,
    settings: CheckedSettings,
    folder: Path,
    task: Task,
    pdf_writer: PdfWriter | None,
) -> tuple[KitFile, ...]:
    courses, players = page.courses, page.players
    course_bytes = sum(course.size_bytes for course in courses)
    reading = _Reading(task, 2 * course_bytes + 2 * sum(player.size_bytes for player in players))
    course_check.verify_courses(courses, reading.part(course_bytes))
    files = [file for player in players for file in _player_files(player, plan.target, folder, reading)]
    for course in courses:
        part = reading.part(course.size_bytes)
        files.append(copied_file(f"{COURSES}/{course.file_name}", course.path, part))
    files += [made_file(name, data) for name, data in settings.files]
    if plan.target is Target.DEB:
        return tuple(files)
    if any(player.system is PlayerSystem.LINUX for player in players):
        files.append(made_file(START_LINUX, START_LINUX_SCRIPT.encode("utf-8"), is_program=True))
    if pdf_writer is not None and not plan.target.is_file:
        files.append(made_file(SHEET, pdf_writer(sheet_html(page))))
    last = made_file(START_PAGE, page.html().encode("utf-8"))
    return (*files, made_file(SUMS, sums_of([*files, last]).encode("utf-8")), last)


def _player_files(player: PlayerBuild, target: Target, folder: Path, reading: _Reading) -> Iterator[KitFile]:
    below = player.system.value
    if player.kind in {BuildKind.SETUP, BuildKind.IMAGE}:
        check_sum(player.path, reading.part(player.size_bytes))
        place = player.path.name if target is Target.WINDOWS else f"{below}/{player.path.name}"
        yield copied_file(place, player.path, reading.part(player.size_bytes))
        return
    source = player.path
    unpacking = reading.part(player.size_bytes)
    if player.kind is not BuildKind.FOLDER:
        check_sum(player.path, unpacking)
        source = folder / below
        unpack_player(player, source, unpacking)
    for file in player.files:
        part = reading.part(file.size_bytes)
        yield copied_file(f"{below}/{file.place}", source / file.place, part, is_program=file.is_program)
