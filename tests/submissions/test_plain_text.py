"""The text for a paste box and for a .txt file."""

from hypothesis import given

from courseplayer.course.writing import BlockKind, Document, Span
from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.plain import paste_text, plain_text
from making.submissions import (
    block,
    bullet,
    cleaned_words,
    documents,
    heading,
    is_in_order,
    numbered,
    paragraph,
    submission,
)


def test_paste_box_gets_the_text_alone() -> None:
    content = submission(heading("What", 1), paragraph("We listened."), paragraph("Then we changed."))
    assert paste_text(content) == "What\n\nWe listened.\n\nThen we changed."


def test_lists_are_marked_nested_and_counted() -> None:
    content = submission(
        numbered("one"), bullet("dot", 1), numbered("two\nmore"), paragraph("then"), numbered("again")
    )
    assert paste_text(content) == "1. one\n   • dot\n2. two\n   more\n\nthen\n\n1. again"


def test_a_blank_line_between_lists_starts_the_count_again() -> None:
    assert paste_text(submission(numbered("a"), paragraph(" "), numbered("b"))) == "1. a\n\n1. b"


def test_a_level_that_was_skipped_does_not_count() -> None:
    assert paste_text(submission(bullet("a", 4), bullet("b", 99), bullet("c"))) == "• a\n  • b\n• c"


def test_quotes_are_indented_and_quoted_once() -> None:
    quotes = (block(BlockKind.QUOTE, "said so"), block(BlockKind.QUOTE, "“said” (0:51)"))
    assert paste_text(submission(*quotes)) == "    “said so”\n\n    “said” (0:51)"


def test_web_links_show_their_address_and_course_links_do_not() -> None:
    text = paste_text(
        submission(
            paragraph(
                Span("the guide", link="https://example.org/g"),
                ", ",
                Span("example.org", link="https://example.org/"),
                ", ",
                Span("Step 1.2, 0:51", link="course:x/y?t=51000"),
                ", ",
                Span("wri", link="mailto:a@b.org"),
                Span("te", is_bold=True, link="mailto:a@b.org"),
            )
        )
    )
    assert text == "the guide (https://example.org/g), example.org, Step 1.2, 0:51, write (a@b.org)"


def test_file_says_whose_text_it_is_and_names_the_attachments() -> None:
    content = submission(paragraph("We listened."), attachments=(AttachedFile("photo.jpg", b"x"),))
    assert plain_text(content) == (
        "2.4 Your improvement\n\nCourse: Improving care together\nStep: 2.4 Your improvement\nName: Almaz\n"
        "Date: 2026-11-03\nAttempt: 1\nWords: 2\n\nWe listened.\n\n"
        "Attachments (not included in this file)\n\n• photo.jpg\n"
    )


def test_name_can_stay_at_home() -> None:
    assert "Almaz" not in plain_text(submission(paragraph("Text."), shows_name=False))


@given(documents)
def test_every_character_is_there_in_order(document: Document) -> None:
    found = paste_text(submission(*document.blocks))
    assert is_in_order(list("".join(cleaned_words(document))), list(found))
