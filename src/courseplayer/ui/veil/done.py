"""What was done in the last minutes, in words."""

from PySide6.QtCore import QObject

from courseplayer.course.outline import Outline
from courseplayer.learner.values import DraftKind, LastMinutes, LastText


class DoneWords(QObject):
    """Says what was done, with the numbers of steps where the course is open."""

    def lines(self, done: LastMinutes, outline: Outline | None) -> tuple[str, ...]:
        """Return a line for each thing that was done."""
        lines = [self._text(text, outline) for text in done.texts]
        for count, words in (
            (done.files, self.tr("%n attached file(s)", "", done.files)),
            (done.steps_done, self.tr("%n step(s) marked complete", "", done.steps_done)),
            (done.steps_undone, self.tr("%n step(s) marked not complete", "", done.steps_undone)),
            (done.media_watched, self.tr("%n video(s) or recording(s) watched on", "", done.media_watched)),
        ):
            if count:
                lines.append(words)
        return tuple(lines)

    def _text(self, text: LastText, outline: Outline | None) -> str:
        known = outline is not None and outline.course.id == text.course_id
        step = outline.step(text.step_id) if known and outline is not None else None
        kinds = {
            DraftKind.ASSIGNMENT: self.tr("the assignment"),
            DraftKind.ANSWER: self.tr("an answer"),
            DraftKind.NOTE: self.tr("a note"),
            DraftKind.REVIEW: self.tr("a review"),
        }
        where = kinds[text.kind] if step is None else f"{kinds[text.kind]} {step.number}"
        if not text.words:
            return self.tr("words taken out of {where}").format(where=where)
        return self.tr("%n word(s) in {where}", "", text.words).format(where=where)
