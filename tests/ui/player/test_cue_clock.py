"""Which cue is current, from positions alone."""

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from courseplayer.course.transcript import Cue, Transcript
from courseplayer.ui.player.cue_clock import CueClock
from making.player_window import run_for, wait_until

TRANSCRIPT = Transcript(
    "en", (Cue(1000, 2000, None, "one"), Cue(2000, 2500, None, "two"), Cue(3000, None, None, "three"))
)


@pytest.fixture
def clock(qtbot: QtBot) -> CueClock:
    made = CueClock()
    made.show_transcript(TRANSCRIPT)
    return made


@pytest.mark.parametrize(
    ("position_ms", "cue", "captions"),
    [(0, -1, ""), (1000, 0, "one"), (1999, 0, "one"), (2001, 1, "two"), (2700, 1, ""), (9000, 2, "three")],
)
def test_position_decides_cue_and_captions(
    clock: CueClock, position_ms: int, cue: int, captions: str
) -> None:
    clock.follow(position_ms)
    assert (clock.cue, clock.captions) == (cue, captions)


def test_a_paragraph_is_captioned_piece_by_piece(clock: CueClock) -> None:
    words = [f"word{number}" for number in range(100)]
    cues = (Cue(1_000, 51_000, None, " ".join(words)), Cue(51_000, None, None, " ".join(words)))
    clock.show_transcript(Transcript("en", cues))
    told: list[str] = []
    clock.captions_changed.connect(told.append)
    for position_ms in range(0, 100_000, 100):
        clock.follow(position_ms)
        assert clock.cue == (position_ms >= 1_000) + (position_ms >= 51_000) - 1
    assert max(map(len, told)) <= 120
    assert " ".join(told).split() == words + words
    assert clock.captions.endswith("word99")


def test_each_change_is_told_once(clock: CueClock, qtbot: QtBot) -> None:
    told: list[int] = []
    clock.cue_changed.connect(told.append)
    for position_ms in (900, 1100, 1200, 2100, 2200, 1500):
        clock.follow(position_ms)
    assert told == [0, 1, 0]


def test_runs_on_to_the_boundary_between_two_positions(clock: CueClock) -> None:
    clock.set_playing(True)
    clock.follow(1900)
    clock.follow(1950)
    since = QElapsedTimer()
    since.start()
    wait_until(lambda: clock.cue == 1)
    assert since.elapsed() >= 45


def test_stands_still_while_paused(clock: CueClock) -> None:
    clock.follow(1940)
    clock.follow(1990)
    run_for(120)
    assert clock.cue == 0


def test_does_not_run_on_after_a_jump(clock: CueClock) -> None:
    clock.set_playing(True)
    clock.follow(100)
    clock.follow(1990)
    run_for(120)
    assert clock.cue == 0


def test_cue_that_just_began_does_not_go_off_by_jitter(clock: CueClock) -> None:
    clock.set_playing(True)
    clock.follow(1900)
    clock.follow(1960)
    wait_until(lambda: clock.cue == 1)
    clock.follow(1995)
    assert clock.cue == 1


def test_another_transcript_starts_at_the_position(clock: CueClock) -> None:
    other = Transcript("fr", (Cue(0, 5000, None, "un"), Cue(5000, None, None, "deux")))
    clock.show_transcript(other, 6000)
    assert (clock.cue, clock.captions) == (1, "deux")


def test_without_transcript_there_is_no_cue(clock: CueClock) -> None:
    clock.follow(1500)
    clock.show_transcript(None)
    assert (clock.cue, clock.captions) == (-1, "")
