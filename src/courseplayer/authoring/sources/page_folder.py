"""FutureLearn pages saved as text, one or a folder of them, as a course: each page is a step."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from courseplayer.authoring.findings import FileFindings, Findings
from courseplayer.authoring.media_check import check_medium
from courseplayer.authoring.reading import SourceReading
from courseplayer.authoring.sources.folder_content import minutes_for
from courseplayer.authoring.sources.folder_files import FolderFiles
from courseplayer.authoring.sources.folder_media import MediaReader, closed, media_beside, transcripts_of
from courseplayer.authoring.sources.folder_workshop import Workshop, report_unused
from courseplayer.authoring.sources.futurelearn import PageReading, read_pages
from courseplayer.authoring.sources.names import composed, course_id_from, natural_order, stable_step_id
from courseplayer.course.content import Medium, StepContent
from courseplayer.course.errors import BadInputError
from courseplayer.course.outline import Activity, CourseId, CourseInfo, Outline, StepKind, StepOutline, Week
from courseplayer.course.transcript import Transcript
from courseplayer.coursefile.article import plain_text, sanitise
from courseplayer.coursefile.errors import ArticleTooBigError
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import Task

_ASSUMED_LANGUAGE = "en"
_WEEK_AND_STEP = re.compile(r"week[-_ ]*(\d{1,2})[-_ ]*step[-_ ]*(\d{1,3})(?!\d)", re.IGNORECASE)
_DOTTED = re.compile(r"(?:step[-_ ]*)?(\d{1,2})\.(\d{1,3})(?!\d)", re.IGNORECASE)
_WEEK = re.compile(r"(?<![^\W\d_])week[-_ ]*(\d{1,2})(?!\d)", re.IGNORECASE)


@dataclass(slots=True)
class _PageStep:
    """One page on its way to becoming a step; ``position`` is its number inside the week."""

    path: Path
    key: str
    reading: PageReading
    found: FileFindings
    week: int = 1
    position: int = 0


def looks_like_page(page: PageReading) -> bool:
    """A FutureLearn page shows stamps, the name of its course, or the line for sharing."""
    return bool(page.cues) or page.course_title is not None or page.has_footer


def read_page_files(paths: Sequence[Path], task: Task, *, is_folder: bool = False) -> SourceReading:
    """Read text pages of one folder as a course; progress counts pages. The plan is None when none is a page.

    For a whole folder the files that no page uses are reported. Raises PlainError when a page cannot be
    read from the disk.
    """
    findings = Findings()
    workshop = Workshop(FolderFiles(paths[0].parent, findings), findings)
    in_order = sorted(paths, key=lambda path: natural_order(path.name))
    pages = [step for path in in_order for step in _pages_of(workshop, path)]
    if not pages:
        return SourceReading(None, findings.all(), workshop.files.size_bytes)
    _number(pages)
    pages.sort(key=lambda step: (step.week, step.position))
    info = _course_info(pages)
    contents = []
    for index, step in enumerate(pages):
        tell = partial(task.advance, index, len(pages))
        tell()
        contents.append(_content(workshop, step, info.id, tell))
    task.advance(len(pages), len(pages))
    if is_folder:
        report_unused(workshop)
    outline = Outline(info, tuple(_weeks(pages, contents)))
    plan = CoursePlan(outline, tuple(contents), workshop.assets.planned())
    return SourceReading(plan, findings.all(), workshop.files.size_bytes)


def _pages_of(workshop: Workshop, path: Path) -> Iterator[_PageStep]:
    found = workshop.about(path)
    try:
        readings = read_pages(workshop.files.text_bytes(path), path.name)
    except BadInputError as unreadable:
        found.error(None, str(unreadable))
        return
    for index, reading in enumerate(readings):
        if not looks_like_page(reading):
            found.warning(None, "This is not a FutureLearn page (no stamps, no course); it is left out.")
            continue
        # The pages of one file share what was found out about the whole file.
        found.adopt(p for p in reading.problems if index == 0 or p not in readings[0].problems)
        yield _PageStep(path, composed(path.stem) + (f"#{index + 1}" if index else ""), reading, found)


def _number(pages: Sequence[_PageStep]) -> None:
    """Give each page its week and place: from the file's name, else from the page, else by order."""
    taken: set[tuple[int, int]] = set()
    waiting: list[_PageStep] = []
    for step in pages:
        week, position = _numbers_told(step)
        if week is None:
            step.found.info(None, "Nothing tells the week of this page; week 1 is assumed.")
        step.week, step.position = week or 1, position or 0
        if (step.week, step.position) in taken:
            step.found.warning(
                None, f"Another page is {step.week}.{step.position} too; this one gets a new number."
            )
            step.position = 0
        if step.position:
            taken.add((step.week, step.position))
        else:
            waiting.append(step)
    for step in waiting:
        step.position = next(n for n in count(1) if (step.week, n) not in taken)
        taken.add((step.week, step.position))


