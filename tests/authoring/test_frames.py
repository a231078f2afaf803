"""Finding the frame of a time: the one that decoding everything gives, with little decoding."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from courseplayer.authoring.frames import FrameFinder
from courseplayer.authoring.media_opening import main_video, open_medium, recognise_stream
from making.media import make_video

_SECONDS = 12
_FPS = 25
_B_FRAMES = {"preset": "medium", "crf": "18", "threads": "1", "bf": "8", "b-pyramid": "normal"}


def _grey(frame: VideoFrame | None) -> int | None:
    return None if frame is None else bytes(frame.planes[0])[0]


@contextmanager
def _opened(path: Path) -> Iterator[tuple[InputContainer, VideoStream]]:
    with path.open("rb") as stream:
        wrapping = recognise_stream(stream)
        assert wrapping is not None
        with open_medium(stream, wrapping) as container:
            video = main_video(container)
            assert video is not None
            yield container, video


def _all_frames(path: Path) -> list[tuple[float, int | None]]:
    with _opened(path) as (container, video):
        assert video.time_base is not None
        start = video.start_time or 0
        return [
            (float((frame.pts - start) * video.time_base * 1000), _grey(frame))
            for frame in container.decode(video)
            if frame.pts is not None
        ]


def _found(path: Path, times_ms: Sequence[int]) -> list[int | None]:
    with _opened(path) as (container, video):
        finder = FrameFinder(container, video)
        following = [*times_ms[1:], None]
        return [_grey(finder.frame_at(at, after)) for at, after in zip(times_ms, following, strict=True)]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.mp4", {"options": _B_FRAMES}),
        ("open-groups.mp4", {"options": {**_B_FRAMES, "x264-params": "open-gop=1"}}),
        ("a.mkv", {"options": _B_FRAMES, "audio_codec": "libopus"}),
        ("a.ts", {"options": _B_FRAMES}),
        ("hevc.mp4", {"video_codec": "libx265", "options": {"x265-params": "log-level=0:bframes=4"}}),
        ("a.avi", {"video_codec": "mpeg4", "options": {"bf": "2"}, "audio_codec": None}),
        (
            "a.webm",
            {
                "video_codec": "libvpx-vp9",
                "options": {"b": "200k", "auto-alt-ref": "1", "cpu-used": "8", "lag-in-frames": "16"},
                "audio_codec": "libopus",
            },
        ),
    ],
)
@pytest.mark.parametrize("count", [6, 60])
def test_frames_at_any_times_are_those_that_decoding_everything_gives(
    tmp_path: Path, name: str, made: dict[str, Any], count: int
) -> None:
    path = make_video(tmp_path / name, seconds=_SECONDS, fps=_FPS, gop_frames=50, **made)
    frames = _all_frames(path)
    times_ms = sorted(random.Random(count).sample(range(_SECONDS * 1000), count))
    expected = [
        [frames[0][1], *(grey for at, grey in frames if at <= wanted_ms)][-1] for wanted_ms in times_ms
    ]
    assert _found(path, times_ms) == expected


def test_a_time_before_the_first_frame_gives_the_first(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4")
    assert _found(path, [-500, -400]) == [_all_frames(path)[0][1]] * 2


def test_two_times_in_one_frame_give_it_twice(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4", options=_B_FRAMES)
    first, second = _found(path, [710, 720])
    assert first == second == _all_frames(path)[7][1]


def test_for_a_key_frame_nothing_else_is_decoded(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4", seconds=_SECONDS, fps=_FPS, gop_frames=50, options=_B_FRAMES)
    times_ms = [2000, 6000, 10_000]
    expected = _found(path, times_ms)
    data = bytearray(path.read_bytes())
    with _opened(path) as (_, video):
        for entry in video.index_entries:
            if not entry.is_keyframe:
                data[entry.pos : entry.pos + entry.size] = bytes(entry.size)
    path.write_bytes(data)
    assert _found(path, times_ms) == expected
