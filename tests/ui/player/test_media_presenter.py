"""The whole panel with real videos: one path from click to frame, and from position to highlight."""

import os
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from courseplayer.course.content import MediumKind
from courseplayer.course.errors import PlainError
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.ui.player.choices import PlaybackChoices
from courseplayer.ui.player.problems import MediaError, ProblemKind
from making.barcodes import frame_number
from making.media import make_audio
from making.media_source import BytesSource
from making.player_window import PlayerWindow, run_for, wait_until

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "This plugin does not support")

STARTS_MS = (0, 1_000, 2_000, 3_000, 4_000, 5_000)
WORDS = ("Listen first.", "Then ask.", "Then try.", "Look again.", "Keep it.", "Tell others.")
ENGLISH = Transcript(
    "en", tuple(Cue(start, start + 1_000, None, text) for start, text in zip(STARTS_MS, WORDS, strict=True))
)
FRENCH = Transcript("fr", (Cue(0, 3_000, None, "Écouter."), Cue(3_000, 6_000, None, "Essayer.")))
PRESS = Qt.MouseButton.LeftButton


@pytest.fixture
def source(video: Path) -> BytesSource:
    return BytesSource(video, stills_at_ms=STARTS_MS)


def show(window: PlayerWindow, source: BytesSource, at_ms: int = 0, language: str | None = None) -> None:
    window.presenter.show_medium(source, source.medium, (ENGLISH, FRENCH), at_ms, language)
    wait_until(lambda: window.shown_start_ms() >= 0)


def shown_frame(window: PlayerWindow) -> int | None:
    image = window.shown_image()
    return None if image is None or window.shown_start_ms() < 0 else frame_number(image)


def click_cue(window: PlayerWindow, index: int) -> None:
    text = window.panel.transcript.text
    middle = text.cue_rect(index).center().toPoint()
    QTest.mouseClick(text.viewport(), PRESS, pos=QPoint(90, middle.y()))


def test_resumes_at_the_exact_position(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source, 2_345)
    assert window.presenter.position_ms == 2_345
    assert shown_frame(window) == 58
    assert window.panel.controls.time_words == "0:02 / 0:06"
    assert not window.presenter.is_playing


