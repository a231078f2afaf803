"""A large course is read through before it is shown: the person sees how far that is, and can stop it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from courseplayer.coursefile.checked import CheckedCourses
from courseplayer.coursefile.reader import CourseFile
from courseplayer.system.cancellation import Task
from making.journey import LONG_MS, Journey


@pytest.fixture
def may_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let the reading of a course stop at a quarter, as that of a very large one, until it is let."""
    event = threading.Event()

    def check(_self: CheckedCourses, course: CourseFile, task: Task) -> None:
        while not event.wait(0.01):
            task.advance(1, 4)
        course.check_manifest(task)

    monkeypatch.setattr(CheckedCourses, "check", check)
    yield event
    event.set()


def test_the_person_sees_how_far_the_reading_is_and_then_the_course(
    journey: Journey, demo_course: Path, qtbot: QtBot, may_end: threading.Event
) -> None:
    journey.start()
    banner = journey.window.frame.banner
    journey.window.presenter.open_file(demo_course)
    qtbot.waitUntil(lambda: "25 %" in banner.sentence, timeout=LONG_MS)
    assert journey.window.session.course is None
    may_end.set()
    qtbot.waitUntil(lambda: journey.window.frame.page is journey.window.course, timeout=LONG_MS)
    assert not banner.isVisible()


def test_the_reading_can_be_stopped_and_nothing_has_changed(
    journey: Journey, demo_course: Path, qtbot: QtBot, may_end: threading.Event
) -> None:
    journey.start()
    page, banner = journey.window.frame.page, journey.window.frame.banner
    journey.window.presenter.open_file(demo_course)
    qtbot.waitUntil(lambda: "25 %" in banner.sentence, timeout=LONG_MS)
    cancel = next(made for made in banner.findChildren(QPushButton) if made.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not banner.isVisible(), timeout=LONG_MS)
    assert journey.window.frame.page is page
    assert journey.window.session.course is None
    may_end.set()
    journey.window.presenter.open_file(demo_course)
    qtbot.waitUntil(lambda: journey.window.frame.page is journey.window.course, timeout=LONG_MS)
