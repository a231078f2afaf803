"""The work of an export, off the window's thread: freeze the text, write the file, record it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.course.content import StepContent
from courseplayer.learner.values import Draft, Learner, Submission
from courseplayer.submissions.content import AttachedFile, HeaderLabels, SubmissionContent
from courseplayer.submissions.export import ExportedFile, export
from courseplayer.submissions.formats import ExportFormat
from courseplayer.ui.printing import pdf_from_html
from courseplayer.ui.session import OpenCourse
from courseplayer.ui.writing.autosave import DraftPlace

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text as the store has it, with all that an export takes along, and what was exported before."""

    draft: Draft
    attempt: int
    attachments: tuple[AttachedFile, ...]
    submissions: tuple[Submission, ...]


def prepare(place: DraftPlace, store: "LearnerStore") -> Prepared | None:
    """Read everything that an export needs; None where nothing was ever written."""
    draft = store.draft(place.learner_id, place.course_id, place.step_id, place.kind)
    if draft is None:
        return None
    return Prepared(
        draft,
        store.next_attempt(draft.id),
        tuple(
            AttachedFile(one.file_name, store.attachment_bytes(one.id)) for one in store.attachments(draft.id)
        ),
        store.submissions(place.learner_id, place.course_id, place.step_id),
    )


def content_of(
    prepared: Prepared,
    learner: Learner,
    course: OpenCourse,
    step: StepContent,
    labels: HeaderLabels,
    *,
    shows_name: bool,
) -> SubmissionContent:
    """Put together what a file holds; its moment is that of the frozen text, in this place's time."""
    return SubmissionContent(
        learner_name=learner.name,
        learner_uuid=learner.uuid,
        course_id=course.outline.course.id,
        course_title=course.outline.course.title,
        step_id=step.outline.id,
        step_number=step.outline.number,
        step_title=step.outline.title,
        document=prepared.draft.document,
        attempt=prepared.attempt,
        written_at=prepared.draft.saved_at.astimezone(),
        attachments=prepared.attachments,
        review_questions=step.brief.review_questions if step.brief is not None else (),
        shows_name=shows_name,
        language=course.outline.course.language,
        labels=labels,
    )


def write(
    content: SubmissionContent, export_format: ExportFormat, destination: Path, _job: object
) -> ExportedFile:
    """Write the file, whole or not at all."""
    return export(content, export_format, destination, pdf_from_html)


def record(
    draft: Draft, export_format: ExportFormat, written: ExportedFile, store: "LearnerStore"
) -> Submission:
    """Keep that this state of the text was exported."""
    return store.record_submission(
        draft.id, draft.revision_id, export_format, written.path, written.sha256, written.size_bytes
    )
