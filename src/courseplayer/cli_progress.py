"""Long work as a terminal sees it: how far it is, and Ctrl-C to stop it."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from courseplayer.system.cancellation import SilentTask
from courseplayer.system.pace import Pace

MB = 1_000_000
_SECONDS_BETWEEN_UPDATES = 0.1
_SECONDS_BETWEEN_LINES = 10.0


class TerminalTask(SilentTask):
    """Writes percent and speed: one line rewritten on a terminal, a line now and then anywhere else.

    Units are bytes; without a stream nothing is written. Call ``finish`` before anything else is written.
    With ``tells_end`` it also says how long it will take yet.
    """

    def __init__(
        self,
        stream: TextIO | None,
        now: Callable[[], float] = time.monotonic,
        *,
        tells_end: bool = False,
    ) -> None:
        super().__init__()
        self._pace = Pace(now) if tells_end else None
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
        if self._pace is not None:
            self._pace.note(done, total)
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
        left = None if self._pace is None else self._pace.seconds_left
        if self._pace is not None:
            speed = self._pace.per_second / MB
        line = f"{percent:3} %  {speed:.0f} MB/s" + ("" if left is None else f"  {_duration(left)} left")
        stream.write(f"\r{line}\x1b[K" if self._is_terminal else f"{line}\n")
        stream.flush()
        self._has_line = self._is_terminal


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


@contextmanager
def watched_task(*, tells_end: bool = False) -> Iterator[TerminalTask]:
    """Give a task shown on stderr; Ctrl-C, or the system's wish to end, cancels it so that it cleans up.

    Asked a second time, the interpreter stops at once.
    """
    task = TerminalTask(sys.stderr, tells_end=tells_end)

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
