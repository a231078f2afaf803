"""Small pictures of each video at its cues, shown at once on a jump while the decoder catches up."""

import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import BinaryIO

from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation
from av.video.stream import VideoStream
from PIL import Image

from courseplayer.authoring.frames import FrameFinder
from courseplayer.authoring.media_opening import main_video, open_medium, recognise_stream
from courseplayer.course.transcript import Transcript

STILL_WIDTH = 320
JPEG_QUALITY = 70
CLOSEST_MS = 1_000
WITHOUT_CUES_EVERY_MS = 10_000
MOST_PER_MEDIUM = 400

_ALIKE_EVERYWHERE = Interpolation.AREA | Interpolation.ACCURATE_RND | Interpolation.BITEXACT
"""Without the two, what comes out depends on what the processor can do at once."""


def still_times(transcripts: Sequence[Transcript], duration_ms: int) -> tuple[int, ...]:
    """Return where stills are wanted (ms): the beginning and each cue of any language, thinned out.

    Without a transcript there is one every ten seconds.
    """
    starts = sorted({cue.start_ms for transcript in transcripts for cue in transcript.cues})
    wanted = starts or range(0, duration_ms, WITHOUT_CUES_EVERY_MS)
    times = [0]
    for start_ms in wanted:
        if times[-1] + CLOSEST_MS <= start_ms < duration_ms:
            times.append(start_ms)
    if len(times) <= MOST_PER_MEDIUM:
        return tuple(times)
    return tuple(times[index * len(times) // MOST_PER_MEDIUM] for index in range(MOST_PER_MEDIUM))


def pictures_at(stream: BinaryIO, times_ms: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield (time, JPEG) of the picture that a player shows at each of these rising times (ms).

    Raises FFmpegError where the video is damaged, and OSError.
    """
    wrapping = recognise_stream(stream)
    if wrapping is None:
        return
    with open_medium(stream, wrapping) as container:
        video = main_video(container)
        if video is None:
            return
        finder = FrameFinder(container, video)
        # One millisecond on, as the player seeks: exactly on a boundary Qt shows the frame before.
        seeks_ms = [at_ms + 1 for at_ms in times_ms]
        for at_ms, seek_ms, next_ms in zip_longest(times_ms, seeks_ms, seeks_ms[1:]):
            frame = finder.frame_at(seek_ms, next_ms)
            if frame is not None:
                yield at_ms, _jpeg(frame, video, finder.rotation)


def _jpeg(frame: VideoFrame, video: VideoStream, rotation: int) -> bytes:
    pixel_shape = video.sample_aspect_ratio or Fraction(1)
    shown_width = max(1, round(frame.width * (pixel_shape if pixel_shape > 0 else 1)))
    is_on_its_side = rotation % 180 == 90
    scale = STILL_WIDTH / (frame.height if is_on_its_side else shown_width)
    width, height = max(1, round(shown_width * scale)), max(1, round(frame.height * scale))
    small = frame.reformat(
        width=width, height=height, format="rgb24", interpolation=_ALIKE_EVERYWHERE, threads=1
    )
    plane = small.planes[0]
    image = Image.frombytes("RGB", (width, height), bytes(plane), "raw", "RGB", plane.line_size)
    if rotation:
        image = image.rotate(rotation, expand=True)
    written = io.BytesIO()
    image.save(written, "JPEG", quality=JPEG_QUALITY)
    return written.getvalue()
