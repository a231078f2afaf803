"""The data key of a learner, closed twice: with the PIN and with the recovery key."""

import os
import unicodedata
from dataclasses import dataclass

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.learner.errors import DamagedStoreError
from courseplayer.learner.recovery import BadRecoveryKeyError, new_recovery_key, wrapping_key
from courseplayer.learner.sealing import KEY_BYTES, DataKey, KeyId, UnreadableSealError, decrypted, encrypted

LEAST_CHARACTERS, MOST_CHARACTERS = 6, 64
_SALT_BYTES = 16
_MEMORY_KIB, _PASSES, _LANES = 65_536, 2, 1
"""Of Argon2id: 64 MiB and 0.23 s on a PC of two cores (measured), about half a second on a weak one."""
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1_048_576, 64, 64
_RUNS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop")

_SHORT = QT_TRANSLATE_NOOP(
    "errors",
    "A PIN needs at least {limit} digits or letters; nothing was changed. Type a longer one.",
)
_LONG = QT_TRANSLATE_NOOP(
    "errors", "A PIN can have {limit} characters at most; nothing was changed. Type a shorter one."
)
_EASY = QT_TRANSLATE_NOOP(
    "errors",
    "This PIN is the first that others would try; nothing was changed. "
    "Choose one that is not a row like 123456 or the same digit again and again.",
)
_OTHER_KEY = QT_TRANSLATE_NOOP(
    "errors",
    "This is the recovery key of somebody else, or an old one, so nothing was opened; everything written is "
    "safe. Look for the paper with this name and the newest date.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "What is kept about this PIN is damaged, so it opens nothing; everything written is still there. "
    "Restore a backup, or ask the person who looks after the computer.",
)


class RefusedPinError(BadInputError):
    """A PIN that cannot be taken: too short, too long, or the first that anybody would try."""


@dataclass(frozen=True, slots=True)
class KeySlots:
    """What is stored so that a PIN or a recovery key opens the data key; none of it is secret."""

    key_id: KeyId
    pin_cost: str
    pin_salt: bytes
    pin_wrapped: bytes
    recovery_wrapped: bytes


def check_new_pin(pin: str) -> None:
    """Raise RefusedPinError for a PIN that is no protection."""
    plain = _same_everywhere(pin)
    if len(plain) < LEAST_CHARACTERS:
        raise RefusedPinError(_SHORT, limit=LEAST_CHARACTERS)
    if len(plain) > MOST_CHARACTERS:
        raise RefusedPinError(_LONG, limit=MOST_CHARACTERS)
    low = plain.casefold()
    if len(set(low)) < 3 or any(low in run or low in run[::-1] for run in _RUNS):
        raise RefusedPinError(_EASY)


def new_slots(learner_uuid: str, pin: str, key: DataKey) -> tuple[KeySlots, str]:
    """Close a data key with a PIN, and with a new recovery key, which is returned beside. Takes its time."""
    recovery_key = new_recovery_key()
    about = _about("recovery", learner_uuid, key.id)
    recovery_wrapped = encrypted(wrapping_key(recovery_key), key.secret, about)
    cost, salt, wrapped = _closed_with_pin(learner_uuid, pin, key)
    return KeySlots(key.id, cost, salt, wrapped, recovery_wrapped), recovery_key


def with_other_pin(slots: KeySlots, learner_uuid: str, pin: str, key: DataKey) -> KeySlots:
    """Return the slots for another PIN; the recovery key stays. Takes its time."""
    cost, salt, wrapped = _closed_with_pin(learner_uuid, pin, key)
    return KeySlots(slots.key_id, cost, salt, wrapped, slots.recovery_wrapped)


def with_other_recovery_key(slots: KeySlots, learner_uuid: str, key: DataKey) -> tuple[KeySlots, str]:
    """Return the slots for a new recovery key, and that key; the old paper opens nothing any more."""
    recovery_key = new_recovery_key()
    wrapped = encrypted(wrapping_key(recovery_key), key.secret, _about("recovery", learner_uuid, key.id))
    return KeySlots(slots.key_id, slots.pin_cost, slots.pin_salt, slots.pin_wrapped, wrapped), recovery_key


def key_from_pin(slots: KeySlots, learner_uuid: str, pin: str) -> DataKey | None:
    """Open the data key with a PIN, None when it is another PIN. Takes its time, right or wrong."""
    secret = _stretched(pin, slots.pin_salt, slots.pin_cost)
    try:
        about = _about("pin", learner_uuid, slots.key_id)
        return DataKey(slots.key_id, decrypted(secret, slots.pin_wrapped, about))
    except UnreadableSealError:
        return None


def key_from_recovery_key(slots: KeySlots, learner_uuid: str, recovery_key: str) -> DataKey:
    """Open the data key with the recovery key; raises BadRecoveryKeyError."""
    secret = wrapping_key(recovery_key)
    try:
        about = _about("recovery", learner_uuid, slots.key_id)
        return DataKey(slots.key_id, decrypted(secret, slots.recovery_wrapped, about))
    except UnreadableSealError as odd:
        raise BadRecoveryKeyError(_OTHER_KEY) from odd


def _closed_with_pin(learner_uuid: str, pin: str, key: DataKey) -> tuple[str, bytes, bytes]:
    salt = os.urandom(_SALT_BYTES)
    cost = f"argon2id {_MEMORY_KIB} {_PASSES} {_LANES}"
    secret = _stretched(pin, salt, cost)
    return cost, salt, encrypted(secret, key.secret, _about("pin", learner_uuid, key.id))


def _stretched(pin: str, salt: bytes, cost: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - see sealing.py

    memory, passes, lanes = _cost(cost)
    stretch = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory)
    return stretch.derive(_same_everywhere(pin).encode("utf-8"))


def _cost(cost: str) -> tuple[int, int, int]:
    # From a file that anybody may have written to: no number of it may take all memory or a day.
    name, *numbers = cost.split()
    if name != "argon2id" or len(numbers) != 3 or not all(n.isascii() and n.isdigit() for n in numbers):
        raise DamagedStoreError(_DAMAGED)
    memory, passes, lanes = (int(number[:10]) for number in numbers)
    is_sane = 8 * lanes <= memory <= _MOST_MEMORY_KIB and 1 <= passes <= _MOST_PASSES
    if not is_sane or not 1 <= lanes <= _MOST_LANES:
        raise DamagedStoreError(_DAMAGED)
    return memory, passes, lanes


def _same_everywhere(pin: str) -> str:
    """Return a PIN as every keyboard gives it: digits of other scripts are the same digits."""
    normal = unicodedata.normalize("NFKC", pin).strip()
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in normal)


def _about(slot: str, learner_uuid: str, key_id: KeyId) -> bytes:
    return f"{slot}\0{learner_uuid}\0{key_id}".encode()
