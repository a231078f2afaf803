"""The stills of a whole course: alike on every computer, and stopped at once."""

import errno
import os
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from courseplayer.authoring import still_making
from courseplayer.authoring.still_making import with_stills
from courseplayer.course.errors import PlainError
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.folders import plan_of, step_text
from making.media import make_video

_VIDEOS = 5
_WEEK = "week-01-talks"


@pytest.fixture
def plan(tmp_path: Path) -> CoursePlan:
    folder = tmp_path / "source"
    for number in range(1, _VIDEOS + 1):
        make_video(folder / _WEEK / f"{number:02}-talk-{number}.mp4", seconds=11 + number)
    return plan_of(
        folder,
        {f"{_WEEK}/{number:02}-talk-{number}.md": step_text("Talk") for number in range(1, _VIDEOS + 1)},
    )


def _pictures(plan: CoursePlan) -> list[tuple[str, bytes]]:
    pictures = []
    for asset in plan.assets:
        with asset.open() as stream:
            pictures.append((asset.source, stream.read()))
    return pictures


def test_any_number_of_processors_makes_the_same(plan: CoursePlan, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for processors in (1, 2, 16, None):
        monkeypatch.setattr(os, "cpu_count", lambda processors=processors: processors)
        complete, problems = with_stills(plan, SilentTask())
        assert problems == ()
        made.append((complete.contents, _pictures(complete)))
    assert made[1:] == made[:-1]
    stills = [len(medium.stills) for content in made[0][0] for medium in content.media]
    assert stills == [2] * _VIDEOS


class _StoppingTask(SilentTask):
    """Is stopped when it is first told something, and lets the work that waits for that go on."""

    def __init__(self) -> None:
        super().__init__()
        self.was_told = threading.Event()

    def advance(self, done: int, total: int) -> None:
        self.was_told.set()
        self.cancel()
        super().advance(done, total)


def test_who_stops_waits_for_no_other_video(plan: CoursePlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    task, opened = _StoppingTask(), list[str]()

    def watched(asset: PlannedAsset) -> BinaryIO:
        opened.append(asset.source)
        task.was_told.wait(20)
        return asset.open()

    assets = tuple(replace(asset, open=partial(watched, asset)) for asset in plan.assets)
    with pytest.raises(Cancelled):
        with_stills(replace(plan, assets=assets), task)
    assert opened == [plan.assets[0].source]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("stills")]


def test_a_video_that_cannot_be_read_any_more_ends_it(plan: CoursePlan) -> None:
    def gone() -> BinaryIO:
        raise FileNotFoundError(errno.ENOENT, "the stick is gone")

    assets = (*plan.assets[:-1], replace(plan.assets[-1], open=gone))
    with pytest.raises(PlainError, match=r"05-talk-5\.mp4 was not found"):
        with_stills(replace(plan, assets=assets), SilentTask())


@pytest.mark.parametrize("name", ["a.mp4", "a.webm", "a.ts"])
def test_a_long_video_made_in_stretches_has_the_same_stills(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    codecs = {"video_codec": "libvpx-vp9", "audio_codec": "libopus"} if name == "a.webm" else {}
    make_video(tmp_path / _WEEK / f"01-{name}", seconds=30, gop_frames=25, **codecs)  # type: ignore[arg-type]
    cues = "WEBVTT\n" + "".join(f"\n00:{n:02}.300 --> 00:{n:02}.900\nWord {n}.\n" for n in range(0, 30, 2))
    plan = plan_of(tmp_path, {f"{_WEEK}/01-a.md": step_text("A"), f"{_WEEK}/01-a.en.vtt": cues})
    made = []
    for stretch in (100, 4):
        monkeypatch.setattr(still_making, "_STRETCH", stretch)
        complete, problems = with_stills(plan, SilentTask())
        assert problems == ()
        made.append((complete.contents, _pictures(complete)))
    assert made[0] == made[1]
    assert len(made[0][0][0].media[0].stills) == 15
