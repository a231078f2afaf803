"""The text as an OpenDocument text, with real headings, lists and links."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC

from odfdo import Document, Element, Header, LineBreak, Link, List, ListItem, Paragraph
from odfdo import Span as StyledSpan

from courseplayer import __version__
from courseplayer.course.writing import Block, BlockKind, Span
from courseplayer.submissions.archive import Entry, unzipped, zip_bytes
from courseplayer.submissions.cleaning import Direction, direction_of
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.page import MAX_LIST_DEPTH, Fact, ItemList, Page, lay_out

_INDENT_CM = 0.63
_BULLETS = "•◦▪"
_BODY, _TITLE, _QUOTE, _FACT = "Text_20_body", "Title", "Quotations", "Fact"
_HEADINGS = ("Heading_20_1", "Heading_20_2", "Heading_20_3")
_RTL = "_RTL"
_PARAGRAPH_STYLES = (
    '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading">'
    '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.4cm"/>'
    '<style:text-properties fo:font-size="20pt" style:font-size-asian="20pt" style:font-size-complex="20pt"/>'
    "</style:style>",
    '<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Text_20_body">'
    '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>',
    '<style:style style:name="Fact" style:family="paragraph" style:parent-style-name="Text_20_body">'
    '<style:paragraph-properties fo:margin-bottom="0cm"/></style:style>',
)
_TEXT_LOOKS = {
    "Bold": 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"',
    "Italic": 'fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"',
    "Internet_20_link": 'fo:color="#0b57a4" style:text-underline-style="solid"',
}
_COUNTRY = re.compile(r"[A-Z]{2}")


def odt_bytes(content: SubmissionContent) -> bytes:
    """Return the whole document as an .odt file."""
    page = lay_out(content)
    document = Document("text")
    _set_up(document, page)
    _write_properties(document, page, content)
    document.body.clear()
    for element in _elements(page):
        document.body.append(element)
    buffer = io.BytesIO()
    document.save(buffer)
    return zip_bytes(map(_stored_mimetype, unzipped(buffer.getvalue())), content.written_at)


def _stored_mimetype(entry: Entry) -> Entry:
    # OpenDocument 1.3, part 2, 3.3: uncompressed and first, so that the type shows in the first bytes.
    return Entry(entry.path, entry.data, is_packed=entry.path != "mimetype")


def _set_up(document: Document, page: Page) -> None:
    for style in (*_PARAGRAPH_STYLES, *_rtl_styles(), *_text_styles(), *_list_styles()):
        document.insert_style(style)
    for level in document.styles.get_elements("//text:outline-level-style"):
        # odfdo's template numbers its headings; the learner did not.
        level.set_attribute("style:num-format", "")
        level.set_attribute("style:num-suffix", "")
        level.set_attribute("loext:num-list-format", "")
    language, *more = page.language.split("-") if page.language else ["zxx"]
    country = next((part for part in more if _COUNTRY.fullmatch(part)), "none")
    for properties in document.styles.get_elements("//style:default-style/style:text-properties"):
        properties.set_attribute("fo:language", language)
        properties.set_attribute("fo:country", country)


def _write_properties(document: Document, page: Page, content: SubmissionContent) -> None:
    written_at = content.written_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    meta = document.meta
    meta.title = page.title
    if page.author is not None:
        meta.initial_creator = meta.creator = page.author
    if page.language is not None:
        meta.meta_body.append(_element("dc:language", page.language))
    meta.creation_date = meta.date = written_at
    meta.generator = f"Course Player {__version__}"


def _elements(page: Page) -> Iterator[Element]:
    yield _filled(Paragraph(), _TITLE, (Span(page.title),))
    for fact in page.facts:
        yield _fact(fact)
    for part in page.parts:
        yield _list(part) if isinstance(part, ItemList) else _block(part)
    if page.attachments:
        yield _filled(Header(1), _HEADINGS[0], (Span(page.attachments_heading),))
        names = List(style="Bullets")
        for name in page.attachments:
            names.append(ListItem(_filled(Paragraph(), _BODY, (Span(name),))))
        yield names


def _fact(fact: Fact) -> Element:
    return _filled(Paragraph(), _FACT, (Span(fact.lead, is_bold=True), Span(fact.value)))


def _block(block: Block) -> Element:
    if block.kind is BlockKind.HEADING:
        return _filled(Header(block.level), _HEADINGS[block.level - 1], block.spans)
    return _filled(Paragraph(), _QUOTE if block.kind is BlockKind.QUOTE else _BODY, block.spans)


def _list(items: ItemList) -> Element:
    # Each list element counts from 1, as it does not ask to continue another.
    shown = List(style="Numbers" if items.is_numbered else "Bullets")
    for item in items.items:
        entry = ListItem(_filled(Paragraph(), _BODY, item.spans))
        for below in item.below:
            entry.append(_list(below))
        shown.append(entry)
    return shown


def _filled(paragraph: Element, style: str, spans: Iterable[Span]) -> Element:
    words = ""
    for span in spans:
        words += span.text
        paragraph.append(_run(span))
    is_rtl = direction_of(words) is Direction.RIGHT_TO_LEFT
    paragraph.set_attribute("text:style-name", style + _RTL if is_rtl else style)
    return paragraph


def _run(span: Span) -> Element:
    run: Element = StyledSpan()
    lines = span.text.split("\n")
    run.append(lines[0])
    for line in lines[1:]:
        run.append(LineBreak())
        run.append(line)
    looks = [("Italic", span.is_italic), ("Bold", span.is_bold), ("Internet_20_link", span.link is not None)]
    for look in (name for name, applies in looks if applies):
        dressed = StyledSpan(style=look)
        dressed.append(run)
        run = dressed
    if span.link is None:
        return run
    link = Link(span.link)
    link.set_attribute("xlink:type", "simple")
    link.append(run)
    return link


def _element(tag: str, text: str) -> Element:
    element = Element.from_tag(tag)
    element.text = text
    return element


def _rtl_styles() -> Iterator[str]:
    # LibreOffice takes "start" for the left even here.
    look = '<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="right"/>'
    for name in (_TITLE, *_HEADINGS, _BODY, _QUOTE, _FACT):
        names = f'style:name="{name}{_RTL}" style:parent-style-name="{name}"'
        yield f'<style:style style:family="paragraph" {names}>{look}</style:style>'


def _text_styles() -> Iterator[str]:
    for name, look in _TEXT_LOOKS.items():
        properties = f"<style:text-properties {look}/>"
        yield f'<style:style style:name="{name}" style:family="text">{properties}</style:style>'


def _list_styles() -> Iterator[str]:
    depths = range(MAX_LIST_DEPTH + 1)
    bullets = "".join(
        _level("bullet", f'text:bullet-char="{_BULLETS[d % len(_BULLETS)]}"', d) for d in depths
    )
    numbers = "".join(_level("number", 'style:num-format="1" style:num-suffix="."', d) for d in depths)
    yield f'<text:list-style style:name="Bullets">{bullets}</text:list-style>'
    yield f'<text:list-style style:name="Numbers">{numbers}</text:list-style>'


def _level(kind: str, look: str, depth: int) -> str:
    margin = f"{_INDENT_CM * (depth + 1):.2f}cm"
    place = (
        f'text:label-followed-by="listtab" text:list-tab-stop-position="{margin}"'
        f' fo:text-indent="-{_INDENT_CM}cm" fo:margin-left="{margin}"'
    )
    return (
        f'<text:list-level-style-{kind} text:level="{depth + 1}" {look}>'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f"<style:list-level-label-alignment {place}/></style:list-level-properties>"
        f"</text:list-level-style-{kind}>"
    )
