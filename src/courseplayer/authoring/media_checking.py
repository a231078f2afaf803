"""Checks the media of a whole course, as many at a time as there are processors."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path

from courseplayer.authoring.media_check import MediumFacts, check_medium
from courseplayer.system.cancellation import Cancelled
from courseplayer.system.side_work import SideWork

_MOST_AT_A_TIME = 4


class MediaChecks(SideWork):
    """Checks media in their order from entering it on; leaving it ends that.

    ``advance`` is called from any thread with a medium and the bytes read of it, and may raise Cancelled.
    """

    def __init__(self, paths: Iterable[Path], advance: Callable[[Path, int], None]) -> None:
        super().__init__(_MOST_AT_A_TIME, "checking")
        self._paths = tuple(paths)
        self._advance = advance
        self._checks: dict[Path, Future[MediumFacts]] = {}

    def start(self) -> None:
        """Check them all, in their order."""
        self._checks = {path: self.pool.submit(self._check, path) for path in self._paths}

    def facts(self, path: Path) -> MediumFacts:
        """Return what was found out about a medium, waiting for it; raises as check_medium does."""
        return self._checks[path].result()

    def _check(self, path: Path) -> MediumFacts:
        def checkpoint(position: int) -> None:
            if self.stop.is_set():
                raise Cancelled
            self._advance(path, position)

        return check_medium(path, checkpoint)
