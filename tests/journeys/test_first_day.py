"""A learner's first day, through the real window: open, watch, click, search, write, come back."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind, StepOutline
from courseplayer.course.writing import Document
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.ui.jobs import Lane
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.player.presenter import MediaPresenter
from courseplayer.ui.writing.editor import RichEditor

_LONG_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return standard_paths(os.environ, tmp_path / "home")


@pytest.fixture
def start(qapp: QApplication, paths: Paths, demo_course: Path) -> Iterator[Callable[[], Program]]:
    programs: list[Program] = []

    def started() -> Program:
        program = Program(qapp, paths)
        programs.append(program)
        program.start(WindowRequest(demo_course))
        return program

    yield started
    for program in programs:
        program.finish()
        program.deleteLater()
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()


def _window(program: Program, qtbot: QtBot) -> Window:
    qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: window.session.course is not None, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: window.session.learner is not None, timeout=_LONG_MS)
    return window


def _step(window: Window, kind: StepKind) -> StepOutline:
    assert window.session.course is not None
    return next(step for step in window.session.course.outline.steps() if step.kind == kind)


def _go(window: Window, step: StepOutline, at_ms: int | None = None) -> None:
    assert window.session.course is not None
    window.navigator.go(Place.in_course(Location(window.session.course.outline.course.id, step.id, at_ms)))


def test_a_click_on_a_cue_seeks_plays_and_is_where_one_comes_back_to(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start()
    window = _window(program, qtbot)
    video = _step(window, StepKind.VIDEO)
    _go(window, video)
    qtbot.waitUntil(lambda: window.frame.findChild(MediaPresenter) is not None, timeout=_LONG_MS)
    player = window.frame.findChild(MediaPresenter)
    assert player is not None
    player.panel.transcript.cue_activated.emit(4)
    qtbot.waitUntil(lambda: player.is_playing, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: player.position_ms > 10_000, timeout=_LONG_MS)
    window.navigator.go(Place(Page.SHELF))
    left_at = window.session.progress.positions_ms[video.id]
    assert left_at > 10_000
    _go(window, video)
    qtbot.waitUntil(lambda: player.position_ms == left_at, timeout=_LONG_MS)


def test_what_was_typed_is_there_after_the_program_ended(
    start: Callable[[], Program], paths: Paths, qtbot: QtBot
) -> None:
    program = start()
    window = _window(program, qtbot)
    assignment = _step(window, StepKind.ASSIGNMENT)
    _go(window, assignment)
    qtbot.waitUntil(lambda: window.frame.findChild(RichEditor) is not None, timeout=_LONG_MS)
    editor = next(one for one in window.frame.findChildren(RichEditor) if one.isVisible())
    qtbot.waitUntil(lambda: not editor.isReadOnly(), timeout=_LONG_MS)
    QTest.keyClicks(editor, "We asked twelve patients.")
    assert window.session.course is not None
    course_id = window.session.course.outline.course.id
    program.finish()
    store = open_learner_store(paths.learner_db, SystemClock())
    learner = store.learners()[0]
    draft = store.draft(learner.id, course_id, assignment.id, DraftKind.ASSIGNMENT)
    store.close()
    assert draft is not None
    assert draft.document == Document.from_plain_text("We asked twelve patients.")


def test_a_search_leads_to_the_second_and_back_returns_to_the_list(
    start: Callable[[], Program], qtbot: QtBot
) -> None:
    window = _window(start(), qtbot)
    window.search_presenter.confirm("patients")
    qtbot.waitUntil(lambda: window.frame.page is window.search, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: bool(window.search_presenter.hits), timeout=_LONG_MS)
    spoken = [hit.location.at_ms is not None for hit in window.search_presenter.hits].index(True)
    window.search.hit_chosen.emit(spoken)
    qtbot.waitUntil(lambda: window.frame.page is window.course, timeout=_LONG_MS)
    place = window.navigator.place
    assert place is not None
    assert place.location == window.search_presenter.hits[spoken].location
    window.navigator.back()
    assert window.frame.page is window.search
    assert window.search_presenter.hits


def test_marking_a_step_counts_in_outline_and_store(
    start: Callable[[], Program], paths: Paths, qtbot: QtBot
) -> None:
    program = start()
    window = _window(program, qtbot)
    article = _step(window, StepKind.ARTICLE)
    _go(window, article)
    window.step.completion_toggled.emit()
    assert article.id in window.session.progress.done
    assert window.session.course is not None
    course_id = window.session.course.outline.course.id
    program.finish()
    store = open_learner_store(paths.learner_db, SystemClock())
    assert article.id in store.progress(store.learners()[0].id, course_id).done
    store.close()


def test_the_looks_can_change_while_a_course_is_open(start: Callable[[], Program], qtbot: QtBot) -> None:
    program = start()
    before = _window(program, qtbot)
    program.settings.change("theme", "dark")
    qtbot.waitUntil(lambda: program.window is not None and program.window is not before, timeout=_LONG_MS)
    window = _window(program, qtbot)
    assert window.frame.page is window.preferences_page
    program.settings.change("text_size_percent", 150)
    qtbot.waitUntil(lambda: program.window is not None and program.window is not window, timeout=_LONG_MS)
    assert _window(program, qtbot).session.course is not None


@pytest.mark.parametrize("is_seen", [True, False])
def test_a_window_that_is_closed_at_once_lets_the_program_end(
    qapp: QApplication, paths: Paths, qtbot: QtBot, is_seen: bool
) -> None:
    program = Program(qapp, paths)
    program.start(WindowRequest())
    frame = program.frame
    assert frame is not None
    if is_seen:
        qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
    frame.close()
    qtbot.wait(100)
    assert program.window is None
    with pytest.raises(RuntimeError, match="shutdown"):
        program.jobs.start(Lane.FILES, str)
    frame.deleteLater()
    program.deleteLater()
