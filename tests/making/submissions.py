"""Texts and exports to try the submissions room with."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.submissions.cleaning import clean_text
from courseplayer.submissions.content import SubmissionContent

WRITTEN_AT = datetime(2026, 11, 3, 9, 30, 15, tzinfo=UTC)


def paragraph(*spans: str | Span) -> Block:
    """Make a paragraph of plain strings and spans."""
    return block(BlockKind.PARAGRAPH, *spans)


def block(kind: BlockKind, *spans: str | Span, level: int = 0) -> Block:
    """Make a block of plain strings and spans."""
    return Block(kind, tuple(s if isinstance(s, Span) else Span(s) for s in spans), level)


def bullet(text: str, level: int = 0) -> Block:
    """Make an item with a dot."""
    return block(BlockKind.BULLET, text, level=level)


def numbered(text: str, level: int = 0) -> Block:
    """Make an item with a number."""
    return block(BlockKind.NUMBERED, text, level=level)


def heading(text: str, level: int) -> Block:
    """Make a heading."""
    return block(BlockKind.HEADING, text, level=level)


def submission(*blocks: Block, **changes: object) -> SubmissionContent:
    """Make an export of these blocks by Almaz."""
    content = SubmissionContent(
        learner_name="Almaz",
        learner_uuid="0b9f7c1e-2f5d-4d0e-9a53-3d9f4f6f1c11",
        course_id=CourseId("improving-care"),
        course_title="Improving care together",
        step_id=StepId("a1b2c3d4e5f60718"),
        step_number="2.4",
        step_title="Your improvement",
        document=Document(blocks),
        attempt=1,
        written_at=WRITTEN_AT,
    )
    return replace(content, **changes)  # type: ignore[arg-type]


_HARD_CHARACTERS = (
    "*_`[]()<>&#!|~\\\"'-+=.:1 \n\t\r\x00\x0b\x1f\x85\u2028\ufffe\ud800abאبé“”，€🙂\u0301\u200f\u00a0"
)
_texts = st.one_of(
    st.text(st.sampled_from(_HARD_CHARACTERS), max_size=12),
    st.text(st.characters(exclude_categories=()), max_size=12),
    st.sampled_from(
        ["1. ", "- a", "# b", "a *b* c", "word", "> q", "---", "&amp;", "&#42;", "<b>", "![x](y)"]
    ),
)
_links = st.one_of(
    st.none(),
    st.sampled_from(
        ["https://example.org/a_(b)?c=d&e=f", "course:x/y?t=51000", "javascript:x", "mailto:a@b.org"]
    ),
    st.text(max_size=8).map("http://".__add__),
)
_spans = st.builds(Span, text=_texts, is_bold=st.booleans(), is_italic=st.booleans(), link=_links)
_blocks = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    spans=st.lists(_spans, max_size=4).map(tuple),
    level=st.integers(-1, 12),
)
documents = st.lists(_blocks, max_size=6).map(tuple).map(Document)
"""Arbitrary documents, many with what formats stumble over."""


def cleaned_words(document: Document) -> list[str]:
    """Return the words that a reader of any format must find, in order."""
    return [word for block in document.blocks for word in clean_text(block.plain_text()).split()]


def is_in_order(wanted: list[str], found: list[str]) -> bool:
    """Every wanted word is found, in this order, perhaps with others between them."""
    remaining = iter(found)
    return all(word in remaining for word in wanted)
