"""The name of a kit as Debian's packages and folders can carry it: after its courses where none was given."""

import hashlib
import re

from courseplayer.kits.plan import KitPlan

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
_OTHER = re.compile(r"[^a-z0-9]+", re.ASCII)
_MOST_LETTERS = 30
_MARK_DIGITS = 8


def kit_name(plan: KitPlan) -> str:
    """Return the name that the trainer gave, else one that only a kit with files of the same names has."""
    if plan.name is not None:
        return plan.name
    return word_of("-".join(sorted(course.stem for course in plan.courses)))


def word_of(text: str) -> str:
    """Return a text as a part of a name: itself where it can be, else like it, with a mark of its own."""
    if NAME.fullmatch(text):
        return text
    like = _OTHER.sub("-", text.lower())[:_MOST_LETTERS].strip("-")
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_DIGITS]
    return f"{like}-{mark}".lstrip("-")
