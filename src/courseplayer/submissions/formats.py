"""The formats in which a text can leave the program."""

from enum import StrEnum

COPIED = "copied"
"""What stores call a text that left through the clipboard instead of a file."""


class ExportFormat(StrEnum):
    """A kind of file that an export makes; the value is its stable name in stores and on the command line."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    PACKET = "packet"

    @classmethod
    def of_name(cls, file_name: str) -> "ExportFormat | None":
        """Return the format that a file's name ends like, None where it says nothing."""
        return next((one for one in cls if file_name.lower().endswith(one.suffix)), None)

    @property
    def suffix(self) -> str:
        """The end of the file's name, with its dot."""
        return _SUFFIXES[self]

    @property
    def mime(self) -> str:
        """The media type of the file."""
        return _MIMES[self]

    @property
    def carries_attachments(self) -> bool:
        """Only a packet takes the attached files along; a single document names them."""
        return self is ExportFormat.PACKET


_SUFFIXES = {
    ExportFormat.DOCX: ".docx",
    ExportFormat.ODT: ".odt",
    ExportFormat.PDF: ".pdf",
    ExportFormat.HTML: ".html",
    ExportFormat.MARKDOWN: ".md",
    ExportFormat.TEXT: ".txt",
    ExportFormat.PACKET: ".submission",
}
_MIMES = {
    ExportFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ExportFormat.ODT: "application/vnd.oasis.opendocument.text",
    ExportFormat.PDF: "application/pdf",
    ExportFormat.HTML: "text/html",
    ExportFormat.MARKDOWN: "text/markdown",
    ExportFormat.TEXT: "text/plain",
    ExportFormat.PACKET: "application/vnd.courseplayer.submission+zip",
}
