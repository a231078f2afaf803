"""Copies of the store: their words are closed, or opened, as those in the store are."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.learner.backups import Backups, open_copy
from courseplayer.learner.copying import copy_open_database
from courseplayer.learner.errors import storage_told
from courseplayer.learner.migrations import MIGRATIONS, upgrade
from courseplayer.learner.pin_rows import SlotValues, put_slots, slots_of
from courseplayer.learner.pins import Pin
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.salvage import LOOKING
from courseplayer.learner.sealed_rows import rewrite_words
from courseplayer.learner.sealing import DataKey, Seal
from courseplayer.system.atomic import sync_folder

_CHANGING, _CHANGED = ".changing", ".changed"
# What is left when the program is ended while it makes a copy; nobody reads it.
_UNFINISHED = (
    "{stem}*.partial*",
    f"{{stem}}*{_CHANGING}*",
    f"{{stem}}*{_CHANGED}*",
    ".????????????????.partial",
    "{stem}.reserve.partial",
)


def clear_unfinished(places: StorePlaces) -> None:
    """Remove copies that were never finished."""
    stem = places.store.stem
    for folder in _folders(places):
        for pattern in _UNFINISHED:
            with suppress(OSError):
                for path in folder.glob(pattern.format(stem=stem)):
                    path.unlink()
    for work in places.store.parent.glob(f"{LOOKING}*"):
        shutil.rmtree(work, ignore_errors=True)


def make_copies_agree(
    places: StorePlaces, learner_uuid: str, key: DataKey, pin: Pin | None
) -> tuple[Path, ...]:
    """Close a learner's words in every copy as ``pin`` says, or open them (None); everybody else's stay.

    Returns the files and folders that may hold plain words still and could not be changed: damaged ones,
    texts of nobody knows whom, a second folder that is not there.
    """
    left = list(_beyond_us(places))
    for path in _copies(places):
        try:
            _make_agree(path, learner_uuid, key, pin)
        except (PlainError, OSError, sqlite3.Error):
            left.append(path)
    return tuple(left)


def _folders(places: StorePlaces) -> Iterator[Path]:
    yield places.store.parent
    yield places.backups
    if places.second_backups is not None:
        yield places.second_backups


def _copies(places: StorePlaces) -> Iterator[Path]:
    for folder in (places.backups, places.second_backups):
        if folder is not None:
            yield from (backup.path for backup in Backups(folder).listed())
    with suppress(OSError):
        yield from sorted(places.store.parent.glob(f"{places.store.stem}-before-*{places.store.suffix}"))


def _beyond_us(places: StorePlaces) -> Iterator[Path]:
    stem = places.store.stem
    for pattern in (f"{stem}-damaged-*", f"{stem}-text-*.txt"):
        with suppress(OSError):
            yield from sorted(places.store.parent.glob(pattern))
    if places.second_backups is not None and not places.second_backups.is_dir():
        yield places.second_backups


def _make_agree(path: Path, learner_uuid: str, key: DataKey, pin: Pin | None) -> None:
    changing, changed = (path.with_name(path.name + ending) for ending in (_CHANGING, _CHANGED))
    try:
        with closing(open_copy(path)) as original:
            if _agrees(original, learner_uuid, key, pin):
                return
            copy_open_database(original, changing)
        with storage_told(path), closing(sqlite3.connect(changing, isolation_level=None)) as copy:
            copy.execute("PRAGMA temp_store = MEMORY")
            upgrade(copy, MIGRATIONS)
            _rewrite(copy, learner_uuid, key, pin)
            changed.unlink(missing_ok=True)
            # The copy of the copy has no free parts, in which plain words would be left.
            copy.execute("VACUUM INTO ?", (str(changed),))
        with changed.open("r+b") as file:
            os.fsync(file.fileno())
        changed.replace(path)
        sync_folder(path.parent)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    finally:
        for unfinished in (changing, changed):
            for ending in ("", "-journal", "-wal", "-shm"):
                with suppress(OSError):
                    unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def _agrees(copy: sqlite3.Connection, learner_uuid: str, key: DataKey, pin: Pin | None) -> bool:
    row = copy.execute("SELECT id FROM learners WHERE uuid = ?", (learner_uuid,)).fetchone()
    if row is None:
        return True
    kept = slots_of(copy, row[0])
    if pin is None:
        # Closed with an earlier key, it opens with the PIN of then only.
        return kept is None or kept[0] != key.id
    if kept is not None and kept[0] != key.id:
        # An earlier PIN's: it stays closed with that.
        return True
    return kept == _slots(pin)


def _slots(pin: Pin) -> SlotValues:
    slots = pin.slots
    return (slots.key_id, slots.pin_cost, slots.pin_salt, slots.pin_wrapped, slots.recovery_wrapped)


def _rewrite(copy: sqlite3.Connection, learner_uuid: str, key: DataKey, pin: Pin | None) -> None:
    (learner_id,) = copy.execute("SELECT id FROM learners WHERE uuid = ?", (learner_uuid,)).fetchone()
    closing_seal = Seal(learner_uuid, None if pin is None else key)
    copy.execute("BEGIN IMMEDIATE")
    rewrite_words(copy, learner_id, Seal(learner_uuid, key), closing_seal)
    if pin is None:
        copy.execute("DELETE FROM pins WHERE learner_id = ?", (learner_id,))
    else:
        put_slots(copy, learner_id, _slots(pin), is_tidy=True)
    copy.execute("COMMIT")
