"""A page sorted into the step's own words and the website around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.futurelearn_article import ends_in_abbreviation, looks_like_title
from courseplayer.authoring.sources.futurelearn_noise import (
    Mark,
    Marker,
    could_be_title,
    is_created_by,
    is_footer_noise,
    is_header_noise,
    is_noise_anywhere,
    mark_in,
    step_in,
    week_in,
)
from courseplayer.authoring.sources.futurelearn_paragraphs import Paragraph
from courseplayer.authoring.sources.futurelearn_stamps import stamps_in

_LONGEST_NAME = 160
_ENDS_ALL = (Marker.TASTE, Marker.PREVIEWS)


@dataclass(slots=True)
class Page:
    """One step page: its own paragraphs, and what the website says about it."""

    body: list[Paragraph] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)
    course: str | None = None
    provider: str | None = None
    kind: str | None = None
    week: int | None = None
    step: str | None = None
    has_footer: bool = False
    has_previews: bool = False


def pages_of(paragraphs: Sequence[Paragraph], found: FileFindings) -> tuple[Page, ...]:
    """Sort paragraphs into pages; a stamp below a page's end begins the next page."""
    return tuple(_Sorter(paragraphs, found).pages())


class _Sorter:
    def __init__(self, paragraphs: Sequence[Paragraph], found: FileFindings) -> None:
        self._waiting = list(reversed(paragraphs))
        self._found = found
        self._noise: list[Paragraph] = []

    def pages(self) -> Iterator[Page]:
        while self._waiting:
            page = Page()
            self._read_header(page)
            self._read_body(page)
            self._read_footer(page)
            self._report_noise()
            if page.body or page.after or page.course:
                yield page

    def _read_header(self, page: Page) -> None:
        """Skip the website's lines above the step, and marks that stand there (``This content is …``)."""
        while self._waiting:
            text = self._waiting[-1].text
            mark = mark_in(text)
            week, step = week_in(text), step_in(text)
            if mark is not None:
                self._take_mark(page, mark)
                page.has_footer = False
            elif week is not None or step is not None:
                page.week, page.step = week or page.week, step or page.step
                self._waiting.pop()
            elif is_header_noise(text) and not self._is_title():
                self._drop()
            else:
                return

    def _is_title(self) -> bool:
        """Tell whether ``Discussion`` is the step's title: the step's own words follow at once."""
        if len(self._waiting) < 2 or not could_be_title(self._waiting[-1].text):
            return False
        text = self._waiting[-2].text
        is_website = is_header_noise(text) or mark_in(text) is not None or week_in(text) or step_in(text)
        return not (is_website or looks_like_title(text) or next(stamps_in(text), None))

    def _read_body(self, page: Page) -> None:
        while self._waiting and mark_in(self._waiting[-1].text) is None:
            if is_noise_anywhere(self._waiting[-1].text):
                self._drop()
            else:
                self._report_noise()
                page.body.append(self._waiting.pop())

    def _read_footer(self, page: Page) -> None:
        while self._waiting and not self._begins_page():
            mark = mark_in(self._waiting[-1].text)
            if mark is not None:
                self._take_mark(page, mark)
            elif page.has_previews or is_footer_noise(self._waiting[-1].text):
                self._drop()
            else:
                self._found.warning(
                    self._waiting[-1].line, "These words stand below the end of the page; they were kept."
                )
                page.after.append(self._waiting.pop())

    def _begins_page(self) -> bool:
        """Tell whether a stamp begins the next page; words glued in front of it are cut off first."""
        paragraph = self._waiting[-1]
        first = next((one for one in stamps_in(paragraph.text) if not one.is_like_prose), None)
        if first is not None and not paragraph.text[: first.begin].strip():
            return True
        if first is not None:
            self._waiting[-1:] = [
                paragraph.part(first.begin, len(paragraph.text)),
                paragraph.part(0, first.begin),
            ]
        return False

    def _take_mark(self, page: Page, mark: Mark) -> None:
        self._drop()
        page.has_footer = True
        page.kind = page.kind or (mark.kind if mark.marker in (Marker.SHARE, Marker.COURSE) else None)
        page.course = page.course or mark.course
        page.provider = page.provider or mark.provider
        page.has_previews = page.has_previews or mark.marker in _ENDS_ALL
        if mark.marker is Marker.COURSE:
            self._report_noise()
            if mark.course is None:
                page.course = self._take_name(may_end_in_stop=True) or page.course
            while self._waiting and is_created_by(self._waiting[-1].text):
                self._drop()
            page.provider = (self._take_name() if page.course else None) or page.provider

    def _take_name(self, *, may_end_in_stop: bool = False) -> str | None:
        """Take the next line as a name, if it can be one."""
        if not self._waiting or self._begins_page():
            return None
        text = " ".join(self._waiting[-1].text.split())
        ends_badly = text[-1] in ";," or (
            text[-1] == "." and not (may_end_in_stop or ends_in_abbreviation(text))
        )
        if len(text) > _LONGEST_NAME or ends_badly or mark_in(text) or is_footer_noise(text):
            return None
        self._waiting.pop()
        return text

    def _drop(self) -> None:
        self._noise.append(self._waiting.pop())

    def _report_noise(self) -> None:
        """Report the website's lines that stand together as one problem."""
        if self._noise:
            words = ", ".join(f"“{' '.join(one.text.split())}”" for one in self._noise)
            count = "1 line" if len(self._noise) == 1 else f"{len(self._noise)} lines"
            message = f"{count} of the website around the step left out: {words}."
            self._found.info(self._noise[0].line, message)
            self._noise.clear()
