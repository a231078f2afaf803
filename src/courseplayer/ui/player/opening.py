"""Opening the file of a medium away from the window's thread."""

from courseplayer.course.content import Medium
from courseplayer.ui.jobs import Job
from courseplayer.ui.player.source import MediaReader, MediaSource


class MediumOpening:
    """The work of a job: gives a reader; one that nobody waits for any more is closed."""

    def __init__(self, source: MediaSource, medium: Medium) -> None:
        self._source = source
        self._medium = medium

    def __call__(self, job: Job[MediaReader]) -> MediaReader:
        """Open the medium; raises PlainError when it is not there or damaged."""
        reader = self._source.open_asset(self._medium.asset)
        if job.is_dropped:
            reader.close()
        return reader
