"""The commands about courses: build, inspect and verify."""

import importlib.util
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from courseplayer.authoring.describe import describe
from courseplayer.authoring.report import report_lines
from courseplayer.cli_drawing import drawing_without_display
from courseplayer.cli_progress import MB, watched_task
from courseplayer.course.content import Medium, StepContent
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError
from courseplayer.course.outline import Outline
from courseplayer.course.problems import Problem, Severity
from courseplayer.course.timestamps import format_time_code
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.keys import PublicKey
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.signature import Signer
from courseplayer.coursefile.verify import verify_course

COURSE_SUFFIX = ".course"
SQLITE_HEADER = b"SQLite format 3\0"
_UNREADABLE = QT_TRANSLATE_NOOP(
    "errors",
    "No course could be read from {source}; nothing was changed. Mend what is listed above and try again.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is damaged in the places listed above; nothing was changed. "
    "Copy it again from where it came from, and keep this one until the copy is sound.",
)
_OTHER_KEY = QT_TRANSLATE_NOOP(
    "errors", "{file} is sound, but it is not signed with key {key}. Ask whoever gave it to you."
)

_WITHOUT_TOOLS = QT_TRANSLATE_NOOP(
    "errors",
    "This Course Player can play courses but not make them; nothing was changed. "
    "Add the trainer's tools (the package courseplayer-tools) and try again.",
)


def build(source: Path, destination: Path, signer: Signer | None = None) -> int:
    """Make a course file, signed if wanted, and print the report; PlainError without the trainer's tools."""
    _need_tools()
    # Only what a command really needs: the player's package has no PyAV and no Pillow.
    from courseplayer.authoring.build import build_course  # noqa: PLC0415

    with watched_task() as task, drawing_without_display() as rasterise:
        report = build_course(source, destination, task, signer, rasterise)
    _print_report(report.problems)
    written = report.written
    print(f"{written.path}: {_size(written.size_bytes)}, manifest {written.manifest}")
    return 0


def verify(file: Path, key: PublicKey | None = None) -> int:
    """Check every byte of a course file; raises BadInputError when it is damaged or not by ``key``."""
    with watched_task() as task:
        problems = verify_course(file, task)
    if problems:
        for problem in problems:
            print(problem.message)
        raise BadInputError(_DAMAGED, file=file)
    with open_course(file) as course:
        signature = course.signature
    if key is not None and (signature is None or signature.key != key):
        raise BadInputError(_OTHER_KEY, file=file, key=key.name)
    by = "" if signature is None else f", signed by {signature.signer} (key {signature.key.name})"
    print(f"{file}: sound{by}")
    return 0


def inspect(source: Path, as_json: bool) -> int:
    """Print what a course file or a source holds; raises PlainError when nothing can be read.

    As JSON even that is an object with every key, so that a program need not read the sentence.
    """
    try:
        reading = _reading(source)
    except PlainError as refusal:
        if as_json:
            problem = Problem(source.name or None, None, Severity.ERROR, str(refusal))
            _show(None, (), _size_of(source), (problem,), as_json)
        raise
    _show(reading.outline, reading.contents, reading.size_bytes, reading.problems, as_json)
    if reading.refusal is not None:
        raise reading.refusal
    return 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """What ``inspect`` shows, and why the exit code is not 0 after it."""

    outline: Outline | None
    contents: Sequence[StepContent]
    size_bytes: int
    problems: Sequence[Problem]
    refusal: PlainError | None


def _reading(source: Path) -> _Reading:
    if _is_course_file(source):
        with open_course(source) as course:
            return _course_reading(course)
    _need_tools()
    from courseplayer.authoring.source import read_source  # noqa: PLC0415 - as in build

    with watched_task() as task, drawing_without_display() as rasterise:
        reading = read_source(source, task, rasterise)
    outline, contents = (reading.plan.outline, reading.plan.contents) if reading.plan else (None, ())
    refusal = BadInputError(_UNREADABLE, source=source) if outline is None else None
    return _Reading(outline, contents, reading.size_bytes, reading.problems, refusal)


