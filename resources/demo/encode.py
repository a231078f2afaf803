"""Encodes drawn pictures and spoken samples with FFmpeg's libraries, light enough for old PCs."""

import math
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.container import OutputContainer
from av.video.reformatter import ColorRange, Colorspace
from PIL import Image

from demo.slides import HEIGHT, WIDTH
from demo.speech import SAMPLE_RATE, sound_frame

FRAMES_PER_SECOND = 15
KEY_FRAME_DISTANCE = 2 * FRAMES_PER_SECOND
SAMPLES_PER_FRAME = SAMPLE_RATE // FRAMES_PER_SECOND
BT709 = 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """Codecs and their settings; the container is the one of the file's suffix. Sound alone has no video."""

    container: str
    sound_codec: str
    sound_bit_rate: int
    video_codec: str = ""
    video_options: tuple[tuple[str, str], ...] = ()


# No key frame at a change of slide: only the regular ones keep every seek equally quick.
RECIPES = {
    ".mp4": Recipe(
        "mp4",
        "aac",
        48_000,
        "libx264",
        (
            ("profile", "baseline"),
            ("level", "3.0"),
            ("preset", "slower"),
            ("tune", "animation"),
            ("crf", "31"),
            ("sc_threshold", "0"),
            ("keyint_min", str(KEY_FRAME_DISTANCE)),
        ),
    ),
    ".webm": Recipe(
        "webm",
        "libopus",
        36_000,
        "libvpx-vp9",
        (("crf", "40"), ("deadline", "good"), ("cpu-used", "2"), ("keyint_min", str(KEY_FRAME_DISTANCE))),
    ),
    ".m4a": Recipe("ipod", "aac", 48_000),
}
CONTAINER_OPTIONS = {"movflags": "+faststart", "fflags": "+bitexact"}


def encode(path: Path, samples: "array[int]", pictures: Iterable[Image.Image], title: str) -> None:
    """Write a medium; there is one picture for each 1/15 s, and none for sound alone."""
    recipe = RECIPES[path.suffix]
    with av.open(str(path), "w", format=recipe.container, options=CONTAINER_OPTIONS) as container:
        container.metadata["title"] = title
        video = _add_video(container, recipe) if recipe.video_codec else None
        sound = cast(av.AudioStream, container.add_stream(recipe.sound_codec, SAMPLE_RATE, layout="mono"))
        sound.bit_rate = recipe.sound_bit_rate
        sound.codec_context.flags |= int(av.codec.context.Flags.bitexact)
        frames = iter(pictures)
        for index in range(math.ceil(len(samples) / SAMPLES_PER_FRAME)):
            if video is not None:
                container.mux(video.encode(_video_frame(next(frames), index)))
            begins_at = index * SAMPLES_PER_FRAME
            part = samples[begins_at : begins_at + SAMPLES_PER_FRAME]
            container.mux(sound.encode(sound_frame(part, SAMPLE_RATE, begins_at)))
        for stream in (video, sound):
            if stream is not None:
                container.mux(stream.encode())


def _add_video(container: OutputContainer, recipe: Recipe) -> av.VideoStream:
    options = dict(recipe.video_options)
    video = cast(av.VideoStream, container.add_stream(recipe.video_codec, FRAMES_PER_SECOND, options=options))
    video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    video.bit_rate = 0
    context = video.codec_context
    context.gop_size = KEY_FRAME_DISTANCE
    context.thread_count = 1
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = int(ColorRange.MPEG)
    context.flags |= int(av.codec.context.Flags.bitexact)
    return video


def _video_frame(picture: Image.Image, index: int) -> av.VideoFrame:
    drawn: av.VideoFrame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call] # of PyAV's own
    frame = drawn.reformat(
        format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
    )
    frame.pts = index
    frame.time_base = Fraction(1, FRAMES_PER_SECOND)
    return frame
