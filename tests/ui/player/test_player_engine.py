"""The engine with real videos: right frames, honest ends, sentences for what fails."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimediaWidgets import QVideoWidget
from pytestqt.qtbot import QtBot

from courseplayer.ui.player import device as device_module
from courseplayer.ui.player.engine import PlayerEngine
from courseplayer.ui.player.problems import MediaError, ProblemKind
from making.barcodes import frame_number
from making.media import make_audio
from making.media_source import BytesReader
from making.player_window import run_for, wait_until

# Reading back pixels has no GPU to do it offscreen.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "This plugin does not support")
FRAME_MS = 40


class Stage:
    """An engine with a surface, and what it told."""

    def __init__(self) -> None:
        self.surface = QVideoWidget()
        self.surface.resize(320, 180)
        self.surface.show()
        self.engine = PlayerEngine()
        self.engine.show_on(self.surface)
        self.problems: list[MediaError] = []
        self.ends = 0
        self.engine.failed.connect(self.problems.append)
        self.engine.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self.ends += 1

    def open(self, path: Path, at_ms: int = 0, damaged_from: int | None = None) -> BytesReader:
        reader = BytesReader(path.read_bytes(), damaged_from)
        self.engine.open(reader, at_ms, has_picture=True)
        return reader

    def shown(self) -> int | None:
        frame = self.surface.videoSink().videoFrame()
        return frame_number(frame.toImage()) if frame.isValid() else None

    def wait_for_frame(self, number: int) -> None:
        wait_until(lambda: self.shown() == number)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage()
    yield made
    made.engine.shut()
    made.surface.close()
    made.surface.deleteLater()
    made.engine.deleteLater()


def test_opens_paused_on_the_frame_of_the_position(stage: Stage, video: Path) -> None:
    stage.open(video, 2_345)
    stage.wait_for_frame(2_345 // FRAME_MS)
    assert stage.engine.position_ms == 2_345
    assert not stage.engine.is_playing
    assert stage.engine.duration_ms == 6_000


def test_paused_seeks_show_exact_frames(stage: Stage, video: Path) -> None:
    stage.open(video)
    stage.wait_for_frame(0)
    for frame in random.Random(1).sample(range(150), 12):
        stage.engine.seek(frame * FRAME_MS + 1)
        stage.wait_for_frame(frame)
    assert not stage.engine.is_playing


def test_a_jump_holds_the_device_back_only_until_its_frame_is_there(
    stage: Stage, heavy_video: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is held back comes only when the engine says that the frame is there.
    monkeypatch.setattr(device_module, "_PAUSE_S", 60)
    stage.open(heavy_video)
    stage.wait_for_frame(0)
    for frame in (25, 5, 35):
        stage.engine.seek(frame * FRAME_MS + 1)
        stage.wait_for_frame(frame)
    stage.engine.play()
    wait_until(lambda: stage.engine.position_ms > 7_000, 30_000)


def test_seek_while_playing_goes_on_playing_from_there(stage: Stage, video: Path) -> None:
    stage.open(video)
    stage.engine.play()
    wait_until(lambda: stage.engine.is_playing)
    stage.engine.seek(4_001)
    wait_until(lambda: (stage.shown() or 0) >= 102)
    assert stage.engine.is_playing
    assert stage.engine.position_ms >= 4_001


def test_end_is_told_once_and_its_frame_stays(stage: Stage, video: Path) -> None:
    stage.open(video, 5_500)
    stage.engine.play()
    wait_until(lambda: stage.ends == 1)
    stage.wait_for_frame(149)
    assert stage.engine.position_ms == 6_000
    assert stage.problems == []
    run_for(200)
    assert stage.ends == 1


def test_playing_at_the_end_begins_again(stage: Stage, video: Path) -> None:
    stage.open(video, 5_800)
    stage.engine.play()
    wait_until(lambda: stage.ends == 1)
    stage.wait_for_frame(149)
    stage.engine.toggle()
    wait_until(lambda: 0 < (stage.shown() or 0) < 50)
    assert stage.engine.is_playing


def test_damage_in_mid_play_is_told_and_never_counts_as_watched(stage: Stage, heavy_video: Path) -> None:
    size = heavy_video.stat().st_size
    reader = stage.open(heavy_video, 0, damaged_from=size // 2)
    stage.engine.set_rate(2.0)
    stage.engine.play()
    wait_until(lambda: bool(stage.problems), 30_000)
    run_for(100)
    assert stage.problems[0].kind is ProblemKind.DAMAGE
    assert 1_000 < stage.engine.position_ms < 20_000
    assert stage.ends == 0
    assert not stage.engine.is_playing
    assert reader.is_closed


def test_what_is_no_medium_is_told(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a video " * 1000, encoding="utf-8")
    stage.open(path)
    wait_until(lambda: bool(stage.problems))
    assert stage.problems[0].kind is ProblemKind.UNPLAYABLE
    assert not stage.engine.is_open


def test_picture_that_never_comes_is_told_and_never_counts_as_watched(stage: Stage, av1_video: Path) -> None:
    stage.open(av1_video)
    stage.engine.play()
    wait_until(lambda: bool(stage.problems), 5_000)
    run_for(300)
    assert [problem.kind for problem in stage.problems] == [ProblemKind.PICTURE]
    assert stage.ends == 0
    assert stage.engine.position_ms < 4_000


def test_sound_plays_without_picture(stage: Stage, tmp_path: Path) -> None:
    path = make_audio(tmp_path / "talk.mp3", seconds=1)
    stage.engine.open(BytesReader(path.read_bytes()), 0, has_picture=False)
    stage.engine.play()
    wait_until(lambda: stage.ends == 1)
    assert stage.problems == []


def test_thirty_videos_one_after_another_leave_no_reader_open(stage: Stage, video: Path) -> None:
    readers = []
    for turn in range(30):
        readers.append(stage.open(video, turn * 100))
        if turn % 3:
            stage.engine.play()
        if turn % 2:
            run_for(15)
        if turn % 5 == 4:
            stage.engine.close()
    assert sum(not reader.is_closed for reader in readers) == 0
    stage.open(video, 1_001)
    stage.wait_for_frame(25)


def test_soak_of_random_doings_ends_on_the_right_frame(stage: Stage, video: Path) -> None:
    chance = random.Random(7)
    engine = stage.engine
    doings: list[Callable[[], object]] = [
        lambda: stage.open(video, chance.randrange(6_000)),
        engine.play,
        engine.pause,
        engine.toggle,
        engine.close,
        lambda: engine.seek(chance.randrange(6_500)),
        lambda: engine.set_rate(chance.choice((0.5, 1.0, 2.0))),
        lambda: engine.set_volume(chance.randrange(101)),
    ]
    for _ in range(250):
        chance.choice(doings)()
        run_for(chance.choice((0, 5, 20, 60)))
    stage.open(video, 3_001)
    stage.wait_for_frame(75)
    assert stage.problems == []


def test_missing_backend_is_a_sentence_that_names_the_part(tmp_path: Path) -> None:
    program = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
application = QApplication([])
QCoreApplication.setLibraryPaths([])
from courseplayer.ui.player import device as device_module
from courseplayer.ui.player.engine import PlayerEngine
from making.media_source import BytesReader
engine = PlayerEngine()
told = []
engine.failed.connect(told.append)
reader = BytesReader(b"x" * 100)
engine.open(reader, 0, has_picture=True)
assert reader.is_closed and not engine.is_available and not engine.is_open
engine.play()
print(told[0].kind.value, "|", told[0])
"""
    tests = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(tests), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert run.stdout.startswith("backend | ")
    assert "transcript works" in run.stdout


