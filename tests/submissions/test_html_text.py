"""The text as one HTML file, read back with the standard parser."""

from html.parser import HTMLParser

from hypothesis import given

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.html import html_text
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

_VOID = {"meta", "br"}


class _Reader(HTMLParser):
    """Keeps the tags with their attributes and the words after the header's table."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self._is_past_header = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._is_past_header = self._is_past_header or tag == "table"

    def handle_data(self, data: str) -> None:
        if self._is_past_header:
            self.words.append(data)

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _body(*blocks: Block) -> str:
    return html_text(submission(*blocks)).partition("</table>\n")[2].partition("\n</body>")[0]


def test_structure_is_real() -> None:
    assert _body(
        heading("What", 1),
        paragraph("a ", Span("b", is_bold=True, is_italic=True), Span("c", link="http://e.org/?a&b")),
        numbered("one"),
        bullet("dot", 1),
        numbered("two"),
        block(BlockKind.QUOTE, "said\nmore"),
    ) == (
        "<h2>What</h2>\n"
        '<p>a <strong><em>b</em></strong><a href="http://e.org/?a&amp;b">c</a></p>\n'
        "<ol>\n<li>one\n<ul>\n<li>dot</li>\n</ul></li>\n<li>two</li>\n</ol>\n"
        "<blockquote><p>said<br>more</p></blockquote>"
    )


def test_each_right_to_left_paragraph_says_so() -> None:
    body = _body(paragraph("نقلنا"), paragraph("We moved"), bullet("واحد"), heading("ما", 2))
    assert body == (
        '<p dir="rtl">نقلنا</p>\n<p>We moved</p>\n'
        '<ul dir="rtl">\n<li dir="rtl">واحد</li>\n</ul>\n<h3 dir="rtl">ما</h3>'
    )


def test_language_and_author_are_named() -> None:
    reader = _Reader(html_text(submission(paragraph("a"), language="pt-BR")))
    assert reader.attributes("html") == [{"lang": "pt-BR", "dir": "ltr"}]
    assert {"name": "author", "content": "Almaz"} in reader.attributes("meta")


def test_name_can_stay_at_home() -> None:
    assert "Almaz" not in html_text(submission(paragraph("a"), shows_name=False))


def test_nothing_from_outside_is_asked_for() -> None:
    hostile = "<script src=//x></script><img src=x onerror=y>"
    content = submission(
        paragraph(hostile, Span("go", link="javascript:alert(1)"), Span("place", link="course:x/y")),
        learner_name=hostile,
        course_title=hostile,
        language='"><script>',
        attachments=(AttachedFile(hostile, b""),),
    )
    reader = _Reader(html_text(content))
    assert not {"script", "img", "link", "a", "iframe"} & {tag for tag, _ in reader.elements}
    assert not any({"src", "href"} & set(attributes) for _, attributes in reader.elements)
    assert any("default-src 'none'" in str(meta.get("content")) for meta in reader.attributes("meta"))


def test_attachments_are_named_at_the_end() -> None:
    html = html_text(submission(paragraph("a"), attachments=(AttachedFile("a & b.jpg", b"x"),)))
    assert "<h2>Attachments (not included in this file)</h2>\n<ul>\n<li>a &amp; b.jpg</li>\n</ul>" in html


@given(documents)
def test_every_word_is_there_in_order_and_every_tag_is_closed(document: Document) -> None:
    reader = _Reader(html_text(submission(*document.blocks)))
    assert reader.open == []
    # Line breaks separate words without a character of text.
    assert "".join("".join(reader.words).split()) == "".join(cleaned_words(document))