def test_click_on_a_cue_shows_its_first_frame_and_plays(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    seen: list[int] = []
    window.panel.transcript.text.cue_activated.connect(seen.append)
    click_cue(window, 3)
    assert seen == [3]
    wait_until(lambda: 75 <= (shown_frame(window) or 0) < 90)
    wait_until(lambda: window.presenter.is_playing)


def test_click_on_a_cue_while_playing_goes_there(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    window.presenter.play()
    wait_until(lambda: window.presenter.is_playing)
    click_cue(window, 4)
    wait_until(lambda: 100 <= (shown_frame(window) or 0) < 115)
    assert window.presenter.is_playing


def test_highlight_follows_position_not_click(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    text = window.panel.transcript.text
    assert text.current_cue == 0
    window.presenter.seek(2_500)
    wait_until(lambda: text.current_cue == 2)
    window.presenter.play()
    wait_until(lambda: text.current_cue == 3)
    assert window.presenter.position_ms >= 2_950


def test_hovering_the_seek_bar_shows_still_time_and_words(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    run_for(200)
    bar = window.panel.controls.seek_bar
    # From somewhere else: a pointer that an earlier test left at this very point would not move.
    QTest.mouseMove(bar, QPoint(bar.x_of(1_000), bar.height() // 2))
    QTest.mouseMove(bar, QPoint(bar.x_of(4_200), bar.height() // 2))
    preview = window.panel.preview
    wait_until(preview.isVisible)
    assert (preview.time_words, preview.cue_words, preview.has_image) == ("0:04", "Keep it.", True)
    bar.hover_left.emit()
    assert not preview.isVisible()


def test_click_on_the_seek_bar_keeps_standing_still(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    bar = window.panel.controls.seek_bar
    QTest.mouseClick(bar, PRESS, pos=QPoint(bar.x_of(5_000), bar.height() // 2))
    wait_until(lambda: abs(window.presenter.position_ms - 5_000) < 30)
    assert not window.presenter.is_playing


@pytest.mark.parametrize(
    ("key", "position_ms"),
    [
        (Qt.Key.Key_Right, 5_501),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_PageDown, 1_001),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 6_000),
    ],
)
def test_keys_move_in_time(window: PlayerWindow, source: BytesSource, key: Qt.Key, position_ms: int) -> None:
    show(window, source, 501)
    QTest.keyClick(window.panel.controls.seek_bar, key)
    wait_until(lambda: window.presenter.position_ms == position_ms)
    assert not window.presenter.is_playing


def test_previous_cue_goes_to_the_one_before(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source, 3_200)
    QTest.keyClick(window.panel, Qt.Key.Key_PageUp)
    wait_until(lambda: window.presenter.position_ms == 1_001)
    assert window.panel.transcript.text.current_cue == 1


def test_space_plays_and_pauses_from_the_transcript_too(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    QTest.keyClick(window.panel.transcript.text, Qt.Key.Key_Space)
    wait_until(lambda: window.presenter.is_playing)
    QTest.keyClick(window.panel, Qt.Key.Key_K)
    wait_until(lambda: not window.presenter.is_playing)


def test_typing_in_the_search_line_moves_nothing(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    window.panel.transcript.focus_search()
    line = window.panel.transcript.search_line
    QTest.keyClicks(line, "k m j")
    assert line.text() == "k m j"
    assert window.presenter.position_ms == 0
    assert not window.presenter.is_playing


def test_captions_appear_also_while_paused(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source, 1_200)
    told: list[bool] = []
    window.presenter.captions_toggled.connect(told.append)
    QTest.keyClick(window.panel, Qt.Key.Key_C)
    assert window.caption() == "Then ask."
    window.presenter.seek(2_201)
    wait_until(lambda: window.caption() == "Then try." and window.shown_start_ms() == 2_200)
    QTest.keyClick(window.panel, Qt.Key.Key_C)
    assert window.caption() == ""
    assert told == [True, False]


def test_other_language_keeps_the_place(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source, 3_500, "fr-CA")
    assert window.presenter.transcript == FRENCH
    assert window.panel.transcript.text.current_cue == 1
    told: list[str] = []
    window.presenter.language_chosen.connect(told.append)
    window.panel.transcript.language_chosen.emit("en")
    assert window.panel.transcript.text.current_cue == 3
    assert told == ["en"]


def test_speed_and_volume_are_told_and_kept_for_the_next_medium(
    window: PlayerWindow, source: BytesSource
) -> None:
    show(window, source)
    rates: list[float] = []
    volumes: list[int] = []
    window.presenter.rate_changed.connect(rates.append)
    window.presenter.volume_changed.connect(volumes.append)
    QTest.keyClick(window.panel, Qt.Key.Key_Plus)
    QTest.keyClick(window.panel, Qt.Key.Key_Down)
    assert (rates, volumes) == ([1.25], [95])
    show(window, source)
    window.presenter.play()
    wait_until(lambda: window.presenter.position_ms > 300)
    begin = window.presenter.position_ms
    run_for(1_000)
    assert window.presenter.position_ms - begin > 1_100


def test_place_is_told_on_pause_jump_and_leaving(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    told: list[int] = []
    window.presenter.position_to_remember.connect(told.append)
    window.presenter.seek(4_001)
    wait_until(lambda: told == [4_001])
    window.presenter.play()
    wait_until(lambda: window.presenter.is_playing)
    window.presenter.pause()
    wait_until(lambda: len(told) == 2)
    window.presenter.clear()
    assert len(told) == 3
    assert told[1] == told[2] >= 4_001


def test_end_is_told(window: PlayerWindow, source: BytesSource, qtbot: QtBot) -> None:
    show(window, source, 5_600)
    with qtbot.waitSignal(window.presenter.finished, timeout=10_000):
        window.presenter.play()
    assert window.presenter.position_ms == 6_000


def test_leaving_closes_the_file_and_only_one_is_open_at_a_time(
    window: PlayerWindow, source: BytesSource
) -> None:
    show(window, source)
    show(window, source, 1_000)
    assert source.open_readers == 1
    window.presenter.clear()
    assert source.open_readers == 0
    assert window.shown_image() is None


def test_medium_left_before_it_is_open_never_appears(window: PlayerWindow, source: BytesSource) -> None:
    window.presenter.show_medium(source, source.medium, (ENGLISH,))
    window.presenter.clear()
    wait_until(lambda: window.jobs.pending == 0)
    run_for(100)
    assert source.open_readers == 0
    assert window.presenter.position_ms == 0


def test_damage_is_told_and_the_transcript_stays_usable(
    window: PlayerWindow, heavy_video: Path, qtbot: QtBot
) -> None:
    source = BytesSource(heavy_video, stills_at_ms=STARTS_MS)
    source.damaged_from = len(source.data) // 2
    show(window, source)
    problems: list[PlainError] = []
    ends: list[bool] = []
    window.presenter.problem.connect(problems.append)
    window.presenter.finished.connect(lambda: ends.append(True))
    window.presenter.seek(25_000)
    wait_until(lambda: bool(problems), 20_000)
    assert isinstance(problems[0], MediaError)
    assert problems[0].kind is ProblemKind.DAMAGE
    assert "cannot be read beyond" in window.panel.banner.sentence
    assert not ends
    click_cue(window, 2)
    wait_until(lambda: window.panel.transcript.text.current_cue == 2)
    wait_until(lambda: window.presenter.is_playing, 10_000)
    assert window.panel.banner.sentence == ""


def test_medium_that_cannot_be_opened_is_told(window: PlayerWindow, source: BytesSource) -> None:
    source.refusal = PlainError("The stick is gone.")
    window.presenter.show_medium(source, source.medium, (ENGLISH,))
    wait_until(lambda: window.panel.banner.sentence == "The stick is gone.")
    source.refusal = None
    window.panel.banner.action_chosen.emit("retry")
    wait_until(lambda: window.presenter.is_playing)
    assert window.panel.banner.sentence == ""


def test_picture_that_never_comes_leaves_stills_and_transcript(
    window: PlayerWindow, av1_video: Path, video: Path
) -> None:
    source = BytesSource(av1_video)
    window.presenter.show_medium(source, source.medium, (ENGLISH,))
    ends: list[bool] = []
    window.presenter.finished.connect(lambda: ends.append(True))
    window.presenter.play()
    wait_until(lambda: "cannot show the picture" in window.panel.banner.sentence, 6_000)
    click_cue(window, 3)
    assert window.panel.transcript.text.current_cue == 3
    assert window.presenter.position_ms == 3_001
    assert not window.panel.picture.shows_video
    assert not ends


def test_sound_has_no_video_surface(window: PlayerWindow, tmp_path: Path) -> None:
    source = BytesSource(make_audio(tmp_path / "talk.mp3", seconds=3), MediumKind.AUDIO)
    window.presenter.show_medium(source, source.medium, (ENGLISH,))
    window.presenter.play()
    wait_until(lambda: window.panel.transcript.text.current_cue == 1)
    assert not window.panel.picture.shows_video
    assert window.shown_image() is None


def test_full_screen_takes_the_picture_and_gives_it_back(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    told: list[bool] = []
    window.presenter.full_screen_toggled.connect(told.append)
    QTest.keyClick(window.panel, Qt.Key.Key_F)
    assert window.panel.is_full_screen
    assert window.panel.picture.window() is not window.panel.window()
    QTest.keyClick(window.panel.picture.window(), Qt.Key.Key_Escape)
    assert window.panel.picture.window() is window.panel.window()
    assert told == [True, False]


def test_without_transcript_it_says_so(window: PlayerWindow, source: BytesSource) -> None:
    window.presenter.show_medium(source, source.medium, ())
    wait_until(lambda: window.shown_start_ms() >= 0)
    assert not window.panel.transcript.isVisible()


def test_transcript_goes_below_when_narrow(qtbot: QtBot) -> None:
    narrow = PlayerWindow(size=(560, 700))
    wide = PlayerWindow(size=(900, 700))
    assert not narrow.panel.is_side_by_side
    assert wide.panel.is_side_by_side
    narrow.close()
    wide.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux' list of open files")
def test_no_temporary_file_is_written(
    window: PlayerWindow, source: BytesSource, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # A folder of its own: other programs use the system's.
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert QDir.tempPath() == tempfile.gettempdir() == str(tmp_path)
    show(window, source)
    window.presenter.play()
    wait_until(lambda: window.presenter.position_ms > 500)
    writable = [target for target in _open_for_writing() if target.suffix in {".mp4", ".tmp", ".part"}]
    assert writable == []
    assert list(tmp_path.iterdir()) == []


def _open_for_writing() -> list[Path]:
    files = []
    for entry in Path("/proc/self/fdinfo").iterdir():
        try:
            flags = int(entry.read_text().split("flags:")[1].split()[0], 8)
            target = (Path("/proc/self/fd") / entry.name).readlink()
        except OSError:
            continue
        if flags & (os.O_WRONLY | os.O_RDWR) and target.is_file():
            files.append(target)
    return files


def test_multimedia_is_not_loaded_before_the_first_medium() -> None:
    import subprocess

    program = "import courseplayer.ui.player.presenter, sys; print('PySide6.QtMultimedia' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_choices_of_the_settings_are_applied(qtbot: QtBot, source: BytesSource) -> None:
    window = PlayerWindow(PlaybackChoices(rate=1.5, volume_percent=40, captions_on=True))
    show(window, source, 1_200)
    wait_until(lambda: window.caption() == "Then ask.")
    assert window.panel.controls.rate_words == "1.5×"
    window.close()
