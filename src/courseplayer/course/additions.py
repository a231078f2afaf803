"""What was added to a text between two of its states."""

import difflib
from collections.abc import Iterator
from dataclasses import replace

from courseplayer.course.writing import Block, Document, Span


def added_between(before: Document, now: Document) -> Document:
    """Return the paragraphs that are new in ``now``, of changed ones only the words that are new."""
    matcher = difflib.SequenceMatcher(None, before.blocks, now.blocks, autojunk=False)
    added: list[Block] = []
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind in ("insert", "replace"):
            old = list(before.blocks[first:last])
            for block in now.blocks[new_first:new_last]:
                added += _new_words(old, block)
    return Document(tuple(added))


def _new_words(old: list[Block], block: Block) -> Iterator[Block]:
    """Yield what a paragraph has more than the old one that it came from, if it came from one."""
    origin = max(old, key=lambda one: _alike(one, block), default=None)
    if origin is None or _alike(origin, block) < 1 / 2:
        if block.plain_text().strip():
            yield block
        return
    old.remove(origin)
    words, known = block.plain_text(), origin.plain_text()
    matcher = difflib.SequenceMatcher(None, known.split(), words.split(), autojunk=False)
    new = [
        " ".join(words.split()[first:last])
        for kind, _first, _last, first, last in matcher.get_opcodes()
        if kind in ("insert", "replace") and last > first
    ]
    if new:
        yield replace(block, spans=(Span(" … ".join(new)),))


def _alike(one: Block, other: Block) -> float:
    """Return which share of the older paragraph's words is still there."""
    known, words = one.plain_text().split(), other.plain_text().split()
    if not known:
        return 0
    matcher = difflib.SequenceMatcher(None, known, words, autojunk=False)
    return sum(match.size for match in matcher.get_matching_blocks()) / len(known)
