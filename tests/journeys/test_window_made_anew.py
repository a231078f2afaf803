"""Of a window that was made anew with other looks nothing stays in memory."""

import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from courseplayer.ui.garbage import GarbageCollection
from making.journey import Journey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "No RHI backend")


def test_the_window_of_before_is_let_go_of(journey: Journey, demo_course: Path, qapp: QApplication) -> None:
    garbage = qapp.findChild(GarbageCollection) or GarbageCollection(qapp)
    journey.start(demo_course)
    # What is there now is left out of collecting, as it is after ten seconds of use.
    garbage.let_go()
    garbage.collect()
    before = journey.frame
    parts = [weakref.ref(part) for part in (before, journey.window.shelf, journey.window.step)]
    address = id(before)
    del before
    journey.program.settings.change("theme", "dark")
    journey.wait(lambda: id(journey.frame) != address and journey.program.window is not None)
    journey.wait(lambda: journey.window.session.course is not None)
    journey.wait(lambda: journey.program.jobs.pending == 0)

    def is_gone() -> bool:
        garbage.collect()
        return all(part() is None for part in parts)

    journey.wait(is_gone)
