"""Which cue is spoken where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.transcript import Cue, Transcript, in_order, with_ends

FIRST = Cue(5_000, 51_000, None, "first")
SECOND = Cue(51_000, None, "ADA", "second")
LECTURE = Transcript("en", (FIRST, SECOND))
STARTS = st.lists(st.integers(min_value=0, max_value=50), max_size=12)


@pytest.mark.parametrize(
    ("position_ms", "index"), [(0, -1), (4_999, -1), (5_000, 0), (50_999, 0), (51_000, 1), (10**9, 1)]
)
def test_highlight_follows_the_cue_that_began_last(position_ms: int, index: int) -> None:
    assert LECTURE.index_at(position_ms) == index


def test_touching_cues_are_never_spoken_together() -> None:
    assert LECTURE.spoken_at(50_999) == (FIRST,)
    assert LECTURE.spoken_at(51_000) == (SECOND,)


def test_open_cue_is_spoken_until_the_end() -> None:
    assert LECTURE.spoken_at(10**9) == (SECOND,)


def test_overlapping_cues_are_spoken_together() -> None:
    over, under = Cue(0, 4_000, None, "over"), Cue(1_000, 2_000, None, "under")
    lecture = Transcript("en", (over, under))
    assert lecture.spoken_at(1_500) == (over, under)
    assert lecture.spoken_at(3_000) == (over,)


def test_nothing_is_spoken_in_a_gap() -> None:
    assert Transcript("en", (Cue(0, 1_000, None, "a"), Cue(2_000, 3_000, None, "b"))).spoken_at(1_500) == ()


def test_next_start_is_told_until_the_last_cue() -> None:
    assert LECTURE.next_start_ms(0) == 5_000
    assert LECTURE.next_start_ms(5_000) == 51_000
    assert LECTURE.next_start_ms(51_000) is None


def test_empty_transcript_has_no_cue_anywhere() -> None:
    empty = Transcript("und", ())
    assert (empty.index_at(0), empty.spoken_at(0), empty.next_start_ms(0)) == (-1, (), None)


def test_open_cues_end_at_the_next_start_and_the_last_with_the_medium() -> None:
    cues = (Cue(0, None, None, "a"), Cue(10, 12, None, "b"), Cue(20, None, None, "c"))
    assert [cue.end_ms for cue in with_ends(cues, 30)] == [10, 12, 30]
    assert with_ends(cues, None)[-1].end_ms is None


def test_open_cues_that_start_together_end_together() -> None:
    cues = (Cue(0, None, None, "a"), Cue(0, None, None, "b"), Cue(20, None, None, "c"))
    assert [cue.end_ms for cue in with_ends(cues, 30)] == [20, 20, 30]


def test_no_cue_ends_before_it_begins_in_a_medium_that_is_too_short() -> None:
    assert with_ends((Cue(20, None, None, "a"),), 5)[0].end_ms == 20


@given(STARTS)
def test_cues_that_start_together_keep_their_order(starts: list[int]) -> None:
    cues = [Cue(start, None, None, str(place)) for place, start in enumerate(starts)]
    expected = sorted(cues, key=lambda cue: (cue.start_ms, int(cue.text)))
    assert list(in_order(cues)) == expected


@given(STARTS, st.integers(min_value=0, max_value=60))
def test_index_and_next_start_agree_with_a_plain_search(starts: list[int], position_ms: int) -> None:
    transcript = Transcript("en", in_order([Cue(start, None, None, "") for start in starts]))
    begun = [cue for cue in transcript.cues if cue.start_ms <= position_ms]
    later = [cue.start_ms for cue in transcript.cues if cue.start_ms > position_ms]
    assert transcript.index_at(position_ms) == len(begun) - 1
    assert transcript.next_start_ms(position_ms) == (later[0] if later else None)
