"""Going back to an earlier release: the course opens, the newer store is told of and stays byte for byte."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.learner.store import open_learner_store
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Paths, standard_paths

_LONG_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "PulseAudio")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Return a home whose store a later release has brought to its own version."""
    made = standard_paths(os.environ, tmp_path / "home")
    with closing(open_learner_store(made.learner_db, SystemClock())) as store:
        store.add_learner("Almaz")
    with closing(sqlite3.connect(made.learner_db)) as raw:
        raw.execute("ALTER TABLE learners ADD COLUMN pin TEXT")
        raw.execute("PRAGMA user_version = 99")
    return made


@pytest.fixture
def program(qapp: QApplication, paths: Paths, demo_course: Path) -> Iterator[Program]:
    made = Program(qapp, paths)
    made.start(WindowRequest(demo_course))
    yield made
    made.finish()
    made.deleteLater()
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()


def _banners(program: Program) -> str:
    window = program.window
    if window is None:
        return ""
    return f"{window.frame.banner.sentence} {window.shelf.banner.sentence}"


def _files(folder: Path) -> dict[str, bytes]:
    """Read every file but the one by which windows keep out of each other's way."""
    files = (one for one in folder.iterdir() if one.is_file() and one.suffix != ".lock")
    return {one.name: one.read_bytes() for one in files}


def test_the_window_says_so_and_the_course_opens(program: Program, paths: Paths, qtbot: QtBot) -> None:
    before = _files(paths.data)
    qtbot.waitUntil(lambda: "written by a newer Course Player" in _banners(program), timeout=_LONG_MS)
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: window.session.course is not None, timeout=_LONG_MS)
    assert window.frame.page is window.course
    qtbot.waitUntil(lambda: program.jobs.pending == 0, timeout=_LONG_MS)
    assert "Install the newer Course Player" in _banners(program)
    program.finish()
    assert _files(paths.data) == before
