"""From a click on a cue to its still and to its exact frame, against PyAV's decoding and mpv's exact seek."""

import random
from collections.abc import Mapping, Sequence

from benchmarks.apart import BrokenApartError, call_apart
from benchmarks.courses import film_course
from benchmarks.display import displays
from benchmarks.effort import Effort
from benchmarks.figures import median, paired_ratio, percentile
from benchmarks.film import film
from benchmarks.mpv import MISSING
from benchmarks.place import emptied_folder
from benchmarks.results import Bound, Row, Target, at_most
from courseplayer.course.transcript import Cue
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask

_FRAME_AT_60_HZ = "one frame at 60 Hz"
_LIMIT = "PyAV: seek to the key frame, decode up to the frame"
_BARE = "Qt's player alone: plain file, sound, picture, nothing around it"
Times = Mapping[str, Sequence[float]]


def measure(effort: Effort) -> list[Row]:
    """Click random cues, paused and playing, on each kind of display."""
    seconds, clicks = effort.of(12, 60, 300), effort.of(2, 15, 50)
    path = film(seconds)
    starts = sorted(random.Random(7).sample(range(1_100, seconds * 1_000 - 3_000), clicks + 2))
    cues = [Cue(at_ms, None, None, f"At {at_ms} milliseconds.") for at_ms in starts]
    rows: list[Row] = []
    with emptied_folder("cue-click") as folder, displays(effort) as at_hand:
        course = folder / "film.course"
        write_course(film_course(path, cues), course, SilentTask())
        for platform, environment in at_hand.items():
            function = "benchmarks.cue_click_child:click_cues"
            try:
                times = call_apart(function, str(course), str(path), environment=environment)
            except BrokenApartError as broken:
                rows.append(Row(f"click a cue ({platform})", note=f"broke: {broken}"))
            else:
                rows += _rows(platform, times)
    return rows


def _rows(platform: str, times: Times) -> list[Row]:
    rows = []
    for state in ("paused", "playing"):
        ours = times[f"ours_{state}"]
        share = (
            f"{sum(times[f'exact_{state}']):.0f} of {len(ours)} showed exactly the cue's first frame first"
        )
        name = f"click a cue → right frame, {state} ({platform})"
        p95 = f"p95 {percentile(ours, 95):.0f} ms"
        rows.append(_against(name, ours, times["limit"], _LIMIT, 1.2, f"{p95}; {share}"))
        mpv = times.get(f"mpv_{state}")
        if mpv:
            rows.append(_against(name, ours, mpv, f"mpv, exact seek while {state}", 1.1))
        else:
            rows.append(Row(name, target=at_most(1.1), note=MISSING))
    rows.append(_ratio(f"… Qt's player alone, paused ({platform})", times["bare"], times["limit"], _LIMIT))
    name = f"… the click against that, paused ({platform})"
    rows.append(_ratio(name, times["ours_paused"], times["bare"], _BARE))
    rows.append(_still(f"click a cue → still given to the picture ({platform})", times["still"]))
    if platform != "offscreen" and times.get("still_painted"):
        rows.append(_still(f"click a cue → still painted ({platform})", times["still_painted"]))
    return rows


def _against(
    name: str, ours: Sequence[float], theirs: Sequence[float], against: str, limit: float, note: str = ""
) -> Row:
    ratio = paired_ratio(ours, theirs)
    return Row(name, "ms", median(ours), median(theirs), against, at_most(limit), ratio, note)


def _ratio(name: str, ours: Sequence[float], theirs: Sequence[float], against: str) -> Row:
    ratio = paired_ratio(ours, theirs)
    return Row(name, "ms", median(ours), median(theirs), against, paired_ratio=ratio)


def _still(name: str, times: Sequence[float]) -> Row:
    p95 = f"median; p95 {percentile(times, 95):.1f} ms of {len(times)}"
    return Row(
        name, "ms", median(times), 1_000 / 60, _FRAME_AT_60_HZ, Target(Bound.OURS_AT_MOST, 16), note=p95
    )
