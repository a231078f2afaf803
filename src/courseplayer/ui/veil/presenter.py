"""Covers the window when nobody has used it for a while, and goes on with whoever is there then."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from courseplayer.course.errors import PlainError
from courseplayer.learner.values import CertainMoment, LastMinutes, Learner, LearnerId, Moved
from courseplayer.system.settings import Settings
from courseplayer.ui.components import Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.session import Session
from courseplayer.ui.step.media import StepMedia
from courseplayer.ui.veil.certainty import Certainty
from courseplayer.ui.veil.done import DoneWords
from courseplayer.ui.veil.idle import IdleWatch
from courseplayer.ui.veil.proof import PinProof
from courseplayer.ui.veil.view import VeilPage
from courseplayer.ui.words import error_words, isolated
from courseplayer.ui.writing.autosave import Autosave

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore

_UNDO = "undo-move"


class VeilPresenter(QObject):
    """Between the clock, the veil, the learner's store and the session."""

    learners_changed = Signal()
    """Somebody else learns now, perhaps under a new name."""

    def __init__(
        self,
        icons: Icons,
        window: MainWindow,
        access: LearnerAccess,
        session: Session,
        media: StepMedia,
        autosaves: Callable[[], Sequence[Autosave]],
        certainty: Certainty,
        proof: PinProof,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._access = access
        self._session = session
        self._media = media
        self._autosaves = autosaves
        self._certainty = certainty
        self._proof = proof
        self._hidden: list[QDialog] = []
        self._others: dict[int, Learner] = {}
        self._arriving: Learner | None = None
        self._done = LastMinutes()
        self._moves: tuple[CertainMoment, LearnerId] | None = None
        self._moved: Moved | None = None
        self._first: Learner | None = None
        self._words = DoneWords(self)
        self.watch = IdleWatch(self._is_watching, self)
        self.watch.idle.connect(self.cover)
        self._icons = icons
        self._view: VeilPage | None = None
        self._connect()

    @property
    def view(self) -> VeilPage:
        """The veil; made when it is first needed, as most windows never have one (measured: 1 MB)."""
        if self._view is None:
            self._view = view = VeilPage(self._icons)
            view.setParent(self._window)
            view.hide()
            view.continued.connect(self._on_continued)
            view.not_me.connect(self._on_not_me)
            view.person_chosen.connect(self._on_person_chosen)
            view.name_given.connect(self._on_name_given)
            view.move_wanted.connect(self._on_move_wanted)
            view.leave_wanted.connect(self._switch)
            view.went_back.connect(self._proof.forget)
        return self._view

    def take_settings(self, _before: Settings, now: Settings) -> None:
        """Cover after as many minutes as the settings say."""
        self.watch.set_minutes(now.idle_veil_minutes)

    def cover(self) -> None:
        """Save every word, stand still, and show nothing but the question who is there."""
        learner = self._session.learner
        if learner is None or self._window.is_covered:
            return
        self._media.pause()
        for autosave in self._autosaves():
            autosave.save_everything()
        self._hide_dialogs()
        self._window.cover(self.view)
        self.view.ask(learner.name)
        self._tell_kept()
        # The store's lane keeps its order: this is answered after every save.
        job = self._access.ask(_nothing)
        job.done.connect(self._tell_kept)
        job.failed.connect(self._tell_kept)

    def forget_moment(self) -> None:
        """The store is another one now: nothing in it can be compared with what was."""
        self._certainty.moment = self._moved = None

    def show_unsaved(self) -> None:
        """Tell on the veil what the window says about words that are not saved, for it cannot be seen."""
        if self._window.is_covered:
            self.view.show_problem(self._window.banner.sentence)

    def _tell_kept(self) -> None:
        unsaved = [one for one in self._autosaves() if one.has_unsaved]
        self.view.tell_kept(is_saved=not unsaved)
        problem = next((one.problem for one in unsaved if one.problem is not None), None)
        if problem is not None and self._window.is_covered:
            self.view.show_problem(error_words(problem))

    def _connect(self) -> None:
        self._session.learner_changed.connect(self._on_learner_changed)
        self._session.learner_leaving.connect(self._on_learner_leaving)
        self._window.banner.action_chosen.connect(self._on_action_chosen)

    def _is_watching(self) -> bool:
        return self._media.is_playing or self._window.is_covered or self._proof.is_busy

    def _hide_dialogs(self) -> None:
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        shown = [one for one in self._window.findChildren(QDialog) if one.isVisible()]
        for dialog in reversed(shown):
            # A dialog of the system cannot be hidden and shown again; nothing was chosen in it.
            if isinstance(dialog, QFileDialog):
                dialog.reject()
            else:
                self._hidden.insert(0, dialog)
                dialog.hide()

    def _uncover(self, *, with_dialogs: bool) -> None:
        self._window.uncover()
        hidden, self._hidden = self._hidden, []
        for dialog in hidden:
            if with_dialogs:
                dialog.show()
            else:
                # Not rejected: while it works, a dialog only stops that then, and would stay for ever.
                dialog.done(QDialog.DialogCode.Rejected)
        self.watch.note_life()

    def _on_learner_changed(self, learner: Learner) -> None:
        moment = self._certainty.moment
        if moment is None or moment.learner_id != learner.id:
            self._mark(learner.id)

    def _mark(self, learner_id: LearnerId) -> None:
        self._certainty.moment = None
        self._access.ask(partial(_mark, learner_id)).done.connect(self._on_marked)

    def _on_marked(self, moment: CertainMoment) -> None:
        if self._session.learner is not None and self._session.learner.id == moment.learner_id:
            self._certainty.moment = moment

    def _on_continued(self) -> None:
        if self._session.learner is not None:
            self._proof(self._session.learner, self._go_on)

    def _go_on(self) -> None:
        # It is the one who learned before: their key was there all the time.
        self._proof.settle()
        self._uncover(with_dialogs=True)
        if self._session.learner is not None:
            self._mark(self._session.learner.id)

    def _on_not_me(self) -> None:
        job = self._access.ask(partial(_look, self._certainty.moment))
        job.done.connect(self._on_looked)
        job.failed.connect(self._on_failed)

    def _on_looked(self, found: tuple[tuple[Learner, ...], LastMinutes]) -> None:
        everybody, self._done = found
        present = self._session.learner
        self._others = {int(one.id): one for one in everybody if present is None or one.id != present.id}
        self.view.ask_who(tuple((key, one.name) for key, one in self._others.items()))

    def _on_name_given(self, name: str) -> None:
        job = self._access.ask(partial(_add, name))
        job.done.connect(self._on_arrived)
        job.failed.connect(self._on_failed)

    def _on_person_chosen(self, learner_id: int) -> None:
        learner = self._others[learner_id]
        self._proof(learner, partial(self._on_arrived, learner))

    def _on_arrived(self, learner: Learner) -> None:
        self._arriving = learner
        present = self._session.learner
        if present is None or self._done.is_empty:
            self._switch()
            return
        course = self._session.course
        lines = self._words.lines(self._done, None if course is None else course.outline)
        self.view.ask_whose(present.name, learner.name, lines, needs_pin=present.has_pin)

    def _on_move_wanted(self) -> None:
        present = self._session.learner
        if present is not None:
            # Anybody can say that they wrote it: without the PIN they would read what the first one wrote.
            self._proof.also(present, self._move)

    def _move(self) -> None:
        if self._certainty.moment is not None and self._arriving is not None:
            self._moves = self._certainty.moment, self._arriving.id
            self._first = self._session.learner
        self._switch()

    def _switch(self) -> None:
        learner, self._arriving = self._arriving, None
        if learner is None:
            return
        self._proof.settle()
        # The dialogs are about the work of the one who is gone.
        self._uncover(with_dialogs=False)
        self._session.choose_learner(learner)
        self.learners_changed.emit()

    def _on_learner_leaving(self) -> None:
        """Move after the last place was kept, and before anything of the other learner is read."""
        moves, self._moves = self._moves, None
        if moves is None:
            return
        job = self._access.ask(partial(_move, *moves))
        job.done.connect(self._on_moved)
        job.failed.connect(self._session.failed)

    def _on_moved(self, moved: Moved) -> None:
        self._moved = moved
        learner = self._session.learner
        name = "" if learner is None else learner.name
        words = self.tr("The last minutes are {name}'s now.").format(name=isolated(name))
        self._window.banner.show_message(words, Tone.SUCCESS, ((_UNDO, self.tr("Undo the move")),))

    def _on_action_chosen(self, key: str) -> None:
        if key == _UNDO and self._moved is not None and self._first is not None:
            # What the first one wrote is closed, if they have a PIN.
            self._proof(self._first, self._undo)

    def _undo(self) -> None:
        if self._moved is None:
            return
        self._window.banner.clear()
        for autosave in self._autosaves():
            autosave.save_everything()
        moved, self._moved = self._moved, None
        job = self._access.ask(partial(_undo, moved))
        job.done.connect(self._on_undone)
        job.failed.connect(self._session.failed)

    def _on_undone(self) -> None:
        now = self._session.learner
        if self._first is not None and now is not None and now.id == self._first.id:
            self._proof.settle()
        else:
            self._proof.forget()
        self._session.read_again()
        words = self.tr("The last minutes are back where they were.")
        self._window.banner.show_message(words, Tone.SUCCESS)

    def _on_failed(self, error: PlainError) -> None:
        self.view.show_problem(error_words(error))


def _nothing(_store: "LearnerStore") -> None:
    """Be answered when everything that was asked before has been."""


def _mark(learner_id: LearnerId, store: "LearnerStore") -> CertainMoment:
    return store.mark_certain(learner_id)


def _look(moment: CertainMoment | None, store: "LearnerStore") -> tuple[tuple[Learner, ...], LastMinutes]:
    return store.learners(), LastMinutes() if moment is None else store.last_minutes(moment)


def _add(name: str, store: "LearnerStore") -> Learner:
    return store.add_learner(name)


def _move(moment: CertainMoment, to: LearnerId, store: "LearnerStore") -> Moved:
    return store.move_last_minutes(moment, to)


def _undo(moved: Moved, store: "LearnerStore") -> None:
    store.undo_move(moved)
