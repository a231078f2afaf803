"""The window's only way to the learner's store: one lane, in order, never on the window's thread."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.places import StorePlaces
from courseplayer.system.cancellation import Task
from courseplayer.system.clock import Clock
from courseplayer.ui.jobs import Job, Jobs, Lane

if TYPE_CHECKING:
    from courseplayer.learner.keeper import StoreKeeper
    from courseplayer.learner.store import LearnerStore

_T = TypeVar("_T")


class LearnerAccess:
    """Opens the store with the first question and keeps it open until :meth:`close`."""

    def __init__(self, jobs: Jobs, places: StorePlaces, clock: Clock) -> None:
        self._jobs = jobs
        self._places = places
        self._clock = clock
        self._keeper: StoreKeeper | None = None
        self.keys = KeyRing()

    def ask(self, work: "Callable[[LearnerStore], _T]") -> "Job[_T]":
        """Run ``work(store)`` in the store's lane; its value must be plain."""
        return self.keep(partial(_run, work))

    def keep(self, work: "Callable[[StoreKeeper], _T]") -> "Job[_T]":
        """Run ``work(keeper)`` in the store's lane: backups, and what became of a damaged store."""
        return self._jobs.start(Lane.STORE, partial(self._work, work))

    def keep_at(self, work: "Callable[[StoreKeeper, Task], _T]") -> "Job[_T]":
        """Run ``work(keeper, task)``, which takes long, tells how far it is and can be cancelled."""
        return self._jobs.start(Lane.STORE, partial(self._work_at, work))

    def close(self) -> "Job[None]":
        """Close the store after everything asked before."""
        return self._jobs.start(Lane.STORE, self._close)

    def _work(self, work: "Callable[[StoreKeeper], _T]", _job: "Job[_T]") -> _T:
        return work(self._present_keeper())

    def _work_at(self, work: "Callable[[StoreKeeper, Task], _T]", job: "Job[_T]") -> _T:
        return work(self._present_keeper(), job)

    def _present_keeper(self) -> "StoreKeeper":
        if self._keeper is None:
            # SQLAlchemy takes longer to import than the first window to paint (measured): not before it.
            from courseplayer.learner.keeper import StoreKeeper  # noqa: PLC0415

            self._keeper = StoreKeeper(self._places, self._clock, self.keys)
        return self._keeper

    def _close(self, _job: "Job[None]") -> None:
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None
        self.keys.clear()


def _run(work: "Callable[[LearnerStore], _T]", keeper: "StoreKeeper") -> _T:
    return keeper.run(work)
