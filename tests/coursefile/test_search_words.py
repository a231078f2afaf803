"""Words are found in a text as the index finds them, and marked where they stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from courseplayer.coursefile.search_words import fold, snippet, typed_words

_LETTERS = "abcABC12éÉçñİßœΣσςйЙ"
_OTHERS = " \n\t-_'’.…"
_MARKS = "\u0301\u0308"
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@given(st.text(_LETTERS + _OTHERS + _MARKS, max_size=120), st.text("abcéßσй1 ", min_size=1, max_size=5))
def test_just_the_words_that_were_typed_are_marked(text: str, typed: str) -> None:
    words = typed_words(typed)
    shown, marked = snippet(text, words)
    wanted = [
        match.span()
        for match in _WORD.finditer(shown)
        if words and (fold(match[0]) in words or fold(match[0]).startswith(words[-1]))
    ]
    # A word that the piece begins or ends within is no whole one.
    inner = [(start, end) for start, end in marked if start > 1 and end < len(shown) - 1]
    assert inner == [(start, end) for start, end in wanted if start > 1 and end < len(shown) - 1]
    assert set(marked) <= set(wanted)


@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_is_folded_to_one_or_none_and_is_then_the_same_for_good(character: str) -> None:
    folded = fold(character)
    assert len(folded) <= 1
    assert fold(folded) == folded


def test_a_long_text_is_shown_where_it_has_most_of_the_words() -> None:
    text = "The ward opens. " * 30 + "In the ward, patients wait for hours. " + "The ward closes. " * 30
    shown, marked = snippet(text, ("patients", "war"))
    assert {shown[start:end] for start, end in marked} == {"patients", "ward"}
    assert shown.startswith("…")
    assert shown.endswith("…")
