"""What other programs get to know about a course."""

import json
from pathlib import Path

from courseplayer.authoring.describe import describe
from courseplayer.authoring.source import read_source
from courseplayer.system.cancellation import SilentTask
from making.folders import COURSE_TOML, VTT, make_folder, step_text
from making.media import MediaSamples

WEEK = "week-06-patients"


TRANSCRIPT = {
    "language": "en",
    "cues": [
        {"start_ms": 200, "end_ms": 1000, "speaker": "Amina", "text": "We begin with a question."},
        {"start_ms": 1200, "end_ms": 1900, "speaker": None, "text": "And then we wait."},
    ],
}


def test_every_fact_of_a_course_is_described(folder: Path, media: MediaSamples) -> None:
    settings = {"activity": "Start", "preview": "yes", "colour": "x"}
    make_folder(
        folder,
        {
            "course.toml": COURSE_TOML + '[licence]\nname = "CC BY"\n',
            f"{WEEK}/01-welcome.md": step_text("Welcome", "Words.", **settings),
            f"{WEEK}/01-welcome.mp4": media.mp4,
            f"{WEEK}/01-welcome.en.vtt": VTT,
        },
    )
    reading = read_source(folder, SilentTask())
    assert reading.plan is not None
    outline, contents = reading.plan.outline, reading.plan.contents
    value = describe(outline, contents, reading.size_bytes, reading.problems)
    step = {
        "id": contents[0].outline.id,
        "number": "6.1",
        "kind": "video",
        "title": "Welcome",
        "preview": True,
        "minutes": 1,
        "text": "Words.",
        "transcripts": [TRANSCRIPT],
        "media": [
            {"kind": "video", "duration_ms": 2000, "size_bytes": len(media.mp4), "codec": "h264"},
        ],
    }
    problem = {
        "file": f"{WEEK}/01-welcome.md",
        "line": 5,
        "severity": "warning",
        "message": '"colour" is not known here and is ignored.',
    }
    assert value == {
        "title": "Listening in the clinic",
        "provider": "Hill Clinic",
        "language": "en",
        "licence": "CC BY",
        "bytes": reading.size_bytes,
        "weeks": [
            {"number": 6, "title": "Patients", "activities": [{"title": "Start", "steps": [step]}]},
        ],
        "problems": [problem],
    }
    assert json.loads(json.dumps(value)) == value


def test_what_is_not_known_is_null(folder: Path) -> None:
    make_folder(folder, {"course.toml": 'id = "c"\ntitle = "T"\n', "week-1/01-a.md": step_text("A")})
    reading = read_source(folder, SilentTask())
    assert reading.plan is not None
    value = describe(reading.plan.outline, reading.plan.contents, 1, ())
    assert (value["provider"], value["language"], value["licence"]) == (None, None, None)


def test_a_source_that_could_not_be_read_has_only_problems(folder: Path) -> None:
    reading = read_source(make_folder(folder, {"course.toml": "nonsense"}), SilentTask())
    value = describe(None, (), reading.size_bytes, reading.problems)
    assert value["title"] is None
    assert value["weeks"] == []
    assert value["problems"][0]["file"] == "course.toml"
    assert value["problems"][0]["severity"] == "error"
