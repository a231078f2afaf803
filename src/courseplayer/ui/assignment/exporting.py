"""The work of an export, off the window's thread: read the text, write the file, freeze and record it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.course.content import StepContent
from courseplayer.course.errors import storage_error
from courseplayer.learner.values import Draft, Learner, Submission
from courseplayer.submissions.content import AttachedFile, HeaderLabels, SubmissionContent
from courseplayer.submissions.export import ExportedFile, export
from courseplayer.submissions.formats import COPIED, ExportFormat
from courseplayer.submissions.plain import paste_text
from courseplayer.system.file_names import numbered_file_name
from courseplayer.ui.jobs import Job
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


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is wanted; ``path`` is None for a copy to the clipboard.

    ``is_completed`` says that the file's suffix is ours, so that nobody was asked about that name.
    """

    format: ExportFormat
    path: Path | None = None
    is_completed: bool = False


def order_for(export_format: ExportFormat, path: Path) -> ExportOrder:
    """Return the order for a chosen name, completed by the format's suffix where it has another."""
    if path.name.lower().endswith(export_format.suffix):
        return ExportOrder(export_format, path)
    return ExportOrder(export_format, path.with_name(path.name + export_format.suffix), is_completed=True)


def prepare(place: DraftPlace, store: "LearnerStore", *, has_data: bool = False) -> Prepared | None:
    """Read what an export needs, the attached files only if wanted; None where nothing was ever written."""
    draft = store.draft(place.learner_id, place.course_id, place.step_id, place.kind)
    if draft is None:
        return None
    return Prepared(
        draft,
        store.next_attempt(draft.id),
        tuple(
            AttachedFile(one.file_name, store.attachment_bytes(one.id))
            if has_data
            else AttachedFile(one.file_name, left_bytes=one.size_bytes)
            for one in store.attachments(draft.id)
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


def write(content: SubmissionContent, order: ExportOrder, job: "Job[ExportedFile]") -> ExportedFile:
    """Write the file, whole or not at all; without a path return what a copy would be."""
    if order.path is None:
        data = paste_text(content).encode()
        return ExportedFile(Path(), sha256(data).hexdigest(), len(data))
    path = _free(order.path) if order.is_completed else order.path
    return export(content, order.format, path, pdf_from_html, job)


def record(draft: Draft, order: ExportOrder, written: ExportedFile, store: "LearnerStore") -> Submission:
    """Keep that this state of the text was exported, and freeze it."""
    is_copy = order.path is None
    return store.record_submission(
        draft.id,
        draft.revision_id,
        COPIED if is_copy else order.format,
        None if is_copy else written.path,
        written.sha256,
        written.size_bytes,
    )


def _free(path: Path) -> Path:
    try:
        taken = {other.name for other in path.parent.iterdir()}
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    return path.with_name(numbered_file_name(path.name, taken))
