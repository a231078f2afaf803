"""Keeps the window open while there are words that the learner's store could not take."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courseplayer.course.errors import PlainError
from courseplayer.course.writing import Document
from courseplayer.system.atomic import write_file
from courseplayer.ui.components import Tone
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.words import error_words
from courseplayer.ui.writing.autosave import Autosave, DraftPlace
from courseplayer.ui.writing.copies import copy_of
from courseplayer.ui.writing.rescue import copied_words

if TYPE_CHECKING:
    from courseplayer.learner.rescue import KeptCopy
    from courseplayer.learner.store import LearnerStore

_AGAIN = "save-before-closing"
_COPY = "copy-before-closing"
_CLOSE = "close-without-saving"
_PATIENCE_MS = 700


class UnsavedTexts(QObject):
    """Saves before the window goes; when that fails the learner decides."""

    offered = Signal()
    """The window itself now says what is not saved and offers both ways out."""

    def __init__(
        self, window: MainWindow, access: LearnerAccess, autosaves: Callable[[], tuple[Autosave, ...]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._access = access
        self._autosaves = autosaves
        self._is_given_up = False
        self._is_saving = False
        self._act: Callable[[], object] = self._go_on
        self._sentence = ""
        self._copies: dict[DraftPlace, str] = {}
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._say_saving)
        window.ask_before_closing(self.may_close)
        window.banner.action_chosen.connect(self._on_action_chosen)

    @property
    def are_there(self) -> bool:
        """The store may not have every word."""
        return any(autosave.has_unsaved for autosave in self._autosaves())

    def show_problem(self, error: PlainError) -> None:
        """Say that words of a place that was left could not be saved, and offer both ways out."""
        self._act = self._go_on
        self._show(error_words(error))

    def note_copied(self, place: DraftPlace, copy: "KeptCopy") -> None:
        """Hear where a text was copied to; said where it is said that it is not saved."""
        self._note(place, copied_words(copy))

    def note_not_copied(self, place: DraftPlace, error: PlainError) -> None:
        """Hear that a text could not be copied anywhere."""
        self._note(place, error_words(error))

    def forget_copy(self, place: DraftPlace) -> None:
        """Hear that the store has a text now."""
        self._copies.pop(place, None)

    def _note(self, place: DraftPlace, words: str) -> None:
        is_shown = bool(self._sentence) and self._window.banner.sentence == self._with_copies()
        self._copies[place] = words
        if is_shown and self._window.banner.sentence != self._with_copies():
            self._offer(self._with_copies(), Tone.ERROR)

    def _with_copies(self) -> str:
        return " ".join((self._sentence, *dict.fromkeys(self._copies.values())))

    def may_close(self) -> bool:
        """Say whether the window may be closed now; if not, it is closed as soon as all is saved."""
        return self._is_given_up or self.are_saved_before(self._window.close)

    def are_saved_before(self, act: Callable[[], object]) -> bool:
        """Say whether all is saved; if not, save it and then do what takes the texts away."""
        if not self.are_there:
            return True
        self._act = act
        if not self._is_saving:
            self._is_saving = True
            self._patience.start()
            for autosave in self._autosaves():
                autosave.save_everything()
            # The store's lane keeps its order: this is answered after every save.
            job = self._access.ask(_nothing)
            job.done.connect(self._on_answered)
            job.failed.connect(self._on_refused)
        return False

    def _go_on(self) -> None:
        self._window.banner.clear()

    def _say_saving(self) -> None:
        self._offer(self.tr("Your last words are being saved."), Tone.INFO)

    def _on_answered(self) -> None:
        self._is_saving = False
        self._patience.stop()
        problem = next((one.problem for one in self._autosaves() if one.problem is not None), None)
        if problem is not None and self.are_there:
            self._show(error_words(problem))
        else:
            self._act()

    def _on_refused(self, error: PlainError) -> None:
        self._is_saving = False
        self._patience.stop()
        self._show(error_words(error))

    def _show(self, sentence: str) -> None:
        words = self.tr("Your last words are not saved yet.")
        self._sentence = f"{words} {sentence}"
        self._offer(self._with_copies(), Tone.ERROR)

    def _offer(self, sentence: str, tone: Tone) -> None:
        actions = [(_AGAIN, self.tr("Try again")), (_COPY, self.tr("Save a copy…"))]
        if self._act == self._window.close:
            actions.append((_CLOSE, self.tr("Close without saving")))
        self._window.banner.show_message(sentence, tone, tuple(actions))
        self.offered.emit()

    def _on_action_chosen(self, key: str) -> None:
        if key == _AGAIN:
            self._window.banner.clear()
            if self.are_saved_before(self._act):
                self._act()
        elif key == _COPY:
            self._save_copies()
        elif key == _CLOSE:
            self._is_given_up = True
            self._window.close()

    def _save_copies(self) -> None:
        texts = [text for autosave in self._autosaves() for text in autosave.unsaved_texts()]
        web_page, plain_text = self.tr("Web page"), self.tr("Plain text")
        kinds = f"{web_page} (*.html);;{plain_text} (*.txt)"
        path = ask_where_to_save(self._window, self.tr("Save a copy"), self.tr("My text") + ".html", kinds)
        if path is None:
            return
        try:
            whole = Document(tuple(block for text in texts for block in text.blocks))
            # An emergency, and a few hundred kilobytes at most: not in a lane that may be stuck.
            write_file(path, copy_of(whole, path.suffix))
        except PlainError as error:
            self._show(error_words(error))
            return
        words = self.tr("A copy was saved as {file}. The text itself is not saved in Course Player yet.")
        self._offer(words.format(file=path), Tone.WARNING)


def _nothing(_store: "LearnerStore") -> None:
    """Be answered when everything that was asked before has been."""
