"""Building a whole course file: it holds what the folder holds, always the same, or nothing is left."""

import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from courseplayer.authoring.build import build_course
from courseplayer.authoring.source import read_source
from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.problems import Severity
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.folders import VTT, make_folder, make_picture, step_text
from making.media import MediaSamples, brightness_of_frame, make_video

WEEK = "week-01-why-listen"
LONG_VTT = "WEBVTT\n" + "".join(f"\n00:0{n}.000 --> 00:0{n}.900\nWord {n}.\n" for n in range(6))


def _files(media: MediaSamples) -> Mapping[str, str | bytes]:
    return {
        f"{WEEK}/01-welcome.md": step_text("Welcome", "Hello ![A map](map.png)"),
        f"{WEEK}/01-welcome.mp4": media.mp4,
        f"{WEEK}/01-welcome.en.vtt": VTT,
        f"{WEEK}/02-listen.md": step_text("Listen", "[Back](01-welcome.md)"),
        f"{WEEK}/02-listen.mp3": media.mp3,
        f"{WEEK}/03-web.md": step_text("Web", "Words."),
        f"{WEEK}/03-web.webm": media.webm,
    }


@pytest.fixture
def source(folder: Path, media: MediaSamples) -> Path:
    """Return a course folder with a picture, three media and a transcript."""
    make_picture(folder / WEEK / "map.png")
    return make_folder(folder, _files(media))


