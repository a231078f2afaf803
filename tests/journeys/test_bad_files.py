"""Wrong files and homes that cannot be written, through the real window: a sentence, and the rest goes on."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.ui.navigation import Place
from courseplayer.ui.shelf.view import CourseCard
from making.damage import USER_VERSION_AT, copy_with, put, rewritten

_LONG_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)
Start = Callable[[WindowRequest, Paths], Window]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return standard_paths(os.environ, tmp_path / "home")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    programs: list[Program] = []

    def started(request: WindowRequest, paths: Paths) -> Window:
        program = Program(qapp, paths)
        programs.append(program)
        program.start(request)
        qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
        assert program.window is not None
        return program.window

    yield started
    for program in programs:
        program.finish()
        program.deleteLater()
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()


def _told(window: Window, qtbot: QtBot) -> str:
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=_LONG_MS)
    return window.frame.banner.accessibleName()


def _empty(_course: Path, path: Path) -> None:
    path.write_bytes(b"")


def _picture(_course: Path, path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" * 100)


def _cut(course: Path, path: Path) -> None:
    copy_with(course, path, lambda whole: whole.__delitem__(slice(len(whole) // 2, None)))


def _future(course: Path, path: Path) -> None:
    copy_with(course, path, put(USER_VERSION_AT, b"\0\0\0\x09"))


def _folder(_course: Path, path: Path) -> None:
    path.mkdir()


def _forged(course: Path, path: Path) -> None:
    with rewritten(course, path) as forger:
        forger.execute("UPDATE step SET kind = 'dance'")


def _nothing(_course: Path, _path: Path) -> None:
    """Leave the place as it is."""


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_empty, "wrong.course is empty, so it holds no course"),
        (_picture, "wrong.course is not a course"),
        (_cut, "wrong.course is not complete: its end is missing"),
        (_future, "wrong.course was made with a newer version of Course Player"),
        (_folder, "wrong.course is a folder, not a course file"),
        (_forged, "wrong.course is damaged"),
        (_nothing, "wrong.course was not found"),
    ],
)
def test_a_wrong_file_is_told_over_the_shelf_and_another_opens(
    start: Start,
    qtbot: QtBot,
    paths: Paths,
    demo_course: Path,
    tmp_path: Path,
    make: Callable[[Path, Path], None],
    told: str,
) -> None:
    make(demo_course, tmp_path / "wrong.course")
    window = start(WindowRequest(tmp_path / "wrong.course", "1.1", 5_000), paths)
    assert told in _told(window, qtbot)
    assert window.frame.page is window.shelf
    window.presenter.open_file(demo_course)
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)
    assert not window.frame.banner.isVisible()


def test_an_open_course_stays_open_when_the_next_file_is_wrong(
    start: Start, qtbot: QtBot, paths: Paths, demo_course: Path, tmp_path: Path
) -> None:
    window = start(WindowRequest(demo_course), paths)
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)
    (tmp_path / "wrong.course").write_bytes(b"")
    window.presenter.open_file(tmp_path / "wrong.course")
    assert "wrong.course is empty" in _told(window, qtbot)
    assert window.frame.page is window.course
    assert window.session.course is not None
    assert window.session.course.file.path == demo_course


def test_words_that_were_changed_are_told_though_search_knows_the_edition(
    start: Start, qtbot: QtBot, paths: Paths, demo_course: Path, tmp_path: Path
) -> None:
    window = start(WindowRequest(demo_course), paths)
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)
    window.search_presenter.confirm("patients")
    qtbot.waitUntil(lambda: bool(window.search_presenter.hits), timeout=_LONG_MS)
    with rewritten(demo_course, tmp_path / "changed.course") as forger:
        forger.execute("UPDATE cue SET text = 'Never wash your hands.' WHERE position = 0")
    window.presenter.open_file(tmp_path / "changed.course")
    assert "The texts in changed.course are not as they were" in _told(window, qtbot)
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)


def _videos(window: Window, qtbot: QtBot) -> list[Location]:
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)
    assert window.session.course is not None
    outline = window.session.course.outline
    return [Location(outline.course.id, step.id) for step in outline.steps() if step.kind == StepKind.VIDEO]


def _place(window: Window) -> Location | None:
    return None if window.navigator.place is None else window.navigator.place.location


def test_a_time_alone_leads_into_the_first_step_that_plays(
    start: Start, qtbot: QtBot, paths: Paths, demo_course: Path
) -> None:
    window = start(WindowRequest(demo_course, None, 12_000), paths)
    first = _videos(window, qtbot)[0]
    qtbot.waitUntil(lambda: _place(window) == replace(first, at_ms=12_000), timeout=_LONG_MS)


def test_a_time_alone_leads_into_the_step_that_was_left(
    start: Start, qtbot: QtBot, paths: Paths, demo_course: Path
) -> None:
    window = start(WindowRequest(demo_course), paths)
    second = _videos(window, qtbot)[1]
    qtbot.waitUntil(lambda: window.session.learner is not None, timeout=_LONG_MS)
    window.navigator.go(Place.in_course(second))
    qtbot.waitUntil(lambda: window.session.progress.last == second, timeout=_LONG_MS)
    window.presenter.open_file(demo_course, None, 12_000)
    qtbot.waitUntil(lambda: _place(window) == replace(second, at_ms=12_000), timeout=_LONG_MS)


def test_with_a_home_that_cannot_be_written_courses_are_found_and_played(
    start: Start, qtbot: QtBot, paths: Paths, demo_course: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(demo_course, stick / "demo.course")
    barred = replace(standard_paths(os.environ, tmp_path / "file" / "home"), beside_program=stick)
    window = start(WindowRequest(), barred)
    qtbot.waitUntil(lambda: bool(window.shelf.findChildren(CourseCard)), timeout=_LONG_MS)
    assert "learner.db" in _told(window, qtbot)
    window.presenter.open_file(stick / "demo.course", "1.1")
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_by_the_system_the_window_saves_like_a_closed_one(
    demo_course: Path, home: Path, number: signal.Signals
) -> None:
    command = [sys.executable, "-m", "courseplayer", "play", str(demo_course), "--step", "1.1"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    settings = home / "config" / "settings.json"
    until = time.monotonic() + 60
    while run.poll() is None and not settings.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert "window_geometry" not in settings.read_text(encoding="utf-8") or "null" in settings.read_text(
        "utf-8"
    )
    run.send_signal(number)
    _out, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert '"window_geometry": null' not in settings.read_text(encoding="utf-8")
    assert "Traceback" not in told


def test_a_damaged_picture_is_told_where_it_is_missing(
    start: Start, qtbot: QtBot, paths: Paths, demo_course: Path, tmp_path: Path
) -> None:
    course = tmp_path / "picture.course"
    with rewritten(demo_course, course) as forger:
        forger.execute(
            "UPDATE chunk_data SET data = zeroblob(length(data)) WHERE id IN (SELECT chunk_id "
            "FROM asset_chunk JOIN asset ON asset.id = asset_id WHERE mime LIKE 'image/%')"
        )
    window = start(WindowRequest(course, "1.7"), paths)
    qtbot.waitUntil(window.step.banner.isVisible, timeout=_LONG_MS)
    assert "cannot be shown, being damaged or too large" in window.step.banner.sentence