@pytest.mark.skipif(os.name == "nt", reason="holds on to Python through a call of libc")
def test_a_slot_may_connect_anything_while_a_medium_is_closed(tmp_path: Path) -> None:
    """Qt's sound thread must not need Python just then: both would wait for each other for ever."""
    program = """
import ctypes, os, sys
from pathlib import Path
from PySide6.QtCore import QObject, QSignalMapper
from PySide6.QtWidgets import QApplication
from courseplayer.ui.player import device as device_module
from courseplayer.ui.player.engine import PlayerEngine
from making.media_source import BytesReader
from making.player_window import wait_until
application = QApplication([])
mapper = QSignalMapper()
is_closing = False
def connect_much(_is_playing):
    if is_closing:
        for _ in range(20):
            ctypes.PyDLL(None).usleep(500)
            for sender in [QObject() for _ in range(200)]:
                mapper.setMapping(sender, 1)
for _ in range(12):
    # Only the first closing of each engine could hang.
    engine = PlayerEngine()
    engine.playing_changed.connect(connect_much)
    engine.open(BytesReader(Path(sys.argv[1]).read_bytes()), 0, has_picture=False)
    engine.play()
    wait_until(lambda: engine.position_ms > 0)
    is_closing = True
    engine.close()
    is_closing = False
print("closed")
sys.stdout.flush()
os._exit(0)
"""
    tests = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", program, str(make_audio(tmp_path / "sound.mp3"))],
        env=os.environ | {"PYTHONPATH": str(tests), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.stdout == "closed\n"
