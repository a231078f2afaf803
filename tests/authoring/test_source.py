"""What is accepted as a source besides a course folder, and what is refused with which words."""

import os
from pathlib import Path

import pytest

from courseplayer.authoring.source import SourceReading, read_source
from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.outline import StepKind
from courseplayer.course.problems import Severity
from courseplayer.course.transcript import Cue
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.folders import VTT, make_folder
from making.media import MediaSamples

PAGE = """\
Skip to 0 minutes and 5 secondsAMINA BELLO: Today we talk about the waiting room.

Skip to 0 minutes and 51 secondsA chair is where a visit begins.

Welcome to the waiting room

This week you will look at the room where people wait.

Share this video:

This video is from the free online course:

Better Waiting

Hill Clinic
"""
ARTICLE = """\
What a chair can do

A low chair is hard to leave.

Share this article:

This article is from the free online course:

Better Waiting

Hill Clinic
"""


def _plan(path: Path) -> CoursePlan:
    reading = read_source(path, SilentTask())
    assert reading.plan is not None, reading.problems
    return reading.plan


def _page(path: Path, text: str = PAGE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _messages(reading: SourceReading) -> str:
    return "\n".join(problem.message for problem in reading.problems)


def _refusal(path: Path) -> str:
    with pytest.raises(BadInputError) as refusal:
        read_source(path, SilentTask())
    return str(refusal.value)


def test_one_page_is_a_course_of_one_step(tmp_path: Path) -> None:
    reading = read_source(_page(tmp_path / "week-6-welcome.txt"), SilentTask())
    assert reading.plan is not None
    course = reading.plan.outline.course
    assert (course.id, course.title, course.provider, course.language) == (
        "better-waiting",
        "Better Waiting",
        "Hill Clinic",
        "en",
    )
    (content,) = reading.plan.contents
    assert content.outline.number == "6.1"
    assert content.outline.kind is StepKind.VIDEO
    assert content.outline.title == "Welcome to the waiting room"
    assert content.article_text == "This week you will look at the room where people wait."
    assert [(c.start_ms, c.end_ms, c.speaker) for c in content.transcripts[0].cues] == [
        (5000, 51_000, "AMINA BELLO"),
        (51_000, None, None),
    ]
    assert "language is assumed to be English" in _messages(reading)
    assert reading.errors() == ()
    assert reading.size_bytes == len(PAGE.encode())


@pytest.mark.parametrize(
    ("begin", "encoding"),
    [
        ("", "utf-16"),
        ("The free clinic opens. ", "utf-8"),
        ("The wide door helps. ", "utf-8"),
        ("G" + "o" * 187 + "G", "utf-8"),
    ],
)
def test_a_page_that_begins_like_a_video_is_a_page(tmp_path: Path, begin: str, encoding: str) -> None:
    page = tmp_path / "6.1-chair.txt"
    page.write_bytes((begin + ARTICLE).encode(encoding))
    assert _plan(page).contents[0].outline.number == "6.1"


def test_the_sharing_line_alone_tells_a_page(tmp_path: Path) -> None:
    plan = _plan(_page(tmp_path / "chair.txt", ARTICLE.partition("This article")[0]))
    assert plan.contents[0].outline.title == "What a chair can do"


def test_a_page_that_tells_no_week_is_put_into_the_first_and_this_is_told(tmp_path: Path) -> None:
    reading = read_source(_page(tmp_path / "welcome.txt"), SilentTask())
    assert reading.plan is not None
    assert reading.plan.contents[0].outline.number == "1.1"
    told = [p for p in reading.problems if "week 1 is assumed" in p.message]
    assert [(p.file, p.severity) for p in told] == [("welcome.txt", Severity.INFO)]


def test_a_corrected_word_leaves_the_step_what_it_was(tmp_path: Path) -> None:
    before = _plan(_page(tmp_path / "week-6-welcome.txt"))
    after = _plan(
        _page(tmp_path / "week-6-welcome.txt", PAGE.replace("Welcome to the waiting", "Into the waiting"))
    )
    assert after.contents[0].outline.title != before.contents[0].outline.title
    assert after.contents[0].outline.id == before.contents[0].outline.id


def test_a_folder_of_pages_is_a_course_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    _page(folder / "week-6-step-3.txt")
    _page(folder / "6.1-begin.txt", ARTICLE)
    _page(folder / "week-6-more.txt", ARTICLE)
    _page(folder / "2.10-later.txt", ARTICLE)
    _page(folder / "2.9-early.txt", ARTICLE)
    plan = _plan(folder)
    assert [content.outline.number for content in plan.contents] == ["2.9", "2.10", "6.1", "6.2", "6.3"]
    assert [week.number for week in plan.outline.weeks] == [2, 6]
    assert plan.contents[2].outline.kind is StepKind.ARTICLE
    assert plan.contents[2].outline.minutes == 1


def test_two_pages_of_one_number_are_told_and_kept_apart(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    _page(folder / "6.1-a.txt", ARTICLE)
    _page(folder / "6.1-b.txt", ARTICLE)
    reading = read_source(folder, SilentTask())
    assert reading.plan is not None
    assert [content.outline.number for content in reading.plan.contents] == ["6.1", "6.2"]
    assert "Another page is 6.1 too" in _messages(reading)


def test_a_page_of_another_course_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    _page(folder / "6.1-a.txt", ARTICLE)
    _page(folder / "6.2-b.txt", ARTICLE.replace("Better Waiting", "Better Sleeping"))
    assert 'This page names another course, "Better Sleeping"' in _messages(read_source(folder, SilentTask()))


def test_notes_among_the_pages_are_left_out_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    _page(folder / "6.1-a.txt")
    _page(folder / "notes.txt", "Buy chairs.\n")
    reading = read_source(folder, SilentTask())
    assert reading.plan is not None
    assert len(reading.plan.contents) == 1
    told = [p for p in reading.problems if p.file == "notes.txt" and p.severity is Severity.WARNING]
    assert "not a FutureLearn page" in told[0].message


def test_a_page_that_is_no_text_is_an_error_beside_good_pages(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    _page(folder / "6.1-a.txt")
    (folder / "6.2-b.txt").write_bytes(b"PK\x03\x04" + bytes(50))
    (error,) = read_source(folder, SilentTask()).errors()
    assert error.file == "6.2-b.txt"


def test_a_video_beside_the_page_is_its_video_and_ends_the_last_cue(
    tmp_path: Path, media: MediaSamples
) -> None:
    page = PAGE.replace("5 seconds", "0 seconds").replace("51 seconds", "1 seconds")
    path = _page(tmp_path / "week-6-welcome.txt", page)
    path.with_suffix(".mp4").write_bytes(media.mp4)
    (content,) = _plan(path).contents
    assert content.media[0].codec == "h264"
    assert content.transcripts[0].cues[-1].end_ms == content.media[0].duration_ms == 2000
    assert content.outline.minutes == 1


def test_subtitles_beside_the_page_are_its_transcripts_in_other_languages(tmp_path: Path) -> None:
    path = _page(tmp_path / "week-6-welcome.txt")
    path.with_suffix(".fr.vtt").write_text(VTT, encoding="utf-8")
    path.with_suffix(".en.vtt").write_text(VTT, encoding="utf-8")
    reading = read_source(path, SilentTask())
    assert reading.plan is not None
    transcripts = reading.plan.contents[0].transcripts
    assert [(t.language, t.cues[0].start_ms) for t in transcripts] == [("en", 5000), ("fr", 200)]
    assert "The subtitles in en beside this page were left out" in _messages(reading)


def test_files_that_no_page_uses_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    _page(folder / "6.1-a.txt")
    (folder / "other.mp4").write_bytes(b"x")
    told = [p.file for p in read_source(folder, SilentTask()).problems if "No step uses" in p.message]
    assert told == ["other.mp4"]


def test_a_broken_video_beside_the_page_is_an_error(tmp_path: Path) -> None:
    path = _page(tmp_path / "week-6-welcome.txt")
    path.with_suffix(".mp4").write_bytes(b"")
    (error,) = read_source(path, SilentTask()).errors()
    assert "week-6-welcome.mp4 cannot be played" in error.message


def test_a_lone_subtitle_file_is_a_course_of_one_step(tmp_path: Path) -> None:
    path = tmp_path / "03-why_we-listen.en.vtt"
    path.write_text(VTT, encoding="utf-8")
    reading = read_source(path, SilentTask())
    assert reading.plan is not None
    course = reading.plan.outline.course
    assert (course.id, course.title, course.language) == ("why-we-listen", "Why we listen", "en")
    (content,) = reading.plan.contents
    assert (content.outline.number, content.outline.kind, content.media) == ("1.1", StepKind.VIDEO, ())
    assert content.transcripts[0].cues[1] == Cue(1200, 1900, None, "And then we wait.")
    assert any("taken from the file name" in p.message for p in reading.problems)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.txt", VTT),
        ("talk.txt", "1\n00:00:01,000 --> 00:00:02,000\nHello\n"),
        (
            "talk.xml",
            '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">Hello</p></div></body></tt>',
        ),
    ],
)
def test_subtitles_under_another_name_are_known_by_their_content(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    plan = _plan(tmp_path / name)
    assert plan.outline.course.title == "Talk"
    assert plan.contents[0].transcripts[0].cues[0].text


def test_a_lone_subtitle_file_without_cues_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("WEBVTT\n", encoding="utf-8")
    assert "a.vtt" in _refusal(tmp_path / "a.vtt")


@pytest.mark.parametrize("name", ["talk.mp4", "talk.bin"])
def test_a_medium_alone_is_refused(tmp_path: Path, name: str, media: MediaSamples) -> None:
    (tmp_path / name).write_bytes(media.mp4)
    assert "a video or sound alone" in _refusal(tmp_path / name)


@pytest.mark.parametrize(("name", "data"), [("a.course", b"x"), ("a.db", b"SQLite format 3\x00" + bytes(90))])
def test_a_finished_course_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert "finished course already" in _refusal(tmp_path / name)


def test_a_packed_file_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "course.zip").write_bytes(b"PK\x03\x04" + bytes(60))
    assert "Unpack it" in _refusal(tmp_path / "course.zip")


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"Just words.\n"])
def test_any_other_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "thing.bin").write_bytes(data)
    assert "not a course page" in _refusal(tmp_path / "thing.bin")


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "disk.img").open("wb") as file:
        file.truncate(50_000_000_000)
    assert "not a course page" in _refusal(tmp_path / "disk.img")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "neither a course.toml nor course pages" in _refusal(tmp_path / "empty")


