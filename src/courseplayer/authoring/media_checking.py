"""Checks the media of a whole course, as many at a time as there are processors."""

import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from courseplayer.authoring.media_check import MediumFacts, check_medium
from courseplayer.system.cancellation import Cancelled

_MOST_AT_A_TIME = 4


class MediaChecks:
    """Checks media in their order from entering it on; leaving it ends that.

    ``advance`` is called from any thread with a medium and the bytes read of it, and may raise Cancelled.
    """

    def __init__(self, paths: Iterable[Path], advance: Callable[[Path, int], None]) -> None:
        self._paths = tuple(paths)
        self._advance = advance
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_AT_A_TIME), "checking")
        self._checks: dict[Path, Future[MediumFacts]] = {}

    def __enter__(self) -> "MediaChecks":
        self._checks = {path: self._pool.submit(self._check, path) for path in self._paths}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)

    def facts(self, path: Path) -> MediumFacts:
        """Return what was found out about a medium, waiting for it; raises as check_medium does."""
        return self._checks[path].result()

    def _check(self, path: Path) -> MediumFacts:
        def checkpoint(position: int) -> None:
            if self._stop.is_set():
                raise Cancelled
            self._advance(path, position)

        return check_medium(path, checkpoint)
