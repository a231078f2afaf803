"""Where a command may write what a learner takes away."""

from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError

_OWN_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a place that Course Player needs for itself, so nothing was written; nothing was changed. "
    "Give the name of another file.",
)


def refuse_own_files(destination: Path, data: Path, course: Path | None = None) -> None:
    """Never write over the course, or among what learners wrote: an export takes nothing away."""
    wanted = destination.resolve()
    is_course = course is not None and wanted == course.resolve()
    if is_course or data.resolve() in wanted.parents:
        raise BadInputError(_OWN_FILE, file=destination)
