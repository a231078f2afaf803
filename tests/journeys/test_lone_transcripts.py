"""A transcript whose recording is not in the course: found, marked, quoted, and where it was left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.ids import StepId
from courseplayer.course.outline import StepKind
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.ui.transcript.view import TranscriptPanel
from making.journey import Journey
from making.plans import a_step, course_of

_WORDS = "We wash our hands before and after each patient, and we tell them why we do it. "
_STEP = StepId("talk")


def _transcript(language: str) -> Transcript:
    return Transcript(
        language, tuple(Cue(n * 10_000, None, None, f"{n}. {_WORDS * 3}lamp{n}") for n in range(30))
    )


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    """A course whose only talk is without its recording."""
    talk = a_step(
        _STEP,
        "1.1",
        StepKind.VIDEO,
        "A talk",
        transcripts=(_transcript("en"), _transcript("fr")),
        article_html="<p>Read this too.</p>",
        article_text="Read this too.",
    )
    task = a_step(StepId("task"), "1.2", StepKind.ASSIGNMENT, "A task", brief=AssignmentBrief())
    return write_course(course_of(talk, task), tmp_path / "talk.course", SilentTask()).path


@pytest.fixture
def reader(journey: Journey, course_file: Path) -> Journey:
    """Somebody who has opened it."""
    journey.start(course_file)
    return journey


def _panel(reader: Journey) -> TranscriptPanel:
    reader.wait(lambda: bool(reader.window.frame.findChildren(TranscriptPanel)))
    return reader.child(TranscriptPanel)


def _open(reader: Journey, at_ms: int | None = None) -> TranscriptPanel:
    reader.go(reader.numbered("1.1"), at_ms)
    return _panel(reader)


def test_it_begins_at_the_top_with_nothing_marked(reader: Journey) -> None:
    panel = _open(reader)
    assert panel.text.verticalScrollBar().value() == 0
    assert panel.text.current_cue == -1


def test_a_place_that_was_found_is_in_sight_and_marked(reader: Journey) -> None:
    panel = _open(reader, 200_000)
    reader.wait(lambda: panel.text.current_cue == 20)
    reader.wait(lambda: panel.text.is_cue_visible(20))
    assert panel.text.hasFocus()
    reader.go(reader.numbered("1.1"), 30_000)
    reader.wait(lambda: panel.text.current_cue == 3)
    assert panel.text.is_cue_visible(3)


def test_a_click_marks_the_line_and_the_next_day_begins_there(reader: Journey, course_file: Path) -> None:
    panel = _open(reader)
    QTest.mouseClick(
        panel.text.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(120, round(panel.text.cue_rect(1).top()) + 14),
    )
    assert panel.text.current_cue == 1
    panel.text.setFocus()
    reader.press(Qt.Key.Key_End)
    reader.press(Qt.Key.Key_Return)
    assert panel.text.current_cue == 29
    reader.restart(course_file)
    panel = _open(reader)
    reader.wait(lambda: panel.text.current_cue == 29)
    reader.wait(lambda: panel.text.is_cue_visible(29))


def test_it_offers_neither_to_play_nor_to_follow(reader: Journey) -> None:
    panel = _open(reader, 200_000)
    reader.wait(lambda: panel.text.current_cue == 20)
    panel.text.setFocus()
    reader.press(Qt.Key.Key_Home)
    assert not panel.is_follow_offered
    assert "Play from here" not in {action.text() for action in panel.findChildren(QAction)}


def test_its_words_can_be_quoted_in_the_assignment(reader: Journey) -> None:
    panel = _open(reader, 20_000)
    quote = next(each for each in panel.findChildren(QToolButton) if "Quote" in each.toolTip())
    reader.click(quote)
    reader.wait(lambda: "Go there" in reader.buttons())
    reader.click("Go there")
    reader.wait_for_step(reader.numbered("1.2"))


def test_another_language_stays_at_the_place_and_is_kept(reader: Journey) -> None:
    panel = _open(reader, 200_000)
    reader.wait(lambda: panel.text.current_cue == 20)
    panel.language_chosen.emit("fr")
    assert panel.text.current_cue == 20
    reader.go(reader.numbered("1.2"))
    panel = _open(reader)
    assert panel.shown_language == "fr"
