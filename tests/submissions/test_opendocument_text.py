"""The text as .odt, read back as zip and XML."""

import io
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

import odfdo
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.odt import odt_bytes
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

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_HEADER_LINES = 7


def _archive(*blocks: Block, **changes: object) -> ZipFile:
    return ZipFile(io.BytesIO(odt_bytes(submission(*blocks, **changes))))


def _body(*blocks: Block, **changes: object) -> list[Element]:
    """Return the elements after the header."""
    with _archive(*blocks, **changes) as archive:
        content = fromstring(archive.read("content.xml"))
    text = content.find(".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text")
    assert text is not None
    return list(text)[_HEADER_LINES:]


def _words(element: Element) -> str:
    text = {_TEXT + "s": " ", _TEXT + "line-break": "\n"}.get(element.tag, element.text or "")
    return text + "".join(_words(child) + (child.tail or "") for child in element)


def _style(element: Element) -> str:
    return element.attrib[_TEXT + "style-name"]


def test_headings_and_quotes_are_real() -> None:
    what, how, text, quote = _body(
        heading("What", 1), heading("How", 3), paragraph("a"), block(BlockKind.QUOTE, "said\nmore")
    )
    assert (what.tag, what.attrib[_TEXT + "outline-level"], _style(what)) == (
        _TEXT + "h",
        "1",
        "Heading_20_1",
    )
    assert (how.attrib[_TEXT + "outline-level"], _words(how)) == ("3", "How")
    assert (_style(text), _style(quote), _words(quote)) == ("Text_20_body", "Quotations", "said\nmore")


def test_headings_are_not_numbered() -> None:
    with _archive(heading("What", 1)) as archive:
        styles = fromstring(archive.read("styles.xml"))
    formats = {level.get(_STYLE + "num-format") for level in styles.iter(_TEXT + "outline-level-style")}
    assert formats == {""}


def test_lists_are_real_nested_and_each_counts_from_one() -> None:
    first, _, second = _body(numbered("a"), bullet("dot", 1), numbered("b"), paragraph("then"), numbered("c"))
    assert [_style(first), _style(second)] == ["Numbers", "Numbers"]
    assert [_words(item) for item in first] == ["adot", "b"]
    below = first.find(f"{_TEXT}list-item/{_TEXT}list")
    assert below is not None
    assert _style(below) == "Bullets"
    assert _TEXT + "continue-numbering" not in second.attrib


def test_web_links_can_be_followed_and_course_links_are_words() -> None:
    words = (
        Span("guide", link="https://e.org/?a=b&c"),
        " ",
        Span("Step 1.2, 0:51", link="course:x/y?t=51000"),
    )
    (shown,) = _body(paragraph(*words))
    assert [link.attrib[_XLINK + "href"] for link in shown.iter(_TEXT + "a")] == ["https://e.org/?a=b&c"]
    assert _words(shown) == "guide Step 1.2, 0:51"


def test_bold_and_italic_are_kept() -> None:
    (shown,) = _body(paragraph("a", Span("b", is_bold=True, is_italic=True)))
    looks = [span.get(_TEXT + "style-name") for span in shown.iter(_TEXT + "span")]
    assert [look for look in looks if look] == ["Bold", "Italic"]


def test_each_right_to_left_paragraph_says_so() -> None:
    arabic, english, heading_too = _body(paragraph("نقلنا"), paragraph("We moved"), heading("ما", 2))
    assert [_style(e) for e in (arabic, english, heading_too)] == [
        "Text_20_body_RTL",
        "Text_20_body",
        "Heading_20_2_RTL",
    ]
    with _archive(paragraph("نقلنا")) as archive:
        styles = fromstring(archive.read("styles.xml"))
    (style,) = (s for s in styles.iter(_STYLE + "style") if s.get(_STYLE + "name") == "Text_20_body_RTL")
    assert [p.get(_STYLE + "writing-mode") for p in style] == ["rl-tb"]


def test_properties_name_the_text_and_its_writer() -> None:
    meta = odfdo.Document(io.BytesIO(odt_bytes(submission(paragraph("a"), language="am")))).meta
    assert (meta.title, meta.creator, meta.language) == ("2.4 Your improvement", "Almaz", "am")
    assert str(meta.creation_date) == "2026-11-03 09:30:15"


def test_name_can_stay_at_home() -> None:
    with _archive(paragraph("a"), shows_name=False) as archive:
        assert not any(b"Almaz" in archive.read(name) for name in archive.namelist())


def test_type_is_first_and_uncompressed() -> None:
    with _archive(paragraph("a")) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_attachments_are_named_at_the_end() -> None:
    *_, title, names = _body(paragraph("a"), attachments=(AttachedFile("photo.jpg", b"x"),))
    assert (_words(title), _words(names)) == ("Attachments (not included in this file)", "photo.jpg")


@settings(max_examples=50)
@given(documents)
def test_every_word_is_there_in_order(document: Document) -> None:
    paragraphs = [
        part
        for element in _body(*document.blocks)
        for part in element.iter()
        if part.tag in {_TEXT + "p", _TEXT + "h"}
    ]
    assert [word for p in paragraphs for word in _words(p).split()] == cleaned_words(document)
