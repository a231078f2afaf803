"""Finds out what a trainer has given and lets the right reader turn it into a plan for a course file."""

import codecs
import stat
from pathlib import Path

from courseplayer.authoring.drawings import Rasterise
from courseplayer.authoring.media_signature import looks_like_text, recognise
from courseplayer.authoring.reading import SourceReading
from courseplayer.authoring.sources.folder import course_file_in, read_folder
from courseplayer.authoring.sources.folder_media import MEDIA_SUFFIXES
from courseplayer.authoring.sources.lone_subtitles import read_lone_subtitles
from courseplayer.authoring.sources.subtitles import SUFFIXES, holds_subtitles
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.system.cancellation import Task

__all__ = ["SourceReading", "read_source"]

PAGE_SUFFIX = ".txt"
_HEAD_BYTES = 4_096
_ZIP_SIGN = b"PK\x03\x04"
_SQLITE_SIGN = b"SQLite format 3\x00"
_ALREADY_A_COURSE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a finished course already, so there is nothing to build; nothing was changed. "
    "Open it, or give the folder it was made from.",
)
_MEDIUM_ALONE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a video or sound alone, not a course; nothing was changed. Put it into a course folder beside "
    "a text file of the same name.",
)
_PACKED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a packed (zip) file, not a course; nothing was changed. "
    "Unpack it, and give the folder that comes out.",
)
_NOT_A_FOLDER_OF_A_COURSE = QT_TRANSLATE_NOOP(
    "errors",
    "The folder {file} holds neither a course.toml nor course pages saved as text (.txt); "
    "nothing was changed. Choose the folder in which course.toml lies.",
)
_NOT_A_PAGE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a course page: it has neither times such as “Skip to 0 minutes and 5 seconds” "
    "nor the name of a course; nothing was changed. "
    "Choose a saved page, a subtitle file or a course folder.",
)


def read_source(path: Path, task: Task, rasterise: Rasterise | None = None) -> SourceReading:
    """Read a course folder, a folder of FutureLearn pages, one such page, or one subtitle file.

    Progress counts bytes of media for a course folder, pages for pages. The plan has no stills yet. With
    ERROR problems the plan shows what could be read, and must not be built. Without ``rasterise`` an SVG
    drawing is an error. Raises BadInputError for anything that is no source, PlainError when the disk
    refuses, and Cancelled.
    """
    try:
        if path.is_dir():
            course_file, pages = course_file_in(path), _pages_in(path)
        elif not stat.S_ISREG(path.stat().st_mode):
            # Opening a pipe would wait for ever.
            raise BadInputError(_NOT_A_PAGE, file=path)
        else:
            with path.open("rb") as stream:
                head = stream.read(_HEAD_BYTES)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    if not path.is_dir():
        return _read_file(path, head, task)
    if course_file is not None:
        return read_folder(course_file, task, rasterise)
    if not pages:
        raise BadInputError(_NOT_A_FOLDER_OF_A_COURSE, file=path)
    return _read_pages(path, pages, task, is_folder=True)


def _pages_in(folder: Path) -> list[Path]:
    names = (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))
    return [path for path in names if path.suffix.lower() == PAGE_SUFFIX and path.is_file()]


def _read_file(path: Path, head: bytes, task: Task) -> SourceReading:
    if head.startswith(_SQLITE_SIGN) or path.suffix.lower() == ".course":
        raise BadInputError(_ALREADY_A_COURSE, file=path)
    if path.suffix.lower() in SUFFIXES:
        return read_lone_subtitles(path, task)
    if path.suffix.lower() in MEDIA_SUFFIXES or _is_medium(head):
        raise BadInputError(_MEDIUM_ALONE, file=path)
    if head.startswith(_ZIP_SIGN):
        raise BadInputError(_PACKED, file=path)
    return _read_pages(path, [path], task)


def _is_medium(head: bytes) -> bool:
    """The file begins like a video or sound, and not like words that only look like one (``The free …``)."""
    is_words = looks_like_text(head) or head.startswith(codecs.BOM_UTF16_LE)
    return recognise(head) is not None and not is_words


def _read_pages(given: Path, pages: list[Path], task: Task, *, is_folder: bool = False) -> SourceReading:
    # A course folder needs none of what understands pages (12 ms).
    from courseplayer.authoring.sources.page_folder import read_page_files  # noqa: PLC0415

    reading = read_page_files(pages, task, is_folder=is_folder)
    if reading.plan is None:
        # TTML is often called .xml, and transcription programs write subtitles as .txt.
        if not is_folder and holds_subtitles(given):
            return read_lone_subtitles(given, task)
        raise BadInputError(_NOT_A_PAGE, file=given)
    return reading
