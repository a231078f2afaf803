"""The website around a FutureLearn step: menus, cookie banners, sharing, other courses.

The lines were collected from step pages of 2015 to 2024, saved as text.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_KINDS = r"(?P<kind>video|article|audio|discussion|quiz|exercise|post|page|step|content|course)"
_ANYWHERE = re.compile(
    r"skip (?:main )?navigation|skip to (?:main |the )?(?:content|navigation|support)"
    r"|(?:we|this (?:web)?site) uses? cookies\b.*",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(
    r"sign in|log in|sign up|register(?: (?:now|for free))?|search(?: term| courses)?|(?:main )?menu"
    r"|close(?: menu)?|home|futurelearn(?: logo| home)?|.{1,40} logo|courses|online courses?"
    r"|short courses|subjects|categories|experttracks?|microcredentials|(?:online )?degrees|programs"
    r"|programmes|using futurelearn|for business|explore(?: courses| our courses)?|upgrade|unlimited"
    r"|join (?:today|now|course|this course|the course|for free)"
    r"|(?:accept|reject|allow)(?: all)?(?: cookies)?|cookie (?:policy|settings|preferences|notice)"
    r"|manage cookies|got it|ok|dismiss|back(?: to (?:course|top|the course))?|more courses|about|help"
    r"|support|view transcript|download (?:transcript|video)[:.]?|transcript|video|article|audio"
    r"|discussion|want to keep learning\?",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"facebook|twitter|x|linkedin|whatsapp|e-?mail|pinterest|reddit|google\+|tweet|share|copy link"
    r"|link copied|share (?:on|via|by) \w+",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"share this(?: {_KINDS})?:?", re.IGNORECASE)
_COURSE = re.compile(
    rf"this {_KINDS} is (?:taken )?from the (?:free )?online (?:course|program(?:me)?)"
    r"(?::\s*(?P<course>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_TAKEN = re.compile(
    r"this content is taken from (?:(?-i:the) )?(?P<provider>.{1,160}?)(?:['’\ufffd]s?)? online course,?"
    r"\s+(?P<course>.{1,200}?)\.?\s+join the course to learn more\.?",
    re.IGNORECASE | re.DOTALL,
)
_TASTE = re.compile(r"get a taste of this course[:.]?", re.IGNORECASE)
_PREVIEWS = re.compile(r"find out what this course is like by previewing\b.*", re.IGNORECASE | re.DOTALL)
_CLOSING = re.compile(
    r"want to keep learning\?|our purpose is to transform access to education\b.*", re.IGNORECASE | re.DOTALL
)
_WEEK = re.compile(r"week (\d{1,2})", re.IGNORECASE)
_STEP = re.compile(r"(?:step )?(\d{1,2}\.\d{1,2})", re.IGNORECASE)


class Marker(Enum):
    """A line that ends a step's own text."""

    SHARE = auto()
    COURSE = auto()
    TAKEN_FROM = auto()
    TASTE = auto()
    PREVIEWS = auto()
    CLOSING = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker and what stands inside it; ``kind`` is what the page calls itself (``video``)."""

    marker: Marker
    kind: str | None = None
    course: str | None = None
    provider: str | None = None


_MARKERS = (
    (Marker.SHARE, _SHARE),
    (Marker.COURSE, _COURSE),
    (Marker.TAKEN_FROM, _TAKEN),
    (Marker.TASTE, _TASTE),
    (Marker.PREVIEWS, _PREVIEWS),
    (Marker.CLOSING, _CLOSING),
)


def mark_in(text: str) -> Mark | None:
    """Recognise a line that ends the step's own text; None for any other."""
    for marker, pattern in _MARKERS:
        match = pattern.fullmatch(text.strip())
        if match is not None:
            found = match.groupdict()
            kind = found.get("kind")
            return Mark(marker, kind and kind.lower(), found.get("course") or None, found.get("provider"))
    return None


def is_noise_anywhere(text: str) -> bool:
    """The line belongs to the website wherever it stands."""
    return _ANYWHERE.fullmatch(text.strip()) is not None


def is_header_noise(text: str) -> bool:
    """Above the step's own words the line belongs to the website's menus and banners."""
    return is_noise_anywhere(text) or _HEADER.fullmatch(text.strip()) is not None


def is_footer_noise(text: str) -> bool:
    """Below the step's own words the line belongs to the website's buttons and menus."""
    return is_header_noise(text) or _SOCIAL.fullmatch(text.strip()) is not None


def week_in(text: str) -> int | None:
    """Read a line that is nothing but ``Week 6``."""
    match = _WEEK.fullmatch(text.strip())
    return int(match[1]) if match else None


def step_in(text: str) -> str | None:
    """Read a line that is nothing but ``6.1`` or ``Step 6.1``."""
    match = _STEP.fullmatch(text.strip())
    return match[1] if match else None
