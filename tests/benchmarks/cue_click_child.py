"""Clicks on cues in the player's panel and seeks to the same places with PyAV and mpv, in turn."""

import random
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import av
from av.video.stream import VideoStream
from PySide6.QtCore import QCoreApplication, QEvent, QFile, QIODevice, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtTest import QTest

from benchmarks import mpv
from benchmarks.film import FRAME_MS, number_of
from benchmarks.waiting import NeverHappenedError, wait_ms, wait_until
from courseplayer.app import make_application
from courseplayer.coursefile.reader import CourseFile, open_course
from making.player_window import PlayerWindow

_WARMING_CLICKS = 2
_RUNS_BEFORE_MS = 300
_QUIET_MS = 60
_BARE_SIZE = (640, 360)
"""About as large as the picture beside the transcript."""
_TEXT_X = 90
_STILL_VALID_FRAMES = 12
_PAINTED = QEvent.Type(QEvent.registerEventType())


class PictureWatch(QObject):
    """Notes when a still and when the right frame come to the picture, and when the still was painted."""

    def __init__(self, surface: QVideoWidget) -> None:
        super().__init__(surface)
        self.since = 0.0
        self.wanted = -1
        self.still_ms: float | None = None
        self.painted_ms: float | None = None
        self.frame_ms: float | None = None
        self.number = -1
        surface.videoSink().videoFrameChanged.connect(self._on_frame)
        for window in QGuiApplication.allWindows():
            if window.metaObject().className() == "QVideoWindow":
                window.installEventFilter(self)

    def start(self, wanted: int) -> None:
        """Wait for this frame from now on."""
        self.wanted = wanted
        self.still_ms = self.painted_ms = self.frame_ms = None
        self.since = time.perf_counter()

    def has_come(self) -> bool:
        """The right frame was there."""
        return self.frame_ms is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the video's own window being painted."""
        if event.type() is QEvent.Type.UpdateRequest and self.still_ms is not None:
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """The painting is over."""
        if event.type() == _PAINTED and self.painted_ms is None:
            self.painted_ms = self._passed_ms()
        return super().event(event)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if self.wanted < 0 or not frame.isValid():
            return
        now_ms = self._passed_ms()
        if frame.startTime() < 0:
            self.still_ms = now_ms if self.still_ms is None else self.still_ms
        elif self.frame_ms is None:
            number = number_of(frame)
            if number is not None and self.wanted <= number < self.wanted + _STILL_VALID_FRAMES:
                self.frame_ms, self.number = now_ms, number

    def _passed_ms(self) -> float:
        return (time.perf_counter() - self.since) * 1_000


