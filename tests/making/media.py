"""Makes small real videos and sounds with FFmpeg (through PyAV) for tests."""

import math
from array import array
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

RATE = 48_000
DARKEST = 20
BRIGHTNESS_STEP = 4
BRIGHTNESS_COUNT = 50


@dataclass(frozen=True, slots=True)
class MediaSamples:
    """Bytes of small real media."""

    mp4: bytes
    webm: bytes
    mp3: bytes
    av1: bytes
    truncated: bytes


def brightness_of_frame(index: int) -> int:
    """Return the grey value (0 to 255) that frame number ``index`` of a made video is painted with."""
    return DARKEST + BRIGHTNESS_STEP * (index % BRIGHTNESS_COUNT)


def make_video(
    path: Path,
    *,
    seconds: float = 2,
    width: int = 160,
    height: int = 90,
    fps: int = 10,
    video_codec: str = "libx264",
    audio_codec: str | None = "aac",
    gop_frames: int = 10,
    options: dict[str, str] | None = None,
    rotation: int = 0,
) -> Path:
    """Write a video whose frames each have one grey of their own; the index comes first (faststart)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w", options=_container_options(path)) as container:
        video = container.add_stream(video_codec, rate=fps, options=options or _video_options(video_codec))
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.gop_size = gop_frames
        if rotation:
            video.set_display_rotation(rotation)
        audio = None if audio_codec is None else _add_audio(container, audio_codec)
        for index in range(round(seconds * fps)):
            container.mux(video.encode(_grey_frame(index, width, height, fps)))
        container.mux(video.encode())
        if audio is not None:
            _write_tone(container, audio, seconds)
    return path


def make_audio(path: Path, *, seconds: float = 2, codec: str = "libmp3lame") -> Path:
    """Write a 440 Hz tone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w", options=_container_options(path)) as container:
        _write_tone(container, _add_audio(container, codec), seconds)
    return path


def cut_in_half(path: Path) -> Path:
    """Keep only the first half of a file, as an interrupted copy does."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def _container_options(path: Path) -> dict[str, str]:
    always = {"fflags": "+bitexact"}
    return always | {"movflags": "+faststart"} if path.suffix in {".mp4", ".m4a", ".mov"} else always


def _video_options(codec: str) -> dict[str, str]:
    if codec == "libx264":
        return {"preset": "ultrafast", "qp": "4", "sc_threshold": "0", "threads": "1"}
    if codec == "libvpx-vp9":
        return {"deadline": "realtime", "cpu-used": "8", "crf": "10", "b": "0"}
    return {"preset": "13"} if codec == "libsvtav1" else {}


def _add_audio(container: OutputContainer, codec: str) -> AudioStream:
    stream = container.add_stream(codec, rate=RATE)
    assert isinstance(stream, AudioStream)
    stream.layout = "mono"
    return stream


def _grey_frame(index: int, width: int, height: int, fps: int) -> av.VideoFrame:
    grey = brightness_of_frame(index)
    pixels = bytes([grey, grey, grey, 255]) * (width * height)
    frame = av.VideoFrame.from_bytes(pixels, width, height, "rgba").reformat(format="yuv420p")
    frame.pts, frame.time_base = index, Fraction(1, fps)
    return frame


def _write_tone(container: OutputContainer, stream: AudioStream, seconds: float) -> None:
    block = 960
    for start in range(0, round(seconds * RATE), block):
        wave = (round(9_000 * math.sin(2 * math.pi * 440 * (start + i) / RATE)) for i in range(block))
        frame = av.AudioFrame(format="s16", layout="mono", samples=block)
        frame.planes[0].update(array("h", wave).tobytes())
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        container.mux(stream.encode(frame))
    container.mux(stream.encode())
