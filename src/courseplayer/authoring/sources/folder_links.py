"""Looks up the pictures and links of one article in its course folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.folder_files import UnusableReferenceError
from courseplayer.authoring.sources.folder_workshop import Workshop
from courseplayer.course.outline import StepId
from courseplayer.coursefile.article import is_web_address

_STEP_LINK = "step:"


@dataclass(frozen=True, slots=True)
class StepAddresses:
    """Where the steps of the course are, by their key and by their file."""

    by_key: Mapping[str, StepId]
    by_path: Mapping[Path, StepId]


@dataclass(frozen=True, slots=True)
class ArticleReferences:
    """The references of one article; whatever cannot be found is reported and left out."""

    workshop: Workshop
    steps: StepAddresses
    folder: Path
    found: FileFindings

    def picture(self, address: str, line: int | None) -> str | None:
        """See References.picture."""
        asset = self.workshop.picture(unquote(address), self.folder, self.found, line)
        return None if asset is None else f"asset:{asset}"

    def link(self, address: str, line: int | None) -> str | None:
        """See References.link."""
        if is_web_address(address):
            return address
        step = self._step(address)
        if step is None:
            words = (
                f'The link to "{unquote(address)}" leads to nothing in this course; only its words are kept'
            )
            hint = (
                '; a file for learners belongs under "downloads" in the settings.'
                if self._file(address)
                else "."
            )
            self.found.warning(line, words + hint)
            return None
        return _STEP_LINK + step

    def _step(self, address: str) -> StepId | None:
        if address.startswith(_STEP_LINK):
            return self.steps.by_key.get(unquote(address.removeprefix(_STEP_LINK)))
        path = self._file(address)
        return None if path is None else self.steps.by_path.get(path)

    def _file(self, address: str) -> Path | None:
        try:
            return self.workshop.files.find(unquote(urlsplit(address).path), self.folder)
        except (UnusableReferenceError, ValueError):
            return None
