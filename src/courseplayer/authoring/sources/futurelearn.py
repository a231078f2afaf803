"""FutureLearn step pages saved as text: title, transcript, article and course.

The forms were collected from step pages of 2015 to 2024; DESIGN of the project lists them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from courseplayer.authoring.findings import FileFindings, Findings
from courseplayer.authoring.sources.encoding import decode
from courseplayer.authoring.sources.futurelearn_article import article_of
from courseplayer.authoring.sources.futurelearn_layout import layout_of
from courseplayer.authoring.sources.futurelearn_page import Page, pages_of
from courseplayer.authoring.sources.futurelearn_paragraphs import paragraphs_of, repaired
from courseplayer.authoring.sources.futurelearn_stamps import Part
from courseplayer.authoring.sources.futurelearn_timeline import parts_of
from courseplayer.authoring.sources.futurelearn_transcript import cues_of_parts
from courseplayer.authoring.sources.languages import language_in_name
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.course.outline import StepKind
from courseplayer.course.problems import Problem
from courseplayer.course.transcript import Cue

_NO_WORDS = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds no words of a course step, so nothing was read from it; nothing was changed. "
    "Choose a page that was saved as text.",
)
_NUMBERED_TITLE = re.compile(r"(?:Step\s+)?(\d{1,2}\.\d{1,2})(?:\s*[:–-])?\s+(?=\S)", re.IGNORECASE)
_WEEK_IN_NAME = re.compile(r"(?:^|(?<=[\W_]))week[ _-]*(\d{1,2})(?!\d)[ ._-]*", re.IGNORECASE)
_STEP_IN_NAME = re.compile(r"(\d{1,2})[._-](\d{1,2})(?!\d)[ ._-]*")


@dataclass(frozen=True, slots=True)
class PageReading:
    """One step page.

    ``article_html`` is not yet sanitised; ``article_text`` has one line for each block. ``is_preview`` is
    True when the page shows the list of open steps, which only open steps do; None when nothing tells.
    The last cue is open. ``has_footer``: the page has lines for sharing or about its course. ``kind`` is
    video when there are stamps, else what the page calls itself.
    """

    title: str
    course_title: str | None
    provider: str | None
    article_html: str
    article_text: str
    cues: tuple[Cue, ...]
    week_number: int | None
    step_number: str | None
    is_preview: bool | None
    kind: StepKind
    language: str | None
    has_footer: bool
    problems: tuple[Problem, ...]


def read_page(data: bytes, file_name: str) -> PageReading:
    """Read the first step page of a file; further pages glued behind it are reported, see read_pages.

    Raises BadInputError when there are no words to read.
    """
    return read_pages(data, file_name)[0]


def read_pages(data: bytes, file_name: str) -> tuple[PageReading, ...]:
    """Read every step page of a file, in order; there is at least one.

    Raises BadInputError when there are no words to read.
    """
    findings = Findings()
    found = findings.about(file_name)
    decoded = decode(data, file_name)
    found.adopt(decoded.problems)
    pages = pages_of(paragraphs_of(repaired(decoded.text, found)), found)
    pages = tuple(page for page in pages if page.body or page.after)
    if not pages:
        raise BadInputError(_NO_WORDS, file=file_name)
    for page in pages[1:]:
        line = (page.body or page.after)[0].line
        found.warning(line, "Another step page begins here; it is a step of its own.")
    shared = findings.all()
    return tuple(_reading(page, file_name, shared) for page in pages)


def _reading(page: Page, file_name: str, shared: Sequence[Problem]) -> PageReading:
    findings = Findings()
    found = findings.about(file_name)
    parts = parts_of(page.body)
    layout = layout_of(parts, page.has_footer, found)
    cues = cues_of_parts(layout.spoken, found) if layout.spoken else ()
    after = [paragraph.text for paragraph in page.after]
    article = article_of([part.text for part in layout.article] + after)
    title, number = _title(layout.title, file_name, found)
    step = _step(number, page, file_name, found)
    return PageReading(
        title=title,
        course_title=page.course,
        provider=page.provider,
        article_html=article.html,
        article_text=article.text,
        cues=cues,
        week_number=_week(step, page, title, file_name, found),
        step_number=step,
        is_preview=True if page.has_previews else None,
        kind=_kind(bool(cues), page.kind),
        language=language_in_name(file_name),
        has_footer=page.has_footer,
        problems=tuple(sorted((*shared, *findings.all()), key=_place_of)),
    )


def _place_of(problem: Problem) -> tuple[bool, int]:
    """Sort by line; what concerns the whole file comes last."""
    return problem.line is None, problem.line or 0


def _title(part: Part | None, file_name: str, found: FileFindings) -> tuple[str, str | None]:
    """Return the title and the step number in front of it."""
    if part is None:
        title = _title_in_name(PurePath(file_name).stem)
        found.info(None, f"The page has no title; “{title}” was taken from the file's name.")
        return title, None
    text = " ".join(part.text.split())
    number = _NUMBERED_TITLE.match(text)
    return (text[number.end() :], number[1]) if number else (text, None)


def _title_in_name(stem: str) -> str:
    words = _WEEK_IN_NAME.sub("", _STEP_IN_NAME.sub("", stem, count=1), count=1)
    title = " ".join(re.split(r"[\s_-]+", words)).strip(" .") or stem
    return title[:1].upper() + title[1:]


def _step(in_title: str | None, page: Page, file_name: str, found: FileFindings) -> str | None:
    if in_title or page.step:
        return in_title or page.step
    named = _STEP_IN_NAME.match(PurePath(file_name).stem)
    if named is None:
        return None
    number = f"{int(named[1])}.{int(named[2])}"
    found.info(None, f"The step number {number} was taken from the file's name.")
    return number


def _week(step: str | None, page: Page, title: str, file_name: str, found: FileFindings) -> int | None:
    if step is not None:
        return int(step.partition(".")[0])
    if page.week is not None:
        return page.week
    for text, place in ((file_name, "file's name"), (title, "title")):
        named = _WEEK_IN_NAME.search(text)
        if named is not None:
            found.info(None, f"The week number {named[1]} was taken from the {place}.")
            return int(named[1])
    return None


def _kind(has_stamps: bool, called: str | None) -> StepKind:
    if called in ("audio", "discussion", "quiz") and not (has_stamps and called != "audio"):
        return StepKind(called)
    return StepKind.VIDEO if has_stamps or called == "video" else StepKind.ARTICLE
