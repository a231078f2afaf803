"""Searches as one types: 150 ms after the last key, and only the latest words count."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courseplayer.course.errors import PlainError
from courseplayer.course.timestamps import format_time_code
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.navigation import Navigator, Page, Place
from courseplayer.ui.search.view import SearchPage, ShownHit
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.words import error_words

if TYPE_CHECKING:
    from courseplayer.coursefile.search import Hit

_QUIET_MS = 150
MOST_HITS = 50
_ICONS = {"title": "bookmark", "article": "article", "cue": "video", "glossary": "info"}


class SearchPresenter(QObject):
    """Between the search box, the search index and the page of results."""

    term_wanted = Signal(str)
    """A word of the course that was found: it stands on the front page."""

    def __init__(
        self, view: SearchPage, index_folder: Path, jobs: Jobs, session: Session, navigator: Navigator
    ) -> None:
        super().__init__(view)
        self._view = view
        self._index_folder = index_folder
        self._jobs = jobs
        self._session = session
        self._navigator = navigator
        self._typed = ""
        self._words = ""
        self._hits: tuple[Hit, ...] = ()
        self._searching: Job[tuple[Hit, ...]] | None = None
        self._indexing: Job[None] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._search)
        view.hit_chosen.connect(self._on_hit_chosen)
        session.course_opened.connect(self._on_course_opened)
        session.course_closing.connect(self._on_course_closing)

    @property
    def hits(self) -> "tuple[Hit, ...]":
        """What was found last, in the order of the page."""
        return self._hits

    def edit(self, words: str) -> None:
        """Take the words as they are being typed."""
        self._typed = words
        self._quiet.start()

    def confirm(self, words: str) -> None:
        """Search at once; with the results of these words already shown, jump to the first."""
        if self._quiet.isActive() or words.strip() != self._words or not self._is_shown():
            self._typed = words
            self._quiet.stop()
            self._search()
        elif self._hits:
            self._on_hit_chosen(0)

    def show(self, words: str) -> None:
        """Show the results for words; those found last are still there, as the way back wants them."""
        if words == self._words and self._hits:
            self._view.focus_hits()
            return
        self._words = words
        self._start_job()

    def _search(self) -> None:
        words = self._typed.strip()
        if not words or self._session.course is None:
            return
        # What was found for other words is nothing to jump to, nor to take the keyboard from the box for.
        self._hits = ()
        place = Place(Page.SEARCH, words=words)
        if self._is_shown():
            self._navigator.replace(place)
        else:
            self._navigator.go(place)

    def _start_job(self) -> None:
        if self._searching is not None:
            self._searching.drop()
        course = self._session.course
        if course is None:
            return
        self._view.show_waiting(self._words)
        work = partial(_find, self._index_folder, course, self._words)
        self._searching = self._jobs.start(Lane.FILES, work)
        self._searching.done.connect(self._on_found)
        self._searching.failed.connect(self._on_failed)

    def _is_shown(self) -> bool:
        return self._navigator.place is not None and self._navigator.place.page == Page.SEARCH

    def _on_found(self, hits: "tuple[Hit, ...]") -> None:
        self._hits = hits
        self._view.show_hits(self._words, [self._shown(hit) for hit in hits], MOST_HITS)

    def _on_failed(self, error: PlainError) -> None:
        self._hits = ()
        self._view.show_problem(error_words(error))

    def _shown(self, hit: "Hit") -> ShownHit:
        details = {
            "title": self.tr("Title"),
            "article": self.tr("Article"),
            "cue": self.tr("Transcript"),
            "glossary": self.tr("Glossary"),
        }
        detail = details[hit.kind.value]
        if hit.location.at_ms is not None:
            detail = f"{detail} · {format_time_code(hit.location.at_ms)}"
        heading = f"{hit.step_number}  {hit.step_title}".strip()
        return ShownHit(_ICONS[hit.kind.value], heading, detail, hit.snippet, hit.matches)

    def _on_hit_chosen(self, index: int) -> None:
        if 0 <= index < len(self._hits):
            hit = self._hits[index]
            self._navigator.go(Place.in_course(hit.location))
            if hit.location.step_id is None:
                self.term_wanted.emit(hit.step_title)

    def _on_course_opened(self, course: OpenCourse) -> None:
        # The index is made while the learner reads the front page, so that the first search is quick.
        self._indexing = self._jobs.start(Lane.FILES, partial(_index, self._index_folder, course))

    def _on_course_closing(self) -> None:
        for job in (self._searching, self._indexing):
            if job is not None:
                job.drop()
        self._searching = self._indexing = None
        self._hits = ()
        self._words = ""
        self._quiet.stop()


def _index(folder: Path, course: OpenCourse, job: "Job[None]") -> None:
    # The index needs nothing that the first paint needs; see LearnerAccess.
    from courseplayer.coursefile.search import SearchIndex  # noqa: PLC0415

    index = SearchIndex(folder)
    try:
        index.add(course.file, job)
    finally:
        index.close()


def _find(folder: Path, course: OpenCourse, words: str, job: "Job[tuple[Hit, ...]]") -> "tuple[Hit, ...]":
    from courseplayer.coursefile.search import SearchIndex  # noqa: PLC0415 - as above

    index = SearchIndex(folder)
    try:
        index.add(course.file, job)
        return index.find(words, course.outline.course.id, MOST_HITS)
    finally:
        index.close()
