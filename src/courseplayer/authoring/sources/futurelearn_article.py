"""The article below a FutureLearn transcript as HTML: paragraphs, lists and sub-headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_BULLET = re.compile(r"[•‣◦▪●·]\s*(?=\S)|[*–-]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_INDENTED = re.compile(r"\s{2,}|\t")
_LONGEST_HEADING = 60
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_ABBREVIATION_AT_END = re.compile(
    r"(?:^|[\s(])(?:Dr|Drs|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|No|Vol|Inc|Ltd|Co|Corp|Univ|Dept|etc|e\.g|i\.e"
    r"|(?:[A-Z]\.)+[A-Z]|[A-Z])\.\Z"
)


@dataclass(frozen=True, slots=True)
class Article:
    """The same words as HTML (not yet sanitised) and as plain text, one line for each block."""

    html: str
    text: str


@dataclass(frozen=True, slots=True)
class _Block:
    tag: str
    texts: tuple[str, ...]


def starts_with_marker(line: str) -> bool:
    """The line begins a list item: a bullet, or an indented dash or number."""
    text = line.strip()
    if text[:1] in "•‣◦▪●" and _BULLET.match(text):
        return True
    return _INDENTED.match(line) is not None and (_BULLET.match(text) or _NUMBER.match(text)) is not None


def looks_like_title(text: str) -> bool:
    """A short line that ends like a title, not like a sentence, and begins with a capital."""
    text = text.strip()
    cased = next((character for character in text if character.isalpha()), "")
    if not cased or len(text) > 150 or len(text.split()) > 24 or text[-1] in ".,;:…-–":
        return False
    if cased.islower() and not begins_like_ehealth(text):
        return False
    return not _has_sentences(text) and not _is_item(text)


def begins_like_ehealth(text: str) -> bool:
    """The first letter is small and the second is not: ``eHealth``."""
    return re.match(r"\W*[^\W\d_][A-Z]", text) is not None


def ends_in_abbreviation(text: str) -> bool:
    """The full stop at the end belongs to the last word: ``Harbours Ltd.``."""
    return _ABBREVIATION_AT_END.search(text) is not None


def article_of(paragraphs: Sequence[str]) -> Article:
    """Make an article of its paragraphs in order.

    A run of items with bullets, or with the numbers 1, 2, 3, is a list. A line of at most 60 characters
    that looks like a title is a sub-heading when a whole sentence stands before and after it.
    """
    blocks = tuple(_blocks([text.strip() for text in paragraphs if text.strip()]))
    return Article("\n".join(map(_html, blocks)), "\n".join(map(_plain, blocks)))


def _has_sentences(text: str) -> bool:
    """More than one sentence; ``Dr. Okoro`` is none, and a title may ask twice."""
    ends = [
        match for match in _SENTENCE_END.finditer(text) if not ends_in_abbreviation(text[: match.start() + 1])
    ]
    return bool(ends) and not (text[-1] == "?" and len(text) <= _LONGEST_HEADING and len(ends) == 1)


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBER.match(text))


def _blocks(texts: Sequence[str]) -> Iterator[_Block]:
    index = 0
    while index < len(texts):
        items = _bullets(texts, index) or _numbers(texts, index)
        if items is not None:
            yield items
            index += len(items.texts)
            continue
        is_heading = _is_heading(texts, index)
        yield _Block("h2" if is_heading else "p", (texts[index],))
        index += 1


def _bullets(texts: Sequence[str], begin: int) -> _Block | None:
    """Bullets of one kind; a single dash is an ordinary line."""
    if _BULLET.match(texts[begin]) is None:
        return None
    sign = texts[begin][0]
    items: list[str] = []
    for text in (texts[index] for index in range(begin, len(texts))):
        match = _BULLET.match(text)
        if match is None or text[0] != sign:
            break
        items.append(text[match.end() :])
    return _Block("ul", tuple(items)) if len(items) > 1 or sign not in "*-–·" else None


def _numbers(texts: Sequence[str], begin: int) -> _Block | None:
    items: list[str] = []
    for text in (texts[index] for index in range(begin, len(texts))):
        match = _NUMBER.match(text)
        if match is None or int(match[1]) != len(items) + 1:
            break
        items.append(text[match.end() :])
    return _Block("ol", tuple(items)) if items else None


def _is_heading(texts: Sequence[str], index: int) -> bool:
    if not 0 < index < len(texts) - 1 or len(texts[index]) > _LONGEST_HEADING:
        return False
    return looks_like_title(texts[index]) and all(
        neighbour[-1] in '.!?”’")' and not _is_item(neighbour)
        for neighbour in (texts[index - 1], texts[index + 1])
    )


def _html(block: _Block) -> str:
    words = [escape(text, quote=False) for text in block.texts]
    if block.tag in ("ul", "ol"):
        return f"<{block.tag}>" + "".join(f"<li>{text}</li>" for text in words) + f"</{block.tag}>"
    return f"<{block.tag}>{words[0]}</{block.tag}>"


def _plain(block: _Block) -> str:
    if block.tag == "ul":
        return "\n".join(f"• {text}" for text in block.texts)
    if block.tag == "ol":
        return "\n".join(f"{number}. {text}" for number, text in enumerate(block.texts, 1))
    return block.texts[0]
