"""The composition root: starts the program, and keeps what lives as long as it does."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from courseplayer import __version__
from courseplayer.app_entrance import Entrance
from courseplayer.course.errors import PlainError
from courseplayer.learner.places import StorePlaces
from courseplayer.system import settings as settings_file
from courseplayer.system.clock import SystemClock
from courseplayer.system.late_modules import put_off_unused_modules
from courseplayer.system.logs import start_logging
from courseplayer.system.memory import keep_memory_together
from courseplayer.system.paths import Keeping, Paths, resources_folder
from courseplayer.system.policy import NO_POLICY, Policy
from courseplayer.system.policy_places import this_machine
from courseplayer.system.portable import first_settings
from courseplayer.system.settings import SYSTEM, Settings
from courseplayer.ui.components import Tone
from courseplayer.ui.garbage import GarbageCollection
from courseplayer.ui.icons import Icons
from courseplayer.ui.interruption import Interruption
from courseplayer.ui.jobs import Jobs, Lane
from courseplayer.ui.kit_brand import brand_of
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.no_display import telling_of_no_display
from courseplayer.ui.off_computer import keep_qt_off_computer
from courseplayer.ui.player.environment import prepare_environment
from courseplayer.ui.player.spare_surface import SpareSurface
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.theme import apply_theme, chosen_theme
from courseplayer.ui.veil.certainty import Certainty
from courseplayer.ui.words import error_words

if TYPE_CHECKING:
    from courseplayer.app_window import Window
    from courseplayer.authoring.drawings import Rasterise
    from courseplayer.submissions.export import PdfWriter
    from courseplayer.ui.navigation import Place

INTERRUPTED = 130
"""The exit code of a program that the person or the system stopped."""
_ENGLISH = QLocale(QLocale.Language.English)
_LOOKS = ("theme", "text_size_percent", "language")
_PICTURE_CACHE_KB = 4_096
"""Of pictures that were shown once, as portraits, Qt otherwise gathers 10 MB."""


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window is to open with; all None for the shelf."""

    file: Path | None = None
    step: str | None = None
    at_ms: int | None = None


def run_window(request: WindowRequest) -> int:
    """Open the window and run until it is closed; returns the exit code."""
    application = make_application()
    machine = this_machine(os.environ)
    keep_qt_off_computer(machine.paths)
    program = Program(application, machine.paths, machine.policy)
    start_logging(machine.paths.logs, on_fault=program.faulted.emit)
    program.start(request)
    return _interruptible(application, application.exec)


def take_screenshots(folder: Path) -> int:
    """Open the demo course, visit the main screens and save a picture of each in ``folder``."""
    from courseplayer.ui.tour import Tour  # noqa: PLC0415 - not needed to open the window

    application = make_application()
    return _interruptible(application, Tour(application, partial(_open_program, application), folder).run)


def _interruptible(application: QApplication, work: Callable[[], int]) -> int:
    """Do work that runs Qt's event loop; a signal of the system ends it as closing the window does."""
    interruption = Interruption(application)
    try:
        code = work()
    finally:
        interruption.restore()
    return INTERRUPTED if interruption.was_asked else code


def _open_program(application: QApplication, paths: Paths) -> QObject:
    program = Program(application, paths)
    program.start(WindowRequest())
    return program


def self_test() -> int:
    """Try everything the program promises on this machine, a line for each; 0 when all of it works."""
    from courseplayer.ui.self_test import run_self_test  # noqa: PLC0415 - not needed to open the window

    application = make_application()
    run = partial(run_self_test, application, pdf_writer(), partial(_open_step, application))
    return _interruptible(application, run)


def _open_step(application: QApplication, paths: Paths, course: Path, step: str) -> QObject:
    program = Program(application, paths)
    program.start(WindowRequest(course, step))
    return program


