"""Adds files to a text and removes them again."""

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError, storage_error
from courseplayer.learner.values import MAX_ATTACHMENT_BYTES, Attachment, AttachmentId, SaveReason
from courseplayer.ui.assignment.attachments_view import AttachmentsPanel
from courseplayer.ui.file_dialogs import ask_for_files
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import DraftPlace
from courseplayer.ui.writing.desk import WritingDesk

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore

Attachments = tuple[Attachment, ...]
_NOT_A_FILE = QT_TRANSLATE_NOOP(
    "errors", "{file} is not a file that can be added; your text is unchanged. Choose another file."
)
_NOT_SAVED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} was not added, because your text could not be saved; both are unchanged. "
    "Save your text, then add the file again.",
)


class AttachmentsPresenter(QObject):
    """Reads files away from the window's thread and keeps them in the learner's store."""

    def __init__(
        self, view: AttachmentsPanel, jobs: Jobs, access: LearnerAccess, desk: WritingDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._jobs = jobs
        self._access = access
        self._desk = desk
        self._place: DraftPlace | None = None
        self._waiting: deque[tuple[DraftPlace, Path]] = deque()
        self._problems: list[str] = []
        view.removal_confirmed.connect(self._on_removal_confirmed)

    def clear(self) -> None:
        """Show no files."""
        self._place = None
        self._view.banner.clear()
        self._view.show_attachments(())

    def load(self) -> None:
        """Show the files of the text on the desk."""
        self._place = self._desk.place
        if self._place is not None:
            self._show_answer(self._access.ask(partial(_listed, self._place)))

    def ask_file(self) -> None:
        """Let the learner choose files to add."""
        self.add(ask_for_files(self._view, self.tr("Attach files")))

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add files to the text on the desk, one after the other."""
        place = self._desk.place
        if place is None or not paths:
            return
        self._view.banner.clear()
        self._problems.clear()
        # A file belongs to a text: the store must have one, be it empty.
        self._desk.autosave.save(SaveReason.AUTOSAVE)
        is_busy = bool(self._waiting)
        self._waiting.extend((place, path) for path in paths)
        if not is_busy:
            self._read_first()

    def _read_first(self) -> None:
        if self._waiting:
            job = self._jobs.start(Lane.FILES, partial(_read, *self._waiting[0]))
            job.done.connect(self._on_read)
            job.failed.connect(self._on_not_added)

    def _on_read(self, read: tuple[DraftPlace, str, bytes]) -> None:
        job = self._access.ask(partial(_attach, *read))
        job.done.connect(self._on_listed)
        job.done.connect(self._read_next)
        job.failed.connect(self._on_not_added)

    def _read_next(self) -> None:
        self._waiting.popleft()
        self._read_first()

    def _on_not_added(self, error: PlainError) -> None:
        if self._waiting[0][0] == self._place:
            self._problems.append(error_words(error))
            self._view.show_problem("\n".join(self._problems))
        self._read_next()

    def _on_removal_confirmed(self, attachment_id: int) -> None:
        if self._place is not None:
            removal = partial(_detach, self._place, AttachmentId(attachment_id))
            self._show_answer(self._access.ask(removal))

    def _show_answer(self, job: "Job[tuple[DraftPlace, Attachments]]") -> None:
        job.done.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    def _on_listed(self, answer: tuple[DraftPlace, Attachments]) -> None:
        place, attachments = answer
        if place == self._place:
            self._view.show_attachments(attachments)

    def _on_failed(self, error: PlainError) -> None:
        self._view.show_problem(error_words(error))


def _read(place: DraftPlace, path: Path, _job: object) -> tuple[DraftPlace, str, bytes]:
    if not path.is_file():
        raise BadInputError(_NOT_A_FILE, file=path.name)
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough for the store to say its limit.
            return place, path.name, file.read(MAX_ATTACHMENT_BYTES + 1)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal


def _listed(place: DraftPlace, store: "LearnerStore") -> tuple[DraftPlace, Attachments]:
    draft = store.draft(place.learner_id, place.course_id, place.step_id, place.kind)
    return place, () if draft is None else store.attachments(draft.id)


def _attach(
    place: DraftPlace, file_name: str, data: bytes, store: "LearnerStore"
) -> tuple[DraftPlace, Attachments]:
    draft = store.draft(place.learner_id, place.course_id, place.step_id, place.kind)
    if draft is None:
        raise BadInputError(_NOT_SAVED, file=file_name)
    store.attach(draft.id, file_name, data)
    return _listed(place, store)


def _detach(
    place: DraftPlace, attachment_id: AttachmentId, store: "LearnerStore"
) -> tuple[DraftPlace, Attachments]:
    store.detach(attachment_id)
    return _listed(place, store)
