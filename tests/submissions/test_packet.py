"""The submission packet: what it holds, and that nothing but a sound one is read."""

import io
import json
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.writing import Document, Span
from courseplayer.submissions import packet as packet_format
from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.packet import FileRole, Packet, read_packet
from courseplayer.submissions.packing import packet_bytes
from making.submissions import WRITTEN_AT, documents, paragraph, submission

_CONTENT = submission(
    paragraph("We ", Span("listened", is_bold=True), Span(" (0:51)", link="course:x/y?t=51000")),
    attachments=(AttachedFile("photo.jpg", b"picture"), AttachedFile("../Photo.JPG", b"another")),
    review_questions=("What was clear?", "What would you ask?"),
)


def _read(data: bytes, folder: Path) -> Packet:
    path = folder / "a.submission"
    path.write_bytes(data)
    return read_packet(path)


def _files(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(files: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _manifest(files: dict[str, bytes]) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(files["manifest.json"])
    return value


def _with_manifest(change: Callable[[dict[str, Any]], object]) -> bytes:
    files = _files(packet_bytes(_CONTENT))
    manifest = _manifest(files)
    change(manifest)
    return _zipped({**files, "manifest.json": json.dumps(manifest).encode()})


def _refusal(data: bytes, folder: Path) -> str:
    with pytest.raises(BadInputError) as refusal:
        _read(data, folder)
    return str(refusal.value)


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    packet = _read(packet_bytes(_CONTENT), tmp_path)
    assert packet.document == _CONTENT.document
    assert [(file.file_name, file.data) for file in packet.attachments] == [
        ("photo.jpg", b"picture"),
        ("Photo (2).JPG", b"another"),
    ]
    assert (packet.learner_name, packet.learner_uuid) == ("Almaz", _CONTENT.learner_uuid)
    assert (packet.course_id, packet.step_id) == (_CONTENT.course_id, _CONTENT.step_id)
    assert (packet.step_number, packet.step_title) == ("2.4", "Your improvement")
    assert (packet.attempt, packet.words, packet.created) == (1, 4, WRITTEN_AT)
    assert packet.review_questions == _CONTENT.review_questions


def test_manifest_lists_every_file_with_its_hash() -> None:
    files = _files(packet_bytes(_CONTENT))
    manifest = _manifest(files)
    assert (manifest["format"], manifest["version"]) == ("courseplayer-submission", 1)
    assert manifest["created"] == "2026-11-03T09:30:15Z"
    assert {(f["path"], f["size_bytes"], f["sha256"]) for f in manifest["files"]} == {
        (name, len(data), sha256(data).hexdigest()) for name, data in files.items() if name != "manifest.json"
    }
    assert [(f["path"], f["mime"]) for f in manifest["files"] if f["role"] == FileRole.ATTACHMENT] == [
        ("attachments/photo.jpg", "image/jpeg"),
        ("attachments/Photo (2).JPG", "image/jpeg"),
    ]


def test_documents_are_there_for_every_kind_of_reader() -> None:
    names = [name for name in _files(packet_bytes(_CONTENT)) if name.startswith("documents/")]
    assert names == [f"documents/text.{suffix}" for suffix in ("docx", "html", "md", "txt", "json")]


def test_name_can_stay_at_home(tmp_path: Path) -> None:
    data = packet_bytes(replace(_CONTENT, shows_name=False))
    assert _read(data, tmp_path).learner_name is None
    assert not any(b"Almaz" in file for file in _files(data).values())


def test_zip_tells_no_more_than_the_time_of_writing() -> None:
    zoned = replace(_CONTENT, written_at=WRITTEN_AT.astimezone(timezone(timedelta(hours=3))))
    with ZipFile(io.BytesIO(packet_bytes(zoned))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 3, 9, 30, 14)}
        assert {stat.S_IFMT(info.external_attr >> 16) for info in archive.infolist()} == {stat.S_IFREG}


def test_an_attachment_that_shrinks_very_well_can_still_be_read(tmp_path: Path) -> None:
    empty_scan = AttachedFile("scan.bmp", bytes(3 * 1024 * 1024))
    packet = _read(packet_bytes(replace(_CONTENT, attachments=(empty_scan,))), tmp_path)
    assert packet.attachments == (empty_scan,)


def test_more_than_a_packet_holds_is_refused_before_anything_is_written() -> None:
    many = tuple(AttachedFile(f"{n}.txt", b"") for n in range(packet_format.MAX_FILES))
    with pytest.raises(BadInputError, match="at most 200 files"):
        packet_bytes(replace(_CONTENT, attachments=many))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents)
def test_any_text_comes_back_exactly(tmp_path: Path, document: Document) -> None:
    stored = Document.from_json(document.to_json())
    assert _read(packet_bytes(submission(*document.blocks)), tmp_path).document == stored


def test_a_missing_packet_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="was not found"):
        read_packet(tmp_path / "none.submission")


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    files = _files(packet_bytes(_CONTENT))
    changed = _zipped({**files, "attachments/photo.jpg": b"PICTURE"})
    assert "attachments/photo.jpg was changed" in _refusal(changed, tmp_path)


