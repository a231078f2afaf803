"""A submission set out for reading: title, header, text and attachments, the same in every format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from courseplayer.course.writing import Block, BlockKind, Span
from courseplayer.submissions.cleaning import clean_line, clean_spans
from courseplayer.submissions.content import SubmissionContent

MAX_HEADING_LEVEL = 3
MAX_LIST_DEPTH = 8
"""The deepest list that Word knows, counted from 0."""
_LIST_KINDS = {BlockKind.BULLET, BlockKind.NUMBERED}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the header."""

    label: str
    value: str
    colon: str = ":"

    @property
    def lead(self) -> str:
        """The label with what stands between it and the value."""
        return f"{self.label}{self.colon} "


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item and the lists that belong below it."""

    spans: tuple[Span, ...]
    below: tuple["ItemList", ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items in a row; a numbered list counts from 1."""

    is_numbered: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a document shows, cleaned; ``author`` is None where the name stays at home.

    Blocks among the parts are paragraphs, headings of level 1 to 3 and quotes, none of them blank.
    """

    title: str
    author: str | None
    language: str | None
    facts: tuple[Fact, ...]
    parts: tuple[Block | ItemList, ...]
    attachments_heading: str
    attachments: tuple[str, ...]


def lay_out(content: SubmissionContent) -> Page:
    """Decide what a document made from ``content`` says and in which order."""
    return Page(
        title=page_title(content),
        author=shown_name(content),
        language=clean_line(content.language) if content.language else None,
        facts=header_facts(content),
        parts=tuple(_parts(content.document.blocks)),
        attachments_heading=clean_line(content.labels.attachments),
        attachments=tuple(clean_line(file.file_name) for file in content.attachments),
    )


def page_title(content: SubmissionContent) -> str:
    """Return the learner's title, or the step's number and title."""
    return clean_line(content.title) or clean_line(f"{content.step_number} {content.step_title}")


def shown_name(content: SubmissionContent) -> str | None:
    """Return the learner's name if it may leave."""
    return (clean_line(content.learner_name) or None) if content.shows_name else None


def header_facts(content: SubmissionContent) -> tuple[Fact, ...]:
    """Return the lines that say whose text this is and what it answers."""
    labels = content.labels
    facts = (
        (labels.course, content.course_title),
        (labels.step, f"{content.step_number} {content.step_title}"),
        (labels.name, shown_name(content) or ""),
        (labels.date, content.written_at.date().isoformat()),
        (labels.attempt, str(content.attempt)),
        (labels.words, str(content.words)),
    )
    return tuple(
        Fact(clean_line(label), clean_line(value), labels.colon) for label, value in facts if value.strip()
    )


def _parts(blocks: Sequence[Block]) -> Iterator[Block | ItemList]:
    # A blank line is not shown, but it does end a list: the next one counts from 1 again.
    for is_list, run in groupby(map(_cleaned, blocks), lambda block: block.kind in _LIST_KINDS):
        if is_list:
            yield from _lists([block for block in run if _is_shown(block)])
        else:
            yield from (block for block in run if _is_shown(block))


def _is_shown(block: Block) -> bool:
    return bool(block.plain_text().strip())


def _cleaned(block: Block) -> Block:
    spans = clean_spans(block.spans)
    if block.kind is BlockKind.HEADING:
        return Block(block.kind, spans, min(max(block.level, 1), MAX_HEADING_LEVEL))
    return Block(block.kind, spans, min(max(block.level, 0), MAX_LIST_DEPTH))


def _lists(items: Sequence[Block]) -> tuple[ItemList, ...]:
    """Nest items by their level; a level that was skipped does not count."""
    lists: list[tuple[bool, list[ListItem]]] = []
    at = 0
    while at < len(items):
        head = items[at]
        end = at + 1
        while end < len(items) and items[end].level > head.level:
            end += 1
        is_numbered = head.kind is BlockKind.NUMBERED
        if not lists or lists[-1][0] != is_numbered:
            lists.append((is_numbered, []))
        lists[-1][1].append(ListItem(head.spans, _lists(items[at + 1 : end])))
        at = end
    return tuple(ItemList(is_numbered, tuple(members)) for is_numbered, members in lists)
