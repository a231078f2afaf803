"""The assignment page, shown as the step page shows it, with what a person does there."""

from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import Attachment, DraftId, DraftKind, LearnerId, Revision, Submission
from courseplayer.ui.assignment.export_dialog import ExportDialog
from courseplayer.ui.assignment.presenter import AssignmentPresenter
from courseplayer.ui.assignment.quote_dialog import QuoteDialog
from courseplayer.ui.assignment.versions import VersionsDialog
from courseplayer.ui.writing.autosave import SaveState
from making.plans import ASSIGNMENT_STEP, COURSE_ID
from making.writing_world import WritingWorld

_D = TypeVar("_D", bound=QWidget)


class AssignmentDesk:
    """Almaz sits at the assignment."""

    def __init__(self, world: WritingWorld) -> None:
        self.world = world
        self._owner = QObject()
        self.heard_language: str | None = None
        self.presenter = AssignmentPresenter(
            world.icons, world.jobs, world.access, world.session, self._language, self._owner
        )
        self.view = self.presenter.view
        self.view.resize(1100, 640)
        self.view.show()
        self.editor = self.view.sheet.editor
        self.open()

    def _language(self) -> str | None:
        return self.heard_language

    def open(self) -> None:
        """Come to the step and wait until the text is there."""
        self.presenter.show_step(self.world.step(ASSIGNMENT_STEP))
        self.world.idle()

    def types(self, words: str) -> None:
        """Press keys in the text."""
        QTest.keyClicks(self.editor, words)

    def paste(self, words: str) -> None:
        """Paste plain text."""
        clipboard = QMimeData()
        clipboard.setText(words)
        self.editor.insertFromMimeData(clipboard)

    def save(self) -> None:
        """Let what was typed be saved now."""
        self.presenter.autosave.flush()
        self.world.qtbot.waitUntil(lambda: self.presenter.autosave.state is SaveState.CLEAN, timeout=20_000)

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click the visible button with these words, or this name."""
        place = inside or self.view
        shown = [one for one in place.findChildren(QAbstractButton) if one.isVisibleTo(place)]
        made = next(one for one in shown if words in (one.text(), one.accessibleName()))
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    def wait_for(self, kind: type[_D]) -> _D:
        """Wait for a dialog."""
        self.world.qtbot.waitUntil(lambda: self._shown(kind) is not None, timeout=20_000)
        found = self._shown(kind)
        assert found is not None
        return found

    def open_export(self) -> ExportDialog:
        """Click *Export…*."""
        self.click("Export…")
        return self.wait_for(ExportDialog)

    def open_versions(self) -> VersionsDialog:
        """Click *Versions*."""
        self.click("Versions")
        return self.wait_for(VersionsDialog)

    def open_shown_versions(self) -> VersionsDialog:
        """Wait for the versions that another dialog asked for."""
        return self.wait_for(VersionsDialog)

    def open_quotes(self) -> QuoteDialog:
        """Click *Quote…* and wait for the words of the course."""
        self.click("Quote…")
        opened = self.wait_for(QuoteDialog)
        self.world.qtbot.waitUntil(lambda: bool(opened.steps), timeout=20_000)
        return opened

    def stored_words(self) -> str:
        """Return what the store has."""
        return self.world.stored_words(ASSIGNMENT_STEP, DraftKind.ASSIGNMENT)

    def attachments(self) -> tuple[Attachment, ...]:
        """Return the files that the store has."""
        draft = self.world.stored(ASSIGNMENT_STEP, DraftKind.ASSIGNMENT)
        return () if draft is None else self.world.ask(partial(_attachments, draft.id))

    def revisions(self) -> tuple[Revision, ...]:
        """Return the states that the store has, newest first."""
        draft = self.world.stored(ASSIGNMENT_STEP, DraftKind.ASSIGNMENT)
        assert draft is not None
        return self.world.ask(partial(LearnerStore.revisions, draft_id=draft.id))

    def submissions(self) -> tuple[Submission, ...]:
        """Return what the store lists as exported, newest first."""
        return self.world.ask(partial(_submissions, self.world.almaz.id))

    def give(self, *paths: Path) -> None:
        """Drop files on the text and wait until they were looked at."""
        self.editor.files_given.emit(paths)
        self.world.idle()

    def close(self) -> None:
        """Leave the step."""
        self.presenter.leave()
        self.world.idle()
        self.view.close()
        self.view.deleteLater()
        self._owner.deleteLater()

    def _shown(self, kind: type[_D]) -> _D | None:
        found = (one for one in self.view.window().findChildren(kind) if one.isVisible())
        return next(found, None)


def _attachments(draft_id: DraftId, store: LearnerStore) -> tuple[Attachment, ...]:
    return store.attachments(draft_id)


def _submissions(learner_id: LearnerId, store: LearnerStore) -> tuple[Submission, ...]:
    return store.submissions(learner_id, COURSE_ID, ASSIGNMENT_STEP)
