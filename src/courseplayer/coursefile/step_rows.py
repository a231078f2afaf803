"""Rows of a course file as the values of a course; a row that cannot be one raises ValueError."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Column, Table, bindparam, select

from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.content import (
    Download,
    GlossaryEntry,
    Medium,
    MediumKind,
    QuizChoice,
    QuizQuestion,
    StepContent,
    Still,
    WebLink,
)
from courseplayer.course.outline import AssetId, Licence, StepOutline
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile import schema
from courseplayer.coursefile.article import sanitise
from courseplayer.coursefile.connection import Query, RowReader
from courseplayer.coursefile.manifest import Row
from courseplayer.coursefile.permitted import is_address, is_file_name, is_mime


def whole_table(table: Table) -> Query:
    """Ask for every row of a table in the order of its key."""
    return select(*table.columns).order_by(*table.primary_key.columns)


def _of_step(table: Table, *columns: Column[Any]) -> Query:
    query = select(*columns).where(table.c.step == bindparam("step"))
    return query.order_by(*table.primary_key.columns)


def _of_step_with_asset(table: Table, *columns: Column[Any]) -> Query:
    asset = schema.asset
    query = select(*columns, asset.c.mime, asset.c.size_bytes).join_from(table, asset)
    return query.where(table.c.step == bindparam("step")).order_by(table.c.position)


ValueT = TypeVar("ValueT")
AddressT = TypeVar("AddressT", str, str | None)

_ARTICLE = _of_step(schema.article, schema.article.c.html, schema.article.c.text)
_MEDIA = _of_step_with_asset(schema.medium, *list(schema.medium.columns)[2:])
_STILLS = _of_step(schema.still, *list(schema.still.columns)[1:])
_TRANSCRIPTS = _of_step(schema.transcript, schema.transcript.c.language)
_CUES = _of_step(schema.cue, *list(schema.cue.columns)[1:])
_BRIEF = _of_step(schema.brief, schema.brief.c.min_words, schema.brief.c.max_words)
_GUIDANCE = _of_step(schema.guidance, schema.guidance.c.text)
_REVIEW_QUESTIONS = _of_step(schema.review_question, schema.review_question.c.text)
_QUESTIONS = _of_step(schema.question, schema.question.c.text, schema.question.c.why)
_CHOICES = _of_step(schema.choice, *list(schema.choice.columns)[1:])
_DOWNLOADS = _of_step_with_asset(schema.download, *list(schema.download.columns)[2:])
_LINKS = _of_step(schema.link, schema.link.c.title, schema.link.c.url)
_GLOSSARY = whole_table(schema.glossary)


def read_step(reader: RowReader, number: int, outline: StepOutline, licence: Licence | None) -> StepContent:
    """Read one step; ``number`` is its row."""
    articles = reader.rows(_ARTICLE, step=number)
    html, text = articles[0] if articles else ("", "")
    return StepContent(
        outline=outline,
        article_html=sanitise(html),
        article_text=text,
        media=_media(reader, number),
        transcripts=_transcripts(reader, number),
        questions=_questions(reader, number),
        brief=_brief(reader, number),
        downloads=tuple(_download(row) for row in reader.rows(_DOWNLOADS, step=number)),
        links=tuple(WebLink(title, address(url)) for title, url in reader.rows(_LINKS, step=number)),
        licence=licence,
    )


def read_glossary(reader: RowReader) -> tuple[GlossaryEntry, ...]:
    """Read the glossary in the order of the course."""
    return tuple(GlossaryEntry(term, meaning) for _position, term, meaning in reader.rows(_GLOSSARY))


def address(text: AddressT) -> AddressT:
    """Return an address that may be offered to a learner."""
    return _if(is_address(text), text)


def flag(number: int) -> bool:
    """Read a stored truth value."""
    return bool(_if(number in {0, 1}, number))


def _if(is_right: bool, value: ValueT) -> ValueT:
    if not is_right:
        raise ValueError(f"{value!r} may not stand in a course file")
    return value


def _media(reader: RowReader, number: int) -> tuple[Medium, ...]:
    stills = _grouped(reader.rows(_STILLS, step=number))
    return tuple(
        Medium(
            asset=AssetId(asset),
            kind=MediumKind(kind),
            mime=_if(is_mime(mime), mime),
            size_bytes=size_bytes,
            duration_ms=duration_ms,
            video_codec=video_codec,
            audio_codec=audio_codec,
            width=width,
            height=height,
            stills=tuple(Still(at_ms, AssetId(picture)) for at_ms, picture in stills[position]),
        )
        for position, (
            asset, kind, duration_ms, video_codec, audio_codec, width, height, mime, size_bytes
        ) in enumerate(reader.rows(_MEDIA, step=number))
    )  # fmt: skip


def _transcripts(reader: RowReader, number: int) -> tuple[Transcript, ...]:
    cues = _grouped(reader.rows(_CUES, step=number))
    return tuple(
        Transcript(language, tuple(Cue(*cue) for cue in cues[position]))
        for position, (language,) in enumerate(reader.rows(_TRANSCRIPTS, step=number))
    )


def _questions(reader: RowReader, number: int) -> tuple[QuizQuestion, ...]:
    choices = _grouped(reader.rows(_CHOICES, step=number))
    return tuple(
        QuizQuestion(
            text,
            tuple(
                QuizChoice(choice, flag(is_right), choice_why) for choice, is_right, choice_why in choices[n]
            ),
            why,
        )
        for n, (text, why) in enumerate(reader.rows(_QUESTIONS, step=number))
    )


def _brief(reader: RowReader, number: int) -> AssignmentBrief | None:
    briefs = reader.rows(_BRIEF, step=number)
    if not briefs:
        return None
    min_words, max_words = briefs[0]
    return AssignmentBrief(
        guidance=tuple(text for (text,) in reader.rows(_GUIDANCE, step=number)),
        review_questions=tuple(text for (text,) in reader.rows(_REVIEW_QUESTIONS, step=number)),
        min_words=min_words,
        max_words=max_words,
    )


def _download(row: Row) -> Download:
    asset, title, file_name, mime, size_bytes = row
    return Download(
        AssetId(asset), title, _if(is_file_name(file_name), file_name), _if(is_mime(mime), mime), size_bytes
    )


def _grouped(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    """Gather the rest of each row under its parent's position; the row's own position is left out."""
    groups: defaultdict[int, list[Row]] = defaultdict(list)
    for parent, _position, *rest in rows:
        groups[parent].append(tuple(rest))
    return groups
