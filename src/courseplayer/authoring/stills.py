"""Small pictures of each video at its cues, shown at once on a jump while the decoder catches up."""

import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import BinaryIO

from av import FFmpegError
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from courseplayer.authoring.assets import AssetList
from courseplayer.authoring.media_check import (
    jump,
    key_frame_times_ms,
    main_video,
    open_medium,
    recognise_stream,
    rewind,
)
from courseplayer.course.content import Medium, MediumKind, Still
from courseplayer.course.problems import Problem, Severity
from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import Transcript
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import Task

STILL_WIDTH = 320
JPEG_QUALITY = 70
CLOSEST_MS = 1_000
WITHOUT_CUES_EVERY_MS = 10_000
MOST_PER_MEDIUM = 400

_US_PER_MS = 1_000
_STEP_BACK_MS = 1_000


def with_stills(plan: CoursePlan, task: Task) -> tuple[CoursePlan, tuple[Problem, ...]]:
    """Return the plan with a still at each cue of each video, and the videos found damaged inside.

    The task counts bytes of video. The JPEGs are held in memory: about 8 kB each, 3 MB a video at most.
    """
    maker = _StillMaker(plan, task)
    contents = tuple(
        replace(content, media=tuple(maker.complete(medium, content.transcripts) for medium in content.media))
        for content in plan.contents
    )
    return replace(plan, contents=contents, assets=maker.assets.planned()), tuple(maker.problems)


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
    """Yield (time, JPEG) of the picture that a player shows at each of these rising times (ms)."""
    wrapping = recognise_stream(stream)
    if wrapping is None:
        return
    with open_medium(stream, wrapping) as container:
        video = main_video(container)
        if video is None:
            return
        video.thread_type = "AUTO"
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


class _StillMaker:
    """Makes the stills of one course and tells how far it is."""

    def __init__(self, plan: CoursePlan, task: Task) -> None:
        self.assets = AssetList(plan.assets)
        self.problems: list[Problem] = []
        self._sources = {asset.id: asset for asset in plan.assets}
        self._task = task
        media = (medium for content in plan.contents for medium in content.media)
        self._total = sum(medium.size_bytes for medium in media if medium.kind is MediumKind.VIDEO)
        self._done = 0

    def complete(self, medium: Medium, transcripts: Sequence[Transcript]) -> Medium:
        """Return a video with its stills, a sound as it is."""
        if medium.kind is not MediumKind.VIDEO:
            return medium
        asset = self._sources[medium.asset]
        duration_ms = medium.duration_ms or 0
        stills: list[Still] = []
        try:
            with asset.open() as stream:
                for at_ms, jpeg in pictures_at(stream, still_times(transcripts, duration_ms)):
                    picture = self.assets.add_bytes(jpeg, f"{asset.source} at {at_ms} ms", "image/jpeg")
                    stills.append(Still(at_ms, picture.id))
                    within = medium.size_bytes * at_ms // max(1, duration_ms)
                    self._task.advance(self._done + within, self._total)
        except FFmpegError:
            reached = format_time_code(stills[-1].at_ms if stills else 0)
            message = f"The video is damaged somewhere after {reached}; watch it, and export it again."
            self.problems.append(Problem(asset.source, None, Severity.WARNING, message))
        self._done += medium.size_bytes
        self._task.advance(self._done, self._total)
        return replace(medium, stills=tuple(stills))


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
