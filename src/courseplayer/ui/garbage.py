"""Cyclic garbage is collected on the window's thread and nowhere else; freed memory is given back."""

import gc

from PySide6.QtCore import QObject, QTimer

from courseplayer.system.memory import give_back_memory

_EVERY_MS = 10_000
_GIVE_BACK_EVERY = 6


class GarbageCollection(QObject):
    """Turns Python's own collecting off and collects from a timer.

    A cycle that holds a QObject and is collected on a worker's thread corrupts Qt (reproduced: STYLE.md).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._has_frozen = False
        self._rounds = 0
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)

    def let_go(self) -> None:
        """The window is made anew: what was left out of collecting, the old window, can be garbage now."""
        gc.unfreeze()
        self._has_frozen = False

    def collect(self) -> None:
        """Look for garbage; by the timer, and in tests."""
        gc.collect()
        if not self._has_frozen:
            # What lives now lives as long as the window; leaving it out keeps later rounds short.
            gc.freeze()
            self._has_frozen = True
        self._rounds += 1
        if self._rounds % _GIVE_BACK_EVERY == 0:
            give_back_memory()
