"""Article HTML as it may stand in a course file and before a learner: a closed list, within limits."""

import re
from collections import Counter
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from courseplayer.course.errors import QT_TRANSLATE_NOOP
from courseplayer.course.outline import AssetId
from courseplayer.coursefile.errors import ArticleTooBigError

if TYPE_CHECKING:
    from nh3 import Cleaner

MOST_BYTES = 400_000
MOST_DEPTH = 24
MOST_ELEMENTS = 20_000
MOST_CELLS = 4_000
MOST_PLACES = 10_000
"""Of all tables, rows times columns: Qt lays out 600 cells in 300 rows and 300 columns for 5 s."""
MOST_PICTURES = 200
LONGEST_WORD = 500
"""Qt lays out unbroken text in quadratic time: 300,000 characters take 37 s."""

_TOO_BIG = QT_TRANSLATE_NOOP(
    "errors",
    "A text of the course is too long or too deeply nested to be shown safely (more than {limit}); "
    "nothing was changed. Split it into several steps.",
)
_INLINE = frozenset({"a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code", "span"})
_VOID = frozenset({"br", "hr", "img"})
_CELLS = frozenset({"td", "th"})
_TAGS = {
    *_INLINE, *_VOID, *_CELLS, "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "ul", "ol", "li",
    "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "caption", "div",
}  # fmt: skip
_TAGS_DROPPED_WITH_TEXT = {
    "script", "style", "svg", "math", "template", "iframe", "object", "noscript", "xmp", "plaintext", "title",
    "textarea",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "*": {"dir", "lang"},
}
_WEB_ADDRESS = re.compile(
    r"(?i:https?)://[^\s\x00-\x1f\x7f\\<>\"]{1,2000}|(?i:mailto):[^\s\x00-\x1f\x7f\\<>\"?&]{1,200}"
)
_MOST_OF = {"width": 2000, "height": 2000, "colspan": 50, "rowspan": 200, "start": 100_000}
_PATTERN_OF = {
    "src": re.compile(r"asset:[0-9]{1,9}"),
    "href": re.compile(rf"step:[0-9A-Za-z_-]{{1,64}}|{_WEB_ADDRESS.pattern}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,5}"),
    "align": re.compile(r"left|right|center"),
}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LONGEST_TITLE = 500

# nh3 writes tags in small letters, every value in double quotes, and no bare < in text: this is exact.
_PIECE = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-z0-9]+)(?P<attributes>(?:\s[a-z]+=\"[^\"]*\")*)>"
    r"|(?P<space>[ \t\n\r\f\u200b]+)"
    r"|(?P<word>(?:&[a-z#0-9]+;|[^ \t\n\r\f\u200b<])+)"
)
_CHARACTER = re.compile(r"&[a-z#0-9]+;|[\s\S]")
_PICTURE = re.compile(r"<img\b[^>]*?\ssrc=\"asset:([0-9]{1,9})\"")
_SPAN = re.compile(r"\s(colspan|rowspan)=\"([0-9]{1,6})\"")
_ALT = re.compile(r"\salt=\"([^\"]*)\"")
_RAW_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ENDED_BY_OTHERS = _VOID | _CELLS | {"p", "tr", "tbody", "thead", "tfoot", "dd", "dt"}
_MOST_DEPTH_BEFORE = 1_000
_MOST_ROUNDS = 8


def is_web_address(address: str) -> bool:
    """Tell whether a link may be offered to a learner: a whole http, https or mailto address."""
    return _WEB_ADDRESS.fullmatch(address) is not None


def sanitise(html: str) -> str:
    """Return the allowed part of ``html``; cleaning that again changes nothing.

    Raises ArticleTooBigError for what could keep Qt busy for many seconds.
    """
    if not html:
        return ""
    _refuse_above(MOST_BYTES, len(html.encode("utf-8", "replace")), "bytes")
    _refuse_above(2 * MOST_ELEMENTS, html.count("<"), "tags")
    _refuse_above(_MOST_DEPTH_BEFORE, _raw_depth(html), "levels")
    cleaned = _cleaned(html)
    # A parser may read its own output differently (it drops a line break after <pre>): settle on one reading.
    for _ in range(_MOST_ROUNDS):
        again = _cleaned(cleaned)
        if again == cleaned:
            break
        cleaned = again
    _check_limits(cleaned)
    return cleaned


def _raw_depth(html: str) -> int:
    """Count levels as written, without tags that others end: for 30,000 the parser needs 3 s."""
    depth = deepest = 0
    for tag in _RAW_TAG.finditer(html):
        if tag[2].lower() not in _ENDED_BY_OTHERS:
            depth = max(0, depth + (-1 if tag[1] else 1))
            deepest = max(deepest, depth)
    return deepest


def _cleaned(html: str) -> str:
    return _with_short_words(_without_lost_pictures(_cleaner().clean(html)))


def _allowed_value(_tag: str, name: str, value: str) -> str | None:
    if name in _MOST_OF:
        return value if re.fullmatch("[0-9]{1,6}", value) and int(value) <= _MOST_OF[name] else None
    pattern = _PATTERN_OF.get(name)
    if pattern is not None:
        return value if pattern.fullmatch(value) else None
    return value[:_LONGEST_TITLE]


@lru_cache(maxsize=1)
def _cleaner() -> "Cleaner":
    import nh3  # noqa: PLC0415 - 2 MB, with the first article

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_TAGS_DROPPED_WITH_TEXT,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed_value,
        url_schemes={"asset", "step", "https", "http", "mailto"},
        url_relative="deny",
        link_rel=None,
        strip_comments=True,
    )


