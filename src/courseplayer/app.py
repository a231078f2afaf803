"""The composition root: makes the parts of the window, gives each what it needs, and connects them."""

import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from courseplayer import __version__
from courseplayer.learner.values import DraftKind
from courseplayer.system import settings as settings_file
from courseplayer.system.clock import SystemClock
from courseplayer.system.logs import start_logging
from courseplayer.system.paths import Paths, resources_folder, standard_paths
from courseplayer.system.settings import SYSTEM, Settings
from courseplayer.ui.about.made_with import licence_text, made_with
from courseplayer.ui.about.view import AboutPage, ShortcutsPage
from courseplayer.ui.assignment.presenter import AssignmentPresenter
from courseplayer.ui.course.presenter import CoursePresenter
from courseplayer.ui.course.view import CourseView
from courseplayer.ui.garbage import GarbageCollection
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs, Lane
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.learners.presenter import LearnersPresenter
from courseplayer.ui.learners.view import LearnerButton
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.navigation import Navigator, Page, Place
from courseplayer.ui.player.choices import PlaybackChoices
from courseplayer.ui.player.environment import prepare_environment
from courseplayer.ui.player.presenter import MediaPresenter
from courseplayer.ui.preferences.places import kept_places
from courseplayer.ui.preferences.view import PreferencesPage
from courseplayer.ui.search.presenter import SearchPresenter
from courseplayer.ui.search.view import SearchPage
from courseplayer.ui.session import Session
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.shelf.presenter import ShelfPresenter
from courseplayer.ui.shelf.view import ShelfPage
from courseplayer.ui.shortcuts import player_shortcuts, window_shortcuts
from courseplayer.ui.step.media import StepMedia
from courseplayer.ui.step.presenter import StepPresenter
from courseplayer.ui.step.view import StepPage
from courseplayer.ui.step.writing import StepWriting
from courseplayer.ui.theme import apply_theme, chosen_theme
from courseplayer.ui.window_presenter import WindowPresenter
from courseplayer.ui.writing.answer import AnswerPresenter

if TYPE_CHECKING:
    from courseplayer.submissions.export import PdfWriter

