"""The sheet of paper that goes along with a kit: one page that says how to start it."""

import re
from collections.abc import Callable, Iterator
from html import escape

from courseplayer.kits.plan import Target
from courseplayer.kits.start_page import StartPage, course_line
from courseplayer.kits.start_words import ENGLISH, LANGUAGES, StartWords

SHEET = "START-HERE.pdf"
PdfWriter = Callable[[str], bytes]
"""Makes a PDF of a page of HTML."""
_MOST_LINES, _LINE_CHARACTERS = 13, 90
"""What is left on the page for courses; the characters of a line with its marks."""
_COMMAND = re.compile(r"<code>((?:sh|sudo) [^<]*)</code>\.?\s*")
_INK = "#2f5d8a"
_STYLE = """
body { color: #1b1b1b; font-size: 12pt }
h1 { font-size: 28pt; margin: 0 }
h2 { font-size: 17pt; margin: 20px 0 6px 0 }
p { margin: 8px 0; line-height: 130% }
p.small { font-size: 10pt; margin-top: 28px }
p.gap { font-size: 4pt; margin: 0 }
"""
# What the start page never says: it lies in a folder, and these kits are one file.
_RUN = {
    "en": "<b>Linux (64-bit PC):</b> copy <code>{file}</code> to the computer, open a terminal in that "
    "folder and type <code>sh {file}</code>.",
    "fr": "<b>Linux (PC 64 bits) :</b> copiez <code>{file}</code> sur l’ordinateur, ouvrez un terminal dans "
    "ce dossier et tapez <code>sh {file}</code>.",
}
_DEB = {
    "en": "<b>Debian or Ubuntu, with Course Player:</b> open a terminal in the folder of the file and type "
    "<code>sudo apt-get install ./{file}</code>. Then start Course Player: it shows the courses.",
    "fr": "<b>Debian ou Ubuntu, avec Course Player :</b> ouvrez un terminal dans le dossier du fichier "
    "et tapez <code>sudo apt-get install ./{file}</code>. Puis démarrez Course Player : il montre les cours.",
}


def sheet_html(page: StartPage, file_name: str = "") -> str:
    """Return the sheet in the kit's language; ``file_name`` is that of a kit of one file."""
    words = next((one for one in LANGUAGES if one.language == (page.settings.language or "en")[:2]), ENGLISH)
    name = escape(page.settings.look.name or "Course Player")
    lines = "".join(_paragraph(line) for line in (*_steps(page, words, file_name), *page.kept(words)))
    courses = "".join(_paragraph(line) for line in _courses(page, words))
    made = words.made.format(date=page.made_at.strftime("%Y-%m-%d %H:%M"), version=escape(page.version))
    return (
        f"<html><head><title>{name}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{name}</h1>{_rule(page.settings.look.accent or _INK)}"
        f"<h2>{words.how}</h2>{lines}<h2>{words.courses}</h2>{courses}"
        f'<p class="small">{made}</p></body></html>'
    )


def _paragraph(line: str) -> str:
    # A command that is copied by hand from paper stands on a line of its own: it must not be broken.
    apart = _COMMAND.sub(r"<br><code>&nbsp; &nbsp;\1</code><br>", line)
    return f"<p>{apart}</p>"


def _rule(ink: str) -> str:
    # Qt's text knows no borders of paragraphs; a cell is as high as its letters, were they only spaces.
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr><td bgcolor="{ink}">'
        '<span style="font-size: 3pt">&nbsp;</span></td></tr></table><p class="gap">&nbsp;</p>'
    )


def _steps(page: StartPage, words: StartWords, file_name: str) -> Iterator[str]:
    special = {Target.RUN: _RUN, Target.DEB: _DEB}.get(page.target)
    if special is None:
        yield from page.steps(words)
    else:
        yield special[words.language].format(file=escape(file_name))


def _courses(page: StartPage, words: StartWords) -> Iterator[str]:
    lines = shown = 0
    for course in page.courses:
        line = course_line(course, words)
        lines += 1 + len(line) // _LINE_CHARACTERS
        if lines > _MOST_LINES:
            break
        shown += 1
        yield line
    if shown < len(page.courses):
        yield f"… + {len(page.courses) - shown}"
