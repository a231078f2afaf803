"""Knows everybody who learns on this computer, switches between them and adds names."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.learner.values import Learner, LearnerId, PrecreatedLearners
from courseplayer.ui.icons import Icons
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.learners.pin_presenter import PinPresenter
from courseplayer.ui.learners.view import LearnerButton, NameDialog
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore

Everybody = tuple[tuple[Learner, ...], LearnerId | None, frozenset[LearnerId]]
"""All learners, who learned last, and whose PIN nobody has typed."""


class LearnersPresenter(QObject):
    """Between the learner button, the learner's store and the session."""

    assumed = Signal(str)
    """The name of one of several learners with whom it goes on, since nobody has been chosen yet."""

    def __init__(
        self,
        view: LearnerButton,
        icons: Icons,
        access: LearnerAccess,
        session: Session,
        window: QWidget,
        pins: PinPresenter,
        precreated: PrecreatedLearners | None = None,
    ) -> None:
        super().__init__(view)
        self._precreated = precreated
        self._view = view
        self._icons = icons
        self._access = access
        self._session = session
        self._window = window
        self._learners: tuple[Learner, ...] = ()
        self._dialog: NameDialog | None = None
        self._asked: Learner | None = None
        self._pins = pins
        pins.unlocked.connect(self._on_unlocked)
        pins.changed.connect(self.load)
        pins.other_wanted.connect(view.showMenu)
        session.learner_leaving.connect(self._on_learner_leaving)
        session.learner_wanted.connect(self._ask_again)
        view.pin_wanted.connect(self._on_pin_wanted)
        view.learner_chosen.connect(self._on_learner_chosen)
        view.new_name_wanted.connect(self.ask_new_name)
        view.rename_wanted.connect(self._ask_other_name)

    def load(self) -> None:
        """Read who learns here; the one who learned last goes on. A first learner is made without asking."""
        first = QCoreApplication.translate("LearnersPresenter", "Learner")
        job = self._access.ask(partial(_everybody, first, self._precreated))
        job.done.connect(self._on_first_everybody)
        job.failed.connect(self._session.do_without_learner)

    def ask_new_name(self) -> None:
        """Ask for the name of another learner."""
        self._open_dialog(self.tr("Who is learning?"), "")
        if self._dialog is not None:
            self._dialog.name_given.connect(self._on_new_name_given)

    def _ask_other_name(self) -> None:
        if self._session.learner is None:
            return
        self._open_dialog(self.tr("Change your name"), self._session.learner.name)
        if self._dialog is not None:
            self._dialog.name_given.connect(self._on_other_name_given)

    def _open_dialog(self, heading: str, name: str) -> None:
        self._close_dialog()
        self._dialog = NameDialog(self._icons, heading, name, self._window)
        self._dialog.open()

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _on_first_everybody(self, everybody: Everybody) -> None:
        learners, present, locked = everybody
        is_assumed = present is None and len(learners) > 1
        self._on_everybody((learners, learners[0].id if present is None else present, locked))
        if is_assumed:
            self.assumed.emit(learners[0].name)

    def _on_everybody(self, everybody: Everybody) -> None:
        self._learners, present, locked = everybody
        for learner in self._learners:
            if learner.id == present:
                self._go_on_with(learner, is_locked=learner.id in locked)

    def _on_learner_chosen(self, learner_id: int) -> None:
        now = self._session.learner
        for learner in self._learners:
            if learner.id == learner_id:
                is_other = now is None or learner.id != now.id
                self._go_on_with(learner, is_locked=learner.has_pin and is_other)

    def _go_on_with(self, learner: Learner, *, is_locked: bool) -> None:
        if not is_locked:
            self._asked = None
            self._session.choose_learner(learner)
        else:
            self._asked = learner
            self._pins.ask(learner)
        self._show_present()

    def _show_present(self) -> None:
        now = self._session.learner
        self._view.show_learners(self._learners, None if now is None else now.id)

    def _ask_again(self) -> None:
        """A course waits for its learner: ask for the PIN once more, if that is what was missing."""
        if self._asked is not None and self._pins.dialog is None:
            self._pins.ask(self._asked)

    def _on_unlocked(self, learner: Learner) -> None:
        self._go_on_with(learner, is_locked=False)

    def _on_learner_leaving(self) -> None:
        if self._session.learner is not None:
            self._pins.leave(self._session.learner)

    def _on_pin_wanted(self) -> None:
        if self._session.learner is not None:
            self._pins.set_up(self._session.learner)

    def _on_new_name_given(self, name: str) -> None:
        self._save(partial(_add, name))

    def _on_other_name_given(self, name: str) -> None:
        if self._session.learner is not None:
            self._save(partial(_rename, self._session.learner.id, name))

    def _save(self, work: "partial[Everybody]") -> None:
        job = self._access.ask(work)
        job.done.connect(self._on_saved)
        job.failed.connect(self._on_not_saved)

    def _on_saved(self, everybody: Everybody) -> None:
        self._close_dialog()
        self._on_everybody(everybody)

    def _on_not_saved(self, error: PlainError) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(error_words(error))


def _everybody(first_name: str, precreated: PrecreatedLearners | None, store: "LearnerStore") -> Everybody:
    """Return who learns here, and who was chosen last, None when nobody ever was."""
    if precreated is not None:
        # See LearnerAccess: SQLAlchemy is not imported before the first paint.
        from courseplayer.learner.precreated import add_precreated  # noqa: PLC0415

        add_precreated(store, precreated)
    learners = store.learners()
    if not learners:
        store.choose_learner(store.add_learner(first_name).id)
        learners = store.learners()
    return learners, store.last_learner(), store.pins.locked()


def _add(name: str, store: "LearnerStore") -> Everybody:
    learner = store.add_learner(name)
    store.choose_learner(learner.id)
    return store.learners(), learner.id, store.pins.locked()


def _rename(learner_id: LearnerId, name: str, store: "LearnerStore") -> Everybody:
    store.rename_learner(learner_id, name)
    return store.learners(), learner_id, store.pins.locked()
