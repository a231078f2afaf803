"""``inspect --json``: every key always there, and a course says what its source said."""

import json
from pathlib import Path
from typing import Any

import pytest

from courseplayer.course.outline import StepKind
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.command_line import Run
from making.folders import make_folder, step_text
from making.futurelearn import PlannedCue, PlannedPage, page_text
from making.plans import a_course_plan

ROOT = Path(__file__).resolve().parents[2]
TEXT, WHOLE = (str,), (int,)
MAYBE_TEXT, MAYBE_WHOLE = (str, type(None)), (int, type(None))
CUE = {"start_ms": WHOLE, "end_ms": MAYBE_WHOLE, "speaker": MAYBE_TEXT, "text": TEXT}
TRANSCRIPT = {"language": MAYBE_TEXT, "cues": [CUE]}
MEDIUM = {"kind": TEXT, "duration_ms": MAYBE_WHOLE, "size_bytes": WHOLE, "codec": MAYBE_TEXT}
STEP = {
    "id": TEXT,
    "number": TEXT,
    "kind": TEXT,
    "title": TEXT,
    "preview": (bool,),
    "minutes": MAYBE_WHOLE,
    "text": TEXT,
    "transcripts": [TRANSCRIPT],
    "media": [MEDIUM],
}
COURSE = {
    "title": MAYBE_TEXT,
    "provider": MAYBE_TEXT,
    "language": MAYBE_TEXT,
    "licence": MAYBE_TEXT,
    "bytes": MAYBE_WHOLE,
    "weeks": [{"number": WHOLE, "title": TEXT, "activities": [{"title": TEXT, "steps": [STEP]}]}],
    "problems": [{"file": MAYBE_TEXT, "line": MAYBE_WHOLE, "severity": TEXT, "message": TEXT}],
}

SUBTITLES = {
    "talk.en.vtt": "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Amina>We listen.\n",
    "talk.en.srt": "1\n00:00:01,000 --> 00:00:02,500\nAmina: We listen.\n",
    "talk.en.sbv": "0:00:01.000,0:00:02.500\nAmina: We listen.\n",
    "talk.en.ttml": '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
    '<p begin="1s" end="2.5s">Amina: We listen.</p></div></body></tt>',
    "talk.en.ass": "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:02.50,Default,Amina,0,0,0,,We listen.\n",
}
PAGE = PlannedPage(
    "Welcome to the week",
    (PlannedCue(5, "Amina", "This week we listen."), PlannedCue(9, None, "Then we wait.", "bare")),
    ("An article below the film.",),
    course="Listening",
    provider="Hill Clinic",
    has_noise=True,
    has_previews=True,
)