def describe_this_display() -> dict[str, object]:
    """Return what Qt finds on this machine; ends the process where it finds no display."""
    from courseplayer.ui.display_check import describe_display  # noqa: PLC0415 - not needed to open the window

    return describe_display(make_application())


def pdf_writer() -> "PdfWriter":
    """Return the writer of PDF documents; it needs the application made by :func:`make_application`."""
    from courseplayer.ui.printing import pdf_from_html  # noqa: PLC0415 - not needed to open the window

    return pdf_from_html


def drawing_maker() -> "Rasterise":
    """Return what draws SVG drawings; it needs the application made by :func:`make_application`."""
    from courseplayer.ui.drawings import rasterised  # noqa: PLC0415 - not needed to open the window

    return rasterised


def make_application() -> QApplication:
    """Return the process's one QApplication, with garbage collected on the window's thread only."""
    keep_memory_together()
    prepare_environment(os.environ)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Not by setStyle, whose answer makes PySide build a class with 400 names (measured: 11 ms).
    with telling_of_no_display():
        application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("courseplayer")
    application.setApplicationDisplayName("Course Player")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("courseplayer")
    QPixmapCache.setCacheLimit(_PICTURE_CACHE_KB)
    GarbageCollection(application)
    return application


class Program(QObject):
    """Everything that lives as long as the program does; its window is made anew when its looks change."""

    faulted = Signal(object)
    """The PlainError about a fault that nobody caught; may be sent from any thread."""

    def __init__(self, application: QApplication, paths: Paths, policy: Policy = NO_POLICY) -> None:
        super().__init__(application)
        self._application = application
        self._paths = paths
        self._policy = policy
        self._translators: list[QTranslator] = []
        self.jobs = Jobs(self, _import_stores)
        self._brand = brand_of(paths.kit)
        loaded = settings_file.load(paths.settings_file, first_settings(paths.kit))
        self.settings = SettingsKeeper(
            loaded.settings, paths.settings_file, self.jobs, self, policy.setting_locks()
        )
        places = StorePlaces(paths.learner_db, paths.second_backups, paths.keeping is Keeping.STICK)
        self.access = LearnerAccess(self.jobs, places, SystemClock())
        self._certainty = Certainty()
        self._spare_surface = SpareSurface()
        self.frame: MainWindow | None = None
        self.window: Window | None = None
        self.settings.changed.connect(self._on_settings_changed)
        self.faulted.connect(self._on_faulted, Qt.ConnectionType.QueuedConnection)

    def start(self, request: WindowRequest) -> None:
        """Show the shelf as it was last seen, then do everything that takes longer."""
        entrance = self._open_entrance()
        entrance.frame.painted.connect(partial(self._after_first_paint, entrance, request))
        entrance.frame.show()

    def finish(self) -> None:
        """Save what there is to save, let go of files, and wait until it is on the disk."""
        if self.frame is None:
            return
        self.settings.change("window_geometry", self.frame.geometry_text())
        self.frame.ask_before_closing(None)
        self.frame = None
        if self.window is not None:
            self.window.leave()
            self.window = None
            self._spare_surface.drop()
        self.access.close()
        self.jobs.finish()

    def _open_entrance(self) -> Entrance:
        settings = self.settings.settings
        self._translate(settings.language)
        theme = chosen_theme(settings.theme, settings.text_size_percent, self._brand.accent)
        apply_theme(self._application, theme)
        icons = Icons(resources_folder() / "icons", theme)
        entrance = Entrance(
            icons,
            self._paths,
            self.jobs,
            self.access,
            self.settings,
            self._policy,
            self._brand,
            self._certainty,
            self._spare_surface,
        )
        entrance.frame.closing.connect(self.finish)
        self.frame = entrance.frame
        return entrance

    def _furnish(self, entrance: Entrance, places: "Sequence[Place]") -> "Window":
        # Half of the program's code is not needed to paint the shelf (measured: 0.2 s of imports).
        from courseplayer.app_window import Window  # noqa: PLC0415

        self.window = Window(entrance, places)
        self.window.safety.restored.connect(self._renew_window)
        self.window.load()
        return self.window

    def _after_first_paint(self, entrance: Entrance, request: WindowRequest) -> None:
        if self.frame is not entrance.frame:
            return
        from courseplayer.ui.navigation import Page, Place  # noqa: PLC0415 - as what is imported below

        self.jobs.start(Lane.FILES, partial(_make_places, self._paths))
        window = self._furnish(entrance, [Place(Page.SHELF)])
        fault = self._policy.error()
        if fault is not None:
            window.presenter.show_problem(fault)
        if request.file is not None:
            window.presenter.open_file(request.file, request.step, request.at_ms)

    def _on_faulted(self, fault: PlainError) -> None:
        if self.frame is not None:
            self.frame.banner.show_message(error_words(fault), Tone.ERROR)

    def _on_settings_changed(self, before: Settings, now: Settings) -> None:
        if all(getattr(before, name) == getattr(now, name) for name in _LOOKS):
            return
        # The control that was used is in the window that goes: it must have returned to the event loop.
        QTimer.singleShot(0, self._renew_window)

    def _renew_window(self) -> None:
        old = self.window
        if old is None:
            return
        if not old.unsaved.are_saved_before(self._renew_window):
            return
        focused = old.preferences_page.focusWidget()
        name = focused.objectName() if focused is not None else ""
        course = None if old.session.course is None else old.session.course.file.path
        old.leave()
        self.settings.change("window_geometry", old.frame.geometry_text())
        entrance = self._open_entrance()
        from courseplayer.ui.navigation import Page, Place  # noqa: PLC0415 - long there

        places = list(old.navigator.places)
        if places[-1].page != Page.PREFERENCES:
            places.append(Place(Page.PREFERENCES))
        window = self._furnish(entrance, places)
        entrance.frame.show()
        if course is not None:
            window.presenter.reopen_behind(course)
        window.preferences.focus_choice(name)
        old.frame.ask_before_closing(None)
        old.frame.closing.disconnect(self.finish)
        old.frame.close()
        old.frame.deleteLater()
        garbage = self._application.findChild(GarbageCollection)
        if garbage is not None:
            garbage.let_go()
        # Qt keeps up to 10 MB of pictures that nobody shows any more: icons in the old colours, here.
        QPixmapCache.clear()

    def _translate(self, language: str) -> None:
        for old in self._translators:
            self._application.removeTranslator(old)
            old.deleteLater()
        locale = QLocale.system() if language == SYSTEM else QLocale(language)
        if locale.language() == QLocale.Language.C:
            # A system without a language: our sentences are English, and English counts in its own way. The
            # clock has 24 hours, which nobody mistakes.
            locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        QLocale.setDefault(locale)
        ours = str(resources_folder() / "translations")
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = []
        for name, folder in (("qtbase", qts), ("courseplayer", ours)):
            translator = QTranslator(self)
            # Even English needs its file: it has the plurals.
            if translator.load(locale, name, "_", folder) or translator.load(_ENGLISH, name, "_", folder):
                self._application.installTranslator(translator)
            self._translators.append(translator)
        self._application.setLayoutDirection(locale.textDirection())


def _import_stores() -> None:
    """Import the learner's store, and SQLAlchemy with it: after the first paint, on the lanes' threads.

    Only ever one thread at a time: SQLAlchemy's modules import each other in circles, and Python gives a half
    imported one to a thread that would otherwise wait for ever (seen once in 2,500 tests, as a broken start).
    The course store finds them whole when the first course is opened.
    """
    put_off_unused_modules()
    from courseplayer.coursefile import schema  # noqa: F401, PLC0415
    from courseplayer.learner import keeper, precreated, rescue  # noqa: F401, PLC0415


def _make_places(paths: Paths, _job: object) -> None:
    paths.ensure()
