"""What a value may be to stand in a course file; asked when one is written and again when it is read."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement

from courseplayer.coursefile.article import is_web_address
from courseplayer.coursefile.manifest import MOST_NUMBER, MOST_SMALL_NUMBER

MOST_CHARACTERS = 20_000
"""Of every text but articles, which have limits of their own: Qt lays out a longer word in seconds."""
_ARTICLES = frozenset({"html", "text", "summary_html"})


@dataclass(frozen=True, slots=True)
class AnswerLimit:
    """How many rows one answer may have, and how many characters all of their texts together."""

    rows: int
    characters: int


_MANY = AnswerLimit(1_000_000, 64_000_000)
"""What nobody is shown row by row."""
_ANSWER_LIMITS = {
    "licence": AnswerLimit(10_000, 1_000_000),
    "person": AnswerLimit(200, 400_000),
    "week": AnswerLimit(500, 100_000),
    "activity": AnswerLimit(5_000, 1_000_000),
    "step": AnswerLimit(5_000, 1_000_000),
    "glossary": AnswerLimit(2_000, 1_000_000),
    # These are asked for one step at a time.
    "medium": AnswerLimit(20, 10_000),
    "still": AnswerLimit(100_000, 0),
    "transcript": AnswerLimit(200, 10_000),
    "cue": AnswerLimit(200_000, 20_000_000),
    "guidance": AnswerLimit(200, 200_000),
    "review_question": AnswerLimit(200, 200_000),
    "question": AnswerLimit(200, 200_000),
    "choice": AnswerLimit(1_000, 200_000),
    "download": AnswerLimit(200, 200_000),
    "link": AnswerLimit(500, 200_000),
}
"""Every row of these becomes a part of the window, which many thousands would freeze."""

_STEP_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_MIME = re.compile(r"[a-z]+/[A-Za-z0-9.+-]{1,80}")
_NO_FILE_NAME = re.compile(r"[/\\:*?\"<>|\x00-\x1f\x7f]")
_LONGEST_ID = 200
_LONGEST_FILE_NAME = 200


@dataclass(frozen=True, slots=True)
class ValueRule:
    """What the column of a table takes; ``most`` is a number's limit, or a text's in characters."""

    kind: type
    is_optional: bool
    most: int | None

    def allows(self, value: object) -> bool:
        """Tell whether the value has the right type and size."""
        if value is None:
            return self.is_optional
        if isinstance(value, int):
            return self.kind is int and self.most is not None and 0 <= value <= self.most
        if type(value) is not self.kind:
            return False
        return self.most is None or not isinstance(value, str) or len(value) <= self.most


def rule_of(column: ColumnElement[Any]) -> ValueRule:
    """Return the rule of a column of a course file."""
    if not isinstance(column, Column):
        raise TypeError(f"{column} is not a column of a table")
    kind = column.type.python_type
    return ValueRule(kind, bool(column.nullable), _most(column, kind))


def limit_of(table: str) -> AnswerLimit:
    """Return how much one answer from a table may hold: of the whole course, or of one step."""
    return _ANSWER_LIMITS.get(table, _MANY)


def _most(column: Column[Any], kind: type) -> int | None:
    if kind is int:
        return MOST_NUMBER if column.name == "size_bytes" else MOST_SMALL_NUMBER
    is_article = column.name in _ARTICLES and column.table.name in {"article", "course"}
    return MOST_CHARACTERS if kind is str and not is_article else None


def is_course_id(text: str) -> bool:
    """A course id is short and printable."""
    return 0 < len(text) <= _LONGEST_ID and text.isprintable()


def is_step_id(text: str) -> bool:
    """A step id can stand in a link without quoting."""
    return _STEP_ID.fullmatch(text) is not None


def is_mime(text: str) -> bool:
    """A mime type has no parameters."""
    return _MIME.fullmatch(text) is not None


def is_unicode(text: str) -> bool:
    """A text has no half of a character, as file names in an old encoding have."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def is_file_name(text: str) -> bool:
    """A file name names no folder and means nothing special on any system."""
    return (
        0 < len(text) <= _LONGEST_FILE_NAME
        and _NO_FILE_NAME.search(text) is None
        and is_unicode(text)
        and not text.startswith(".")
        and not text.endswith((".", " "))
    )


def is_address(text: str | None) -> bool:
    """An address is missing, or one that a browser or mail program opens."""
    return text is None or is_web_address(text)
