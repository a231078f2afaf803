"""What a learner with a PIN could not save is copied sealed, and offered once the PIN is typed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from courseplayer.course.outline import StepKind
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.values import PinChange
from courseplayer.ui.components import Banner
from courseplayer.ui.learners.pin_view import UnlockDialog
from courseplayer.ui.writing.editor import RichEditor
from making.every_byte import files_with
from making.journey import Journey

PIN = "482913"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _set_pin(keeper: StoreKeeper) -> PinChange:
    (learner,) = keeper.run(lambda store: store.learners())
    return keeper.pins.set(learner.id, PIN)


def _editor(journey: Journey) -> RichEditor:
    journey.go(journey.step(StepKind.ASSIGNMENT))
    journey.wait(
        lambda: any(
            one.isVisible() and not one.isReadOnly() for one in journey.frame.findChildren(RichEditor)
        )
    )
    editor = journey.child(RichEditor)
    editor.setFocus()
    return editor


def _says(journey: Journey, words: str) -> Callable[[], bool]:
    return lambda: any(words in one.sentence for one in journey.frame.findChildren(Banner) if one.isVisible())


def test_a_sealed_copy_comes_back_after_the_pin(journey: Journey, demo_course: Path, tmp_path: Path) -> None:
    journey.start(demo_course)
    journey.program.access.keep(_set_pin)
    journey.window.learners.load()
    journey.wait(
        lambda: journey.window.session.learner is not None and journey.window.session.learner.has_pin
    )
    _editor(journey)
    journey.type("Ouagadougou")
    journey.wait(lambda: not journey.window.unsaved.are_there)
    shutil.copytree(journey.paths.data, tmp_path / "kept")
    journey.paths.data.rename(tmp_path / "pulled")
    journey.type(" Kilimanjaro")
    journey.wait(_says(journey, "A copy is in"))
    home = journey.paths.data.parent
    (copy,) = (home / "rescued").iterdir()
    assert copy.suffix == ".sealed"
    assert files_with(("Ouagadougou", "Kilimanjaro"), home) == {"Ouagadougou": set(), "Kilimanjaro": set()}
    journey.frame.close()
    journey.wait(_says(journey, "not saved yet"))
    journey.click("Close without saving")
    journey.wait(lambda: journey.program.frame is None)
    (tmp_path / "kept").rename(journey.paths.data)

    journey.start(demo_course, waits=False)
    journey.wait(lambda: isinstance(journey.window.pins.dialog, UnlockDialog))
    assert not _says(journey, "was rescued")()
    dialog = journey.window.pins.dialog
    assert dialog is not None
    (field,) = dialog.findChildren(QLineEdit)
    QTest.keyClicks(field, PIN)
    QTest.keyClick(field, Qt.Key.Key_Return)
    journey.wait(_says(journey, "was rescued"))
    journey.click("Put it back")
    journey.wait(lambda: not list((home / "rescued").glob("*")))
    assert _editor(journey).toPlainText() == "Ouagadougou Kilimanjaro"
    journey.end()
    assert files_with(("Kilimanjaro",), home) == {"Kilimanjaro": set()}
