"""Shows the open course: its outline, its front page, and the step the learner is at."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from courseplayer.course.content import GlossaryEntry
from courseplayer.course.location import Location
from courseplayer.course.outline import AssetId, Outline, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.ui.article.view import pictures_of
from courseplayer.ui.course.view import CourseView
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.navigation import Navigator, Place
from courseplayer.ui.pictures import Pictures, load_pictures
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.step.presenter import StepPresenter


class CoursePresenter(QObject):
    """Between the session and everything that shows the open course."""

    link_wanted = Signal(str)
    """A web address that the learner clicked."""

    def __init__(
        self, view: CourseView, step: StepPresenter, jobs: Jobs, session: Session, navigator: Navigator
    ) -> None:
        super().__init__(view)
        self._view = view
        self._step = step
        self._jobs = jobs
        self._session = session
        self._navigator = navigator
        self._pictures: Job[Pictures] | None = None
        self._glossary: Job[tuple[GlossaryEntry, ...]] | None = None
        session.course_opened.connect(self._on_course_opened)
        session.course_closing.connect(self._on_course_closing)
        session.progress_changed.connect(self._on_progress_changed)
        view.outline.step_chosen.connect(self._on_step_chosen)
        view.front.step_chosen.connect(self._on_step_chosen)
        view.front.web_link_clicked.connect(self.link_wanted)
        step.link_wanted.connect(self.link_wanted)

    def show_location(self, location: Location) -> None:
        """Show a place of the open course; a step that is not there any more leads to the front page."""
        course = self._session.course
        if course is None:
            return
        step = None if location.step_id is None else course.outline.step(location.step_id)
        self._view.outline.show_current(None if step is None else step.id)
        if step is None:
            self._step.leave()
            self._view.show_front()
            return
        self._view.show_step(step.kind.value in ("video", "audio", "assignment"))
        self._step.show(step, location.at_ms)

    def leave(self) -> None:
        """Keep place and texts: another page is shown, or the window closes."""
        self._step.leave()

    def toggle_outline(self) -> None:
        """Show or hide the outline."""
        self._view.toggle_outline()

    def _on_course_opened(self, course: OpenCourse) -> None:
        self._view.outline.show_outline(course.outline, self._session.progress)
        is_changed = course.damage is not None
        self._view.front.show_course(
            course.outline, self._session.progress, _signer(course), is_changed=is_changed
        )
        assets = _front_pictures(course.outline)
        self._pictures = self._jobs.start(Lane.FILES, partial(load_pictures, course.file, assets))
        self._pictures.done.connect(self._on_pictures)
        self._glossary = self._jobs.start(Lane.FILES, partial(_read_glossary, course))
        self._glossary.done.connect(self._view.front.show_glossary)
        self._glossary.failed.connect(self._session.failed)

    def _on_pictures(self, pictures: Pictures) -> None:
        if self._session.course is not None:
            self._view.front.show_pictures(pictures, self._session.course.outline.course.cover)

    def _on_course_closing(self) -> None:
        for job in (self._pictures, self._glossary):
            if job is not None:
                job.drop()
        self._pictures = self._glossary = None
        self._step.close_course()

    def _on_progress_changed(self, progress: CourseProgress) -> None:
        course = self._session.course
        if course is not None:
            self._view.outline.show_progress(progress)
            self._view.front.show_progress(course.outline, progress)

    def _on_step_chosen(self, step_id: str) -> None:
        course = self._session.course
        if course is not None:
            self._navigator.go(Place.in_course(Location(course.outline.course.id, StepId(step_id))))


def _read_glossary(course: OpenCourse, _job: object) -> tuple[GlossaryEntry, ...]:
    return course.file.glossary()


def _front_pictures(outline: Outline) -> tuple[AssetId, ...]:
    course = outline.course
    wanted = [course.cover, *(person.picture for person in course.people), *pictures_of(course.summary_html)]
    return tuple(dict.fromkeys(asset for asset in wanted if asset is not None))


def _signer(course: OpenCourse) -> tuple[str, str] | None:
    signature = course.trust.signature
    return None if signature is None else (signature.signer, signature.key.name)
