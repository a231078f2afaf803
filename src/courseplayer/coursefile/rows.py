"""A course plan as rows of the tables, in the order of their keys: equal plans give equal rows."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table

from courseplayer.course.content import StepContent
from courseplayer.course.outline import Licence
from courseplayer.coursefile import schema
from courseplayer.coursefile.article import sanitise
from courseplayer.coursefile.manifest import Row
from courseplayer.coursefile.plan import CoursePlan

TableRows = tuple[Table, list[Row]]


def rows_of(plan: CoursePlan) -> Iterator[TableRows]:
    """Yield every table but those of the chunks, each after the tables it refers to."""
    licences = _licences(plan)
    yield (
        schema.licence,
        [(n, licence.name, licence.url, licence.attribution) for licence, n in licences.items()],
    )
    yield schema.asset, sorted((asset.id, asset.mime, asset.size_bytes) for asset in plan.assets)
    yield from _front_page(plan, licences)
    yield from _navigation(plan, licences)
    steps = list(enumerate(plan.contents, start=1))
    yield (
        schema.article,
        [
            (n, sanitise(content.article_html), content.article_text)
            for n, content in steps
            if content.article_html or content.article_text
        ],
    )
    yield from _media(steps)
    yield from _transcripts(steps)
    yield from _briefs(steps)
    yield from _questions(steps)
    yield from _extras(steps)
    yield schema.glossary, [(n, entry.term, entry.meaning) for n, entry in enumerate(plan.glossary)]


Steps = list[tuple[int, StepContent]]


def _licences(plan: CoursePlan) -> dict[Licence, int]:
    named = [plan.outline.course.licence, *(content.licence for content in plan.contents)]
    return {licence: n for n, licence in enumerate(dict.fromkeys(x for x in named if x is not None), start=1)}


def _front_page(plan: CoursePlan, licences: dict[Licence, int]) -> Iterator[TableRows]:
    info = plan.outline.course
    yield (
        schema.course,
        [
            (
                1,
                info.id,
                info.title,
                info.provider,
                info.language,
                sanitise(info.summary_html),
                licences[info.licence] if info.licence is not None else None,
                info.cover,
                info.source_url,
            )
        ],
    )
    yield schema.person, [(n, p.name, p.role, p.about, p.picture) for n, p in enumerate(info.people)]


def _navigation(plan: CoursePlan, licences: dict[Licence, int]) -> Iterator[TableRows]:
    weeks: list[Row] = []
    activities: list[Row] = []
    step_activities: list[int] = []
    for week in plan.outline.weeks:
        weeks.append((len(weeks) + 1, week.number, week.title))
        for activity in week.activities:
            activities.append((len(activities) + 1, len(weeks), activity.title))
            step_activities += [len(activities)] * len(activity.steps)
    yield schema.week, weeks
    yield schema.activity, activities
    yield (
        schema.step,
        [
            (
                n,
                activity_id,
                content.outline.id,
                content.outline.number,
                content.outline.kind.value,
                content.outline.title,
                content.outline.minutes,
                int(content.outline.is_preview),
                licences[content.licence] if content.licence is not None else None,
            )
            for n, (activity_id, content) in enumerate(
                zip(step_activities, plan.contents, strict=True), start=1
            )
        ],
    )


def _media(steps: Steps) -> Iterator[TableRows]:
    media = [(n, m, medium) for n, content in steps for m, medium in enumerate(content.media)]
    yield (
        schema.medium,
        [
            (
                n,
                m,
                medium.asset,
                medium.kind.value,
                medium.duration_ms,
                medium.video_codec,
                medium.audio_codec,
                medium.width,
                medium.height,
            )
            for n, m, medium in media
        ],
    )
    yield (
        schema.still,
        [
            (n, m, s, still.at_ms, still.asset)
            for n, m, medium in media
            for s, still in enumerate(medium.stills)
        ],
    )


def _transcripts(steps: Steps) -> Iterator[TableRows]:
    transcripts = [
        (n, t, transcript) for n, content in steps for t, transcript in enumerate(content.transcripts)
    ]
    yield schema.transcript, [(n, t, transcript.language) for n, t, transcript in transcripts]
    yield (
        schema.cue,
        [
            (n, t, c, cue.start_ms, cue.end_ms, cue.speaker, cue.text)
            for n, t, transcript in transcripts
            for c, cue in enumerate(transcript.cues)
        ],
    )


def _briefs(steps: Steps) -> Iterator[TableRows]:
    briefs = [(n, content.brief) for n, content in steps if content.brief is not None]
    yield schema.brief, [(n, brief.min_words, brief.max_words) for n, brief in briefs]
    yield schema.guidance, [row for n, brief in briefs for row in _lines(n, brief.guidance)]
    yield schema.review_question, [row for n, brief in briefs for row in _lines(n, brief.review_questions)]


def _lines(step: int, lines: Iterable[str]) -> Iterator[Row]:
    return ((step, position, line) for position, line in enumerate(lines))


def _questions(steps: Steps) -> Iterator[TableRows]:
    questions = [(n, q, question) for n, content in steps for q, question in enumerate(content.questions)]
    yield schema.question, [(n, q, question.text, question.why) for n, q, question in questions]
    yield (
        schema.choice,
        [
            (n, q, c, choice.text, int(choice.is_right), choice.why)
            for n, q, question in questions
            for c, choice in enumerate(question.choices)
        ],
    )


def _extras(steps: Steps) -> Iterator[TableRows]:
    yield (
        schema.download,
        [
            (n, d, download.asset, download.title, download.file_name)
            for n, content in steps
            for d, download in enumerate(content.downloads)
        ],
    )
    yield (
        schema.link,
        [
            (n, position, link.title, link.url)
            for n, content in steps
            for position, link in enumerate(content.links)
        ],
    )
