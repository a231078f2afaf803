"""Exports as a whole: what leaves, under which name, and that it is written whole or not at all."""

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.errors import PlainError
from courseplayer.course.writing import Document
from courseplayer.submissions.content import AttachedFile, HeaderLabels
from courseplayer.submissions.export import ExportedFile, export, render
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.preview import LeavingFile, preview, suggested_file_name
from making.submissions import WRITTEN_AT, documents, paragraph, submission

_CONTENT = submission(paragraph("We listened."), attachments=(AttachedFile("photo.jpg", b"12345"),))
_RESERVED = set('<>:"/\\|?*')


def _pdf(html: str) -> bytes:
    return b"%PDF " + html.encode()


@pytest.mark.parametrize("export_format", ExportFormat)
def test_each_format_is_written_and_its_proof_is_right(tmp_path: Path, export_format: ExportFormat) -> None:
    destination = tmp_path / f"text{export_format.suffix}"
    exported = export(_CONTENT, export_format, destination, _pdf)
    data = destination.read_bytes()
    assert exported == ExportedFile(destination, sha256(data).hexdigest(), len(data))
    assert data == render(_CONTENT, export_format, _pdf)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [destination.name]


def test_pdf_is_made_from_the_html() -> None:
    html = render(_CONTENT, ExportFormat.HTML, _pdf)
    assert render(_CONTENT, ExportFormat.PDF, _pdf) == b"%PDF " + html


@pytest.mark.parametrize("export_format", set(ExportFormat) - {ExportFormat.PDF})
def test_the_same_content_gives_the_same_bytes_at_any_time(
    export_format: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = render(_CONTENT, export_format, _pdf)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render(_CONTENT, export_format, _pdf) == first


@pytest.mark.parametrize("export_format", ExportFormat)
@pytest.mark.parametrize("year", [1, 1979, 9999])
def test_a_clock_that_is_wrong_does_not_stop_an_export(export_format: ExportFormat, year: int) -> None:
    content = replace(_CONTENT, written_at=datetime(year, 6, 1, tzinfo=UTC))
    assert render(content, export_format, _pdf)


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(_CONTENT, written_at=WRITTEN_AT.replace(tzinfo=None))


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    destination = tmp_path / "text.txt"
    destination.write_text("earlier", encoding="utf-8")
    export(_CONTENT, ExportFormat.TEXT, destination, _pdf)
    assert "We listened." in destination.read_text(encoding="utf-8")


def _broken_pdf(_html: str) -> bytes:
    raise MemoryError


def _full_disk(_handle: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_plainly_and_the_earlier_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destination = tmp_path / "text.txt"
    destination.write_text("earlier", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", _full_disk)
    with pytest.raises(PlainError, match="disk is full"):
        export(_CONTENT, ExportFormat.TEXT, destination, _pdf)
    assert destination.read_text(encoding="utf-8") == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["text.txt"]


def test_a_folder_that_is_gone_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="was not found"):
        export(_CONTENT, ExportFormat.TEXT, tmp_path / "gone" / "text.txt", _pdf)


def test_a_failing_pdf_writer_leaves_the_earlier_file(tmp_path: Path) -> None:
    destination = tmp_path / "text.pdf"
    destination.write_bytes(b"earlier")
    with pytest.raises(MemoryError):
        export(_CONTENT, ExportFormat.PDF, destination, _broken_pdf)
    assert destination.read_bytes() == b"earlier"


def test_preview_of_a_document_names_what_stays_behind() -> None:
    shown = preview(_CONTENT, ExportFormat.DOCX)
    assert shown.file_name == "Almaz - 2.4 Your improvement - attempt 1.docx"
    assert shown.documents == (shown.file_name,)
    assert shown.attachments == (LeavingFile("photo.jpg", 5, is_included=False),)
    assert ("Name", "Almaz") in [(fact.label, fact.value) for fact in shown.identity]
    assert _CONTENT.learner_uuid not in str(shown)
    assert shown.text.encode() == render(_CONTENT, ExportFormat.TEXT, _pdf)


def test_preview_of_a_packet_names_every_document_and_the_learner_id() -> None:
    shown = preview(_CONTENT, ExportFormat.PACKET)
    assert shown.documents == ("text.docx", "text.html", "text.md", "text.txt", "text.json")
    assert shown.attachments == (LeavingFile("photo.jpg", 5, is_included=True),)
    assert shown.identity[-1].value == _CONTENT.learner_uuid


def test_preview_without_name_holds_none() -> None:
    assert "Almaz" not in str(preview(replace(_CONTENT, shows_name=False), ExportFormat.PACKET))


def test_header_speaks_the_language_of_the_window() -> None:
    labels = HeaderLabels(course="Cours", words="Mots")
    text = preview(replace(_CONTENT, labels=labels), ExportFormat.TEXT).text
    assert "Cours: Improving care together" in text
    assert "Mots: 2" in text


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Almaz", "Your improvement", "Almaz - 2.4 Your improvement - attempt 1.odt"),
        ("አልማዝ", "ማሻሻያ", "አልማዝ - 2.4 ማሻሻያ - attempt 1.odt"),
        ("Al/maz", 'What? "Why": <how>', "Al-maz - 2.4 What_ _Why__ _how_ - attempt 1.odt"),
        ("Almaz", "Assignment: at 10:30", "Almaz - 2.4 Assignment - at 10_30 - attempt 1.odt"),
        ("CON", "a", "CON - 2.4 a - attempt 1.odt"),
        ("", "a", "2.4 a - attempt 1.odt"),
        ("\u202egnp", "a\nb", "gnp - 2.4 a b - attempt 1.odt"),
    ],
)
def test_suggested_name_fits_every_system(name: str, title: str, expected: str) -> None:
    content = replace(_CONTENT, learner_name=name, step_title=title)
    assert suggested_file_name(content, ExportFormat.ODT) == expected


@given(st.text(st.characters(exclude_categories=())), st.text(), st.sampled_from(ExportFormat))
def test_suggested_name_is_always_short_and_ends_with_the_format(
    name: str, title: str, export_format: ExportFormat
) -> None:
    content = replace(_CONTENT, learner_name=name * 20, step_title=title * 20)
    suggested = suggested_file_name(content, export_format)
    assert suggested.endswith(f"attempt 1{export_format.suffix}")
    assert len(suggested) <= 100
    assert len(suggested.encode()) <= 200
    assert not _RESERVED & set(suggested)


@given(documents)
def test_preview_takes_any_text(document: Document) -> None:
    shown = preview(replace(_CONTENT, document=document), ExportFormat.TEXT)
    assert shown.text.startswith("2.4 Your improvement\n")
