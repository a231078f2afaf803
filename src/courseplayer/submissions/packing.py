"""Puts a submission packet together, as docs/submission-packet.md describes it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePosixPath

from courseplayer import __version__
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.submissions.archive import Entry, packed_size, zip_bytes
from courseplayer.submissions.cleaning import clean_line, clean_text
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.docx import docx_bytes
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.html import html_text
from courseplayer.submissions.markdown import markdown_text
from courseplayer.submissions.packet import (
    FORMAT_NAME,
    FORMAT_VERSION,
    MANIFEST_PATH,
    MAX_FILES,
    MAX_RATIO,
    MAX_TOTAL_BYTES,
    RATIO_FREE_BYTES,
    TEXT_PATH,
    FileRole,
    ListedFile,
)
from courseplayer.submissions.page import shown_name
from courseplayer.submissions.plain import plain_text
from courseplayer.submissions.preview import PACKET_DOCUMENTS
from courseplayer.system.cancellation import SilentTask, Task
from courseplayer.system.file_names import numbered_file_name, portable_file_name

_TOO_MUCH = QT_TRANSLATE_NOOP(
    "errors",
    "A submission packet holds at most {files} files and {megabytes} MB, and this one would hold more; "
    "nothing was written. Take out some attachments, or hand them over separately.",
)
# What learners attach; a table of our own, as the system's differs from machine to machine.
_MIMES = {
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".gif": "image/gif",
    ".heic": "image/heic",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def packet_bytes(content: SubmissionContent, task: Task | None = None) -> bytes:
    """Return the whole packet; raises BadInputError when the attachments are more than a packet may hold.

    Raises Cancelled between two files when the task says so.
    """
    if any(file.left_bytes for file in content.attachments):
        raise ValueError("a packet needs the data of its attachments")
    files = [*_documents(content), *_attachments(content)]
    if len(files) > MAX_FILES or sum(len(data) for _, data in files) > MAX_TOTAL_BYTES:
        raise BadInputError(_TOO_MUCH, files=MAX_FILES, megabytes=MAX_TOTAL_BYTES // 1024**2)
    progress = _Progress(task or SilentTask(), 2 * sum(len(data) for _, data in files))
    listed = []
    for path, data in files:
        listed.append(_listed(path, data))
        progress.add(len(data))
    manifest = json.dumps(_manifest(content, listed), ensure_ascii=False, indent=2)
    return zip_bytes(_entries(manifest, files, progress), content.written_at)


class _Progress:
    """Counts bytes that were looked at, once for their hash and once for packing them."""

    def __init__(self, task: Task, total: int) -> None:
        self._task = task
        self._total = total
        self._done = 0

    def add(self, size_bytes: int) -> None:
        """Count more bytes; raises Cancelled when the person asked to stop."""
        self._done += size_bytes
        self._task.advance(self._done, self._total)


def _entries(manifest: str, files: list[tuple[str, bytes]], progress: _Progress) -> Iterator[Entry]:
    yield Entry(MANIFEST_PATH, manifest.encode())
    for path, data in files:
        yield _entry(path, data)
        progress.add(len(data))


def _documents(content: SubmissionContent) -> Iterator[tuple[str, bytes]]:
    made = (
        docx_bytes(content),
        html_text(content).encode(),
        markdown_text(content).encode(),
        plain_text(content).encode(),
        content.document.to_json().encode(),
    )
    for name, data in zip(PACKET_DOCUMENTS, made, strict=True):
        yield f"documents/{name}", data


def _attachments(content: SubmissionContent) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for file in content.attachments:
        name = numbered_file_name(portable_file_name(file.file_name, fallback="attachment"), taken)
        taken.add(name)
        yield f"attachments/{name}", file.data


def _entry(path: str, data: bytes) -> Entry:
    # A file that shrinks like a zip bomb goes in as it is, or readers would refuse it.
    shrinks_too_well = len(data) > RATIO_FREE_BYTES and packed_size(data) * MAX_RATIO < len(data) * 2
    return Entry(path, data, is_packed=not shrinks_too_well)


def _listed(path: str, data: bytes) -> ListedFile:
    role = FileRole.DOCUMENT if path.startswith("documents/") else FileRole.ATTACHMENT
    return ListedFile(path, _mime(path), len(data), sha256(data).hexdigest(), role)


def _mime(path: str) -> str:
    if path == TEXT_PATH:
        return "application/json"
    known = next((f.mime for f in ExportFormat if path.lower().endswith(f.suffix)), None)
    return known or _MIMES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def _manifest(content: SubmissionContent, files: list[ListedFile]) -> dict[str, object]:
    return {
        "format": FORMAT_NAME,
        "version": FORMAT_VERSION,
        "created": _utc(content.written_at),
        "generator": f"Course Player {__version__}",
        "learner": {"uuid": clean_line(content.learner_uuid), "name": shown_name(content)},
        "course": {"id": clean_line(content.course_id), "title": clean_line(content.course_title)},
        "step": {
            "id": clean_line(content.step_id),
            "number": clean_line(content.step_number),
            "title": clean_line(content.step_title),
        },
        "attempt": content.attempt,
        "words": content.words,
        "review_questions": [clean_text(question) for question in content.review_questions],
        "files": [asdict(file) for file in files],
    }


def _utc(moment: datetime) -> str:
    """Write a moment as the manifest does, in whole seconds of UTC (``2026-11-03T09:30:00Z``)."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
