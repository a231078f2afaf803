"""What an export would send away, shown before anything is written."""

import re
from dataclasses import dataclass

from courseplayer.submissions.cleaning import clean_line
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.page import Fact, header_facts, shown_name
from courseplayer.submissions.plain import plain_text
from courseplayer.system.file_names import portable_file_name

MAX_NAME_CHARACTERS = 100
_MAX_NAME_BYTES = 160
_COLON = re.compile(r"(?<=\w): ")
PACKET_DOCUMENTS = ("text.docx", "text.html", "text.md", "text.txt", "text.json")
"""The text inside a packet, once for each kind of reader; the last is the Document itself."""


@dataclass(frozen=True, slots=True)
class LeavingFile:
    """An attached file; ``is_included`` is false where only its name leaves."""

    file_name: str
    size_bytes: int
    is_included: bool


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Everything that leaves; ``identity`` are the lines about the person and the course."""

    file_name: str
    documents: tuple[str, ...]
    attachments: tuple[LeavingFile, ...]
    identity: tuple[Fact, ...]
    text: str


def preview(content: SubmissionContent, export_format: ExportFormat) -> ExportPreview:
    """Say what a file of this format would hold; makes no document, so it is fast."""
    file_name = suggested_file_name(content, export_format)
    is_packet = export_format is ExportFormat.PACKET
    learner_id = Fact(content.labels.learner_id, clean_line(content.learner_uuid), content.labels.colon)
    return ExportPreview(
        file_name,
        PACKET_DOCUMENTS if is_packet else (file_name,),
        tuple(
            LeavingFile(clean_line(file.file_name), file.size_bytes, export_format.carries_attachments)
            for file in content.attachments
        ),
        (*header_facts(content), learner_id) if is_packet else header_facts(content),
        plain_text(content),
    )


def suggested_file_name(content: SubmissionContent, export_format: ExportFormat) -> str:
    """Return a name such as ``Almaz - 2.4 Your improvement - attempt 1.docx``, fit for every system."""
    attempt = content.labels.attempt_in_name.format(number=content.attempt)
    end = f" - {attempt}{export_format.suffix}"
    step = _COLON.sub(" - ", clean_line(f"{content.step_number} {content.step_title}"))
    name = shown_name(content)
    parts = (step,) if name is None else (name, step)
    start = " - ".join(part.replace("/", "-").replace("\\", "-") for part in parts)
    # One letter fewer than allowed: a name that Windows keeps for a device gets one more.
    room = MAX_NAME_CHARACTERS - len(end) - 1
    short = start[:room].encode()[: _MAX_NAME_BYTES - len(end)].decode("utf-8", "ignore").rstrip(". ")
    return portable_file_name(short + end, fallback=end.removeprefix(" - "))
