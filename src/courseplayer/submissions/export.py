"""Turns a frozen text into a file of the chosen format."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.html import html_text
from courseplayer.submissions.markdown import markdown_text
from courseplayer.submissions.plain import plain_text
from courseplayer.system.atomic import write_file

PdfWriter = Callable[[str], bytes]
"""Makes a PDF from HTML; Qt's is ``ui.printing.pdf_from_html``."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, and what proves that it is still the same; ``sha256`` is in hex."""

    path: Path
    sha256: str
    size_bytes: int


def render(content: SubmissionContent, export_format: ExportFormat, pdf: PdfWriter) -> bytes:
    """Return the file's bytes: always the same for the same content, but for PDF, which is dated."""
    if export_format is ExportFormat.PDF:
        return pdf(html_text(content))
    made = _MAKERS[export_format](content)
    return made.encode() if isinstance(made, str) else made


def export(
    content: SubmissionContent, export_format: ExportFormat, destination: Path, pdf: PdfWriter
) -> ExportedFile:
    """Write the file whole or not at all; an earlier one at ``destination`` stays until then.

    Raises PlainError when the disk is full or the place cannot be written.
    """
    data = render(content, export_format, pdf)
    write_file(destination, data)
    return ExportedFile(destination, sha256(data).hexdigest(), len(data))


# Imported when first needed: python-docx takes 0.17 s and odfdo 0.14 s (2-core machine, warm), which the
# window's start would pay for.
def _docx(content: SubmissionContent) -> bytes:
    from courseplayer.submissions.docx import docx_bytes  # noqa: PLC0415

    return docx_bytes(content)


def _odt(content: SubmissionContent) -> bytes:
    from courseplayer.submissions.odt import odt_bytes  # noqa: PLC0415

    return odt_bytes(content)


def _packet(content: SubmissionContent) -> bytes:
    from courseplayer.submissions.packing import packet_bytes  # noqa: PLC0415

    return packet_bytes(content)


_MAKERS: dict[ExportFormat, Callable[[SubmissionContent], str | bytes]] = {
    ExportFormat.DOCX: _docx,
    ExportFormat.ODT: _odt,
    ExportFormat.HTML: html_text,
    ExportFormat.MARKDOWN: markdown_text,
    ExportFormat.TEXT: plain_text,
    ExportFormat.PACKET: _packet,
}
