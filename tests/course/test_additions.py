"""What was added to a text is told apart from what was there."""

from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.additions import added_between
from courseplayer.course.writing import Block, BlockKind, Document, Span


def _text(*lines: str) -> Document:
    return Document.from_plain_text("\n".join(lines))


def _added(before: Document, now: Document) -> str:
    return added_between(before, now).plain_text()


def test_new_paragraphs_are_added_whole() -> None:
    before = _text("We asked patients.", "They waited.")
    now = _text("We asked patients.", "The queue was long.", "They waited.", "Then it rained.")
    assert _added(before, now) == "The queue was long.\nThen it rained."


def test_of_a_changed_paragraph_only_the_new_words_are_added() -> None:
    before = _text("We asked twelve patients about waiting.")
    now = _text("We asked twelve patients about waiting. My own clinic is smaller.")
    assert _added(before, now) == "My own clinic is smaller."


def test_words_in_the_midst_are_found() -> None:
    before = _text("We asked twelve patients about waiting in the morning.")
    now = _text("We asked twelve old patients about waiting in the early morning.")
    assert _added(before, now) == "old … early"


def test_words_that_were_taken_away_add_nothing() -> None:
    assert added_between(_text("One.", "Two."), _text("One.")).is_empty()
    assert added_between(_text("We asked twelve patients."), _text("We asked patients.")).is_empty()


def test_a_text_that_was_begun_is_all_new_with_its_formatting() -> None:
    heading = Block(BlockKind.HEADING, (Span("Waits", is_bold=True),), 2)
    assert added_between(Document(), Document((heading,))) == Document((heading,))


def test_another_sentence_in_the_place_of_an_old_one_is_new() -> None:
    assert _added(_text("We asked patients."), _text("Nurses are tired today.")) == "Nurses are tired today."


_LINES = st.lists(st.text("ab cd", min_size=1, max_size=12), max_size=6)


@given(_LINES, _LINES)
def test_nothing_is_added_that_is_not_in_the_text(before: list[str], now: list[str]) -> None:
    first, second = _text(*before), _text(*now)
    added = added_between(first, second)
    words = second.plain_text().split()
    assert all(word in words for word in added.plain_text().split() if word != "…")
    assert added_between(first, first).is_empty()
    assert added_between(Document(), second).word_count() == second.word_count()
