"""What may stand in a file that leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.writing import Span
from courseplayer.submissions.cleaning import (
    Direction,
    clean_line,
    clean_spans,
    clean_text,
    direction_of,
    web_address,
)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Listen", Direction.LEFT_TO_RIGHT),
        ("نقلنا room 3", Direction.RIGHT_TO_LEFT),
        ("3. שלום", Direction.RIGHT_TO_LEFT),
        ("3. room نقلنا", Direction.LEFT_TO_RIGHT),
        ("ጤና", Direction.LEFT_TO_RIGHT),
        ("12 – 14", Direction.LEFT_TO_RIGHT),
        ("", Direction.LEFT_TO_RIGHT),
    ],
)
def test_direction_is_that_of_the_first_strong_character(text: str, direction: Direction) -> None:
    assert direction_of(text) is direction


def test_controls_go_and_line_ends_are_alike() -> None:
    assert clean_text("a\x00b\x07\r\nc\u2028d\x85e\x0bf\ufffe") == "ab\nc\nd\ne\nf"


def test_half_a_character_becomes_the_replacement_character() -> None:
    assert clean_text("a\ud83d b") == "a\ufffd b"


def test_two_halves_become_the_character_they_make() -> None:
    assert clean_text("\ud83d\ude42") == "🙂"


def test_a_name_is_one_line() -> None:
    assert clean_line(" Almaz \n\t Bekele ") == "Almaz Bekele"


def test_equal_neighbours_are_joined_and_space_at_seams_is_single() -> None:
    spans = (Span(" one "), Span(" two\n", is_bold=True), Span("\n three ", is_bold=True), Span(""))
    assert clean_spans(spans) == (Span("one "), Span("two\nthree", is_bold=True))


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/a?b=c#d",
        "http://example.org:8080/",
        "HTTPS://EXAMPLE.ORG",
        "mailto:almaz@example.org",
        "https://[2001:db8::1]/a",
    ],
)
def test_web_and_mail_addresses_can_be_followed(link: str) -> None:
    assert web_address(link) == link


@pytest.mark.parametrize(
    "link",
    [
        None,
        "",
        "course:improving-care/a1b2?t=51000",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\server\\share",
        "https://",
        "https:///path",
        "http://[broken",
        "http://example.org:99999/",
        "http://exam ple.org",
        "http://a$b/",
        "mailto:nobody",
        "https://example.org/\x00",
        "step:3",
    ],
)
def test_any_other_address_is_dropped(link: str | None) -> None:
    assert web_address(link) is None


def test_characters_that_end_an_address_are_escaped() -> None:
    assert web_address('https://example.org/"<a>`b\\') == "https://example.org/%22%3Ca%3E%60b%5C"


@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_fits_utf_8_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode().decode() == cleaned
    assert clean_text(cleaned) == cleaned
