"""How a text stands against the limits of its brief."""

import pytest

from courseplayer.course.assignment import AssignmentBrief, LengthVerdict, judge_length


@pytest.mark.parametrize(
    ("words", "min_words", "max_words", "verdict"),
    [
        (0, None, None, LengthVerdict.EMPTY),
        (0, 0, 10, LengthVerdict.EMPTY),
        (1, None, None, LengthVerdict.FITS),
        (299, 300, 500, LengthVerdict.SHORT),
        (300, 300, 500, LengthVerdict.FITS),
        (500, 300, 500, LengthVerdict.FITS),
        (501, 300, 500, LengthVerdict.LONG),
        (501, 300, None, LengthVerdict.FITS),
        (1, None, 500, LengthVerdict.FITS),
    ],
)
def test_the_limits_themselves_fit(
    words: int, min_words: int | None, max_words: int | None, verdict: LengthVerdict
) -> None:
    assert judge_length(words, AssignmentBrief(min_words=min_words, max_words=max_words)) is verdict
