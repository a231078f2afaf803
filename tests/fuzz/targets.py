"""Every parser of the program as a function of bytes; all but a PlainError is a fault of the parser."""

import io
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from courseplayer.authoring.drawings import UnsafeDrawingError, safe_drawing
from courseplayer.authoring.findings import FileFindings, Findings
from courseplayer.authoring.source import read_source
from courseplayer.authoring.sources.encoding import decode
from courseplayer.authoring.sources.front_matter import read_step_file
from courseplayer.authoring.sources.futurelearn import read_pages
from courseplayer.authoring.sources.markdown import MarkdownReader
from courseplayer.authoring.sources.quiz import read_quiz
from courseplayer.authoring.sources.subrip import read_sbv, read_subrip
from courseplayer.authoring.sources.substation import read_substation
from courseplayer.authoring.sources.subtitles import read_transcript
from courseplayer.authoring.sources.timed_text import read_timed_text
from courseplayer.authoring.sources.timed_words import TimedWords, cues_of
from courseplayer.authoring.sources.toml_file import read_toml
from courseplayer.authoring.sources.webvtt import NotWebVttError
from courseplayer.authoring.sources.webvtt_words import read_webvtt
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import AssetId, StepId, StepKind
from courseplayer.course.writing import Document
from courseplayer.coursefile.article import plain_text, sanitise
from courseplayer.coursefile.errors import ArticleTooBigError
from courseplayer.coursefile.keys import PublicKey, read_public, read_secret
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.verify import verify_course
from courseplayer.coursefile.writer import write_course
from courseplayer.submissions.packet import read_packet
from courseplayer.submissions.packing import packet_bytes
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.policy_rules import plain_values, policy_of
from making.plans import a_step, asset_of, course_of
from making.submissions import paragraph, submission

CORPUS = Path(__file__).resolve().parents[1] / "data" / "fuzz"
LONGEST_INPUT_BYTES = 4_096
PATIENCE_S = 5.0
"""Of processor time; one input that takes longer counts as a hang."""
_SCRATCH = "/dev/shm" if Path("/dev/shm").is_dir() else None


@dataclass(frozen=True, slots=True)
class Target:
    """One parser; ``read`` raises nothing but for a fault."""

    name: str
    read: Callable[[bytes], None]


def corpus_of(target: Target) -> tuple[Path, ...]:
    """Return the kept inputs of a target."""
    return tuple(sorted((CORPUS / target.name).iterdir()))


class _AnyReference:
    """Finds every picture and every step, so that nothing is left out before the sanitiser sees it."""

    def picture(self, address: str, line: int | None) -> str | None:
        return address

    def link(self, address: str, line: int | None) -> str | None:
        return address


@cache
def _folder() -> Path:
    holder = tempfile.TemporaryDirectory(prefix="fuzz-", dir=_SCRATCH)
    _HOLDERS.append(holder)
    return Path(holder.name)


_HOLDERS: list[tempfile.TemporaryDirectory[str]] = []


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    path = _folder() / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    yield path


def _text(data: bytes) -> str:
    return decode(data, "fuzz").text.replace("\r\n", "\n").replace("\r", "\n")


def _findings() -> FileFindings:
    return Findings().about("fuzz")


def _check_cues(words: tuple[TimedWords, ...]) -> None:
    cues = cues_of(words, _findings())
    starts = [cue.start_ms for cue in cues]
    assert starts == sorted(starts)
    assert all(cue.end_ms is None or 0 <= cue.start_ms < cue.end_ms for cue in cues)


def _webvtt(data: bytes) -> None:
    with suppress(NotWebVttError):
        _check_cues(read_webvtt(_text(data), _findings())[0])


def _subrip(data: bytes) -> None:
    _check_cues(read_subrip(_text(data), _findings()))


def _sbv(data: bytes) -> None:
    _check_cues(read_sbv(_text(data), _findings()))


def _timed_text(data: bytes) -> None:
    _check_cues(read_timed_text(_text(data), _findings()).words)


def _substation(data: bytes) -> None:
    _check_cues(read_substation(_text(data), _findings()))


def _subtitles(data: bytes) -> None:
    """Whatever a subtitle file says can stand in a course."""
    transcript = read_transcript(data, "fuzz.vtt", None).transcript
    step = a_step(StepId("a"), "1.1", StepKind.VIDEO, "Fuzz", transcripts=(transcript,))
    write_course(course_of(step), _folder() / "subtitles.course", SilentTask())


def _futurelearn(data: bytes) -> None:
    for page in read_pages(data, "week-1 1.1 fuzz.txt"):
        starts = [cue.start_ms for cue in page.cues]
        assert starts == sorted(starts)


def _step(data: bytes) -> None:
    step = read_step_file(_text(data), _findings())
    _check_article(MarkdownReader(_AnyReference(), _findings()).article(step.markdown).html)


def _quiz(data: bytes) -> None:
    findings = _findings()
    quiz = read_quiz(_text(data), MarkdownReader(_AnyReference(), findings), findings)
    _check_article(quiz.article.html)
    assert all(question.choices for question in quiz.questions)


