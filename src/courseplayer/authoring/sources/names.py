"""What the names of files and folders say: numbers, titles, stable keys and their order."""

import hashlib
import re
import unicodedata

from courseplayer.course.outline import CourseId, StepId

_NUMBER = re.compile(r"(\d{1,6}(?:[.]\d{1,6})*)(?:[-_. ]+(.*))?", re.DOTALL)
_WEEK = re.compile(r"(?:week|w)[-_ ]*(\d{1,4})(?:[-_. ]+(.*))?", re.IGNORECASE | re.DOTALL)
_DIGITS = re.compile(r"(\d+)")
_HALVES = re.compile("[\ud800-\udfff]")
_NOT_WORD = re.compile(r"[\W_]+")
_STEP_ID_DIGITS = 16
_LONGEST_COURSE_ID = 100


def composed(name: str) -> str:
    """Write accents as macOS does not: the same name is the same text on every system.

    Bytes of an old encoding, which Python keeps as halves of characters, become U+FFFD.
    """
    return _HALVES.sub("\ufffd", unicodedata.normalize("NFC", name))


def natural_order(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Sort key that puts ``2-x`` before ``10-y`` and does not depend on the system or its language."""
    parts = _DIGITS.split(composed(name).casefold())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p), composed(name)


def week_of(name: str) -> tuple[int, str] | None:
    """Return the number and the other words of a week folder's name; None for any other name."""
    match = _WEEK.fullmatch(composed(name))
    return None if match is None else (int(match[1]), match[2] or "")


def without_number(stem: str) -> str:
    """Return a step file's name without its leading number; a name that is only a number stays."""
    match = _NUMBER.fullmatch(composed(stem))
    return (match[2] if match else None) or composed(stem)


def slug(text: str) -> str:
    """Write words in small letters with single hyphens: ``Why listen?`` becomes ``why-listen``."""
    return _NOT_WORD.sub("-", composed(text).casefold()).strip("-")


def course_id_from(*names: str) -> CourseId:
    """Make a course id from the first of these names that has a word in it."""
    slugs = (slug(name)[:_LONGEST_COURSE_ID].strip("-") for name in names)
    return CourseId(next((text for text in slugs if text), "course"))


def title_from(name: str) -> str:
    """Write a file's name as a title: ``why-listen`` becomes ``Why listen``."""
    words = re.sub(r"[-_ ]+", " ", composed(name)).strip()
    return words[:1].upper() + words[1:]


def stable_step_id(course_id: CourseId, key: str) -> StepId:
    """Return the step's id, which depends on the course and the step's key and on nothing else."""
    return StepId(hashlib.sha256(f"{course_id}/{key}".encode()).hexdigest()[:_STEP_ID_DIGITS])
