"""Several people at one computer: who is learning is always visible, and each has a place of their own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from courseplayer.course.outline import StepKind
from courseplayer.learner.store import open_learner_store
from courseplayer.system.clock import SystemClock
from courseplayer.ui.learners.view import NameDialog
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.writing.editor import RichEditor
from making.journey import Journey


@pytest.fixture
def two(journey: Journey, demo_course: Path) -> Journey:
    """Almaz and Berhane have used this computer before; Almaz was the last."""
    store = open_learner_store(journey.paths.learner_db, SystemClock())
    almaz = store.add_learner("Almaz")
    store.add_learner("Berhane")
    store.choose_learner(almaz.id)
    store.close()
    journey.start(demo_course)
    return journey


def _switch(journey: Journey, name: str) -> None:
    button = journey.window.learner_button
    actions = {_plain(action.text()): action for action in button.menu().actions()}
    actions[name].trigger()
    journey.wait(lambda: journey.window.session.learner is not None)
    journey.wait(lambda: journey.program.jobs.pending == 0)


def _plain(words: str) -> str:
    """Return words as they are read: without the signs for their direction, and an & as one."""
    return words.replace("\u2068", "").replace("\u2069", "").replace("&&", "&")


def _ticked(journey: Journey) -> list[str]:
    actions = journey.window.learner_button.menu().actions()
    return [_plain(action.text()) for action in actions if action.isCheckable() and action.isChecked()]


def test_who_is_learning_is_seen_on_every_page(two: Journey) -> None:
    for page in (Page.SHELF, Page.PREFERENCES, Page.ABOUT, Page.SHORTCUTS):
        two.window.navigator.go(Place(page))
        assert two.window.learner_button.isVisible()
        assert _plain(two.window.learner_button.text()) == "Almaz"
    two.go(two.step(StepKind.ARTICLE))
    assert two.window.learner_button.isVisible()
    assert "Almaz" in two.window.learner_button.accessibleName()
    assert _ticked(two) == ["Almaz"]


def test_who_is_learning_is_seen_in_the_narrowest_window(two: Journey) -> None:
    two.frame.resize(two.frame.minimumSizeHint())
    button = two.window.learner_button
    assert button.isVisible()
    assert button.width() >= button.sizeHint().width()
    assert two.frame.header.rect().contains(button.geometry())


def test_one_choice_switches_and_holds_after_a_restart(two: Journey) -> None:
    _switch(two, "Berhane")
    assert _plain(two.window.learner_button.text()) == "Berhane"
    assert _ticked(two) == ["Berhane"]
    two.restart()
    assert _plain(two.window.learner_button.text()) == "Berhane"


def test_marks_belong_to_the_one_who_set_them(two: Journey) -> None:
    article = two.step(StepKind.ARTICLE)
    two.go(article)
    two.click("Mark as complete")
    two.wait(lambda: two.button("Completed").isVisible())
    _switch(two, "Berhane")
    two.wait(lambda: two.button("Mark as complete").isVisible())
    assert article.id not in two.window.session.progress.done
    _switch(two, "Almaz")
    two.wait(lambda: two.button("Completed").isVisible())


def test_a_video_stops_for_the_next_learner_and_each_comes_back_to_the_own_second(two: Journey) -> None:
    player = two.open_video()
    step_id = two.numbered("1.1").id
    player.seek(30_000, plays=True)
    two.wait(lambda: player.position_ms > 30_000)
    _switch(two, "Berhane")
    assert not player.is_playing
    two.wait(lambda: player.position_ms == 0)
    player.seek(50_000)
    two.wait(lambda: player.position_ms == 50_000)
    _switch(two, "Almaz")
    two.wait(lambda: 30_000 < player.position_ms < 45_000)
    assert 30_000 < two.window.session.progress.positions_ms[step_id] < 45_000
    _switch(two, "Berhane")
    two.wait(lambda: player.position_ms == 50_000)


def test_words_belong_to_the_one_who_wrote_them(two: Journey) -> None:
    two.go(two.step(StepKind.DISCUSSION))
    editor = two.child(RichEditor)
    two.wait(lambda: not editor.isReadOnly())
    editor.setFocus()
    two.type("Almaz was here.")
    _switch(two, "Berhane")
    editor = two.child(RichEditor)
    two.wait(lambda: not editor.isReadOnly())
    assert editor.toPlainText() == ""
    _switch(two, "Almaz")
    editor = two.child(RichEditor)
    two.wait(lambda: editor.toPlainText() == "Almaz was here.")


def test_a_new_learner_is_added_by_name_and_learns_at_once(two: Journey) -> None:
    _menu_action(two, "Add a learner…").trigger()
    dialog = two.frame.findChild(NameDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "Tom & Anna")
    QTest.keyClick(line, Qt.Key.Key_Return)
    two.wait(
        lambda: two.window.session.learner is not None and two.window.session.learner.name == "Tom & Anna"
    )
    two.wait(lambda: two.frame.findChild(NameDialog) is None)
    assert _plain(two.window.learner_button.text()) == "Tom & Anna"
    assert _ticked(two) == ["Tom & Anna"]


def test_a_name_that_is_taken_is_refused_in_the_dialog(two: Journey) -> None:
    _menu_action(two, "Add a learner…").trigger()
    dialog = two.frame.findChild(NameDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "Berhane")
    QTest.keyClick(line, Qt.Key.Key_Return)
    two.wait(lambda: bool(dialog.problem_words))
    assert "Berhane" in dialog.problem_words
    assert dialog.isVisible()
    dialog.reject()


def _menu_action(journey: Journey, words: str) -> QAction:
    return next(one for one in journey.window.learner_button.menu().actions() if one.text() == words)
