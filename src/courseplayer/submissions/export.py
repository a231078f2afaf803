"""Turns a frozen text into a file of the chosen format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.html import html_text
from courseplayer.submissions.markdown import markdown_text
from courseplayer.submissions.plain import plain_text
from courseplayer.system.atomic import write_file
from courseplayer.system.cancellation import SilentTask, Task, TaskPart

_CHUNK_BYTES = 256 * 1024
PdfWriter = Callable[[str], bytes]
"""Makes a PDF from HTML; Qt's is ``ui.printing.pdf_from_html``."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, and what proves that it is still the same; ``sha256`` is in hex."""

    path: Path
    sha256: str
    size_bytes: int


def render(
    content: SubmissionContent, export_format: ExportFormat, pdf: PdfWriter, task: Task | None = None
) -> bytes:
    """Return the file's bytes: always the same for the same content, but for PDF, which is dated."""
    if export_format is ExportFormat.PDF:
        return pdf(html_text(content))
    if export_format is ExportFormat.PACKET:
        return _packet(content, task)
    made = _MAKERS[export_format](content)
    return made.encode() if isinstance(made, str) else made


def export(
    content: SubmissionContent,
    export_format: ExportFormat,
    destination: Path,
    pdf: PdfWriter,
    task: Task | None = None,
) -> ExportedFile:
    """Write the file whole or not at all; an earlier one at ``destination`` stays until then.

    Raises PlainError when the disk is full or the place cannot be written, and Cancelled, without a trace,
    when the task says so.
    """
    watched = task or SilentTask()
    data = render(content, export_format, pdf, TaskPart(watched, 0, 500, 1000))
    write_file(destination, _chunks(data, TaskPart(watched, 500, 1000, 1000)))
    return ExportedFile(destination, sha256(data).hexdigest(), len(data))


def _chunks(data: bytes, task: Task) -> Iterator[bytes]:
    task.advance(0, len(data))
    for start in range(0, len(data), _CHUNK_BYTES):
        yield data[start : start + _CHUNK_BYTES]
        task.advance(min(start + _CHUNK_BYTES, len(data)), len(data))


# Imported when first needed: python-docx takes 0.17 s and odfdo 0.14 s (2-core machine, warm), which the
# window's start would pay for.
def _docx(content: SubmissionContent) -> bytes:
    from courseplayer.submissions.docx import docx_bytes  # noqa: PLC0415

    return docx_bytes(content)


def _odt(content: SubmissionContent) -> bytes:
    from courseplayer.submissions.odt import odt_bytes  # noqa: PLC0415

    return odt_bytes(content)


def _packet(content: SubmissionContent, task: Task | None) -> bytes:
    from courseplayer.submissions.packing import packet_bytes  # noqa: PLC0415

    return packet_bytes(content, task)


_MAKERS: dict[ExportFormat, Callable[[SubmissionContent], str | bytes]] = {
    ExportFormat.DOCX: _docx,
    ExportFormat.ODT: _odt,
    ExportFormat.HTML: html_text,
    ExportFormat.MARKDOWN: markdown_text,
    ExportFormat.TEXT: plain_text,
}
