"""Words are found in a transcript as a learner types them."""

import pytest

from courseplayer.course.transcript import Cue, Transcript
from courseplayer.ui.transcript.search import Match, find_matches


def _transcript(*texts: str) -> Transcript:
    return Transcript("en", tuple(Cue(n * 1_000, None, None, text) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("We wash our hands", "WASH", ["wash"]),
        ("Un café, deux cafés", "cafe", ["café", "café"]),
        ("Un cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("Straße", "strasse", ["Straße"]),
        ("two\nlines of it", "two lines", ["two\nlines"]),
        ("ward", "  ward  ", ["ward"]),
        ("እጃችንን እንታጠባለን", "እንታ", ["እንታ"]),
        ("aaa", "aa", ["aa"]),
        ("nothing here", "wash", []),
        ("a text", "   ", []),
    ],
)
def test_case_accents_and_line_breaks_do_not_matter(text: str, words: str, found: list[str]) -> None:
    matches = find_matches(_transcript(text), words)
    assert [text[match.start : match.end] for match in matches] == found


def test_a_name_is_found_wherever_it_stands_in_the_transcript() -> None:
    cues = (
        Cue(0, 1, "Zoë Okoro", "I am Zoë."),
        Cue(1, 2, "Zoë Okoro", "And I go on."),
        Cue(2, 3, "Ada", "Thank you."),
        Cue(3, 4, "Zoë Okoro", "Thank you, Ada."),
    )
    matches = find_matches(Transcript("en", cues), "zoe")
    assert matches == (Match(0, -11, -8), Match(0, 5, 8), Match(3, -11, -8))


def test_matches_come_in_the_order_of_the_cues() -> None:
    matches = find_matches(_transcript("soap", "water", "soap and soap"), "soap")
    assert matches == (Match(0, 0, 4), Match(2, 0, 4), Match(2, 9, 13))
