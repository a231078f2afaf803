"""Keeps learner.db: one window at a time, checked at the start, backed up, with room on a full disk."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from courseplayer.course.errors import PlainError
from courseplayer.learner.backups import Backup, BackupContents, Backups, contents, replaced_stores, restore
from courseplayer.learner.erasing import Erased, beyond_reach, copies_with, erase_from_copies
from courseplayer.learner.errors import (
    DAMAGED,
    FULL,
    LOST,
    DamagedStoreError,
    FullDiskError,
    LearnerStoreError,
    LostStoreError,
)
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.lock import StoreLock, take_lock
from courseplayer.learner.pin_keeper import PinKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.replacing import finish_replacing
from courseplayer.learner.reserve import Reserve
from courseplayer.learner.salvage import SalvageReport, is_damaged, is_emptied, salvage
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import Holdings, Learner
from courseplayer.system.clock import Clock

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class KeptAbout:
    """What is kept about a learner: in the store, in copies of it, and what may be in files out of reach."""

    holdings: Holdings
    store: Path
    copies: tuple[Path, ...]
    beyond_reach: tuple[Path, ...]


class StoreKeeper:
    """Opens the store with the first work and keeps it until :meth:`close`; for one thread at a time."""

    def __init__(self, places: StorePlaces, clock: Clock, keys: KeyRing | None = None) -> None:
        self._places = places
        self._clock = clock
        self._backups = Backups(places.backups, places.second_backups)
        self._reserve = Reserve(places.store)
        self._lock: StoreLock | None = None
        self._store: LearnerStore | None = None
        self._changes_backed_up = 0
        self._report: SalvageReport | None = None
        self._is_begun_anew = False
        self._replaced: Path | None = None
        self._people: tuple[Learner, ...] = ()
        self._is_doubtful = False
        self._file: tuple[int, int] | None = None
        self.keys = KeyRing() if keys is None else keys
        self.pins = PinKeeper(self, places, self.keys)

    def look(self) -> SalvageReport | None:
        """Open the store and return what became of a damaged one since the last look, None if sound."""
        self._opened()
        report, self._report = self._report, None
        return report

    def was_begun_anew(self) -> bool:
        """Open the store and tell, once, whether there was none any more although there are backups of it."""
        self._opened()
        is_begun_anew, self._is_begun_anew = self._is_begun_anew, False
        return is_begun_anew

    def replaced_since(self) -> Path | None:
        """Return, once, where the store is that a restored backup took the place of; None if none did."""
        replaced, self._replaced = self._replaced, None
        return replaced

    def run(self, work: Callable[[LearnerStore], _T]) -> _T:
        """Let ``work`` do something with the store; on a full disk give up the reserve and try again.

        Raises StoreInUseError while another window has the store, LostStoreError while its stick is not
        there, else what the store raises.
        """
        store = self._opened()
        try:
            value = self._done_with_room(work, store)
        except LearnerStoreError as failure:
            # What a pulled stick had open stays dead when it is plugged in again.
            self._is_doubtful = type(failure) in {LearnerStoreError, LostStoreError}
            raise
        if self._identity() != self._file:
            # A file without a name goes on taking words, and keeps them from everybody.
            self._is_doubtful = True
            raise LostStoreError(LOST, file=self._places.store)
        return value

    def back_up(self, *, is_forced: bool = False) -> Backup | None:
        """Make a backup if one is due and something was changed; None when there was no need."""
        if self._store is None:
            return None
        if self._identity() != self._file:
            # No folder is made where a stick was.
            if is_forced:
                raise LostStoreError(LOST, file=self._places.store)
            return None
        has_changed = self._store.changes != self._changes_backed_up
        now = self._clock.now()
        if not is_forced and not (has_changed and self._backups.is_due(now)):
            return None
        backup = self._backups.make(self._places.store, now)
        self._changes_backed_up = self._store.changes
        self._reserve.set_aside()
        return backup

    def backups(self) -> tuple[tuple[Backup, BackupContents], ...]:
        """Return what can be restored, newest first; backups that cannot be read are left out."""
        return _readable(self._backups.listed())

    def replaced_stores(self) -> tuple[tuple[Backup, BackupContents], ...]:
        """Return what was there before backups were restored, and can be restored too, newest first."""
        return _readable(replaced_stores(self._places.store))

    def restore(self, backup: Path) -> Path:
        """Put a backup in the store's place; returns where the present store is kept. Raises PlainError."""
        self._opened()
        self._close_store()
        self._people = ()
        self._replaced = restore(backup, self._places.store, self._clock.now())
        return self._replaced

    def kept_about(self, learner: Learner) -> KeptAbout:
        """Return what is kept about a learner, in the store and elsewhere."""
        return KeptAbout(
            self.run(partial(_holdings, learner)),
            self._places.store,
            copies_with(self._places, learner.uuid),
            beyond_reach(self._places),
        )

    def erase(self, learner: Learner) -> Erased:
        """Delete everything of a learner, also in every copy that can be reached; others are untouched.

        Raises PlainError; the learner is then in the store as before. No copy is changed before that.
        """
        is_clean = self.run(partial(_erase, learner))
        self.keys.drop(learner.uuid)
        self.keys.note_pin(learner.uuid, has_pin=False)
        self._people = tuple(one for one in self._people if one.id != learner.id)
        done, refused = erase_from_copies(self._places, learner.uuid)
        return Erased(done, (*refused, *beyond_reach(self._places)), is_clean)

    def close(self) -> None:
        """Let go of the store and of the lock; may be called more than once. Keys stay: see LearnerAccess."""
        self._close_store()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _opened(self) -> LearnerStore:
        path = self._places.store
        if self._is_doubtful:
            self._let_go_of_lost()
        if self._store is None:
            if self._lock is None:
                self._lock = take_lock(path, self._clock.now())
            finish_replacing(path)
            if is_damaged(path) or is_emptied(path, self._backups):
                if self._people:
                    # Amid somebody's words: the next start is soon enough, and tells what came back.
                    raise DamagedStoreError(DAMAGED, file=path)
                self._report = salvage(path, self._backups, self._clock.now())
            self._is_begun_anew = not path.exists() and bool(self._backups.listed())
            self._store = open_learner_store(
                path, self._clock, is_portable=self._places.is_portable, keys=self.keys
            )
            self._file = self._identity()
            self._changes_backed_up = 0
            self._check_people(self._store)
            self._reserve.set_aside()
            self.pins.clear_remains()
        if not self._people:
            self._people = self._store.learners()
        return self._store

    def _let_go_of_lost(self) -> None:
        """Open the store anew at the next need, once it is there: never a new one in its place."""
        if not self._places.store.exists():
            raise LostStoreError(LOST, file=self._places.store)
        self._let_go()
        self._is_doubtful = False

    def _check_people(self, store: LearnerStore) -> None:
        """Refuse the store of another stick that was plugged in for this one: its learners are others."""
        there = {learner.id: learner.uuid for learner in store.learners()}
        if self._report is not None or all(there.get(known.id) == known.uuid for known in self._people):
            return
        self._let_go()
        self._is_doubtful = True
        raise LostStoreError(LOST, file=self._places.store)

    def _done_with_room(self, work: Callable[[LearnerStore], _T], store: LearnerStore) -> _T:
        try:
            return work(store)
        except LearnerStoreError as refusal:
            is_full = isinstance(refusal, FullDiskError)
            # SQLite tells a used-up quota like any other failure of the disk.
            if not is_full and not (type(refusal) is LearnerStoreError and self._reserve.is_needed()):
                raise
            if self._reserve.give_up():
                return work(store)
            if is_full:
                raise
            raise FullDiskError(FULL, file=self._places.store) from refusal

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self._places.store.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _let_go(self) -> None:
        with contextlib.suppress(PlainError):
            self._close_store()
        self._store = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _holdings(learner: Learner, store: LearnerStore) -> Holdings:
    return store.holdings(learner.id)


def _erase(learner: Learner, store: LearnerStore) -> bool:
    return store.erase(learner)


def _readable(copies: tuple[Backup, ...]) -> tuple[tuple[Backup, BackupContents], ...]:
    return tuple((copy, held) for copy in copies if (held := _contents(copy.path)) is not None)


def _contents(path: Path) -> BackupContents | None:
    try:
        return contents(path)
    except PlainError:
        return None
