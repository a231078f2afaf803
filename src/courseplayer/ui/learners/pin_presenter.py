"""Has PINs set, typed and changed, and forgets the key of who leaves as soon as their words are saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.learner.values import Learner, LearnerId, PinChange, TypedPin, TypedRecoveryKey
from courseplayer.system.atomic import write_file
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.learners.pin_dialog import PinDialog
from courseplayer.ui.learners.pin_view import (
    ChangePinDialog,
    ForgottenPinDialog,
    NewPinDialog,
    RecoveryKeyDialog,
    UnlockDialog,
)
from courseplayer.ui.words import error_words

if TYPE_CHECKING:
    from courseplayer.learner.keeper import StoreKeeper

_LOOK_AGAIN_MS = 5_000


@dataclass(eq=False, slots=True)
class _Question:
    """A dialog, whom it is about, and what follows once they have proven themselves."""

    dialog: PinDialog
    learner: Learner
    go_on: Callable[[], None] | None = None


class PinPresenter(QObject):
    """Between the dialogs about a PIN and the keeper of the learner's store."""

    unlocked = Signal(object)
    """The Learner who typed the PIN, or the recovery key."""
    changed = Signal()
    """Somebody has a PIN now, or none any more."""
    other_wanted = Signal()
    """Somebody else wants to go on than the one who was asked for the PIN."""

    def __init__(
        self, icons: Icons, access: LearnerAccess, has_unsaved: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._access = access
        self._has_unsaved = has_unsaved
        self._window = window
        self._leaving: set[LearnerId] = set()
        self._questions: list[_Question] = []

    @property
    def dialog(self) -> PinDialog | None:
        """The dialog that is open now."""
        return self._questions[-1].dialog if self._questions else None

    @property
    def is_busy(self) -> bool:
        """Something that was asked for is being done; what comes of it is shown when it is."""
        return any(question.dialog.is_busy for question in self._questions)

    def ask(self, learner: Learner) -> None:
        """Ask for the PIN of who wants to go on; ``unlocked`` follows, or nothing."""
        self._ask(learner, None)

    def prove(self, learner: Learner, go_on: Callable[[], None]) -> None:
        """Call ``go_on`` once it is certain that this learner is there: at once for who has no PIN."""
        if learner.has_pin:
            self._ask(learner, go_on)
        else:
            go_on()

    def set_up(self, learner: Learner) -> None:
        """Let a learner set a PIN, or change the one there is."""
        if learner.has_pin:
            changing = ChangePinDialog(self._icons, learner.name, self._window)
            asked = self._open(changing, learner)
            changing.change_wanted.connect(partial(self._on_change_wanted, asked))
            changing.key_wanted.connect(partial(self._on_key_wanted, asked))
            changing.removal_wanted.connect(partial(self._on_removal_wanted, asked))
            return
        setting = NewPinDialog(self._icons, learner.name, self._window)
        asked = self._open(setting, learner)
        setting.pin_given.connect(partial(self._on_new_pin_given, asked))

    def leave(self, learner: Learner) -> None:
        """Forget the key of a learner once everything they wrote is saved."""
        if learner.has_pin:
            self._leaving.add(learner.id)
            # After whoever else hears that they leave, and has their last words saved.
            QTimer.singleShot(0, self, self._lock_when_saved)

    def _lock_when_saved(self) -> None:
        if self._leaving:
            # The store's lane keeps its order: answered after every save.
            self._access.keep(_nothing).done.connect(self._on_answered)

    def _on_answered(self) -> None:
        if self._has_unsaved():
            # Words that the store refused can only be saved while the key is here.
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self._lock_when_saved)
            return
        for learner_id in self._leaving:
            self._access.keep(partial(_lock, learner_id))
        self._leaving.clear()

    def _ask(self, learner: Learner, go_on: Callable[[], None] | None) -> None:
        dialog = UnlockDialog(self._icons, learner.name, self._window, offers_others=go_on is None)
        asked = self._open(dialog, learner, go_on)
        dialog.pin_given.connect(partial(self._on_pin_given, asked))
        dialog.forgotten.connect(partial(self._on_forgotten, asked))
        dialog.other_wanted.connect(self.other_wanted)

    def _open(
        self, dialog: PinDialog, learner: Learner, go_on: Callable[[], None] | None = None
    ) -> _Question:
        before = self.dialog
        # One that the veil hides is shown again with everything else: a recovery key is shown only once.
        if before is not None and before.isVisible():
            before.finish()
        asked = _Question(dialog, learner, go_on)
        self._questions.append(asked)
        dialog.finished.connect(partial(self._on_finished, asked))
        dialog.open()
        return asked

    def _on_finished(self, asked: _Question, _result: int) -> None:
        asked.dialog.deleteLater()
        if asked in self._questions:
            self._questions.remove(asked)

    def _on_pin_given(self, asked: _Question, pin: str) -> None:
        self._prove(asked, partial(_unlock, asked.learner.id, pin))

    def _prove(self, asked: _Question, work: "Callable[[StoreKeeper], None]") -> None:
        self._leaving.discard(asked.learner.id)
        job = self._access.keep(work)
        job.done.connect(partial(self._on_unlocked, asked))
        job.failed.connect(partial(self._on_failed, asked))

    def _on_unlocked(self, asked: _Question, _value: None = None) -> None:
        # One learner's PIN is no answer to a question that another was asked meanwhile.
        if asked not in self._questions:
            return
        asked.dialog.finish()
        if asked.go_on is None:
            self.unlocked.emit(asked.learner)
        else:
            asked.go_on()
        # After what the page asks for: looking through every backup takes its time.
        self._access.keep(partial(_settle, asked.learner.id))

    def _on_forgotten(self, asked: _Question) -> None:
        dialog = ForgottenPinDialog(self._icons, asked.learner.name, self._window)
        following = self._open(dialog, asked.learner, asked.go_on)
        dialog.key_given.connect(partial(self._on_key_given, following))

    def _on_key_given(self, asked: _Question, key: str, new_pin: str) -> None:
        self._prove(asked, partial(_renew_pin, asked.learner.id, key, new_pin))

    def _on_new_pin_given(self, asked: _Question, pin: str) -> None:
        self._change(asked, partial(_set, asked.learner.id, pin))

    def _on_change_wanted(self, asked: _Question, pin: str, new_pin: str) -> None:
        self._change(asked, partial(_change, asked.learner.id, pin, new_pin))

    def _on_key_wanted(self, asked: _Question, pin: str) -> None:
        self._change(asked, partial(_renew_key, asked.learner.id, pin))

    def _on_removal_wanted(self, asked: _Question, pin: str) -> None:
        self._change(asked, partial(_remove, asked.learner.id, pin))

    def _change(self, asked: _Question, work: "Callable[[StoreKeeper], PinChange]") -> None:
        job = self._access.keep(work)
        job.done.connect(partial(self._on_changed, asked))
        job.failed.connect(partial(self._on_failed, asked))

    def _on_changed(self, asked: _Question, change: PinChange) -> None:
        if asked in self._questions:
            asked.dialog.finish()
        self.changed.emit()
        if change.recovery_key or change.left:
            told = RecoveryKeyDialog(
                self._icons, asked.learner.name, change.recovery_key, change.left, self._window
            )
            self._open(told, asked.learner)
            told.saving_wanted.connect(partial(self._on_saving_wanted, asked.learner, told))

    def _on_saving_wanted(self, learner: Learner, told: RecoveryKeyDialog) -> None:
        name = self.tr("Recovery key") + ".txt"
        path = ask_where_to_save(told, self.tr("Save the recovery key"), name)
        if path is None:
            return
        words = self.tr("Course Player: recovery key of {name}, {day}")
        first = words.format(name=learner.name, day=date.today().isoformat())
        try:
            write_file(path, f"{first}\n\n{told.key}\n".encode())
        except PlainError as error:
            told.show_problem(error_words(error))
            return
        told.show_saved(path)

    def _on_failed(self, asked: _Question, error: PlainError) -> None:
        if asked in self._questions:
            asked.dialog.show_problem(error_words(error), int(getattr(error, "wait_seconds", 0)))


