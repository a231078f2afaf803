"""A learner's formatted text: headings, paragraphs, lists, bold, italic and links, and nothing else."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

_WORD = re.compile(r"\w+(?:['’‑·\-.]\w+|(?<=\d)[,٫٬](?=\d)\w+)*")
_BESIDE_LETTERS = re.compile(r"[^\w\s]")
_MARKS = {"Mn", "Mc", "Me", "Cf"}
_ZERO_WIDTH_SPACE = "\u200b"
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
FORMAT_VERSION = 1


class BlockKind(StrEnum):
    """What a line of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of equally formatted words; ``link`` is a web address or a Location.as_link()."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; ``level`` is 1 to 3 for headings, the depth from 0 for list items, else 0."""

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0

    def plain_text(self) -> str:
        """Return the words without formatting."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text, as it is stored in a revision and given to every export format."""

    blocks: tuple[Block, ...] = ()

    @classmethod
    def from_plain_text(cls, text: str) -> "Document":
        """Make a paragraph of every line; empty lines are kept out."""
        lines = (line.strip() for line in text.splitlines())
        return cls(tuple(Block(BlockKind.PARAGRAPH, (Span(line),)) for line in lines if line))

    def plain_text(self) -> str:
        """Return the words, one line for each block."""
        return "\n".join(block.plain_text() for block in self.blocks)

    def word_count(self) -> int:
        """Count words as a reader would: ``it's``, ``co-design`` and ``3.5`` are one word each.

        Vowel signs, accents and joiners belong to their word in every script. Scripts without spaces
        (Chinese, Japanese, Thai) count a run of letters as one word.
        """
        return sum(len(_WORD.findall(_without_marks(block.plain_text()))) for block in self.blocks)

    def is_empty(self) -> bool:
        """Nothing but space has been written."""
        return not self.plain_text().strip()

    def links(self) -> Iterator[str]:
        """Yield every link of the text in order."""
        for block in self.blocks:
            for span in block.spans:
                if span.link is not None:
                    yield span.link

    def to_json(self) -> str:
        """Write the text as canonical JSON: the same text gives the same characters.

        Half a character (a surrogate that lost its other half) cannot be stored and becomes U+FFFD.
        """
        value = {"version": FORMAT_VERSION, "blocks": [asdict(block) for block in self.blocks]}
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return _HALF_CHARACTER.sub("\ufffd", text)

    @classmethod
    def from_json(cls, text: str) -> "Document":
        """Read :meth:`to_json`; raises ValueError when the text is not a document of a version known here."""
        try:
            value = json.loads(text)
            if value["version"] != FORMAT_VERSION:
                raise ValueError(f"document version {value['version']!r} is not known")
            return cls(tuple(_block_from(block) for block in value["blocks"]))
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as wrong:
            raise ValueError("not a stored document") from wrong


def _without_marks(text: str) -> str:
    return text if text.isascii() else _BESIDE_LETTERS.sub(_kept, text)


def _kept(found: re.Match[str]) -> str:
    character = found[0]
    is_mark = unicodedata.category(character) in _MARKS and character != _ZERO_WIDTH_SPACE
    return "" if is_mark else character


def _block_from(value: dict[str, Any]) -> Block:
    spans = tuple(
        Span(
            str(s["text"]),
            bool(s["is_bold"]),
            bool(s["is_italic"]),
            s["link"] if s["link"] is None else str(s["link"]),
        )
        for s in value["spans"]
    )
    return Block(BlockKind(value["kind"]), spans, int(value["level"]))
