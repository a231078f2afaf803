"""The card below a step where learners answer, review or take notes."""

from PySide6.QtCore import QObject, Signal

from courseplayer.course.location import Location
from courseplayer.course.outline import StepId
from courseplayer.learner.values import DraftKind
from courseplayer.ui.components import Card, label
from courseplayer.ui.icons import Icons
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.session import Session
from courseplayer.ui.writing.autosave import Autosave
from courseplayer.ui.writing.desk import WritingDesk
from courseplayer.ui.writing.sheet import WritingSheet

_EDITOR_LINES = 8


class AnswerCard(Card):
    """A heading, a hint, and a small sheet."""

    def __init__(self, icons: Icons, placeholder: str) -> None:
        super().__init__()
        self._heading = label("", "h3")
        self._hint = label("", "muted")
        self.sheet = WritingSheet(icons, placeholder, is_reduced=True)
        self.sheet.editor.setMinimumHeight(icons.theme.text_px() * _EDITOR_LINES * 3 // 2)
        self.sheet.footer.addStretch(1)
        self.sheet.footer.addWidget(self.sheet.saved)
        for part in (self._heading, self._hint, self.sheet):
            self.content.addWidget(part)

    def show_words(self, heading: str, hint: str) -> None:
        """Show what is asked for."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.sheet.editor.setAccessibleName(heading)


class AnswerPresenter(QObject):
    """Keeps one kind of text for each step."""

    place_wanted = Signal(object)
    """The Location of a quote that was followed."""
    link_wanted = Signal(str)
    """A web or mail address that was followed."""
    problem = Signal(object)
    """A PlainError about a text that is not shown any more."""

    def __init__(
        self, icons: Icons, access: LearnerAccess, session: Session, kind: DraftKind, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.view = AnswerCard(icons, self._placeholder(kind))
        self._desk = WritingDesk(self.view.sheet, access, session, kind, self)
        self._desk.place_wanted.connect(self.place_wanted)
        self._desk.link_wanted.connect(self.link_wanted)
        self._desk.problem.connect(self.problem)

    @property
    def autosave(self) -> Autosave:
        """What keeps the text saved."""
        return self._desk.autosave

    def show_step(self, step_id: StepId, heading: str, hint: str) -> None:
        """Show the learner's text of a step."""
        self.view.show_words(heading, hint)
        self._desk.open(step_id)

    def leave(self) -> None:
        """Save what was written; may be called at any time."""
        self._desk.leave()

    def reload(self) -> None:
        """Show the text as the store has it now."""
        self._desk.reload()

    def hide_failure(self) -> None:
        """Say no longer that the text could not be saved; another place says it."""
        self.view.sheet.banner.clear()

    def insert_quote(self, location: Location, words: str, source: str) -> None:
        """Put a quote into the text."""
        self._desk.insert_quote(location, words, source)

    def _placeholder(self, kind: DraftKind) -> str:
        if kind is DraftKind.ANSWER:
            return self.tr("Write your answer here.")
        if kind is DraftKind.REVIEW:
            return self.tr("What works well? What could be clearer? Write it here.")
        return self.tr("Write your notes here.")
