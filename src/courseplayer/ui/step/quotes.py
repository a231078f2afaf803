"""Puts words of a transcript into the learner's assignment, wherever the learner is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, Outline, StepKind, StepOutline
from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import Cue
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.learner.values import DraftKind, LearnerId, SaveReason

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore


def assignment_for(outline: Outline, step: StepOutline) -> StepOutline | None:
    """Return the assignment that quotes from a step belong to: the next one, else the last before it."""
    steps = tuple(outline.steps())
    assignments = [(index, one) for index, one in enumerate(steps) if one.kind == StepKind.ASSIGNMENT]
    here = steps.index(step)
    following = [one for index, one in assignments if index >= here]
    before = [one for _index, one in assignments]
    return next(iter(following), before[-1] if before else None)


def quote_block(course_id: CourseId, step: StepOutline, cues: Sequence[Cue]) -> Block:
    """Return cues as a quote that carries its step and time code as a link back to the medium."""
    words = " ".join(cue.text.replace("\n", " ") for cue in cues)
    start_ms = cues[0].start_ms
    source = f"({step.number} {step.title}, {format_time_code(start_ms)})"
    link = Location(course_id, step.id, start_ms).as_link()
    return Block(BlockKind.QUOTE, (Span(f"“{words}” "), Span(source, link=link)))


def append_quote(
    learner_id: LearnerId, course_id: CourseId, assignment: StepOutline, block: Block, store: "LearnerStore"
) -> StepOutline:
    """Add a quote at the end of the draft in the learner's store; returns the assignment."""
    kind = DraftKind.ASSIGNMENT
    draft = store.draft(learner_id, course_id, assignment.id, kind)
    blocks = draft.document.blocks if draft is not None else ()
    document = Document((*blocks, block))
    store.save_draft(learner_id, course_id, assignment.id, kind, document, SaveReason.LEAVING)
    return assignment
