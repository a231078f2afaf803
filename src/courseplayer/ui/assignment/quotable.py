"""What can be quoted: the words spoken in a course, found by typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepOutline
from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import Cue
from courseplayer.ui.transcript.language import chosen_transcript
from courseplayer.ui.transcript.search import folded

if TYPE_CHECKING:
    from courseplayer.coursefile.reader import CourseFile
    from courseplayer.ui.jobs import Job


@dataclass(frozen=True, slots=True)
class QuotableStep:
    """A step with spoken words."""

    step: StepOutline
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a step's title where ``cue`` is None, else one of its cues."""

    step: int
    cue: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the course, where they are said, and how that is written."""

    location: Location
    words: str
    source: str


def quotable_steps(
    file: "CourseFile", language: str | None, job: "Job[tuple[QuotableStep, ...]]"
) -> tuple[QuotableStep, ...]:
    """Read every transcript, in ``language`` where there are several."""
    found: list[QuotableStep] = []
    for index, content in enumerate(file.contents()):
        job.advance(index, index + 1)
        transcript = chosen_transcript(content.transcripts, language)
        if transcript is not None and transcript.cues:
            found.append(QuotableStep(content.outline, transcript.cues))
    return tuple(found)


def matching_rows(steps: Sequence[QuotableStep], words: str) -> tuple[Row, ...]:
    """Return the lines that hold all typed words, accents or not, each step's title before its cues."""
    wanted = folded(words).split()
    rows: list[Row] = []
    for index, quotable in enumerate(steps):
        title = folded(f"{quotable.step.number} {quotable.step.title}")
        left = [word for word in wanted if word not in title]
        cues = [
            number for number, cue in enumerate(quotable.cues) if not left or _holds(folded(cue.text), wanted)
        ]
        if cues:
            rows.append(Row(index))
            rows.extend(Row(index, number) for number in cues)
    return tuple(rows)


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def quotes_from(steps: Sequence[QuotableStep], rows: Sequence[Row], course_id: CourseId) -> tuple[Quote, ...]:
    """Return the chosen cues as quotes; cues that follow each other become one."""
    groups: list[list[Row]] = []
    for row in sorted((r for r in rows if r.cue is not None), key=_place):
        last = groups[-1][-1] if groups else None
        if last is not None and last.step == row.step and _cue(last) + 1 == _cue(row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(_quote(steps[group[0].step], group, course_id) for group in groups)


def _quote(quotable: QuotableStep, group: Sequence[Row], course_id: CourseId) -> Quote:
    cues = [quotable.cues[_cue(row)] for row in group]
    words = " ".join(" ".join(cue.text.split()) for cue in cues)
    start_ms = cues[0].start_ms
    step = quotable.step
    source = f"{step.number} {step.title}, {format_time_code(start_ms)}"
    return Quote(Location(course_id, step.id, start_ms), words, source)


def _place(row: Row) -> tuple[int, int]:
    return row.step, _cue(row)


def _cue(row: Row) -> int:
    return -1 if row.cue is None else row.cue
