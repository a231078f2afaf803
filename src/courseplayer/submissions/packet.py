"""The submission packet (.submission) and its strict reader, as docs/submission-packet.md describes it."""

import errno
import json
import re
import stat
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.submissions.cleaning import clean_line, clean_text
from courseplayer.submissions.content import AttachedFile
from courseplayer.system.file_names import portable_file_name

FORMAT_NAME = "courseplayer-submission"
FORMAT_VERSION = 1
MANIFEST_PATH = "manifest.json"
TEXT_PATH = "documents/text.json"
MAX_FILES = 200
MAX_TOTAL_BYTES = 256 * 1024 * 1024
MAX_RATIO = 200
RATIO_FREE_BYTES = 1024 * 1024
"""A file up to this size may shrink as well as it likes."""

_MAX_MANIFEST_BYTES = 1024 * 1024
_MAX_DIRECTORY_BYTES = 1024 * 1024
_PATH = re.compile(r"(documents|attachments)/(?!\.)[^/\\:*?\"<>|\x00-\x1f\x7f]{1,200}(?<![. ])")
# The end record of a zip, which must be the last thing in the file, and the mark of a zip64 before it.
_END = struct.Struct("<4s4x4xL4xH")
_BEGIN_MARK = b"PK\3\4"
_END_MARK, _ZIP64_MARK, _ZIP64_BYTES = b"PK\5\6", b"PK\6\7", 20
_IS_ENCRYPTED = 0x1
_DAMAGED_ZIP = "its zip is damaged"

_REFUSED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a sound submission packet ({reason}); nothing was taken from it. "
    "Ask its writer to export it again.",
)
_NEWER = QT_TRANSLATE_NOOP(
    "errors",
    "{file} was made by a newer Course Player; nothing was taken from it. "
    "Update this Course Player to read it.",
)


_BROKEN_ZIP = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class FileRole(StrEnum):
    """What a file in a packet is."""

    DOCUMENT = "document"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One line of the manifest's list; ``sha256`` is in hex."""

    path: str
    mime: str
    size_bytes: int
    sha256: str
    role: FileRole


@dataclass(frozen=True, slots=True)
class Packet:
    """What a packet says and holds, verified; ``document`` is the text exactly as it was written."""

    created: datetime
    generator: str
    learner_uuid: str
    learner_name: str | None
    course_id: CourseId
    course_title: str
    step_id: StepId
    step_number: str
    step_title: str
    attempt: int
    words: int
    review_questions: tuple[str, ...]
    files: tuple[ListedFile, ...]
    document: Document
    attachments: tuple[AttachedFile, ...]


class _UnsoundError(Exception):
    """Why a packet is refused."""


class _NewerError(Exception):
    """The packet is of a version that is not known here."""


def read_packet(path: Path) -> Packet:
    """Read and verify a packet; raises BadInputError for anything that is not exactly as described."""
    try:
        with path.open("rb") as stream:
            size_bytes = _check_ends(stream.read, stream.seek)
            stream.seek(0)
            with ZipFile(stream) as archive:
                return _read(archive, size_bytes)
    except OSError as refusal:
        # A broken zip that points before its own beginning.
        if refusal.errno == errno.EINVAL:
            raise BadInputError(_REFUSED, file=path, reason=_DAMAGED_ZIP) from refusal
        raise storage_error(refusal, path) from refusal
    except _NewerError as newer:
        raise BadInputError(_NEWER, file=path) from newer
    except _UnsoundError as unsound:
        raise BadInputError(_REFUSED, file=path, reason=unsound) from unsound
    except _BROKEN_ZIP as broken:
        raise BadInputError(_REFUSED, file=path, reason=_DAMAGED_ZIP) from broken


def _require(holds: object, reason: str) -> None:
    if not holds:
        raise _UnsoundError(reason)