def test_a_folder_of_notes_is_refused(tmp_path: Path) -> None:
    make_folder(tmp_path / "notes", {"a.txt": "Buy chairs.\n"})
    (tmp_path / "notes" / "course.toml").unlink()
    assert "not a course page" in _refusal(tmp_path / "notes")


def test_a_missing_source_is_refused(tmp_path: Path) -> None:
    assert "was not found" in _refusal(tmp_path / "none")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["folder", "folder/page.txt"])
def test_what_the_computer_does_not_allow_is_told(tmp_path: Path, name: str) -> None:
    _page(tmp_path / "folder" / "page.txt")
    (tmp_path / name).chmod(0)
    with pytest.raises(PlainError, match="does not allow access"):
        read_source(tmp_path / name, SilentTask())
    (tmp_path / name).chmod(0o700)


def test_what_the_disk_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _page(tmp_path / "folder" / "page.txt")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PlainError, match=r"does not allow access to .*page\.txt"):
        read_source(tmp_path / "folder", SilentTask())


def test_a_broken_course_toml_gives_no_plan_but_its_problem(tmp_path: Path) -> None:
    reading = read_source(make_folder(tmp_path / "c", {"course.toml": "id = \n"}), SilentTask())
    assert reading.plan is None
    assert [(e.file, e.line) for e in reading.errors()] == [("course.toml", 1)]


@pytest.mark.parametrize("kind", ["folder", "pages", "subtitles"])
def test_reading_can_be_cancelled(tmp_path: Path, kind: str) -> None:
    make_folder(tmp_path / "folder", {"week-1/01-a.md": "x"})
    _page(tmp_path / "pages" / "a.txt")
    (tmp_path / "a.vtt").write_text(VTT, encoding="utf-8")
    task = SilentTask()
    task.cancel()
    with pytest.raises(Cancelled):
        read_source(tmp_path / ("a.vtt" if kind == "subtitles" else kind), task)
