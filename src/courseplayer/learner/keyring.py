"""The keys of those who typed their PIN, in memory alone, and the seal of each learner."""

from sqlalchemy import ColumnElement, Connection, select

from courseplayer.course.errors import QT_TRANSLATE_NOOP
from courseplayer.learner.errors import LearnerStoreError
from courseplayer.learner.sealing import DataKey, RowPlace, Seal
from courseplayer.learner.tables import ATTACHMENTS, DRAFTS, LEARNERS, PINS, REVISIONS
from courseplayer.learner.values import AttachmentId, DraftId, LearnerId, RevisionId

_LOCKED = QT_TRANSLATE_NOOP(
    "errors",
    "What {name} wrote is locked with a PIN; everything is safe. "
    "Type the PIN, or the recovery key, to open it.",
)
_FILE = RowPlace("file", 0, 0)


class LockedLearnerError(LearnerStoreError):
    """Words of a learner whose PIN nobody has typed."""


class KeyRing:
    """Holds keys until they are dropped; nothing of it is ever written."""

    def __init__(self) -> None:
        self._keys: dict[str, DataKey] = {}

    def add(self, learner_uuid: str, key: DataKey) -> None:
        """Keep a learner's key, in the place of one that was there."""
        self.drop(learner_uuid)
        self._keys[learner_uuid] = key

    def drop(self, learner_uuid: str) -> None:
        """Forget a learner's key, if there is one."""
        key = self._keys.pop(learner_uuid, None)
        if key is not None:
            key.forget()

    def clear(self) -> None:
        """Forget every key."""
        for learner_uuid in tuple(self._keys):
            self.drop(learner_uuid)

    def key(self, learner_uuid: str) -> DataKey | None:
        """Return a learner's key, None when it is not here."""
        return self._keys.get(learner_uuid)

    def closed_file(self, learner_uuid: str, data: bytes) -> bytes:
        """Return what may be written elsewhere than in the store, closed where the learner has a PIN.

        Needs no store: it is for the moment in which that cannot be written.
        """
        return Seal(learner_uuid, self.key(learner_uuid)).closed_bytes(_FILE, data)

    def opened_file(self, learner_uuid: str, data: bytes) -> bytes:
        """Return what :meth:`closed_file` was given; raises UnreadableSealError without the right key."""
        return Seal(learner_uuid, self.key(learner_uuid)).opened_bytes(_FILE, data)

    def seal(self, connection: Connection, learner_id: LearnerId) -> Seal:
        """Return the seal of a learner; raises LockedLearnerError."""
        return self._seal(connection, LEARNERS.c.id == learner_id)

    def seal_of_draft(self, connection: Connection, draft_id: DraftId) -> Seal:
        """Return the seal of whoever wrote a draft; raises LockedLearnerError."""
        owner = select(DRAFTS.c.learner_id).where(DRAFTS.c.id == draft_id)
        return self._seal(connection, LEARNERS.c.id == owner.scalar_subquery())

    def seal_of_revision(self, connection: Connection, revision_id: RevisionId) -> Seal:
        """Return the seal of whoever wrote a revision; raises LockedLearnerError."""
        draft = select(REVISIONS.c.draft_id).where(REVISIONS.c.id == revision_id)
        return self.seal_of_draft(connection, connection.execute(draft).scalar_one())

    def seal_of_attachment(self, connection: Connection, attachment_id: AttachmentId) -> Seal:
        """Return the seal of whoever added a file; raises LockedLearnerError."""
        draft = select(ATTACHMENTS.c.draft_id).where(ATTACHMENTS.c.id == attachment_id)
        return self.seal_of_draft(connection, connection.execute(draft).scalar_one())

    def _seal(self, connection: Connection, whose: ColumnElement[bool]) -> Seal:
        # Asked for each time: another window may have set or removed the PIN meanwhile.
        query = select(LEARNERS.c.uuid, LEARNERS.c.name, PINS.c.key_id)
        with_pins = query.join_from(LEARNERS, PINS, PINS.c.learner_id == LEARNERS.c.id, isouter=True)
        row = connection.execute(with_pins.where(whose)).one_or_none()
        if row is None or row.key_id is None:
            return Seal("" if row is None else row.uuid, None)
        key = self.key(row.uuid)
        if key is None or key.id != row.key_id:
            raise LockedLearnerError(_LOCKED, name=row.name)
        return Seal(row.uuid, key)
