"""When the place in a medium is worth remembering."""

from PySide6.QtCore import QObject, QTimer, Signal

_EVERY_MS = 5_000
_SOON_MS = 500


class PlaceMemory(QObject):
    """Says ``due`` every 5 s while playing, on a pause, and once a burst of jumps is over."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steady = QTimer(self)
        self._steady.setInterval(_EVERY_MS)
        self._steady.timeout.connect(self.due)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.due)

    def set_playing(self, is_playing: bool) -> None:
        """Begin to say it again and again, or say it a last time."""
        if is_playing:
            self._steady.start()
        else:
            self._steady.stop()
            self.due.emit()

    def note_jump(self) -> None:
        """Say it soon; dragging along the seek bar is one jump."""
        self._soon.start()

    def stop(self) -> None:
        """Say it now, and no more."""
        self._steady.stop()
        self._soon.stop()
        self.due.emit()
