"""A short stretch of what `make soak` does for half an hour: nothing is left behind."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer import app
from making.clock import SetClock
from making.journey import Journey
from soak.counting import handles, kinds_of_objects, open_files, qt_objects, threads
from soak.day import LongDay
from soak.run import findings

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend", "opus", "QPainter"
)


@pytest.fixture
def day(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, demo_course: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LongDay]:
    """A learner who has done everything once."""
    clock = SetClock()
    monkeypatch.setattr(app, "SystemClock", lambda: clock)
    journey = Journey(qapp, qtbot, tmp_path / "home")
    made = LongDay(journey, clock, tmp_path, playing_ms=100, looks_every=1_000)
    made.begin(demo_course)
    yield made
    journey.clean_up()


def test_what_is_opened_and_left_leaves_no_handle_thread_or_object_behind(day: LongDay) -> None:
    """A turn with everything that one does, and a window made anew: both twice over, after once."""
    for again in (day.turn, day.change_looks):
        again()
        before, kinds, files = _left(), kinds_of_objects(), open_files()
        again()
        again()
        more = [name for name, count in _left().items() if count > before[name]]
        assert more == [], _more(kinds, files)
    assert min(day.counts.values()) >= 3


def test_the_count_sees_an_object_and_a_handle_that_are_left_behind(
    qapp: QApplication, tmp_path: Path
) -> None:
    """Without this, a count that never finds anything would look like a program that never leaks."""
    objects, opened = qt_objects(), handles()
    owner = QObject(qapp)
    left = QTimer(owner)
    with (tmp_path / "left").open("wb"):
        assert handles() == opened + bool(opened)
    assert qt_objects() == objects + 2
    assert left.parent() is owner
    owner.deleteLater()


_GATHERED = """
from courseplayer.app import make_application
from PySide6.QtGui import QPixmap, QPixmapCache
application = make_application()
for number in range(100):
    picture = QPixmap(160, 160)
    picture.fill("#ff0000")
    assert QPixmapCache.insert(str(number), picture)
print(sum(QPixmapCache.find(str(number), QPixmap()) for number in range(100)))
"""


def test_of_pictures_that_were_shown_once_few_are_gathered() -> None:
    """By itself Qt keeps 10 MB, here all of them."""
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{_GATHERED}"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert 20 < int(run.stdout) <= 41


def test_more_than_in_the_morning_is_a_finding() -> None:
    sample = {"memory_mb": 100.0, "handles": 17, "threads": 7, "objects": 1_000}
    starts = {"morning": [500.0, 500.0], "evening": [520.0, 520.0]}
    same = findings({"samples": [sample] * 12}, starts)
    assert all(one.is_met for one in same)
    more = {name: value + 6 for name, value in sample.items()}
    slow = {"morning": starts["morning"], "evening": [600.0, 600.0]}
    found = findings({"samples": [*[sample] * 6, *[more] * 6]}, slow)
    assert not any(one.is_met for one in found)
    assert len(found) == 5


def _left() -> dict[str, int]:
    gc.collect()
    return {"handles": handles(), "threads": threads(), "objects": qt_objects()}


def _more(kinds: dict[str, int], files: tuple[str, ...]) -> dict[str, object]:
    grown = {name: count - kinds.get(name, 0) for name, count in kinds_of_objects().items()}
    return {
        **{name: count for name, count in grown.items() if count > 0},
        "files": [one for one in open_files() if one not in files],
    }
