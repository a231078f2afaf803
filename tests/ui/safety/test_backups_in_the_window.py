"""A damaged store, a backup, and the way back, through the real window."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.ui.navigation import Page

_LONG_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "PulseAudio")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return standard_paths(os.environ, tmp_path / "home")


@pytest.fixture
def program(qapp: QApplication, paths: Paths) -> Iterator[Program]:
    made = Program(qapp, paths)
    yield made
    made.finish()
    made.deleteLater()
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()


def _write(text: str, store: LearnerStore) -> None:
    learner = store.last_learner()
    if learner is None:
        learner = store.add_learner("Almaz").id
        store.choose_learner(learner)
    document = Document.from_plain_text(text)
    store.save_draft(learner, CourseId("c"), StepId("s"), DraftKind.ASSIGNMENT, document, SaveReason.LEAVING)


def _text(store: LearnerStore) -> str:
    learner = store.last_learner()
    assert learner is not None
    return store.drafts(learner)[0].document.plain_text()


@pytest.fixture
def written(paths: Paths) -> Path:
    """Return a store with a text, of which there is a backup with another."""
    keeper = StoreKeeper(StorePlaces(paths.learner_db), SystemClock())
    keeper.run(lambda store: _write("The first text.", store))
    keeper.back_up()
    keeper.run(lambda store: _write("A second text that is worse.", store))
    keeper.close()
    return paths.learner_db


def _window(program: Program, qtbot: QtBot) -> Window:
    program.start(WindowRequest())
    qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: window.session.learner is not None, timeout=_LONG_MS)
    return window


def test_a_backup_is_chosen_by_what_it_holds_and_comes_back(
    program: Program, written: Path, qtbot: QtBot
) -> None:
    window = _window(program, qtbot)
    window.preferences.backups_wanted.emit()
    dialog = window.safety.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=_LONG_MS)
    assert "Almaz" in dialog.contents.toPlainText()
    assert "3 word" in dialog.contents.toPlainText()
    dialog.restore.click()
    qtbot.waitUntil(lambda: program.window is not window, timeout=_LONG_MS)
    after = program.window
    assert after is not None
    assert after.frame.page is after.preferences_page
    qtbot.waitUntil(lambda: after.session.learner is not None, timeout=_LONG_MS)
    qtbot.waitUntil(after.frame.banner.isVisible, timeout=_LONG_MS)
    assert "The backup is restored. What was there before is kept" in after.frame.banner.sentence
    program.finish()
    keeper = StoreKeeper(StorePlaces(written), SystemClock())
    assert keeper.run(_text) == "The first text."
    keeper.close()
    (kept,) = written.parent.glob("learner-before-restore-*.db")
    keeper = StoreKeeper(StorePlaces(kept), SystemClock())
    assert keeper.run(_text) == "A second text that is worse."
    keeper.close()


def test_what_a_backup_took_the_place_of_comes_back_in_the_same_way(
    program: Program, written: Path, qtbot: QtBot
) -> None:
    keeper = StoreKeeper(StorePlaces(written), SystemClock())
    keeper.restore(keeper.backups()[0][0].path)
    keeper.close()
    window = _window(program, qtbot)
    window.safety.open()
    dialog = window.safety.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=_LONG_MS)
    titles = [dialog.list.item(row).text() for row in range(2)]
    (replaced,) = [row for row in range(2) if "before a backup was restored" in titles[row]]
    dialog.list.setCurrentRow(replaced)
    dialog.restore.click()
    qtbot.waitUntil(lambda: program.window is not window, timeout=_LONG_MS)
    program.finish()
    keeper = StoreKeeper(StorePlaces(written), SystemClock())
    assert keeper.run(_text) == "A second text that is worse."
    keeper.close()


def test_one_more_backup_can_be_made_at_once(program: Program, written: Path, qtbot: QtBot) -> None:
    window = _window(program, qtbot)
    window.safety.open()
    dialog = window.safety.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=_LONG_MS)
    qtbot.wait(1_100)
    dialog.backup_wanted.emit()
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=_LONG_MS)
    assert len(list((written.parent / "backups").glob("learner-*.db"))) == 2


def test_a_store_that_is_gone_is_told_where_there_are_backups(
    program: Program, written: Path, qtbot: QtBot
) -> None:
    written.unlink()
    window = _window(program, qtbot)
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=_LONG_MS)
    assert "is not there any more, so a new one was begun" in window.frame.banner.sentence
    window.frame.banner.action_chosen.emit("open-backups")
    dialog = window.safety.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=_LONG_MS)


def test_a_damaged_store_is_told_with_what_came_back(program: Program, written: Path, qtbot: QtBot) -> None:
    with written.open("r+b") as file:
        file.write(b"\xee" * 4096)
    damaged = written.read_bytes()
    window = _window(program, qtbot)
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=_LONG_MS)
    told = window.frame.banner.sentence
    assert "was damaged; 1 text" in told
    assert "kept, untouched" in told
    shown: list[Path] = []
    window.safety.folder_wanted.disconnect()
    window.safety.folder_wanted.connect(shown.append)
    window.frame.banner.action_chosen.emit("show-salvage")
    assert shown[0].read_bytes() == damaged


def test_a_second_window_is_refused_and_plays_on(program: Program, written: Path, qtbot: QtBot) -> None:
    first = StoreKeeper(StorePlaces(written), SystemClock())
    first.run(_text)
    program.start(WindowRequest())
    qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
    window = program.window
    assert window is not None
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=_LONG_MS)
    assert "Another window of Course Player is using" in window.frame.banner.sentence
    assert window.frame.page is window.shelf
    assert window.navigator.place is not None
    assert window.navigator.place.page == Page.SHELF
    first.close()
    window.learners.load()
    qtbot.waitUntil(lambda: window.session.learner is not None, timeout=_LONG_MS)
