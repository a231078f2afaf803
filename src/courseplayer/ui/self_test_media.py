"""Plays the clips of the codecs course and looks at what really comes out; for the self-test only.

Each frame of a clip shows its own number as upright bars, and its sound begins at 1.5 s
(resources/make_codecs_course.py): a wrong picture, a wrong place and silence are told from the right ones.
Import this module only when something is to be played: it loads QtMultimedia.
"""

from array import array
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioFormat
from PySide6.QtMultimediaWidgets import QVideoWidget

from courseplayer.course.errors import PlainError
from courseplayer.ui.player.engine import PlayerEngine
from courseplayer.ui.player.source import MediaReader

TARGET_MS = 2_020
"""The middle of frame 50."""
MS_PER_FRAME = 40
PATIENCE_MS = 15_000
_BARS = 8
_MIDDLE = 128
_RATE = 48_000
_AUDIBLE = 0.02
_US_PER_MS = 1_000
_REACH_MS = 500


class ClipError(Exception):
    """A clip did not play as it should; the words say what was missing."""


@dataclass(slots=True)
class _Seen:
    number: int | None = None
    loudness: float | None = None


class _ProbedEngine(PlayerEngine):
    """The program's own player with an ear in it."""

    def listen_with(self, ear: QAudioBufferOutput) -> None:
        """Hear what is decoded, also on a machine without a sound device; once, before the first source."""
        self._player.setAudioBufferOutput(ear)


class ClipPlayer(QObject):
    """Seeks a clip to a known time and waits for its picture and its sound there."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._seen = _Seen()
        self._failure = ""
        self._wants_picture = self._wants_sound = False
        sound = QAudioFormat()
        sound.setSampleFormat(QAudioFormat.SampleFormat.Float)
        sound.setChannelCount(1)
        sound.setSampleRate(_RATE)
        self._ear = QAudioBufferOutput(sound, self)
        self._surface = QVideoWidget()
        self._engine = _ProbedEngine(self)
        self._engine.listen_with(self._ear)
        self._engine.show_on(self._surface)
        self._ear.audioBufferReceived.connect(self._on_heard)
        self._engine.frame_shown.connect(self._on_frame_shown)
        self._engine.failed.connect(self._on_failed)

    @property
    def is_available(self) -> bool:
        """The player has its parts."""
        return self._engine.is_available

    def play(self, reader: MediaReader, *, has_picture: bool, has_sound: bool) -> str:
        """Return what was seen and heard at the known time; raises ClipError."""
        self._seen, self._failure = _Seen(), ""
        self._wants_picture, self._wants_sound = has_picture, has_sound
        self._engine.open(reader, TARGET_MS, has_picture=has_picture)
        self._engine.play()
        patience = QTimer()
        patience.setSingleShot(True)
        patience.timeout.connect(self._loop.quit)
        patience.start(PATIENCE_MS)
        self._loop.exec()
        patience.stop()
        self._engine.close()
        return self._told()

    def shut(self) -> None:
        """Let go of everything, in the order that Qt's threads survive."""
        self._engine.shut()
        self._surface.deleteLater()

    def _told(self) -> str:
        if self._failure:
            raise ClipError(self._failure)
        if self._wants_picture and self._seen.number is None:
            raise ClipError(f"no picture came at {TARGET_MS} ms")
        if self._wants_sound and self._seen.loudness is None:
            raise ClipError(f"no sound was heard after {TARGET_MS} ms")
        facts = [f"frame {self._seen.number}"] if self._wants_picture else []
        facts += [f"sound of {self._seen.loudness:.2f}"] if self._seen.loudness is not None else []
        return f"{' and '.join(facts)} at {TARGET_MS} ms"

    def _on_frame_shown(self, start_ms: int) -> None:
        if self._seen.number is not None or abs(start_ms - TARGET_MS) > _REACH_MS:
            return
        frame = self._surface.videoSink().videoFrame()
        number, expected = _number_in(frame.toImage()), round(frame.startTime() / _US_PER_MS / MS_PER_FRAME)
        # Some formats round their times: FLV to whole ms, ASF by one.
        if abs(number - expected) > 1:
            self._fail(f"frame {number} was shown at {start_ms} ms, where frame {expected} belongs")
            return
        self._seen.number = number
        self._leave_when_done()

    def _on_heard(self, buffer: QAudioBuffer) -> None:
        if buffer.startTime() < TARGET_MS * _US_PER_MS or self._seen.loudness is not None:
            return
        samples = array("f", bytes(buffer.constData()))
        loudness = max(map(abs, samples), default=0.0)
        if loudness > _AUDIBLE:
            self._seen.loudness = loudness
            self._leave_when_done()

    def _on_failed(self, error: PlainError) -> None:
        self._fail(str(error))

    def _fail(self, words: str) -> None:
        self._failure = words
        self._loop.quit()

    def _leave_when_done(self) -> None:
        is_seen = self._seen.number is not None or not self._wants_picture
        is_heard = self._seen.loudness is not None or not self._wants_sound
        if is_seen and is_heard:
            self._loop.quit()


def _number_in(image: QImage) -> int:
    number = 0
    for bar in range(_BARS):
        column = int((bar + 0.5) * image.width() / _BARS)
        lightness = QColor(image.pixel(column, image.height() // 2)).lightness()
        number = number << 1 | (lightness > _MIDDLE)
    return number
