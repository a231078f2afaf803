"""A single subtitle file as a course of one step, whose transcript can be read without its video."""

from dataclasses import replace
from pathlib import Path, PurePath

from courseplayer.authoring.findings import Findings
from courseplayer.authoring.reading import SourceReading
from courseplayer.authoring.sources.languages import language_in_name
from courseplayer.authoring.sources.names import (
    composed,
    course_id_from,
    stable_step_id,
    title_from,
    without_number,
)
from courseplayer.authoring.sources.subtitles import read_transcript_file
from courseplayer.course.content import StepContent
from courseplayer.course.errors import storage_error
from courseplayer.course.outline import Activity, CourseInfo, Outline, StepKind, StepOutline, Week
from courseplayer.course.transcript import UNKNOWN_LANGUAGE, with_ends
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import Task


def read_lone_subtitles(path: Path, task: Task) -> SourceReading:
    """Read a subtitle file; raises PlainError when it cannot be read or holds no cue."""
    task.advance(0, 1)
    findings = Findings()
    found = findings.about(path.name)
    reading = read_transcript_file(path, None)
    found.adopt(reading.problems)
    transcript = replace(reading.transcript, cues=with_ends(reading.transcript.cues, None))
    stem = _without_language(composed(path.stem), path.name)
    course_id = course_id_from(without_number(stem), stem)
    title = title_from(without_number(stem))
    found.info(
        None, f'The title "{title}" is taken from the file name; the video itself is not in the course.'
    )
    step = StepOutline(stable_step_id(course_id, stem), "1.1", StepKind.VIDEO, title)
    language = None if transcript.language == UNKNOWN_LANGUAGE else transcript.language
    week = Week(1, "Week 1", (Activity(title, (step,)),))
    outline = Outline(CourseInfo(course_id, title, language=language), (week,))
    plan = CoursePlan(outline, (StepContent(step, transcripts=(transcript,)),))
    task.advance(1, 1)
    try:
        return SourceReading(plan, findings.all(), path.stat().st_size)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal


def _without_language(stem: str, file_name: str) -> str:
    """``welcome.pt-BR`` is called ``welcome``."""
    if language_in_name(file_name) is None:
        return stem
    return PurePath(stem).stem if "." in stem else stem.rpartition("_")[0]