LANGUAGES = ("en", "fr")
_LOOKS = ("theme", "text_size_percent", "language")


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window is to open with; all None for the shelf."""

    file: Path | None = None
    step: str | None = None
    at_ms: int | None = None


def run_window(request: WindowRequest) -> int:
    """Open the window and run until it is closed; returns the exit code."""
    application = make_application()
    program = Program(application, standard_paths(os.environ))
    program.start(request)
    return application.exec()


def take_screenshots(folder: Path) -> int:
    """Open the demo course, visit the main screens and save a picture of each in ``folder``."""
    from courseplayer.ui.tour import Tour  # noqa: PLC0415 - not needed to open the window

    application = make_application()
    return Tour(application, partial(_open_program, application), folder).run()


def _open_program(application: QApplication, paths: Paths) -> QObject:
    program = Program(application, paths)
    program.start(WindowRequest())
    return program


def self_test() -> int:
    """Try everything the program promises on this machine, a line for each; 0 when all of it works."""
    from courseplayer.ui.self_test import run_self_test  # noqa: PLC0415 - not needed to open the window

    return run_self_test(make_application(), pdf_writer())


def pdf_writer() -> "PdfWriter":
    """Return the writer of PDF documents; it needs the application made by :func:`make_application`."""
    from courseplayer.ui.printing import pdf_from_html  # noqa: PLC0415 - not needed to open the window

    return pdf_from_html


def make_application() -> QApplication:
    """Return the process's one QApplication, with garbage collected on the window's thread only."""
    prepare_environment(os.environ)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("courseplayer")
    application.setApplicationDisplayName("Course Player")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("courseplayer")
    GarbageCollection(application)
    return application


class Program(QObject):
    """Everything that lives as long as the program does; its window is made anew when its looks change."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        super().__init__(application)
        self._application = application
        self._paths = paths
        self._translators: list[QTranslator] = []
        self.jobs = Jobs(self)
        loaded = settings_file.load(paths.settings_file)
        self.settings = SettingsKeeper(loaded.settings, paths.settings_file, self.jobs, self)
        self.access = LearnerAccess(self.jobs, paths.learner_db, SystemClock())
        self.window: Window | None = None
        self.settings.changed.connect(self._on_settings_changed)

    def start(self, request: WindowRequest) -> None:
        """Show the window with the shelf as it was last seen, then do everything that takes longer."""
        self._open_window(None)
        QTimer.singleShot(0, partial(self._after_first_paint, request))

    def finish(self) -> None:
        """Save what there is to save, let go of files, and wait until it is on the disk."""
        if self.window is not None:
            self.settings.change("window_geometry", self.window.frame.geometry_text())
            self.window.leave()
            self.window = None
            self.access.close()
            self.jobs.finish()

    def _open_window(self, place: Place | None) -> None:
        settings = self.settings.settings
        self._translate(settings.language)
        theme = chosen_theme(settings.theme, settings.text_size_percent)
        apply_theme(self._application, theme)
        icons = Icons(resources_folder() / "icons", theme)
        self.window = Window(icons, self._paths, self.jobs, self.access, self.settings)
        self.window.frame.closing.connect(self.finish)
        self.window.frame.restore_geometry_text(settings.window_geometry)
        self.window.navigator.go(place or Place(Page.SHELF))
        self.window.frame.show()

    def _after_first_paint(self, request: WindowRequest) -> None:
        start_logging(self._paths.logs)
        self.jobs.start(Lane.FILES, partial(_make_places, self._paths))
        if self.window is not None:
            self.window.load()
            if request.file is not None:
                self.window.presenter.open_file(request.file, request.step, request.at_ms)

    def _on_settings_changed(self, before: Settings, now: Settings) -> None:
        if all(getattr(before, name) == getattr(now, name) for name in _LOOKS):
            return
        # The control that was used is in the window that goes: it must have returned to the event loop.
        QTimer.singleShot(0, self._renew_window)

    def _renew_window(self) -> None:
        old = self.window
        if old is None:
            return
        focused = old.preferences.focusWidget()
        name = focused.objectName() if focused is not None else ""
        course = None if old.session.course is None else old.session.course.file.path
        old.leave()
        self.settings.change("window_geometry", old.frame.geometry_text())
        self._open_window(Place(Page.PREFERENCES))
        if self.window is not None:
            self.window.load()
            if course is not None:
                self.window.presenter.reopen_behind(course)
            self.window.preferences.focus_choice(name)
        old.frame.closing.disconnect(self.finish)
        old.frame.close()
        old.frame.deleteLater()

    def _translate(self, language: str) -> None:
        for old in self._translators:
            self._application.removeTranslator(old)
            old.deleteLater()
        locale = QLocale.system() if language == SYSTEM else QLocale(language)
        QLocale.setDefault(locale)
        ours = str(resources_folder() / "translations")
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = []
        for name, folder in (("qtbase", qts), ("courseplayer", ours)):
            translator = QTranslator(self)
            if translator.load(locale, name, "_", folder):
                self._application.installTranslator(translator)
            self._translators.append(translator)
        self._application.setLayoutDirection(locale.textDirection())


