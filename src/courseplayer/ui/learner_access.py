"""The window's only way to the learner's store: one lane, in order, never on the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from courseplayer.system.clock import Clock
from courseplayer.ui.jobs import Job, Jobs, Lane

if TYPE_CHECKING:
    from courseplayer.learner.store import LearnerStore

_T = TypeVar("_T")


class LearnerAccess:
    """Opens the store with the first question and keeps it open until :meth:`close`."""

    def __init__(self, jobs: Jobs, path: Path, clock: Clock) -> None:
        self._jobs = jobs
        self._path = path
        self._clock = clock
        self._store: LearnerStore | None = None

    def ask(self, work: "Callable[[LearnerStore], _T]") -> "Job[_T]":
        """Run ``work(store)`` in the store's lane; its value must be plain."""
        return self._jobs.start(Lane.STORE, partial(self._work, work))

    def close(self) -> "Job[None]":
        """Close the store after everything asked before."""
        return self._jobs.start(Lane.STORE, self._close)

    def _work(self, work: "Callable[[LearnerStore], _T]", _job: "Job[_T]") -> _T:
        if self._store is None:
            # SQLAlchemy takes longer to import than the first window to paint (measured): not before it.
            from courseplayer.learner.store import open_learner_store  # noqa: PLC0415

            self._store = open_learner_store(self._path, self._clock)
        return work(self._store)

    def _close(self, _job: "Job[None]") -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
