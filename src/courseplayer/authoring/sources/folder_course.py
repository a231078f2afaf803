"""Reads course.toml: who made the course, in which language, under which licence, and its glossary."""

import re
from pathlib import Path

from courseplayer.authoring.sources.fields import Fields
from courseplayer.authoring.sources.folder_links import ArticleReferences
from courseplayer.authoring.sources.folder_workshop import Workshop, read_address, read_licence
from courseplayer.authoring.sources.languages import language_tag
from courseplayer.authoring.sources.markdown import MarkdownReader
from courseplayer.authoring.sources.names import course_id_from, title_from
from courseplayer.authoring.sources.toml_file import read_toml
from courseplayer.course.content import GlossaryEntry
from courseplayer.course.outline import AssetId, CourseId, CourseInfo, Person

COURSE_FILE = "course.toml"
_KEYS = (
    "id", "title", "provider", "language", "summary", "source_url", "cover", "licence", "people", "glossary",
)  # fmt: skip
_PERSON_KEYS = ("name", "role", "about", "picture")
_GLOSSARY_KEYS = ("term", "meaning")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class UnreadableSettingsError(Exception):
    """The course.toml is not TOML; its line has been reported."""


class CourseSettings:
    """The course.toml of one folder; raises UnreadableSettingsError, and PlainError for the disk."""

    def __init__(self, workshop: Workshop, path: Path) -> None:
        self._workshop = workshop
        self._folder = path.parent
        self._found = workshop.about(path)
        fields = read_toml(workshop.files.text(path), self._found)
        if fields is None:
            raise UnreadableSettingsError
        self._fields = fields
        fields.report_unknown(_KEYS)
        self.course_id = self._course_id()
        self.language = self._language()

    def info(self, references: ArticleReferences) -> CourseInfo:
        """Return what the front page says; links in its text may lead to steps."""
        fields, found = self._fields, self._found
        title = fields.text("title")
        if title is None:
            title = title_from(self._folder.resolve().name) or self.course_id
            found.warning(None, f'The course has no title; "{title}" is taken from the folder.')
        summary = MarkdownReader(references, found).article(fields.text("summary") or "")
        return CourseInfo(
            id=self.course_id,
            title=title,
            provider=fields.text("provider"),
            language=self.language,
            summary_html=summary.html,
            licence=read_licence(fields, found),
            people=tuple(p for group in fields.sections("people") if (p := self._person(group))),
            cover=self._picture(fields, "cover"),
            source_url=read_address(fields, "source_url", found),
        )

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """Return the terms in the order of the file."""
        entries: list[GlossaryEntry] = []
        for group in self._fields.sections("glossary"):
            group.report_unknown(_GLOSSARY_KEYS)
            term, meaning = group.text("term"), group.text("meaning")
            if term is None or meaning is None:
                self._found.warning(
                    group.line, "A glossary entry needs a term and a meaning; it is left out."
                )
            elif any(entry.term == term for entry in entries):
                self._found.warning(group.line, f'"{term}" is in the glossary twice; the first is used.')
            else:
                entries.append(GlossaryEntry(term, meaning))
        return tuple(entries)

    def _course_id(self) -> CourseId:
        given = self._fields.text("id")
        if given is not None and _ID.fullmatch(given):
            return CourseId(given)
        course_id = course_id_from(given or "", self._folder.resolve().name)
        if given is None:
            message = f'The course has no id; "{course_id}" is taken from the folder. Give it one to keep it.'
            self._found.info(None, message)
        else:
            message = f'The id "{given}" should be small letters, digits and hyphens; "{course_id}" is used.'
            self._found.warning(self._fields.line_of("id"), message)
        return course_id

    def _language(self) -> str | None:
        text = self._fields.text("language")
        if text is None:
            self._found.info(None, 'The course has no language; add a line such as language = "en".')
            return None
        if language_tag(text) is None and not _LANGUAGE.fullmatch(text):
            message = f'"{text}" is not a language tag such as en or pt-BR and is left out.'
            self._found.warning(self._fields.line_of("language"), message)
            return None
        return language_tag(text) or text

    def _person(self, group: Fields) -> Person | None:
        group.report_unknown(_PERSON_KEYS)
        name = group.text("name")
        if name is None:
            self._found.warning(group.line, "A person without a name is left out.")
            return None
        return Person(name, group.text("role"), group.text("about"), self._picture(group, "picture"))

    def _picture(self, fields: Fields, key: str) -> AssetId | None:
        reference = fields.text(key)
        if reference is None:
            return None
        return self._workshop.picture(reference, self._folder, self._found, fields.line_of(key))
