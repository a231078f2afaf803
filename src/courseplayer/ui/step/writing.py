"""What the learner writes on the step page: the assignment, an answer, a review, or notes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courseplayer.course.content import StepContent
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind
from courseplayer.learner.values import Draft, DraftKind
from courseplayer.ui.step.view import StepPage
from courseplayer.ui.writing.autosave import Autosave

if TYPE_CHECKING:
    from courseplayer.ui.assignment.presenter import AssignmentPresenter
    from courseplayer.ui.writing.answer import AnswerPresenter

_KINDS = {StepKind.DISCUSSION: DraftKind.ANSWER, StepKind.REVIEW: DraftKind.REVIEW}


class StepWriting(QObject):
    """Makes each kind of editor when it is first needed and gives it the step."""

    place_wanted = Signal(object)
    """The Location of a quote that was clicked."""
    link_wanted = Signal(str)
    problem = Signal(object)

    def __init__(
        self,
        make_assignment: "Callable[[], AssignmentPresenter]",
        make_answer: "Callable[[DraftKind], AnswerPresenter]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._make_assignment = make_assignment
        self._make_answer = make_answer
        self._assignment: AssignmentPresenter | None = None
        self._answers: dict[DraftKind, AnswerPresenter] = {}
        self._shown: AnswerPresenter | AssignmentPresenter | None = None

    def show_assignment(self, view: StepPage, content: StepContent) -> None:
        """Let the assignment fill the page."""
        if self._assignment is None:
            self._assignment = self._make_assignment()
            self._connect(self._assignment)
        self._shown = self._assignment
        view.show_filling(self._assignment.view)
        self._assignment.show_step(content)

    def show_answer(self, view: StepPage, content: StepContent) -> None:
        """Put the editor for the learner's own words at the end of the step."""
        kind = _KINDS.get(content.outline.kind, DraftKind.NOTE)
        answer = self._answers.get(kind)
        if answer is None:
            answer = self._answers[kind] = self._make_answer(kind)
            self._connect(answer)
        self._shown = answer
        heading, hint = self._words(kind)
        view.add_part(answer.view)
        answer.show_step(content.outline.id, heading, hint)

    def insert_quote(self, location: Location, words: str, source: str) -> bool:
        """Put a quote into the assignment if it is on the page; False if it is not."""
        if self._assignment is None or self._shown is not self._assignment:
            return False
        self._assignment.insert_quote(location, words, source)
        return True

    @property
    def autosaves(self) -> tuple[Autosave, ...]:
        """What keeps each kind of text saved."""
        made = (self._assignment, *self._answers.values())
        return tuple(one.autosave for one in made if one is not None)

    def show_put_back(self, draft: Draft) -> None:
        """Show the text that came back from a copy, where it is the one on the page."""
        place = None if self._shown is None else self._shown.autosave.place
        if self._shown is None or place is None:
            return
        if (place.course_id, place.step_id, place.kind) == (draft.course_id, draft.step_id, draft.kind):
            self._shown.reload()

    def hide_failure(self) -> None:
        """Leave it to the window to say that words are not saved: both at once leave no room for them."""
        if self._shown is not None:
            self._shown.hide_failure()

    def leave(self, view: StepPage) -> None:
        """Keep what was written; nothing of it is on the page any more."""
        if self._shown is None:
            return
        self._shown.leave()
        if self._shown is self._assignment:
            view.show_filling(None)
        else:
            view.release_part(self._shown.view)
        self._shown = None

    def _connect(self, presenter: "AnswerPresenter | AssignmentPresenter") -> None:
        presenter.place_wanted.connect(self.place_wanted)
        presenter.link_wanted.connect(self.link_wanted)
        presenter.problem.connect(self.problem)

    def _words(self, kind: DraftKind) -> tuple[str, str]:
        if kind == DraftKind.ANSWER:
            return self.tr("Your answer"), self.tr("Write what you think. Only you can see it here.")
        if kind == DraftKind.REVIEW:
            return self.tr("Your review"), self.tr("Write kindly and concretely. Only you can see it here.")
        return self.tr("Your notes"), self.tr("Notes on this step. Only you can see them here.")
