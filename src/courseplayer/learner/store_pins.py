"""What can be done with the PINs of a store: set, typed, changed, removed."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from courseplayer.learner import learners, pins, seals
from courseplayer.learner.database import driver_of
from courseplayer.learner.key_slots import (
    KeySlots,
    check_new_pin,
    key_from_pin,
    key_from_recovery_key,
    new_slots,
    with_other_pin,
    with_other_recovery_key,
)
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.moments import to_ms
from courseplayer.learner.pins import Pin
from courseplayer.learner.sealed_rows import rewrite_words
from courseplayer.learner.sealing import DataKey, Seal
from courseplayer.learner.values import LearnerId, Proof, TypedPin
from courseplayer.system.clock import Clock


class StorePins:
    """The PINs of one open store; what a PIN takes a third of a second for happens outside transactions."""

    def __init__(
        self, transaction: Callable[[], AbstractContextManager[Connection]], keys: KeyRing, clock: Clock
    ) -> None:
        self._transaction = transaction
        self._keys = keys
        self._clock = clock

    def locked(self) -> frozenset[LearnerId]:
        """Return who has a PIN that was not typed."""
        with self._transaction() as connection:
            everyone = learners.listed(connection)
        for one in everyone:
            self._keys.note_pin(one.uuid, one.has_pin)
        return frozenset(one.id for one in everyone if one.has_pin and self._keys.key(one.uuid) is None)

    def set(self, learner_id: LearnerId, pin: str) -> str:
        """Close everything a learner wrote with a new PIN; returns the recovery key. Leaves it unlocked.

        Raises RefusedPinError for a PIN that is no protection.
        """
        check_new_pin(pin)
        uuid = self._uuid(learner_id)
        key = DataKey.new()
        slots, recovery_key = new_slots(uuid, pin, key)
        with self._transaction() as connection:
            pins.add(connection, learner_id, slots)
            rewrite_words(driver_of(connection), learner_id, Seal(uuid, None), Seal(uuid, key))
        self._keys.add(uuid, key)
        return recovery_key

    def unlock(self, learner_id: LearnerId, proof: Proof) -> None:
        """Open what a learner wrote; raises WrongPinError or BadRecoveryKeyError."""
        pin, key = self._proven(learner_id, proof)
        self._keys.add(pin.learner_uuid, key)

    def lock(self, learner_id: LearnerId) -> None:
        """Forget the key of a learner."""
        self._keys.drop(self._uuid(learner_id))

    def change(self, learner_id: LearnerId, proof: Proof, new_pin: str) -> None:
        """Give another PIN, and leave unlocked; the recovery key stays. Raises as set and unlock do."""
        check_new_pin(new_pin)
        pin, key = self._proven(learner_id, proof)
        self._replace(pin, key, with_other_pin(pin.slots, pin.learner_uuid, new_pin, key))

    def renew_recovery_key(self, learner_id: LearnerId, proof: Proof) -> str:
        """Return a new recovery key; the old one opens nothing any more."""
        pin, key = self._proven(learner_id, proof)
        slots, recovery_key = with_other_recovery_key(pin.slots, pin.learner_uuid, key)
        self._replace(pin, key, slots)
        return recovery_key

    def remove(self, learner_id: LearnerId, proof: Proof) -> DataKey:
        """Store everything a learner wrote as plain text again; returns the key, for what else it closes."""
        pin, key = self._proven(learner_id, proof)
        uuid = pin.learner_uuid
        with self._transaction() as connection:
            rewrite_words(driver_of(connection), learner_id, Seal(uuid, key), Seal(uuid, None))
            pins.remove(connection, learner_id)
        self._keys.drop(uuid)
        self._keys.note_pin(uuid, False)
        return key

    def close_plain_words(self, learner_id: LearnerId) -> None:
        """Close what came back as plain text, out of a damaged store or from elsewhere; must be unlocked."""
        with self._transaction() as connection:
            seal = seals.of_learner(connection, learner_id)
            rewrite_words(driver_of(connection), learner_id, seal, seal)

    def kept(self, learner_id: LearnerId) -> Pin | None:
        """Return what is kept of a learner's PIN."""
        with self._transaction() as connection:
            return pins.find(connection, learner_id)

    def has_untidy(self) -> bool:
        """Tell whether plain words may be left in free parts of the file."""
        with self._transaction() as connection:
            return pins.has_untidy(connection)

    def set_tidy(self, learner_id: LearnerId) -> None:
        """Keep that no plain words are left."""
        with self._transaction() as connection:
            pins.set_tidy(connection, learner_id)

    def _replace(self, pin: Pin, key: DataKey, slots: KeySlots) -> None:
        with self._transaction() as connection:
            pins.replace(connection, pin.learner_id, slots)
        self._keys.add(pin.learner_uuid, key)

    def _proven(self, learner_id: LearnerId, proof: Proof) -> tuple[Pin, DataKey]:
        with self._transaction() as connection:
            if not isinstance(proof, TypedPin):
                pin, refusal = pins.of(connection, learner_id), None
            else:
                pin, refusal = pins.begin_try(connection, learner_id, to_ms(self._clock.now()))
        if refusal is not None:
            raise refusal
        if isinstance(proof, TypedPin):
            key = key_from_pin(pin.slots, pin.learner_uuid, proof.text)
        else:
            key = key_from_recovery_key(pin.slots, pin.learner_uuid, proof.text)
        if key is None:
            raise pins.wrong(pin)
        with self._transaction() as connection:
            pins.right(connection, learner_id)
        return pin, key

    def _uuid(self, learner_id: LearnerId) -> str:
        with self._transaction() as connection:
            found = learners.find(connection, learner_id)
        return "" if found is None else found.uuid
