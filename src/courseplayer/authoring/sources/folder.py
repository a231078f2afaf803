"""Reads a course folder: course.toml, folders of weeks, and a Markdown file for each step.

The layout is told to trainers in docs/authoring.md.
"""

import threading
from pathlib import Path

from courseplayer.authoring.drawings import Rasterise
from courseplayer.authoring.findings import Findings
from courseplayer.authoring.media_checking import MediaChecks
from courseplayer.authoring.reading import SourceReading
from courseplayer.authoring.sources.folder_content import ContentReader
from courseplayer.authoring.sources.folder_course import COURSE_FILE, CourseSettings, UnreadableSettingsError
from courseplayer.authoring.sources.folder_files import FolderFiles
from courseplayer.authoring.sources.folder_links import ArticleReferences, StepAddresses
from courseplayer.authoring.sources.folder_media import MediaReader
from courseplayer.authoring.sources.folder_steps import StepFinder, WeekSource, media_bytes
from courseplayer.authoring.sources.folder_workshop import Workshop, report_unused
from courseplayer.course.content import StepContent
from courseplayer.course.outline import Activity, Outline, StepOutline, Week
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import Task


def course_file_in(folder: Path) -> Path | None:
    """Return the folder's course.toml, None when it has none. Raises OSError."""
    return next((path for path in sorted(folder.iterdir()) if path.name.lower() == COURSE_FILE), None)


def read_folder(course_file: Path, task: Task, rasterise: Rasterise | None = None) -> SourceReading:
    """Read the folder around a course.toml; progress counts the bytes of the media.

    Raises PlainError when the folder itself cannot be read, and Cancelled.
    """
    findings = Findings()
    workshop = Workshop(FolderFiles(course_file.parent, findings), findings, rasterise=rasterise)
    try:
        settings = CourseSettings(workshop, course_file)
    except UnreadableSettingsError:
        return SourceReading(None, findings.all(), workshop.files.size_bytes)
    weeks = tuple(StepFinder(workshop, settings.course_id).weeks())
    if not any(week.steps for week in weeks):
        message = (
            'The course has no step; make a folder such as "week-01-welcome" with a file "01-welcome.md".'
        )
        workshop.about(course_file).error(None, message)
    addresses = _addresses(weeks)
    contents = _contents(workshop, weeks, addresses, settings.language, task)
    info = settings.info(
        ArticleReferences(workshop, addresses, course_file.parent, workshop.about(course_file))
    )
    glossary = settings.glossary()
    report_unused(workshop)
    outline = Outline(info, tuple(_week(week, contents) for week in weeks if week.steps))
    ordered = tuple(contents[step.path] for week in weeks for step in week.steps)
    plan = CoursePlan(outline, ordered, workshop.assets.planned(), glossary)
    return SourceReading(plan, findings.all(), workshop.files.size_bytes)


def _addresses(weeks: tuple[WeekSource, ...]) -> StepAddresses:
    steps = [step for week in weeks for step in week.steps]
    return StepAddresses({step.key: step.id for step in steps}, {step.path: step.id for step in steps})


def _contents(
    workshop: Workshop,
    weeks: tuple[WeekSource, ...],
    addresses: StepAddresses,
    language: str | None,
    task: Task,
) -> dict[Path, StepContent]:
    sizes = media_bytes(weeks)
    progress = _MediaProgress(task, sizes)
    contents: dict[Path, StepContent] = {}
    with MediaChecks(sizes, progress.reading) as checks:
        reader = ContentReader(workshop, addresses, MediaReader(workshop, checks.facts, {}), language)
        for week in weeks:
            for step in week.steps:
                contents[step.path] = reader.content(step)
                progress.finished(step.medium)
    return contents


class _MediaProgress:
    """Counts the bytes of media checked; a check reads only parts, and counts as whole when it is done.

    Several threads may tell how far they are.
    """

    def __init__(self, task: Task, sizes: dict[Path, int]) -> None:
        self._task = task
        self._left = dict(sizes)
        self._total = max(1, sum(sizes.values()))
        self._told = 0
        self._lock = threading.Lock()
        self._tell(0)

    def reading(self, path: Path, position: int) -> None:
        """A medium is being read at this position."""
        self._tell(self._finished + min(position, self._left.get(path, 0)))

    def finished(self, path: Path | None) -> None:
        """A step, with its medium if it has one, is done."""
        if path is not None:
            self._left.pop(path, None)
        self._tell(self._finished)

    @property
    def _finished(self) -> int:
        return self._total - sum(self._left.values()) if self._left else self._total

    def _tell(self, done: int) -> None:
        # Readers jump back and forth, several at once; the bar only goes forward.
        with self._lock:
            self._told = max(self._told, done)
            self._task.advance(self._told, self._total)


def _week(week: WeekSource, contents: dict[Path, StepContent]) -> Week:
    """Group steps into activities; a step that names none belongs to the one before it."""
    activities: list[tuple[str, list[StepOutline]]] = []
    for step in week.steps:
        named = step.fields.text("activity")
        if not activities or (named is not None and named != activities[-1][0]):
            activities.append((named or week.title, []))
        activities[-1][1].append(contents[step.path].outline)
    return Week(week.number, week.title, tuple(Activity(title, tuple(steps)) for title, steps in activities))