class _CancelledAt(SilentTask):
    """Cancels at the nth call, and remembers what it was told."""

    def __init__(self, call: int = -1) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []
        self._call = call

    def advance(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if len(self.told) == self._call:
            self.cancel()
        super().advance(done, total)


def test_the_course_file_holds_what_the_folder_holds(
    source: Path, tmp_path: Path, media: MediaSamples
) -> None:
    report = build_course(source, tmp_path / "a.course", SilentTask())
    assert report.problems == ()
    assert report.written.size_bytes == (tmp_path / "a.course").stat().st_size
    assert verify_course(tmp_path / "a.course", SilentTask()) == ()
    with open_course(tmp_path / "a.course") as course:
        contents = tuple(course.contents())
        assert [content.outline.title for content in contents] == ["Welcome", "Listen", "Web"]
        for content, data in zip(contents, (media.mp4, media.mp3, media.webm), strict=True):
            reader = course.open_asset(content.media[0].asset)
            assert reader.read(0, len(data) + 1) == data
            reader.close()
        assert contents[0].transcripts[0].cues[0].speaker == "Amina"
        assert f"step:{contents[0].outline.id}" in contents[1].article_html


def test_each_cue_has_the_picture_of_its_moment(source: Path, tmp_path: Path) -> None:
    build_course(source, tmp_path / "a.course", SilentTask())
    with open_course(tmp_path / "a.course") as course:
        first, sound, _ = course.contents()
        stills = first.media[0].stills
        assert [still.at_ms for still in stills] == [0, 1200]
        for still in stills:
            with Image.open(io.BytesIO(course.asset_bytes(still.asset))) as picture:
                grey = picture.convert("L").getpixel((9, 9))
            assert isinstance(grey, int)
            assert abs(grey - brightness_of_frame(still.at_ms // 100)) < 4
        assert sound.media[0].stills == ()


def test_a_page_and_a_subtitle_file_build_too(tmp_path: Path) -> None:
    (tmp_path / "talk.en.vtt").write_text(VTT, encoding="utf-8")
    build_course(tmp_path / "talk.en.vtt", tmp_path / "a.course", SilentTask())
    with open_course(tmp_path / "a.course") as course:
        assert [content.outline.title for content in course.contents()] == ["Talk"]


def test_the_same_folder_elsewhere_and_at_another_time_gives_the_same_bytes(
    source: Path, tmp_path: Path, media: MediaSamples
) -> None:
    copy = make_folder(tmp_path / "elsewhere" / "deep", dict(reversed(list(_files(media).items()))))
    make_picture(copy / WEEK / "map.png")
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000, 1_000_000))
    build_course(source, tmp_path / "a.course", SilentTask())
    build_course(copy, tmp_path / "b.course", SilentTask())
    assert (tmp_path / "a.course").read_bytes() == (tmp_path / "b.course").read_bytes()


def test_a_course_built_into_its_own_folder_is_not_read_as_a_source(source: Path) -> None:
    destination = source / "listening.course"
    first = build_course(source, destination, SilentTask())
    second = build_course(source, destination, SilentTask())
    assert first == second
    assert first.problems == ()


def test_progress_counts_the_source_and_never_goes_back(source: Path, tmp_path: Path) -> None:
    task = _CancelledAt()
    build_course(source, tmp_path / "a.course", task)
    size_bytes = sum(path.stat().st_size for path in source.rglob("*") if path.is_file())
    assert {total for _, total in task.told} == {size_bytes}
    done = [done for done, _ in task.told]
    assert done == sorted(done)
    assert done[-1] == size_bytes


def test_cancelled_at_any_moment_nothing_is_left(source: Path, tmp_path: Path) -> None:
    whole = _CancelledAt()
    build_course(source, tmp_path / "a.course", whole)
    calls = len(whole.told)
    (tmp_path / "out").mkdir()
    for call in sorted({1, 2, calls // 4, calls // 2, 3 * calls // 4, calls - 1, calls}):
        with pytest.raises(Cancelled):
            build_course(source, tmp_path / "out" / "b.course", _CancelledAt(call))
        assert list((tmp_path / "out").iterdir()) == [], call


def test_a_cancelled_build_leaves_the_earlier_course(source: Path, tmp_path: Path) -> None:
    destination = tmp_path / "a.course"
    build_course(source, destination, SilentTask())
    before = destination.read_bytes()
    (source / WEEK / "04-more.md").write_text(step_text("More"), encoding="utf-8")
    with pytest.raises(Cancelled):
        build_course(source, destination, _CancelledAt(12))
    assert destination.read_bytes() == before


def test_one_error_is_told_in_one_sentence_and_nothing_is_written(source: Path, tmp_path: Path) -> None:
    (source / WEEK / "01-welcome.mp4").write_bytes(b"")
    with pytest.raises(BadInputError) as refusal:
        build_course(source, tmp_path / "a.course", SilentTask())
    sentence = str(refusal.value)
    assert f"{WEEK}/01-welcome.md: {WEEK}/01-welcome.mp4 cannot be played. The file is empty" in sentence
    assert "more" not in sentence
    assert not (tmp_path / "a.course").exists()


def test_of_several_errors_the_first_and_their_number_are_told(
    source: Path, tmp_path: Path, media: MediaSamples
) -> None:
    (source / WEEK / "01-welcome.mp4").write_bytes(b"")
    (source / WEEK / "02-listen.mp3").write_bytes(b"")
    (source / WEEK / "03-web.webm").write_bytes(media.av1)
    with pytest.raises(BadInputError, match=r"Mend this and 2 more .*01-welcome\.mp4"):
        build_course(source, tmp_path / "a.course", SilentTask())
    assert len(read_source(source, SilentTask()).errors()) == 3


def test_a_broken_course_toml_is_refused(source: Path, tmp_path: Path) -> None:
    (source / "course.toml").write_text("id =", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"course\.toml:1: "):
        build_course(source, tmp_path / "a.course", SilentTask())


@pytest.mark.parametrize("name", ["a", "a.db", "a.mp4"])
def test_another_name_than_course_is_refused(source: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError, match=r"does not end in \.course"):
        build_course(source, tmp_path / name, SilentTask())
    assert not (tmp_path / name).exists()


def test_a_missing_destination_folder_is_told(source: Path, tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="was not found"):
        build_course(source, tmp_path / "none" / "a.course", SilentTask())


def test_a_video_damaged_in_its_middle_is_told_and_built(folder: Path, tmp_path: Path) -> None:
    path = make_video(folder / WEEK / "01-a.mp4", seconds=6, audio_codec=None)
    make_folder(folder, {f"{WEEK}/01-a.md": step_text("A"), f"{WEEK}/01-a.en.vtt": LONG_VTT})
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(data[:middle] + b"\xff" * 800 + data[middle + 800 :])
    report = build_course(folder, tmp_path / "a.course", SilentTask())
    (problem,) = report.problems
    assert (problem.file, problem.severity) == (f"{WEEK}/01-a.mp4", Severity.WARNING)
    assert problem.message.startswith("The video is damaged somewhere after 0:0")
    with open_course(tmp_path / "a.course") as course:
        assert len(next(iter(course.contents())).media[0].stills) >= 2
