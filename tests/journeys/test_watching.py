"""A video beside its transcript: click, keys, following, searching and copying, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.transcript.text import TranscriptText
from making.journey import Journey

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def viewer(journey: Journey, demo_course: Path) -> Journey:
    """Somebody who has the first video on the page."""
    journey.start(demo_course)
    journey.open_video()
    return journey


def _text(journey: Journey) -> TranscriptText:
    return journey.player.panel.transcript.text


def _start_ms(journey: Journey, cue: int) -> int:
    transcript = journey.player.transcript
    assert transcript is not None
    return transcript.cues[cue].start_ms


def _click_cue(journey: Journey, cue: int, x: int) -> None:
    text = _text(journey)
    text.reveal(cue)
    QTest.mouseClick(text.viewport(), _LEFT, pos=QPoint(x, round(text.cue_rect(cue).top()) + 14))


@pytest.mark.parametrize("x", [24, 120])
def test_a_click_on_a_stamp_or_a_line_plays_from_there(viewer: Journey, x: int) -> None:
    _click_cue(viewer, 3, x)
    start_ms = _start_ms(viewer, 3)
    viewer.wait(lambda: viewer.player.is_playing)
    assert start_ms <= viewer.player.position_ms < start_ms + 2_000
    viewer.wait(lambda: viewer.picture_ms() >= start_ms)
    assert _text(viewer).current_cue == 3


def test_a_key_leads_to_the_search_in_the_transcript_from_anywhere_on_the_step(viewer: Journey) -> None:
    viewer.child(ArticleView).setFocus()
    viewer.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = viewer.player.panel.transcript
    assert panel.search_line.hasFocus()
    viewer.type("you")
    assert panel.count_words.startswith("1 of ")
    viewer.press(Qt.Key.Key_Return)
    assert panel.count_words.startswith("2 of ")


def test_a_drag_over_words_selects_them_and_plays_nothing(viewer: Journey) -> None:
    text = _text(viewer)
    line = round(text.cue_rect(1).top()) + 14
    QTest.mousePress(text.viewport(), _LEFT, pos=QPoint(90, line))
    for x in range(100, 200, 10):
        QTest.mouseMove(text.viewport(), QPoint(x, line))
    QTest.mouseRelease(text.viewport(), _LEFT, pos=QPoint(200, line))
    assert text.textCursor().hasSelection()
    assert not viewer.player.is_playing
    assert viewer.player.position_ms == 0


def test_arrows_home_end_and_enter_choose_a_line_and_play_it(viewer: Journey) -> None:
    text = _text(viewer)
    last = len(viewer.player.transcript.cues) - 1 if viewer.player.transcript else 0
    text.setFocus()
    cues = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down):
        viewer.press(key)
        cues.append(text.cursor_cue)
    assert cues == [last, last - 1, last - 2, 0, 1]
    assert not viewer.player.is_playing
    viewer.press(Qt.Key.Key_Return)
    viewer.wait(lambda: viewer.player.is_playing)
    assert viewer.player.position_ms >= _start_ms(viewer, 1)


def test_scrolling_pauses_the_following_and_one_click_resumes_it(viewer: Journey) -> None:
    panel = viewer.player.panel.transcript
    viewer.player.seek(_start_ms(viewer, 2) + 1)
    viewer.wait(lambda: panel.text.current_cue == 2)
    assert panel.is_following
    assert not panel.is_follow_offered
    _wheel(panel.text)
    assert not panel.is_following
    held = panel.text.verticalScrollBar().value()
    assert held > 0
    viewer.player.seek(_start_ms(viewer, 11) + 1)
    viewer.wait(lambda: panel.text.current_cue == 11)
    assert panel.text.verticalScrollBar().value() == held
    viewer.click("Follow along")
    assert panel.is_following
    assert panel.text.is_cue_visible(11)
    assert not panel.is_follow_offered


def test_the_pointer_over_the_text_holds_it_until_it_leaves(viewer: Journey) -> None:
    panel = viewer.player.panel.transcript
    at = QPointF(20, 20)
    QApplication.sendEvent(panel.text, QEnterEvent(at, at, at))
    assert not panel.is_following
    viewer.player.seek(_start_ms(viewer, 11) + 1)
    viewer.wait(lambda: panel.text.current_cue == 11)
    assert panel.text.verticalScrollBar().value() == 0
    QApplication.sendEvent(panel.text, QEvent(QEvent.Type.Leave))
    assert panel.is_following
    assert panel.text.is_cue_visible(11)


def test_words_are_found_counted_and_gone_through_both_ways(viewer: Journey) -> None:
    panel = viewer.player.panel.transcript
    panel.search_line.setFocus()
    viewer.type("LISTEN")
    count = int(panel.count_words.split()[-1])
    assert count >= 2
    assert panel.count_words == f"1 of {count}"
    viewer.press(Qt.Key.Key_Return)
    assert panel.count_words == f"2 of {count}"
    viewer.click("Previous match")
    viewer.click("Previous match")
    assert panel.count_words == f"{count} of {count}"
    viewer.click("Next match")
    assert panel.count_words == f"1 of {count}"
    panel.search_line.setFocus()
    viewer.type("zz")
    assert panel.count_words == "Not found"
    assert not viewer.button("Next match").isEnabled()
    viewer.press(Qt.Key.Key_Escape)
    assert panel.search_line.text() == ""
    assert panel.count_words == ""


def test_a_line_is_copied_with_its_time_code(viewer: Journey) -> None:
    _text(viewer).setFocus()
    viewer.press(Qt.Key.Key_Down)
    viewer.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    transcript = viewer.player.transcript
    assert transcript is not None
    words = " ".join(transcript.cues[1].text.split())
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("[0:0")
    assert copied.endswith(f"] {words}")


def test_the_player_s_keys_work_as_soon_as_its_step_is_shown(viewer: Journey) -> None:
    viewer.press(Qt.Key.Key_Space)
    viewer.wait(lambda: viewer.player.is_playing)
    viewer.press(Qt.Key.Key_K)
    viewer.wait(lambda: not viewer.player.is_playing)
    here = viewer.player.position_ms
    viewer.press(Qt.Key.Key_L)
    assert viewer.player.position_ms == here + 10_000


@pytest.mark.parametrize("number", ["1.3", "1.4"])
def test_space_after_next_plays_what_came_and_does_not_go_on(viewer: Journey, number: str) -> None:
    here = viewer.outline.before(viewer.numbered(number).id)
    assert here is not None
    viewer.go(here)
    viewer.click("Next")
    viewer.wait_for_step(viewer.numbered(number))
    viewer.wait(lambda: viewer.has_keyboard(viewer.player.panel))
    viewer.press(Qt.Key.Key_Space)
    viewer.wait(lambda: viewer.player.is_playing)
    viewer.player.pause()
    assert viewer.shown_title().startswith(number)


def test_a_step_chosen_in_the_list_has_the_keyboard(viewer: Journey) -> None:
    # Wide enough for the list beside the step.
    viewer.frame.resize(1180, 720)
    viewer.wait(lambda: viewer.frame.width() == 1180)
    viewer.click_step(viewer.numbered("1.4"))
    viewer.wait_for_step(viewer.numbered("1.4"))
    viewer.wait(lambda: viewer.has_keyboard(viewer.player.panel))
    viewer.press(Qt.Key.Key_Space)
    viewer.wait(lambda: viewer.player.is_playing)


def test_the_article_stands_below_the_player(viewer: Journey) -> None:
    article, panel = viewer.child(ArticleView), viewer.player.panel
    viewer.wait(lambda: panel.height() >= 300)
    foot = panel.mapTo(viewer.frame, QPoint(0, panel.height())).y()
    assert article.mapTo(viewer.frame, QPoint(0, 0)).y() >= foot
    assert article.toPlainText().startswith("Welcome!")


def test_the_place_survives_leaving_and_a_restart(viewer: Journey, demo_course: Path) -> None:
    viewer.player.seek(42_000)
    viewer.go(viewer.numbered("1.5"))
    viewer.go(viewer.numbered("1.1"))
    viewer.wait(lambda: viewer.player.position_ms == 42_000)
    viewer.player.seek(43_500)
    viewer.restart()
    viewer.wait(lambda: any("Continue at 1.1" in words for words in viewer.buttons()))
    viewer.click("Continue at 1.1")
    viewer.wait(lambda: viewer.frame.page is viewer.window.course)
    viewer.wait(lambda: viewer.player.position_ms == 43_500)
    assert not viewer.player.is_playing
    viewer.restart(demo_course)
    viewer.wait(lambda: viewer.player.position_ms == 43_500)


def test_the_command_opens_a_step_at_a_second(journey: Journey, demo_course: Path) -> None:
    journey.start(demo_course, "1.3", 51_000)
    journey.wait_for_step(journey.numbered("1.3"))
    journey.wait(lambda: journey.player.is_playing)
    assert 51_000 <= journey.player.position_ms < 54_000


def _wheel(text: TranscriptText) -> None:
    viewport = text.viewport()
    at = QPointF(viewport.rect().center())
    wheel = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
