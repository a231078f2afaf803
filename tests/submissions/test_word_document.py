"""The text as .docx, read back with python-docx and as XML."""

import io
from datetime import datetime
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.docx import docx_bytes
from making.submissions import (
    block,
    bullet,
    cleaned_words,
    documents,
    heading,
    numbered,
    paragraph,
    submission,
)

_HEADER_LINES = 7


def _read(*blocks: Block, **changes: object) -> WordDocument:
    return docx.Document(io.BytesIO(docx_bytes(submission(*blocks, **changes))))


def _numbering(document: WordDocument) -> list[tuple[str, int, int]]:
    """Return (text, number of its list, depth) of every list item."""
    found = []
    for item in document.paragraphs:
        properties: Any = item._p.pPr.numPr if item._p.pPr is not None else None
        if properties is not None:
            found.append((item.text, properties.numId.val, properties.ilvl.val))
    return found


def test_headings_and_quotes_are_real_styles() -> None:
    document = _read(heading("What", 1), heading("How", 3), paragraph("a"), block(BlockKind.QUOTE, "said"))
    shown = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    assert shown[0] == ("Title", "2.4 Your improvement")
    assert shown[_HEADER_LINES:] == [
        ("Heading 1", "What"),
        ("Heading 3", "How"),
        ("Normal", "a"),
        ("Quote", "said"),
    ]


def test_header_says_whose_text_it_is() -> None:
    assert [p.text for p in _read(paragraph("We listened.")).paragraphs[1:_HEADER_LINES]] == [
        "Course: Improving care together",
        "Step: 2.4 Your improvement",
        "Name: Almaz",
        "Date: 2026-11-03",
        "Attempt: 1",
        "Words: 2",
    ]


def test_each_list_counts_from_one_and_lists_nest() -> None:
    document = _read(
        numbered("a"), bullet("dot", 1), numbered("b"), paragraph("then"), numbered("c"), numbered("d", 1)
    )
    (a, first, _), (_, dots, _), (_, again, _), (_, second, _), (_, below, depth) = _numbering(document)
    assert (a, again, depth) == ("a", first, 1)
    assert len({first, dots, second, below}) == 4
    restarts = {
        num.numId: [override.startOverride.val for override in num.lvlOverride_lst]
        for num in document.part.numbering_part.element.num_lst
    }
    assert all(restarts[number] == [1] * 9 for number in (first, second, below))
    assert restarts[dots] == []


def test_bold_italic_and_line_breaks_are_kept() -> None:
    document = _read(paragraph("a ", Span("b", is_bold=True), Span("c\nd", is_italic=True)))
    runs = [(r.text, bool(r.bold), bool(r.italic)) for r in document.paragraphs[-1].runs]
    assert runs == [("a ", False, False), ("b", True, False), ("c\nd", False, True)]


def test_web_links_can_be_followed_and_course_links_are_words() -> None:
    words = (
        Span("guide", link="https://e.org/?a=b&c"),
        " ",
        Span("Step 1.2, 0:51", link="course:x/y?t=51000"),
    )
    shown = _read(paragraph(*words)).paragraphs[-1]
    assert [(link.text, link.address) for link in shown.hyperlinks] == [("guide", "https://e.org/?a=b&c")]
    assert shown.text == "guide Step 1.2, 0:51"


def test_each_right_to_left_paragraph_says_so() -> None:
    document = _read(paragraph(Span("نقلنا", is_bold=True)), paragraph("We moved"))
    arabic, english = document.paragraphs[_HEADER_LINES:]
    assert arabic._p.pPr is not None
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    assert (arabic.runs[0].font.rtl, arabic.runs[0].font.cs_bold) == (True, True)
    assert english._p.pPr is None or english._p.pPr.find(qn("w:bidi")) is None


def test_properties_name_the_text_and_its_writer_and_nobody_else() -> None:
    properties = _read(paragraph("a"), language="am").core_properties
    assert (properties.title, properties.author, properties.language) == (
        "2.4 Your improvement",
        "Almaz",
        "am",
    )
    assert (properties.created, properties.comments) == (properties.modified, "")
    assert isinstance(properties.created, datetime)
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 3, 9, 30, 15)


def test_name_can_stay_at_home() -> None:
    with ZipFile(io.BytesIO(docx_bytes(submission(paragraph("a"), shows_name=False)))) as archive:
        assert not any(b"Almaz" in archive.read(name) for name in archive.namelist())


def test_attachments_are_named_at_the_end() -> None:
    shown = [p.text for p in _read(paragraph("a"), attachments=(AttachedFile("photo.jpg", b"x"),)).paragraphs]
    assert shown[-2:] == ["Attachments (not included in this file)", "photo.jpg"]


@settings(max_examples=30)
@given(documents)
def test_every_word_is_there_in_order(document: Document) -> None:
    shown = _read(*document.blocks).paragraphs[_HEADER_LINES:]
    found = [word for p in shown for word in p.text.split()]
    assert found == cleaned_words(document)
