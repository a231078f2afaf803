"""The bytes of a medium as Qt's player wants them; every rule here was paid for with a hang or a crash."""

import threading

from PySide6.QtCore import QIODevice, QObject

from courseplayer.ui.player.source import MediaReader

_PAUSE_S = 0.006
"""About as long as it takes to decode what lies in one read of Qt's, 32 KB of a film of 480 lines."""
_MOST_PAUSES = 16


class MediaDevice(QIODevice):
    """Gives a reader's bytes to the player's threads, and remembers why it could not.

    Qt calls ``size``, ``seek`` and ``readData`` on its own threads. ``readData`` may neither raise nor give
    nothing before the end without also making ``atEnd`` true, or FFmpeg asks again for ever: so a failure is
    kept and the size becomes 0. Look at :attr:`failure` when the player says that the medium has ended.
    """

    def __init__(self, reader: MediaReader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._size_bytes = reader.size_bytes
        self._offset = 0
        self._lock = threading.Lock()
        self._is_shut = False
        self._has_come = threading.Event()
        self._has_come.set()
        self._bytes_at_once = 0
        self._pauses_left = 0
        self.failure: Exception | None = None
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def hurry(self, needed_bytes: int) -> None:
        """Until ``frame_came``, give this much at once, and what the player reads beyond that slowly.

        After a jump Qt reads four seconds ahead and decodes their sound, while the picture's decoder needs
        the processor (docs/decisions/seeking.md).
        """
        self._bytes_at_once = needed_bytes
        self._pauses_left = _MOST_PAUSES
        self._has_come.clear()

    def frame_came(self) -> None:
        """Give whatever is read at once again."""
        self._has_come.set()

    def isSequential(self) -> bool:
        """Any place can be read."""
        return False

    def size(self) -> int:
        """Return the length, 0 once something could not be read."""
        return 0 if self.failure is not None else self._size_bytes

    def seek(self, pos: int) -> bool:
        """Go to a place; QIODevice keeps its own count besides ours."""
        if not super().seek(pos):
            return False
        with self._lock:
            self._offset = pos
        return True

    def readData(self, maxlen: int) -> bytes:
        """Return the next bytes, nothing at the end or after a failure."""
        self._pause_when_ahead(maxlen)
        with self._lock:
            if self._is_shut or self.failure is not None:
                return b""
            try:
                data = self._reader.read(self._offset, min(maxlen, self._size_bytes - self._offset))
            except Exception as failure:  # noqa: BLE001 - whatever gets past here hangs the player for ever
                self.failure = failure
                return b""
            if not data and self._offset < self._size_bytes:
                self.failure = EOFError(f"nothing at byte {self._offset} of {self._size_bytes}")
            self._offset += len(data)
            return data

    def _pause_when_ahead(self, wanted_bytes: int) -> None:
        if self._has_come.is_set():
            return
        self._bytes_at_once -= wanted_bytes
        if self._bytes_at_once < 0 < self._pauses_left:
            self._pauses_left -= 1
            self._has_come.wait(_PAUSE_S)

    def writeData(self, data: bytes, len: int) -> int:  # type: ignore[override]  # noqa: ARG002
        """Refuse: a course is never written to."""
        return -1

    def shut(self) -> None:
        """Let go of the reader; only after the player was given an empty source."""
        self.frame_came()
        self.close()
        with self._lock:
            self._is_shut = True
            self._reader.close()
