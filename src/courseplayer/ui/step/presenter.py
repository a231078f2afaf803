"""Loads a step and gives each of its parts to the view that shows it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from courseplayer.course.content import Download, StepContent
from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import Outline, StepId, StepKind, StepOutline
from courseplayer.course.progress import CourseProgress
from courseplayer.course.transcript import Cue
from courseplayer.system.atomic import write_file
from courseplayer.ui.article.view import ArticleView, pictures_of
from courseplayer.ui.components import Card, Tone, label
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.navigation import Navigator, Place
from courseplayer.ui.pictures import Pictures, load_pictures
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.step.extras import DownloadsCard, LicenceLine, LinksCard
from courseplayer.ui.step.media import StepMedia
from courseplayer.ui.step.quotes import append_quote, assignment_for, quote_block
from courseplayer.ui.step.view import StepPage
from courseplayer.ui.step.writing import StepWriting
from courseplayer.ui.words import error_words, week_words

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile
    from courseplayer.ui.step.lone_transcript import LoneTranscript


@dataclass(frozen=True, slots=True)
class _Shown:
    """The step on the page; its content follows when it has been read."""

    step: StepOutline
    at_ms: int | None
    content: StepContent | None = None


class StepPresenter(QObject):
    """Keeps the step page true to where the learner is."""

    link_wanted = Signal(str)
    """A web address that the learner clicked."""

    def __init__(
        self,
        view: StepPage,
        icons: Icons,
        jobs: Jobs,
        session: Session,
        navigator: Navigator,
        media: StepMedia,
        writing: StepWriting,
        access: LearnerAccess,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._icons = icons
        self._jobs = jobs
        self._session = session
        self._navigator = navigator
        self._media = media
        self._writing = writing
        self._access = access
        self._lone: LoneTranscript | None = None
        self._quoted_in: StepOutline | None = None
        self._shown: _Shown | None = None
        self._article: ArticleView | None = None
        self._loading: list[Job[StepContent] | Job[Pictures]] = []
        view.previous_wanted.connect(self._on_previous_wanted)
        view.next_wanted.connect(self._on_next_wanted)
        view.completion_toggled.connect(self._on_completion_toggled)
        session.progress_changed.connect(self._on_progress_changed)
        session.learner_leaving.connect(media.leave)
        session.learner_settled.connect(self._on_learner_settled)
        view.banner.action_chosen.connect(self._on_action_chosen)
        media.quote_requested.connect(self.quote)

    def show(self, step: StepOutline, at_ms: int | None) -> None:
        """Show a step; its medium starts at ``at_ms``, or where it was left. The same step only seeks."""
        course = self._session.course
        if course is None:
            return
        if self._shown is not None and self._shown.step == step and self._shown.content is not None:
            if at_ms is not None:
                self._media.seek(at_ms)
            return
        self.leave()
        self._shown = _Shown(step, at_ms)
        self._view.clear_parts()
        self._view.show_title(step, _where_words(course.outline, step))
        self._view.show_way_on(course.outline.before(step.id), course.outline.after(step.id))
        self._view.show_done(step.id in self._session.progress.done)
        job = self._jobs.start(Lane.FILES, partial(_load, course, step.id))
        job.done.connect(self._on_loaded)
        job.failed.connect(self._on_problem)
        self._loading.append(job)

    def leave(self) -> None:
        """Stop the medium, keep its position and what was written, and forget the step."""
        for job in self._loading:
            job.drop()
        self._loading.clear()
        self._media.leave()
        self._writing.leave(self._view)
        self._shown = None
        if self._article is not None:
            self._article.forget_pictures()
        self._article = None
        self._lone = None

    def quote(self, cues: tuple[Cue, ...]) -> None:
        """Put words of the transcript that is shown into the learner's assignment."""
        course, learner = self._session.course, self._session.learner
        if course is None or learner is None or self._shown is None or not cues:
            return
        step = self._shown.step
        assignment = assignment_for(course.outline, step)
        if assignment is None:
            words = self.tr("This course has no assignment to put the quote into.")
            self._view.banner.show_message(words, Tone.INFO)
            return
        course_id = course.outline.course.id
        block = quote_block(course_id, step, cues)
        job = self._access.ask(partial(append_quote, learner.id, course_id, assignment, block))
        job.done.connect(self._on_quoted)
        job.failed.connect(self._on_problem)

    def close_course(self) -> None:
        """Let go of the course file."""
        self.leave()
        self._view.clear_parts()

    def _on_loaded(self, content: StepContent) -> None:
        course = self._session.course
        if course is None or self._shown is None:
            return
        step, at_ms = self._shown.step, self._shown.at_ms
        self._shown = _Shown(step, at_ms, content)
        self._session.remember_place(Location(course.outline.course.id, step.id))
        if step.kind == StepKind.ASSIGNMENT:
            self._view.hide_medium()
            self._writing.show_assignment(self._view, content)
            return
        self._view.show_filling(None)
        self._media.show(self._view, course, content, at_ms)
        self._show_column(content, course)

    def _show_column(self, content: StepContent, course: OpenCourse) -> None:
        view = self._view
        if content.transcripts and not content.media:
            view.add_part(self._lone_transcript(content, course))
        if content.article_html:
            article = self._article_part(content, course)
            view.add_part(article)
            if not content.media:
                article.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._lone is not None and self._shown is not None and self._shown.at_ms is not None:
            self._lone.take_keyboard()
        if content.brief is not None:
            view.add_part(self._review_questions(content.brief.review_questions))
        if content.questions:
            from courseplayer.ui.step.quiz import QuizPanel  # noqa: PLC0415 - as all that few steps have

            view.add_part(QuizPanel(content.questions, self._icons))
        self._writing.show_answer(view, content)
        if content.downloads:
            downloads = DownloadsCard(content.downloads, self._icons)
            downloads.save_wanted.connect(self._on_save_wanted)
            view.add_part(downloads)
        if content.links:
            links = LinksCard(content.links, self._icons)
            links.link_clicked.connect(self.link_wanted)
            view.add_part(links)
        if content.licence is not None:
            view.add_part(LicenceLine(content.licence))

    def _article_part(self, content: StepContent, course: OpenCourse) -> ArticleView:
        article = ArticleView(self._icons)
        article.web_link_clicked.connect(self.link_wanted)
        article.step_link_clicked.connect(self._on_step_link_clicked)
        article.show_article(content.article_html, course.outline.course.language)
        self._article = article
        assets = pictures_of(content.article_html)
        if assets:
            job = self._jobs.start(Lane.FILES, partial(load_pictures, course.file, assets))
            job.done.connect(self._on_pictures)
            self._loading.append(job)
        return article

    def _lone_transcript(self, content: StepContent, course: OpenCourse) -> "LoneTranscript":
        from courseplayer.ui.step.lone_transcript import LoneTranscript  # noqa: PLC0415 - as above

        lone = LoneTranscript(self._icons, content.transcripts, self._media.language_for(course))
        lone.quote_requested.connect(self.quote)
        lone.place_chosen.connect(self._media.remember)
        lone.language_chosen.connect(self._media.keep_language)
        self._media.take_lone(lone, content, None if self._shown is None else self._shown.at_ms)
        self._lone = lone
        return lone

    def _review_questions(self, questions: tuple[str, ...]) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Questions to keep in mind as you review"), "h3"))
        for number, question in enumerate(questions, start=1):
            frame.content.addWidget(label(f"{number}.  {question}"))
        return frame

    def _on_pictures(self, pictures: Pictures) -> None:
        if self._article is None or self._shown is None or self._shown.content is None:
            return
        self._article.show_pictures(pictures)
        missing = len(set(pictures_of(self._shown.content.article_html)) - pictures.keys())
        if missing:
            words = self.tr(
                "%n picture(s) of this step cannot be shown, being damaged or too large; what you wrote is "
                "safe. Go on reading, or ask for a fresh copy of the course.",
                "",
                missing,
            )
            self._view.banner.show_message(words, Tone.WARNING)

    def _on_progress_changed(self, progress: CourseProgress) -> None:
        if self._shown is not None:
            self._view.show_done(self._shown.step.id in progress.done)

    def _on_learner_settled(self) -> None:
        """Show the medium where this learner left it."""
        course, shown = self._session.course, self._shown
        if course is None or shown is None or shown.content is None:
            return
        if shown.step.kind != StepKind.ASSIGNMENT:
            self._media.show(self._view, course, shown.content, None)
            if self._lone is not None:
                self._media.take_lone(self._lone, shown.content, None)

    def _on_completion_toggled(self) -> None:
        if self._shown is not None:
            step_id = self._shown.step.id
            self._session.mark_done(step_id, step_id not in self._session.progress.done)

    def _on_previous_wanted(self) -> None:
        if self._shown is not None and self._session.course is not None:
            self._go(self._session.course.outline.before(self._shown.step.id))

    def _on_next_wanted(self) -> None:
        if self._shown is not None and self._session.course is not None:
            self._go(self._session.course.outline.after(self._shown.step.id))

    def _on_step_link_clicked(self, step_id: str) -> None:
        if self._session.course is not None:
            self._go(self._session.course.outline.step(StepId(step_id)))

    def _go(self, step: StepOutline | None) -> None:
        if step is not None and self._session.course is not None:
            course_id = self._session.course.outline.course.id
            self._navigator.go(Place.in_course(Location(course_id, step.id)))

    def _on_quoted(self, assignment: StepOutline) -> None:
        self._quoted_in = assignment
        words = self.tr("The quote is in your assignment, step {number}.").format(number=assignment.number)
        self._view.banner.show_message(words, Tone.SUCCESS, (("assignment", self.tr("Go there")),))

    def _on_action_chosen(self, _key: str) -> None:
        self._go(self._quoted_in)

    def _on_save_wanted(self, index: int) -> None:
        course = self._session.course
        if course is None or self._shown is None or self._shown.content is None:
            return
        download = self._shown.content.downloads[index]
        path = ask_where_to_save(self._view, self.tr("Save the file"), download.file_name)
        if path is not None:
            job = self._jobs.start(Lane.FILES, partial(_save, course.file, download, path))
            job.done.connect(self._on_saved)
            job.failed.connect(self._on_problem)

    def _on_saved(self, path: Path) -> None:
        words = self.tr("Saved as {file}.").format(file=path)
        self._view.banner.show_message(words, Tone.SUCCESS)

    def _on_problem(self, error: PlainError) -> None:
        self._view.banner.show_message(error_words(error), Tone.ERROR)


def _where_words(outline: Outline, step: StepOutline) -> str:
    for week in outline.weeks:
        for activity in week.activities:
            if step in activity.steps:
                is_named = activity.title not in ("", week.title)
                return f"{week_words(week)} › {activity.title}" if is_named else week_words(week)
    return ""


def _load(course: OpenCourse, step_id: StepId, _job: object) -> StepContent:
    return course.file.step(step_id)


def _save(file: "CourseFile", download: Download, destination: Path, _job: object) -> Path:
    write_file(destination, file.asset_bytes(download.asset))
    return destination
