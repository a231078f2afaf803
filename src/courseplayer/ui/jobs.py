"""Work away from the window's thread: two lanes of threads and one queued signal back."""

import logging
import threading
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.system.cancellation import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_T = TypeVar("_T")
_log = logging.getLogger(__name__)
_OUR_BUG = QT_TRANSLATE_NOOP(
    "errors",
    "Something went wrong inside Course Player; what you wrote is safe. "
    "Try again, and if it happens again restart the program and report it with the log.",
)


class Lane(Enum):
    """STORE keeps the order of everything done to the learner's store; FILES does two things at once.

    RESCUE is apart: it copies words to a second place while the disks of the others may not answer.
    """

    STORE = auto()
    FILES = auto()
    RESCUE = auto()


_WORKERS = {Lane.STORE: 1, Lane.FILES: 2, Lane.RESCUE: 1}


class Job(QObject, Generic[_T]):
    """One piece of work. Its signals come on the window's thread; a dropped job tells nothing any more."""

    done = Signal(object)
    failed = Signal(object)
    """The PlainError to be shown."""
    cancelled = Signal()
    advanced = Signal(object, object)
    """(done, total) in the units of the work, sent from the worker's thread and queued."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_cancelled = False
        self._is_dropped = False

    def advance(self, done: int, total: int) -> None:
        """Tell progress from the worker's thread; raises Cancelled after :meth:`cancel`."""
        if self._is_cancelled:
            raise Cancelled
        if not self._is_dropped:
            self.advanced.emit(done, total)

    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` follows when it has, with its traces removed."""
        self._is_cancelled = True

    def drop(self) -> None:
        """Forget the answer: the place it was for has been left. Work that can be cancelled stops."""
        self._is_dropped = True
        self._is_cancelled = True

    @property
    def is_dropped(self) -> bool:
        """Nobody waits for the answer any more."""
        return self._is_dropped


class Jobs(QObject):
    """Starts jobs and brings their outcomes to the window's thread."""

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None, prepare: Callable[[], None] | None = None) -> None:
        """Make the lanes; each thread calls ``prepare`` before its first work, one after another."""
        super().__init__(parent)
        self._prepare = prepare
        self._preparing = threading.Lock()
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._pending = 0
        self._is_finished = False

    def _prepare_thread(self) -> None:
        if self._prepare is not None:
            with self._preparing:
                self._prepare()

    @property
    def pending(self) -> int:
        """How many jobs have not told their outcome yet."""
        return self._pending

    def start(self, lane: Lane, work: Callable[["Job[_T]"], _T]) -> "Job[_T]":
        """Run ``work(job)`` in a lane; connect to the returned job before going back to the event loop.

        ``work`` may use the job as its Task. Values in and out are plain: no widget, no open store row.
        """
        job: Job[_T] = Job(self)
        self._pending += 1
        future = self._open_lane(lane).submit(work, job)
        future.add_done_callback(_Reporter(self, job))
        return job

    def _open_lane(self, lane: Lane) -> "ThreadPoolExecutor":
        if self._is_finished:
            raise RuntimeError("no job is started after the shutdown")
        if lane not in self._lanes:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not needed for the first paint

            name = f"lane-{lane.name.lower()}"
            self._lanes[lane] = ThreadPoolExecutor(_WORKERS[lane], name, self._prepare_thread)
        return self._lanes[lane]

    def finish(self) -> None:
        """Wait for everything already started, so that the last save is on the disk before the end.

        Nothing is told after this, since an answer could start new work; to start any is an error.
        """
        self._is_finished = True
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def report(self, job: "Job[Any]", future: "Future[Any]") -> None:
        """Hand an outcome over to the window's thread; called on the worker's thread."""
        self._ended.emit(job, future)

    def _on_ended(self, job: "Job[Any]", future: "Future[Any]") -> None:
        self._pending -= 1
        if self._is_finished:
            job.drop()
        try:
            value = future.result()
        except Cancelled:
            if not job.is_dropped:
                job.cancelled.emit()
        except PlainError as error:
            _log.info("job failed: %s", type(error).__name__)
            if not job.is_dropped:
                job.failed.emit(error)
        except Exception:  # noqa: BLE001 - the job runner is one of the two places that catch everything
            _log.exception("job broke")
            if not job.is_dropped:
                job.failed.emit(PlainError(_OUR_BUG))
        else:
            if not job.is_dropped:
                job.done.emit(value)
        job.deleteLater()


class _Reporter:
    """A done-callback that owns what it reports, in place of a lambda."""

    def __init__(self, jobs: Jobs, job: "Job[Any]") -> None:
        self._jobs = jobs
        self._job = job

    def __call__(self, future: "Future[Any]") -> None:
        self._jobs.report(self._job, future)
