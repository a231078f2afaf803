"""Building a course from media files against copying them, writing them to the disk and hashing them."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import av

from benchmarks.effort import Effort
from benchmarks.figures import median, paired_ratio
from benchmarks.film import film
from benchmarks.place import FOLDER, emptied_folder, fitting_bytes, size_words
from benchmarks.results import Row, at_least
from courseplayer.authoring.source import read_source
from courseplayer.authoring.still_making import with_stills
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask

_TOOLS = ("cp", "sync", "sha256sum")
_AGAINST = "cp -r, sync -f and sha256sum of the same files"
_COPIES_ON_DISK = 4
_TARGET = at_least(0.8)


def measure(effort: Effort) -> list[Row]:
    """Build and copy the same folder in turn."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        return [Row("build a course", target=_TARGET, note=f"this system has no {', '.join(missing)}")]
    seconds, wanted_mb, rounds = effort.of((12, 8, 1), (60, 200, 2), (300, 1_000, 3))
    path = film(seconds)
    size_bytes = path.stat().st_size
    count = max(1, fitting_bytes(wanted_mb * 1_000_000, _COPIES_ON_DISK) // size_bytes)
    with emptied_folder("building") as folder:
        source = folder / "source"
        _make_source(source, path, count)
        total_bytes = sum(file.stat().st_size for file in source.rglob("*.mp4"))
        built, stored, copied = [], [], []
        plan = _plan(source)
        for _ in range(rounds):
            copied.append(total_bytes / 1e6 / _timed(lambda: _copy(source, folder / "copy")))
            stored.append(total_bytes / 1e6 / _timed(lambda: _store(plan, folder / "stored.course")))
            built.append(total_bytes / 1e6 / _timed(lambda: _build(source, folder / "built.course")))
            for old in folder.glob("*.course"):
                old.unlink()
            shutil.rmtree(folder / "copy")
    about = f"{count} videos of {seconds} s, {size_words(total_bytes)}"
    return [
        _row(
            "build a course from videos (whole command)", built, copied, f"{about}; checks, stills, read back"
        ),
        _row("… of which storing (hash, write, sync, read back)", stored, copied, about),
    ]


def _row(name: str, ours: list[float], copied: list[float], note: str) -> Row:
    ratio = paired_ratio(ours, copied)
    return Row(name, "MB/s", median(ours), median(copied), _AGAINST, _TARGET, ratio, note)


def _timed(work: Callable[[], None]) -> float:
    # What others wrote before must not be synced in our time.
    subprocess.run(("sync", "-f", str(FOLDER)), check=True)
    since = time.perf_counter()
    work()
    return time.perf_counter() - since


def _copy(source: Path, copy: Path) -> None:
    subprocess.run(("cp", "-r", str(source), str(copy)), check=True)
    subprocess.run(("sync", "-f", str(copy)), check=True)
    files = [str(file) for file in sorted(copy.rglob("*.mp4"))]
    subprocess.run(("sha256sum", *files), check=True, stdout=subprocess.DEVNULL)


def _build(source: Path, destination: Path) -> None:
    command = (sys.executable, "-m", "courseplayer", "build", str(source), "-o", str(destination))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _plan(source: Path) -> CoursePlan:
    plan = read_source(source, SilentTask()).plan
    assert plan is not None
    return with_stills(plan, SilentTask())[0]


def _store(plan: CoursePlan, destination: Path) -> None:
    write_course(plan, destination, SilentTask())


def _make_source(folder: Path, path: Path, count: int) -> None:
    """Lay out a course folder in which no two videos share a piece."""
    week = folder / "week-01-videos"
    week.mkdir(parents=True)
    (folder / "course.toml").write_text('title = "Videos"\nid = "videos"\nlanguage = "en"\n')
    for number in range(1, count + 1):
        name = f"{number:03}-talk-number-{number}"
        (week / f"{name}.md").write_text(f"---\ntitle: Talk {number}\n---\nWatch.\n")
        _write_again(path, week / f"{name}.mp4", "x" * number)


def _write_again(path: Path, copy: Path, comment: str) -> None:
    """Copy a film with a comment of another length at its head: every byte moves, so no chunk is the same."""
    with av.open(str(path)) as given, av.open(str(copy), "w", options={"movflags": "+faststart"}) as made:
        made.metadata["comment"] = comment
        streams = {stream.index: made.add_stream_from_template(stream) for stream in given.streams}
        for packet in given.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream_index]
                made.mux(packet)