def _check_ends(read: Callable[[int], bytes], seek: Callable[[int, int], int]) -> int:
    """Refuse a huge directory before Python's zipfile reads it; return the size of the file."""
    # A program with a zip behind it is a zip to every reader of zips, and a program to everyone else.
    _require(read(len(_BEGIN_MARK)) == _BEGIN_MARK, "it is not a zip")
    size_bytes = seek(0, 2)
    _require(size_bytes <= MAX_TOTAL_BYTES + _MAX_MANIFEST_BYTES + _MAX_DIRECTORY_BYTES, "it is too big")
    seek(max(0, size_bytes - _END.size - _ZIP64_BYTES), 0)
    tail = read(_END.size + _ZIP64_BYTES)
    _require(len(tail) >= _END.size, "it is not a zip")
    mark, directory_bytes, comment_bytes = _END.unpack(tail[-_END.size :])
    _require(mark == _END_MARK and comment_bytes == 0, "it is not a zip, or was cut short")
    is_zip64 = tail[: -_END.size].startswith(_ZIP64_MARK)
    _require(not is_zip64 and directory_bytes <= _MAX_DIRECTORY_BYTES, "it holds too many files")
    return size_bytes


def _read(archive: ZipFile, size_bytes: int) -> Packet:
    entries = _checked_entries(archive, size_bytes)
    _require(MANIFEST_PATH in entries, "it has no manifest")
    _require(entries[MANIFEST_PATH].file_size <= _MAX_MANIFEST_BYTES, "its manifest is too big")
    manifest = _object(_json(_bytes(archive, entries.pop(MANIFEST_PATH))))
    _require(manifest.get("format") == FORMAT_NAME, "its manifest is of another kind")
    if _number(manifest, "version", 1) > FORMAT_VERSION:
        raise _NewerError
    files = _files(manifest)
    _require({file.path for file in files} == set(entries), "its files are not the ones it lists")
    data = {file.path: _verified(archive, entries[file.path], file) for file in files}
    _require(TEXT_PATH in data, "it holds no text")
    return _packet(manifest, files, data)


def _checked_entries(archive: ZipFile, size_bytes: int) -> dict[str, ZipInfo]:
    entries = archive.infolist()
    _require(len(entries) <= MAX_FILES + 1, "it holds too many files")
    _require(len({entry.filename.casefold() for entry in entries}) == len(entries), "a file is in it twice")
    for entry in entries:
        _check_entry(entry)
    total_bytes = sum(entry.file_size for entry in entries)
    _require(total_bytes <= MAX_TOTAL_BYTES + _MAX_MANIFEST_BYTES, "unpacked it would be too big")
    packed_bytes = sum(entry.compress_size for entry in entries)
    # Parts that lie over one another, or claim to be larger than they are: then no ratio means anything.
    _require(packed_bytes < size_bytes and min(e.header_offset for e in entries) == 0, _DAMAGED_ZIP)
    return {entry.filename: entry for entry in entries}


def _check_entry(entry: ZipInfo) -> None:
    path = entry.filename
    _require(path == MANIFEST_PATH or _is_path(path), f"{clean_line(path)} is no name for a file in it")
    # Only Unix keeps the kind of a file here; elsewhere these bits are 0.
    kind = stat.S_IFMT(entry.external_attr >> 16)
    _require(kind in {0, stat.S_IFREG}, f"{path} is no plain file")
    _require(not entry.flag_bits & _IS_ENCRYPTED, f"{path} is encrypted")
    _require(entry.compress_type in {ZIP_STORED, ZIP_DEFLATED}, f"{path} is packed in an unknown way")
    shrinks_too_well = (
        entry.file_size > RATIO_FREE_BYTES and entry.file_size > MAX_RATIO * entry.compress_size
    )
    _require(not shrinks_too_well, f"{path} would grow too much when unpacked")


def _is_path(path: str) -> bool:
    """No folder, nothing that names a device, and no mark that hides how a name ends."""
    name = path.partition("/")[2]
    return _PATH.fullmatch(path) is not None and portable_file_name(name) == name


