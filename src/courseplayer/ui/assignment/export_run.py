"""One export from its order to its record: save, read, write, freeze and list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from courseplayer.course.errors import PlainError
from courseplayer.learner.values import Draft, SaveReason, Submission
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.export import ExportedFile
from courseplayer.ui.assignment.exporting import ExportOrder, Prepared, prepare, record, write
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.writing.autosave import DraftPlace
from courseplayer.ui.writing.desk import WritingDesk


class ExportRun(QObject):
    """Goes on when its dialog is gone, so that a file that was written is always listed."""

    advanced = Signal(object, object)
    """(done, total) while the file is made and written."""
    ended = Signal(object, object)
    """(Prepared, Submission): what left and how it is listed."""
    cancelled = Signal()
    """Stopped as asked; no file was written and nothing is listed."""
    failed = Signal(object)
    """A PlainError; no file was written."""
    unlisted = Signal(object, object)
    """(ExportedFile, PlainError): the file is written, but the store refused to list it."""

    def __init__(
        self,
        jobs: Jobs,
        access: LearnerAccess,
        place: DraftPlace,
        order: ExportOrder,
        content_of: Callable[[Prepared], SubmissionContent],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._access = access
        self._place = place
        self._content_of = content_of
        self._is_cancelled = False
        self._prepared: Prepared | None = None
        self._written: ExportedFile | None = None
        self._writing: Job[ExportedFile] | None = None
        self.order = order
        self.content: SubmissionContent | None = None

    def start(self, desk: WritingDesk) -> None:
        """Begin with the text that is on the desk now."""
        # An ordinary save: a version counts as exported only when its file is there.
        saving = desk.autosave.save(SaveReason.AUTOSAVE)
        if saving is not None:
            saving.done.connect(self._on_saved)
            saving.failed.connect(self.failed)

    def cancel(self) -> None:
        """Stop as soon as possible; what is written already stays and is listed."""
        self._is_cancelled = True
        if self._writing is not None:
            self._writing.cancel()

    def _on_saved(self, _draft: Draft) -> None:
        has_data = self.order.path is not None and self.order.format.carries_attachments
        reading = self._access.ask(partial(prepare, self._place, has_data=has_data))
        reading.done.connect(self._on_prepared)
        reading.failed.connect(self.failed)

    def _on_prepared(self, prepared: Prepared) -> None:
        if self._is_cancelled:
            self.cancelled.emit()
            return
        self._prepared = prepared
        self.content = self._content_of(prepared)
        self._writing = self._jobs.start(Lane.FILES, partial(write, self.content, self.order))
        self._writing.advanced.connect(self.advanced)
        self._writing.done.connect(self._on_written)
        self._writing.failed.connect(self.failed)
        self._writing.cancelled.connect(self.cancelled)

    def _on_written(self, written: ExportedFile) -> None:
        self._writing = None
        self._written = written
        if self._prepared is not None:
            recording = self._access.ask(partial(record, self._prepared.draft, self.order, written))
            recording.done.connect(self._on_recorded)
            recording.failed.connect(self._on_unlisted)

    def _on_recorded(self, submission: Submission) -> None:
        self.ended.emit(self._prepared, submission)

    def _on_unlisted(self, error: PlainError) -> None:
        self.unlisted.emit(self._written, error)
