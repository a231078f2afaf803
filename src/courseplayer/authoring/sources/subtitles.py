"""Subtitle files of every common format as transcripts."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePath

from courseplayer.authoring.findings import FileFindings, Findings
from courseplayer.authoring.sources.encoding import decode
from courseplayer.authoring.sources.languages import language_in_name, language_tag
from courseplayer.authoring.sources.subrip import is_sbv, is_subrip, read_sbv, read_subrip
from courseplayer.authoring.sources.substation import is_substation, read_substation
from courseplayer.authoring.sources.timed_text import is_timed_text, read_timed_text
from courseplayer.authoring.sources.timed_words import TimedWords, cues_of
from courseplayer.authoring.sources.webvtt_words import could_be_webvtt, read_webvtt
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.course.problems import Problem
from courseplayer.course.transcript import UNKNOWN_LANGUAGE, Transcript

SUFFIXES = frozenset({".vtt", ".srt", ".sbv", ".ttml", ".dfxp", ".ass", ".ssa"})
_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "{file} is empty, so it gives no transcript; nothing was changed. Choose another subtitle file."
)
_NO_CUES = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds no words with readable times, so it gives no transcript; nothing was changed. "
    "Choose another subtitle file.",
)
_NO_SUBTITLES = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a subtitle file of a known kind (WebVTT, SubRip, SBV, TTML, SubStation), "
    "so nothing was read from it; nothing was changed. Choose another file.",
)
_LARGEST_BYTES = 20_000_000
_TOO_BIG = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is far larger than any subtitle file, so nothing was read from it; nothing was changed. "
    "Choose another file.",
)


@dataclass(frozen=True, slots=True)
class SubtitleReading:
    """A transcript, and everything that was dropped or assumed while reading it."""

    transcript: Transcript
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Contents:
    words: tuple[TimedWords, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format: how its files usually end, how to know it by its content, how to read it."""

    name: str
    suffixes: AbstractSet[str]
    is_it: Callable[[str], bool]
    read: Callable[[str, FileFindings], _Contents]


def holds_subtitles(path: Path) -> bool:
    """Tell whether a file of any other name is written as subtitles; False for what cannot be read."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            return False
        text = decode(path.read_bytes(), path.name).text.replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, BadInputError):
        return False
    return any(kind.is_it(text) for kind in _KINDS)


def read_transcript_file(path: Path, language: str | None) -> SubtitleReading:
    """Read a file; raises BadInputError when it is no usable subtitle file, PlainError for the disk."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise BadInputError(_TOO_BIG, file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise storage_error(error, path.name) from error
    return read_transcript(data, path.name, language)


def read_transcript(data: bytes, file_name: str, language: str | None) -> SubtitleReading:
    """Read a subtitle file's bytes; what is inside decides the format, not the name.

    The language is the one given, else the one in the name (``welcome.pt-BR.srt``), else the one that
    the file names, else ``und``. Raises BadInputError when no cue can be read.
    """
    findings = Findings()
    found = findings.about(file_name)
    decoded = decode(data, file_name)
    found.adopt(decoded.problems)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise BadInputError(_EMPTY, file=file_name)
    contents = _read(text, found)
    cues = cues_of(contents.words, found)
    if not cues:
        raise BadInputError(_NO_CUES, file=file_name)
    tag = _language(language, file_name, contents.language, found)
    return SubtitleReading(Transcript(tag, cues), findings.all())


def _read(text: str, found: FileFindings) -> _Contents:
    clean = text.replace("\0", "\ufffd")
    suffix = PurePath(found.file).suffix.lower()
    for kind in _KINDS:
        if kind.is_it(clean):
            if suffix in SUFFIXES - kind.suffixes:
                found.info(None, f"The name ends in {suffix}, but the file is written as {kind.name}.")
            return kind.read(clean, found)
    raise BadInputError(_NO_SUBTITLES, file=found.file)


def _read_timed_text(text: str, found: FileFindings) -> _Contents:
    timed_text = read_timed_text(text, found)
    return _Contents(timed_text.words, timed_text.language)


_KINDS = (
    _Kind("WebVTT", {".vtt"}, could_be_webvtt, lambda text, found: _Contents(*read_webvtt(text, found))),
    _Kind("TTML", {".ttml", ".dfxp"}, is_timed_text, _read_timed_text),
    _Kind(
        "SubStation",
        {".ass", ".ssa"},
        is_substation,
        lambda text, found: _Contents(read_substation(text, found)),
    ),
    _Kind("SubRip", {".srt"}, is_subrip, lambda text, found: _Contents(read_subrip(text, found))),
    _Kind("SBV", {".sbv"}, is_sbv, lambda text, found: _Contents(read_sbv(text, found))),
)


def _language(given: str | None, file_name: str, in_file: str | None, found: FileFindings) -> str:
    if given is not None:
        return language_tag(given) or given
    named = language_in_name(file_name)
    if named is not None:
        found.info(None, f"The language {named} was taken from the file's name.")
        return named
    tag = language_tag(in_file) if in_file is not None else None
    if tag is None:
        found.info(None, "The language is not known; put it into the file's name, such as welcome.en.vtt.")
        return UNKNOWN_LANGUAGE
    found.info(None, f"The language {tag} was taken from the file's own header.")
    return tag
