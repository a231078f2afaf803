"""A learner's text: storing it, reading it back, counting its words."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courseplayer.course.writing import Block, BlockKind, Document, Span

_SPANS = st.builds(Span, st.text(), st.booleans(), st.booleans(), st.none() | st.text())
_BLOCKS = st.builds(
    Block, st.sampled_from(BlockKind), st.lists(_SPANS, max_size=4).map(tuple), st.integers(0, 9)
)
_DOCUMENTS = st.lists(_BLOCKS, max_size=6).map(tuple).map(Document)


@settings(deadline=None)
@given(_DOCUMENTS)
def test_every_text_reads_back_as_it_was_stored(document: Document) -> None:
    assert Document.from_json(document.to_json()) == document


@settings(deadline=None)
@given(_DOCUMENTS)
def test_the_same_text_is_stored_as_the_same_characters(document: Document) -> None:
    assert Document.from_json(document.to_json()).to_json() == document.to_json()


def test_half_a_character_from_the_clipboard_can_be_stored() -> None:
    stored = Document.from_plain_text("good \ud83d work").to_json()
    assert stored.encode("utf-8")
    assert Document.from_json(stored).plain_text() == "good \ufffd work"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '"blocks"',
        '{"version": 1}',
        '{"version": 1, "blocks": 3}',
        '{"version": 1, "blocks": [{"kind": "poem", "spans": [], "level": 0}]}',
        '{"version": 1, "blocks": [{"kind": "heading", "spans": [], "level": Infinity}]}',
        '{"version": 1, "blocks": [{"kind": "heading", "spans": [{}], "level": 1}]}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused_as_a_text(text: str) -> None:
    with pytest.raises(ValueError):
        Document.from_json(text)


def test_a_text_of_an_unknown_version_is_refused_rather_than_guessed() -> None:
    stored = json.loads(Document.from_plain_text("x").to_json()) | {"version": 2}
    with pytest.raises(ValueError, match="version 2"):
        Document.from_json(json.dumps(stored))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("   \n\t ", 0),
        ("… – !?", 0),
        ("One two  three", 3),
        ("it's the patient’s co-design", 4),
        ("non‑breaking", 1),
        ("3.5 mg, 12,000 people, 40%", 5),
        ("yes,no", 2),
        ("1,2 millions", 2),
        ("l'équipe d’accueil, aujourd'hui", 3),
        ("col·lega", 1),
        ("Vélo: été", 2),
        ("ክሊኒኩ ጥሩ ነው።", 3),
        ("ሰላም፡ለዓለም፡ሁሉ", 3),
        ("مُحَمَّد يَكتُب التقرير", 3),
        ("می‌خواهم بنویسم", 2),
        ("हिन्दी में लिखना", 3),
        ("e\u0301te\u0301", 1),
        ("co\u00adoperate", 1),
        ("ភាសា\u200bខ្មែរ", 2),
        ("我们写一个句子。很好", 2),
        ("🙂 fine", 1),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, words: int) -> None:
    assert Document.from_plain_text(text).word_count() == words


def test_no_mark_of_any_script_splits_a_word() -> None:
    marks = [chr(c) for c in range(0x10000) if unicodedata.category(chr(c)) in {"Mn", "Mc", "Me"}]
    split = [mark for mark in marks if Document.from_plain_text(f"a{mark}b").word_count() != 1]
    assert len(marks) > 1_000
    assert split == []


def test_words_of_separate_lines_do_not_run_together() -> None:
    assert Document.from_plain_text("one\ntwo").word_count() == 2


def test_formatting_inside_a_word_does_not_split_it() -> None:
    block = Block(BlockKind.PARAGRAPH, (Span("im"), Span("prove", is_bold=True), Span("ment")))
    assert Document((block,)).word_count() == 1


def test_plain_text_keeps_its_lines_and_drops_empty_ones() -> None:
    document = Document.from_plain_text("  first \n\n\r\nsecond\n")
    assert document.plain_text() == "first\nsecond"
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2


def test_a_text_of_spaces_is_empty() -> None:
    assert Document((Block(BlockKind.PARAGRAPH, (Span(" \t"),)),)).is_empty()
    assert not Document.from_plain_text("a").is_empty()


def test_links_come_in_the_order_of_the_text() -> None:
    spans = (Span("a", link="https://example.org"), Span("b"), Span("c", link="course:x/y"))
    assert list(Document((Block(BlockKind.BULLET, spans),)).links()) == ["https://example.org", "course:x/y"]
