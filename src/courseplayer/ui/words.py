"""Words that several pages need: errors, kinds of steps, sizes and times, all translatable."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from courseplayer.course.errors import PlainError

if TYPE_CHECKING:
    from courseplayer.course.outline import StepKind, Week

# Without a country Qt names these languages by one ("American English").
_SHORT_NAMES = {"en": "English", "es": "español", "pt": "português"}


def error_words(error: PlainError) -> str:
    """Return the sentence of an error in the learner's language."""
    return QCoreApplication.translate("errors", error.sentence).format(**error.values)


def kind_words(kind: "StepKind") -> str:
    """Return the name of a kind of step."""
    from courseplayer.course.outline import StepKind  # noqa: PLC0415 - not needed for the first paint

    translate = QCoreApplication.translate
    names = {
        StepKind.VIDEO: translate("kinds", "Video"),
        StepKind.AUDIO: translate("kinds", "Audio"),
        StepKind.ARTICLE: translate("kinds", "Article"),
        StepKind.DISCUSSION: translate("kinds", "Discussion"),
        StepKind.QUIZ: translate("kinds", "Practice quiz"),
        StepKind.ASSIGNMENT: translate("kinds", "Assignment"),
        StepKind.REVIEW: translate("kinds", "Review"),
    }
    return names[kind]


def minutes_words(minutes: int) -> str:
    """Return ``5 min`` in the learner's language."""
    # Not counted with %n: lupdate takes no plural from translate().
    return QCoreApplication.translate("times", "{minutes} min").format(minutes=minutes)


def size_words(size_bytes: int) -> str:
    """Return a size such as ``4.2 MB`` in the learner's language, in units of 1000 as on a stick's label."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def language_words(tag: str) -> str:
    """Return a language by its own name (``English``, ``français``), the tag itself when it is unknown."""
    if tag in _SHORT_NAMES:
        return _SHORT_NAMES[tag]
    locale = QLocale(tag)
    if tag == "und" or locale.language() == QLocale.Language.C:
        return tag
    return locale.nativeLanguageName() or tag


def isolated(content: str) -> str:
    """Return words of the course for a place amid words of the window, which may run the other way.

    Without it their full stop, ellipsis or number lands at the wrong end.
    """
    return f"\u2068{content}\u2069"


def left_to_right(sign: str) -> str:
    """Return a number with its sign, kept in that order where the window runs from right to left."""
    return f"\u200e{sign}\u200e"


def runs_right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def week_words(week: "Week") -> str:
    """Return ``Week 6: Patients``, or ``Week 6`` alone where the week has no name of its own."""
    number = QCoreApplication.translate("outline", "Week {number}").format(number=week.number)
    if week.title in ("", number, f"Week {week.number}"):
        return number
    words = QCoreApplication.translate("outline", "{week}: {title}")
    return words.format(week=number, title=week.title)


def escaped(words: str) -> str:
    """Return words as they are written in HTML."""
    # With this module comes a table of all characters that have names there, 0.3 MB.
    from html import escape  # noqa: PLC0415

    return escape(words)
