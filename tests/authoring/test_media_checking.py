"""Checking the media of a whole course side by side: the same findings, and an end at once."""

import os
import threading
from pathlib import Path

import pytest

from courseplayer.authoring.media_check import UnplayableMediumError, check_medium
from courseplayer.authoring.media_checking import MediaChecks
from courseplayer.authoring.reading import SourceReading
from courseplayer.system.cancellation import Cancelled
from making.folders import read_folder, step_text
from making.media import MediaSamples, make_video

_WEEK = "week-01-talks"


def _ignore(_path: Path, _position: int) -> None:
    pass


def test_each_medium_gets_its_own_facts(tmp_path: Path) -> None:
    paths = [make_video(tmp_path / f"{seconds}.mp4", seconds=seconds) for seconds in (1, 2, 3)]
    with MediaChecks(paths, _ignore) as checks:
        found = [checks.facts(path) for path in reversed(paths)]
    assert [facts.duration_ms for facts in found] == [3000, 2000, 1000]
    assert found == [check_medium(path, lambda _position: None) for path in reversed(paths)]


def test_a_broken_medium_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    sound, broken = make_video(tmp_path / "a.mp4"), tmp_path / "b.mp4"
    broken.write_bytes(b"")
    with MediaChecks([broken, sound], _ignore) as checks:
        assert checks.facts(sound).duration_ms == 2000
        with pytest.raises(UnplayableMediumError, match="empty"):
            checks.facts(broken)


def test_leaving_it_ends_what_was_not_asked_for(tmp_path: Path) -> None:
    paths = [make_video(tmp_path / f"{number}.mp4") for number in range(6)]
    began, may_go_on, seen = threading.Event(), threading.Event(), set[Path]()

    def held(path: Path, _position: int) -> None:
        seen.add(path)
        began.set()
        may_go_on.wait(20)

    with MediaChecks(paths, held):
        assert began.wait(20)
        threading.Timer(0.2, may_go_on.set).start()
    assert seen < set(paths)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("checking")]


def test_a_check_that_is_stopped_says_so(tmp_path: Path) -> None:
    def stop(_path: Path, _position: int) -> None:
        raise Cancelled

    path = make_video(tmp_path / "a.mp4")
    with MediaChecks([path], stop) as checks, pytest.raises(Cancelled):
        checks.facts(path)


def test_any_number_of_processors_finds_the_same_in_the_same_order(
    tmp_path: Path, media: MediaSamples, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(processors: int | None) -> SourceReading:
        monkeypatch.setattr(os, "cpu_count", lambda: processors)
        files: dict[str, str | bytes] = {}
        for number, data in enumerate((media.mp4, b"", media.webm, media.truncated, media.av1), start=1):
            files[f"{_WEEK}/{number:02}-talk-{number}.md"] = step_text(f"Talk {number}")
            files[f"{_WEEK}/{number:02}-talk-{number}.mp4"] = data
        return read_folder(tmp_path / f"{processors}", files)

    readings = [read(processors) for processors in (1, 2, 16, None)]
    assert len(readings[0].errors()) == 3
    assert all(reading.problems == readings[0].problems for reading in readings)
