"""The website around a FutureLearn step: menus, cookie banners, sharing, other courses.

The lines were collected from step pages of 2015 to 2024, saved as text.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_KINDS = r"(?P<kind>video|article|audio|discussion|quiz|exercise|post|page|step|content|course)"
_ANYWHERE = re.compile(
    r"skip (?:main )?navigation|skip to (?:main |the )?(?:content|navigation|support)"
    r"|download video: (?:standard|hd)(?: or (?:standard|hd))?",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"(?:we|futurelearn|(?:this|our) (?:web)?site)(?: and our partners)? uses? (?:[\w-]+ ){0,3}cookies?\b"
    r"|by (?:using|continuing|browsing|clicking)\b.{0,200}\bcookies?\b",
    re.IGNORECASE | re.DOTALL,
)
# An article may speak of cookies too; a banner in the midst of it speaks of the website as well.
_WEBSITE = re.compile(
    r"site\b|futurelearn|browsing|your experience|privacy|consent|(?:our|cookies?) policy", re.IGNORECASE
)
_LONGEST_BANNER = 800
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
_TITLES = re.compile(r"about|categories|courses|discussion|help|online degrees|search|support", re.IGNORECASE)
_NETWORKS = r"facebook|twitter|x|linkedin|whatsapp|e-?mail|pinterest|reddit"
_SOCIAL = re.compile(
    rf"{_NETWORKS}|google\+|tweet|share|copy link|link copied|share (?:on|via|by) \w+|created by:?"
    r"|view course"
    r"|see other articles from this course|start learning(?: now| today)?|contact futurelearn for support"
    r"|reach your personal and professional goals|futurelearn [-–—] learning for life"
    r"|unlock access to hundreds of expert online courses\b.*|join over [\d,.]+ million\b.*"
    r"|(?:©|\(c\)) ?(?:\d{4} )?futurelearn\b.*|terms (?:and|&) conditions|privacy policy"
    r"|sitemap|accessibility policy",
    re.IGNORECASE | re.DOTALL,
)
_SHARE = re.compile(rf"share this(?: {_KINDS})?:?(?:[\s|,·•]+(?:{_NETWORKS}))*", re.IGNORECASE)
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
    return _ANYWHERE.fullmatch(text.strip()) is not None or (
        _is_banner(text) and _WEBSITE.search(text) is not None
    )


def is_header_noise(text: str) -> bool:
    """Above the step's own words the line belongs to the website's menus and banners."""
    return is_noise_anywhere(text) or _is_banner(text) or _HEADER.fullmatch(text.strip()) is not None


def is_footer_noise(text: str) -> bool:
    """Below the step's own words the line belongs to the website's buttons and menus."""
    return is_header_noise(text) or _SOCIAL.fullmatch(text.strip()) is not None


def is_created_by(text: str) -> bool:
    """The line above the provider's name on newer pages."""
    return text.strip().lower().rstrip(":") == "created by"


def could_be_title(text: str) -> bool:
    """A word of the website's menus that may be a step's title as well."""
    return _TITLES.fullmatch(text.strip()) is not None


def _is_banner(text: str) -> bool:
    return len(text) <= _LONGEST_BANNER and _BANNER.match(text.strip()) is not None


def week_in(text: str) -> int | None:
    """Read a line that is nothing but ``Week 6``."""
    match = _WEEK.fullmatch(text.strip())
    return int(match[1]) if match else None


def step_in(text: str) -> str | None:
    """Read a line that is nothing but ``6.1`` or ``Step 6.1``."""
    match = _STEP.fullmatch(text.strip())
    return match[1] if match else None