def _check(value: object, shape: object, place: str = "course") -> None:
    if isinstance(shape, dict):
        assert isinstance(value, dict), place
        assert list(value) == list(shape), place
        for key, inner in shape.items():
            _check(value[key], inner, f"{place}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), place
        for one in value:
            _check(one, shape[0], place)
    else:
        assert isinstance(shape, tuple)
        assert type(value) in shape, (place, value)


def _inspected(called: Run, source: object) -> dict[str, Any]:
    run = called("inspect", source, "--json")
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    value: dict[str, Any] = json.loads(run.stdout)
    _check(value, COURSE)
    return value


def _steps(value: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for week in value["weeks"] for activity in week["activities"] for step in activity["steps"]]


def _known_to_both(value: dict[str, Any]) -> dict[str, Any]:
    return {key: inner for key, inner in value.items() if key not in {"bytes", "problems"}}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder with two pages as text."""
    (tmp_path / "pages").mkdir()
    for number in ("6.1", "6.2"):
        (tmp_path / "pages" / f"{number}-welcome.txt").write_text(page_text(PAGE), encoding="utf-8")
    return tmp_path / "pages"


def test_a_course_of_every_kind_of_step_has_every_key(called: Run, tmp_path: Path) -> None:
    write_course(a_course_plan(), tmp_path / "a.course", SilentTask())
    value = _inspected(called, tmp_path / "a.course")
    assert {step["kind"] for step in _steps(value)} == set(StepKind)
    assert (value["licence"], value["bytes"]) == ("CC BY 4.0", (tmp_path / "a.course").stat().st_size)
    assert _steps(value)[1]["media"] == [
        {"kind": "audio", "duration_ms": None, "size_bytes": 70_000, "codec": "mp3"}
    ]


@pytest.mark.parametrize("name", SUBTITLES)
def test_a_lone_subtitle_file_is_a_course_of_one_step(called: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SUBTITLES[name], encoding="utf-8")
    value = _inspected(called, tmp_path / name)
    (step,) = _steps(value)
    assert (step["number"], step["title"], value["language"]) == ("1.1", "Talk", "en")
    assert (value["provider"], value["licence"], step["media"]) == (None, None, [])
    assert value["bytes"] == (tmp_path / name).stat().st_size
    assert step["transcripts"] == [
        {
            "language": "en",
            "cues": [{"start_ms": 1000, "end_ms": 2500, "speaker": "Amina", "text": "We listen."}],
        }
    ]


def test_a_page_is_described_with_stamps_speakers_and_article(called: Run, pages: Path) -> None:
    value = _inspected(called, pages / "6.1-welcome.txt")
    (step,) = _steps(value)
    assert (value["title"], value["provider"]) == ("Listening", "Hill Clinic")
    assert (step["number"], step["title"], step["text"]) == (
        "6.1",
        "Welcome to the week",
        "An article below the film.",
    )
    assert [(cue["start_ms"], cue["speaker"], cue["text"]) for cue in step["transcripts"][0]["cues"]] == [
        (5_000, "Amina", "This week we listen."),
        (9_000, None, "Then we wait."),
    ]


def _sources(tmp_path: Path, source: Path, pages: Path) -> dict[str, Path]:
    subtitles = tmp_path / "talk.en.vtt"
    subtitles.write_text(SUBTITLES["talk.en.vtt"], encoding="utf-8")
    return {
        "folder": source,
        "pages": pages,
        "page": pages / "6.2-welcome.txt",
        "subtitles": subtitles,
        "demo": ROOT / "resources" / "demo-course",
    }


@pytest.mark.parametrize("kind", ["folder", "pages", "page", "subtitles", "demo"])
def test_the_course_says_what_its_source_said(
    called: Run, source: Path, pages: Path, tmp_path: Path, kind: str
) -> None:
    given = _sources(tmp_path, source, pages)[kind]
    assert called("build", given, "-o", tmp_path / "made.course").returncode == 0
    of_source, of_course = _inspected(called, given), _inspected(called, tmp_path / "made.course")
    assert _known_to_both(of_course) == _known_to_both(of_source)
    assert _steps(of_source) != []
    assert of_course["problems"] == []


def test_problems_name_file_line_severity_and_what_is_wrong(called: Run, tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path / "odd",
        {
            "week-01-a/01-b.md": step_text("B", colour="red"),
            "week-01-a/02-c.md": step_text("C", video="gone.mp4"),
            "week-01-a/notes.xyz": "x",
        },
    )
    problems = {problem["file"]: problem for problem in _inspected(called, folder)["problems"]}
    assert problems["week-01-a/01-b.md"] == {
        "file": "week-01-a/01-b.md",
        "line": 3,
        "severity": "warning",
        "message": '"colour" is not known here and is ignored.',
    }
    assert (problems["week-01-a/02-c.md"]["line"], problems["week-01-a/02-c.md"]["severity"]) == (3, "error")
    assert (problems["week-01-a/notes.xyz"]["line"], problems["week-01-a/notes.xyz"]["severity"]) == (
        None,
        "info",
    )


def test_a_source_that_could_not_be_read_has_every_key_too(called: Run, tmp_path: Path) -> None:
    run = called("inspect", make_folder(tmp_path / "broken", {"course.toml": "title = ["}), "--json")
    value = json.loads(run.stdout)
    _check(value, COURSE)
    assert (run.returncode, value["title"], value["weeks"]) == (2, None, [])
    assert value["problems"][0]["severity"] == "error"


BROKEN = {
    "empty.course": b"",
    "words.course": b"no course at all",
    "cut.course": b"SQLite format 3\0" + bytes(400),
    "empty.vtt": b"",
    "silent.vtt": b"WEBVTT\n",
    "words.srt": b"words without times",
    "noise.txt": bytes(range(256)),
    "prose.txt": b"Only some prose.",
}


@pytest.mark.parametrize("name", [*BROKEN, "gone.course", "gone.vtt", "folder"])
def test_what_cannot_be_read_at_all_is_an_object_with_the_sentence(
    called: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    if name in BROKEN:
        (tmp_path / name).write_bytes(BROKEN[name])
    run = called("inspect", tmp_path / name, "--json")
    value = json.loads(run.stdout)
    _check(value, COURSE)
    assert (run.returncode, value["title"], value["weeks"]) == (2, None, [])
    assert value["bytes"] == (len(BROKEN[name]) if name in BROKEN else None)
    (problem,) = value["problems"]
    assert (problem["file"], problem["severity"], problem["line"]) == (name, "error", None)
    assert run.stderr == problem["message"] + "\n"


def test_a_language_that_nobody_knows_is_null(called: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text(SUBTITLES["talk.en.srt"], encoding="utf-8")
    value = _inspected(called, tmp_path / "talk.srt")
    assert value["language"] is None
    assert _steps(value)[0]["transcripts"][0]["language"] is None