def test_a_file_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    files = _files(packet_bytes(_CONTENT))
    assert "not the ones it lists" in _refusal(_zipped({**files, "attachments/more.exe": b"x"}), tmp_path)


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    files = _files(packet_bytes(_CONTENT))
    del files["attachments/photo.jpg"]
    assert "not the ones it lists" in _refusal(_zipped(files), tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "/etc/passwd",
        "attachments/../../outside.txt",
        "attachments/sub/deep.txt",
        "attachments/..",
        "attachments/.hidden",
        "attachments/a\\b",
        "attachments/C:evil",
        "attachments/end.",
        "attachments/",
        "elsewhere/a.txt",
        "attachments/" + "a" * 201,
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    files = {**_files(packet_bytes(_CONTENT)), name: b"x"}
    manifest = _manifest(files)
    manifest["files"].append(
        {"path": name, "mime": "", "size_bytes": 1, "sha256": sha256(b"x").hexdigest(), "role": "attachment"}
    )
    files["manifest.json"] = json.dumps(manifest).encode()
    assert "name" in _refusal(_zipped(files), tmp_path)
    assert not (tmp_path.parent / "outside.txt").exists()


def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        link = ZipInfo("attachments/link.txt")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "no plain file" in _refusal(buffer.getvalue(), tmp_path)


def test_a_file_that_is_in_it_twice_is_refused(tmp_path: Path) -> None:
    files = _files(packet_bytes(_CONTENT))
    twice = _zipped({**files, "attachments/PHOTO.jpg": b"x"})
    assert "twice" in _refusal(twice, tmp_path)


def test_a_zip_bomb_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    files = _files(packet_bytes(_CONTENT))
    bomb = _zipped({**files, "attachments/bomb.bin": bytes(8 * 1024 * 1024)})
    assert "grow too much" in _refusal(bomb, tmp_path)


def test_more_files_than_allowed_are_refused(tmp_path: Path) -> None:
    many = {f"attachments/{n}": b"" for n in range(packet_format.MAX_FILES + 2)}
    assert "too many files" in _refusal(_zipped(many), tmp_path)


def test_more_bytes_than_allowed_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packet_bytes(replace(_CONTENT, attachments=(AttachedFile("a.bin", b"ab" * 1024 * 1024),)))
    monkeypatch.setattr(packet_format, "MAX_TOTAL_BYTES", 1024 * 1024)
    assert "too big" in _refusal(data, tmp_path)


def test_a_huge_directory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    many = _zipped({f"attachments/{n:0200}": b"" for n in range(4600)})
    assert "too many files" in _refusal(many, tmp_path)


def test_another_way_of_packing_is_refused(tmp_path: Path) -> None:
    assert "unknown way" in _refusal(_zipped(_files(packet_bytes(_CONTENT)), ZIP_BZIP2), tmp_path)


@pytest.mark.parametrize("keep", [0, 10, 100, 0.5, 0.99])
def test_a_packet_that_was_cut_short_is_refused(tmp_path: Path, keep: float) -> None:
    data = packet_bytes(_CONTENT)
    assert "sound" in _refusal(data[: int(keep if keep > 1 else keep * len(data))], tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(format="something"),
        lambda m: m.update(version="1"),
        lambda m: m.update(version=0),
        lambda m: m.pop("learner"),
        lambda m: m["learner"].update(uuid=7),
        lambda m: m["learner"].update(name=[]),
        lambda m: m.update(course=[]),
        lambda m: m["course"].pop("title"),
        lambda m: m["step"].update(number=2.4),
        lambda m: m.update(attempt=True),
        lambda m: m.update(attempt=0),
        lambda m: m.update(words=-1),
        lambda m: m.update(created="yesterday"),
        lambda m: m.update(created="2026-11-03T09:30:15"),
        lambda m: m.update(review_questions="none"),
        lambda m: m.update(review_questions=[1]),
        lambda m: m.update(files={}),
        lambda m: m["files"].append(3),
        lambda m: m["files"].append(m["files"][0]),
        lambda m: m["files"].pop(),
        lambda m: m["files"][0].update(role="attachment"),
        lambda m: m["files"][0].update(size_bytes=1),
        lambda m: m["files"][0].update(sha256="0" * 64),
        lambda m: m["files"][0].update(path=None),
    ],
)
def test_a_manifest_that_says_anything_else_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    assert "Ask its writer to export it again" in _refusal(_with_manifest(change), tmp_path)


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"format": NaN}'])
def test_a_manifest_that_is_no_manifest_is_refused(tmp_path: Path, manifest: bytes) -> None:
    data = _zipped({"manifest.json": manifest})
    assert "manifest" in _refusal(data, tmp_path)


@pytest.mark.parametrize("text", [b"", b"{}", b"[" * 100_000, b'{"version": 2, "blocks": []}'])
def test_a_text_that_is_no_text_is_refused(tmp_path: Path, text: bytes) -> None:
    files = {**_files(packet_bytes(_CONTENT)), "documents/text.json": text}
    manifest = _manifest(files)
    for listed in manifest["files"]:
        if listed["path"] == "documents/text.json":
            listed.update(size_bytes=len(text), sha256=sha256(text).hexdigest())
    files["manifest.json"] = json.dumps(manifest).encode()
    assert "its text cannot be read" in _refusal(_zipped(files), tmp_path)


def test_a_packet_of_a_newer_version_is_told_as_such(tmp_path: Path) -> None:
    assert "newer Course Player" in _refusal(_with_manifest(lambda m: m.update(version=2)), tmp_path)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_packet_is_read_as_it_was_or_refused(tmp_path: Path, hits: list[tuple[float, int]]) -> None:
    data = bytearray(_SOUND)
    for place, value in hits:
        # Half of the hits fall on the directory at the end, where the names and sizes are.
        at = int(place * 2 * len(data)) if place < 0.5 else len(data) - 1 - int((place - 0.5) * 1600)
        data[at] = value
    try:
        packet = _read(bytes(data), tmp_path)
    except PlainError:
        return
    assert packet.document == _CONTENT.document


_SOUND = packet_bytes(_CONTENT)
