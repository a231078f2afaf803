"""Brings earlier states of the text to the versions dialog, and one of them back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from courseplayer.course.errors import PlainError
from courseplayer.course.writing import Document
from courseplayer.learner.values import Draft, Revision, RevisionId, SaveReason
from courseplayer.ui.assignment.versions import VersionsDialog
from courseplayer.ui.components import Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import DraftPlace
from courseplayer.ui.writing.desk import WritingDesk

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore

Revisions = tuple[Revision, ...]


class VersionsPresenter(QObject):
    """One versions dialog at a time."""

    problem = Signal(object)
    """A PlainError while there is no dialog to show it."""

    def __init__(
        self, icons: Icons, access: LearnerAccess, desk: WritingDesk, page: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._access = access
        self._desk = desk
        self._page = page
        self._chosen: RevisionId | None = None
        self._restored: RevisionId | None = None
        self._reading: Job[Document] | None = None
        self.dialog: VersionsDialog | None = None

    def open(self) -> None:
        """Show all states of the text on the desk."""
        self.show_version(None)

    def show_version(self, revision_id: int | None) -> None:
        """Show all states, one of them to be looked at."""
        place = self._desk.place
        if place is None or self.dialog is not None:
            return
        self._chosen = None if revision_id is None else RevisionId(revision_id)
        self._desk.autosave.flush()
        job = self._access.ask(partial(_revisions, place))
        job.done.connect(self._on_listed)
        job.failed.connect(self.problem)

    def close(self) -> None:
        """Take the dialog away."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_listed(self, answer: tuple[DraftPlace, Revisions]) -> None:
        place, revisions = answer
        if place != self._desk.place or self.dialog is not None:
            return
        # Above the export dialog when that asked for a version.
        above = QApplication.activeModalWidget() or self._page.window()
        self.dialog = VersionsDialog(self._icons, above)
        self.dialog.version_chosen.connect(self._on_version_chosen)
        self.dialog.restore_wanted.connect(self._on_restore_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.show_versions(revisions, self._chosen)
        self.dialog.open()

    def _on_version_chosen(self, revision_id: int) -> None:
        if self._reading is not None:
            self._reading.drop()
        self._reading = self._access.ask(partial(_text, RevisionId(revision_id)))
        self._reading.done.connect(self._on_text)
        self._reading.failed.connect(self._on_failed)

    def _on_text(self, document: Document) -> None:
        self._reading = None
        if self.dialog is not None:
            self.dialog.show_text(document)

    def _on_restore_wanted(self, revision_id: int) -> None:
        # What is on the desk must be a version of its own before another text takes its place.
        saving = self._desk.autosave.save(SaveReason.LEAVING)
        if saving is not None:
            self._restored = RevisionId(revision_id)
            saving.done.connect(self._on_saved_first)
            saving.failed.connect(self._on_failed)

    def _on_saved_first(self, _draft: Draft) -> None:
        if self.dialog is not None and self._restored is not None:
            job = self._access.ask(partial(_restore, self._restored))
            job.done.connect(self._on_restored)
            job.failed.connect(self._on_failed)

    def _on_restored(self, draft: Draft) -> None:
        place = self._desk.place
        if place is not None and (place.step_id, place.course_id) == (draft.step_id, draft.course_id):
            self._desk.show_draft(draft)
        self.close()

    def _on_failed(self, error: PlainError) -> None:
        if self.dialog is not None:
            self.dialog.show_message(error_words(error), Tone.ERROR)

    def _on_finished(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _revisions(place: DraftPlace, store: "LearnerStore") -> tuple[DraftPlace, Revisions]:
    draft = store.draft(place.learner_id, place.course_id, place.step_id, place.kind)
    return place, () if draft is None else store.revisions(draft.id)


def _text(revision_id: RevisionId, store: "LearnerStore") -> Document:
    return store.revision_document(revision_id)


def _restore(revision_id: RevisionId, store: "LearnerStore") -> Draft:
    return store.restore_revision(revision_id)
