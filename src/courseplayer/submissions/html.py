"""The text as one HTML file that needs nothing else, for the screen, for printing and for PDF."""

from collections.abc import Iterable
from html import escape

from courseplayer import __version__
from courseplayer.course.writing import Block, BlockKind, Span
from courseplayer.submissions.cleaning import Direction, direction_of
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.page import Fact, ItemList, ListItem, Page, lay_out

# The title is the only <h1>; the learner's headings follow one level below.
_TITLE_LEVEL = 1
_STYLE = """
body { font-family: "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; line-height: 1.35;
  max-width: 42em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #ffffff; }
h1, h2, h3, h4 { line-height: 1.25; margin: 18px 0 6px 0; page-break-after: avoid; }
h1 { font-size: 20pt; margin-top: 0; }
h2 { font-size: 16pt; }
h3 { font-size: 14pt; }
h4 { font-size: 12pt; }
p { margin: 0 0 10px 0; overflow-wrap: break-word; }
table { margin: 0 0 16px 0; }
th { text-align: left; font-weight: normal; color: #595959; padding-right: 12px; vertical-align: top; }
td { text-align: left; }
td[dir="rtl"] { text-align: right; }
blockquote { margin: 10px 32px; color: #333333; }
a { color: #0b57a4; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
"""


def html_text(content: SubmissionContent) -> str:
    """Return the whole document as HTML with its style inside and without any outer resource."""
    page = lay_out(content)
    body = [
        _tagged("h1", escape(page.title), page.title),
        '<table class="facts">',
        *map(_fact, page.facts),
        "</table>",
        *map(_part, page.parts),
        *_attachments(page),
    ]
    return "\n".join([*_head(page), "<body>", *body, "</body>", "</html>", ""])


def _head(page: Page) -> list[str]:
    language = f' lang="{escape(page.language)}"' if page.language else ""
    author = [f'<meta name="author" content="{escape(page.author)}">'] if page.author else []
    return [
        "<!DOCTYPE html>",
        f'<html{language} dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        # A second lock: nothing in here asks for anything from outside.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width">',
        f'<meta name="generator" content="Course Player {__version__}">',
        *author,
        f"<title>{escape(page.title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
    ]


def _fact(fact: Fact) -> str:
    return (
        f'<tr><th scope="row">{escape(fact.label)}</th>{_tagged("td", escape(fact.value), fact.value)}</tr>'
    )


def _part(part: Block | ItemList) -> str:
    if isinstance(part, ItemList):
        return _list(part)
    words = "".join(span.text for span in part.spans)
    if part.kind is BlockKind.HEADING:
        return _tagged(f"h{part.level + _TITLE_LEVEL}", _inline(part.spans), words)
    paragraph = _tagged("p", _inline(part.spans), words)
    return f"<blockquote>{paragraph}</blockquote>" if part.kind is BlockKind.QUOTE else paragraph


def _list(items: ItemList) -> str:
    tag = "ol" if items.is_numbered else "ul"
    first = "".join(span.text for span in items.items[0].spans)
    return _tagged(tag, "\n" + "\n".join(map(_item, items.items)) + "\n", first)


def _item(item: ListItem) -> str:
    inside = _inline(item.spans) + "".join("\n" + _list(below) for below in item.below)
    return _tagged("li", inside, "".join(span.text for span in item.spans))


def _attachments(page: Page) -> list[str]:
    if not page.attachments:
        return []
    names = [_tagged("li", escape(name), name) for name in page.attachments]
    heading = _tagged("h2", escape(page.attachments_heading), page.attachments_heading)
    return [heading, "<ul>", *names, "</ul>"]


def _tagged(tag: str, inside: str, words: str) -> str:
    direction = ' dir="rtl"' if direction_of(words) is Direction.RIGHT_TO_LEFT else ""
    return f"<{tag}{direction}>{inside}</{tag}>"


def _inline(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    words = escape(span.text).replace("\n", "<br>")
    if span.is_italic:
        words = f"<em>{words}</em>"
    if span.is_bold:
        words = f"<strong>{words}</strong>"
    return f'<a href="{escape(span.link)}">{words}</a>' if span.link else words
