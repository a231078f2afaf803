"""Saves a text soon after it was written, and says truly how far that has come."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.values import Draft, DraftKind, LearnerId, SaveReason
from courseplayer.ui.jobs import Job
from courseplayer.ui.learner_access import LearnerAccess

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore

IDLE_MS = 800
"""Save this long after the last key."""
LONGEST_MS = 5_000
"""Save this long after the first unsaved key, however fast it goes on."""
PATIENCE_MS = 10_000
"""A store that has not answered for this long may never do so: a share that is gone just hangs."""
_SLOW = QT_TRANSLATE_NOOP(
    "errors",
    "Saving takes unusually long, so your last words may not be on the disk yet; what was saved before "
    "is safe. Go on writing, and check the disk, stick or network.",
)


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Whose text it is, and what for."""

    learner_id: LearnerId
    learner_uuid: str
    course_id: CourseId
    step_id: StepId
    kind: DraftKind


class SaveState(Enum):
    """How far saving has come."""

    CLEAN = auto()
    UNSAVED = auto()
    SAVING = auto()
    FAILED = auto()


class Autosave(QObject):
    """Saves one text at a time into the place it was opened for, never into another.

    The store's lane keeps the order of saves, so the latest wins without waiting for earlier ones.
    """

    state_changed = Signal(object)
    """The SaveState of the text being written."""
    saved = Signal(object)
    """The Draft as the store has it: sent after its commit returned."""
    failed = Signal(object)
    """The PlainError of a save of the text being written."""
    failed_elsewhere = Signal(object)
    """The PlainError of the last save of a text that was left; it is kept until it can be saved."""

    refused = Signal(object, object)
    """The DraftPlace and the Document of a text that the store did not take, or not yet."""
    stored = Signal(object)
    """The DraftPlace of a text that the store has."""
    copied = Signal(object)
    """The KeptCopy of the text being written in a second place; or the PlainError that there is none."""

    def __init__(self, access: LearnerAccess, written: Callable[[], Document], parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self._written = written
        self._place: DraftPlace | None = None
        self._edits = 0
        self._asked = 0
        self._state = SaveState.CLEAN
        self._kept: dict[DraftPlace, Document] = {}
        self._unanswered = 0
        self._waiting: dict[DraftPlace, Document] = {}
        self._problem: PlainError | None = None
        self._idle = _single_shot(self, IDLE_MS)
        self._longest = _single_shot(self, LONGEST_MS)
        self._patience = QTimer(self)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_no_answer)

    @property
    def state(self) -> SaveState:
        """How far saving has come."""
        return self._state

    @property
    def place(self) -> DraftPlace | None:
        """Where the text being written belongs."""
        return self._place

    @property
    def has_unsaved(self) -> bool:
        """There are words, here or in a text that was left, that the store may not have."""
        return self._state is not SaveState.CLEAN or bool(self._kept) or self._unanswered > 0

    @property
    def problem(self) -> PlainError | None:
        """Why the store refused last; None since it saved again."""
        return self._problem

    def unsaved_texts(self) -> tuple[Document, ...]:
        """Return every text that the store does not have, the one being written first."""
        here = () if self._state is SaveState.CLEAN else (self._written(),)
        return (*here, *self._kept.values())

    def save_everything(self) -> None:
        """Give the store what it does not have, also texts that were left."""
        self.flush(SaveReason.LEAVING)
        for place, document in list(self._kept.items()):
            self._ask(place, document, SaveReason.LEAVING, 0)

    def open(self, place: DraftPlace) -> Document | None:
        """Begin to save for a place; returns a text of it that could not be saved before."""
        self._place = place
        self._edits = self._asked = 0
        self._set_state(SaveState.CLEAN)
        return self._kept.pop(place, None)

    def note_edit(self) -> None:
        """Hear that something was written; must be cheap, it is called for every key."""
        if self._place is None:
            return
        self._edits += 1
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()
        if self._state in (SaveState.CLEAN, SaveState.SAVING):
            self._set_state(SaveState.UNSAVED)

    def flush(self, reason: SaveReason = SaveReason.AUTOSAVE) -> None:
        """Save now what has not been given to the store yet, or what it refused."""
        if self._place is None or (self._asked == self._edits and self._state is not SaveState.FAILED):
            return
        if self._edits:
            self.save(reason)

    def save(self, reason: SaveReason) -> "Job[Draft] | None":
        """Save the present text whether it changed or not; None when no place is open."""
        if self._place is None:
            return None
        self._idle.stop()
        self._longest.stop()
        self._asked = self._edits
        self._set_state(SaveState.SAVING)
        return self._ask(self._place, self._written(), reason, self._edits)

    def close(self) -> None:
        """Save what is not saved and let go of the place."""
        self.flush(SaveReason.LEAVING)
        self._idle.stop()
        self._longest.stop()
        self._place = None
        self._state = SaveState.CLEAN

    def _ask(self, place: DraftPlace, document: Document, reason: SaveReason, edits: int) -> "Job[Draft]":
        self._unanswered += 1
        self._waiting[place] = document
        if not self._patience.isActive():
            self._patience.start()
        job = self._access.ask(partial(_save, place, document, reason))
        told = _Asked(self, place, document, edits)
        job.done.connect(told.on_done)
        job.failed.connect(told.on_failed)
        told.setParent(job)
        return job

    def on_saved(self, asked: "_Asked", draft: Draft) -> None:
        """Take note of a commit."""
        self._note_answer(asked)
        self._problem = None
        self.stored.emit(asked.place)
        # Answers come in the order of asking: whatever was refused before is older than this.
        self._kept.pop(asked.place, None)
        if asked.place == self._place:
            if asked.edits == self._edits:
                self._set_state(SaveState.CLEAN)
            elif self._state is SaveState.FAILED:
                self._set_state(SaveState.UNSAVED)
            self.saved.emit(draft)
        self._save_kept()

    def on_failed(self, asked: "_Asked", error: PlainError) -> None:
        """Take note that the store refused; the words stay here."""
        self._note_answer(asked)
        self._problem = error
        if asked.place == self._place:
            self.refused.emit(asked.place, self._written())
            self._set_state(SaveState.FAILED)
            self.failed.emit(error)
            return
        self.refused.emit(asked.place, asked.document)
        is_new = asked.place not in self._kept
        self._kept[asked.place] = asked.document
        if is_new:
            self.failed_elsewhere.emit(error)

    def _save_kept(self) -> None:
        # The store works again: bring in what it refused before. One at a time, or a full disk echoes.
        for place, document in list(self._kept.items())[:1]:
            self._ask(place, document, SaveReason.LEAVING, 0)

    def note_copied(self, place: DraftPlace, copy: object) -> None:
        """Hear where a text was copied to."""
        if place == self._place:
            self.copied.emit(copy)

    def note_not_copied(self, place: DraftPlace, error: PlainError) -> None:
        """Hear that a text could not be copied anywhere."""
        if place == self._place:
            self.copied.emit(error)

    def _note_answer(self, asked: "_Asked") -> None:
        self._unanswered -= 1
        if self._waiting.get(asked.place) is asked.document:
            del self._waiting[asked.place]
        self._patience.stop()
        if self._unanswered:
            self._patience.start()

    def _on_no_answer(self) -> None:
        for place, document in self._waiting.items():
            self.refused.emit(place, self._written() if place == self._place else document)
        if self._place in self._waiting:
            self.failed.emit(PlainError(_SLOW))

    def on_time(self) -> None:
        """Save because it is time to."""
        self.flush()

    def _set_state(self, state: SaveState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


class _Asked(QObject):
    """Remembers what was given to the store until its answer comes."""

    def __init__(self, owner: Autosave, place: DraftPlace, document: Document, edits: int) -> None:
        super().__init__()
        self._owner = owner
        self.place = place
        self.document = document
        self.edits = edits

    def on_done(self, draft: Draft) -> None:
        self._owner.on_saved(self, draft)

    def on_failed(self, error: PlainError) -> None:
        self._owner.on_failed(self, error)


def _single_shot(owner: Autosave, after_ms: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(owner.on_time)
    return timer


def _save(place: DraftPlace, document: Document, reason: SaveReason, store: "LearnerStore") -> Draft:
    return store.save_draft(place.learner_id, place.course_id, place.step_id, place.kind, document, reason)