def _without_lost_pictures(html: str) -> str:
    """Put a picture's description where its address was refused."""
    if "<img" not in html:
        return html

    def described(piece: re.Match[str]) -> str:
        attributes = piece["attributes"]
        if piece["tag"] != "img" or ' src="' in attributes:
            return piece[0]
        alt = _ALT.search(attributes)
        return escape(unescape(alt[1]), quote=False) if alt else ""

    return _PIECE.sub(described, html)


def _with_short_words(html: str) -> str:
    """Let words longer than LONGEST_WORD break, also where inline tags divide them."""
    pieces: list[str] = []
    run = 0
    for piece in _PIECE.finditer(html):
        if piece["word"] is None:
            ends_word = piece["space"] is not None or piece["tag"] not in _INLINE
            run = 0 if ends_word else run
            pieces.append(piece[0])
            continue
        word = piece["word"]
        if run + len(word) <= LONGEST_WORD and "&" not in word:
            # Nearly every word, and a long article has tens of thousands of them.
            pieces.append(word)
            run += len(word)
            continue
        for character in _CHARACTER.findall(word):
            if run == LONGEST_WORD:
                pieces.append("\u200b")
                run = 0
            pieces.append(character)
            run += 1
    return "".join(pieces)


def _check_limits(html: str) -> None:
    depth = 0
    counts = Counter[str]()
    tables = _Tables()
    for piece in _PIECE.finditer(html):
        tag = piece["tag"]
        if tag is None:
            continue
        if piece["end"]:
            depth -= 1
            tables.end(tag)
            continue
        tables.begin(tag, piece["attributes"])
        counts.update(("elements", tag))
        depth += tag not in _VOID
        _refuse_above(MOST_DEPTH, depth, "levels")
    _refuse_above(MOST_ELEMENTS, counts["elements"], "elements")
    _refuse_above(MOST_CELLS, counts["td"] + counts["th"], "table cells")
    _refuse_above(MOST_PLACES, tables.places, "places in tables")
    _refuse_above(MOST_PICTURES, counts["img"], "pictures")


class _Tables:
    """Counts the places of every table: its rows times its columns, also those that no cell fills."""

    def __init__(self) -> None:
        self.places = 0
        self._open: list[_Table] = []

    def begin(self, tag: str, attributes: str) -> None:
        """A tag begins."""
        if tag == "table":
            self._open.append(_Table())
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in _CELLS:
            spans = dict(_SPAN.findall(attributes))
            self._open[-1].add_cell(int(spans.get("colspan", 1)), int(spans.get("rowspan", 1)))

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag == "table" and self._open:
            self.places += self._open.pop().places()


class _Table:
    def __init__(self) -> None:
        self._rows = self._last_row = self._columns = self._in_row = 0
        self._from_above = Counter[int]()
        """Columns that cells of earlier rows take, by the last row in which they do."""

    def begin_row(self) -> None:
        self._rows += 1
        self._from_above.pop(self._rows - 1, None)
        self._in_row = sum(self._from_above.values())

    def add_cell(self, columns: int, rows: int) -> None:
        self._in_row += columns
        self._columns = max(self._columns, self._in_row)
        last_row = self._rows + max(1, rows) - 1
        self._last_row = max(self._last_row, last_row)
        if rows > 1:
            self._from_above[last_row] += columns

    def places(self) -> int:
        return max(self._rows, self._last_row) * self._columns


def pictures_of(html: str) -> tuple[AssetId, ...]:
    """Return the assets that sanitised HTML shows, in order."""
    return tuple(AssetId(int(number)) for number in _PICTURE.findall(html))


def _refuse_above(most: int, count: int, what: str) -> None:
    if count > most:
        raise ArticleTooBigError(_TOO_BIG, limit=f"{most:,} {what}")


def plain_text(html: str) -> str:
    """Return the words of an article, one line for each paragraph, heading, list item or table row."""
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._counters: list[int | None] = []
        self._preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CELLS:
            self._lines[-1] += "\t" if self._lines[-1].strip() else ""
        elif tag not in _INLINE and tag != "img":
            self._lines.append("")
        if tag == "pre":
            self._preformatted += 1
        elif tag in {"ul", "ol"}:
            start = dict(attrs).get("start") or "1"
            self._counters.append(int(start) if tag == "ol" and start.isdecimal() else None)
        elif tag == "li":
            self._lines[-1] = self._bullet()

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE and tag not in _CELLS and tag not in _VOID:
            self._lines.append("")
        if tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag in {"ul", "ol"} and self._counters:
            self._counters.pop()

    def handle_data(self, data: str) -> None:
        if self._preformatted:
            first, *others = data.split("\n")
            self._lines[-1] += first
            self._lines.extend(others)
        else:
            words = _SPACES.sub(" ", data)
            self._lines[-1] += words.lstrip(" ") if self._lines[-1].endswith((" ", "\t")) else words

    def text(self) -> str:
        """Return the lines that say something."""
        lines = (line.strip("\n\r\t ").replace("\u200b", "") for line in self._lines)
        return "\n".join(line for line in lines if line)

    def _bullet(self) -> str:
        number = self._counters[-1] if self._counters else None
        if number is None:
            return "• "
        self._counters[-1] = number + 1
        return f"{number}. "
