"""A course or a source as plain values for other programs: what ``inspect --json`` prints."""

from collections.abc import Iterable, Sequence
from typing import Any

from courseplayer.course.content import StepContent
from courseplayer.course.outline import Outline, StepOutline
from courseplayer.course.problems import Problem
from courseplayer.course.transcript import UNKNOWN_LANGUAGE, Transcript


def describe(
    outline: Outline | None,
    contents: Iterable[StepContent],
    size_bytes: int | None,
    problems: Sequence[Problem],
) -> dict[str, Any]:
    """Return every fact of a course; all keys are always there, None where something is not known.

    Without an outline (a source that could not be read) there are only the problems.
    """
    by_id = {content.outline.id: content for content in contents}
    course = None if outline is None else outline.course
    licence = None if course is None else course.licence
    return {
        "title": None if course is None else course.title,
        "provider": None if course is None else course.provider,
        "language": None if course is None else course.language,
        "licence": None if licence is None else licence.name,
        "bytes": size_bytes,
        "weeks": [
            {
                "number": week.number,
                "title": week.title,
                "activities": [
                    {
                        "title": activity.title,
                        "steps": [_step(step, by_id[step.id]) for step in activity.steps],
                    }
                    for activity in week.activities
                ],
            }
            for week in (() if outline is None else outline.weeks)
        ],
        "problems": [
            {"file": p.file, "line": p.line, "severity": p.severity.value, "message": p.message}
            for p in problems
        ],
    }


def _step(step: StepOutline, content: StepContent) -> dict[str, Any]:
    return {
        "id": step.id,
        "number": step.number,
        "kind": step.kind.value,
        "title": step.title,
        "preview": step.is_preview,
        "minutes": step.minutes,
        "text": content.article_text,
        "transcripts": [_transcript(transcript) for transcript in content.transcripts],
        "media": [
            {
                "kind": medium.kind.value,
                "duration_ms": medium.duration_ms,
                "size_bytes": medium.size_bytes,
                "codec": medium.codec,
            }
            for medium in content.media
        ],
    }


def _transcript(transcript: Transcript) -> dict[str, Any]:
    language = transcript.language
    return {
        "language": None if language == UNKNOWN_LANGUAGE else language,
        "cues": [
            {"start_ms": cue.start_ms, "end_ms": cue.end_ms, "speaker": cue.speaker, "text": cue.text}
            for cue in transcript.cues
        ],
    }
