"""Checks a plan before anything is written: what the builder got wrong, and what may not be stored."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import Table

from courseplayer.course.content import Download, Medium, StepContent
from courseplayer.course.errors import QT_TRANSLATE_NOOP
from courseplayer.course.outline import AssetId, Licence
from courseplayer.coursefile.errors import UnusablePlanError
from courseplayer.coursefile.manifest import Row, Value
from courseplayer.coursefile.permitted import (
    MOST_CHARACTERS,
    is_address,
    is_course_id,
    is_file_name,
    is_mime,
    is_step_id,
    is_unicode,
    limit_of,
    rule_of,
)
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset

_BAD_ADDRESS = QT_TRANSLATE_NOOP(
    "errors",
    "{address} ({place}) is not a whole web address, so the course was not written. "
    "Links begin with https://, http:// or mailto:.",
)
_BAD_FILE_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "{name} (step {step}) cannot be the name of a file on every computer, so the course was not written. "
    "Rename the file.",
)

_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "A text of {place} is longer than {most} characters, so the course was not written; nothing was changed. "
    "Shorten it, or put it into the article of a step.",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "A time or number of {place} ({number}) is larger than a course can hold, so the course was not written; "
    "nothing was changed. Look for a slip in its source.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "There is more of one kind ({kind}) in {place} than a window can show (more than {rows}, or {characters} "
    "characters together), so the course was not written; nothing was changed. "
    "Divide it among several steps.",
)
_NO_CHARACTERS = QT_TRANSLATE_NOOP(
    "errors",
    "A text of {place} holds halves of characters, so the course was not written; nothing was changed. "
    "Type that text or file name anew.",
)


def check_plan(plan: CoursePlan) -> None:
    """Raise ValueError when the plan contradicts itself, UnusablePlanError for what may not be stored."""
    _check_steps(plan)
    assets = {asset.id: asset for asset in plan.assets}
    if len(assets) != len(plan.assets):
        raise ValueError("two assets have one id")
    for asset in plan.assets:
        if not is_mime(asset.mime):
            raise ValueError(f"{asset.mime!r} is not a mime type ({asset.source})")
    named = {plan.outline.course.cover, *(person.picture for person in plan.outline.course.people)}
    for asset_id in named - {None}:
        if asset_id not in assets:
            raise ValueError(f"the front page names asset {asset_id}, which is not in the plan")
    for content in plan.contents:
        _check_assets(content, assets)
        _check_file_names(content)
    for place, address in _addresses(plan):
        if not is_address(address):
            raise UnusablePlanError(_BAD_ADDRESS, address=address, place=place)


def check_rows(plan: CoursePlan, table: Table, rows: Sequence[Row]) -> None:
    """Raise UnusablePlanError for a value that would not be read again as it was written."""
    rules = [rule_of(column) for column in table.columns]
    limit = limit_of(table.name)
    counts, characters = Counter[object](), Counter[object]()
    for row in rows:
        step = row[0] if "step" in table.columns else 0
        counts[step] += 1
        characters[step] += sum(len(value) for value in row if isinstance(value, str))
        if counts[step] > limit.rows or characters[step] > limit.characters:
            raise UnusablePlanError(
                _TOO_MANY,
                place=_place(plan, table, row),
                kind=table.name.replace("_", " "),
                rows=limit.rows,
                characters=limit.characters,
            )
        for rule, value in zip(rules, row, strict=True):
            if not rule.allows(value) or (isinstance(value, str) and not is_unicode(value)):
                raise _refusal(_place(plan, table, row), value)


def _refusal(place: str, value: Value) -> UnusablePlanError | ValueError:
    if isinstance(value, str):
        is_long = len(value) > MOST_CHARACTERS and is_unicode(value)
        return UnusablePlanError(_TOO_LONG if is_long else _NO_CHARACTERS, place=place, most=MOST_CHARACTERS)
    if isinstance(value, int) and value > 0:
        return UnusablePlanError(_TOO_LARGE, place=place, number=value)
    return ValueError(f"{value!r} of {place} is not a value of a course file")


def _place(plan: CoursePlan, table: Table, row: Row) -> str:
    is_of_step = table.name == "step" or "step" in table.columns
    return f"step {plan.contents[row[0] - 1].outline.number}" if is_of_step else "the course"


def _check_steps(plan: CoursePlan) -> None:
    steps = tuple(plan.outline.steps())
    if tuple(content.outline for content in plan.contents) != steps:
        raise ValueError("the contents are not those of the outline's steps, one each, in order")
    ids = [step.id for step in steps]
    if len(set(ids)) != len(ids):
        raise ValueError("two steps have one id")
    for step_id in ids:
        if not is_step_id(step_id):
            raise ValueError(f"{step_id!r} is not a step id")
    if not is_course_id(plan.outline.course.id):
        raise ValueError(f"{plan.outline.course.id!r} is not a course id")


def _check_assets(content: StepContent, assets: dict[AssetId, PlannedAsset]) -> None:
    number = content.outline.number
    all_stored: tuple[Medium | Download, ...] = (*content.media, *content.downloads)
    for stored in all_stored:
        asset = assets.get(stored.asset)
        if asset is None or (asset.mime, asset.size_bytes) != (stored.mime, stored.size_bytes):
            raise ValueError(f"step {number} and the plan's assets differ about asset {stored.asset}")
    for medium in content.media:
        if any(still.asset not in assets for still in medium.stills):
            raise ValueError(f"a still of step {number} is not in the plan")


def _check_file_names(content: StepContent) -> None:
    for download in content.downloads:
        if not is_file_name(download.file_name):
            raise UnusablePlanError(_BAD_FILE_NAME, name=download.file_name, step=content.outline.number)


def _addresses(plan: CoursePlan) -> Iterator[tuple[str, str | None]]:
    info = plan.outline.course
    yield "the course's source", info.source_url
    yield "the course's licence", _address_of(info.licence)
    for content in plan.contents:
        yield f"the licence of step {content.outline.number}", _address_of(content.licence)
        for link in content.links:
            yield f"a link of step {content.outline.number}", link.url


def _address_of(licence: Licence | None) -> str | None:
    return None if licence is None else licence.url