def _numbers_told(step: _PageStep) -> tuple[int | None, int | None]:
    name = composed(step.path.stem)
    match = _WEEK_AND_STEP.search(name) or _DOTTED.match(name)
    if match is not None and "#" not in step.key:
        return int(match[1]), int(match[2])
    week = _WEEK.search(name)
    told = step.reading.step_number
    number = told.partition(".") if told is not None else None
    if week is None and number is not None:
        return int(number[0]), int(number[2])
    return (int(week[1]) if week else step.reading.week_number), None


def _course_info(pages: Sequence[_PageStep]) -> CourseInfo:
    named = next((step for step in pages if step.reading.course_title is not None), None)
    language = next((step.reading.language for step in pages if step.reading.language), None)
    if language is None:
        pages[0].found.info(None, "The language is assumed to be English, as the page's stamps are.")
    if named is None:
        first = pages[0]
        first.found.warning(None, f'No page names its course; "{first.reading.title}" is taken as its title.')
        return CourseInfo(
            course_id_from(first.path.stem),
            first.reading.title,
            language=language or _ASSUMED_LANGUAGE,
        )
    title = named.reading.course_title or ""
    for step in pages:
        if step.reading.course_title not in {None, title}:
            message = (
                f'This page names another course, "{step.reading.course_title}"; it is put into this one.'
            )
            step.found.warning(None, message)
    provider = next((step.reading.provider for step in pages if step.reading.provider), None)
    course_id = course_id_from(title, named.path.stem)
    return CourseInfo(course_id, title, provider, language or _ASSUMED_LANGUAGE)


def _content(
    workshop: Workshop, step: _PageStep, course_id: CourseId, tell: Callable[[], None]
) -> StepContent:
    reading = step.reading
    try:
        html = sanitise(reading.article_html)
    except ArticleTooBigError as refusal:
        step.found.error(None, str(refusal))
        html = ""
    text = plain_text(html)
    medium = _medium(workshop, step, tell)
    transcripts = _transcripts(workshop, step, medium)
    kind = reading.kind
    if medium is not None and kind in {StepKind.ARTICLE, StepKind.VIDEO, StepKind.AUDIO}:
        kind = StepKind(medium.kind.value)
    outline = StepOutline(
        id=stable_step_id(course_id, step.key),
        number=f"{step.week}.{step.position}",
        kind=kind,
        title=reading.title,
        minutes=None if kind is StepKind.VIDEO and medium is None else minutes_for(text, medium),
        is_preview=bool(reading.is_preview),
    )
    return StepContent(
        outline,
        html,
        text,
        media=() if medium is None else (medium,),
        transcripts=transcripts,
    )


def _transcripts(workshop: Workshop, step: _PageStep, medium: Medium | None) -> tuple[Transcript, ...]:
    """The transcript in the page, and in other languages the subtitle files beside it with the same name."""
    language = step.reading.language or _ASSUMED_LANGUAGE
    own = Transcript(language, step.reading.cues)
    transcripts = [closed(own, medium, step.found)] if own.cues else []
    beside = () if "#" in step.key else transcripts_of(workshop, step.path, None, medium, language)
    for transcript in beside:
        if transcript.language == language and own.cues:
            message = (
                f"The subtitles in {language} beside this page were left out: the page has that transcript."
            )
            step.found.warning(None, message)
        else:
            transcripts.append(transcript)
    return tuple(transcripts)


def _medium(workshop: Workshop, step: _PageStep, tell: Callable[[], None]) -> Medium | None:
    """A medium beside the page with the same name is the page's; only the first page of a file has one."""
    beside = media_beside(workshop, step.path) if "#" not in step.key else []
    if not beside:
        if step.reading.kind is StepKind.VIDEO:
            step.found.info(None, "The video itself is not here; learners can read its transcript.")
        return None
    reader = MediaReader(workshop, lambda path: check_medium(path, lambda _position: tell()), {})
    return reader.medium(beside[0], step.found, None)


def _weeks(pages: Sequence[_PageStep], contents: Sequence[StepContent]) -> Iterable[Week]:
    by_key = {step.key: content.outline for step, content in zip(pages, contents, strict=True)}
    for number in sorted({step.week for step in pages}):
        steps = [step for step in pages if step.week == number]
        title = f"Week {number}"
        yield Week(number, title, (Activity(title, tuple(by_key[step.key] for step in steps)),))
