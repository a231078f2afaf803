"""The media player itself: opens, plays, seeks and says what went wrong.

Import this module only when the first medium is opened: QtMultimedia costs 90 ms at the start (measured).
"""

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtMultimedia import (
    QAudioOutput,
    QMediaDevices,
    QMediaPlayer,
    QtAudio,
    QVideoFrame,
)
from PySide6.QtMultimediaWidgets import QVideoWidget

from courseplayer.ui.player.device import MediaDevice
from courseplayer.ui.player.problems import (
    MediaError,
    backend_missing,
    damaged,
    no_picture,
    unplayable,
)
from courseplayer.ui.player.source import MediaReader

_PICTURE_WAIT_PLAYING_MS = 2_000
_PICTURE_WAIT_PAUSED_MS = 4_000
_NEEDED_FOR_FRAME_MS = 2_200
"""A frame needs what lies between the key frame before it, two seconds as is advised, and itself."""
_US_PER_MS = 1_000

_Status = QMediaPlayer.MediaStatus
_State = QMediaPlayer.PlaybackState


class PlayerEngine(QObject):
    """One QMediaPlayer with one sound and one picture output for its whole life.

    Rules (docs/decisions/video-surface.md): a source is only ever replaced through ``setSource(QUrl())``, the
    one call during which Qt's threads can get at Python; the device outlives it; ``stop()`` is never called.
    """

    opened = Signal(int)
    """Loaded; the duration in ms."""
    position_changed = Signal(int)
    playing_changed = Signal(bool)
    frame_shown = Signal(int, QVideoFrame)
    """A frame came to the picture; its start (ms)."""
    finished = Signal()
    """Really played to the end: nothing was damaged and the picture was there."""
    failed = Signal(object)
    """The MediaError to be told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audio = _audio_output(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._audio)
        self._surface: QVideoWidget | None = None
        self._device: MediaDevice | None = None
        self._is_loaded = False
        self._has_failed = False
        self._wants_picture = False
        self._has_shown_frame = False
        self._plays_when_loaded = False
        self._is_playing = False
        self._position_ms = 0
        self._duration_ms = 0
        self._picture_timer = QTimer(self)
        self._picture_timer.setSingleShot(True)
        self._picture_timer.timeout.connect(self._on_picture_overdue)
        self._player.mediaStatusChanged.connect(self._on_status_changed)
        self._player.errorOccurred.connect(self._on_error_occurred)
        self._player.positionChanged.connect(self._on_position_changed)
        self._player.durationChanged.connect(self._on_duration_changed)
        self._player.playbackStateChanged.connect(self._on_state_changed)

    @property
    def is_available(self) -> bool:
        """The program has what it needs to play anything at all."""
        return self._player.isAvailable()

    @property
    def is_open(self) -> bool:
        """A medium is loaded or loading, and has not failed."""
        return self._device is not None and not self._has_failed

    @property
    def is_playing(self) -> bool:
        """The medium runs."""
        return self._is_playing

    @property
    def position_ms(self) -> int:
        """Where the medium is; never beyond what could really be read."""
        return self._position_ms

    @property
    def duration_ms(self) -> int:
        """How long the medium is, 0 until it is loaded."""
        return self._duration_ms

    def show_on(self, surface: QVideoWidget) -> None:
        """Show the picture there; once, before the first video."""
        self._surface = surface
        self._player.setVideoOutput(surface)
        # Queued: frames come on the renderer's thread, and waiting for Python there hangs the player.
        surface.videoSink().videoFrameChanged.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)

    def open(self, reader: MediaReader, start_at_ms: int, *, has_picture: bool) -> None:
        """Load a medium and show it, paused, at a position; ``opened`` or ``failed`` follows."""
        self.close()
        if not self.is_available:
            reader.close()
            self._has_failed = True
            self.failed.emit(backend_missing())
            return
        self._use_present_sound_device()
        self._has_failed = False
        self._wants_picture = has_picture
        self._has_shown_frame = False
        self._plays_when_loaded = False
        self._position_ms = max(0, start_at_ms)
        self._device = MediaDevice(reader, self)
        self._player.setSourceDevice(self._device)

    def close(self) -> None:
        """Let go of the medium and of its file; nothing is told about it any more."""
        self._is_loaded = False
        self._picture_timer.stop()
        device, self._device = self._device, None
        self._player.setSource(QUrl())
        if device is not None:
            device.shut()
            device.deleteLater()
        self._duration_ms = 0
        self._tell_playing(False)

    def shut(self) -> None:
        """Close before the program ends: Qt's threads must not outlive the interpreter."""
        self.close()
        surface, self._surface = self._surface, None
        if surface is not None:
            # Another player may get it.
            surface.videoSink().videoFrameChanged.disconnect(self._on_frame)
            self._player.setVideoOutput(None)  # type: ignore[arg-type]

    def play(self) -> None:
        """Run from the present position, from the beginning when the end was reached."""
        if not self.is_open:
            return
        self._plays_when_loaded = True
        if self._is_loaded:
            if self._position_ms >= self._duration_ms > 0:
                self.seek(0)
            self._player.play()
            self._watch_for_picture(_PICTURE_WAIT_PLAYING_MS)

    def pause(self) -> None:
        """Stand still."""
        self._plays_when_loaded = False
        if self.is_open and self._is_loaded and self._is_playing:
            self._player.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self._is_playing:
            self.pause()
        else:
            self.play()

    def seek(self, position_ms: int) -> None:
        """Go to a position and keep on playing or standing still.

        For the first frame of a cue give its start + 1: on a frame's very beginning Qt shows the one before.
        """
        if not self.is_open:
            return
        target_ms = max(0, min(position_ms, self._duration_ms) if self._is_loaded else position_ms)
        if self._is_loaded:
            # Before anybody is told: Qt's threads are at work while the window follows.
            self._hurry()
            self._player.setPosition(target_ms)
            if self._player.playbackState() is _State.StoppedState:
                # Stopped, as after the end, it would show no frame.
                self._player.pause()
        self._set_position(target_ms)

    def _hurry(self) -> None:
        if self._device is not None and self._wants_picture and self._duration_ms > 0:
            self._device.hurry(self._device.size() * _NEEDED_FOR_FRAME_MS // self._duration_ms)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower; the pitch is kept."""
        self._player.setPlaybackRate(rate)

    def set_volume(self, percent: int) -> None:
        """Set how loud it sounds: 0 to 100, even steps for the ear."""
        scale = QtAudio.VolumeScale
        loudness = QtAudio.convertVolume(percent / 100, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)
        self._audio.setVolume(loudness)

    def set_muted(self, is_muted: bool) -> None:
        """Silence the sound, or let it be heard."""
        self._audio.setMuted(is_muted)

    def _use_present_sound_device(self) -> None:
        """Follow plugged headphones; only safe while there is no source."""
        present = QMediaDevices.defaultAudioOutput()
        if not present.isNull() and present != self._audio.device():
            self._audio.setDevice(present)

    def _on_status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._device is None or self._has_failed:
            return
        if status is _Status.LoadedMedia and not self._is_loaded:
            self._start_loaded()
        elif status is _Status.InvalidMedia:
            self._fail_reading()
        elif status is _Status.EndOfMedia:
            self._end()

    def _start_loaded(self) -> None:
        self._is_loaded = True
        self._duration_ms = self._player.duration()
        if self._duration_ms > 0:
            self._position_ms = min(self._position_ms, self._duration_ms)
        if self._position_ms:
            self._player.setPosition(self._position_ms)
        self.opened.emit(self._duration_ms)
        if self._plays_when_loaded:
            self.play()
        else:
            self._player.pause()
            self._watch_for_picture(_PICTURE_WAIT_PAUSED_MS)

    def _end(self) -> None:
        if self._device is not None and self._device.failure is not None:
            self._fail_reading()
        elif self._wants_picture and not self._has_shown_frame:
            # Without a picture and a sound the player races to the end.
            self._fail(no_picture())
        else:
            self._set_position(self._duration_ms)
            QTimer.singleShot(0, self._keep_last_frame)
            self.finished.emit()

    def _keep_last_frame(self) -> None:
        """Show the end instead of the black that Qt leaves there."""
        is_at_end = self._player.mediaStatus() is _Status.EndOfMedia
        if self.is_open and is_at_end and self._player.playbackState() is _State.StoppedState:
            self._player.setPosition(self._duration_ms)
            self._player.pause()

    def _on_error_occurred(self, _error: QMediaPlayer.Error, _words: str) -> None:
        if self._device is not None and not self._has_failed:
            self._fail_reading()

    def _fail_reading(self) -> None:
        has_read_failed = self._device is not None and self._device.failure is not None
        self._fail(damaged(self._position_ms) if has_read_failed else unplayable())

    def _fail(self, problem: MediaError) -> None:
        self._has_failed = True
        self._picture_timer.stop()
        # Not from within the player's own signal.
        QTimer.singleShot(0, self._release_failed)
        self._tell_playing(False)
        self.failed.emit(problem)

    def _release_failed(self) -> None:
        if self._has_failed:
            self.close()

    def _on_position_changed(self, position_ms: int) -> None:
        if not self._is_loaded or self._has_failed or self._device is None:
            return
        # After a failed read the player jumps to the end; nobody has been there.
        if self._device.failure is not None and position_ms >= self._duration_ms:
            return
        # An unseen picture that races to the end has not been watched either.
        if self._wants_picture and not self._has_shown_frame and position_ms >= self._duration_ms:
            return
        self._set_position(position_ms)

    def _set_position(self, position_ms: int) -> None:
        if position_ms != self._position_ms:
            self._position_ms = position_ms
            self.position_changed.emit(position_ms)

    def _on_duration_changed(self, duration_ms: int) -> None:
        # Some files tell their length only while they play.
        if self._is_loaded and duration_ms > 0 and duration_ms != self._duration_ms:
            self._duration_ms = duration_ms
            self.opened.emit(duration_ms)

    def _on_state_changed(self, state: QMediaPlayer.PlaybackState) -> None:
        self._tell_playing(state is _State.PlayingState and self._is_loaded)

    def _tell_playing(self, is_playing: bool) -> None:
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self.playing_changed.emit(is_playing)

    def _on_frame(self, frame: QVideoFrame) -> None:
        # A still that we put there ourselves has no start.
        if not self._is_loaded or not frame.isValid() or frame.startTime() < 0:
            return
        self._has_shown_frame = True
        if self._device is not None:
            self._device.frame_came()
        self._picture_timer.stop()
        self.frame_shown.emit(frame.startTime() // _US_PER_MS, frame)

    def _watch_for_picture(self, wait_ms: int) -> None:
        if self._wants_picture and not self._has_shown_frame:
            self._picture_timer.start(wait_ms)

    def _on_picture_overdue(self) -> None:
        if self._has_shown_frame or not self.is_open:
            return
        if self._player.hasAudio():
            # The sound is worth having, and on a very slow computer the picture may still come.
            self.failed.emit(no_picture())
        else:
            self._fail(no_picture())


def _audio_output(parent: QObject) -> QAudioOutput:
    """Make the sound output so that Qt's sound thread never has to wait for Python.

    WORKAROUND PySide6 6.11: when a medium is closed, that thread disconnects from the output while it holds
    one of Qt's 131 locks for connections, and the wrapped output asks there, for its first time only, whether
    Python overrides ``disconnectNotify``. The window's thread, connecting anything under the same lock, then
    hangs for ever. Disconnecting once here gives the answer in advance.
    """
    audio = QAudioOutput(parent)
    audio.volumeChanged.connect(audio.volume)
    audio.volumeChanged.disconnect(audio.volume)
    return audio
