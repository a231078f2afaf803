"""Runs Qt's event loop until something is so; times are taken in slots, never here."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

_LOOK_EVERY_MS = 5


class NeverHappenedError(Exception):
    """What was waited for did not come."""


def wait_until(is_so: Callable[[], bool], what: str, patience_s: float = 30) -> None:
    """Handle events as they come, until something is so."""
    heart = QTimer()
    heart.start(_LOOK_EVERY_MS)
    loop = QEventLoop()
    flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    since = time.monotonic()
    while not is_so():
        if time.monotonic() - since > patience_s:
            raise NeverHappenedError(f"{what}: not within {patience_s:.0f} s")
        loop.processEvents(flags)
    heart.stop()


def wait_ms(ms: float) -> None:
    """Handle events for a while."""
    ends_at = time.monotonic() + ms / 1_000
    wait_until(lambda: time.monotonic() >= ends_at, "time passes")
