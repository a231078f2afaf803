"""Copies of texts that the store refuses, kept in a second place for as long as it does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from courseplayer.course.errors import PlainError
from courseplayer.course.writing import Document
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.moments import moment_words
from courseplayer.ui.words import isolated
from courseplayer.ui.writing.autosave import Autosave, DraftPlace
from courseplayer.ui.writing.copies import copy_of

if TYPE_CHECKING:
    from courseplayer.learner.rescue import KeptCopy, Rescue
    from courseplayer.system.clock import Clock


class RescueCopies(QObject):
    """Writes one copy at a time, of each text the newest, away from the lanes that the disk may hold up."""

    kept = Signal(object, object)
    """The DraftPlace and the KeptCopy of a text that was copied."""
    not_kept = Signal(object, object)
    """The DraftPlace and the PlainError of a text that could not be copied anywhere."""
    dropped = Signal(object)
    """The DraftPlace of a text that the store has now."""

    def __init__(self, jobs: Jobs, make: "Callable[[], Rescue]", clock: "Clock", parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._make = make
        self._clock = clock
        self._rescue: Rescue | None = None
        self._wanted: dict[DraftPlace, Document | None] = {}
        self._copied: dict[DraftPlace, Document | None] = {}
        self._is_busy = False

    def watch(self, autosave: Autosave) -> None:
        """Copy what this autosave cannot save."""
        autosave.refused.connect(self.keep)
        autosave.stored.connect(self.drop)
        self.kept.connect(autosave.note_copied)
        self.not_kept.connect(autosave.note_not_copied)

    def keep(self, place: DraftPlace, document: Document) -> None:
        """Copy a text that could not be saved; one that lies there already is left as it is."""
        if self._copied.get(place) == document and place not in self._wanted:
            return
        self._wanted[place] = document
        self._go_on()

    def drop(self, place: DraftPlace) -> None:
        """Remove the copy of a text that the store has now."""
        if place in self._copied or place in self._wanted:
            self._wanted[place] = None
            self._go_on()

    def ask(self, work: "Callable[[Rescue], object]") -> "Job[object]":
        """Do something with the copies of earlier runs, after everything that was asked before."""
        return self._jobs.start(Lane.RESCUE, partial(self._work, work))

    def _go_on(self) -> None:
        if self._is_busy or not self._wanted:
            return
        place, document = next(iter(self._wanted.items()))
        del self._wanted[place]
        self._is_busy = True
        if document is None:
            job = self.ask(partial(_drop, place))
            job.done.connect(partial(self._on_dropped, place))
        else:
            # From now on there may be one, whatever the answer.
            self._copied[place] = document
            job = self.ask(partial(_keep, place, document, self._page(document), self._clock))
            job.done.connect(partial(self._on_kept, place))
        job.failed.connect(partial(self._on_failed, place))

    def _page(self, document: Document) -> bytes:
        words = self.tr(
            "This is a copy of a text that could not be saved in Course Player at {time}. "
            "When Course Player starts again it offers to put it back."
        )
        intro = Document.from_plain_text(words.format(time=moment_words(self._clock.now())))
        return copy_of(Document((*intro.blocks, *document.blocks)), ".html")

    def _work(self, work: "Callable[[Rescue], object]", _job: object) -> object:
        if self._rescue is None:
            self._rescue = self._make()
        return work(self._rescue)

    def _on_kept(self, place: DraftPlace, copy: "KeptCopy") -> None:
        self._is_busy = False
        self.kept.emit(place, copy)
        self._go_on()

    def _on_dropped(self, place: DraftPlace, _nothing: object) -> None:
        self._is_busy = False
        self._copied.pop(place, None)
        self.dropped.emit(place)
        self._go_on()

    def _on_failed(self, place: DraftPlace, error: PlainError) -> None:
        self._is_busy = False
        if place in self._copied:
            self._copied[place] = None
        self.not_kept.emit(place, error)
        self._go_on()


def copied_words(copy: "KeptCopy") -> str:
    """Say where a copy is, and for how long where that matters."""
    # The sentence must fit on a small screen: the folder is enough to find it, and below home its end.
    folder, home = copy.path.parent, Path.home()
    where = isolated(str(folder.relative_to(home) if home in folder.parents else folder))
    if copy.is_lasting:
        words = QCoreApplication.translate("RescueCopies", "A copy is in the folder {folder}.")
    else:
        words = QCoreApplication.translate(
            "RescueCopies", "A copy is in the folder {folder} until this computer is switched off."
        )
    return words.format(folder=where)


def _keep(place: DraftPlace, document: Document, page: bytes, clock: "Clock", rescue: "Rescue") -> "KeptCopy":
    from courseplayer.learner.rescue_format import RescuedText  # noqa: PLC0415 - see LearnerAccess

    text = RescuedText(place.learner_uuid, place.course_id, place.step_id, place.kind, document, clock.now())
    return rescue.keep(text, page)


def _drop(place: DraftPlace, rescue: "Rescue") -> None:
    rescue.drop((place.learner_uuid, place.course_id, place.step_id, place.kind.value))
