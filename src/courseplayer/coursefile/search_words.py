"""Typed words as a safe question to FTS5, and found text as a snippet with the words marked."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SNIPPET_CHARACTERS = 180
_BEFORE_CHARACTERS = 50


def match_expression(typed: str) -> str:
    """Quote every word for MATCH, so that nothing typed is an operator; the last may go on."""
    words = _WORD.findall(typed)
    quoted = [f'"{word}"' for word in words]
    return " ".join(quoted) + "*" if quoted else ""


def snippet_of(text: str, typed: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut the text around the first of the words and return where they stand in what is left."""
    matches = _matches(text, [_folded(word) for word in _WORD.findall(typed)])
    start = 0
    if matches and matches[0][0] > _SNIPPET_CHARACTERS - _BEFORE_CHARACTERS:
        start = text.rfind(" ", 0, matches[0][0] - _BEFORE_CHARACTERS) + 1
    end = len(text)
    if end - start > _SNIPPET_CHARACTERS:
        end = max(text.rfind(" ", start, start + _SNIPPET_CHARACTERS), matches[0][1] if matches else 0)
        end = end if end > start else start + _SNIPPET_CHARACTERS
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((a + shift, b + shift) for a, b in matches if a >= start and b <= end)
    return before + text[start:end] + after, inside


def _matches(text: str, wanted: list[str]) -> list[tuple[int, int]]:
    found = []
    for word in _WORD.finditer(text):
        folded = _folded(word.group())
        is_last = bool(wanted) and folded.startswith(wanted[-1])
        if folded in wanted:
            found.append(word.span())
        elif is_last:
            found.append((word.start(), min(word.end(), word.start() + len(wanted[-1]))))
    return found


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
