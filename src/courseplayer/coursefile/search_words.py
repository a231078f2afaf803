"""Words as the full-text index sees them: where they stand, how they are folded, what a typed query asks."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_MOST_WORDS = 12
_LONGEST_WORD = 64
_SNIPPET_CHARACTERS = 180
_BEFORE_MATCH = 50
_MOST_MATCHES = 200
"""Enough to choose the best place of a very long article."""

# FTS5's unicode61: letters and digits, and the marks that stand on them.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")

Range = tuple[int, int]


def typed_words(query: str) -> tuple[str, ...]:
    """Return the folded words of what a person typed; signs and operators are no words."""
    words = (fold(match[0])[:_LONGEST_WORD] for match in _WORD.finditer(query))
    return tuple(word for word in words if word)[:_MOST_WORDS]


def match_expression(words: Sequence[str]) -> str:
    """Write words as an FTS5 query for all of them; the last may still be growing."""
    # Quoted, a word is never an operator or a column; folded, it holds no quote.
    return " ".join(f'"{word}"' for word in words) + "*"


def fold(word: str) -> str:
    """Return a word in small letters without diacritics, as ``unicode61 remove_diacritics 2`` does."""
    lower = word.lower()
    return lower if lower.isascii() else "".join(map(_bare, lower))


def snippet(text: str, words: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """Return the best short piece of a text and the ranges in it that match the folded words."""
    matches = _matches(text, words)
    start = _start_of_snippet(text, [match[:2] for match in _best_cluster(matches)])
    end = _end_of_snippet(text, start)
    before = "…" if start > 0 else ""
    shown = before + re.sub(r"\s", " ", text[start:end]) + ("…" if end < len(text) else "")
    shift = len(before) - start
    ranges = tuple((a + shift, b + shift) for a, b, _word in matches if start <= a and b <= end)
    return shown, ranges


def _bare(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    bare = "".join(part for part in parts if not "\u0300" <= part <= "\u036f")
    return character if bare == parts else bare


def _matches(text: str, words: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for start, end, folded in _folded_words(text):
        word = next((word for word in words[:-1] if folded == word), None)
        if word is None and words and folded.startswith(words[-1]):
            word = words[-1]
        if word is not None:
            found.append((start, end, word))
            if len(found) == _MOST_MATCHES:
                break
    return found


def _folded_words(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), fold(match[0])


def _best_cluster(matches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the matches of the first piece that has the most different words."""
    reach = _SNIPPET_CHARACTERS - _BEFORE_MATCH
    best: list[tuple[int, int, str]] = []
    most = 0
    for index, (start, _end, _word) in enumerate(matches):
        near = [match for match in matches[index : index + 20] if match[1] <= start + reach]
        different = len({word for _start, _end, word in near})
        if different > most:
            best, most = near, different
    return best


def _start_of_snippet(text: str, cluster: Sequence[Range]) -> int:
    if not cluster or cluster[0][0] <= _BEFORE_MATCH:
        return 0
    start = cluster[0][0] - _BEFORE_MATCH
    space = re.search(r"\s", text[start : cluster[0][0]])
    return start + space.end() if space else start


def _end_of_snippet(text: str, start: int) -> int:
    end = start + _SNIPPET_CHARACTERS
    if end >= len(text):
        return len(text)
    last_space = max(text.rfind(space, start + _SNIPPET_CHARACTERS // 2, end) for space in " \n\t")
    return end if last_space < 0 else last_space
