"""Cyclic garbage is collected on the window's thread and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 10_000


class GarbageCollection(QObject):
    """Turns Python's own collecting off and collects from a timer.

    A cycle that holds a QObject and is collected on a worker's thread corrupts Qt (reproduced: STYLE.md).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._has_frozen = False
        timer = QTimer(self)
        timer.timeout.connect(self._collect)
        timer.start(_EVERY_MS)

    def _collect(self) -> None:
        gc.collect()
        if not self._has_frozen:
            # What lives now lives as long as the program; leaving it out keeps later rounds short.
            gc.freeze()
            self._has_frozen = True