def _article(data: bytes) -> None:
    with suppress(ArticleTooBigError):
        html = sanitise(data.decode("utf-8", "replace"))
        _check_article(html)
        plain_text(html)


def _drawing(data: bytes) -> None:
    try:
        drawing, _left_out = safe_drawing(data)
    except UnsafeDrawingError:
        return
    # Clean once, clean for good: else something in it was taken for something else.
    assert safe_drawing(drawing) == (drawing, 0)
    assert not any(tag in drawing.lower() for tag in (b"<script", b"<image", b"<foreignobject"))


def _check_article(html: str) -> None:
    assert sanitise(html) == html
    small = html.lower()
    assert not any(
        sign in small for sign in ("<script", "<svg", "<style", "<iframe", " style=", ' src="http')
    )


def _settings(data: bytes) -> None:
    read_toml(_text(data), _findings())


def _course_folder(data: bytes) -> None:
    """One input is course.toml and the file of a step, divided by a line of equals signs."""
    settings, _, step = data.partition(b"\n=====\n")
    with _file("course/course.toml", settings) as path, _file("course/week-01/01-a.md", step):
        reading = read_source(path.parent, SilentTask())
        if reading.plan is not None and not reading.errors():
            write_course(reading.plan, _folder() / "folder.course", SilentTask())


def _policy(data: bytes) -> None:
    json.dumps(plain_values(policy_of([("fuzz", data)])))


@cache
def _base_course() -> bytes:
    step = a_step(
        StepId("a"), "1.1", StepKind.ARTICLE, "Fuzz", article_html="<p>Words</p>", article_text="Words"
    )
    path = write_course(
        course_of(step, assets=(asset_of(AssetId(1), b"picture"),)), _folder() / "base.course", SilentTask()
    ).path
    return path.read_bytes()


def _course_file(data: bytes) -> None:
    """One input is a list of changes of eight bytes each: a place in three, five bytes to put there."""
    whole = bytearray(_base_course())
    for begin in range(0, len(data), 8):
        place = int.from_bytes(data[begin : begin + 3], "big") % len(whole)
        whole[place : place + 5] = data[begin + 3 : begin + 8]
    with _file("fuzz.course", bytes(whole)) as path:
        verify_course(path, SilentTask())
        with open_course(path) as course:
            course.check_manifest(SilentTask())
            # What passes the manifest can be read, or is told.
            tuple(course.contents())
            course.glossary()


def _packet(data: bytes) -> None:
    with _file("fuzz.submission", data) as path:
        read_packet(path)


@cache
def _packet_files() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(packet_bytes(submission(paragraph("Words"))))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packet_manifest(data: bytes) -> None:
    """One input is the manifest of a packet that is sound but for it."""
    _read_packet_of({**_packet_files(), "manifest.json": data})


def _packet_text(data: bytes) -> None:
    """One input is the learner's text in a packet that is sound but for it, hashes and all."""
    files = {**_packet_files(), "documents/text.json": data}
    manifest = json.loads(files["manifest.json"])
    for listed in manifest["files"]:
        if listed["path"] == "documents/text.json":
            listed |= {"size_bytes": len(data), "sha256": sha256(data).hexdigest()}
    files["manifest.json"] = json.dumps(manifest).encode()
    _read_packet_of(files)
    with suppress(ValueError):
        document = Document.from_json(data.decode("utf-8", "replace"))
        assert Document.from_json(document.to_json()) == Document.from_json(document.to_json())
        document.word_count()


def _read_packet_of(files: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    with _file("made.submission", buffer.getvalue()) as path:
        read_packet(path)


def _public_key(data: bytes) -> None:
    with suppress(ValueError):
        key = PublicKey.from_text(data.decode("utf-8", "replace"))
        key.is_by_its_owner(data[:64], data)
    with _file("fuzz.pub", data) as path:
        read_public(path)


def _secret_key(data: bytes) -> None:
    with _file("fuzz.key", data) as path:
        read_secret(path, "password")


TARGETS = {
    name: Target(name, read)
    for name, read in (
        ("webvtt", _webvtt),
        ("subrip", _subrip),
        ("sbv", _sbv),
        ("timed-text", _timed_text),
        ("substation", _substation),
        ("subtitles", _subtitles),
        ("futurelearn", _futurelearn),
        ("step", _step),
        ("quiz", _quiz),
        ("drawing", _drawing),
        ("article", _article),
        ("settings", _settings),
        ("course-folder", _course_folder),
        ("policy", _policy),
        ("course-file", _course_file),
        ("packet", _packet),
        ("packet-manifest", _packet_manifest),
        ("packet-text", _packet_text),
        ("public-key", _public_key),
        ("secret-key", _secret_key),
    )
}


def run(target: Target, data: bytes) -> None:
    """Give one input to a parser; a sentence for people is an answer, everything else raises."""
    with suppress(PlainError):
        target.read(data)
