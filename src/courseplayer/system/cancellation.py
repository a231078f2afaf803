"""Progress and cancelling of long work, shared by every room that does any."""

import threading
from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is an outcome, not an error
    """The person asked to stop; whoever raises this has removed its traces."""


class Task(Protocol):
    """What long work tells and asks while it runs; may be called from any thread."""

    def advance(self, done: int, total: int) -> None:
        """Tell how much is done, in units of the work (bytes where nothing else is said).

        Raises Cancelled when the person asked to stop.
        """


class SilentTask:
    """A task that nobody watches; it can still be cancelled."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def advance(self, done: int, total: int) -> None:  # noqa: ARG002 - nobody watches
        """See Task.advance."""
        if self._cancelled.is_set():
            raise Cancelled


class TaskPart:
    """A stretch of a longer task: the inner work's own count fills ``done`` from ``start`` to ``end``."""

    def __init__(self, task: Task, start: int, end: int, total: int) -> None:
        self._task = task
        self._start = start
        self._end = end
        self._total = total

    def advance(self, done: int, total: int) -> None:
        """See Task.advance."""
        share = (self._end - self._start) * min(done, total) // total if total > 0 else 0
        self._task.advance(self._start + share, self._total)
