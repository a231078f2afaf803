"""Rows of a course file as its outline; a row that cannot be one raises ValueError."""

from collections import defaultdict
from dataclasses import dataclass

from courseplayer.course.outline import (
    Activity,
    AssetId,
    CourseId,
    CourseInfo,
    Licence,
    Outline,
    Person,
    StepId,
    StepKind,
    StepOutline,
    Week,
)
from courseplayer.coursefile import schema
from courseplayer.coursefile.article import sanitise
from courseplayer.coursefile.connection import RowReader
from courseplayer.coursefile.permitted import is_course_id, is_step_id
from courseplayer.coursefile.step_rows import address, flag, whole_table

_LICENCES = whole_table(schema.licence)
_COURSE = whole_table(schema.course)
_PEOPLE = whole_table(schema.person)
_WEEKS = whole_table(schema.week)
_ACTIVITIES = whole_table(schema.activity)
_STEPS = whole_table(schema.step)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step's outline with its row number and its own licence."""

    number: int
    outline: StepOutline
    licence: Licence | None


@dataclass(frozen=True, slots=True)
class OutlineRows:
    """The outline and where the contents of its steps are found."""

    outline: Outline
    steps: dict[StepId, StepRow]


def read_outline(reader: RowReader) -> OutlineRows:
    """Read the outline of the course."""
    licences = {n: Licence(name, address(url), credit) for n, name, url, credit in reader.rows(_LICENCES)}
    steps: dict[StepId, StepRow] = {}
    steps_of: defaultdict[int, list[StepOutline]] = defaultdict(list)
    for n, activity_id, step_id, number, kind, title, minutes, is_preview, licence_id in reader.rows(_STEPS):
        if not is_step_id(step_id) or step_id in steps:
            raise ValueError(f"step id {step_id!r}")
        outline = StepOutline(StepId(step_id), number, StepKind(kind), title, minutes, flag(is_preview))
        steps[outline.id] = StepRow(n, outline, _licence(licences, licence_id))
        steps_of[activity_id].append(outline)
    activities_of: defaultdict[int, list[Activity]] = defaultdict(list)
    for n, week_id, title in reader.rows(_ACTIVITIES):
        activities_of[week_id].append(Activity(title, tuple(steps_of[n])))
    weeks = tuple(Week(number, title, tuple(activities_of[n])) for n, number, title in reader.rows(_WEEKS))
    whole = Outline(_course(reader, licences), weeks)
    if tuple(whole.steps()) != tuple(row.outline for row in steps.values()):
        raise ValueError("steps without a place in the outline")
    return OutlineRows(whole, steps)


def _course(reader: RowReader, licences: dict[int, Licence]) -> CourseInfo:
    rows = reader.rows(_COURSE)
    if len(rows) != 1:
        raise ValueError(f"{len(rows)} courses")
    _id, course_id, title, provider, language, summary_html, licence_id, cover, source_url = rows[0]
    if not is_course_id(course_id):
        raise ValueError(f"course id {course_id!r}")
    return CourseInfo(
        id=CourseId(course_id),
        title=title,
        provider=provider,
        language=language,
        summary_html=sanitise(summary_html),
        licence=_licence(licences, licence_id),
        people=tuple(
            Person(name, role, about, _asset(picture))
            for _n, name, role, about, picture in reader.rows(_PEOPLE)
        ),
        cover=_asset(cover),
        source_url=address(source_url),
    )


def _licence(licences: dict[int, Licence], licence_id: int | None) -> Licence | None:
    if licence_id is None:
        return None
    if licence_id not in licences:
        raise ValueError(f"licence {licence_id} is missing")
    return licences[licence_id]


def _asset(asset_id: int | None) -> AssetId | None:
    return None if asset_id is None else AssetId(asset_id)
