"""The learner's store: one method for each thing a person does, one transaction each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.course.writing import Document
from courseplayer.learner import attachments, drafts, holdings, last_minutes, learners, progress, submitted
from courseplayer.learner.database import clear_remains, driver_of, open_database
from courseplayer.learner.erasing import erase_rows
from courseplayer.learner.errors import storage_told
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.migrations import MIGRATIONS, Migration
from courseplayer.learner.moments import to_ms
from courseplayer.learner.seals import carry
from courseplayer.learner.store_pins import StorePins
from courseplayer.learner.values import (
    Attachment,
    AttachmentId,
    CertainMoment,
    Draft,
    DraftId,
    DraftKind,
    Holdings,
    LastMinutes,
    Learner,
    LearnerId,
    Moved,
    Revision,
    RevisionId,
    SaveReason,
    Submission,
)
from courseplayer.system.clock import Clock


def open_learner_store(
    path: Path,
    clock: Clock,
    *,
    is_portable: bool = False,
    migrations: Sequence[Migration] = MIGRATIONS,
    keys: KeyRing | None = None,
) -> "LearnerStore":
    """Open ``learner.db``, made or brought up to date if needed; raises PlainError and leaves it as it was.

    ``is_portable`` says that the file lies on a stick or a network share. ``keys`` are those of learners
    whose PIN was typed already.
    """
    connection = open_database(path, is_portable=is_portable, migrations=migrations)
    return LearnerStore(connection, path, clock, KeyRing() if keys is None else keys)


class LearnerStore:
    """Everything people did and wrote on this computer.

    One thread at a time may call it. What a method has returned for is on the disk. Every method may
    raise LearnerStoreError; what was saved before is then still there. Ids are those the store gave.
    What reads or writes words raises LockedLearnerError while a PIN keeps them closed.
    """

    def __init__(self, connection: Connection, path: Path, clock: Clock, keys: KeyRing) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self.keys = keys
        carry(connection, keys)
        self.pins = StorePins(self._transaction, keys, clock)
        self._own_revisions: set[RevisionId] = set()

    def close(self) -> None:
        """Let go of the file; may be called more than once."""
        with storage_told(self._path):
            self._connection.close()

    def now(self) -> datetime:
        """Return the moment that would be kept with what is done now (UTC)."""
        return self._clock.now()

    @property
    def changes(self) -> int:
        """How many rows were changed since the store was opened."""
        return driver_of(self._connection).total_changes

    def clear_remains(self) -> bool:
        """Leave nothing in the file and its journal that no row has; tells whether all was done."""
        with storage_told(self._path):
            return clear_remains(driver_of(self._connection))

    def learners(self) -> tuple[Learner, ...]:
        """Return everyone in order of their names."""
        with self._transaction() as connection:
            return learners.listed(connection)

    def learner(self, learner_id: LearnerId) -> Learner | None:
        """Return one learner, None when there is no such person."""
        with self._transaction() as connection:
            return learners.find(connection, learner_id)

    def add_learner(self, name: str) -> Learner:
        """Add a person; raises RefusedNameError for a name that is empty, too long or taken."""
        with self._transaction() as connection:
            return learners.add(connection, name, self._now_ms())

    def rename_learner(self, learner_id: LearnerId, name: str) -> None:
        """Change how a person is called; raises RefusedNameError."""
        with self._transaction() as connection:
            learners.rename(connection, learner_id, name)

    def last_learner(self) -> LearnerId | None:
        """Return who was chosen last, None when nobody ever was."""
        with self._transaction() as connection:
            return learners.last(connection)

    def choose_learner(self, learner_id: LearnerId) -> None:
        """Remember who learns now."""
        with self._transaction() as connection:
            learners.choose(connection, learner_id)

    def progress(self, learner_id: LearnerId, course_id: CourseId) -> CourseProgress:
        """Return how far a learner has come in a course, empty when it was never opened."""
        with self._transaction() as connection:
            return progress.load(connection, learner_id, course_id)

    def mark_done(self, learner_id: LearnerId, course_id: CourseId, step_id: StepId, is_done: bool) -> None:
        """Mark a step as complete or not."""
        with self._transaction() as connection:
            done_ms = self._now_ms() if is_done else None
            progress.set_done(connection, learner_id, course_id, step_id, done_ms)

    def remember_place(self, learner_id: LearnerId, location: Location) -> None:
        """Keep the last place in a course, and with a position also where that medium was left."""
        with self._transaction() as connection:
            progress.remember(connection, learner_id, location, self._now_ms())

    def draft(
        self, learner_id: LearnerId, course_id: CourseId, step_id: StepId, kind: DraftKind
    ) -> Draft | None:
        """Return the learner's text of a kind in a step, None when nothing was ever saved."""
        with self._transaction() as connection:
            return drafts.find(connection, learner_id, course_id, step_id, kind)

    def drafts(self, learner_id: LearnerId) -> tuple[Draft, ...]:
        """Return everything a learner has written, also for courses that are no longer here."""
        with self._transaction() as connection:
            return drafts.of_learner(connection, learner_id)

    def save_draft(
        self,
        learner_id: LearnerId,
        course_id: CourseId,
        step_id: StepId,
        kind: DraftKind,
        document: Document,
        reason: SaveReason,
    ) -> Draft:
        """Save a text and return it as stored.

        A text that did not change stays the same revision; for an export that revision is frozen.
        """
        with self._transaction() as connection:
            now_ms = self._now_ms()
            draft_id = drafts.begin(connection, learner_id, course_id, step_id, kind, now_ms=now_ms)
            saved = drafts.save(connection, draft_id, document, reason, now_ms, self._own_revisions)
        self._own_revisions.add(saved.revision_id)
        return saved

    def revisions(self, draft_id: DraftId) -> tuple[Revision, ...]:
        """Return a draft's states, newest first."""
        with self._transaction() as connection:
            return drafts.revisions(connection, draft_id)

    def revision_document(self, revision_id: RevisionId) -> Document:
        """Return the text of one state."""
        with self._transaction() as connection:
            return drafts.document(connection, revision_id)

    def restore_revision(self, revision_id: RevisionId) -> Draft:
        """Make an earlier text the present one; the present one stays as a revision."""
        with self._transaction() as connection:
            return drafts.restore(connection, revision_id, self._now_ms())

    def attach(self, draft_id: DraftId, file_name: str, data: bytes) -> Attachment:
        """Add a file to a draft; raises BadInputError when it is too big or there are too many."""
        with self._transaction() as connection:
            return attachments.attach(connection, draft_id, file_name, data, self._now_ms())

    def attachments(self, draft_id: DraftId) -> tuple[Attachment, ...]:
        """Return a draft's files in the order they were added."""
        with self._transaction() as connection:
            return attachments.of_draft(connection, draft_id)

    def attachment_bytes(self, attachment_id: AttachmentId) -> bytes:
        """Return the bytes of a file."""
        with self._transaction() as connection:
            return attachments.data(connection, attachment_id)

    def detach(self, attachment_id: AttachmentId) -> None:
        """Remove a file from its draft."""
        with self._transaction() as connection:
            attachments.detach(connection, attachment_id)

    def record_submission(
        self,
        draft_id: DraftId,
        revision_id: RevisionId,
        format: str,
        path: Path | None,
        sha256: str,
        size_bytes: int,
    ) -> Submission:
        """Keep that a revision was exported to a file, or copied where ``path`` is None."""
        with self._transaction() as connection:
            return submitted.record(
                connection,
                draft_id,
                revision_id,
                export_format=format,
                path=path,
                sha256=sha256,
                size_bytes=size_bytes,
                now_ms=self._now_ms(),
            )

    def submissions(
        self, learner_id: LearnerId, course_id: CourseId, step_id: StepId
    ) -> tuple[Submission, ...]:
        """Return what a learner exported from a step, newest first."""
        with self._transaction() as connection:
            return submitted.of_learner_in_step(connection, learner_id, course_id, step_id)

    def next_attempt(self, draft_id: DraftId) -> int:
        """Return which attempt an export of the draft's present text is, counted from 1."""
        with self._transaction() as connection:
            present = drafts.present_revision(connection, draft_id)
            return submitted.attempt_of(connection, draft_id, present)

    def holdings(self, learner_id: LearnerId) -> Holdings:
        """Count everything that is kept about a learner."""
        with self._transaction() as connection:
            return holdings.count(connection, learner_id)

    def courses(self, learner_id: LearnerId) -> tuple[CourseId, ...]:
        """Return every course in which a learner did or wrote something, also those that are not here."""
        with self._transaction() as connection:
            return holdings.courses(connection, learner_id)

    def erase(self, learner: Learner) -> bool:
        """Delete everything of a learner at their own wish; tells whether no trace is left in the file."""
        self._own_revisions.clear()
        driver = driver_of(self._connection)
        with storage_told(self._path):
            erase_rows(driver, learner.uuid)
            return clear_remains(driver)

    def mark_certain(self, learner_id: LearnerId) -> CertainMoment:
        """Keep that it is certain now who learns; what is written later begins versions of its own."""
        self._own_revisions.clear()
        with self._transaction() as connection:
            return last_minutes.mark(connection, learner_id)

    def last_minutes(self, moment: CertainMoment) -> LastMinutes:
        """Return what was done under a learner's name since a moment."""
        with self._transaction() as connection:
            return last_minutes.since(connection, moment)

    def move_last_minutes(self, moment: CertainMoment, to: LearnerId) -> Moved:
        """Give what was done since a moment to somebody else; no version of a text is lost."""
        self._own_revisions.clear()
        with self._transaction() as connection:
            return last_minutes.move(connection, moment, to, self._now_ms())

    def undo_move(self, moved: Moved) -> None:
        """Put back what was moved, but for what was gone on with since."""
        self._own_revisions.clear()
        with self._transaction() as connection:
            last_minutes.undo(connection, moved, self._now_ms())

    def _now_ms(self) -> int:
        return to_ms(self._clock.now())

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with storage_told(self._path), self._connection.begin():
            yield self._connection
