"""The text as CommonMark, read back by an independent parser."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.submissions.cleaning import clean_spans
from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.markdown import markdown_text
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

_LOOKS_LIKE_MARKUP = [
    *("1. a", "12) b", "- a", "+ b", "* c", "# d", "> e", "---", "===", "a\n===", "a\n- b", "a\n2. b"),
    *("```", "    code", "<script>", "&amp; &#65; &copy", "[a](b)", "![a](b)", "[a]: b", "https://a.org"),
    *("*a* _b_ `c`", "a\\", "~~a~~", "# a #"),
]


class _Shown(HTMLParser):
    """Collects the words of the last paragraph-like element and how each character looks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.characters: list[tuple[str, bool, bool]] = []
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"br", "hr", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        looks = ("strong" in self.open, "em" in self.open)
        self.characters += [(character, *looks) for character in data]


def _html(text: str) -> str:
    html: str = MarkdownIt("commonmark").render(text)
    return html


def _body(*blocks: Block) -> str:
    """Render the text alone: what follows the header's list."""
    return _html(markdown_text(submission(*blocks))).partition("</ul>\n")[2]


def _shown(html: str) -> _Shown:
    shown = _Shown()
    shown.feed(html)
    shown.close()
    return shown


def test_headings_lists_quotes_and_links_are_real() -> None:
    html = _body(
        heading("What", 1),
        heading("How", 3),
        paragraph(
            "a ", Span("b", is_bold=True), " ", Span("c", is_italic=True), Span("d", link="http://e.org/(f)")
        ),
        numbered("one"),
        bullet("dot", 1),
        numbered("two"),
        block(BlockKind.QUOTE, "said\nmore"),
    )
    assert html == (
        "<h2>What</h2>\n<h4>How</h4>\n"
        '<p>a <strong>b</strong> <em>c</em><a href="http://e.org/(f)">d</a></p>\n'
        "<ol>\n<li>one\n<ul>\n<li>dot</li>\n</ul>\n</li>\n<li>two</li>\n</ol>\n"
        "<blockquote>\n<p>said<br />\nmore</p>\n</blockquote>\n"
    )


def test_course_links_leave_only_their_words() -> None:
    assert "course:" not in markdown_text(submission(paragraph(Span("Step 1.2", link="course:x/y"))))


def test_lists_that_touch_stay_apart() -> None:
    html = _body(numbered("a"), paragraph(""), numbered("b"))
    assert html == "<ol>\n<li>a</li>\n</ol>\n<ol>\n<li>b</li>\n</ol>\n"


def test_a_list_at_the_start_does_not_join_the_header() -> None:
    assert _body(bullet("a")) == "<ul>\n<li>a</li>\n</ul>\n"


def test_attachments_are_named_at_the_end() -> None:
    text = markdown_text(submission(paragraph("a"), attachments=(AttachedFile("my_photo.jpg", b"x"),)))
    assert _html(text).endswith("<ul>\n<li>my_photo.jpg</li>\n</ul>\n")


def test_ordinary_sentences_are_not_littered_with_backslashes() -> None:
    sentence = "Dr. Abebe's ward (room 3) was calm & clean - at last! It cost 3.50: really? Yes; 100%."
    assert f"\n\n{sentence}\n" in markdown_text(submission(paragraph(sentence)))


@pytest.mark.parametrize("text", _LOOKS_LIKE_MARKUP)
@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.QUOTE, BlockKind.HEADING])
def test_text_that_looks_like_markup_stays_text(text: str, kind: BlockKind) -> None:
    shown = _shown(_body(block(kind, text, level=kind is BlockKind.HEADING)))
    assert "".join(c for c, _, _ in shown.characters).split() == text.split()
    assert not {"em", "strong", "a", "img", "code", "pre", "hr", "ol", "h1"} & set(shown.tags)


def test_picture_mark_before_a_link_stays_a_link() -> None:
    assert _body(paragraph("look!", Span("here", link="http://a.org"))) == (
        '<p>look!<a href="http://a.org">here</a></p>\n'
    )


@settings(max_examples=150)
@given(documents)
@example(Document((paragraph("a", Span('"b"', is_bold=True), "c"),)))
@example(
    Document((paragraph("a", Span("b", is_italic=True), Span('"c"', True, True), Span("d", True), "e"),))
)
@example(Document((paragraph("€", Span("€", is_bold=True), "€", Span("€", is_italic=True), "€"),)))
def test_words_come_back_in_order(document: Document) -> None:
    found = "".join(c for c, _, _ in _shown(_body(*document.blocks)).characters).split()
    wanted = cleaned_words(document)
    assert is_in_order(wanted, found)
    assert len(found) == len(wanted)


@settings(max_examples=150)
@given(documents)
def test_bold_and_italic_come_back_on_the_same_characters(document: Document) -> None:
    for written in document.blocks:
        spans = clean_spans(written.spans)
        if not "".join(span.text for span in spans).strip():
            continue
        looks = [(c, s.is_bold, s.is_italic) for s in spans for c in s.text if not c.isspace()]
        shown = _shown(_body(Block(BlockKind.PARAGRAPH, written.spans)))
        assert [look for look in shown.characters if not look[0].isspace()] == looks
