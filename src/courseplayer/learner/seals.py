"""Whose seal is on what: a connection carries the keys, so that no words are read or written past them."""

from sqlalchemy import ColumnElement, Connection, select

from courseplayer.course.errors import QT_TRANSLATE_NOOP
from courseplayer.learner.errors import LearnerStoreError
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.sealing import RowPlace, Seal, UnreadableSealError
from courseplayer.learner.tables import DRAFTS, LEARNERS, PINS
from courseplayer.learner.values import DraftId, LearnerId

_LOCKED = QT_TRANSLATE_NOOP(
    "errors",
    "What {name} wrote is locked with a PIN; everything is safe. "
    "Type the PIN, or the recovery key, to open it.",
)
_LOCKED_COPY = QT_TRANSLATE_NOOP(
    "errors",
    "These words are locked with a PIN, so no copy of them was written. "
    "Keep this window open, and type the PIN to go on.",
)
_FILE = RowPlace("file", 0, 0)
_KEYS = "courseplayer keys"


class LockedLearnerError(LearnerStoreError):
    """Words of a learner whose PIN nobody has typed."""


def carry(connection: Connection, keys: KeyRing) -> None:
    """Let a connection carry the keys with which its words are closed and opened."""
    connection.info[_KEYS] = keys


def of_learner(connection: Connection, learner_id: LearnerId) -> Seal:
    """Return the seal of a learner; raises LockedLearnerError."""
    return _seal(connection, LEARNERS.c.id == learner_id)


def of_draft(connection: Connection, draft_id: DraftId) -> Seal:
    """Return the seal of whoever wrote a draft; raises LockedLearnerError."""
    owner = select(DRAFTS.c.learner_id).where(DRAFTS.c.id == draft_id)
    return _seal(connection, LEARNERS.c.id == owner.scalar_subquery())


def _seal(connection: Connection, whose: ColumnElement[bool]) -> Seal:
    # Asked for each time: another window may have set or removed the PIN meanwhile.
    query = select(LEARNERS.c.uuid, LEARNERS.c.name, PINS.c.key_id)
    with_pins = query.join_from(LEARNERS, PINS, PINS.c.learner_id == LEARNERS.c.id, isouter=True)
    row = connection.execute(with_pins.where(whose)).one_or_none()
    if row is None:
        return Seal("", None)
    keys: KeyRing = connection.info[_KEYS]
    keys.note_pin(row.uuid, row.key_id is not None)
    if row.key_id is None:
        return Seal(row.uuid, None)
    key = keys.key(row.uuid)
    if key is None or key.id != row.key_id:
        raise LockedLearnerError(_LOCKED, name=row.name)
    return Seal(row.uuid, key)


class FileSeals:
    """Seals files beside the store, also when that cannot be read; for any thread."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def seal(self, learner_uuid: str, plain: bytes) -> bytes | None:
        """Return the closed bytes, None for a learner whose words may lie in plain.

        Raises LockedLearnerError when they must be closed and the key is not here.
        """
        key = self._keys.key(learner_uuid)
        if key is not None:
            return Seal(learner_uuid, key).closed_bytes(_FILE, plain)
        if self._keys.has_pin(learner_uuid):
            raise LockedLearnerError(_LOCKED_COPY)
        return None

    def unseal(self, learner_uuid: str, sealed: bytes) -> bytes | None:
        """Return the plain bytes, None when they cannot be opened now."""
        try:
            return Seal(learner_uuid, self._keys.key(learner_uuid)).opened_bytes(_FILE, sealed)
        except UnreadableSealError:
            return None
