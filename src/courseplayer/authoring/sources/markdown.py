"""Turns a trainer's Markdown into article HTML; pictures and links are looked up on the way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from courseplayer.authoring.findings import FileFindings
from courseplayer.coursefile.article import plain_text, sanitise
from courseplayer.coursefile.errors import ArticleTooBigError

_CODE = re.compile(r"(`+[^`]*`+)")
_NAME_WITH_SPACES = re.compile(r"(!?\[[^\[\]]*\])\( *([^()<>\"'\n ]+(?: +[^()<>\"'\n ]+)+) *\)")


@dataclass(frozen=True, slots=True)
class Article:
    """A sanitised article and its words."""

    html: str = ""
    text: str = ""


class References(Protocol):
    """Looks up what an article names; None means: leave it out (it has been reported)."""

    def picture(self, address: str, line: int | None) -> str | None:
        """Return the ``asset:`` address of a picture."""

    def link(self, address: str, line: int | None) -> str | None:
        """Return the address of a link as it may stand in the course."""


def _any_address(url: str) -> bool:  # noqa: ARG001 - markdown-it passes it
    return True


def _allow_spaces_in_names(state: StateCore) -> None:
    """Read ``![Chairs](pictures/two chairs.png)`` as meant; Markdown wants < and > around such a name."""
    for token in state.tokens:
        if token.type == "inline" and "](" in token.content:
            pieces = _CODE.split(token.content)
            pieces[::2] = (_NAME_WITH_SPACES.sub(r"\1(<\2>)", piece) for piece in pieces[::2])
            token.content = "".join(pieces)


def _reference_but_no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Footnotes stay in the text as they are written; Markdown would take them for addresses."""
    is_footnote = state.src.startswith("[^", state.bMarks[start] + state.tShift[start])
    return not is_footnote and reference(state, start, end, silent)


class MarkdownReader:
    """Reads the Markdown of one file; every line number is that of the file."""

    def __init__(self, references: References, findings: FileFindings) -> None:
        self._markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        # References and sanitiser judge every address; refused here it would stay in the text, unreported.
        self._markdown.validateLink = _any_address  # type: ignore[method-assign]
        self._markdown.core.ruler.before("inline", "spaces", _allow_spaces_in_names)
        self._markdown.block.ruler.at("reference", _reference_but_no_footnote)
        self._references = references
        self._findings = findings
        self._raw: list[_RawTag] = []

    def article(self, text: str) -> Article:
        """Turn a whole text into an article."""
        return self.article_of(self.tokens(text))

    def tokens(self, text: str) -> list[Token]:
        """Parse a text, for readers that look for structure in it."""
        return self._markdown.parse(text)

    def article_of(self, tokens: Sequence[Token]) -> Article:
        """Turn parsed Markdown into an article; what the closed list of HTML does not allow is reported."""
        self._raw = []
        line: int | None = None
        for token in tokens:
            line = token.map[0] + 1 if token.map else line
            if token.type == "inline":
                token.children = self._resolved(token.children or [], line)
            elif token.type == "html_block":
                token.content = self._resolved_html(token.content, line)
        try:
            html = sanitise(str(self._markdown.renderer.render(tokens, self._markdown.options, {})))
        except ArticleTooBigError as refusal:
            self._findings.error(None, str(refusal))
            return Article()
        self._report_dropped(html)
        return Article(html.strip(), plain_text(html))

    def _resolved(self, tokens: Sequence[Token], line: int | None) -> list[Token]:
        kept: list[Token] = []
        is_link_dropped = False
        for token in tokens:
            if token.type in {"softbreak", "hardbreak"} and line is not None:
                line += 1
            if token.type == "image":
                kept.append(self._resolved_picture(token, line))
            elif token.type == "link_open":
                address = self._references.link(str(token.attrGet("href") or ""), line)
                is_link_dropped = address is None
                if address is not None:
                    token.attrSet("href", address)
                    kept.append(token)
            elif token.type != "link_close" or not is_link_dropped:
                if token.type == "html_inline":
                    token.content = self._resolved_html(token.content, line)
                kept.append(token)
        return kept

    def _resolved_picture(self, token: Token, line: int | None) -> Token:
        address = self._references.picture(str(token.attrGet("src") or ""), line)
        if address is None:
            return Token("text", "", 0, content=token.content)
        if not token.content.strip():
            self._findings.info(line, "The picture has no description for people who cannot see it.")
        token.attrSet("src", address)
        return token

    def _resolved_html(self, html: str, line: int | None) -> str:
        reader = _RawHtml(self._references, line or 1)
        reader.feed(html)
        reader.close()
        self._raw += reader.tags
        return "".join(reader.pieces)

    def _report_dropped(self, html: str) -> None:
        if not self._raw:
            return
        kept = _RawHtml(None, 1)
        kept.feed(html)
        kept.close()
        kept_tags = {tag.name for tag in kept.tags}
        kept_attributes = {(tag.name, name) for tag in kept.tags for name in tag.attributes}
        for tag in dict.fromkeys(self._raw):
            if tag.name not in kept_tags:
                self._findings.warning(
                    tag.line, f"<{tag.name}> is not allowed in an article and was left out."
                )
                continue
            lost = sorted({name for name in tag.attributes if (tag.name, name) not in kept_attributes})
            if lost and tag.name not in {"img", "a"}:
                message = f"{', '.join(lost)} of <{tag.name}> is not allowed in an article and was left out."
                self._findings.info(tag.line, message)


@dataclass(frozen=True, slots=True)
class _RawTag:
    line: int
    name: str
    attributes: tuple[str, ...]


class _RawHtml(HTMLParser):
    """Copies raw HTML as it is, but looks up its pictures and links, and lists its tags."""

    def __init__(self, references: References | None, first_line: int) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self.tags: list[_RawTag] = []
        self._references = references
        self._first_line = first_line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self._first_line + self.getpos()[0] - 1
        self.tags.append(_RawTag(line, tag, tuple(name for name, _ in attrs)))
        if self._references is None or tag not in {"img", "a"}:
            self.pieces.append(self.get_starttag_text() or "")
            return
        look_up = self._references.picture if tag == "img" else self._references.link
        key = "src" if tag == "img" else "href"
        written = "".join(f' {n}="{escape(v or "")}"' for n, v in attrs if n != key)
        address = next((look_up(value, line) for name, value in attrs if name == key and value), None)
        if address is not None:
            written += f' {key}="{escape(address)}"'
        self.pieces.append(f"<{tag}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")