def _course_reading(course: CourseFile) -> _Reading:
    outline, contents = course.outline(), tuple(course.contents())
    damage = _changed_texts(course)
    problems = () if damage is None else (Problem(course.path.name, None, Severity.ERROR, str(damage)),)
    return _Reading(outline, contents, course.size_bytes, problems, damage)


def _size_of(source: Path) -> int | None:
    try:
        return source.stat().st_size if source.is_file() else None
    except OSError:
        return None


def _changed_texts(course: CourseFile) -> DamagedCourseError | None:
    try:
        with watched_task() as task:
            course.check_manifest(task)
    except DamagedCourseError as damage:
        return damage
    return None


def _need_tools() -> None:
    if importlib.util.find_spec("av") is None:
        raise PlainError(_WITHOUT_TOOLS)


def _is_course_file(path: Path) -> bool:
    try:
        if path.suffix.lower() == COURSE_SUFFIX:
            return True
        # Asked first: opening a pipe would wait for ever.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(SQLITE_HEADER)) == SQLITE_HEADER
    except OSError:  # a folder, or nothing at all: whoever reads it says so
        return False


def _show(
    outline: Outline | None,
    contents: Sequence[StepContent],
    size_bytes: int | None,
    problems: Sequence[Problem],
    as_json: bool,
) -> None:
    if as_json:
        value = describe(outline, contents, size_bytes, problems)
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return
    if outline is not None and size_bytes is not None:
        for line in _outline_lines(outline, contents, size_bytes):
            print(line)
    _print_report(problems)


def _outline_lines(outline: Outline, contents: Sequence[StepContent], size_bytes: int) -> Iterator[str]:
    course = outline.course
    yield f"{course.title} ({course.id})"
    licence = course.licence.name if course.licence else None
    facts = (course.provider, course.language, licence, f"{len(contents)} steps", _size(size_bytes))
    yield "  " + ", ".join(fact for fact in facts if fact)
    content_of = {content.outline.id: content for content in contents}
    for week in outline.weeks:
        yield f"\nWeek {week.number}: {week.title}"
        for activity in week.activities:
            if activity.title != week.title:
                yield f"  {activity.title}"
            for step in activity.steps:
                yield from _step_lines(content_of[step.id])


def _step_lines(content: StepContent) -> Iterator[str]:
    step = content.outline
    minutes = f" ({step.minutes} min)" if step.minutes is not None else ""
    yield f"    {step.number:<5} {step.kind:<10} {step.title}{minutes}"
    indent = " " * 21
    for medium in content.media:
        yield indent + _medium_line(medium)
    if content.transcripts:
        counted = (f"{transcript.language} {len(transcript.cues)} cues" for transcript in content.transcripts)
        yield f"{indent}transcripts: {', '.join(counted)}"
    if content.questions:
        yield f"{indent}{len(content.questions)} questions"
    for download in content.downloads:
        yield f"{indent}download: {download.file_name}, {_size(download.size_bytes)}"


def _medium_line(medium: Medium) -> str:
    codecs = "/".join(codec for codec in (medium.video_codec, medium.audio_codec) if codec)
    picture = f"{medium.width}x{medium.height}" if medium.width and medium.height else None
    length = format_time_code(medium.duration_ms) if medium.duration_ms is not None else "length unknown"
    stills = f"{len(medium.stills)} stills" if medium.stills else None
    facts = (medium.kind, length, codecs, picture, _size(medium.size_bytes), stills)
    return ", ".join(fact for fact in facts if fact)


def _print_report(problems: Iterable[Problem]) -> None:
    for line in report_lines(problems):
        print(line)


def _size(size_bytes: int) -> str:
    return f"{size_bytes / MB:.1f} MB" if size_bytes >= MB else f"{size_bytes / 1000:.1f} kB"
