"""Shows a learner what is kept about them, writes it all to one file, and deletes it when they say so."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.errors import PlainError
from courseplayer.learner.values import Learner
from courseplayer.system.cancellation import Task
from courseplayer.ui.components import Tone
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.holdings.telling import HoldingsWords
from courseplayer.ui.holdings.view import HoldingsDialog
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words, isolated

if TYPE_CHECKING:
    from courseplayer.learner.erasing import Erased
    from courseplayer.learner.keeper import KeptAbout, StoreKeeper

_ZIP = ".zip"


class HoldingsPresenter(QObject):
    """Between the dialog, the keeper of the learner's store and the session."""

    leaving_wanted = Signal()
    """Every text being written must be saved and let go of now."""
    erased = Signal()
    """The learner is gone from the store."""

    def __init__(
        self,
        icons: Icons,
        access: LearnerAccess,
        session: Session,
        window: MainWindow,
        shelf_snapshot: Path,
        has_unsaved: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._access = access
        self._session = session
        self._window = window
        self._shelf_snapshot = shelf_snapshot
        self._has_unsaved = has_unsaved
        self._words = HoldingsWords(self)
        self._learner: Learner | None = None
        self._writing: Job[Path] | None = None
        self.dialog: HoldingsDialog | None = None

    def open(self) -> None:
        """Show what is kept about the present learner."""
        self._learner = self._session.learner
        if self.dialog is not None or self._learner is None:
            return
        self.dialog = dialog = HoldingsDialog(self._icons, self._learner.name, self._window)
        dialog.export_wanted.connect(self._on_export_wanted)
        dialog.stop_wanted.connect(self._on_stop_wanted)
        dialog.delete_wanted.connect(self._on_delete_wanted)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        job = self._access.keep(partial(_kept_about, self._learner))
        job.done.connect(self._on_known)
        job.failed.connect(self._on_failed)

    def _on_known(self, about: "KeptAbout") -> None:
        if self.dialog is not None:
            self.dialog.show_kept(self._words.kept(about))
            self.dialog.show_what_goes(self._words.what_goes(about))

    def _on_export_wanted(self) -> None:
        if self.dialog is None or self._learner is None:
            return
        name = self.tr("Everything of {name}").format(name=self._learner.name) + _ZIP
        kinds = self.tr("Zip files (*.zip)")
        path = ask_where_to_save(self.dialog, self.tr("Export everything"), name, kinds)
        if path is None:
            return
        path = path if path.suffix.lower() == _ZIP else path.with_name(path.name + _ZIP)
        self.dialog.set_busy(True)
        work = partial(_write, path, self._learner, self._shelf_snapshot)
        self._writing = self._access.keep_at(work)
        self._writing.advanced.connect(self._on_advanced)
        self._writing.done.connect(self._on_written)
        self._writing.failed.connect(self._on_failed)
        self._writing.cancelled.connect(self._on_cancelled)

    def _on_stop_wanted(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _on_advanced(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done, total)

    def _on_written(self, path: Path) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_success(self.tr("Everything is in {file}.").format(file=path))

    def _on_cancelled(self) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_note(self.tr("Stopped. No file was written."))

    def _on_delete_wanted(self) -> None:
        if self.dialog is None or self._learner is None:
            return
        self.leaving_wanted.emit()
        if self._has_unsaved():
            words = self.tr("Some words are just being saved; nothing was deleted. Try again in a moment.")
            self.dialog.show_problem(words)
            return
        self.dialog.set_busy(True)
        job = self._access.keep(partial(_erase, self._learner))
        job.done.connect(self._on_erased)
        job.failed.connect(self._on_failed)

    def _on_erased(self, erased: "Erased") -> None:
        name = "" if self._learner is None else self._learner.name
        self._let_go()
        if self.dialog is not None:
            self.dialog.accept()
        self._session.forget_learner()
        self.erased.emit()
        words = [self.tr("Everything about {name} was deleted.").format(name=isolated(name))]
        if erased.copies:
            words.append(self.tr("%n backup(s) were written anew without it.", "", len(erased.copies)))
        if not erased.is_clean:
            words.append(
                self.tr("The disk is full, so traces may be left in the store until there is room again.")
            )
        words.append(self._words.beyond(erased.left))
        tone = Tone.WARNING if erased.left or not erased.is_clean else Tone.SUCCESS
        self._window.banner.show_message(" ".join(words).strip(), tone)

    def _on_failed(self, error: PlainError) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_problem(error_words(error))

    def _let_go(self) -> None:
        self._writing = None
        if self.dialog is not None:
            self.dialog.set_busy(False)

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _kept_about(learner: Learner, keeper: "StoreKeeper") -> "KeptAbout":
    return keeper.kept_about(learner)


def _erase(learner: Learner, keeper: "StoreKeeper") -> "Erased":
    return keeper.erase(learner)


def _write(path: Path, learner: Learner, shelf_snapshot: Path, keeper: "StoreKeeper", task: Task) -> Path:
    # Documents of every format come with it, which nobody needs at the start.
    from courseplayer.submissions.course_names import known_courses  # noqa: PLC0415 - as above
    from courseplayer.submissions.everything import write_everything  # noqa: PLC0415

    keeper.run(partial(write_everything, path, learner, known_courses(shelf_snapshot), task))
    return path
