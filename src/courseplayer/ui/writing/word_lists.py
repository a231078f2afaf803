"""Lists as Word puts them on the clipboard: paragraphs with a drawn mark, made into lists of HTML."""

import re
from collections.abc import Iterator

_PARAGRAPH = re.compile(r"<p\b([^<>]*)>", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list:\s*\w+\s+level([1-9])\b", re.IGNORECASE)
# Browsers and mail programs write the same as comments.
_MARK_BEGINS = re.compile(r"<!(?:--)?\[if !supportLists\](?:--)?>", re.IGNORECASE)
_MARK_ENDS = re.compile(r"<!(?:--)?\[endif\](?:--)?>", re.IGNORECASE)
_END = re.compile(r"</p\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_COUNTS = re.compile(r"\w[.)]")


def with_lists(html: str) -> str:
    """Return the HTML with real lists where Word drew some; other HTML as it is."""
    return "".join(_pieces(html)) if "mso-list" in html else html


def _pieces(html: str) -> Iterator[str]:
    # Each paragraph is looked at up to the next one only, so that no text takes longer than its length.
    starts = list(_PARAGRAPH.finditer(html))
    ends = [*(start.start() for start in starts[1:]), len(html)]
    done = 0
    for start, end in zip(starts, ends, strict=False):
        level = _LEVEL.search(start[1])
        if level is None:
            continue
        yield html[done : start.start()]
        yield _item(html[start.end() : end], int(level[1]))
        done = end
    yield html[done:]


def _item(inside: str, level: int) -> str:
    mark = ""
    begins = _MARK_BEGINS.search(inside)
    ends = None if begins is None else _MARK_ENDS.search(inside, begins.end())
    if begins is not None and ends is not None:
        mark = _TAG.sub("", inside[begins.end() : ends.start()])
        inside = inside[: begins.start()] + inside[ends.end() :]
    tag = "ol" if _COUNTS.search(mark) else "ul"
    closing = _END.search(inside)
    words, rest = (inside, "") if closing is None else (inside[: closing.start()], inside[closing.end() :])
    return f"<{tag}>" * level + f"<li>{words}</li>" + f"</{tag}>" * level + rest.lstrip()
