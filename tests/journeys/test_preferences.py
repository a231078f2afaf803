"""What is chosen takes effect at once, everywhere, and holds after a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QToolButton

from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.shortcut_list import player_shortcuts, window_shortcuts
from making.journey import Journey


@pytest.fixture
def person(journey: Journey, demo_course: Path) -> Journey:
    """Somebody who has the first video on the page."""
    journey.start(demo_course)
    journey.open_video()
    return journey


@pytest.fixture
def settler(journey: Journey) -> Journey:
    """Somebody who makes the program their own before any course is there."""
    journey.start()
    journey.window.navigator.go(Place(Page.PREFERENCES))
    return journey


def _choose(journey: Journey, name: str, value: object) -> None:
    box = journey.frame.findChild(QComboBox, name)
    assert box is not None
    assert box.isVisible()
    box.setCurrentIndex(box.findData(value))


def _chosen(journey: Journey, name: str) -> object:
    box = journey.frame.findChild(QComboBox, name)
    assert box is not None
    return box.currentData()


def test_playing_preferences_reach_the_player_that_is_there_already(person: Journey) -> None:
    # Every control has room; the screen of the tests is narrower than the window of a desktop.
    person.frame.resize(1180, 720)
    player = person.player
    person.window.navigator.go(Place(Page.PREFERENCES))
    _choose(person, "playback_rate", 1.5)
    _choose(person, "skip_seconds", 30)
    for name in ("captions_on", "follow_transcript"):
        switch = person.frame.findChild(QCheckBox, name)
        assert switch is not None
        switch.click()
    person.click("Back")
    person.wait(lambda: person.frame.page is person.window.course)
    assert player.panel.controls.rate_words == "1.5×"
    skip = person.child(QToolButton, "Skip forward by 30 s")
    person.wait(lambda: person.picture_ms() >= 0)
    person.click(skip)
    person.wait(lambda: player.position_ms == 30_000)
    assert not player.panel.transcript.is_following
    assert player.keeper.choices.captions_on


def test_what_is_chosen_in_the_player_is_shown_among_the_preferences(person: Journey) -> None:
    person.player.panel.setFocus()
    person.press(Qt.Key.Key_Plus)
    person.press(Qt.Key.Key_C)
    person.window.navigator.go(Place(Page.PREFERENCES))
    assert _chosen(person, "playback_rate") == 1.25
    switch = person.frame.findChild(QCheckBox, "captions_on")
    assert switch is not None
    assert switch.isChecked()


def test_preferences_hold_after_a_restart(settler: Journey) -> None:
    _choose(settler, "playback_rate", 0.75)
    settler.restart()
    settler.window.navigator.go(Place(Page.PREFERENCES))
    assert _chosen(settler, "playback_rate") == 0.75


def test_back_leads_to_the_video_after_the_looks_have_changed(person: Journey) -> None:
    person.player.seek(42_000)
    person.window.navigator.go(Place(Page.PREFERENCES))
    before = person.window
    _choose(person, "theme", "dark")
    person.wait(lambda: person.window is not before and person.window.session.course is not None)
    assert person.shows(person.window.preferences_page)
    assert _chosen(person, "theme") == "dark"
    person.activate()
    focused = person.frame.focusWidget()
    assert focused is not None
    assert focused.objectName() == "theme"
    person.click("Back")
    person.wait(lambda: person.frame.page is person.window.course)
    person.wait(lambda: person.player.position_ms == 42_000)


def test_large_text_reaches_the_words(settler: Journey) -> None:
    before = settler.window
    height = settler.frame.header.fontMetrics().height()
    _choose(settler, "text_size_percent", 150)
    settler.wait(lambda: settler.window is not before)
    assert settler.frame.header.fontMetrics().height() >= 1.4 * height


def test_keys_lead_to_the_pages_about_the_program(settler: Journey) -> None:
    settler.press(Qt.Key.Key_F1)
    assert settler.shows(settler.window.shortcuts)
    shown = {label.text() for label in settler.window.shortcuts.findChildren(QLabel)}
    for group in (*window_shortcuts(), *player_shortcuts()):
        assert {words for _keys, words in group.entries} <= shown
    settler.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert settler.shows(settler.window.preferences_page)
    settler.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert settler.shows(settler.window.shelf)


def test_the_page_about_the_program_names_version_licence_and_parts(settler: Journey) -> None:
    settler.window.navigator.go(Place(Page.ABOUT))
    shown = " ".join(label.text() for label in settler.window.about.findChildren(QLabel))
    for words in ("Version 0.", "GNU General Public License", "Qt", "PyAV", "SQLAlchemy"):
        assert words in shown