class Window:
    """One window and everything in it, wired."""

    def __init__(
        self,
        icons: Icons,
        paths: Paths,
        jobs: Jobs,
        access: LearnerAccess,
        settings: SettingsKeeper,
    ) -> None:
        self._icons = icons
        self._jobs = jobs
        self._access = access
        self._settings = settings
        self.frame = MainWindow(icons)
        self.session = Session(jobs, access, self.frame)
        self.navigator = Navigator(self.frame)
        self.shelf = ShelfPage(icons)
        self.step = StepPage(icons)
        self.course = CourseView(icons, self.step)
        self.search = SearchPage(icons)
        self.preferences = PreferencesPage(icons, settings.settings, LANGUAGES, kept_places(paths))
        self.about = AboutPage(icons, __version__, made_with(), licence_text())
        self.shortcuts = ShortcutsPage(icons, (*window_shortcuts(), *player_shortcuts()))
        self.learner_button = LearnerButton(icons)
        self.frame.header.learner_place.addWidget(self.learner_button)
        self.media = StepMedia(self._make_player, self.session, settings)
        self.writing = StepWriting(self._make_assignment, self._make_answer, self.frame)
        self._make_presenters(paths)
        self._connect()

    def load(self) -> None:
        """Ask for everything that was left out of the first paint."""
        self.learners.load()
        self.shelf_presenter.set_opened(self._settings.settings.opened_courses)
        self.shelf_presenter.start()

    def leave(self) -> None:
        """Keep place and texts, and let go of the course file and the player."""
        self.course_presenter.leave()
        self.media.shut()
        self.session.close_course()

    def _make_presenters(self, paths: Paths) -> None:
        self.shelf_presenter = ShelfPresenter(self.shelf, paths, self._jobs, self._access, self.frame)
        self.shelf_presenter.show_snapshot()
        self.learners = LearnersPresenter(
            self.learner_button, self._icons, self._access, self.session, self.frame
        )
        self.step_presenter = StepPresenter(
            self.step,
            self._icons,
            self._jobs,
            self.session,
            self.navigator,
            self.media,
            self.writing,
            self._access,
        )
        self.course_presenter = CoursePresenter(
            self.course, self.step_presenter, self._jobs, self.session, self.navigator
        )
        self.search_presenter = SearchPresenter(
            self.search, paths.cache / "search", self._jobs, self.session, self.navigator
        )
        pages: dict[Page, QWidget] = {
            Page.SHELF: self.shelf,
            Page.COURSE: self.course,
            Page.SEARCH: self.search,
            Page.PREFERENCES: self.preferences,
            Page.ABOUT: self.about,
            Page.SHORTCUTS: self.shortcuts,
        }
        self.presenter = WindowPresenter(
            self.frame,
            pages,
            self.navigator,
            self.session,
            self._settings,
            self.shelf_presenter,
            self.course_presenter,
            self.search_presenter,
        )

    def _connect(self) -> None:
        self.shelf.course_opened.connect(self.presenter.open_file)
        self.shelf.file_wanted.connect(self.presenter.choose_file)
        self.session.learner_changed.connect(self.shelf_presenter.set_learner)
        self.course.outline_shown.connect(self.frame.header.show_outline_state)
        self.frame.header.results_wanted.connect(self.search.focus_hits)
        self.search.left_upwards.connect(self.frame.header.focus_search)
        self.preferences.setting_chosen.connect(self._settings.change)
        self.preferences.folder_wanted.connect(_show_folder)
        self.writing.place_wanted.connect(self.presenter.show_place)
        self.writing.link_wanted.connect(self.presenter.show_link)
        self.writing.problem.connect(self.presenter.show_problem)

    def _make_player(self) -> MediaPresenter:
        settings = self._settings.settings
        choices = PlaybackChoices(
            settings.playback_rate,
            settings.volume_percent,
            settings.captions_on,
            settings.follow_transcript,
            settings.skip_seconds,
        )
        return MediaPresenter(self._icons, self._jobs, choices, self.frame)

    def _make_assignment(self) -> AssignmentPresenter:
        return AssignmentPresenter(self._icons, self._jobs, self._access, self.session, self.frame)

    def _make_answer(self, kind: DraftKind) -> AnswerPresenter:
        return AnswerPresenter(self._icons, self._access, self.session, kind, self.frame)


def _make_places(paths: Paths, _job: object) -> None:
    paths.ensure()


def _show_folder(path: Path) -> None:
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
