"""Has PINs set, typed and changed, and forgets the key of who leaves as soon as their words are saved."""

from collections.abc import Callable
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
    from courseplayer.ui.jobs import Job

_LOOK_AGAIN_MS = 5_000


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
        self._learner: Learner | None = None
        self._leaving: set[LearnerId] = set()
        self._go_on: Callable[[], None] | None = None
        self.dialog: PinDialog | None = None

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
            changing.change_wanted.connect(self._on_change_wanted)
            changing.key_wanted.connect(self._on_key_wanted)
            changing.removal_wanted.connect(self._on_removal_wanted)
            self._open(changing, learner)
            return
        setting = NewPinDialog(self._icons, learner.name, self._window)
        setting.pin_given.connect(self._on_new_pin_given)
        self._open(setting, learner)

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
        dialog.pin_given.connect(self._on_pin_given)
        dialog.forgotten.connect(self._on_forgotten)
        dialog.other_wanted.connect(self.other_wanted)
        self._go_on = go_on
        self._open(dialog, learner)

    def _open(self, dialog: PinDialog, learner: Learner) -> None:
        if self.dialog is not None:
            self.dialog.finish()
        self._learner = learner
        self.dialog = dialog
        dialog.finished.connect(partial(self._on_finished, dialog))
        dialog.open()

    def _on_finished(self, dialog: PinDialog, _result: int) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _on_pin_given(self, pin: str) -> None:
        if self._learner is not None:
            self._leaving.discard(self._learner.id)
            job = self._access.keep(partial(_unlock, self._learner.id, pin))
            job.done.connect(self._on_unlocked)
            job.failed.connect(self._on_failed)

    def _on_unlocked(self) -> None:
        if self._learner is None:
            return
        if self.dialog is not None:
            self.dialog.finish()
        go_on, self._go_on = self._go_on, None
        if go_on is None:
            self.unlocked.emit(self._learner)
        else:
            go_on()
        # After what the page asks for: looking through every backup takes its time.
        self._access.keep(partial(_settle, self._learner.id))

    def _on_forgotten(self) -> None:
        if self._learner is not None:
            dialog = ForgottenPinDialog(self._icons, self._learner.name, self._window)
            dialog.key_given.connect(self._on_key_given)
            self._open(dialog, self._learner)

    def _on_key_given(self, key: str, new_pin: str) -> None:
        if self._learner is not None:
            self._leaving.discard(self._learner.id)
            job = self._access.keep(partial(_renew_pin, self._learner.id, key, new_pin))
            job.done.connect(self._on_unlocked)
            job.failed.connect(self._on_failed)

    def _on_new_pin_given(self, pin: str) -> None:
        if self._learner is not None:
            self._change(self._access.keep(partial(_set, self._learner.id, pin)))

    def _on_change_wanted(self, pin: str, new_pin: str) -> None:
        if self._learner is not None:
            self._change(self._access.keep(partial(_change, self._learner.id, pin, new_pin)))

    def _on_key_wanted(self, pin: str) -> None:
        if self._learner is not None:
            self._change(self._access.keep(partial(_renew_key, self._learner.id, pin)))

    def _on_removal_wanted(self, pin: str) -> None:
        if self._learner is not None:
            self._change(self._access.keep(partial(_remove, self._learner.id, pin)))

    def _change(self, job: "Job[PinChange]") -> None:
        job.done.connect(self._on_changed)
        job.failed.connect(self._on_failed)

    def _on_changed(self, change: PinChange) -> None:
        if self.dialog is not None:
            self.dialog.finish()
        self.changed.emit()
        if self._learner is not None and (change.recovery_key or change.left):
            told = RecoveryKeyDialog(
                self._icons, self._learner.name, change.recovery_key, change.left, self._window
            )
            told.saving_wanted.connect(self._on_saving_wanted)
            self._open(told, self._learner)

    def _on_saving_wanted(self) -> None:
        told = self.dialog
        if not isinstance(told, RecoveryKeyDialog) or self._learner is None:
            return
        name = self.tr("Recovery key") + ".txt"
        path = ask_where_to_save(told, self.tr("Save the recovery key"), name)
        if path is None:
            return
        words = self.tr("Course Player: recovery key of {name}, {day}")
        first = words.format(name=self._learner.name, day=date.today().isoformat())
        try:
            write_file(path, f"{first}\n\n{told.key}\n".encode())
        except PlainError as error:
            told.show_problem(error_words(error))
            return
        told.show_saved(path)

    def _on_failed(self, error: PlainError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(error_words(error), int(getattr(error, "wait_seconds", 0)))


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
