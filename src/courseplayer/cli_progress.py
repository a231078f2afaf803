"""Long work as a terminal sees it: how far it is, and Ctrl-C to stop it."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from courseplayer.system.cancellation import SilentTask

MB = 1_000_000
_SECONDS_BETWEEN_UPDATES = 0.1
_SECONDS_BETWEEN_LINES = 10.0


class TerminalTask(SilentTask):
    """Writes percent and speed: one line rewritten on a terminal, a line now and then anywhere else.

    Units are bytes; without a stream nothing is written. Call ``finish`` before anything else is written.
    """

    def __init__(self, stream: TextIO | None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._stream = stream
        self._now = now
        self._is_terminal = stream is not None and stream.isatty()
        self._pause = _SECONDS_BETWEEN_UPDATES if self._is_terminal else _SECONDS_BETWEEN_LINES
        self._told_at = self._began_at = now()
        self._last_done = 0
        self._has_line = False

    def advance(self, done: int, total: int) -> None:
        """See Task.advance."""
        super().advance(done, total)
        now = self._now()
        if done < self._last_done:
            self._began_at = now
        self._last_done = done
        if self._stream is not None and now - self._told_at >= self._pause:
            self._told_at = now
            self._tell(self._stream, done, total, now - self._began_at)

    def finish(self) -> None:
        """Remove the line from the terminal."""
        if self._has_line and self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._has_line = False

    def _tell(self, stream: TextIO, done: int, total: int, seconds: float) -> None:
        percent = 100 * done // total if total else 100
        speed = done / MB / seconds if seconds else 0.0
        line = f"{percent:3} %  {speed:.0f} MB/s"
        stream.write(f"\r{line}\x1b[K" if self._is_terminal else f"{line}\n")
        stream.flush()
        self._has_line = self._is_terminal


@contextmanager
def watched_task() -> Iterator[TerminalTask]:
    """Give a task shown on stderr; Ctrl-C, or the system's wish to end, cancels it so that it cleans up.

    Asked a second time, the interpreter stops at once.
    """
    task = TerminalTask(sys.stderr)

    def stop(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        task.cancel()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield task
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        task.finish()
