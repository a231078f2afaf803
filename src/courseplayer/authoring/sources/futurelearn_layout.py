"""Where the transcript of a FutureLearn page ends, and what its title and article are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.futurelearn_article import begins_like_ehealth, looks_like_title
from courseplayer.authoring.sources.futurelearn_stamps import Part

_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*\s*\Z")
_LOOK_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page's own text; ``spoken`` is empty or begins with a stamp."""

    title: Part | None
    spoken: tuple[Part, ...]
    article: tuple[Part, ...]


def layout_of(parts: Sequence[Part], has_footer: bool, found: FileFindings) -> Layout:
    """Tell title, transcript and article apart.

    Older pages: transcript, title, article. The transcript ends with the last stamped paragraph and what
    goes on with its sentence; the title is the next line that looks like one, among the next three.
    Without one, a page that has its footer goes on with the article, a file that was cut off with the
    transcript. Newer pages: title first, and often no stamps at all.
    """
    stamped = [index for index, part in enumerate(parts) if part.start_ms is not None]
    if not stamped:
        has_title = bool(parts) and looks_like_title(parts[0].text)
        return Layout(parts[0] if has_title else None, (), tuple(parts[has_title:]))
    lead, spoken, tail = parts[: stamped[0]], parts[stamped[0] : stamped[-1] + 1], parts[stamped[-1] + 1 :]
    has_lead_title = bool(lead) and looks_like_title(lead[0].text)
    below = _below(tail, spoken[-1].text, has_footer, has_lead_title, found)
    below = replace(below, spoken=(*spoken, *below.spoken))
    return _with_lead(lead, has_lead_title, below, found) if lead else below


def _below(
    tail: Sequence[Part], last_words: str, has_footer: bool, has_lead_title: bool, found: FileFindings
) -> Layout:
    begin = 0
    # Below a time code on a line of its own stand its words, even where they look like a title.
    if (
        tail
        and not last_words.strip()
        and (has_lead_title or any(looks_like_title(p.text) for p in tail[1:2]))
    ):
        last_words = tail[0].text
        begin = 1
    while begin < len(tail) and _goes_on(last_words, tail[begin].text):
        last_words = tail[begin].text
        begin += 1
    titles = [
        index
        for index in range(begin, min(begin + _LOOK_AHEAD, len(tail)))
        if looks_like_title(tail[index].text)
    ]
    if has_lead_title and titles[:1] != [begin]:
        return Layout(None, tuple(tail[:begin]), tuple(tail[begin:]))
    if titles:
        if titles[0] > begin:
            found.info(tail[begin].line, "These words without a stamp were kept with the transcript.")
        return Layout(tail[titles[0]], tuple(tail[: titles[0]]), tuple(tail[titles[0] + 1 :]))
    if has_footer or begin == len(tail):
        return Layout(None, tuple(tail[:begin]), tuple(tail[begin:]))
    found.info(tail[begin].line, "No title follows the transcript; the words from here on were kept with it.")
    return Layout(None, tuple(tail), ())


def _goes_on(before: str, text: str) -> bool:
    """The text goes on with a sentence that the paragraph before has not ended."""
    if text.lstrip()[:1].islower() and not begins_like_ehealth(text):
        return True
    return bool(before.strip()) and not _ENDS_SENTENCE.search(before) and not looks_like_title(text)


def _with_lead(lead: Sequence[Part], has_title: bool, below: Layout, found: FileFindings) -> Layout:
    """Find a place for the words above the first stamp."""
    if not has_title:
        found.info(lead[0].line, "These words stand before the first stamp; they begin at 0:00.")
        first = replace(lead[0], start_ms=0)
        return replace(below, spoken=(first, *lead[1:], *below.spoken))
    if below.title is None:
        return replace(below, title=lead[0], article=(*lead[1:], *below.article))
    found.warning(lead[0].line, "These words above the transcript were kept as the beginning of the article.")
    return replace(below, article=(*lead, *below.article))
