"""From opening a course file to its painted outline: a huge course against a small one."""

import os

from benchmarks.apart import BrokenApartError, call_apart
from benchmarks.courses import article_steps, course_plan, noise_asset, step_outline
from benchmarks.display import displays
from benchmarks.effort import Effort
from benchmarks.figures import median, paired_ratio
from benchmarks.place import emptied_folder, fitting_bytes, size_words
from benchmarks.results import Row, at_most
from courseplayer.course.content import Medium, MediumKind, StepContent
from courseplayer.course.outline import AssetId, StepKind
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.paths import HOME_VARIABLE

_VIDEOS, _STEPS = 25, 60
_TARGET = at_most(1.2)


def measure(effort: Effort) -> list[Row]:
    """Open both in turn, with the files in the system's memory and without."""
    wanted_bytes, rounds = effort.of((20_000_000, 2), (500_000_000, 12), (5_000_000_000, 30))
    big_bytes, small_bytes = fitting_bytes(wanted_bytes, 1.2), 5_000_000
    with emptied_folder("opening") as folder, displays(effort) as at_hand:
        big, small = folder / "big.course", folder / "small.course"
        for path, size_bytes in ((big, big_bytes), (small, small_bytes)):
            write_course(_course(path.stem, size_bytes), path, SilentTask())
        platform, environment = list(at_hand.items())[-1]
        here = {**environment, HOME_VARIABLE: str(folder / "home")}
        sizes = (
            f"{size_words(big.stat().st_size)} and {size_words(small.stat().st_size)}, {_STEPS} steps each"
        )
        rows = []
        for state in ("warm", "cold"):
            if state == "cold" and not hasattr(os, "posix_fadvise"):
                continue
            name = f"open a course → outline painted, {state} ({platform})"
            try:
                times = call_apart(
                    "benchmarks.opening_child:open_in_turn",
                    str(big),
                    str(small),
                    rounds,
                    state,
                    environment=here,
                )
            except BrokenApartError as broken:
                rows.append(Row(name, target=_TARGET, note=f"broke: {broken}"))
                continue
            rows.append(
                Row(
                    name,
                    "ms",
                    median(times["big"]),
                    median(times["small"]),
                    "the small course",
                    _TARGET,
                    paired_ratio(times["big"], times["small"]),
                    sizes,
                )
            )
    return rows


def _course(name: str, size_bytes: int) -> CoursePlan:
    each = size_bytes // _VIDEOS
    assets = [noise_asset(AssetId(number), each) for number in range(1, _VIDEOS + 1)]
    steps = [_with_video(step, each) for step in article_steps(_STEPS)[:_VIDEOS]]
    order = [*steps, *article_steps(_STEPS)[_VIDEOS:]]
    return course_plan(name, order, assets)


def _with_video(step: StepContent, size_bytes: int) -> StepContent:
    number = int(step.outline.id, 16)
    medium = Medium(
        AssetId(number + 1), MediumKind.VIDEO, "video/mp4", size_bytes, 600_000, "h264", "aac", 854, 480
    )
    return StepContent(
        step_outline(number, StepKind.VIDEO), step.article_html, step.article_text, media=(medium,)
    )
