"""Export for upload: what leaves is shown first, written whole, listed, frozen, and nothing else changes."""

import io
import json
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

import defusedxml.ElementTree
import docx
import pytest
from odfdo import Document as OdfDocument
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from courseplayer.course.writing import Document, Span
from courseplayer.learner.values import SaveReason
from courseplayer.submissions import packing
from courseplayer.submissions.archive import Entry
from courseplayer.submissions.formats import COPIED, ExportFormat
from courseplayer.ui.assignment import export_presenter
from courseplayer.ui.assignment.export_dialog import ExportDialog
from courseplayer.ui.assignment.exporting import write
from courseplayer.ui.jobs import Jobs
from making.assignment_desk import AssignmentDesk
from making.plans import COURSE_ID
from making.submissions import bullet, heading, numbered, paragraph

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = Document(
    (
        heading("Shorter waits", 1),
        paragraph(
            "We ", Span("asked", is_bold=True), " twelve ", Span("mothers", is_italic=True), " — добро."
        ),
        bullet("a board"),
        bullet("with numbers", 1),
        numbered("first visits"),
        paragraph("See ", Span("our page", link="https://example.org/waits"), "."),
    )
)
SAID = "Shorter waits We asked twelve mothers — добро a board with numbers first visits See our page"


@pytest.fixture
def written(desk: AssignmentDesk, tmp_path: Path) -> AssignmentDesk:
    """The desk with a text of every kind and one attached file."""
    desk.editor.show_text(TEXT)
    desk.editor.text_edited.emit()
    desk.save()
    (tmp_path / "photo.jpg").write_bytes(b"picture")
    desk.give(tmp_path / "photo.jpg")
    return desk


