"""The voluntary, ungraded assignment: its brief and the limits it sets."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class AssignmentBrief:
    """What is asked for; the step's article is the brief itself. Word limits are None where there is none."""

    guidance: tuple[str, ...] = ()
    review_questions: tuple[str, ...] = ()
    min_words: int | None = None
    max_words: int | None = None


class LengthVerdict(StrEnum):
    """How a text stands against the limits of its brief."""

    EMPTY = "empty"
    SHORT = "short"
    FITS = "fits"
    LONG = "long"


def judge_length(words: int, brief: AssignmentBrief) -> LengthVerdict:
    """Compare a number of words with the limits of the brief."""
    if words == 0:
        return LengthVerdict.EMPTY
    if brief.min_words is not None and words < brief.min_words:
        return LengthVerdict.SHORT
    if brief.max_words is not None and words > brief.max_words:
        return LengthVerdict.LONG
    return LengthVerdict.FITS
