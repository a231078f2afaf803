"""The text as a Word document, with real headings, lists and links."""

import io
from collections.abc import Iterable
from datetime import UTC
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from courseplayer.course.writing import Block, BlockKind, Span
from courseplayer.submissions.archive import unzipped, zip_bytes
from courseplayer.submissions.cleaning import Direction, direction_of
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.page import MAX_LIST_DEPTH, Fact, ItemList, Page, lay_out

_MARGIN = Mm(20)
_INDENT_TWIPS = 360
_WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BULLETS = "•◦▪"
# The elements that must follow <w:bidi> in a paragraph's properties (ECMA-376, 17.3.1.26).
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def docx_bytes(content: SubmissionContent) -> bytes:
    """Return the whole document as a .docx file."""
    page = lay_out(content)
    document = docx.Document()
    _set_up(document, page)
    _write_properties(document, page, content)
    writer = _Writer(document)
    writer.write(page)
    buffer = io.BytesIO()
    document.save(buffer)
    return zip_bytes(unzipped(buffer.getvalue()), content.written_at)


def _set_up(document: Document, page: Page) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    link: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor(0x0B, 0x57, 0xA4)
    link.font.underline = True
    quote: Any = document.styles["Quote"]
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Mm(10)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(11)
    if page.language is not None:
        for language in document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), page.language)


def _write_properties(document: Document, page: Page, content: SubmissionContent) -> None:
    properties = document.core_properties
    properties.title = page.title[:255]
    properties.author = properties.last_modified_by = (page.author or "")[:255]
    properties.comments = ""
    properties.language = page.language or ""
    written_at = content.written_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = written_at


class _Writer:
    """Appends the parts of a page to a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbering: Any = document.part.numbering_part.element
        self._bullets = self._add_list_definition(is_numbered=False)
        self._numbers = self._add_list_definition(is_numbered=True)

    def write(self, page: Page) -> None:
        """Append everything in order."""
        self._paragraph("Title", (Span(page.title),))
        for fact in page.facts:
            self._fact(fact)
        for part in page.parts:
            if isinstance(part, ItemList):
                self._list(part, 0)
            else:
                self._block(part)
        if page.attachments:
            self._paragraph("Heading 1", (Span(page.attachments_heading),))
            number = self._start_list(is_numbered=False)
            for name in page.attachments:
                self._number(self._paragraph("List Bullet", (Span(name),)), number, 0)

    def _fact(self, fact: Fact) -> None:
        paragraph = self._paragraph("Normal", (Span(fact.lead, is_bold=True), Span(fact.value)))
        paragraph.paragraph_format.space_after = Pt(0)

    def _block(self, block: Block) -> None:
        if block.kind is BlockKind.HEADING:
            self._paragraph(f"Heading {block.level}", block.spans)
        else:
            self._paragraph("Quote" if block.kind is BlockKind.QUOTE else "Normal", block.spans)

    def _list(self, items: ItemList, depth: int) -> None:
        number = self._start_list(is_numbered=items.is_numbered)
        for item in items.items:
            style = "List Number" if items.is_numbered else "List Bullet"
            self._number(self._paragraph(style, item.spans), number, depth)
            for below in item.below:
                self._list(below, depth + 1)

    def _paragraph(self, style: str, spans: Iterable[Span]) -> Paragraph:
        paragraph = self._document.add_paragraph(style=style)
        words = ""
        for span in spans:
            words += span.text
            run = paragraph.add_run(span.text)
            _dress(run, span)
            if span.link is not None:
                self._link(paragraph, run, span.link)
        if direction_of(words) is Direction.RIGHT_TO_LEFT:
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        return paragraph

    def _link(self, paragraph: Paragraph, run: Run, address: str) -> None:
        relation = self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        paragraph._p.append(link)
        link.append(run._r)

    def _number(self, paragraph: Paragraph, number: int, depth: int) -> None:
        properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = number

    def _start_list(self, *, is_numbered: bool) -> int:
        """Make a list that counts from 1 at every depth and return its number."""
        instance = self._numbering.add_num(self._numbers if is_numbered else self._bullets)
        if is_numbered:
            for depth in range(MAX_LIST_DEPTH + 1):
                instance.add_lvlOverride(ilvl=depth).add_startOverride(1)
        return int(instance.numId)

    def _add_list_definition(self, *, is_numbered: bool) -> int:
        known = self._numbering.findall(qn("w:abstractNum"))
        number = 1 + max(int(definition.get(qn("w:abstractNumId"))) for definition in known)
        levels = "".join(_level(depth, is_numbered=is_numbered) for depth in range(MAX_LIST_DEPTH + 1))
        # Word wants every definition before the first list that uses one.
        known[-1].addnext(
            parse_xml(
                f'<w:abstractNum xmlns:w="{_WORDML}" w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
            )
        )
        return number


def _level(depth: int, *, is_numbered: bool) -> str:
    look, text = ("decimal", f"%{depth + 1}.") if is_numbered else ("bullet", _BULLETS[depth % len(_BULLETS)])
    indent = _INDENT_TWIPS * (depth + 1)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{look}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>'
        f'<w:ind w:left="{indent}" w:hanging="{_INDENT_TWIPS}"/></w:pPr></w:lvl>'
    )


def _dress(run: Run, span: Span) -> None:
    # Word takes the cs_ twins for Arabic, Hebrew and other complex scripts.
    if span.is_bold:
        run.font.bold = run.font.cs_bold = True
    if span.is_italic:
        run.font.italic = run.font.cs_italic = True
    if direction_of(span.text) is Direction.RIGHT_TO_LEFT:
        run.font.rtl = True
    if span.link is not None:
        run.style = "Hyperlink"
