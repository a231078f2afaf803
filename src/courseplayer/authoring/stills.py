"""Small pictures of each video at its cues, shown at once on a jump while the decoder catches up."""

import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import BinaryIO

from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from courseplayer.authoring.media_check import (
    jump,
    key_frame_times_ms,
    main_video,
    open_medium,
    recognise_stream,
    rewind,
)
from courseplayer.course.transcript import Transcript

STILL_WIDTH = 320
JPEG_QUALITY = 70
CLOSEST_MS = 1_000
WITHOUT_CUES_EVERY_MS = 10_000
MOST_PER_MEDIUM = 400

_US_PER_MS = 1_000
_STEP_BACK_MS = 1_000


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


def pictures_at(
    stream: BinaryIO, times_ms: Sequence[int], *, uses_all_processors: bool = True
) -> Iterator[tuple[int, bytes]]:
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
        if uses_all_processors:
            video.thread_type = "AUTO"
        else:
            video.thread_count = 1
        walk = _Walk(container, video)
        for at_ms in times_ms:
            # One millisecond on, as the player seeks: exactly on a boundary Qt shows the frame before.
            frame = walk.frame_at(at_ms + 1)
            if frame is not None:
                yield at_ms, _jpeg(frame, video)


class _Walk:
    """Goes forward through a video and jumps over what nobody wants to see."""

    def __init__(self, container: InputContainer, video: VideoStream) -> None:
        self._container = container
        self._video = video
        # Matroska and WebM read their index only when somebody seeks.
        rewind(container)
        self._key_frames_ms = key_frame_times_ms(video)
        self._start = Fraction(video.start_time or 0) * (video.time_base or 0)
        self._frames = container.decode(video)
        self._shown: VideoFrame | None = None
        self._next = next(self._frames, None)

    def frame_at(self, at_ms: int) -> VideoFrame | None:
        """Return the last frame that begins at or before this time, None if there is none."""
        if self._is_far(at_ms):
            self._jump(at_ms)
        while self._next is not None and self._time_ms(self._next) <= at_ms:
            self._shown = self._next
            self._next = next(self._frames, None)
        return self._shown or self._next

    def _is_far(self, at_ms: int) -> bool:
        """A key frame lies between here and there; without an index there is no telling, so walk."""
        key_frame = bisect_right(self._key_frames_ms, at_ms) - 1
        return (
            self._next is not None
            and key_frame >= 0
            and self._key_frames_ms[key_frame] > self._time_ms(self._next)
        )

    def _jump(self, at_ms: int) -> None:
        """Go to the key frame before; some formats land after it, so step back until it is before."""
        for target_ms in (at_ms, at_ms - _STEP_BACK_MS, at_ms - 10 * _STEP_BACK_MS, 0):
            start_us = round(self._start * 1_000_000)
            if target_ms > 0:
                jump(self._container, start_us + target_ms * _US_PER_MS)
            else:
                rewind(self._container)
            self._frames = self._container.decode(self._video)
            self._shown = None
            self._next = next(self._frames, None)
            if self._next is not None and self._time_ms(self._next) <= at_ms:
                return

    def _time_ms(self, frame: VideoFrame) -> float:
        return float((Fraction(frame.pts or 0) * (frame.time_base or 0) - self._start) * 1_000)


def _jpeg(frame: VideoFrame, video: VideoStream) -> bytes:
    pixel_shape = video.sample_aspect_ratio or Fraction(1)
    shown_width = max(1, round(frame.width * (pixel_shape if pixel_shape > 0 else 1)))
    is_on_its_side = frame.rotation % 180 == 90
    scale = STILL_WIDTH / (frame.height if is_on_its_side else shown_width)
    width, height = max(1, round(shown_width * scale)), max(1, round(frame.height * scale))
    small = frame.reformat(width=width, height=height, format="rgb24", interpolation="AREA")
    plane = small.planes[0]
    image = Image.frombytes("RGB", (width, height), bytes(plane), "raw", "RGB", plane.line_size)
    if frame.rotation:
        image = image.rotate(frame.rotation, expand=True)
    written = io.BytesIO()
    image.save(written, "JPEG", quality=JPEG_QUALITY)
    return written.getvalue()
