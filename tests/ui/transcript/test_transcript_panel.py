"""The transcript without its medium: languages, copying, quoting, and long or odd transcripts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from courseplayer.course.transcript import Cue, Transcript
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import LIGHT, Theme
from courseplayer.ui.transcript.view import TranscriptPanel
from making.plans import AMHARIC, ENGLISH
from making.player_window import ICONS


@pytest.fixture
def panel(qtbot: QtBot) -> TranscriptPanel:
    made = TranscriptPanel(Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    made.show_transcript(ENGLISH, ("en", "am"))
    return made


def test_every_line_shows_its_stamp_and_each_speaker_once(panel: TranscriptPanel) -> None:
    lines = panel.text.toPlainText().split("\n")
    assert lines[0].startswith("0:00\tAlmaz: Welcome")
    assert lines[1].startswith("0:05\tWe wash")
    assert lines[2].startswith("0:51\tThen")


def test_a_name_that_was_found_is_the_part_that_is_coloured(panel: TranscriptPanel) -> None:
    panel.search_for("almaz")
    assert panel.count_words == "1 of 1"
    (found,) = panel.text.extraSelections()
    assert found.cursor.selectedText() == "Almaz"


def test_the_last_line_can_be_read_above_the_offer_to_follow(panel: TranscriptPanel) -> None:
    cues = tuple(Cue(n * 1_000, None, None, f"Line {n}, and some more words of it") for n in range(40))
    panel.show_transcript(Transcript("en", cues), ("en",))
    panel.mark_cue(0)
    panel.text.setFocus()
    QTest.keyClick(panel.text, Qt.Key.Key_End)
    assert panel.is_follow_offered
    assert panel.text.cue_rect(39).bottom() <= panel.follow_button.y()


def test_the_whole_time_code_can_be_seen_where_lines_run_from_right_to_left(panel: TranscriptPanel) -> None:
    words = "أنا ممرضة وهذا السطر طويل بما يكفي حتى يأخذ أكثر من سطر واحد في هذا اللوح الضيق."
    cues = tuple(Cue(n * 600_000, None, None, words) for n in range(8))
    panel.show_transcript(Transcript("ar", cues), ("ar",))
    text = panel.text
    for index, stamp in ((0, "0:00"), (7, "1:10:00")):
        text.reveal(index)
        cursor = QTextCursor(text.document().findBlockByNumber(index))
        places = []
        for _ in stamp:
            places.append(text.cursorRect(cursor).center().x())
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        places.append(text.cursorRect(cursor).center().x())
        assert min(places) > 0
        assert max(places) < text.viewport().width()


def test_another_language_can_be_chosen_where_there_is_one(panel: TranscriptPanel, qtbot: QtBot) -> None:
    languages = panel.findChild(QComboBox)
    assert languages is not None
    assert languages.isVisible()
    with qtbot.waitSignal(panel.language_chosen) as chosen:
        languages.activated.emit(1)
    assert chosen.args == ["am"]
    panel.show_transcript(AMHARIC, ("am",))
    assert not languages.isVisible()


def test_several_lines_are_copied_each_with_its_time_code(panel: TranscriptPanel) -> None:
    cursor = panel.text.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    panel.text.setTextCursor(cursor)
    QTest.keyClick(panel.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n") == [
        "[0:00] Welcome to our café beside the ward.",
        "[0:05] We wash our hands before every meal.",
        "[0:51] Then somebody measured how long people wait.",
    ]


def test_the_menu_of_a_line_plays_copies_and_quotes_that_line(panel: TranscriptPanel, qtbot: QtBot) -> None:
    text = panel.text
    at = QPoint(100, round(text.cue_rect(1).center().y()))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, text.viewport().mapToGlobal(at))
    QApplication.sendEvent(text.viewport(), event)
    menu = panel.findChild(QMenu)
    assert menu is not None
    play, copy, quote = menu.actions()
    with qtbot.waitSignal(panel.cue_activated) as activated:
        play.trigger()
    assert activated.args == [1]
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "[0:05] We wash our hands before every meal."
    with qtbot.waitSignal(panel.quote_requested) as quoted:
        quote.trigger()
    assert quoted.args == [1, 1]
    menu.close()


def test_no_key_goes_wrong_in_a_transcript_without_lines(panel: TranscriptPanel) -> None:
    panel.show_transcript(Transcript("en", ()), ("en",))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Home):
        QTest.keyClick(panel.text, key)
    panel.text.copy_with_time_codes()
    panel.mark_cue(-1)
    assert panel.text.cursor_cue == 0
    assert not panel.is_follow_offered


def test_a_page_of_a_long_transcript_is_gone_through_by_key(panel: TranscriptPanel) -> None:
    cues = tuple(Cue(n * 2_000, None, None, f"Line {n} of a long lecture.") for n in range(500))
    panel.show_transcript(Transcript("en", cues), ("en",))
    QTest.keyClick(panel.text, Qt.Key.Key_PageDown)
    one_page = panel.text.cursor_cue
    assert 3 < one_page < 40
    QTest.keyClick(panel.text, Qt.Key.Key_End)
    assert panel.text.cursor_cue == 499
    assert panel.text.is_cue_visible(499)
    QTest.keyClick(panel.text, Qt.Key.Key_PageUp)
    assert 450 < panel.text.cursor_cue < 499


def test_words_of_a_course_are_shown_as_they_are_never_as_html(panel: TranscriptPanel) -> None:
    odd = Transcript("en", (Cue(0, None, "<b>X</b>", "a < b & <img src='//share/x'>"),))
    panel.show_transcript(odd, ("en",))
    assert panel.text.toPlainText() == "0:00\t<b>X</b>: a < b & <img src='//share/x'>"


def test_following_can_be_chosen_and_is_kept_for_the_next_transcript(panel: TranscriptPanel) -> None:
    panel.set_follows(False)
    panel.mark_cue(1)
    assert not panel.is_following
    assert panel.is_follow_offered
    panel.show_transcript(AMHARIC, ("en", "am"))
    assert not panel.is_following
    panel.set_follows(True)
    assert panel.is_following