class Clicker:
    """The panel as the program shows it, with a course's film."""

    def __init__(self, course: CourseFile) -> None:
        self.window = PlayerWindow()
        content = course.step(next(course.outline().steps()).id)
        self.presenter = self.window.presenter
        self.text = self.window.panel.transcript.text
        self.starts_ms = [cue.start_ms for cue in content.transcripts[0].cues]
        self.presenter.show_medium(course, content.media[0], content.transcripts)
        wait_until(lambda: self.window.shown_start_ms() >= 0, "the first frame")
        wait_until(lambda: self.window.jobs.pending == 0, "all stills")
        surface = self.window.panel.picture.findChild(QVideoWidget)
        assert isinstance(surface, QVideoWidget)
        self.watch = PictureWatch(surface)
        wait_ms(500)

    def click(self, cue: int, *, is_playing: bool) -> None:
        """Click a cue; afterwards the player stands still again."""
        self.text.reveal(cue)
        if is_playing:
            self.presenter.play()
            wait_until(lambda: self.presenter.is_playing, "playing")
            wait_ms(_RUNS_BEFORE_MS)
            self.text.reveal(cue)
        place = QPoint(_TEXT_X, round(self.text.cue_rect(cue).center().y()))
        self.watch.start((self.starts_ms[cue] + 1) // FRAME_MS)
        QTest.mouseClick(self.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
        wait_until(self.watch.has_come, f"the frame of cue {cue}")
        self.watch.wanted = -1
        self.presenter.pause()
        wait_until(lambda: not self.presenter.is_playing, "standing still")


class BarePlayer:
    """Qt's player with a plain file, its sound and its picture, and no window of ours around it."""

    def __init__(self, path: Path) -> None:
        self._surface = QVideoWidget()
        self._surface.resize(*_BARE_SIZE)
        self._surface.show()
        self._file = QFile(str(path))
        self._file.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sound = QAudioOutput()
        self._player = QMediaPlayer()
        self._player.setAudioOutput(self._sound)
        self._player.setVideoOutput(self._surface)
        self._watch = PictureWatch(self._surface)
        self._player.setSourceDevice(self._file)
        self._player.pause()
        wait_until(lambda: self._surface.videoSink().videoFrame().isValid(), "the bare player's picture")

    def seek(self, ms: int) -> float:
        """Go to a time, standing still; returns how long the frame took (ms)."""
        # On a frame's very beginning Qt shows the one before, and nothing moves on here.
        self._watch.start((ms - 1) // FRAME_MS)
        self._player.setPosition(ms)
        wait_until(self._watch.has_come, "the bare player's frame")
        self._watch.wanted = -1
        return self._watch.frame_ms or 0

    def close(self) -> None:
        """End it before the file is gone."""
        self._player.setSource(QUrl())
        self._surface.close()


class Decoder:
    """PyAV: what this processor needs at least."""

    def __init__(self, path: Path) -> None:
        self._container = av.open(str(path))
        self._video: VideoStream = self._container.streams.video[0]
        self._video.thread_type = "AUTO"

    def seek(self, ms: int) -> float:
        """Decode the frame at a time; returns how long it took (ms)."""
        since = time.perf_counter()
        base = self._video.time_base
        assert base is not None
        target = int(ms / 1_000 / base)
        self._container.seek(target, stream=self._video)
        for frame in self._container.decode(self._video):
            if (frame.pts or 0) + FRAME_MS / 1_000 / base > target:
                break
        return (time.perf_counter() - since) * 1_000


def click_cues(course_path: str, film_path: str) -> dict[str, list[float]]:
    """Return the times (ms) of every way to each cue, in the same order."""
    make_application()
    times: defaultdict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        clicker = Clicker(stack.enter_context(open_course(Path(course_path))))
        decoder, bare = Decoder(Path(film_path)), BarePlayer(Path(film_path))
        ways = ["limit", "bare", "ours_paused", "ours_playing"]
        player = stack.enter_context(mpv.mpv_with(Path(film_path))) if mpv.is_at_hand() else None
        ways += ["mpv_paused", "mpv_playing"] if player is not None else []
        order = random.Random(11)
        cues = list(range(len(clicker.starts_ms)))
        order.shuffle(cues)
        for count, cue in enumerate(cues):
            order.shuffle(ways)
            kept = times if count >= _WARMING_CLICKS else defaultdict(list)
            for way in ways:
                _go(way, cue, clicker, (decoder, bare), player, kept)
                # Decoders have threads that go on for some frames beyond the one that was wanted.
                wait_ms(_QUIET_MS)
        clicker.window.close()
        bare.close()
    return times


def _go(
    way: str,
    cue: int,
    clicker: Clicker,
    others: tuple[Decoder, BarePlayer],
    player: mpv.Mpv | None,
    times: defaultdict[str, list[float]],
) -> None:
    at_ms = clicker.starts_ms[cue] + 1
    if way in ("limit", "bare"):
        times[way].append(others[way == "bare"].seek(at_ms))
    elif way.startswith("mpv_"):
        assert player is not None
        times[way].append(_seek_in_mpv(player, at_ms, is_playing=way == "mpv_playing"))
    else:
        clicker.click(cue, is_playing=way == "ours_playing")
        watch = clicker.watch
        if watch.frame_ms is None or watch.still_ms is None:
            raise NeverHappenedError(f"cue {cue}: no still or no frame")
        times[way].append(watch.frame_ms)
        times[way.replace("ours", "exact")].append(float(watch.number == at_ms // FRAME_MS))
        times["still"].append(watch.still_ms)
        if watch.painted_ms is not None:
            times["still_painted"].append(watch.painted_ms)


def _seek_in_mpv(player: mpv.Mpv, at_ms: int, *, is_playing: bool) -> float:
    if not is_playing:
        return player.seek(at_ms)
    player.set_playing(is_playing=True)
    time.sleep(_RUNS_BEFORE_MS / 1_000)
    needed_ms = player.seek(at_ms)
    player.set_playing(is_playing=False)
    return needed_ms
