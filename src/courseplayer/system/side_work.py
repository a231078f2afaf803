"""Threads beside other work: told to stop, and waited for, when what needs them ends."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self


class SideWork:
    """A base for work that goes on from entering it until it is left, on as many threads as are of use."""

    def __init__(self, most_threads: int, name: str) -> None:
        """Take at most so many threads, and no more than there are processors."""
        self.threads = max(1, min(most_threads, os.cpu_count() or 1))
        self.pool = ThreadPoolExecutor(self.threads, name)
        self.stop = threading.Event()
        """Set when nobody needs the work any more; looked at by the work itself."""

    def __enter__(self) -> Self:
        self.start()
        return self

    def start(self) -> None:
        """Give the pool its work."""
        raise NotImplementedError

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop.set()
        self.pool.shutdown(cancel_futures=True)
