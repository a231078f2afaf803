"""Opening the file of a medium away from the window's thread."""

import threading

from courseplayer.course.content import Medium
from courseplayer.ui.jobs import Job
from courseplayer.ui.player.source import MediaReader, MediaSource


class MediumOpening:
    """The work of a job that gives a reader; a reader that nobody wants any more is closed."""

    def __init__(self, source: MediaSource, medium: Medium) -> None:
        self._source = source
        self._medium = medium
        self._lock = threading.Lock()
        self._reader: MediaReader | None = None
        self._is_abandoned = False

    def __call__(self, _job: Job[MediaReader]) -> MediaReader:
        """Open the medium; raises PlainError when it is not there or damaged."""
        reader = self._source.open_asset(self._medium.asset)
        with self._lock:
            self._reader = reader
            if self._is_abandoned:
                reader.close()
        return reader

    def abandon(self) -> None:
        """Close the reader now, or as soon as it is made."""
        with self._lock:
            self._is_abandoned = True
            if self._reader is not None:
                self._reader.close()
