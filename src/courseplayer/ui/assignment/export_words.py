"""The words of an export: formats, header labels and states, in the learner's language."""

from PySide6.QtCore import QCoreApplication

from courseplayer.learner.values import SubmissionState
from courseplayer.submissions.content import HeaderLabels
from courseplayer.submissions.formats import COPIED, ExportFormat


def format_words(export_format: str) -> tuple[str, str]:
    """Return a format's name and one line on what it is good for."""
    translate = QCoreApplication.translate
    known = {
        ExportFormat.DOCX: (
            translate("formats", "Word document (.docx)"),
            translate("formats", "Opens in Word, LibreOffice and Google Docs."),
        ),
        ExportFormat.ODT: (
            translate("formats", "OpenDocument (.odt)"),
            translate("formats", "The open standard, for LibreOffice and others."),
        ),
        ExportFormat.PDF: (
            translate("formats", "PDF"),
            translate("formats", "Looks the same everywhere; good for printing."),
        ),
        ExportFormat.HTML: (
            translate("formats", "Web page (.html)"),
            translate("formats", "Opens in every browser."),
        ),
        ExportFormat.MARKDOWN: (
            translate("formats", "Markdown (.md)"),
            translate("formats", "Plain text with simple marks for headings and lists."),
        ),
        ExportFormat.TEXT: (
            translate("formats", "Plain text (.txt)"),
            translate("formats", "Words only; the smallest file."),
        ),
        ExportFormat.PACKET: (
            translate("formats", "Submission packet (.submission)"),
            translate("formats", "Text and attached files together, for your trainer."),
        ),
    }
    if export_format == COPIED:
        return translate("formats", "Copied as plain text"), ""
    try:
        return known[ExportFormat(export_format)]
    except ValueError:
        return export_format, ""


def state_words(state: SubmissionState) -> str:
    """Return how far a submission has come."""
    names = {SubmissionState.EXPORTED: QCoreApplication.translate("states", "Exported")}
    return names[state]


def header_labels() -> HeaderLabels:
    """Return the words of a document's header."""
    translate = QCoreApplication.translate
    return HeaderLabels(
        course=translate("header", "Course"),
        step=translate("header", "Step"),
        name=translate("header", "Name"),
        date=translate("header", "Date"),
        attempt=translate("header", "Attempt"),
        words=translate("header", "Words"),
        learner_id=translate("header", "Learner ID"),
        attachments=translate("header", "Attachments (not included in this file)"),
        attempt_in_name=translate("header", "attempt {number}"),
        colon=translate("header", ":"),
    )
