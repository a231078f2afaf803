"""A learner sees what is kept about them, takes it along, and has it deleted for good."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from courseplayer.course.outline import StepKind
from courseplayer.learner.store import LearnerStore
from courseplayer.ui.holdings import presenter
from courseplayer.ui.holdings.view import HoldingsDialog
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.writing.editor import RichEditor
from making.journey import Journey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "PulseAudio", "RHI")


@pytest.fixture
def almaz(journey: Journey, demo_course: Path) -> Journey:
    """Almaz has written her assignment; Berhane learns here too."""
    journey.start(demo_course)
    _ask(journey, lambda store: store.rename_learner(store.learners()[0].id, "Almaz"))
    _ask(journey, lambda store: store.add_learner("Berhane"))
    journey.window.learners.load()
    journey.wait(lambda: _learner(journey) == "Almaz")
    journey.go(journey.step(StepKind.ASSIGNMENT))
    journey.wait(lambda: any(one.isVisible() and not one.isReadOnly() for one in _editors(journey)))
    editor = next(one for one in _editors(journey) if one.isVisible())
    QTest.keyClicks(editor, "We asked twelve patients.")
    return journey


def _ask(journey: Journey, work: Callable[[LearnerStore], object]) -> None:
    journey.program.access.ask(work)
    _settle(journey)


def _settle(journey: Journey) -> None:
    for _again in range(2):
        journey.wait(lambda: journey.program.jobs.pending == 0)


def _editors(journey: Journey) -> list[RichEditor]:
    return journey.frame.findChildren(RichEditor)


def _learner(journey: Journey) -> str:
    learner = journey.window.session.learner
    return "" if learner is None else learner.name


def _open(journey: Journey) -> HoldingsDialog:
    journey.window.navigator.go(Place(Page.PREFERENCES))
    _settle(journey)
    journey.button("What is kept about me…").setFocus()
    journey.press(Qt.Key.Key_Space)
    dialog = journey.window.holdings.dialog
    assert dialog is not None
    journey.wait(lambda: bool(dialog.kept.text()) and dialog.export.isEnabled())
    return dialog


def test_what_is_kept_is_told_with_counts_and_places(almaz: Journey) -> None:
    dialog = _open(almaz)
    words = dialog.kept.text().replace("(s)", "s")
    assert "Almaz" in dialog.windowTitle()
    assert "1 assignment" in words
    assert "4 word" in words
    assert str(almaz.paths.learner_db) in words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert almaz.window.holdings.dialog is None


def test_everything_is_exported_to_one_file(
    almaz: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _open(almaz)
    path = tmp_path / "mine"
    monkeypatch.setattr(presenter, "ask_where_to_save", lambda *_asked: path)
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    almaz.wait(lambda: "mine.zip" in dialog.banner.sentence)
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        assert b"We asked twelve patients." in b"".join(archive.read(one) for one in archive.namelist())
    dialog.reject()


def test_a_place_that_refuses_is_told_and_the_dialog_stays(
    almaz: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _open(almaz)
    monkeypatch.setattr(presenter, "ask_where_to_save", lambda *_asked: tmp_path / "no" / "mine.zip")
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    almaz.wait(lambda: bool(dialog.banner.sentence))
    assert "was not found" in dialog.banner.sentence
    assert dialog.export.isEnabled()
    dialog.reject()


def test_a_learner_is_deleted_after_typing_the_name(almaz: Journey) -> None:
    dialog = _open(almaz)
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert "exported" in dialog.goes.text()
    QTest.keyClicks(dialog.typed, "Berhane")
    assert not dialog.confirm.isEnabled()
    dialog.typed.clear()
    QTest.keyClicks(dialog.typed, "almaz")
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    almaz.wait(lambda: _learner(almaz) == "Berhane")
    _settle(almaz)
    assert "Almaz" in almaz.frame.banner.sentence
    assert b"We asked twelve patients." not in almaz.paths.learner_db.read_bytes()
    almaz.go(almaz.step(StepKind.ASSIGNMENT))
    almaz.wait(lambda: [one.toPlainText() for one in _editors(almaz) if one.isVisible()] == [""])
    almaz.restart()
    assert _learner(almaz) == "Berhane"


def test_the_only_learner_can_go_and_a_new_one_begins(journey: Journey, demo_course: Path) -> None:
    journey.start(demo_course)
    dialog = _open(journey)
    before = journey.window.session.learner
    assert before is not None
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.typed, before.name)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    journey.wait(lambda: journey.window.session.learner not in (None, before))
    _settle(journey)
    after = journey.window.session.learner
    assert after is not None
    assert after.uuid != before.uuid
