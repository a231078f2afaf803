"""Finds the weeks and steps of a course folder and gives each step its number, key and stable id."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.fields import Fields
from courseplayer.authoring.sources.folder_media import named_medium
from courseplayer.authoring.sources.folder_workshop import Workshop
from courseplayer.authoring.sources.front_matter import read_step_file
from courseplayer.authoring.sources.names import slug, stable_step_id, title_from, week_of, without_number
from courseplayer.authoring.sources.toml_file import read_toml
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import CourseId, StepId

WEEK_FILE = "week.toml"
STEP_SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class StepSource:
    """One step's file before its article is read; lines of ``markdown`` are lines of the file."""

    path: Path
    found: FileFindings
    fields: Fields
    markdown: str
    id: StepId
    key: str
    number: str
    title: str
    medium: Path | None


@dataclass(frozen=True, slots=True)
class WeekSource:
    """One week's folder and its steps in order."""

    number: int
    title: str
    steps: tuple[StepSource, ...]


class StepFinder:
    """Walks through the weeks of one course."""

    def __init__(self, workshop: Workshop, course_id: CourseId) -> None:
        self._workshop = workshop
        self._course_id = course_id
        self._files_by_key: dict[str, str] = {}

    def weeks(self) -> Iterator[WeekSource]:
        """Yield the weeks by number; a folder that is no week, and an empty week, are reported."""
        files = self._workshop.files
        folders: dict[int, Path] = {}
        for folder in (path for path in files.entries(files.root) if path.is_dir()):
            week = week_of(folder.name)
            found = self._workshop.about(folder)
            if week is None:
                if any(path.suffix.lower() == STEP_SUFFIX for path in files.entries(folder)):
                    message = (
                        'The folder\'s name is not that of a week, such as "week-01-welcome"; it is left out.'
                    )
                    found.warning(None, message)
            elif week[0] in folders:
                found.error(
                    None,
                    f"There are two folders for week {week[0]}, this one and {files.name(folders[week[0]])}; "
                    "give one another number.",
                )
            else:
                folders[week[0]] = folder
        for number in sorted(folders):
            yield self._week(number, folders[number])

    def _week(self, number: int, folder: Path) -> WeekSource:
        steps: list[StepSource] = []
        for path in self._workshop.files.entries(folder):
            if path.suffix.lower() == STEP_SUFFIX and path.is_file():
                step = self._step(path, f"{number}.{len(steps) + 1}")
                if step is not None:
                    steps.append(step)
        if not steps:
            self._workshop.about(folder).warning(None, "The week has no step (a file that ends in .md).")
        return WeekSource(number, self._week_title(number, folder), tuple(steps))

    def _week_title(self, number: int, folder: Path) -> str:
        title = None
        path = next((p for p in self._workshop.files.entries(folder) if p.name.lower() == WEEK_FILE), None)
        if path is not None:
            fields = read_toml(self._workshop.files.text(path), self._workshop.about(path))
            if fields is not None:
                fields.report_unknown(("title",))
                title = fields.text("title")
        return title or title_from(_words_of_week(folder)) or f"Week {number}"

    def _step(self, path: Path, number: str) -> StepSource | None:
        found = self._workshop.about(path)
        try:
            file = read_step_file(self._workshop.files.text(path), found)
        except PlainError as unreadable:
            found.error(None, str(unreadable))
            return None
        key = file.fields.text("id") or _default_key(path)
        name = self._workshop.files.name(path)
        if key in self._files_by_key:
            message = (
                f'The id "{key}" is also that of {self._files_by_key[key]}; give one of them another id.'
            )
            found.error(file.fields.line_of("id"), message)
            return None
        self._files_by_key[key] = name
        title = file.fields.text("title")
        if title is None:
            title = title_from(without_number(path.stem))
            found.warning(1, f'The step has no title; "{title}" is taken from the file name.')
        return StepSource(
            path=path,
            found=found,
            fields=file.fields,
            markdown=file.markdown,
            id=stable_step_id(self._course_id, key),
            key=key,
            number=number,
            title=title,
            medium=named_medium(self._workshop, path, file.fields, found),
        )


def media_bytes(weeks: tuple[WeekSource, ...]) -> dict[Path, int]:
    """Return the media of the course in order, each with its size."""
    media = [step.medium for week in weeks for step in week.steps if step.medium is not None]
    return {path: path.stat().st_size for path in media}


def _words_of_week(folder: Path) -> str:
    week = week_of(folder.name)
    return "" if week is None else week[1]


def _default_key(path: Path) -> str:
    """Words of the week and the file without numbers, so that moving a step keeps what learners did in it."""
    week = slug(_words_of_week(path.parent)) or slug(path.parent.name)
    return f"{week}/{slug(without_number(path.stem))}"
