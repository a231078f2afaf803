"""The bytes of a medium as Qt's player wants them; every rule here was paid for with a hang or a crash."""

import threading

from PySide6.QtCore import QIODevice, QObject

from courseplayer.ui.player.source import MediaReader


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
        self.failure: Exception | None = None
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

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

    def writeData(self, data: bytes, len: int) -> int:  # type: ignore[override]  # noqa: ARG002
        """Refuse: a course is never written to."""
        return -1

    def shut(self) -> None:
        """Let go of the reader; only after the player was given an empty source."""
        self.close()
        with self._lock:
            self._is_shut = True
            self._reader.close()
