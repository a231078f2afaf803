"""FutureLearn pages as text, written from a plan."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PlannedCue:
    """What one stamp is to hold; ``variant`` is how the stamp is written."""

    start_s: int
    speaker: str | None
    text: str
    variant: str = "glued"


@dataclass(frozen=True)
class PlannedPage:
    """What a page is to say."""

    title: str
    cues: Sequence[PlannedCue]
    article: Sequence[str] = ()
    course: str | None = None
    provider: str | None = None
    has_noise: bool = False
    has_previews: bool = False


VARIANTS = ("glued", "spaced", "doubled", "two lines", "bare", "hours", "twice")


def stamped(cue: PlannedCue) -> str:
    """Write a cue in its variant."""
    minutes, seconds = divmod(cue.start_s, 60)
    words = f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text
    label = "Skip to " + in_words(minutes, "minute") + " and " + in_words(seconds, "second")
    code = f"{minutes}:{seconds:02}"
    return {
        "glued": f"{label}{words}",
        "spaced": f"{label} {words}",
        "doubled": f"{code}{label} {words}",
        "two lines": f"{code}\n{label}\n{words}",
        "bare": f"{code}\n{words}",
        "hours": f"Skip to {in_words(minutes // 60, 'hour')} {in_words(minutes % 60, 'minute')}"
        f" and {in_words(seconds, 'second')}{words}",
        "twice": f"{label} {words}\n\n{label}",
    }[cue.variant]


def in_words(number: int, unit: str) -> str:
    """Write ``1 minute`` or ``2 minutes``."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def page_text(page: PlannedPage) -> str:
    """Write the whole page."""
    blocks = ["Skip main navigation\nSign in\nRegister", "We use cookies to give you a better experience."]
    blocks = blocks if page.has_noise else []
    blocks += [*map(stamped, page.cues), page.title, *page.article]
    blocks.append("Share this video:")
    if page.course is not None:
        blocks += ["This video is from the free online course:", page.course]
    if page.course is not None and page.provider is not None:
        blocks.append(page.provider)
    if page.has_previews:
        blocks += [
            "Get a taste of this course",
            "Find out what this course is like by previewing some of the course steps before you join:",
            "The first lantern\nvideo\n\nThe second lantern\narticle",
        ]
    return "\n\n".join(blocks) + "\n"
