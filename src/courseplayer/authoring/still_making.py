"""Makes the stills of a whole course, as many videos at a time as there are processors."""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace

from av import FFmpegError

from courseplayer.authoring.assets import AssetList
from courseplayer.authoring.stills import pictures_at, still_times
from courseplayer.course.content import Medium, MediumKind, Still
from courseplayer.course.problems import Problem, Severity
from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import Transcript
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset
from courseplayer.system.cancellation import Cancelled, Task

_LOOK_EVERY_SECONDS = 0.1
_MOST_AT_A_TIME = 4
"""Each decoder holds frames of its own, and a stick or old disk has one head."""


@dataclass(slots=True)
class _Video:
    """One video and the pictures made of it so far."""

    medium: Medium
    transcripts: Sequence[Transcript]
    asset: PlannedAsset
    pictures: list[tuple[int, bytes]] = field(default_factory=list)
    done_bytes: int = 0
    is_damaged: bool = False

    def make(self, stop: threading.Event, *, is_alone: bool) -> None:
        """Make its pictures as far as it is sound; raises Cancelled, OSError."""
        duration_ms = self.medium.duration_ms or 0
        times_ms = still_times(self.transcripts, duration_ms)
        try:
            with self.asset.open() as stream:
                for at_ms, jpeg in pictures_at(stream, times_ms, uses_all_processors=is_alone):
                    if stop.is_set():
                        raise Cancelled
                    self.pictures.append((at_ms, jpeg))
                    self.done_bytes = self.medium.size_bytes * at_ms // max(1, duration_ms)
        except FFmpegError:
            self.is_damaged = True
        self.done_bytes = self.medium.size_bytes

    def problem(self) -> Problem | None:
        """Tell where it is damaged."""
        if not self.is_damaged:
            return None
        reached = format_time_code(self.pictures[-1][0] if self.pictures else 0)
        message = f"The video is damaged somewhere after {reached}; watch it, and export it again."
        return Problem(self.asset.source, None, Severity.WARNING, message)

    def listed_in(self, assets: AssetList) -> Medium:
        """Return the medium with its stills, which are listed."""
        stills = []
        for at_ms, jpeg in self.pictures:
            picture = assets.add_bytes(jpeg, f"{self.asset.source} at {at_ms} ms", "image/jpeg")
            stills.append(Still(at_ms, picture.id))
        return replace(self.medium, stills=tuple(stills))


def with_stills(plan: CoursePlan, task: Task) -> tuple[CoursePlan, tuple[Problem, ...]]:
    """Return the plan with a still at each cue of each video, and the videos found damaged inside.

    The result is the same with any number of processors. The task counts bytes of video. The JPEGs are
    held in memory: about 8 kB each, 3 MB a video at most. Raises Cancelled, OSError.
    """
    sources = {asset.id: asset for asset in plan.assets}
    videos = [
        _Video(medium, content.transcripts, sources[medium.asset])
        for content in plan.contents
        for medium in content.media
        if medium.kind is MediumKind.VIDEO
    ]
    _make_all(videos, task)
    assets, in_turn = AssetList(plan.assets), iter(videos)
    contents = tuple(
        replace(
            content,
            media=tuple(
                next(in_turn).listed_in(assets) if medium.kind is MediumKind.VIDEO else medium
                for medium in content.media
            ),
        )
        for content in plan.contents
    )
    problems = tuple(problem for video in videos if (problem := video.problem()) is not None)
    return replace(plan, contents=contents, assets=assets.planned()), problems


def _make_all(videos: Sequence[_Video], task: Task) -> None:
    total_bytes = sum(video.medium.size_bytes for video in videos)
    workers = max(1, min(len(videos), os.cpu_count() or 1, _MOST_AT_A_TIME))
    stop = threading.Event()
    with ThreadPoolExecutor(workers, "stills") as pool:
        waiting: set[Future[None]] = {
            pool.submit(video.make, stop, is_alone=workers == 1) for video in videos
        }
        try:
            while waiting:
                done, waiting = wait(waiting, _LOOK_EVERY_SECONDS, FIRST_EXCEPTION)
                for future in done:
                    future.result()
                task.advance(sum(video.done_bytes for video in videos), total_bytes)
        except BaseException:
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise
