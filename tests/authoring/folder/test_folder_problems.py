"""Each thing a trainer can get wrong is told with its file and line, and how bad it is."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from courseplayer.authoring.source import SourceReading, read_source
from courseplayer.course.problems import Problem, Severity
from courseplayer.system.cancellation import SilentTask
from making.folders import COURSE_TOML, VTT, make_folder, make_picture
from making.media import MediaSamples

WEEK = "week-01-why-listen"
STEP = f"{WEEK}/01-welcome.md"
INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
Files = Mapping[str, str | bytes]


def _read(folder: Path, files: Files) -> SourceReading:
    return read_source(make_folder(folder, files), SilentTask())


def _only(reading: SourceReading) -> Problem:
    assert len(reading.problems) == 1, reading.problems
    return reading.problems[0]


def _settings(*lines: str, body: str = "Words.") -> str:
    return "\n".join(["---", "title: Welcome", *lines, "---", body, ""])


@pytest.mark.parametrize(
    ("lines", "line", "severity", "words"),
    [
        (["titel: X"], 3, WARNING, '"titel" is not known here and is ignored; did you mean "title"?'),
        (["min_words: 5"], 3, WARNING, '"min_words" is not known here'),
        (["minutes: five"], 3, WARNING, '"minutes" must be a whole number above 0'),
        (["minutes: 0"], 3, WARNING, "above 0"),
        (["minutes: -3"], 3, WARNING, "above 0"),
        (["minutes: 2.5"], 3, WARNING, "above 0"),
        (["minutes: " + "9" * 5000], 3, WARNING, "above 0"),
        (["minutes: [3]"], 3, WARNING, '"minutes" must be one text'),
        (["preview: perhaps"], 3, WARNING, '"preview" must be true or false'),
        (["kind: vidoe"], 3, WARNING, 'did you mean "video"?'),
        (["kind: game"], 3, WARNING, "known are video, audio, article"),
        (["kind: video"], 3, ERROR, "such as 01-welcome.mp4"),
        (["kind: audio"], 3, ERROR, "such as 01-welcome.mp3"),
        (["kind: review"], 3, WARNING, "no assignment before this review"),
        (["video: talk.mp4"], 3, ERROR, '"talk.mp4" was not found in the course folder'),
        (["video: ../../talk.mp4"], 3, ERROR, "leads out of the course folder"),
        (["video: /etc/passwd"], 3, ERROR, "is not in the course folder"),
        (["video: 'C:\\talk.mp4'"], 3, ERROR, "is not in the course folder"),
        (["video: https://example.org/talk.mp4"], 3, ERROR, "is not in the course folder"),
        (["kind: assignment", "min_words: 9", "max_words: 3"], 5, WARNING, "is more than max_words"),
        (["title: Again"], 3, WARNING, '"title" is given twice; the first is used.'),
        (["downloads:", "  - title: X"], 4, WARNING, "A download without a file"),
        (["downloads:", "  - file: none.pdf"], 4, ERROR, 'The download is missing: "none.pdf"'),
        (["downloads:", "  - file: ../../../a.pdf"], 4, ERROR, "leads out of the course folder"),
        (["downloads:", "  - file: 01-welcome.md", "    size: 3"], 5, WARNING, '"size" is not known'),
        (["downloads: sheet.pdf"], 3, ERROR, 'The download is missing: "sheet.pdf"'),
        (["downloads: [[sheet.pdf]]"], 3, WARNING, "must be a list of entries"),
        (["links: example.org"], 3, WARNING, '"example.org" is not a web address'),
        (["\tactivity: X"], 3, ERROR, "This line begins with a tab"),
        (["links:", "  - {title: X, url: ftp://example.org}"], 4, WARNING, "is not a web address"),
        (["links:", "  - {title: X}"], 4, WARNING, "is not a web address"),
        (["licence: {url: https://example.org}"], 3, WARNING, "The licence has no name"),
        (["licence: {name: X, url: nowhere}"], 3, WARNING, '"nowhere" is not a web address'),
        (["guidance: [a, [b]]", "kind: assignment"], 3, WARNING, "must be a list of texts"),
    ],
)
def test_a_wrong_setting_is_told(
    folder: Path, lines: list[str], line: int, severity: Severity, words: str
) -> None:
    problems = _read(folder, {STEP: _settings(*lines)}).problems
    told = [p for p in problems if words in p.message]
    assert told, problems
    assert (told[0].file, told[0].line) == (STEP, line)
    assert severity in {p.severity for p in problems}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ntitle: Week 1: Welcome\n---\n", 2, "put the whole text in quotes"),
        ("---\ntitle: A\nkind: [video\n---\n", 3, "cannot be read from here on"),
        ("---\ntitle: A\n", 1, "begin with --- but never end"),
        ("---\n- a\n- b\n---\n", 2, "must be names and values"),
        ("---\na: &x [1]\nb: *x\n---\n", 2, "use & and *"),
        ("---\na: " + "[" * 3000 + "]" * 3000 + "\n---\n", 2, "nested too deeply"),
        ("---\n" + "a: 1\n" * 2000 + "---\n", 2, "too long"),
    ],
)
def test_settings_that_cannot_be_read_are_an_error(folder: Path, text: str, line: int, words: str) -> None:
    errors = _read(folder, {STEP: text}).errors()
    assert [(e.file, e.line) for e in errors] == [(STEP, line)]
    assert words in errors[0].message


@pytest.mark.parametrize("text", ["Only words.", "---\n---\nWords.", "---\ntitle:\n---\nWords."])
def test_a_missing_title_is_taken_from_the_file_name(folder: Path, text: str) -> None:
    reading = _read(folder, {STEP: text})
    assert _only(reading) == Problem(
        STEP, 1, WARNING, 'The step has no title; "Welcome" is taken from the file name.'
    )


@pytest.mark.parametrize(
    ("body", "line", "severity", "words"),
    [
        ("One.\n\nTwo ![x](none.png)", 6, WARNING, '"none.png" was not found'),
        ("![x](../../out.png)", 4, WARNING, "leads out of the course folder"),
        ("![x](/etc/passwd)", 4, WARNING, "is not in the course folder"),
        ("![x](file:///etc/passwd)", 4, WARNING, "is not in the course folder"),
        ("![x](https://example.org/x.png)", 4, WARNING, "is not in the course folder"),
        ("![x](.)", 4, WARNING, "is not a file"),
        ('One.\n\n<img src="none.png">', 6, WARNING, '"none.png" was not found'),
        ("![x](drawing.svg)", 4, ERROR, "export the drawing as PNG"),
        ("![x](broken.png)", 4, ERROR, "not a whole PNG"),
        ("A\nline\n![](good.png)", 6, INFO, "no description for people who cannot see it"),
        ("[x](step:nowhere/none)", 4, WARNING, 'The link to "step:nowhere/none" leads to nothing'),
        ("a\nb [x](99-none.md)", 5, WARNING, 'The link to "99-none.md" leads to nothing'),
        ("[x](ftp://example.org)", 4, WARNING, "leads to nothing in this course"),
        ("<a href='javascript:x'>x</a>", 4, WARNING, "leads to nothing in this course"),
        ("a\n\n<iframe src='https://example.org'></iframe>", 6, WARNING, "<iframe> is not allowed"),
        ("a <blink>b</blink>", 4, WARNING, "<blink> is not allowed"),
        ("<p style='x' onclick='y'>b</p>", 4, INFO, "onclick, style of <p> is not allowed"),
        ("- a\n\n" + "x" * 400_001, None, ERROR, "too long"),
    ],
)
def test_what_an_article_cannot_hold_is_told(
    folder: Path, body: str, line: int | None, severity: Severity, words: str
) -> None:
    make_picture(folder / WEEK / "good.png")
    make_picture(folder.parent / "out.png")
    files: Files = {f"{WEEK}/drawing.svg": "<svg/>", f"{WEEK}/broken.png": b"\x89PNG\r\n\x1a\nno"}
    problems = _read(folder, {STEP: _settings(body=body), **files}).problems
    told = [p for p in problems if words in p.message]
    assert [(p.file, p.line, p.severity) for p in told] == [(STEP, line, severity)]


def test_words_of_what_was_left_out_are_kept(folder: Path) -> None:
    body = "![A *map*](none.png) [read *on*](none.md) <blink>see</blink><script>bad()</script>"
    reading = _read(folder, {STEP: _settings(body=body)})
    assert reading.plan is not None
    assert reading.plan.contents[0].article_text == "A *map* read on see"
    assert "<a" not in reading.plan.contents[0].article_html


@pytest.mark.parametrize(
    ("body", "line", "severity", "words"),
    [
        ("## Q\n- [ ] a\n- [ ] b", 5, ERROR, "no right answer"),
        ("## Q\n\nWords", 5, ERROR, "no answers"),
        ("Words", None, WARNING, "no question"),
        ("## Q\n- [x] a\n- b", 7, WARNING, "must begin with [ ] or [x]"),
        ("## Q\n- [x]\n- [x] b", 6, WARNING, "must begin with [ ] or [x]"),
        ("## Q\n- [x] a\n\n```\ncode\n```", 8, WARNING, "this is left out"),
        ("## Q ![m](good.png)\n- [x] a", 5, WARNING, "Pictures cannot stand in a question"),
    ],
)
def test_a_quiz_that_cannot_be_answered_is_told(
    folder: Path, body: str, line: int | None, severity: Severity, words: str
) -> None:
    make_picture(folder / WEEK / "good.png")
    reading = _read(folder, {STEP: _settings("kind: quiz", body=body)})
    told = [p for p in reading.problems if words in p.message]
    assert [(p.file, p.line, p.severity) for p in told] == [(STEP, line, severity)]
    assert reading.plan is not None
    assert reading.plan.assets == ()


@pytest.mark.parametrize("what", ["truncated", "empty", "text", "av1", "playlist"])
def test_a_medium_that_will_not_play_is_an_error(folder: Path, media: MediaSamples, what: str) -> None:
    data, words = {
        "truncated": (media.truncated, "incomplete"),
        "empty": (b"", "empty"),
        "text": (b"not a video", "text or a playlist"),
        "av1": (media.av1, "AV1"),
        "playlist": (b"#EXTM3U\nhttps://example.org/a.ts\n", "text or a playlist"),
    }[what]
    name = "01-welcome.m3u8" if what == "playlist" else "01-welcome.mp4"
    reading = _read(folder, {STEP: _settings(), f"{WEEK}/{name}": data})
    (error,) = reading.errors()
    assert (error.file, error.line) == (STEP, None)
    assert f"{WEEK}/{name} cannot be played." in error.message
    assert words in error.message
    assert reading.plan is not None
    assert reading.plan.contents[0].media == ()
    assert reading.plan.assets == ()


def test_a_medium_named_in_the_settings_is_told_at_its_line(folder: Path) -> None:
    reading = _read(folder, {STEP: _settings("video: bad.mp4"), f"{WEEK}/bad.mp4": b""})
    assert [(e.file, e.line) for e in reading.errors()] == [(STEP, 3)]


def test_a_second_medium_of_the_same_name_is_left_out(folder: Path, media: MediaSamples) -> None:
    files = {f"{WEEK}/01-welcome.mp3": media.mp3, f"{WEEK}/01-welcome.mp4": media.mp4}
    problems = _read(folder, {STEP: _settings(), **files}).problems
    assert problems[0] == Problem(
        f"{WEEK}/01-welcome.mp3",
        None,
        WARNING,
        "01-welcome.mp4 is played in this step, so this file is left out.",
    )


def test_a_kind_that_does_not_fit_the_medium_is_told(folder: Path, media: MediaSamples) -> None:
    problem = _only(_read(folder, {STEP: _settings("kind: video"), f"{WEEK}/01-welcome.mp3": media.mp3}))
    assert (problem.severity, problem.line) == (WARNING, 3)
    assert "called video, but its medium is audio" in problem.message


def test_a_transcript_without_its_video_is_a_warning(folder: Path) -> None:
    problem = _only(_read(folder, {STEP: _settings("kind: video"), f"{WEEK}/01-welcome.en.vtt": VTT}))
    assert (problem.severity, problem.line) == (WARNING, 3)
    assert "learners can only read its transcript" in problem.message


def test_broken_subtitles_are_an_error_in_their_file(folder: Path, media: MediaSamples) -> None:
    files: Files = {f"{WEEK}/01-welcome.mp4": media.mp4, f"{WEEK}/01-welcome.en.vtt": "no times here"}
    (error,) = _read(folder, {STEP: _settings(), **files}).errors()
    assert error.file == f"{WEEK}/01-welcome.en.vtt"


def test_two_transcripts_in_one_language_are_told(folder: Path, media: MediaSamples) -> None:
    srt = "1\n00:00:00,200 --> 00:00:01,000\nHello.\n"
    files: Files = {
        f"{WEEK}/01-welcome.mp4": media.mp4,
        f"{WEEK}/01-welcome.en.srt": srt,
        f"{WEEK}/01-welcome.en.vtt": VTT,
    }
    problem = _only(_read(folder, {STEP: _settings(), **files}))
    assert (problem.file, problem.severity) == (f"{WEEK}/01-welcome.en.vtt", WARNING)
    assert "already a transcript in en" in problem.message


def test_a_transcript_without_language_gets_that_of_the_course(folder: Path, media: MediaSamples) -> None:
    files: Files = {f"{WEEK}/01-welcome.mp4": media.mp4, f"{WEEK}/01-welcome.vtt": VTT}
    reading = _read(folder, {STEP: _settings(), **files})
    assert reading.plan is not None
    assert reading.plan.contents[0].transcripts[0].language == "en"
    assert any("The course's language, en, is assumed" in p.message for p in reading.problems)


def test_cues_after_the_end_of_the_medium_are_told(folder: Path, media: MediaSamples) -> None:
    late = VTT + "\n00:09.000 --> 00:10.000\nToo late.\n"
    files: Files = {f"{WEEK}/01-welcome.mp4": media.mp4, f"{WEEK}/01-welcome.en.vtt": late}
    problem = _only(_read(folder, {STEP: _settings(), **files}))
    assert "1 cue begins after the end of the medium" in problem.message


@pytest.mark.parametrize(
    ("addition", "line", "severity", "words"),
    [
        ('colour = "red"', 5, WARNING, '"colour" is not known here'),
        ("licence = 3", 5, WARNING, None),
        ('source_url = "nowhere"', 5, WARNING, '"nowhere" is not a web address'),
        ('cover = "none.png"', 5, WARNING, "The picture was left out"),
        ("[licence]\nname = 'CC'\nurls = 'x'", 7, WARNING, 'did you mean "url"?'),
        ("[[people]]\nrole = 'Nurse'", 5, WARNING, "A person without a name"),
        ("[[people]]\nname = 'A'\n[[people]]\nname = 'B'\nphoto = 'x'", 9, WARNING, '"photo" is not known'),
        ("[[people]]\nname = 'A'\npicture = '../x.png'", 7, WARNING, "leads out of the course folder"),
        ("[[glossary]]\nterm = 'A'", 5, WARNING, "needs a term and a meaning"),
        (
            "[[glossary]]\nterm='A'\nmeaning='x'\n[[glossary]]\nterm='A'\nmeaning='y'",
            8,
            WARNING,
            "in the glossary twice",
        ),
        ("summary = '''\nOne\n[x](none.md)'''", None, WARNING, 'The link to "none.md"'),
        ("title = 'x'", 5, ERROR, "cannot be read"),
        ("nonsense", 5, ERROR, "cannot be read"),
    ],
)
def test_what_is_wrong_in_course_toml_is_told(
    folder: Path, addition: str, line: int | None, severity: Severity, words: str | None
) -> None:
    reading = _read(folder, {"course.toml": COURSE_TOML + addition + "\n", STEP: _settings()})
    told = [p for p in reading.problems if words is not None and words in p.message]
    if words is None:
        assert reading.problems == ()
        return
    assert [(p.file, p.severity) for p in told] == [("course.toml", severity)]
    assert line is None or told[0].line == line
    assert (reading.plan is None) == (severity is ERROR)


@pytest.mark.parametrize(
    ("toml", "severity", "words"),
    [
        ('title = "T"\nlanguage = "en"', INFO, 'The course has no id; "listening" is taken from the folder.'),
        ('id = "My Course!"\ntitle = "T"\nlanguage = "en"', WARNING, '"my-course" is used.'),
        ('id = "c"\nlanguage = "en"', WARNING, 'The course has no title; "Listening" is taken'),
        ('id = "c"\ntitle = "T"', INFO, "The course has no language"),
        ('id = "c"\ntitle = "T"\nlanguage = "?"', WARNING, "is not a language tag"),
    ],
)
def test_what_course_toml_does_not_say_is_assumed_and_told(
    folder: Path, toml: str, severity: Severity, words: str
) -> None:
    problem = _only(_read(folder, {"course.toml": toml, STEP: _settings()}))
    assert (problem.file, problem.severity) == ("course.toml", severity)
    assert words in problem.message


def test_a_course_without_steps_is_an_error(folder: Path) -> None:
    (error,) = _read(folder, {}).errors()
    assert (error.file, "no step" in error.message) == ("course.toml", True)


def test_an_empty_week_is_told(folder: Path) -> None:
    reading = _read(folder, {STEP: _settings(), "week-02-later/week.toml": 'title = "Later"'})
    assert _only(reading) == Problem(
        "week-02-later", None, WARNING, "The week has no step (a file that ends in .md)."
    )
    assert reading.plan is not None
    assert len(reading.plan.outline.weeks) == 1


def test_a_broken_week_toml_is_told(folder: Path) -> None:
    (error,) = _read(folder, {STEP: _settings(), f"{WEEK}/week.toml": 'titel = "X'}).errors()
    assert (error.file, error.line) == (f"{WEEK}/week.toml", 1)


def test_an_unknown_key_in_week_toml_is_told(folder: Path) -> None:
    problem = _only(_read(folder, {STEP: _settings(), f"{WEEK}/week.toml": 'titel = "X"'}))
    assert 'did you mean "title"?' in problem.message


def test_two_folders_for_one_week_are_an_error(folder: Path) -> None:
    (error,) = _read(folder, {STEP: _settings(), "week-1-again/01-a.md": _settings()}).errors()
    assert "two folders for week 1" in error.message


def test_steps_in_a_folder_that_is_no_week_are_told(folder: Path) -> None:
    problems = _read(folder, {STEP: _settings(), "extra/01-a.md": _settings()}).problems
    assert [(p.file, p.severity) for p in problems] == [("extra", WARNING), ("extra/01-a.md", INFO)]


@pytest.mark.parametrize("settings", [["id: start"], []])
def test_two_steps_with_one_id_are_an_error(folder: Path, settings: list[str]) -> None:
    second = f"{WEEK}/05-{'other' if settings else 'welcome'}.md"
    (error,) = _read(folder, {STEP: _settings(*settings), second: _settings(*settings)}).errors()
    assert (error.file, error.line) == (second, 3 if settings else 1)
    assert STEP in error.message


def test_files_that_no_step_uses_are_told(folder: Path) -> None:
    problem = _only(_read(folder, {STEP: _settings(), f"{WEEK}/notes.docx": b"x"}))
    assert (problem.file, problem.severity) == (f"{WEEK}/notes.docx", INFO)


@pytest.mark.parametrize("name", ["tool.exe", "page.html", "listening.course", "x"])
def test_downloads_that_could_do_harm_are_refused(folder: Path, name: str) -> None:
    files: Files = {STEP: _settings("downloads:", f"  - file: {name}"), f"{WEEK}/{name}": b"x"}
    (error,) = _read(folder, files).errors()
    assert (error.file, error.line) == (STEP, 4)


def test_a_binary_file_under_a_steps_name_is_an_error(folder: Path) -> None:
    files: Files = {STEP: b"PK\x03\x04" + bytes(100), f"{WEEK}/02-more.md": _settings()}
    (error,) = _read(folder, files).errors()
    assert (error.file, "is not a text file" in error.message) == (STEP, True)


def test_a_step_far_too_large_is_an_error(folder: Path) -> None:
    files: Files = {STEP: b"x" * 5_000_001, f"{WEEK}/02-more.md": _settings()}
    (error,) = _read(folder, files).errors()
    assert (error.file, "far larger than any text" in error.message) == (STEP, True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", ["secret.png", "01-welcome.mp4", "02-more.md", "01-welcome.en.vtt"])
def test_a_link_that_leads_outside_is_left_out_and_told(folder: Path, name: str, media: MediaSamples) -> None:
    outside = folder.parent / "outside"
    make_picture(outside / "secret.png")
    make_folder(outside, {"01-welcome.mp4": media.mp4, "02-more.md": "x", "01-welcome.en.vtt": VTT})
    make_folder(folder, {STEP: _settings(body="![x](secret.png)" if name == "secret.png" else "Words.")})
    (folder / WEEK / name).symlink_to(outside / name)
    reading = read_source(folder, SilentTask())
    assert reading.problems[0].file == f"{WEEK}/{name}"
    assert "leads out of the course folder" in reading.problems[0].message
    assert reading.plan is not None
    assert len(reading.plan.contents) == 1
    assert reading.plan.assets == ()
    assert reading.plan.contents[0].transcripts == ()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_itself_and_a_loop_of_folders_end(folder: Path) -> None:
    make_folder(folder, {STEP: _settings()})
    (folder / WEEK / "self.png").symlink_to(folder / WEEK / "self.png")
    (folder / WEEK / "loop").symlink_to(folder, target_is_directory=True)
    reading = read_source(folder, SilentTask())
    assert [p.file for p in reading.problems] == [f"{WEEK}/self.png"]
