"""Opens a course file as the program does and uses all of it: texts, bytes, pictures, search, pages."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from courseplayer.course.content import StepContent
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId
from courseplayer.course.progress import CourseProgress
from courseplayer.course.transcript import Transcript
from courseplayer.coursefile.article import pictures_of, sanitise
from courseplayer.coursefile.library import summarise
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.search import SearchIndex
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.paths import resources_folder
from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.course.front_page import FrontPage
from courseplayer.ui.cover import Cover
from courseplayer.ui.icons import Icons
from courseplayer.ui.outline.view import OutlinePanel
from courseplayer.ui.picture_files import decode_picture
from courseplayer.ui.player.device import MediaDevice
from courseplayer.ui.step.extras import DownloadsCard, LicenceLine, LinksCard
from courseplayer.ui.step.quiz import QuizPanel
from courseplayer.ui.theme import LIGHT, Theme
from courseplayer.ui.transcript.view import TranscriptPanel

_READ_BYTES = 32 * 1024
_MOST_READ_BYTES = 8 * 1024 * 1024
"""Of one medium: enough to pass over every chunk of an honest course here."""
_WORDS = ("improv", "hands", "naïve", "the", "\0\u202e")


@dataclass(slots=True)
class Opened:
    """What came of one file; ``told`` is what the window says, ``verified`` what ``verify`` does."""

    told: list[str] = field(default_factory=list)
    verified: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    pictures: int = 0
    hits: int = 0
    pages: int = 0


def open_and_use(path: Path, scratch: Path, *, shows_pages: bool) -> Opened:
    """Do everything; whatever but a PlainError gets out of here is a fault of the program."""
    opened = Opened()
    summary = summarise(path)
    if summary.problem is not None:
        opened.told.append(str(summary.problem.error()))
    with suppress(PlainError):
        opened.verified += [problem.message for problem in verify_course(path, SilentTask())]
    with _Told(opened), open_course(path) as course:
        with _Told(opened):
            course.check_manifest(SilentTask())
        contents = _read_texts(course, opened)
        _read_files(course, opened)
        _search(course, scratch, opened)
        if shows_pages:
            _show_cover(summary.cover)
            _show_pages(course, contents, opened)
    return opened


class _Told:
    """Keeps the sentence of a PlainError; lets everything else through."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        if isinstance(error, PlainError):
            self._opened.told.append(str(error))
            return True
        return False


def _read_texts(course: CourseFile, opened: Opened) -> list[StepContent]:
    contents: list[StepContent] = []
    with _Told(opened):
        outline = course.outline()
        opened.texts += _texts_in(outline)
        assert sanitise(outline.course.summary_html) == outline.course.summary_html
        for step in outline.steps():
            with _Told(opened):
                content = course.step(step.id)
                assert sanitise(content.article_html) == content.article_html
                contents.append(content)
                opened.texts += _texts_in(content)
        opened.texts += _texts_in(course.glossary())
    return contents


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_in(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts_in(getattr(value, one.name))


def _read_files(course: CourseFile, opened: Opened) -> None:
    owner = QObject()
    for asset in _assets(course):
        with _Told(opened):
            reader = course.open_asset(asset)
            device = MediaDevice(reader, owner)
            seen = hashlib.sha256()
            read_bytes = 0
            while read_bytes < _MOST_READ_BYTES and (data := bytes(device.read(_READ_BYTES).data())):
                seen.update(data)
                read_bytes += len(data)
            device.seek(max(0, reader.size_bytes - 10))
            device.read(100)
            device.shut()
            if device.failure is None:
                opened.files.add(seen.hexdigest())
            elif isinstance(device.failure, PlainError):
                opened.told.append(str(device.failure))
            else:
                raise device.failure
        with _Told(opened):
            opened.pictures += decode_picture(course.asset_bytes(asset)) is not None


def _assets(course: CourseFile) -> list[AssetId]:
    """Return what the course says it holds."""
    found: dict[AssetId, None] = {}
    with suppress(PlainError):
        info = course.outline().course
        named = [info.cover, *(person.picture for person in info.people), *pictures_of(info.summary_html)]
        found |= dict.fromkeys(asset for asset in named if asset is not None)
        for step in course.outline().steps():
            with suppress(PlainError):
                found |= dict.fromkeys(_assets_of(course.step(step.id)))
    return list(found)[:60]


def _assets_of(content: StepContent) -> Iterator[AssetId]:
    for medium in content.media:
        yield medium.asset
        yield from (still.asset for still in medium.stills)
    yield from (download.asset for download in content.downloads)
    yield from pictures_of(content.article_html)


def _search(course: CourseFile, scratch: Path, opened: Opened) -> None:
    index = SearchIndex(scratch)
    try:
        with _Told(opened):
            index.add(course, SilentTask())
            for words in _WORDS:
                opened.hits += len(index.find(words))
    finally:
        index.close()


@cache
def _icons() -> Icons:
    return Icons(resources_folder() / "icons", Theme(LIGHT))


def _show_cover(cover: bytes | None) -> None:
    if cover is not None:
        _painted(Cover(cover, _icons()))


def _show_pages(course: CourseFile, contents: list[StepContent], opened: Opened) -> None:
    with _Told(opened):
        outline = course.outline()
        panel = OutlinePanel(_icons())
        panel.show_outline(outline, CourseProgress())
        _painted(panel)
        front = FrontPage(_icons())
        front.show_course(outline, CourseProgress())
        front.show_glossary(course.glossary())
        _painted(front)
        opened.pages += 1
    for content in contents[:12]:
        for part in _parts(content, course):
            _painted(part)
        opened.pages += 1


def _parts(content: StepContent, course: CourseFile) -> Iterator[QWidget]:
    article = ArticleView(_icons())
    article.show_article(content.article_html, course.outline().course.language)
    yield article
    yield QuizPanel(content.questions, _icons())
    yield DownloadsCard(content.downloads, _icons())
    yield LinksCard(content.links, _icons())
    if content.licence is not None:
        yield LicenceLine(content.licence)
    for transcript in content.transcripts[:2]:
        yield _transcript(transcript)


def _transcript(transcript: Transcript) -> TranscriptPanel:
    panel = TranscriptPanel(_icons())
    panel.show_transcript(transcript, (transcript.language,))
    return panel


def _painted(widget: QWidget) -> None:
    widget.resize(900, 700)
    widget.grab()
    widget.deleteLater()
