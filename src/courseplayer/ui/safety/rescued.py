"""Offers a learner the texts that an earlier run of the program rescued and the store never got."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId
from courseplayer.learner.values import Draft, DraftKind, Learner, LearnerId, SaveReason
from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.moments import full_moment_words
from courseplayer.ui.safety.rescued_view import RescuedTextDialog
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words, isolated
from courseplayer.ui.writing.autosave import Autosave
from courseplayer.ui.writing.rescue import RescueCopies

if TYPE_CHECKING:
    from courseplayer.learner.rescue import Rescue, RescueFile
    from courseplayer.learner.store import LearnerStore

    Sorted = tuple[tuple[RescueFile, ...], tuple[RescueFile, ...], frozenset[Path]]

_PUT_BACK, _SHOW, _KEEP, _GO = "put-back", "show-rescued", "keep-rescued", "go-to-rescued"


class RescuedTexts(QObject):
    """One text at a time, only to whom it belongs, and each until it was decided about."""

    put_back = Signal(object)
    """The Draft that the store has now."""
    place_wanted = Signal(object)
    """The Location of a text that was put back."""

    def __init__(
        self,
        icons: Icons,
        copies: RescueCopies,
        access: LearnerAccess,
        session: Session,
        autosaves: Callable[[], tuple[Autosave, ...]],
        banner: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._copies = copies
        self._access = access
        self._session = session
        self._autosaves = autosaves
        self._banner = banner
        self._window = window
        self._learner: Learner | None = None
        self._files: tuple[RescueFile, ...] = ()
        self._outdated: frozenset[Path] = frozenset()
        self._went_to: Location | None = None
        self.dialog: RescuedTextDialog | None = None
        session.learner_changed.connect(self._on_learner_changed)
        banner.action_chosen.connect(self._on_action_chosen)

    def _on_learner_changed(self, learner: Learner) -> None:
        if learner == self._learner:
            return
        self._learner = learner
        self._files = ()
        self._banner.clear()
        self._close_dialog()
        self._copies.ask(partial(_found, learner)).done.connect(partial(self._on_found, learner))

    def _on_found(self, learner: Learner, files: "tuple[RescueFile, ...]") -> None:
        if files and learner == self._learner:
            job = self._access.ask(partial(_sorted, learner.id, files))
            job.done.connect(partial(self._on_sorted, learner))

    def _on_sorted(self, learner: Learner, found: "Sorted") -> None:
        settled, wanting, self._outdated = found
        for file in settled:
            self._copies.ask(partial(_remove, file))
        if learner == self._learner:
            self._files = wanting
            self._offer()

    def _offer(self) -> None:
        if not self._files:
            return
        file = self._files[0]
        words = self.tr(
            "{text} could not be saved then and was rescued. Put it back, look at it, or keep it as a file."
        )
        parts = [words.format(text=self._name(file))]
        if file.path in self._outdated:
            parts.append(self.tr("What is in Course Player now was written later."))
        actions = (
            (_PUT_BACK, self.tr("Put it back")),
            (_SHOW, self.tr("Show it")),
            (_KEEP, self.tr("Keep it as a file")),
        )
        self._banner.show_message(" ".join(parts), Tone.WARNING, actions)

    def _name(self, file: "RescueFile") -> str:
        time = full_moment_words(file.text.written_at)
        names = {
            DraftKind.ASSIGNMENT: self.tr("An assignment from {time}"),
            DraftKind.ANSWER: self.tr("An answer from {time}"),
            DraftKind.NOTE: self.tr("A note from {time}"),
            DraftKind.REVIEW: self.tr("A review from {time}"),
        }
        return names[file.text.kind].format(time=time)

    def _on_action_chosen(self, key: str) -> None:
        if key == _GO and self._went_to is not None:
            self._banner.clear()
            self.place_wanted.emit(self._went_to)
            self._offer()
        elif key == _SHOW:
            self._show()
        elif key == _KEEP:
            self._keep()
        elif key == _PUT_BACK:
            self._put_back()

    def _show(self) -> None:
        if not self._files or self.dialog is not None:
            return
        file = self._files[0]
        self.dialog = RescuedTextDialog(self._icons, self._window)
        self.dialog.show_text(self._name(file), file.text.document.plain_text(), file.path)
        self.dialog.put_back_wanted.connect(self._put_back)
        self.dialog.keep_wanted.connect(self._keep)
        self.dialog.finished.connect(self._close_dialog)
        self.dialog.open()

    def _close_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    def _keep(self) -> None:
        file = self._take()
        if file is not None:
            job = self._copies.ask(partial(_set_apart, file))
            job.done.connect(self._on_kept)
            job.failed.connect(self._on_failed)

    def _on_kept(self, path: Path) -> None:
        words = self.tr("The text stays in {file}.").format(file=isolated(str(path)))
        self._banner.show_message(words, Tone.INFO)
        self._offer()

    def _put_back(self) -> None:
        file = self._take()
        if file is None or self._learner is None:
            return
        for autosave in self._autosaves():
            # What was typed since stays in the list of versions, before the text that comes back.
            autosave.flush(SaveReason.LEAVING)
        job = self._access.ask(partial(_save, self._learner.id, file))
        job.done.connect(partial(self._on_put_back, file))
        job.failed.connect(partial(self._on_not_put_back, file))

    def _take(self) -> "RescueFile | None":
        self._close_dialog()
        if not self._files:
            return None
        file, *others = self._files
        self._files = tuple(others)
        return file

    def _on_put_back(self, file: "RescueFile", draft: Draft) -> None:
        self._copies.ask(partial(_remove, file))
        self._went_to = Location(CourseId(draft.course_id), draft.step_id)
        words = self.tr("The text is back; what was there before is in its list of versions.")
        self._banner.show_message(words, Tone.SUCCESS, ((_GO, self.tr("Go there")),))
        self.put_back.emit(draft)
        self._offer()

    def _on_not_put_back(self, file: "RescueFile", error: PlainError) -> None:
        self._files = (file, *self._files)
        actions = ((_PUT_BACK, self.tr("Try again")), (_SHOW, self.tr("Show it")))
        self._banner.show_message(error_words(error), Tone.ERROR, actions)

    def _on_failed(self, error: PlainError) -> None:
        self._banner.show_message(error_words(error), Tone.ERROR)


def _found(learner: Learner, rescue: "Rescue") -> "tuple[RescueFile, ...]":
    return tuple(file for file in rescue.found() if file.text.learner_uuid == learner.uuid)


def _sorted(learner_id: LearnerId, files: "Sequence[RescueFile]", store: "LearnerStore") -> "Sorted":
    """Part what the store has, as it is or as an earlier version, from what it never got."""
    settled, wanting, outdated = [], [], set()
    for file in files:
        text = file.text
        draft = store.draft(learner_id, text.course_id, text.step_id, text.kind)
        if draft is not None and _is_stored(draft, file, store):
            settled.append(file)
            continue
        wanting.append(file)
        if draft is not None and draft.saved_at > text.written_at:
            outdated.add(file.path)
    return tuple(settled), tuple(wanting), frozenset(outdated)


def _is_stored(draft: Draft, file: "RescueFile", store: "LearnerStore") -> bool:
    document = file.text.document
    words = document.word_count()
    return draft.document == document or any(
        one.words == words and store.revision_document(one.id) == document
        for one in store.revisions(draft.id)
    )


def _save(learner_id: LearnerId, file: "RescueFile", store: "LearnerStore") -> Draft:
    text = file.text
    return store.save_draft(
        learner_id, text.course_id, text.step_id, text.kind, text.document, SaveReason.RESTORE
    )


def _remove(file: "RescueFile", rescue: "Rescue") -> None:
    rescue.remove(file)


def _set_apart(file: "RescueFile", rescue: "Rescue") -> Path:
    return rescue.set_apart(file)
