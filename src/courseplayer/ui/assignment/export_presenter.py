"""Carries out exports: save, freeze, write, record; the draft goes on unchanged."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from courseplayer.course.assignment import AssignmentBrief, LengthVerdict, judge_length
from courseplayer.course.content import StepContent
from courseplayer.course.errors import PlainError
from courseplayer.learner.values import Draft, Learner, SaveReason, Submission
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.export import ExportedFile
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.plain import paste_text
from courseplayer.submissions.preview import preview
from courseplayer.ui.assignment.export_dialog import SHOW_FOLDER, ExportDialog
from courseplayer.ui.assignment.export_words import format_words, header_labels
from courseplayer.ui.assignment.exporting import Prepared, content_of, prepare, record, write
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import DraftPlace
from courseplayer.ui.writing.desk import WritingDesk


class ExportPresenter(QObject):
    """One export dialog for the text on the desk."""

    version_wanted = Signal(int)
    """The id of a revision to be looked at."""
    problem = Signal(object)
    """A PlainError while there is no dialog to show it."""

    def __init__(
        self,
        icons: Icons,
        jobs: Jobs,
        access: LearnerAccess,
        session: Session,
        desk: WritingDesk,
        page: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._jobs = jobs
        self._access = access
        self._session = session
        self._desk = desk
        self._page = page
        self._step: StepContent | None = None
        self._place: DraftPlace | None = None
        self._prepared: Prepared | None = None
        self._order: tuple[ExportFormat, Path] | None = None
        self._folder: Path | None = None
        self.dialog: ExportDialog | None = None

    def open(self, step: StepContent) -> None:
        """Save the text and show what an export of it would be."""
        self._step = step
        self._place = self._desk.place
        if self._place is None:
            return
        job = self._desk.autosave.save(SaveReason.AUTOSAVE)
        if job is not None:
            job.done.connect(self._on_saved_first)
            job.failed.connect(self.problem)

    def close(self) -> None:
        """Take the dialog away: the text it is about is being left."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_saved_first(self, _draft: Draft) -> None:
        if self._place is None:
            return
        job = self._access.ask(partial(prepare, self._place))
        job.done.connect(self._on_prepared)
        job.failed.connect(self.problem)

    def _on_prepared(self, prepared: Prepared | None) -> None:
        if prepared is None or self._place != self._desk.place or self.dialog is not None:
            return
        self._prepared = prepared
        dialog = ExportDialog(self._icons, self._page.window())
        dialog.options_changed.connect(self._show_preview)
        dialog.save_wanted.connect(self._on_save_wanted)
        dialog.copy_wanted.connect(self._on_copy_wanted)
        dialog.version_wanted.connect(self.version_wanted)
        dialog.banner.action_chosen.connect(self._on_action_chosen)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.show_submissions(prepared.submissions)
        dialog.show_length(self._length_sentence())
        self._show_preview()
        dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _content(self) -> SubmissionContent | None:
        known = self._present()
        if self.dialog is None or self._prepared is None or self._step is None or known is None:
            return None
        learner, course = known
        return content_of(
            self._prepared, learner, course, self._step, header_labels(), shows_name=self.dialog.shows_name
        )

    def _present(self) -> tuple[Learner, OpenCourse] | None:
        learner, course = self._session.learner, self._session.course
        return None if learner is None or course is None else (learner, course)

    def _show_preview(self) -> None:
        content = self._content()
        if self.dialog is not None and content is not None:
            self.dialog.show_preview(preview(content, self.dialog.format))

    def _length_sentence(self) -> str:
        if self._prepared is None or self._step is None:
            return ""
        words = self._prepared.draft.document.word_count()
        brief = self._step.brief or AssignmentBrief()
        verdict = judge_length(words, brief)
        if verdict is LengthVerdict.EMPTY:
            return self.tr("You have not written anything yet. You can export it all the same.")
        count = self.tr("Your text has %n word(s).", "", words)
        more = {
            LengthVerdict.SHORT: self.tr(
                "The brief asks for at least {least}. You can export it all the same."
            ),
            LengthVerdict.LONG: self.tr("The brief asks for at most {most}. You can export it all the same."),
        }.get(verdict, "")
        return f"{count} {more.format(least=brief.min_words, most=brief.max_words)}".strip()

    def _on_save_wanted(self) -> None:
        content = self._content()
        if content is None or self.dialog is None:
            return
        chosen_format = self.dialog.format
        name, _hint = format_words(chosen_format)
        suggested = preview(content, chosen_format).file_name
        if self._folder is not None:
            suggested = str(self._folder / suggested)
        plain_name = name.split(" (")[0]
        chosen, _filter = QFileDialog.getSaveFileName(
            self.dialog, self.tr("Save file"), suggested, f"{plain_name} (*{chosen_format.suffix})"
        )
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_name(path.name + chosen_format.suffix)
        self._order = (chosen_format, path)
        self._freeze()

    def _on_copy_wanted(self) -> None:
        self._order = None
        self._freeze()

    def _freeze(self) -> None:
        job = self._desk.autosave.save(SaveReason.EXPORT)
        if job is None or self.dialog is None:
            return
        self.dialog.set_busy(True)
        job.done.connect(self._on_frozen)
        job.failed.connect(self._on_failed)

    def _on_frozen(self, _draft: Draft) -> None:
        if self._place is not None:
            job = self._access.ask(partial(prepare, self._place))
            job.done.connect(self._on_frozen_prepared)
            job.failed.connect(self._on_failed)

    def _on_frozen_prepared(self, prepared: Prepared) -> None:
        self._prepared = prepared
        content = self._content()
        if content is None or self.dialog is None:
            return
        if self._order is None:
            QGuiApplication.clipboard().setText(paste_text(content))
            self.dialog.set_busy(False)
            words = self.tr("Your text is copied. Paste it into the box on the web page with Ctrl+V.")
            self.dialog.show_success(words, has_folder=False)
            return
        job = self._jobs.start(Lane.FILES, partial(write, content, *self._order))
        job.done.connect(self._on_written)
        job.failed.connect(self._on_failed)

    def _on_written(self, written: ExportedFile) -> None:
        if self._prepared is None or self._order is None:
            return
        self._folder = written.path.parent
        job = self._access.ask(partial(record, self._prepared.draft, self._order[0], written))
        job.done.connect(self._on_recorded)
        job.failed.connect(self._on_failed)

    def _on_recorded(self, submission: Submission) -> None:
        if self.dialog is None:
            return
        self.dialog.set_busy(False)
        words = self.tr("Saved as {file}. Your text stays here, and you can go on writing.")
        self.dialog.show_success(words.format(file=submission.path), has_folder=True)
        if self._prepared is not None:
            listed = (submission, *self._prepared.submissions)
            self.dialog.show_submissions(listed)

    def _on_failed(self, error: PlainError) -> None:
        if self.dialog is None:
            self.problem.emit(error)
            return
        self.dialog.set_busy(False)
        self.dialog.show_problem(error_words(error))

    def _on_action_chosen(self, key: str) -> None:
        if key == SHOW_FOLDER and self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
