"""From opening a course file to its painted outline: a huge course against a small one."""

import os
from pathlib import Path

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
from courseplayer.system.paths import HOME_VARIABLE, standard_paths

_VIDEOS, _STEPS = 25, 60
_TARGET = at_most(1.2)


def measure(effort: Effort) -> list[Row]:
    """Open both in turn: this computer's own and others, in the system's memory and not."""
    wanted_bytes, rounds = effort.of((20_000_000, 2), (500_000_000, 12), (5_000_000_000, 30))
    big_bytes, small_bytes = fitting_bytes(wanted_bytes, 1.2), 5_000_000
    rows = []
    with emptied_folder("opening") as folder, displays(effort) as at_hand:
        platform, environment = list(at_hand.items())[-1]
        here = {**environment, HOME_VARIABLE: str(folder / "home")}
        own = standard_paths(here).user_courses
        own.mkdir(parents=True)
        for name, size_bytes in (("big", big_bytes), ("small", small_bytes)):
            write_course(_course(name, size_bytes), own / f"{name}.course", SilentTask())
        stick = folder / "stick"
        stick.mkdir()
        for path in own.iterdir():
            # The same bytes, which take their place on the disk once.
            os.link(path, stick / path.name)
        for words, place in (("open a course", own), ("open a course elsewhere, as on a stick", stick)):
            for state in ("warm", "cold"):
                if state == "warm" or hasattr(os, "posix_fadvise"):
                    name = f"{words} → outline painted, {state} ({platform})"
                    rows.append(_measured(name, place, rounds, state, here))
    return rows


def _measured(name: str, place: Path, rounds: int, state: str, environment: dict[str, str]) -> Row:
    big, small = place / "big.course", place / "small.course"
    function = "benchmarks.opening_child:open_in_turn"
    try:
        times = call_apart(function, str(big), str(small), rounds, state, environment=environment)
    except BrokenApartError as broken:
        return Row(name, target=_TARGET, note=f"broke: {broken}")
    sizes = f"{size_words(big.stat().st_size)} and {size_words(small.stat().st_size)}, {_STEPS} steps each"
    ratio = paired_ratio(times["big"], times["small"])
    return Row(
        name, "ms", median(times["big"]), median(times["small"]), "the small course", _TARGET, ratio, sizes
    )


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
