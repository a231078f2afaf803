"""Copies of learner.db made as one works: which are kept, what each holds, and how one comes back."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError, storage_error
from courseplayer.course.outline import CourseId, StepId
from courseplayer.learner.copying import copy_open_database
from courseplayer.learner.errors import storage_told
from courseplayer.learner.migrations import MIGRATIONS, check_is_ours, upgrade
from courseplayer.learner.moments import from_ms
from courseplayer.learner.pin_rows import carry_pins
from courseplayer.learner.replacing import drop_incoming, incoming_path, replace_store
from courseplayer.learner.values import DraftKind

EVERY = timedelta(minutes=30)
"""How long one may go on working before the next backup."""
KEPT_ALL = timedelta(hours=2)
KEPT_HOURLY = timedelta(days=1)
KEPT_DAILY = timedelta(days=7)
KEPT_WEEKLY = timedelta(days=62)
MOST_BYTES = 512 * 1024 * 1024
"""All backups together; the newest is kept whatever its size."""
_NAME = re.compile(r"learner-(\d{8}-\d{6})\.db")
_BEFORE_RESTORING = re.compile(r"learner-before-restore-(\d{8}-\d{6})(?:-\d+)?\.db")
_STAMP = "%Y%m%d-%H%M%S"

_UNREADABLE = QT_TRANSLATE_NOOP(
    "errors",
    "The backup {file} cannot be read; what you have now is safe and unchanged. Choose another backup.",
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file; ``made_at`` is UTC. ``is_replaced``: the store that a restored one took the place of."""

    path: Path
    made_at: datetime
    size_bytes: int
    is_replaced: bool = False


@dataclass(frozen=True, slots=True)
class BackedUpText:
    """A text in a backup; ``saved_at`` is UTC."""

    learner: str
    course_id: CourseId
    step_id: StepId
    kind: DraftKind
    words: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds, to be told in words; texts with the newest first."""

    learners: tuple[str, ...]
    texts: tuple[BackedUpText, ...]


class Backups:
    """The backups in one folder, and copies of the newest in a second one where that is wanted."""

    def __init__(self, folder: Path, second_folder: Path | None = None) -> None:
        self._folder = folder
        self._second_folder = second_folder

    def listed(self) -> tuple[Backup, ...]:
        """Return the backups of both folders, newest first; a folder that is not there holds none."""
        found: dict[str, Backup] = {}
        for folder in (self._folder, self._second_folder):
            for backup in _in_folder(folder):
                found.setdefault(backup.path.name, backup)
        return tuple(sorted(found.values(), key=_made_at, reverse=True))

    def is_due(self, now: datetime) -> bool:
        """Tell whether the newest backup is too old; a clock that was set back makes one due."""
        newest = next(iter(_in_folder(self._folder)), None)
        return newest is None or not timedelta(0) <= now - newest.made_at < EVERY

    def make(self, store_path: Path, now: datetime) -> Backup:
        """Copy the store as it is now and forget backups that are no longer kept.

        Raises PlainError when the disk refuses; a second folder that refuses is passed over.
        """
        backup = _copy(store_path, self._folder, now)
        if self._second_folder is not None:
            with suppress(PlainError):
                _copy(backup.path, self._second_folder, now)
        for folder in (self._folder, self._second_folder):
            for old in no_longer_kept(_in_folder(folder), now):
                with suppress(OSError):
                    old.path.unlink()
        return backup


def no_longer_kept(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Choose what may go.

    All stay for two hours, one an hour for a day, one a day for a week, and one a week for two months.
    Of each such time the newest stays, and the newest of all always. Those from a future (the clock was set
    back) stay until that future has passed.
    """
    kept: set[Path] = set()
    seen: set[tuple[str, int]] = set()
    room = MOST_BYTES
    for backup in sorted(backups, key=_made_at, reverse=True):
        slot = _slot(backup.made_at, now)
        if kept and (slot is None or slot in seen or backup.size_bytes > room):
            continue
        seen.add(slot or ("old", 0))
        kept.add(backup.path)
        room -= backup.size_bytes
    return tuple(backup for backup in backups if backup.path not in kept)


