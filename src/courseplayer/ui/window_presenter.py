"""Leads through the window: from places to pages, from files to courses, and out again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepKind
from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.ui import shortcuts
from courseplayer.ui.components import Tone
from courseplayer.ui.course.presenter import CoursePresenter
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.navigation import Navigator, Page, Place
from courseplayer.ui.outside import open_address
from courseplayer.ui.search.presenter import SearchPresenter
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.shelf.presenter import ShelfPresenter
from courseplayer.ui.words import error_words, isolated

_NOT_HERE = QT_TRANSLATE_NOOP(
    "errors",
    "The course is not on this computer now; what you wrote is safe. "
    "Plug in the stick it came from, or open its file.",
)
_NO_SUCH_STEP = QT_TRANSLATE_NOOP(
    "errors",
    "This course has no step {number}; nothing was changed. Look up its number in the list of steps.",
)


class WindowPresenter(QObject):
    """Shows the page for each place, and opens the course that a place needs first."""

    def __init__(
        self,
        window: MainWindow,
        pages: dict[Page, QWidget],
        navigator: Navigator,
        session: Session,
        settings: SettingsKeeper,
        shelf: ShelfPresenter,
        course: CoursePresenter,
        search: SearchPresenter,
        *,
        may_open_links: bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._navigator = navigator
        self._session = session
        self._settings = settings
        self._shelf = shelf
        self._course = course
        self._search = search
        self._may_open_links = may_open_links
        self._known: dict[CourseId, Path] = {}
        self._pending: Place | None = None
        self._pending_number: tuple[str | None, int | None] | None = None
        self._stays = False
        self._link = ""
        self._connect_header()
        self._connect_keys()
        navigator.place_changed.connect(self._on_place_changed)
        navigator.way_back_changed.connect(window.header.set_way_back)
        session.course_opened.connect(self._on_course_opened)
        session.opening_failed.connect(self._on_opening_failed)
        session.opening_cancelled.connect(self._on_opening_cancelled)
        session.failed.connect(self.show_problem)
        settings.failed.connect(self._on_settings_failed)
        shelf.courses_known.connect(self._on_courses_known)
        course.link_wanted.connect(self.show_link)
        window.banner.action_chosen.connect(self._on_action_chosen)

    def open_file(self, path: Path, number: str | None = None, at_ms: int | None = None) -> None:
        """Open a course file, at a step and a position if they are given."""
        self._pending = None
        self._pending_number = None if number is None and at_ms is None else (number, at_ms)
        self._window.banner.clear()
        self._session.open_course(path)

    def reopen_behind(self, path: Path) -> None:
        """Open a course file without leaving the page that is shown."""
        self._stays = True
        self._session.open_course(path)

    def show_problem(self, error: PlainError) -> None:
        """Say in the window what went wrong."""
        self._window.banner.show_message(error_words(error), Tone.ERROR)

    def show_assumed_learner(self, name: str) -> None:
        """Say with whom it goes on where several learn and nobody has been chosen yet."""
        words = self.tr("You go on as {name}. If that is not you, choose your name at the top of the window.")
        self._window.banner.show_message(words.format(name=isolated(name)), Tone.INFO)

    def show_link(self, address: str) -> None:
        """Show a web address before anything is opened."""
        self._link = address
        words = self.tr("This link leads to the internet: {address}").format(address=address)
        copying = ("copy", self.tr("Copy the address"))
        opening = ("open", self.tr("Open in the browser"))
        actions = (opening, copying) if self._may_open_links else (copying,)
        self._window.banner.show_message(words, Tone.INFO, actions)

    def show_place(self, place: object) -> None:
        """Go to a location that a quote names."""
        if isinstance(place, Location):
            self._navigator.go(Place.in_course(place))

    def _connect_header(self) -> None:
        header = self._window.header
        header.back_wanted.connect(self._navigator.back)
        header.shelf_wanted.connect(self._on_shelf_wanted)
        header.course_wanted.connect(self._on_course_wanted)
        header.outline_toggled.connect(self._course.toggle_outline)
        header.file_wanted.connect(self.choose_file)
        header.search_edited.connect(self._search.edit)
        header.search_confirmed.connect(self._search.confirm)
        header.preferences_wanted.connect(self._on_preferences_wanted)
        header.shortcuts_wanted.connect(self._on_shortcuts_wanted)
        header.about_wanted.connect(self._on_about_wanted)

    def _connect_keys(self) -> None:
        for keys, act in (
            (shortcuts.BACK, self._navigator.back),
            (shortcuts.SEARCH, self._window.header.focus_search),
            (shortcuts.OPEN_FILE, self.choose_file),
            (shortcuts.SHELF, self._on_shelf_wanted),
            (shortcuts.PREFERENCES, self._on_preferences_wanted),
            (shortcuts.SHORTCUT_LIST, self._on_shortcuts_wanted),
            (shortcuts.OUTLINE, self._course.toggle_outline),
        ):
            action = QAction(self._window)
            action.triggered.connect(act)
            self._window.add_shortcut(keys, action)

    def _on_place_changed(self, place: Place) -> None:
        if place.page != Page.COURSE:
            self._course.leave()
        if place.page != Page.SEARCH:
            self._window.header.show_search("")
        if place.page == Page.COURSE and place.location is not None:
            self._show_location(place, place.location)
            return
        if place.page == Page.SEARCH:
            self._window.header.show_search(place.words)
            self._search.show(place.words)
        elif place.page == Page.SHELF:
            self._shelf.set_opened(self._settings.settings.opened_courses)
            self._shelf.look()
        self._window.show_page(self._pages[place.page])
        if place.page != Page.SEARCH or not self._window.header.search.hasFocus():
            self._window.focus_page()

    def _show_location(self, place: Place, location: Location) -> None:
        course = self._session.course
        if course is not None and course.outline.course.id == location.course_id:
            self._course.show_location(location)
            self._window.show_page(self._pages[Page.COURSE])
            self._window.focus_page()
            return
        path = self._known.get(location.course_id)
        if path is None:
            self.show_problem(BadInputError(_NOT_HERE))
            return
        self._pending = place
        self._session.open_course(path)

    def _on_course_opened(self, course: OpenCourse) -> None:
        outline = course.outline
        self._known[outline.course.id] = course.file.path
        self._window.header.show_course(outline.course.title)
        self._settings.put(self._settings.settings.with_opened(course.file.path))
        stays, self._stays = self._stays, False
        if self._pending is not None:
            pending, self._pending = self._pending, None
            self._on_place_changed(pending)
        elif not stays:
            self._navigator.go(Place.in_course(self._first_location(course)))

    def _first_location(self, course: OpenCourse) -> Location:
        course_id = course.outline.course.id
        (number, at_ms), self._pending_number = self._pending_number or (None, None), None
        if number is None:
            return self._resumed_location(course, at_ms)
        step = course.outline.step_numbered(number)
        if step is not None:
            return Location(course_id, step.id, at_ms)
        self.show_problem(BadInputError(_NO_SUCH_STEP, number=number))
        return Location(course_id)

    def _resumed_location(self, course: OpenCourse, at_ms: int | None) -> Location:
        course_id = course.outline.course.id
        last = self._session.progress.last
        if last is not None and last.step_id is not None and course.outline.step(last.step_id) is not None:
            return Location(course_id, last.step_id, at_ms)
        # A time without a step can only be one of the first step that plays.
        played = (step for step in course.outline.steps() if step.kind in {StepKind.VIDEO, StepKind.AUDIO})
        first = None if at_ms is None else next(played, None)
        return Location(course_id) if first is None else Location(course_id, first.id, at_ms)

    def _on_opening_failed(self, error: PlainError) -> None:
        self._on_opening_cancelled()
        self.show_problem(error)

    def _on_opening_cancelled(self) -> None:
        self._stays = False
        self._pending = None
        self._pending_number = None
        if self._navigator.place is None:
            self._navigator.go(Place(Page.SHELF))

    def _on_courses_known(self, courses: Sequence[CourseSummary]) -> None:
        for summary in courses:
            if summary.problem is None:
                self._known[summary.course_id] = summary.path

    def _on_settings_failed(self, error: PlainError) -> None:
        # Where settings cannot be kept a learner's texts cannot either, and that is the news to read.
        if not self._window.banner.isVisible():
            self.show_problem(error)

    def _on_shelf_wanted(self) -> None:
        self._navigator.go(Place(Page.SHELF))

    def _on_course_wanted(self) -> None:
        if self._session.course is not None:
            course_id = self._session.course.outline.course.id
            self._navigator.go(Place.in_course(Location(course_id)))

    def _on_preferences_wanted(self) -> None:
        self._navigator.go(Place(Page.PREFERENCES))

    def _on_shortcuts_wanted(self) -> None:
        self._navigator.go(Place(Page.SHORTCUTS))

    def _on_about_wanted(self) -> None:
        self._navigator.go(Place(Page.ABOUT))

    def choose_file(self) -> None:
        """Ask for a course file and open it."""
        kinds = self.tr("Courses (*.course)")
        chosen, _kind = QFileDialog.getOpenFileName(self._window, self.tr("Open a course file"), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    def _on_action_chosen(self, key: str) -> None:
        if key == "open":
            open_address(self._link, self._window.banner)
        elif key == "copy":
            QGuiApplication.clipboard().setText(self._link)
            self._window.banner.clear()
