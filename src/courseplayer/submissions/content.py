"""What one export is made from: a frozen text, who wrote it, for which step, and the files beside it."""

from dataclasses import dataclass
from datetime import datetime

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that the learner put beside the text.

    ``left_bytes`` is the size of a file whose data stay in the store, for exports that only name it.
    """

    file_name: str
    data: bytes = b""
    left_bytes: int = 0

    @property
    def size_bytes(self) -> int:
        """How big the file is, whether its data are here or not."""
        return len(self.data) + self.left_bytes


@dataclass(frozen=True, slots=True)
class HeaderLabels:
    """The words of a document's header; the window gives them in its own language."""

    course: str = "Course"
    step: str = "Step"
    name: str = "Name"
    date: str = "Date"
    attempt: str = "Attempt"
    words: str = "Words"
    learner_id: str = "Learner ID"
    attachments: str = "Attachments (not included in this file)"
    attempt_in_name: str = "attempt {number}"
    colon: str = ":"


@dataclass(frozen=True, slots=True)
class SubmissionContent:
    """Everything an export may hold; the same content gives the same bytes (but for PDF).

    ``written_at`` knows its time zone: documents show its date as it stands, machines read it as UTC.
    ``title`` is the learner's own title, empty for the step's. ``language`` is a BCP 47 tag if known.
    ``learner_uuid`` leaves in packets only. ``learner_name`` leaves only where ``shows_name``.
    """

    learner_name: str
    learner_uuid: str
    course_id: CourseId
    course_title: str
    step_id: StepId
    step_number: str
    step_title: str
    document: Document
    attempt: int
    written_at: datetime
    title: str = ""
    attachments: tuple[AttachedFile, ...] = ()
    review_questions: tuple[str, ...] = ()
    shows_name: bool = True
    language: str | None = None
    labels: HeaderLabels = HeaderLabels()

    def __post_init__(self) -> None:
        if self.written_at.tzinfo is None:
            raise ValueError("written_at has no time zone")

    @property
    def words(self) -> int:
        """The number of words of the text itself, without the header."""
        return self.document.word_count()