def contents(path: Path) -> BackupContents:
    """Read what a backup holds; raises PlainError when it is not a sound copy of a store."""
    try:
        with closing(open_copy(path)) as connection:
            learners = tuple(str(name) for (name,) in connection.execute(_LEARNERS))
            texts = tuple(
                BackedUpText(
                    str(name),
                    CourseId(course),
                    StepId(step),
                    DraftKind(kind),
                    int(words),
                    from_ms(int(saved)),
                )
                for name, course, step, kind, words, saved in connection.execute(_TEXTS)
            )
    except (sqlite3.Error, ValueError, TypeError, PlainError) as odd:
        raise PlainError(_UNREADABLE, file=path.name) from odd
    return BackupContents(learners, texts)


def replaced_stores(store_path: Path) -> tuple[Backup, ...]:
    """Return the stores that were there before a backup was restored, newest first."""
    return tuple(
        replace(found, is_replaced=True) for found in _in_folder(store_path.parent, _BEFORE_RESTORING)
    )


def restore(backup: Path, store_path: Path, now: datetime) -> Path:
    """Put a backup in the store's place and return where the store that was there is kept.

    The store must be closed. Raises PlainError; the store is then as it was.
    """
    contents(backup)
    kept = free_path(store_path.with_name(f"learner-before-restore-{stamp(now)}.db"))
    try:
        copy_database(backup, incoming_path(store_path))
        if store_path.exists():
            copy_database(store_path, kept)
            _keep_pins(store_path, incoming_path(store_path))
        replace_store(store_path)
    finally:
        drop_incoming(store_path)
    return kept


def copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use, whole or not at all, safe on the disk when this returns."""
    with storage_told(target), closing(open_copy(source)) as original:
        copy_open_database(original, target)


def open_copy(path: Path) -> sqlite3.Connection:
    """Open a store's file for reading alone; raises PlainError when it is not one of ours or newer."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    is_ours = False
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        check_is_ours(connection, path, MIGRATIONS)
        is_ours = True
    finally:
        if not is_ours:
            connection.close()
    return connection


def free_path(path: Path) -> Path:
    """Return the path, or one like it with a number, where nothing is yet."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


_LEARNERS = "SELECT name FROM learners ORDER BY name_key"
_TEXTS = """SELECT learners.name, drafts.course_id, drafts.step_id, drafts.kind, newest.words, newest.saved_ms
    FROM drafts JOIN learners ON learners.id = drafts.learner_id
    JOIN revisions AS newest
      ON newest.id = (SELECT max(id) FROM revisions WHERE revisions.draft_id = drafts.id)
    ORDER BY newest.saved_ms DESC, drafts.id"""


def _copy(source: Path, folder: Path, now: datetime) -> Backup:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"learner-{stamp(now)}.db"
        copy_database(source, target)
        return Backup(target, now.replace(microsecond=0), target.stat().st_size)
    except OSError as refusal:
        raise storage_error(refusal, folder) from refusal


def _keep_pins(store_path: Path, incoming: Path) -> None:
    connect = partial(sqlite3.connect, isolation_level=None)
    with (
        storage_told(incoming),
        closing(open_copy(store_path)) as present,
        closing(connect(incoming)) as made,
    ):
        made.execute("PRAGMA synchronous = FULL")
        upgrade(made, MIGRATIONS)
        carry_pins(present, made)


def _in_folder(folder: Path | None, names: re.Pattern[str] = _NAME) -> tuple[Backup, ...]:
    return tuple(sorted(_found(folder, names), key=_made_at, reverse=True))


def _found(folder: Path | None, names: re.Pattern[str]) -> Iterable[Backup]:
    if folder is None:
        return
    with suppress(OSError):
        for path in folder.iterdir():
            name = names.fullmatch(path.name)
            if name is not None:
                made_at = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
                yield Backup(path, made_at, path.stat().st_size)


def _slot(made_at: datetime, now: datetime) -> tuple[str, int] | None:
    age = now - made_at
    seconds = int(made_at.timestamp())
    if age < KEPT_ALL:
        return ("each", seconds)
    for kept_for, unit, length in (
        (KEPT_HOURLY, "hour", 3_600),
        (KEPT_DAILY, "day", 86_400),
        (KEPT_WEEKLY, "week", 7 * 86_400),
    ):
        if age < kept_for:
            return (unit, seconds // length)
    return None


def stamp(now: datetime) -> str:
    """Return a moment as it stands in the names of files (UTC)."""
    return now.astimezone(UTC).strftime(_STAMP)


def _made_at(backup: Backup) -> datetime:
    return backup.made_at
