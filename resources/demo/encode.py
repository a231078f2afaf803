"""Encodes drawn pictures and spoken samples with FFmpeg's libraries, light enough for old PCs."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
from av.video.reformatter import ColorRange, Colorspace
from PIL import Image

from demo.speech import SAMPLE_RATE, sound_frame

FRAMES_PER_SECOND = 15
KEY_FRAME_DISTANCE = 2 * FRAMES_PER_SECOND
SAMPLES_PER_FRAME = SAMPLE_RATE // FRAMES_PER_SECOND
BT709 = 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """Codecs, their settings and those of the container, by the suffix of the file."""

    sound_codec: str
    sound_bit_rate: int
    video_codec: str | None = None
    video_options: dict[str, str] = field(default_factory=dict)
    container_options: dict[str, str] = field(default_factory=dict)


RECIPES = {
    ".mp4": Recipe(
        "aac",
        48_000,
        "libx264",
        {
            "profile": "baseline",
            "level": "3.0",
            "preset": "slower",
            "tune": "animation",
            "crf": "31",
            "sc_threshold": "0",
            "keyint_min": str(KEY_FRAME_DISTANCE),
        },
        {"movflags": "+faststart", "fflags": "+bitexact"},
    ),
    ".webm": Recipe(
        "libopus",
        36_000,
        "libvpx-vp9",
        {"crf": "40", "deadline": "good", "cpu-used": "2", "keyint_min": str(KEY_FRAME_DISTANCE)},
        {"fflags": "+bitexact"},
    ),
    ".m4a": Recipe("aac", 48_000, container_options={"movflags": "+faststart", "fflags": "+bitexact"}),
}


def encode(path: Path, samples: "array[int]", pictures: Iterable[Image.Image], title: str) -> None:
    """Write a medium; there is one picture for each 1/15 s, and none for sound alone."""
    recipe = RECIPES[path.suffix]
    container_format = {".m4a": "ipod", ".webm": "webm"}.get(path.suffix, "mp4")
    with av.open(str(path), "w", format=container_format, options=recipe.container_options) as container:
        container.metadata["title"] = title
        video = _add_video(container, recipe) if recipe.video_codec else None
        sound = container.add_stream(recipe.sound_codec, rate=SAMPLE_RATE, layout="mono")
        assert isinstance(sound, av.AudioStream)
        sound.bit_rate = recipe.sound_bit_rate
        sound.codec_context.flags |= int(av.codec.context.Flags.bitexact)
        for index, picture in enumerate(pictures):
            assert video is not None
            container.mux(video.encode(_video_frame(picture, index)))
            _encode_sound(container, sound, samples, index * SAMPLES_PER_FRAME)
        if video is None:
            for begins_at in range(0, len(samples), SAMPLES_PER_FRAME):
                _encode_sound(container, sound, samples, begins_at)
        else:
            container.mux(video.encode())
        container.mux(sound.encode())


def _add_video(container: av.container.OutputContainer, recipe: Recipe) -> av.VideoStream:
    assert recipe.video_codec is not None
    video = container.add_stream(
        recipe.video_codec, rate=FRAMES_PER_SECOND, options=dict(recipe.video_options)
    )
    assert isinstance(video, av.VideoStream)
    video.width, video.height, video.pix_fmt = 854, 480, "yuv420p"
    video.bit_rate = 0
    context = video.codec_context
    context.gop_size = KEY_FRAME_DISTANCE
    context.thread_count = 1
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = int(ColorRange.MPEG)
    context.flags |= int(av.codec.context.Flags.bitexact)
    return video


def _video_frame(picture: Image.Image, index: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_image(picture).reformat(
        format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
    )
    frame.pts = index
    frame.time_base = Fraction(1, FRAMES_PER_SECOND)
    return frame


def _encode_sound(
    container: av.container.OutputContainer, stream: av.AudioStream, samples: "array[int]", begins_at: int
) -> None:
    part = samples[begins_at : begins_at + SAMPLES_PER_FRAME]
    if part:
        frame = sound_frame(part, SAMPLE_RATE, begins_at)
        frame.time_base = Fraction(1, SAMPLE_RATE)
        container.mux(stream.encode(frame))
