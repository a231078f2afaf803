"""The sheet of paper that goes along with a kit: one page that says how to start it."""

from collections.abc import Callable, Iterator
from html import escape

from courseplayer.kits.plan import Target
from courseplayer.kits.start_page import StartPage, course_line
from courseplayer.kits.start_words import ENGLISH, LANGUAGES, StartWords

SHEET = "START-HERE.pdf"
PdfWriter = Callable[[str], bytes]
"""Makes a PDF of a page of HTML."""
_MOST_COURSES = 12
_INK = "#2f5d8a"
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
    steps = "".join(f'<p style="margin: 8px 0">{step}</p>' for step in _steps(page, words, file_name))
    kept = "".join(f'<p style="margin: 8px 0">{sentence}</p>' for sentence in page.kept(words))
    courses = "".join(f'<p style="margin: 6px 0">{line}</p>' for line in _courses(page, words))
    made = words.made.format(date=page.made_at.strftime("%Y-%m-%d %H:%M"), version=escape(page.version))
    ink = page.settings.look.accent or _INK
    heading = '<h2 style="margin: 22px 0 6px 0; font-size: 15pt">'
    return (
        f"<html><head><title>{name}</title></head><body>"
        f'<h1 style="margin: 0; font-size: 26pt">{name}</h1>'
        f'<table width="100%" cellspacing="0" cellpadding="2"><tr><td bgcolor="{ink}"></td></tr></table>'
        f"{heading}{words.how}</h2>{steps}{kept}"
        f"{heading}{words.courses}</h2>{courses}"
        f'<p style="margin-top: 22px; font-size: 9pt">{made}</p></body></html>'
    )


def _steps(page: StartPage, words: StartWords, file_name: str) -> Iterator[str]:
    special = {Target.RUN: _RUN, Target.DEB: _DEB}.get(page.target)
    if special is None:
        yield from page.steps(words)
    else:
        yield special[words.language].format(file=escape(file_name))


def _courses(page: StartPage, words: StartWords) -> Iterator[str]:
    for course in page.courses[:_MOST_COURSES]:
        yield course_line(course, words)
    left = len(page.courses) - _MOST_COURSES
    if left > 0:
        yield f"… + {left}"
