"""What leaves the learner's store: plain values, ready for any thread."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document

LearnerId = NewType("LearnerId", int)
DraftId = NewType("DraftId", int)
RevisionId = NewType("RevisionId", int)
AttachmentId = NewType("AttachmentId", int)
SubmissionId = NewType("SubmissionId", int)

MAX_NAME_CHARACTERS = 60
MAX_ATTACHMENT_BYTES = 20_000_000
MAX_ATTACHMENTS = 25


@dataclass(frozen=True, slots=True)
class Learner:
    """A person who learns on this computer; packets carry ``uuid``, never ``id``."""

    id: LearnerId
    name: str
    uuid: str
    has_pin: bool = False


@dataclass(frozen=True, slots=True)
class TypedPin:
    """A PIN as somebody typed it; never shown, not even among the values of an error."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TypedRecoveryKey:
    """A recovery key as somebody typed it; never shown either."""

    text: str = field(repr=False)


Proof = TypedPin | TypedRecoveryKey
"""What shows that somebody may read what a learner wrote."""


@dataclass(frozen=True, slots=True)
class PinChange:
    """What became of a change of the PIN.

    ``recovery_key`` is there when there is a new one; it is shown once. ``left`` are files and folders beside
    the store that may still hold plain words of this learner and could not be changed.
    """

    left: tuple[Path, ...]
    recovery_key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PrecreatedLearners:
    """The names of a kit; ``mark`` tells it from others, ``memory`` is the file of marks seen before."""

    names: tuple[str, ...]
    mark: str
    memory: Path


class DraftKind(StrEnum):
    """What a text of a step is for."""

    ASSIGNMENT = "assignment"
    ANSWER = "answer"
    NOTE = "note"
    REVIEW = "review"


class SaveReason(StrEnum):
    """Why a revision was made; all but AUTOSAVE are kept for good."""

    AUTOSAVE = "autosave"
    LEAVING = "leaving"
    EXPORT = "export"
    RESTORE = "restore"


class SubmissionState(StrEnum):
    """How far a submission has come."""

    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as it was saved last; ``revision_id`` names that state, ``saved_at`` is UTC."""

    id: DraftId
    kind: DraftKind
    course_id: CourseId
    step_id: StepId
    document: Document
    revision_id: RevisionId
    saved_at: datetime
    words: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of a draft that can be read and restored; ``saved_at`` is UTC."""

    id: RevisionId
    saved_at: datetime
    words: int
    reason: SaveReason


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a draft; its name is accepted by every system."""

    id: AttachmentId
    file_name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One exported file of a revision; files of the same revision are the same attempt.

    ``path`` is empty where the text was copied to the clipboard.
    """

    id: SubmissionId
    attempt: int
    format: str
    path: str
    exported_at: datetime
    state: SubmissionState
    sha256: str
    size_bytes: int
    revision_id: RevisionId
