"""Carries out exports: save, freeze, write, record; the draft goes on unchanged."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

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
from courseplayer.ui.assignment.export_run import ExportRun
from courseplayer.ui.assignment.export_words import format_words, header_labels
from courseplayer.ui.assignment.exporting import ExportOrder, Prepared, content_of, order_for, prepare
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.outside import show_folder
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
        self._run: ExportRun | None = None
        self._folder: Path | None = None
        self.dialog: ExportDialog | None = None
        desk.opened.connect(self._on_other_text)

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
        if self._run is not None:
            self._run.cancel()
        if self.dialog is not None:
            self.dialog.done(ExportDialog.DialogCode.Rejected)

    def _on_saved_first(self, _draft: Draft) -> None:
        if self._place is None:
            return
        job = self._access.ask(partial(prepare, self._place))
        job.done.connect(self._on_prepared)
        job.failed.connect(self.problem)

    def _on_other_text(self) -> None:
        # A version that is restored while the dialog is open is what leaves from then on.
        if self.dialog is not None and self._place is not None and self._place == self._desk.place:
            job = self._access.ask(partial(prepare, self._place))
            job.done.connect(self._on_prepared_anew)
            job.failed.connect(self._on_failed)

    def _on_prepared_anew(self, prepared: Prepared | None) -> None:
        if prepared is not None and self.dialog is not None and self._place == self._desk.place:
            self._prepared = prepared
            self._show_prepared(self.dialog, prepared)

    def _show_prepared(self, dialog: ExportDialog, prepared: Prepared) -> None:
        dialog.show_submissions(prepared.submissions)
        dialog.show_length(self._length_sentence())
        self._show_preview()

    def _on_prepared(self, prepared: Prepared | None) -> None:
        if prepared is None or self._place != self._desk.place or self.dialog is not None:
            return
        self._prepared = prepared
        dialog = ExportDialog(self._icons, self._page.window())
        dialog.options_changed.connect(self._show_preview)
        dialog.save_wanted.connect(self._on_save_wanted)
        dialog.cancel_wanted.connect(self._on_cancel_wanted)
        dialog.copy_wanted.connect(self._on_copy_wanted)
        dialog.version_wanted.connect(self.version_wanted)
        dialog.banner.action_chosen.connect(self._on_action_chosen)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        self._show_prepared(dialog, prepared)
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
        plain_name = name.split(" (")[0]
        path = ask_where_to_save(
            self.dialog,
            self.tr("Save file"),
            preview(content, chosen_format).file_name,
            f"{plain_name} (*{chosen_format.suffix})",
            self._folder,
        )
        if path is not None:
            self._carry_out(order_for(chosen_format, path))

    def _on_copy_wanted(self) -> None:
        self._carry_out(ExportOrder(ExportFormat.TEXT))

    def _carry_out(self, order: ExportOrder) -> None:
        known = self._present()
        if self.dialog is None or self._step is None or self._place is None or known is None:
            return
        learner, course = known
        make = partial(
            content_of,
            learner=learner,
            course=course,
            step=self._step,
            labels=header_labels(),
            shows_name=self.dialog.shows_name,
        )
        self.dialog.set_busy(True)
        self._run = run = ExportRun(self._jobs, self._access, self._place, order, make, self)
        run.advanced.connect(self._on_advanced)
        run.ended.connect(self._on_ended)
        run.cancelled.connect(self._on_cancelled)
        run.failed.connect(self._on_failed)
        run.unlisted.connect(self._on_unlisted)
        run.start(self._desk)

    def _on_cancel_wanted(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _on_advanced(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done, total)

    def _on_ended(self, prepared: Prepared, submission: Submission) -> None:
        run = self._let_go()
        if self.dialog is None or run is None:
            return
        self._prepared = prepared
        self.dialog.show_submissions((submission, *prepared.submissions))
        if run.order.path is None:
            if run.content is not None:
                QGuiApplication.clipboard().setText(paste_text(run.content))
            words = self.tr("Your text is copied. Paste it into the box on the web page with Ctrl+V.")
            self.dialog.show_success(words, has_folder=False)
            return
        self._folder = Path(submission.path).parent
        words = self.tr("Saved as {file}. Your text stays here, and you can go on writing.")
        self.dialog.show_success(words.format(file=submission.path), has_folder=True)

    def _on_cancelled(self) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_note(self.tr("Stopped. No file was written, and your text is unchanged."))

    def _on_unlisted(self, written: ExportedFile, error: PlainError) -> None:
        run = self._let_go()
        words = self.tr("The file was saved as {file}, but it could not be added to the list.")
        if self.dialog is not None and run is not None and run.order.path is not None:
            self.dialog.show_problem(f"{words.format(file=written.path)} {error_words(error)}")
        elif self.dialog is not None:
            self.dialog.show_problem(error_words(error))
        else:
            self.problem.emit(error)

    def _on_failed(self, error: PlainError) -> None:
        self._let_go()
        if self.dialog is None:
            self.problem.emit(error)
            return
        self.dialog.show_problem(error_words(error))

    def _let_go(self) -> ExportRun | None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        if self.dialog is not None:
            self.dialog.set_busy(False)
        return run

    def _on_action_chosen(self, key: str) -> None:
        if key == SHOW_FOLDER and self._folder is not None and self.dialog is not None:
            show_folder(self._folder, self.dialog.banner)
