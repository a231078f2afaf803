"""Makes the stills of a whole course, in as many threads as there are processors."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, wait
from dataclasses import dataclass, field, replace

from av import FFmpegError

from courseplayer.authoring.assets import AssetList
from courseplayer.authoring.stills import pictures_at, still_times
from courseplayer.course.content import Medium, MediumKind, Still
from courseplayer.course.errors import storage_error
from courseplayer.course.problems import Problem, Severity
from courseplayer.course.timestamps import format_time_code
from courseplayer.course.transcript import Transcript
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset
from courseplayer.system.cancellation import Cancelled, Task
from courseplayer.system.side_work import SideWork

_LOOK_EVERY_SECONDS = 0.1
_MOST_AT_A_TIME = 4
"""Each decoder holds frames of its own, and a stick or old disk has one head."""
_STRETCH = 40
"""So many stills are made of one video before another thread may take the next: half a second of work."""
_CAN_BE_ENTERED_ANYWHERE = frozenset({"video/mp4", "video/webm", "video/x-matroska", "video/x-msvideo"})
"""Other formats have no index, and each stretch would begin with a walk from the start."""


@dataclass(slots=True)
class _Stretch:
    """Some of the stills of one video, and the pictures made so far."""

    asset: PlannedAsset
    times_ms: Sequence[int]
    pictures: list[tuple[int, bytes]] = field(default_factory=list)
    is_damaged: bool = False

    def make(self, stop: threading.Event) -> None:
        """Make its pictures as far as the video is sound; raises Cancelled, PlainError."""
        try:
            with self.asset.open() as stream:
                for at_ms, jpeg in pictures_at(stream, self.times_ms):
                    if stop.is_set():
                        raise Cancelled
                    self.pictures.append((at_ms, jpeg))
        except FFmpegError:
            self.is_damaged = True
        except OSError as refusal:
            raise storage_error(refusal, self.asset.source) from refusal


class _Video:
    """One video, and its stills in stretches."""

    def __init__(self, medium: Medium, transcripts: Sequence[Transcript], asset: PlannedAsset) -> None:
        self._medium = medium
        self._asset = asset
        times_ms = still_times(transcripts, medium.duration_ms or 0)
        size = _STRETCH if medium.mime in _CAN_BE_ENTERED_ANYWHERE else len(times_ms)
        self.stretches = [
            _Stretch(asset, times_ms[start : start + size]) for start in range(0, len(times_ms), size)
        ]

    @property
    def count(self) -> int:
        """How many stills are wanted."""
        return sum(len(stretch.times_ms) for stretch in self.stretches)

    def problem(self) -> Problem | None:
        """Tell where it is damaged."""
        reached_ms = 0
        for stretch in self.stretches:
            reached_ms = stretch.pictures[-1][0] if stretch.pictures else reached_ms
            if stretch.is_damaged:
                reached = format_time_code(reached_ms)
                message = f"The video is damaged somewhere after {reached}; watch it, and export it again."
                return Problem(self._asset.source, None, Severity.WARNING, message)
        return None

    def listed_in(self, assets: AssetList) -> Medium:
        """Return the medium with its stills, which are listed."""
        stills = []
        for at_ms, jpeg in (picture for stretch in self.stretches for picture in stretch.pictures):
            picture = assets.add_bytes(jpeg, f"{self._asset.source} at {at_ms} ms", "image/jpeg")
            stills.append(Still(at_ms, picture.id))
        return replace(self._medium, stills=tuple(stills))


class StillMaking(SideWork):
    """Makes the stills of a plan from entering it on, while other things are done; leaving it ends that.

    The result is the same with any number of processors. The JPEGs are held in memory: about 8 kB each, 3 MB
    a video at most.
    """

    def __init__(self, plan: CoursePlan) -> None:
        self._plan = plan
        sources = {asset.id: asset for asset in plan.assets}
        self._videos = [
            _Video(medium, content.transcripts, sources[medium.asset])
            for content in plan.contents
            for medium in content.media
            if medium.kind is MediumKind.VIDEO
        ]
        self._stretches = [stretch for video in self._videos for stretch in video.stretches]
        self.count = sum(video.count for video in self._videos)
        super().__init__(min(len(self._stretches), _MOST_AT_A_TIME), "stills")
        self._waiting: set[Future[None]] = set()

    def start(self) -> None:
        """Make them all, stretch by stretch."""
        self._waiting = {self.pool.submit(stretch.make, self.stop) for stretch in self._stretches}

    @property
    def made(self) -> int:
        """How many stills there are so far; those that a damaged video cannot have count at the end."""
        if not self._waiting:
            return self.count
        return sum(len(stretch.pictures) for stretch in self._stretches)

    def wait(self, tell: Callable[[], None]) -> CoursePlan:
        """Return the plan with a still at each cue of each video; ``tell`` is called now and then until then.

        Raises what ``tell`` raises, and PlainError for a video that cannot be read any more.
        """
        while self._waiting:
            done, self._waiting = wait(self._waiting, _LOOK_EVERY_SECONDS, FIRST_EXCEPTION)
            for future in done:
                future.result()
            tell()
        assets, in_turn = AssetList(self._plan.assets), iter(self._videos)
        contents = tuple(
            replace(
                content,
                media=tuple(
                    next(in_turn).listed_in(assets) if medium.kind is MediumKind.VIDEO else medium
                    for medium in content.media
                ),
            )
            for content in self._plan.contents
        )
        return replace(self._plan, contents=contents, assets=assets.planned())

    def problems(self) -> tuple[Problem, ...]:
        """Tell which videos were found damaged inside; complete after ``wait``."""
        return tuple(problem for video in self._videos if (problem := video.problem()) is not None)


def with_stills(plan: CoursePlan, task: Task) -> tuple[CoursePlan, tuple[Problem, ...]]:
    """Return the plan with its stills, and the videos found damaged inside; the task counts stills.

    Raises Cancelled, and PlainError for a video that cannot be read any more.
    """
    with StillMaking(plan) as making:
        complete = making.wait(lambda: task.advance(making.made, making.count))
        return complete, making.problems()
