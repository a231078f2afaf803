"""Closes what a learner wrote with a key, value by value, and opens it again.

`cryptography` is imported with the first use: those who set no PIN do without it.
"""

import base64
import binascii
import os
from dataclasses import dataclass
from typing import NewType

from courseplayer.course.errors import QT_TRANSLATE_NOOP
from courseplayer.learner.errors import LearnerStoreError

KeyId = NewType("KeyId", str)
"""Says which key closed a value: 16 hex digits."""

KEY_BYTES = 32
NONCE_BYTES = 12
_TAG_BYTES = 16
_ID_DIGITS = 16
# No text that we keep begins so: documents are JSON, paths are absolute, names of files have no colon.
_TEXT_MARK = "sealed1:"
_BYTES_MARK = b"\0CoursePlayer sealed 1\0"

_UNREADABLE = QT_TRANSLATE_NOOP(
    "errors",
    "Something you wrote cannot be opened with your PIN: the file was changed, or it belongs to an earlier "
    "PIN. It is kept as it is. Look in the backups, or ask the person who looks after the computer.",
)


class UnreadableSealError(LearnerStoreError):
    """A closed value is not one that this key closed for this place; it is left as it is."""

    def __init__(self) -> None:
        super().__init__(_UNREADABLE)


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a value stands; a value that was moved elsewhere does not open."""

    column: str
    draft_id: int
    row_id: int


class DataKey:
    """The key of one learner's words, made at random; the PIN only closes this key."""

    def __init__(self, key_id: KeyId, secret: bytes) -> None:
        self.id = key_id
        self._secret = bytearray(secret)

    @classmethod
    def new(cls) -> "DataKey":
        """Make a key that nobody has."""
        return cls(KeyId(os.urandom(_ID_DIGITS // 2).hex()), os.urandom(KEY_BYTES))

    @property
    def secret(self) -> bytes:
        """The key itself, to be closed with another."""
        return bytes(self._secret)

    def forget(self) -> None:
        """Overwrite the key; copies that the interpreter made are beyond our reach."""
        self._secret[:] = bytes(len(self._secret))

    def close(self, data: bytes, about: bytes) -> bytes:
        """Encrypt, so that it opens only with the same ``about``."""
        secret = bytes(self._secret)
        if not any(secret):
            # Forgotten by another thread just now: nothing may be closed with zeros.
            raise UnreadableSealError
        return encrypted(secret, data, about)

    def open(self, closed: bytes, about: bytes) -> bytes:
        """Decrypt; raises UnreadableSealError."""
        return decrypted(bytes(self._secret), closed, about)


class Seal:
    """Closes and opens the values of one learner; without a key they stay as they are."""

    def __init__(self, learner_uuid: str, key: DataKey | None) -> None:
        self._uuid = learner_uuid
        self._key = key

    def closed(self, place: RowPlace, text: str) -> str:
        """Return a text as it is to be stored."""
        if self._key is None:
            return text
        sealed = self._key.close(text.encode("utf-8"), self._about(place))
        return f"{_TEXT_MARK}{self._key.id}:{base64.b64encode(sealed).decode('ascii')}"

    def opened(self, place: RowPlace, stored: str) -> str:
        """Return a stored text as it was written; raises UnreadableSealError."""
        key_id = key_of_text(stored)
        if key_id is None:
            return stored
        try:
            sealed = base64.b64decode(stored[len(_TEXT_MARK) + _ID_DIGITS + 1 :], validate=True)
        except binascii.Error as odd:
            raise UnreadableSealError from odd
        return self._key_named(key_id).open(sealed, self._about(place)).decode("utf-8")

    def closed_bytes(self, place: RowPlace, data: bytes) -> bytes:
        """Return bytes as they are to be stored."""
        if self._key is None:
            return data
        return _BYTES_MARK + self._key.id.encode("ascii") + self._key.close(data, self._about(place))

    def opened_bytes(self, place: RowPlace, stored: bytes) -> bytes:
        """Return stored bytes as they were given; raises UnreadableSealError."""
        if not is_sealed_bytes(stored):
            return stored
        start = len(_BYTES_MARK) + _ID_DIGITS
        key_id = KeyId(stored[len(_BYTES_MARK) : start].decode("ascii", "replace"))
        return self._key_named(key_id).open(stored[start:], self._about(place))

    def _key_named(self, key_id: KeyId) -> DataKey:
        if self._key is None or self._key.id != key_id:
            raise UnreadableSealError
        return self._key

    def _about(self, place: RowPlace) -> bytes:
        return f"{place.column}\0{self._uuid}\0{place.draft_id}\0{place.row_id}".encode()


def key_of_text(stored: str) -> KeyId | None:
    """Return which key closed a text, None for a plain one."""
    if not stored.startswith(_TEXT_MARK):
        return None
    return KeyId(stored[len(_TEXT_MARK) : len(_TEXT_MARK) + _ID_DIGITS])


def is_sealed_bytes(stored: bytes) -> bool:
    """Tell closed bytes from plain ones."""
    return stored.startswith(_BYTES_MARK)


def is_whole_text(stored: str) -> bool:
    """Tell, without the key, whether a closed text can be one."""
    try:
        sealed = base64.b64decode(stored[len(_TEXT_MARK) + _ID_DIGITS + 1 :], validate=True)
    except (binascii.Error, ValueError):
        return False
    return key_of_text(stored) is not None and len(sealed) >= NONCE_BYTES + _TAG_BYTES


def encrypted(secret: bytes, data: bytes, about: bytes) -> bytes:
    """Encrypt with ChaCha20-Poly1305 under a new random nonce, which stands before the rest."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 - see the head

    nonce = os.urandom(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(secret).encrypt(nonce, data, about)


def decrypted(secret: bytes, closed: bytes, about: bytes) -> bytes:
    """Decrypt :func:`encrypted`; raises UnreadableSealError."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - see the head of the module
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    try:
        return ChaCha20Poly1305(secret).decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], about)
    except (InvalidTag, ValueError) as odd:
        raise UnreadableSealError from odd