class _Answers:
    """Answers the system's file dialog."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path: Path | None = None
        self.suggested = ""
        monkeypatch.setattr(export_presenter, "ask_where_to_save", self._answer)

    def _answer(
        self, _parent: object, _title: str, file_name: str, _kinds: str, _folder: Path | None
    ) -> Path | None:
        self.suggested = file_name
        return self.path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> _Answers:
    return _Answers(monkeypatch)


def _save(desk: AssignmentDesk, dialog: ExportDialog, export_format: ExportFormat) -> None:
    dialog.choose_format(export_format)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    desk.world.idle()


def _all_words(dialog: ExportDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if not one.isHidden())


def _pdf_text(data: bytes) -> str:
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = " ".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return text


def _words_in(path: Path, export_format: ExportFormat) -> list[str]:
    data = path.read_bytes()
    if export_format is ExportFormat.DOCX:
        text = " ".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)
    elif export_format is ExportFormat.ODT:
        content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
        text = " ".join(defusedxml.ElementTree.fromstring(content).itertext())
    elif export_format is ExportFormat.PDF:
        text = _pdf_text(data)
    elif export_format is ExportFormat.PACKET:
        text = zipfile.ZipFile(io.BytesIO(data)).read("documents/text.txt").decode()
    else:
        text = data.decode()
    for mark in "*_<>#()[]":
        text = text.replace(mark, " ")
    return text.split()


@pytest.mark.parametrize("export_format", list(ExportFormat))
def test_every_format_holds_every_word_and_is_listed(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path, export_format: ExportFormat
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / f"out{export_format.suffix}"
    _save(written, dialog, export_format)
    assert answers.suggested.endswith(export_format.suffix)
    found = iter([word.strip(".") for word in _words_in(answers.path, export_format)])
    missing = [word for word in SAID.split() if word not in found]
    assert missing == []
    (listed,) = written.submissions()
    assert (listed.format, listed.path, listed.attempt) == (export_format, str(answers.path), 1)
    assert listed.sha256 == sha256(answers.path.read_bytes()).hexdigest()
    assert str(answers.path) in dialog.banner.sentence
    assert str(answers.path) in _all_words(dialog)
    assert not [one for one in tmp_path.iterdir() if one.suffix == ".partial"]
    assert written.editor.written() == TEXT
    assert [one.file_name for one in written.attachments()] == ["photo.jpg"]


def test_headings_lists_and_links_are_real_ones_in_word_and_opendocument(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / "out.docx"
    _save(written, dialog, ExportFormat.DOCX)
    word = docx.Document(str(answers.path))
    styles = {one.text: one.style.name for one in word.paragraphs if one.style is not None}
    assert str(styles["Shorter waits"]).startswith("Heading")
    assert str(styles["a board"]).startswith("List Bullet")
    assert str(styles["first visits"]).startswith("List Number")
    assert [link.address for one in word.paragraphs for link in one.hyperlinks] == [
        "https://example.org/waits"
    ]
    bold = [run.text for one in word.paragraphs for run in one.runs if run.bold]
    assert "asked" in bold
    answers.path = tmp_path / "out.odt"
    _save(written, dialog, ExportFormat.ODT)
    body = OdfDocument(str(answers.path)).body
    assert "Shorter waits" in [str(one).strip() for one in body.get_headers()]
    assert body.get_elements("descendant::text:list")
    links = body.get_elements("descendant::text:a")
    assert [one.get_attribute("xlink:href") for one in links] == ["https://example.org/waits"]


def test_a_packet_holds_manifest_documents_and_attachments_with_their_hashes(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / "out.submission"
    _save(written, dialog, ExportFormat.PACKET)
    packet = zipfile.ZipFile(answers.path)
    assert packet.testzip() is None
    manifest = json.loads(packet.read("manifest.json"))
    assert manifest["learner"] == {"uuid": written.world.almaz.uuid, "name": "Almaz"}
    assert manifest["course"]["id"] == COURSE_ID
    assert (manifest["step"]["number"], manifest["attempt"]) == ("2.1", 1)
    assert packet.read("attachments/photo.jpg") == b"picture"
    for file in manifest["files"]:
        assert sha256(packet.read(file["path"])).hexdigest() == file["sha256"]
    assert {file["path"] for file in manifest["files"]} | {"manifest.json"} == set(packet.namelist())


def test_what_leaves_is_shown_before_anything_is_written(written: AssignmentDesk) -> None:
    dialog = written.open_export()
    leaving = dialog.leaving
    assert leaving.file_name.text() == "Almaz - 2.1 Your improvement - attempt 1.docx"
    assert "Almaz" in leaving.identity.text()
    assert "Only the names leave: photo.jpg" in leaving.attachments.text()
    assert "twelve" in leaving.text.toPlainText()
    dialog.choose_format(ExportFormat.PACKET)
    assert "Attached: photo.jpg" in leaving.attachments.text()
    assert written.world.almaz.uuid in leaving.identity.text()
    dialog.name.click()
    assert "Almaz" not in leaving.identity.text() + leaving.file_name.text()
    assert written.submissions() == ()


def test_the_dialog_stays_on_a_small_screen_with_many_files(written: AssignmentDesk, tmp_path: Path) -> None:
    files = [tmp_path / f"a rather long name of a picture, number {number}.jpg" for number in range(24)]
    for file in files:
        file.write_bytes(file.name.encode())
    written.give(*files)
    assert len(written.attachments()) == 25
    dialog = written.open_export()
    assert dialog.minimumSizeHint().height() <= 540
    assert dialog.height() <= 580
    assert "number 23.jpg" in dialog.leaving.attachments.text()


def test_a_copy_for_a_paste_box_holds_the_words_alone_and_is_listed(written: AssignmentDesk) -> None:
    dialog = written.open_export()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    written.world.idle()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Shorter waits\n\nWe asked twelve mothers")
    assert "our page (https://example.org/waits)" in copied
    (listed,) = written.submissions()
    assert (listed.format, listed.path) == (COPIED, "")
    dialog.tabs.setCurrentIndex(1)
    assert "Copied as plain text" in _all_words(dialog)


def test_what_was_exported_is_frozen_and_the_draft_goes_on(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / "one.txt"
    _save(written, dialog, ExportFormat.TEXT)
    answers.path = tmp_path / "one.md"
    _save(written, dialog, ExportFormat.MARKDOWN)
    dialog.reject()
    written.types("New words. ")
    dialog = written.open_export()
    answers.path = tmp_path / "two.txt"
    _save(written, dialog, ExportFormat.TEXT)
    assert [one.attempt for one in written.submissions()] == [2, 1, 1]
    dialog.tabs.setCurrentIndex(1)
    first = written.submissions()[-1]
    dialog.version_wanted.emit(int(first.revision_id))
    versions = written.open_shown_versions()
    written.world.qtbot.waitUntil(
        lambda: versions.preview.toPlainText().startswith("Shorter waits"), timeout=20_000
    )
    versions.reject()
    dialog.reject()
    assert written.editor.toPlainText().startswith("New words.")


def test_the_preview_shows_a_version_that_was_restored_while_the_dialog_is_open(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / "one.txt"
    _save(written, dialog, ExportFormat.TEXT)
    dialog.reject()
    written.types("Entirely new words. ")
    dialog = written.open_export()
    dialog.version_wanted.emit(int(written.submissions()[-1].revision_id))
    written.click("Restore this version", written.open_shown_versions())
    written.world.qtbot.waitUntil(
        lambda: "Entirely new" not in dialog.leaving.text.toPlainText(), timeout=20_000
    )
    assert "Shorter waits" in dialog.leaving.text.toPlainText()
    dialog.reject()


@pytest.mark.parametrize("name", ["my text v1.2", "2.4 improvement", "report.pdf"])
def test_a_name_gets_the_suffix_of_its_format_and_takes_no_place_of_another(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path, name: str
) -> None:
    (tmp_path / f"{name}.docx").write_text("another")
    dialog = written.open_export()
    answers.path = tmp_path / name
    _save(written, dialog, ExportFormat.DOCX)
    assert (tmp_path / f"{name}.docx").read_text() == "another"
    assert zipfile.is_zipfile(tmp_path / f"{name} (2).docx")


def test_a_target_that_cannot_be_written_is_told_and_nothing_changes(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path
) -> None:
    dialog = written.open_export()
    (tmp_path / "file").write_text("a file is no folder")
    for target in (tmp_path / "gone" / "out.txt", tmp_path / "file" / "out.txt"):
        answers.path = target
        _save(written, dialog, ExportFormat.TEXT)
        assert "out.txt" in dialog.banner.sentence
        assert dialog.save.isEnabled()
    assert written.submissions() == ()
    assert not [one for one in _reasons(written) if one is SaveReason.EXPORT]
    answers.path = None
    _save(written, dialog, ExportFormat.TEXT)
    assert written.submissions() == ()


def test_an_existing_file_is_replaced_whole_or_kept_whole(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / "out.txt"
    answers.path.write_text("before")
    monkeypatch.setattr("os.fsync", _disk_is_full)
    _save(written, dialog, ExportFormat.TEXT)
    assert answers.path.read_text() == "before"
    assert "full" in dialog.banner.sentence
    monkeypatch.undo()
    _Answers(monkeypatch).path = answers.path
    _save(written, dialog, ExportFormat.TEXT)
    assert "Shorter waits" in answers.path.read_text()


def test_an_export_that_is_stopped_leaves_no_trace(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, released = threading.Event(), threading.Event()

    def slow(path: str, data: bytes) -> Entry:
        reached.set()
        released.wait(20)
        return Entry(path, data)

    monkeypatch.setattr(packing, "_entry", slow)
    dialog = written.open_export()
    answers.path = tmp_path / "out.submission"
    answers.path.write_text("before")
    before = sorted(tmp_path.iterdir())
    dialog.choose_format(ExportFormat.PACKET)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    written.world.qtbot.waitUntil(reached.is_set, timeout=20_000)
    written.world.qtbot.waitUntil(dialog.cancel.isVisible, timeout=20_000)
    assert dialog.progress.isVisible()
    assert not dialog.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    released.set()
    written.world.idle()
    assert answers.path.read_text() == "before"
    assert sorted(tmp_path.iterdir()) == before
    assert written.submissions() == ()
    assert SaveReason.EXPORT not in _reasons(written)
    assert dialog.save.isEnabled()
    assert not dialog.cancel.isVisible()
    assert "Stopped" in dialog.banner.sentence


def test_leaving_the_step_stops_an_export(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, released = threading.Event(), threading.Event()

    def slow(path: str, data: bytes) -> Entry:
        reached.set()
        released.wait(20)
        return Entry(path, data)

    monkeypatch.setattr(packing, "_entry", slow)
    dialog = written.open_export()
    answers.path = tmp_path / "out.submission"
    dialog.choose_format(ExportFormat.PACKET)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    written.world.qtbot.waitUntil(reached.is_set, timeout=20_000)
    written.presenter.leave()
    released.set()
    written.world.idle()
    assert not answers.path.exists()
    assert written.submissions() == ()


def test_a_file_that_cannot_be_listed_is_told_of(
    written: AssignmentDesk, answers: _Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = written.open_export()
    answers.path = tmp_path / "out.txt"
    world = written.world
    original = Jobs.start

    def refusing(jobs: Jobs, lane: object, work: object) -> object:
        if isinstance(work, partial) and work.func is write:
            # In a thread of its own: what the window's thread asks of a database is held against the window.
            with ThreadPoolExecutor(1) as elsewhere:
                elsewhere.submit(world.refuse_writing).result()
        return original(jobs, lane, work)  # type: ignore[arg-type]

    monkeypatch.setattr(Jobs, "start", refusing)
    _save(written, dialog, ExportFormat.TEXT)
    monkeypatch.undo()
    world.allow_writing()
    assert answers.path.exists()
    assert "could not be added to the list" in dialog.banner.sentence
    assert written.submissions() == ()


def _disk_is_full(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def _reasons(desk: AssignmentDesk) -> list[SaveReason]:
    return [one.reason for one in desk.revisions()]
