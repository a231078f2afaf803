"""The assignment step: brief, text, attachments, quotes, versions and export."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.content import StepContent
from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import StepId
from courseplayer.learner.values import Draft, DraftKind
from courseplayer.ui.article.view import pictures_of
from courseplayer.ui.assignment.attachments import AttachmentsPresenter
from courseplayer.ui.assignment.export_presenter import ExportPresenter
from courseplayer.ui.assignment.quotes import QuotesPresenter
from courseplayer.ui.assignment.versions_presenter import VersionsPresenter
from courseplayer.ui.assignment.view import AssignmentPage
from courseplayer.ui.components import Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.pictures import Pictures, load_pictures
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import Autosave
from courseplayer.ui.writing.desk import WritingDesk

_COUNT_AFTER_MS = 150


class AssignmentPresenter(QObject):
    """Keeps the page true to the step and to who is learning."""

    place_wanted = Signal(object)
    """The Location of a quote that was followed."""
    link_wanted = Signal(str)
    """A web or mail address that was followed."""
    problem = Signal(object)
    """A PlainError about a text that is not shown any more."""

    def __init__(
        self,
        icons: Icons,
        jobs: Jobs,
        access: LearnerAccess,
        session: Session,
        heard_language: Callable[[], str | None],
        parent: QObject,
    ) -> None:
        """``heard_language`` gives the language of transcripts that was chosen, None while none was."""
        super().__init__(parent)
        self.view = AssignmentPage(icons)
        self._jobs = jobs
        self._session = session
        self._content: StepContent | None = None
        self._brief = AssignmentBrief()
        self._loading: Job[Pictures] | None = None
        self._desk = WritingDesk(self.view.sheet, access, session, DraftKind.ASSIGNMENT, self)
        self._attachments = AttachmentsPresenter(self.view.attachments, jobs, access, self._desk, self)
        self._versions = VersionsPresenter(icons, access, self._desk, self.view, self)
        self._export = ExportPresenter(icons, jobs, access, session, self._desk, self.view, self)
        self._quotes = QuotesPresenter(icons, jobs, session, heard_language, self.view, self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._show_length)
        self._connect()
        self.view.set_waiting(True)

    @property
    def autosave(self) -> Autosave:
        """What keeps the text saved."""
        return self._desk.autosave

    def show_step(self, content: StepContent) -> None:
        """Show the brief and the learner's text of an assignment."""
        self.leave()
        course = self._session.course
        if course is None:
            return
        self._content = content
        self._brief = content.brief or AssignmentBrief()
        self.view.brief.show_brief(content, course.outline.course.language)
        self._show_length()
        assets = pictures_of(content.article_html)
        if assets:
            self._loading = self._jobs.start(Lane.FILES, partial(load_pictures, course.file, assets))
            self._loading.done.connect(self.view.brief.article.show_pictures)
        self._desk.open(content.outline.id)

    def leave(self) -> None:
        """Save what was written and let go of the step; may be called at any time."""
        if self._loading is not None:
            self._loading.drop()
        self._loading = None
        self._desk.leave()
        self._content = None

    def reload(self) -> None:
        """Show the text as the store has it now."""
        self._desk.reload()

    def hide_failure(self) -> None:
        """Say no longer that the text could not be saved; another place says it."""
        self.view.sheet.banner.clear()

    def insert_quote(self, location: Location, words: str, source: str) -> None:
        """Put a quote into the text."""
        self.view.show_text()
        self._desk.insert_quote(location, words, source)

    def _connect(self) -> None:
        view, desk = self.view, self._desk
        desk.place_wanted.connect(self.place_wanted)
        desk.link_wanted.connect(self.link_wanted)
        desk.problem.connect(self.problem)
        desk.put_away.connect(self._on_put_away)
        desk.opened.connect(self._on_opened)
        desk.edited.connect(self._counting.start)
        view.export_wanted.connect(self._on_export_wanted)
        view.versions_wanted.connect(self._versions.open)
        view.quote_wanted.connect(self._quotes.open)
        view.attach_wanted.connect(self._attachments.ask_file)
        view.sheet.editor.takes_files = True
        view.sheet.editor.files_given.connect(self._attachments.add)
        view.brief.article.web_link_clicked.connect(self.link_wanted)
        view.brief.article.step_link_clicked.connect(self._on_step_link_clicked)
        self._quotes.quote_chosen.connect(self.insert_quote)
        self._export.version_wanted.connect(self._versions.show_version)
        for part in (self._export, self._versions):
            part.problem.connect(self._on_problem)

    def _on_put_away(self) -> None:
        # Also when somebody else begins to learn: nothing of the one before stays to be seen.
        self._counting.stop()
        self._export.close()
        self._versions.close()
        self._quotes.close()
        self._attachments.clear()
        self.view.set_waiting(True)
        self._show_length()

    def _on_opened(self, _draft: Draft | None) -> None:
        self.view.set_waiting(False)
        self._attachments.load()
        self._show_length()

    def _on_export_wanted(self) -> None:
        if self._content is not None:
            self._export.open(self._content)

    def _on_step_link_clicked(self, step_id: str) -> None:
        if self._session.course is not None:
            course_id = self._session.course.outline.course.id
            self.place_wanted.emit(Location(course_id, StepId(step_id)))

    def _show_length(self) -> None:
        self.view.length.show_length(self.view.sheet.editor.word_count(), self._brief)

    def _on_problem(self, error: PlainError) -> None:
        self.view.sheet.banner.show_message(error_words(error), Tone.ERROR)
