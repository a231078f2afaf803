"""Which stills are made, and that each shows what the player would show."""

import io
from pathlib import Path

import pytest
from PIL import Image

from courseplayer.authoring.stills import MOST_PER_MEDIUM, pictures_at, still_times
from courseplayer.course.transcript import Cue, Transcript
from making.media import brightness_of_frame, make_video


def _transcript(*starts_ms: int) -> Transcript:
    return Transcript("en", tuple(Cue(start, None, None, "words") for start in starts_ms))


def _grey(jpeg: bytes) -> int:
    with Image.open(io.BytesIO(jpeg)) as picture:
        value = picture.convert("L").getpixel((20, 20))
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize(
    ("name", "codec", "audio"),
    [("a.mp4", "libx264", "aac"), ("a.webm", "libvpx-vp9", "libopus"), ("a.ts", "libx264", "aac")],
)
def test_each_still_shows_the_frame_that_the_player_seeks_to(
    tmp_path: Path, name: str, codec: str, audio: str
) -> None:
    path = make_video(tmp_path / name, seconds=12, gop_frames=20, video_codec=codec, audio_codec=audio)
    times_ms = [0, 150, 1000, 1999, 2000, 5050, 9900, 11_950]
    with path.open("rb") as stream:
        pictures = list(pictures_at(stream, times_ms))
    assert [at_ms for at_ms, _ in pictures] == times_ms
    for at_ms, jpeg in pictures:
        assert abs(_grey(jpeg) - brightness_of_frame(at_ms // 100)) < 4, at_ms


def test_stills_are_small_jpegs_of_the_videos_shape(tmp_path: Path) -> None:
    with make_video(tmp_path / "a.mp4").open("rb") as stream:
        ((_, jpeg),) = pictures_at(stream, [0])
    with Image.open(io.BytesIO(jpeg)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (320, 180))


def test_a_phone_video_is_turned_upright(tmp_path: Path) -> None:
    with make_video(tmp_path / "a.mp4", rotation=90).open("rb") as stream:
        ((_, jpeg),) = pictures_at(stream, [0])
    with Image.open(io.BytesIO(jpeg)) as picture:
        assert picture.width == 320
        assert picture.height > picture.width


def test_the_same_video_gives_the_same_bytes(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4")
    with path.open("rb") as first, path.open("rb") as second:
        assert list(pictures_at(first, [0, 700])) == list(pictures_at(second, [0, 700]))


def test_there_is_a_still_at_the_beginning_and_at_each_cue_of_every_language() -> None:
    assert still_times([_transcript(3000, 8000), _transcript(5000)], 10_000) == (0, 3000, 5000, 8000)


def test_cues_closer_than_a_second_share_a_still() -> None:
    assert still_times([_transcript(400, 1000, 1900, 2000)], 10_000) == (0, 1000, 2000)


def test_without_a_transcript_there_is_a_still_every_ten_seconds() -> None:
    assert still_times([], 31_000) == (0, 10_000, 20_000, 30_000)


def test_cues_after_the_end_get_no_still() -> None:
    assert still_times([_transcript(1000, 99_000)], 10_000) == (0, 1000)


def test_a_very_long_transcript_gets_a_limited_number_of_stills_all_over_the_video() -> None:
    times_ms = still_times([_transcript(*range(0, 3_600_000, 1500))], 3_600_000)
    assert len(times_ms) == MOST_PER_MEDIUM
    assert times_ms[0] == 0
    assert times_ms[-1] > 3_580_000
    assert list(times_ms) == sorted(set(times_ms))