def _nothing(_keeper: "StoreKeeper") -> None:
    """Be answered when everything that was asked before has been."""


def _lock(learner_id: LearnerId, keeper: "StoreKeeper") -> None:
    keeper.pins.lock(learner_id)


def _unlock(learner_id: LearnerId, pin: str, keeper: "StoreKeeper") -> None:
    keeper.pins.unlock(learner_id, TypedPin(pin))


def _settle(learner_id: LearnerId, keeper: "StoreKeeper") -> None:
    keeper.pins.settle(learner_id)


def _renew_pin(learner_id: LearnerId, key: str, new_pin: str, keeper: "StoreKeeper") -> None:
    keeper.pins.change(learner_id, TypedRecoveryKey(key), new_pin)


def _set(learner_id: LearnerId, pin: str, keeper: "StoreKeeper") -> PinChange:
    return keeper.pins.set(learner_id, pin)


def _change(learner_id: LearnerId, pin: str, new_pin: str, keeper: "StoreKeeper") -> PinChange:
    return keeper.pins.change(learner_id, TypedPin(pin), new_pin)


def _renew_key(learner_id: LearnerId, pin: str, keeper: "StoreKeeper") -> PinChange:
    return keeper.pins.renew_recovery_key(learner_id, TypedPin(pin))


def _remove(learner_id: LearnerId, pin: str, keeper: "StoreKeeper") -> PinChange:
    keeper.pins.remove(learner_id, TypedPin(pin))
    return PinChange(())
