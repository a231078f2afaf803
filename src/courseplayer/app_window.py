"""The second half of the composition root: everything in the window that its first paint does not need."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from courseplayer.app_entrance import LANGUAGES, Entrance
from courseplayer.coursefile.stick.watch import StickWatch
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.values import DraftKind, PrecreatedLearners
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Paths
from courseplayer.system.policy import Feature
from courseplayer.system.portable import refused_stick
from courseplayer.ui.components import Banner, PageView, Tone
from courseplayer.ui.course.presenter import CoursePresenter
from courseplayer.ui.course.view import CourseView
from courseplayer.ui.holdings.presenter import HoldingsPresenter
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.entry import KitEntry
from courseplayer.ui.late_page import LatePage
from courseplayer.ui.learners.pin_presenter import PinPresenter
from courseplayer.ui.learners.presenter import LearnersPresenter
from courseplayer.ui.navigation import Navigator, Page, Place
from courseplayer.ui.opening_notice import OpeningNotice
from courseplayer.ui.safety.presenter import SafetyPresenter
from courseplayer.ui.safety.rescued import RescuedTexts
from courseplayer.ui.safety.signers import SignerPresenter
from courseplayer.ui.safety.sticks import SticksPresenter
from courseplayer.ui.search.presenter import SearchPresenter
from courseplayer.ui.search.view import SearchPage
from courseplayer.ui.session import CheckingRules, Session, SigningRules
from courseplayer.ui.step.media import StepMedia, choices_of
from courseplayer.ui.step.presenter import StepPresenter
from courseplayer.ui.step.view import StepPage
from courseplayer.ui.step.writing import StepWriting
from courseplayer.ui.unsaved_texts import UnsavedTexts
from courseplayer.ui.veil.presenter import VeilPresenter
from courseplayer.ui.veil.proof import PinProof
from courseplayer.ui.window_presenter import WindowPresenter
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import Autosave
from courseplayer.ui.writing.rescue import RescueCopies

if TYPE_CHECKING:
    from courseplayer.learner.rescue import Rescue
    from courseplayer.ui.assignment.presenter import AssignmentPresenter
    from courseplayer.ui.kits.presenter import KitPresenter
    from courseplayer.ui.player.presenter import MediaPresenter
    from courseplayer.ui.preferences.view import PreferencesPage
    from courseplayer.ui.writing.answer import AnswerPresenter


class Window:
    """The window behind an entrance, and everything in it, wired."""

    def __init__(self, entrance: Entrance, places: Sequence[Place]) -> None:
        icons, paths, jobs = entrance.icons, entrance.paths, entrance.jobs
        self._icons = icons
        self._paths = paths
        self._jobs = jobs
        self._access = entrance.access
        self._spare_surface = entrance.spare_surface
        self._settings = settings = entrance.settings
        self._policy = policy = entrance.policy
        self.frame = entrance.frame
        self.shelf = entrance.shelf
        self.shelf_presenter = entrance.shelf_presenter
        signers = None if policy.signers is None else frozenset(policy.signers)
        rules = SigningRules(paths.signers_file, signers)
        checking = CheckingRules(paths.checked_file, paths.own_courses())
        watch = StickWatch(paths.sticks_to_look_over)
        self.session = Session(jobs, entrance.access, rules, checking, self.frame, watch)
        self.opening = OpeningNotice(self.session, self.frame.banner, self.frame)
        self.signers = SignerPresenter(self.session, self.frame.banner, self.frame)
        self.navigator = Navigator(self.frame)
        self.step = StepPage(icons)
        self.course = CourseView(icons, self.step)
        self.search = SearchPage(icons)
        self.preferences_page = LatePage(self._preferences_now)
        self._preferences: PreferencesPage | None = None
        self.about = LatePage(partial(_made_about, icons))
        self.shortcuts = LatePage(partial(_made_shortcuts, icons))
        self.learner_button = entrance.learner_button
        self.media = StepMedia(self._make_player, self.session, settings)
        self.writing = StepWriting(self._make_assignment, self._make_answer, self.frame)
        self.unsaved = UnsavedTexts(self.frame, self._access, self._written_texts)
        self.copies = RescueCopies(
            jobs, partial(_rescue, paths, entrance.access.keys), SystemClock(), self.frame
        )
        self.rescued = self._make_rescued()
        self.stick_banner = shelf = self._made_banner()
        self.shelf.add_banner(shelf)
        course = self.course.banner
        self.sticks = SticksPresenter(icons, jobs, watch, self.session, shelf, course, self.frame)
        self.safety = SafetyPresenter(icons, entrance.access, self.session, self.frame.banner, self.frame)
        self.kits = KitEntry(self._make_kits, self.frame)
        self.pins = PinPresenter(icons, entrance.access, self._has_unsaved, self.frame)
        self.veil = VeilPresenter(
            icons,
            self.frame,
            entrance.access,
            self.session,
            self.media,
            self._written_texts,
            entrance.certainty,
            PinProof(self.pins),
        )
        self.holdings = HoldingsPresenter(
            icons, entrance.access, self.session, self.frame, paths.shelf_snapshot, self._has_unsaved
        )
        self._make_presenters(paths.cache / "search")
        self._connect()
        self.navigator.restore(places)

    @property
    def preferences(self) -> "PreferencesPage":
        """The preferences; made when somebody first looks at them (measured: 2 MB)."""
        if self._preferences is None:
            self._preferences = self._made_preferences()
        return self._preferences

    def load(self) -> None:
        """Ask for everything that was left out of the first paint."""
        self.learners.load()
        self.safety.load()
        self.veil.take_settings(self._settings.settings, self._settings.settings)
        self.shelf_presenter.set_opened(self._settings.settings.opened_courses)
        self.sticks.look()
        self.shelf_presenter.start()
        refused = refused_stick(self._paths)
        if refused is not None:
            self.shelf.banner.show_message(error_words(refused), Tone.WARNING)

    def leave(self) -> None:
        """Keep place and texts, and let go of the course file and the player."""
        self.kits.leave()
        self.course_presenter.leave()
        self.media.shut()
        self.safety.back_up()
        self.session.close_course()

    def _make_presenters(self, index_folder: Path) -> None:
        self.learners = LearnersPresenter(
            self.learner_button,
            self._icons,
            self._access,
            self.session,
            self.frame,
            self.pins,
            _precreated(self._paths),
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
            self.search, index_folder, self._jobs, self.session, self.navigator
        )
        pages: dict[Page, QWidget] = {
            Page.SHELF: self.shelf,
            Page.COURSE: self.course,
            Page.SEARCH: self.search,
            Page.PREFERENCES: self.preferences_page,
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
            may_open_links=self._policy.allows(Feature.WEB_LINKS),
        )

    def _connect(self) -> None:
        self.shelf.course_opened.connect(self.presenter.open_file)
        self.shelf.rescan_wanted.connect(self.sticks.look)
        self.frame.file_dropped.connect(self.presenter.open_file)
        self.shelf_presenter.courses_known.connect(self.kits.set_courses)
        if self._policy.allows(Feature.KITS):
            self.frame.header.kit_wanted.connect(self.kits.open)
        else:
            self.frame.header.leave_out_kits()
        self.shelf.file_wanted.connect(self.presenter.choose_file)
        self.session.learner_changed.connect(self.shelf_presenter.set_learner)
        self.learners.assumed.connect(self.presenter.show_assumed_learner)
        self.course.outline_shown.connect(self.frame.header.show_outline_state)
        self.frame.header.results_wanted.connect(self.search.focus_hits)
        self.search_presenter.term_wanted.connect(self.course.front.show_term)
        self.search.left_upwards.connect(self.frame.header.focus_search)
        self._settings.changed.connect(self.veil.take_settings)
        self.veil.learners_changed.connect(self.learners.load)
        self.safety.restored.connect(self.veil.forget_moment)
        self.holdings.leaving_wanted.connect(self._leave_page)
        self.holdings.erased.connect(self.veil.forget_moment)
        self.holdings.erased.connect(self.learners.load)
        self.unsaved.offered.connect(self.veil.show_unsaved)
        self.safety.folder_wanted.connect(self._show_folder)
        self.safety.leaving_wanted.connect(self._leave_page)
        self.writing.place_wanted.connect(self.presenter.show_place)
        self.writing.link_wanted.connect(self.presenter.show_link)
        self.unsaved.offered.connect(self.writing.hide_failure)
        self.writing.problem.connect(self.unsaved.show_problem)
        self.copies.kept.connect(self.unsaved.note_copied)
        self.copies.not_kept.connect(self.unsaved.note_not_copied)
        self.copies.dropped.connect(self.unsaved.forget_copy)
        self.rescued.put_back.connect(self.writing.show_put_back)
        self.rescued.place_wanted.connect(self.presenter.show_place)
        self.session.learner_asked_again.connect(self.learners.load)

    def _written_texts(self) -> tuple[Autosave, ...]:
        return self.writing.autosaves

    def _make_rescued(self) -> RescuedTexts:
        banner = self._made_banner()
        self.frame.add_banner(banner)
        frame, texts = self.frame, self._written_texts
        return RescuedTexts(self._icons, self.copies, self._access, self.session, texts, banner, frame)

    def _made_banner(self) -> Banner:
        return Banner(self._icons, QCoreApplication.translate("MainWindow", "Close this message"))

    def _has_unsaved(self) -> bool:
        return self.unsaved.are_there

    def _leave_page(self) -> None:
        self.navigator.go(Place(Page.PREFERENCES))

    def _show_folder(self, place: Path) -> None:
        from courseplayer.ui.outside import show_folder  # noqa: PLC0415 - as what plays

        show_folder(place, self.frame.banner)

    def _preferences_now(self) -> PageView:
        return self.preferences

    def _made_preferences(self) -> "PreferencesPage":
        from courseplayer.ui.preferences.places import kept_places  # noqa: PLC0415 - as what plays
        from courseplayer.ui.preferences.view import Locks, PreferencesPage  # noqa: PLC0415 - as above

        locks = Locks(self._settings.locked, self._policy.managed_by)
        places = kept_places(self._paths)
        made = PreferencesPage(self._icons, self._settings.settings, LANGUAGES, places, locks)
        made.setting_chosen.connect(self._settings.change)
        self._settings.changed.connect(made.show_change)
        made.holdings_wanted.connect(self.holdings.open)
        made.folder_wanted.connect(self._show_folder)
        made.backups_wanted.connect(self.safety.open)
        return made

    def _make_kits(self) -> "KitPresenter":
        from courseplayer.ui.kits.presenter import KitPresenter  # noqa: PLC0415 - 3 MB

        return KitPresenter(self._icons, self._paths, self._jobs, SystemClock(), LANGUAGES, self.frame)

    # What plays and what is written with is read when a step first needs it: 10 MB.

    def _make_player(self) -> "MediaPresenter":
        from courseplayer.ui.player.presenter import MediaPresenter  # noqa: PLC0415

        choices = choices_of(self._settings.settings)
        return MediaPresenter(self._icons, self._jobs, choices, self._spare_surface, self.frame)

    def _make_assignment(self) -> "AssignmentPresenter":
        from courseplayer.ui.assignment.presenter import AssignmentPresenter  # noqa: PLC0415

        made = AssignmentPresenter(
            self._icons, self._jobs, self._access, self.session, self._heard_language, self.frame
        )
        self.copies.watch(made.autosave)
        return made

    def _heard_language(self) -> str | None:
        return self._settings.settings.transcript_language

    def _make_answer(self, kind: DraftKind) -> "AnswerPresenter":
        from courseplayer.ui.writing.answer import AnswerPresenter  # noqa: PLC0415

        made = AnswerPresenter(self._icons, self._access, self.session, kind, self.frame)
        self.copies.watch(made.autosave)
        return made


def _made_about(icons: Icons) -> PageView:
    from courseplayer.ui.about.page import about_page  # noqa: PLC0415 - few people look at it

    return about_page(icons)


def _made_shortcuts(icons: Icons) -> PageView:
    from courseplayer.ui.about.page import shortcuts_page  # noqa: PLC0415 - few people look at it

    return shortcuts_page(icons)


def _rescue(paths: Paths, keys: KeyRing) -> "Rescue":
    # On a worker thread: looking for Documents may read files.
    from courseplayer.learner.rescue import Rescue  # noqa: PLC0415 - see LearnerAccess
    from courseplayer.learner.seals import FileSeals  # noqa: PLC0415 - as above
    from courseplayer.system.rescue_places import rescue_places  # noqa: PLC0415 - as above

    return Rescue(rescue_places(paths, os.environ), paths.learner_db, FileSeals(keys))


def _precreated(paths: Paths) -> PrecreatedLearners | None:
    kit = paths.kit
    if kit is None or not kit.settings.learners:
        return None
    return PrecreatedLearners(kit.settings.learners, kit.mark, paths.kits_file)
