"""The page that a person opens first: what is on the stick and how to start it; one file, no scripts."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from courseplayer.kits.course_check import KitCourse
from courseplayer.kits.plan import BuildKind, PlayerBuild, PlayerSystem, Target
from courseplayer.kits.start_words import LANGUAGES, StartWords
from courseplayer.system.kit import KitSettings

_ACCENT = "#2f5d8a"
_MINUTES_PER_HOUR = 60
_MB = 1_000_000
_STYLE = """
body { font: 1.1em/1.5 sans-serif; max-width: 44em; margin: 1.5em auto; padding: 0 1em; color: #1b1b1b;
  background: #fff }
header { border-bottom: .4em solid ACCENT; padding-bottom: .6em }
header img { max-height: 5em; max-width: 100% }
section { margin-top: 2em } h2 { margin: 0 0 .3em } li { margin: .4em 0 }
code { background: #eee; padding: .1em .3em } .small { color: #444; font-size: .85em }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1b } code { background: #333 }
  .small { color: #bbb } a { color: #9cf } }
"""


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the page tells of."""

    target: Target
    players: tuple[PlayerBuild, ...]
    courses: Sequence[KitCourse]
    settings: KitSettings
    logo: bytes | None
    made_at: datetime
    version: str

    def html(self) -> str:
        """Return the page; nothing in it is loaded from anywhere, and nothing a course says is code."""
        name = escape(self.settings.look.name or "Course Player")
        words = sorted(LANGUAGES, key=lambda one: one.language != (self.settings.language or "en")[:2])
        links = " · ".join(f'<a href="#{one.language}" lang="{one.language}">{one.name}</a>' for one in words)
        sections = "".join(self._section(one) for one in words)
        style = _STYLE.replace("ACCENT", self.settings.look.accent or _ACCENT)
        return (
            f'<!DOCTYPE html>\n<html lang="{words[0].language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width">\n'
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
            f"<title>{name}</title>\n<style>{style}</style>\n</head>\n<body>\n"
            f'<header>{self._picture()}<h1 dir="auto">{name}</h1>\n<p>{links}</p></header>\n'
            f"{sections}</body>\n</html>\n"
        )

    def _section(self, words: StartWords) -> str:
        steps = "".join(f"<li>{step}</li>\n" for step in self.steps(words))
        courses = "".join(f"<li>{course_line(course, words)}</li>\n" for course in self.courses)
        kept = "".join(f"<p>{sentence}</p>\n" for sentence in self.kept(words))
        made = words.made.format(
            date=self.made_at.strftime("%Y-%m-%d %H:%M:%S"), version=escape(self.version)
        )
        return (
            f'<section id="{words.language}" lang="{words.language}">\n<h2>{words.title}</h2>\n'
            f"<h3>{words.how}</h3>\n<ul>\n{steps}</ul>\n{kept}"
            f"<h3>{words.courses}</h3>\n<ul>\n{courses}</ul>\n"
            f'<p class="small">{words.check}<br>{made}</p>\n</section>\n'
        )

    def steps(self, words: StartWords) -> Iterator[str]:
        """Yield how to start on each system, as HTML."""
        for player in self.players:
            file = escape(player.path.name)
            if player.kind is BuildKind.SETUP:
                yield f"{words.windows_setup.format(file=file)} {words.windows_warning}"
            elif player.system is PlayerSystem.WINDOWS:
                yield f"{words.windows_folder} {words.windows_warning}"
            elif player.system is PlayerSystem.LINUX:
                yield f"{words.linux} {words.linux_more}"
            else:
                yield words.macos.format(file=file)
        if self.target is Target.COURSES:
            yield words.install_first
            yield words.installed_here

    def kept(self, words: StartWords) -> Iterator[str]:
        """Yield where is kept what learners do."""
        if self.settings.portable:
            yield f"{words.kept_in_kit} {words.kept_read_only}"
        elif self.target in {Target.FOLDER, Target.COURSES}:
            yield words.kept_on_computer

    def _picture(self) -> str:
        if self.logo is None:
            return ""
        kind = "png" if self.logo.startswith(b"\x89") else "jpeg"
        data = base64.b64encode(self.logo).decode("ascii")
        return f'<img alt="" src="data:image/{kind};base64,{data}">'


def course_line(course: KitCourse, words: StartWords) -> str:
    """Return what a course is, in one line of HTML."""
    told = [f'<b dir="auto">{escape(course.title)}</b>']
    if course.provider:
        told.append(f'<span dir="auto">{escape(course.provider)}</span>')
    if course.language:
        told.append(escape(course.language))
    if course.minutes:
        hours, minutes = divmod(course.minutes, _MINUTES_PER_HOUR)
        told.append(words.minutes.format(hours=hours, minutes=minutes))
    told.append(f"{max(1, round(course.size_bytes / _MB))} MB")
    return " – ".join(told)
