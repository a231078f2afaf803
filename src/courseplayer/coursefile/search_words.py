"""Words as the full-text index sees them: where they stand, how they are folded, what a typed query asks."""

import re
import unicodedata
from collections.abc import Sequence

_MOST_WORDS = 12
_LONGEST_WORD = 64
_SNIPPET_CHARACTERS = 180
_BEFORE_MATCH = 50
_MOST_MATCHES = 200
"""Enough to choose the best place of a very long article."""

# FTS5's unicode61: letters and digits, and the marks that stand on them.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_SPACE = re.compile(r"\s")
_OTHER_SPACE = re.compile(r"[^\S ]")

Range = tuple[int, int]
Match = tuple[int, int, str]


def typed_words(query: str) -> tuple[str, ...]:
    """Return the folded words of what a person typed; signs and operators are no words."""
    words = (fold(match[0])[:_LONGEST_WORD] for match in _WORD.finditer(query))
    return tuple(word for word in words if word)[:_MOST_WORDS]


def match_expression(words: Sequence[str]) -> str:
    """Write words as an FTS5 query for all of them; the last may still be growing."""
    # Quoted, a word is never an operator or a column; folded, it holds no quote.
    return " ".join(f'"{word}"' for word in words) + "*"


def fold(text: str) -> str:
    """Return a text in small letters without diacritics; each character becomes one or, a mark, none."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def snippet(text: str, words: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """Return the best short piece of a text and the ranges in it that match the folded words."""
    matches = _matches(text, words)
    start = _start_of_snippet(text, [match[:2] for match in _best_cluster(matches)])
    end = _end_of_snippet(text, start)
    before = "…" if start > 0 else ""
    shown = before + _OTHER_SPACE.sub(" ", text[start:end]) + ("…" if end < len(text) else "")
    shift = len(before) - start
    ranges = tuple((a + shift, b + shift) for a, b, _word in matches if start <= a and b <= end)
    return shown, ranges


class _Folded(dict[int, str]):
    """What each character is folded to: one character, or nothing for a mark; filled as they are met."""

    def __missing__(self, code: int) -> str:
        # The two small sigmas are one letter.
        folded = "".join(map(_bare, chr(code).lower())).replace("ς", "σ")
        self[code] = folded
        return folded


_FOLDED = _Folded()


def _bare(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    bare = "".join(part for part in parts if not "\u0300" <= part <= "\u036f")
    return character if bare == parts else bare


def _matches(text: str, words: Sequence[str]) -> list[Match]:
    folded = fold(text)
    matches = _standing(folded, words[-1], is_growing=True) if words else []
    if len(words) > 1:
        merged = {match[0]: match for match in matches}
        for word in words[:-1]:
            # A whole word counts as itself, also where the growing one begins it.
            merged.update((match[0], match) for match in _standing(folded, word, is_growing=False))
        matches = sorted(merged.values())[:_MOST_MATCHES]
    if len(folded) == len(text):
        return matches
    at = _unfolded(text)
    return [(at[start], at[end], word) for start, end, word in matches]


def _standing(folded: str, word: str, *, is_growing: bool) -> list[Match]:
    # Asking the whole text for the word takes a quarter of the time of looking at each of its words.
    found: list[Match] = []
    start = folded.find(word)
    while start >= 0 and len(found) < _MOST_MATCHES:
        end = whole = start + len(word)
        if start == 0 or not folded[start - 1].isalnum():
            while folded[end : end + 1].isalnum():
                end += 1
            if is_growing or end == whole:
                found.append((start, end, word))
        start = folded.find(word, end)
    return found


def _unfolded(text: str) -> list[int]:
    """Return where in a text each character of the folded one stands; marks are left out of it."""
    at = [index for index, character in enumerate(text) for _ in fold(character)]
    return [*at, len(text)]


def _best_cluster(matches: list[Match]) -> list[Match]:
    """Return the matches of the first piece that has the most different words."""
    reach = _SNIPPET_CHARACTERS - _BEFORE_MATCH
    best: list[Match] = []
    most, possible = 0, len({word for _start, _end, word in matches})
    for index, (start, _end, _word) in enumerate(matches):
        if most == possible:
            break
        near = [match for match in matches[index : index + 20] if match[1] <= start + reach]
        different = len({word for _start, _end, word in near})
        if different > most:
            best, most = near, different
    return best


def _start_of_snippet(text: str, cluster: Sequence[Range]) -> int:
    if not cluster or cluster[0][0] <= _BEFORE_MATCH:
        return 0
    start = cluster[0][0] - _BEFORE_MATCH
    space = _SPACE.search(text, start, cluster[0][0])
    return space.end() if space else start


def _end_of_snippet(text: str, start: int) -> int:
    end = start + _SNIPPET_CHARACTERS
    if end >= len(text):
        return len(text)
    last_space = max(text.rfind(space, start + _SNIPPET_CHARACTERS // 2, end) for space in " \n\t")
    return end if last_space < 0 else last_space
