"""Plays a film for some seconds and tells what it took; imports only what it measures."""

import os
import sys
import time
from itertools import pairwise
from pathlib import Path

import benchmarks.as_the_command  # noqa: F401

# isort: split
from PySide6.QtCore import Qt, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame
from PySide6.QtWidgets import QApplication

from benchmarks.memory import resident_mb
from benchmarks.waiting import wait_ms, wait_until
from courseplayer.app import Program, WindowRequest, make_application
from courseplayer.course.outline import AssetId
from courseplayer.coursefile.media import AssetReader
from courseplayer.system.paths import standard_paths
from courseplayer.ui.player.engine import PlayerEngine
from courseplayer.ui.player.surface import VideoSurface

_SIZE = (854, 480)
_FRAME_US = 40_000
_WARMING_MS = 1_000


class Shown:
    """Counts the frames that come to a surface."""

    def __init__(self, surface: VideoSurface) -> None:
        self.starts_us: list[int] = []
        surface.videoSink().videoFrameChanged.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self.starts_us.append(frame.startTime())

    def over(self, seconds: float) -> dict[str, float]:
        """Watch for a while: frames shown, frames left out, and the share of one core that was used."""
        wait_until(lambda: bool(self.starts_us), "the first frame")
        wait_ms(_WARMING_MS)
        self.starts_us.clear()
        since, used = time.perf_counter(), time.process_time()
        wait_ms(seconds * 1_000)
        passed, used = time.perf_counter() - since, time.process_time() - used
        left_out = sum(max(0, round((b - a) / _FRAME_US) - 1) for a, b in pairwise(self.starts_us))
        return {"frames": len(self.starts_us), "dropped": left_out, "cpu_percent": 100 * used / passed}


def play_store(course: str, seconds: float) -> dict[str, float]:
    """Play the first medium of a course as the program does."""
    make_application()
    surface = _surface()
    engine = PlayerEngine()
    engine.show_on(surface)
    engine.open(AssetReader(Path(course), AssetId(1)), 0, has_picture=True)
    engine.play()
    return Shown(surface).over(seconds)


def play_file(path: str, seconds: float) -> dict[str, float]:
    """Play a file on disk, with the same outputs and the same signals connected."""
    make_application()
    # The program lets FFmpeg open nothing; here it has to open the file.
    os.environ.pop("QT_FFMPEG_PROTOCOL_WHITELIST", None)
    surface = _surface()
    player, audio = QMediaPlayer(), QAudioOutput()
    player.setAudioOutput(audio)
    player.setVideoOutput(surface)
    positions: list[int] = []
    player.positionChanged.connect(positions.append)
    surface.videoSink().videoFrameChanged.connect(_take_frame, Qt.ConnectionType.QueuedConnection)
    player.setSource(QUrl.fromLocalFile(path))
    player.play()
    return Shown(surface).over(seconds)


def _take_frame(_frame: QVideoFrame) -> None:
    """Stand for the slot of the program's player."""


def _surface() -> VideoSurface:
    surface = VideoSurface()
    surface.resize(*_SIZE)
    surface.show()
    return surface


def memory_of_program(course: str, seconds: float) -> float:
    """Open a course in the whole program, play its first video and return the memory then (MB)."""
    application = make_application()
    program = Program(application, standard_paths(os.environ))
    program.start(WindowRequest(Path(course), "1.1", 1))
    wait_until(lambda: _is_playing(application), "the course plays")
    wait_ms(seconds * 1_000)
    if not _is_playing(application):
        sys.exit("it does not play any more")
    return resident_mb()


def _is_playing(application: QApplication) -> bool:
    players = [each for each in application.findChildren(QMediaPlayer) if each.isPlaying()]
    widgets = (widget.findChildren(QMediaPlayer) for widget in application.topLevelWidgets())
    return bool(players) or any(player.isPlaying() for some in widgets for player in some)
