"""Between a sheet and the learner's store: loads the right text, keeps it saved, follows its links."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import StepId
from courseplayer.course.writing import Document
from courseplayer.learner.values import Draft, DraftKind, SaveReason
from courseplayer.system.atomic import write_file
from courseplayer.ui.components import Tone
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.jobs import Job
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import Autosave, DraftPlace, SaveState
from courseplayer.ui.writing.copies import copy_of
from courseplayer.ui.writing.link_dialog import LinkDialog
from courseplayer.ui.writing.rescue import copied_words
from courseplayer.ui.writing.sheet import RELOAD, RETRY, SAVE_COPY, WritingSheet

if TYPE_CHECKING:
    from courseplayer.learner.rescue import KeptCopy
    from courseplayer.learner.store import LearnerStore


class WritingDesk(QObject):
    """One sheet, one text at a time."""

    place_wanted = Signal(object)
    """The Location of a quote that was followed."""
    link_wanted = Signal(str)
    """A web or mail address that was followed."""
    problem = Signal(object)
    """A PlainError about a text that is not on the sheet any more."""
    opened = Signal(object)
    """The Draft that is on the sheet now, None where nothing was written yet."""
    saved = Signal(object)
    """The Draft as it was saved."""
    edited = Signal()
    put_away = Signal()
    """There is no text on the sheet any more; another may follow."""

    def __init__(
        self, sheet: WritingSheet, access: LearnerAccess, session: Session, kind: DraftKind, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._access = access
        self._session = session
        self._kind = kind
        self._step_id: StepId | None = None
        self._loading: Job[Draft | None] | None = None
        self._pending: list[tuple[str, str, str]] = []
        self._draft: Draft | None = None
        self._copied: Document | None = None
        self._failure: PlainError | None = None
        self._copy_words = ""
        self.autosave = Autosave(access, sheet.editor.written, self)
        self.autosave.state_changed.connect(self._on_state_changed)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.autosave.failed_elsewhere.connect(self.problem)
        self.autosave.copied.connect(self._on_copied)
        sheet.editor.text_edited.connect(self._on_text_edited)
        sheet.editor.paste_refused.connect(self._on_paste_refused)
        sheet.editor.left.connect(self._on_left)
        sheet.editor.link_activated.connect(self._on_link_activated)
        sheet.editor.link_dialog_wanted.connect(self._ask_link)
        sheet.toolbar.link_wanted.connect(self._ask_link)
        sheet.banner.action_chosen.connect(self._on_action_chosen)
        session.learner_changed.connect(self._on_learner_changed)
        session.learner_missing.connect(self._load)
        sheet.set_waiting(True)

    @property
    def draft(self) -> Draft | None:
        """The text as the store has it."""
        return self._draft

    @property
    def place(self) -> DraftPlace | None:
        """Whose text is on the sheet; None while there is none or it is being read."""
        return self.autosave.place

    def open(self, step_id: StepId) -> None:
        """Save what is on the sheet and put the learner's text of a step there."""
        self.leave()
        self._step_id = step_id
        self._load()

    def reload(self) -> None:
        """Put the learner's text on the sheet anew; it was changed elsewhere."""
        if self._step_id is not None:
            self.open(self._step_id)

    def leave(self) -> None:
        """Save what is on the sheet and take it away; may be called at any time."""
        if self._loading is not None:
            self._loading.drop()
            self._loading = None
        self.autosave.close()
        self._step_id = None
        self._draft = self._copied = self._failure = None
        self._copy_words = ""
        self._pending.clear()
        self._sheet.editor.show_text(Document())
        self._sheet.saved.show_nothing()
        self._sheet.banner.clear()
        self._sheet.set_waiting(True)
        self.put_away.emit()

    def insert_quote(self, location: Location, words: str, source: str) -> None:
        """Put a quote into the text, as soon as it is there."""
        self._pending.append((words, source, location.as_link()))
        if self.autosave.place is not None:
            self._insert_pending()

    def show_draft(self, draft: Draft) -> None:
        """Show a text that the store made the present one."""
        if self.autosave.place is not None:
            self.autosave.open(self.autosave.place)
        self._draft = draft
        self._sheet.editor.show_text(draft.document)
        self._sheet.saved.show_saved(draft.saved_at)
        self.opened.emit(draft)

    def _load(self) -> None:
        learner, course = self._session.learner, self._session.course
        problem = self._session.learner_problem
        if learner is None and problem is not None and self._step_id is not None:
            self._sheet.show_unreadable(error_words(problem))
        if learner is None or course is None or self._step_id is None:
            return
        self._sheet.set_waiting(True)
        place = DraftPlace(learner.id, learner.uuid, course.outline.course.id, self._step_id, self._kind)
        self._loading = self._access.ask(partial(_load, place))
        self._loading.done.connect(self._on_loaded)
        self._loading.failed.connect(self._on_unreadable)
        self._wanted = place

    def _on_loaded(self, draft: Draft | None) -> None:
        self._loading = None
        self._draft = draft
        unsaved = self.autosave.open(self._wanted)
        self._sheet.banner.clear()
        self._sheet.editor.show_text(draft.document if draft is not None else Document())
        if draft is not None:
            self._sheet.saved.show_saved(draft.saved_at)
        self._sheet.set_waiting(False)
        if unsaved is not None:
            self._sheet.editor.show_text(unsaved)
            self.autosave.note_edit()
            self.autosave.flush()
        self.opened.emit(draft)
        self._insert_pending()

    def _insert_pending(self) -> None:
        pending, self._pending = self._pending, []
        for words, source, link in pending:
            self._sheet.editor.insert_quote(words, source, link)

    def _on_unreadable(self, error: PlainError) -> None:
        self._loading = None
        self._sheet.show_unreadable(error_words(error))

    def _on_learner_changed(self, _learner: object) -> None:
        step_id = self._step_id
        if step_id is not None:
            # The place being closed still names the learner whose words these are.
            self.open(step_id)

    def _on_text_edited(self) -> None:
        self.autosave.note_edit()
        self.edited.emit()

    def _on_paste_refused(self) -> None:
        words = self.tr(
            "That is more than fits into one text, so nothing was pasted. Copy a part of it and paste that."
        )
        self._sheet.banner.show_message(words, Tone.WARNING)

    def _on_left(self) -> None:
        self.autosave.flush()

    def _on_state_changed(self, state: SaveState) -> None:
        if state is SaveState.UNSAVED:
            self._sheet.saved.show_unsaved()
        elif state is SaveState.SAVING:
            self._sheet.saved.show_saving()
        elif state is SaveState.FAILED:
            self._sheet.saved.show_failed()

    def _on_saved(self, draft: Draft) -> None:
        self._draft = draft
        if self.autosave.state is SaveState.CLEAN:
            self._sheet.saved.show_saved(draft.saved_at)
            self._sheet.banner.clear()
            self._failure = None
            self._copy_words = ""
        self.saved.emit(draft)

    def _on_failed(self, error: PlainError) -> None:
        if self._copied is not None and self._copied == self._sheet.editor.written():
            # These words are safe in a copy: where that is must stay to be read.
            return
        self._failure = error
        self._show_failure()

    def _on_copied(self, copy: "KeptCopy | PlainError") -> None:
        self._copy_words = error_words(copy) if isinstance(copy, PlainError) else copied_words(copy)
        if self._failure is not None and self._sheet.banner.isVisible():
            self._show_failure()

    def _show_failure(self) -> None:
        if self._failure is not None:
            words = f"{error_words(self._failure)} {self._copy_words}".strip()
            # Told again and again, a screen reader would never come to an end.
            if self._sheet.banner.sentence != words:
                self._sheet.show_failure(words)

    def _on_link_activated(self, link: str) -> None:
        place = Location.from_link(link)
        if place is not None:
            self.place_wanted.emit(place)
        else:
            self.link_wanted.emit(link)

    def _ask_link(self) -> None:
        words, address = self._sheet.editor.link_selection()
        dialog = LinkDialog(words, address, self._sheet)
        dialog.link_given.connect(self._sheet.editor.set_link)
        dialog.link_removed.connect(self._on_link_removed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_link_removed(self, words: str) -> None:
        self._sheet.editor.set_link(words, None)

    def _on_action_chosen(self, key: str) -> None:
        if key == RETRY:
            self.autosave.save(SaveReason.AUTOSAVE)
        elif key == RELOAD and self._session.learner is None:
            self._session.ask_learner_again()
        elif key == RELOAD:
            self._load()
        elif key == SAVE_COPY:
            self._save_copy()

    def _save_copy(self) -> None:
        web_page, plain_text = self.tr("Web page"), self.tr("Plain text")
        kinds = f"{web_page} (*.html);;{plain_text} (*.txt)"
        path = ask_where_to_save(self._sheet, self.tr("Save a copy"), self.tr("My text") + ".html", kinds)
        if path is None:
            return
        try:
            # A few hundred kilobytes at most, in an emergency: here and now, not in a lane that may be stuck.
            written = self._sheet.editor.written()
            write_file(path, copy_of(written, path.suffix))
        except PlainError as error:
            self._sheet.show_failure(error_words(error))
            return
        self._copied = written
        words = self.tr("A copy was saved as {file}. The text itself is not saved in Course Player yet.")
        actions = ((RETRY, self.tr("Try again")), (SAVE_COPY, self.tr("Save a copy…")))
        self._sheet.banner.show_message(words.format(file=path), Tone.WARNING, actions)


def _load(place: DraftPlace, store: "LearnerStore") -> Draft | None:
    return store.draft(place.learner_id, place.course_id, place.step_id, place.kind)
