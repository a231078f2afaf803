"""Has backups made as one works, tells what became of a damaged store, and brings a backup back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.learner.values import DraftKind
from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.moments import full_moment_words
from courseplayer.ui.safety.view import BackupsDialog, ShownBackup
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words, isolated, size_words

if TYPE_CHECKING:
    from courseplayer.learner.backups import BackedUpText, Backup, BackupContents
    from courseplayer.learner.keeper import StoreKeeper
    from courseplayer.learner.salvage import SalvageReport

    Held = tuple[tuple[Backup, BackupContents], ...]

_LOOK_EVERY_MS = 5 * 60_000
_SHOW_FOLDER = "show-salvage"
_OPEN_BACKUPS = "open-backups"


class SafetyPresenter(QObject):
    """Between the keeper of the learner's store and the person who needs it."""

    restored = Signal()
    """The store is another one now: everything read from it before is out of date."""
    leaving_wanted = Signal()
    """Every text being written must be saved and let go of now."""
    folder_wanted = Signal(object)
    """The path of a file to be shown in its folder."""

    def __init__(
        self, icons: Icons, access: LearnerAccess, session: Session, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._access = access
        self._session = session
        self._banner = banner
        self._window = window
        self._report: SalvageReport | None = None
        self.dialog: BackupsDialog | None = None
        banner.action_chosen.connect(self._on_action_chosen)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()

    def load(self) -> None:
        """Ask whether the store was sound when it was opened."""
        self._access.keep(_look).done.connect(self._on_looked)

    def back_up(self) -> None:
        """Make a backup if one is due."""
        self._access.keep(_back_up).failed.connect(self._session.failed)

    def open(self) -> None:
        """Show the backups there are."""
        if self.dialog is not None:
            return
        self.dialog = BackupsDialog(self._icons, self._window)
        self.dialog.restore_wanted.connect(self._on_restore_wanted)
        self.dialog.backup_wanted.connect(self._on_backup_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()
        self._list()

    def _list(self) -> None:
        job = self._access.keep(_listed)
        job.done.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    def _on_looked(self, found: "tuple[SalvageReport | None, bool, Path | None]") -> None:
        report, is_begun_anew, replaced = found
        if replaced is not None:
            words = self.tr(
                "The backup is restored. What was there before is kept as {file}; it is among the backups."
            )
            self._banner.show_message(words.format(file=isolated(replaced.name)), Tone.SUCCESS)
        if is_begun_anew:
            words = self.tr(
                "The file with everything written on this computer is not there any more, so a new one was "
                "begun. What it held may be in the backups."
            )
            self._banner.show_message(words, Tone.WARNING, ((_OPEN_BACKUPS, self.tr("Backups…")),))
        if report is None:
            return
        self._report = report
        actions = (
            (_OPEN_BACKUPS, self.tr("Backups…")),
            (_SHOW_FOLDER, self.tr("Show the damaged file")),
        )
        self._banner.show_message(self._report_words(report), Tone.WARNING, actions)

    def _report_words(self, report: "SalvageReport") -> str:
        came_back = self.tr("%n text(s)", "", report.from_file.texts + report.from_backup.texts)
        first = self.tr("The file with everything written on this computer was damaged; {texts} came back.")
        parts = [first.format(texts=came_back)]
        older = report.from_backup.texts
        if older and report.backup_made_at is not None:
            words = self.tr("%n of them are as they were in the backup of {when}.", "", older)
            parts.append(words.format(when=full_moment_words(report.backup_made_at)))
        loose = len(report.loose_texts)
        if loose:
            parts.append(self.tr("%n text(s) whose owner is unknown are in files beside it.", "", loose))
        if not report.is_complete:
            parts.append(self.tr("Some things could not be read; look for them in the backups."))
        parts.append(self.tr("The damaged file is kept, untouched."))
        return " ".join(parts)

    def _on_action_chosen(self, key: str) -> None:
        if key == _OPEN_BACKUPS:
            self.open()
        elif key == _SHOW_FOLDER and self._report is not None:
            self.folder_wanted.emit(self._report.set_aside)

    def _on_listed(self, held: "Held") -> None:
        if self.dialog is not None:
            self.dialog.show_backups([self._shown(backup, contents) for backup, contents in held])

    def _shown(self, backup: "Backup", held: "BackupContents") -> ShownBackup:
        texts = self.tr("%n text(s)", "", len(held.texts))
        title = f"{full_moment_words(backup.made_at)}\n{texts} · {size_words(backup.size_bytes)}"
        if backup.is_replaced:
            title = "\n".join((title, self.tr("What was there before a backup was restored")))
        people = self.tr("People: {names}").format(names=", ".join(held.learners))
        return ShownBackup(backup.path, title, (people, "", *(self._text_words(text) for text in held.texts)))

    def _text_words(self, text: "BackedUpText") -> str:
        kinds = {
            DraftKind.ASSIGNMENT: self.tr("Assignment"),
            DraftKind.ANSWER: self.tr("Answer"),
            DraftKind.NOTE: self.tr("Note"),
            DraftKind.REVIEW: self.tr("Review"),
        }
        step = None
        course = self._session.course
        if course is not None and course.outline.course.id == text.course_id:
            step = course.outline.step(text.step_id)
        where = f"{kinds[text.kind]} {step.number}" if step is not None else kinds[text.kind]
        words = self.tr("%n word(s)", "", text.words)
        return f"{text.learner} · {where} · {words} · {full_moment_words(text.saved_at)}"

    def _on_backup_wanted(self) -> None:
        job = self._access.keep(_back_up_now)
        job.done.connect(self._list)
        job.failed.connect(self._on_failed)

    def _on_restore_wanted(self, path: Path) -> None:
        # Into the present store, which is kept; in the one that comes back it would be out of place.
        self.leaving_wanted.emit()
        job = self._access.keep(partial(_restore, path))
        job.done.connect(self._on_restored)
        job.failed.connect(self._on_failed)

    def _on_restored(self, _kept: Path) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.restored.emit()

    def _on_failed(self, error: PlainError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(error_words(error))

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _look(keeper: "StoreKeeper") -> "tuple[SalvageReport | None, bool, Path | None]":
    return keeper.look(), keeper.was_begun_anew(), keeper.replaced_since()


def _back_up(keeper: "StoreKeeper") -> None:
    keeper.back_up()


def _back_up_now(keeper: "StoreKeeper") -> None:
    keeper.back_up(is_forced=True)


def _listed(keeper: "StoreKeeper") -> "Held":
    found = (*keeper.backups(), *keeper.replaced_stores())
    return tuple(sorted(found, key=_made_at, reverse=True))


def _made_at(held: "tuple[Backup, BackupContents]") -> float:
    return held[0].made_at.timestamp()


def _restore(path: Path, keeper: "StoreKeeper") -> Path:
    return keeper.restore(path)
