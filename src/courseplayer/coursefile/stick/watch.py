"""Remembers which sticks were looked over, so that none is opened from before that."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from courseplayer.coursefile.stick.findings import StickReport
from courseplayer.system.cancellation import Task

_LOOK_SECONDS, _BEFORE_OPENING_SECONDS = 10.0, 3.0


class StickWatch:
    """Looks over each stick once, until it is asked to look again; may be called from any thread."""

    def __init__(self, roots: Callable[[], Sequence[Path]]) -> None:
        self._roots = roots
        self._looking = threading.Lock()
        self._reports: dict[Path, StickReport] = {}

    def look_again(self, task: Task) -> tuple[StickReport, ...]:
        """Look over every stick that is here now; raises Cancelled."""
        roots = self._roots()
        with self._looking:
            self._reports = {root: _look_over(root, task, _LOOK_SECONDS) for root in roots}
            return tuple(self._reports.values())

    def before_opening(self, file: Path, task: Task) -> StickReport | None:
        """Return what is known of the stick that a file lies on, looked over now if need be."""
        try:
            place = file.resolve()
        except OSError:
            return None
        root = next((root for root in self._roots() if root in place.parents), None)
        if root is None:
            return None
        # A slow stick that is being looked over already must not keep anybody from the lesson.
        if not self._looking.acquire(timeout=_BEFORE_OPENING_SECONDS):
            return None
        try:
            if root not in self._reports:
                self._reports[root] = _look_over(root, task, _BEFORE_OPENING_SECONDS)
            return self._reports[root]
        finally:
            self._looking.release()


def _look_over(root: Path, task: Task, most_seconds: float) -> StickReport:
    # What a course is comes with SQLAlchemy, which is not imported before the first paint (measured).
    from courseplayer.coursefile.stick.looking import look_over  # noqa: PLC0415

    # A course is read through when it is opened: to do it here would keep a slow stick busy at each start.
    return look_over(root, task, most_seconds, reads_courses=False)
