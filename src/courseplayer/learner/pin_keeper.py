"""Does with a PIN what concerns more than the store: its copies, and what is left in free parts of files."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TypeVar

from courseplayer.course.errors import PlainError
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.remains import clear_unfinished, make_copies_agree
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import LearnerId, PinChange, Proof

_T = TypeVar("_T")


class Kept(Protocol):
    """A store that somebody keeps."""

    def run(self, work: Callable[[LearnerStore], _T]) -> _T:
        """Let ``work`` do something with the store."""

    def back_up(self, *, is_forced: bool = False) -> object:
        """Make a backup."""


class PinKeeper:
    """The PINs of a kept store; for the thread of the store.

    What changes a PIN may take seconds where there are many backups. Nobody else's words are touched.
    """

    def __init__(self, kept: Kept, places: StorePlaces, keys: KeyRing) -> None:
        self._kept = kept
        self._places = places
        self._keys = keys

    def locked(self) -> frozenset[LearnerId]:
        """Return who has a PIN that was not typed."""
        return self._kept.run(lambda store: store.pins.locked())

    def unlock(self, learner_id: LearnerId, proof: Proof) -> None:
        """Open what a learner wrote, until :meth:`lock`; raises WrongPinError or BadRecoveryKeyError."""
        self._kept.run(lambda store: store.pins.unlock(learner_id, proof))

    def lock(self, learner_id: LearnerId) -> None:
        """Forget the key of a learner, if it is here."""
        self._kept.run(lambda store: store.pins.lock(learner_id))

    def set(self, learner_id: LearnerId, pin: str) -> PinChange:
        """Close everything a learner wrote, here and in the backups, with a new PIN; it stays unlocked.

        Raises RefusedPinError for a PIN that is no protection, else what the store raises: then nothing is
        closed.
        """
        clear_unfinished(self._places)
        recovery_key = self._kept.run(lambda store: store.pins.set(learner_id, pin))
        return PinChange(self._settled(learner_id), recovery_key)

    def change(self, learner_id: LearnerId, proof: Proof, new_pin: str) -> PinChange:
        """Give another PIN; the recovery key stays."""
        self._kept.run(lambda store: store.pins.change(learner_id, proof, new_pin))
        return PinChange(self._settled(learner_id))

    def renew_recovery_key(self, learner_id: LearnerId, proof: Proof) -> PinChange:
        """Give another recovery key; the old one opens nothing any more."""
        recovery_key = self._kept.run(lambda store: store.pins.renew_recovery_key(learner_id, proof))
        return PinChange(self._settled(learner_id), recovery_key)

    def remove(self, learner_id: LearnerId, proof: Proof) -> None:
        """Open everything a learner wrote for good, here and in the backups."""
        key = self._kept.run(lambda store: store.pins.remove(learner_id, proof))
        make_copies_agree(self._places, self._uuid(learner_id), key, None)
        key.forget()
        self._back_up()

    def settle(self, learner_id: LearnerId) -> tuple[Path, ...]:
        """Do what was left to do when the PIN was set or changed; nothing for who has none or is locked.

        Returns the files and folders that may hold plain words still. A disk that refuses is asked again the
        next time.
        """
        pin = self._kept.run(lambda store: store.pins.kept(learner_id))
        key = None if pin is None else self._keys.key(pin.learner_uuid)
        if pin is None or key is None:
            return ()
        left = () if pin.is_tidy or self._is_cleared(learner_id) else (self._places.store,)
        return (*left, *make_copies_agree(self._places, pin.learner_uuid, key, pin))

    def clear_remains(self) -> None:
        """Go on where the program was ended meanwhile, as far as that can be done with the keys at hand."""
        if not self._kept.run(lambda store: store.pins.has_untidy()):
            return
        clear_unfinished(self._places)
        for learner in self._kept.run(lambda store: store.learners()):
            if learner.has_pin and self._keys.key(learner.uuid) is not None:
                self._is_cleared(learner.id)
        with suppress(PlainError):
            self._kept.run(lambda store: store.clear_remains())

    def _settled(self, learner_id: LearnerId) -> tuple[Path, ...]:
        left = self.settle(learner_id)
        # Who loses the store finds the keys in a backup.
        self._back_up()
        return left

    def _is_cleared(self, learner_id: LearnerId) -> bool:
        with suppress(PlainError):
            self._kept.run(lambda store: store.pins.close_plain_words(learner_id))
            if self._kept.run(lambda store: store.clear_remains()):
                self._kept.run(lambda store: store.pins.set_tidy(learner_id))
                return True
        return False

    def _back_up(self) -> None:
        with suppress(PlainError):
            self._kept.back_up(is_forced=True)

    def _uuid(self, learner_id: LearnerId) -> str:
        learner = self._kept.run(lambda store: store.learner(learner_id))
        return "" if learner is None else learner.uuid