def _bytes(archive: ZipFile, entry: ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    _require(len(data) == entry.file_size, f"{entry.filename} has the wrong size")
    return data


def _verified(archive: ZipFile, entry: ZipInfo, listed: ListedFile) -> bytes:
    data = _bytes(archive, entry)
    is_same = len(data) == listed.size_bytes and sha256(data).hexdigest() == listed.sha256
    _require(is_same, f"{listed.path} was changed")
    return data


def _packet(manifest: Mapping[str, Any], files: tuple[ListedFile, ...], data: Mapping[str, bytes]) -> Packet:
    learner, course, step = (_object(manifest.get(key)) for key in ("learner", "course", "step"))
    return Packet(
        created=_moment(manifest),
        generator=_text(manifest, "generator"),
        learner_uuid=_text(learner, "uuid"),
        learner_name=None if learner.get("name") is None else _text(learner, "name"),
        course_id=CourseId(_text(course, "id")),
        course_title=_text(course, "title"),
        step_id=StepId(_text(step, "id")),
        step_number=_text(step, "number"),
        step_title=_text(step, "title"),
        attempt=_number(manifest, "attempt", 1),
        words=_number(manifest, "words", 0),
        review_questions=_questions(manifest),
        files=files,
        document=_document(data[TEXT_PATH]),
        attachments=tuple(
            AttachedFile(file.path.partition("/")[2], data[file.path])
            for file in files
            if file.role is FileRole.ATTACHMENT
        ),
    )


def _document(data: bytes) -> Document:
    try:
        return Document.from_json(data.decode())
    except (ValueError, OverflowError, RecursionError) as wrong:
        raise _UnsoundError("its text cannot be read") from wrong


def _json(data: bytes) -> object:
    try:
        return json.loads(data.decode())
    except (ValueError, RecursionError) as wrong:
        raise _UnsoundError("its manifest cannot be read") from wrong


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _UnsoundError("its manifest is incomplete")
    return value


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    if not isinstance(value, str):
        raise _UnsoundError(f"its manifest has no proper “{key}”")
    return clean_line(value)


def _number(values: Mapping[str, Any], key: str, least: int) -> int:
    value = values.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise _UnsoundError(f"its manifest has no proper “{key}”")
    return value


def _list(values: Mapping[str, Any], key: str) -> list[Any]:
    value = values.get(key)
    if not isinstance(value, list):
        raise _UnsoundError(f"its manifest has no proper “{key}”")
    return value


def _moment(manifest: Mapping[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(manifest, "created"))
    except ValueError as wrong:
        raise _UnsoundError("its manifest has no proper “created”") from wrong
    _require(moment.tzinfo is not None, "its manifest has no proper “created”")
    return moment


def _questions(manifest: Mapping[str, Any]) -> tuple[str, ...]:
    questions = _list(manifest, "review_questions")
    _require(all(isinstance(q, str) for q in questions), "its manifest has no proper “review_questions”")
    return tuple(clean_text(question) for question in questions)


def _files(manifest: Mapping[str, Any]) -> tuple[ListedFile, ...]:
    files = tuple(_listed(_object(value)) for value in _list(manifest, "files"))
    _require(len({file.path for file in files}) == len(files), "its manifest lists a file twice")
    return files


def _listed(value: Mapping[str, Any]) -> ListedFile:
    path, role = value.get("path"), value.get("role")
    if not isinstance(path, str) or not _is_path(path):
        raise _UnsoundError("its manifest lists a file under an impossible name")
    expected = FileRole.DOCUMENT if path.startswith("documents/") else FileRole.ATTACHMENT
    _require(role == expected.value, f"its manifest lists {path} as something else")
    return ListedFile(
        path, _text(value, "mime"), _number(value, "size_bytes", 0), _text(value, "sha256"), expected
    )
