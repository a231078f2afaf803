"""All keys of the program, as the shortcuts page lists them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from courseplayer.ui.player.shortcuts import SHORTCUTS
from courseplayer.ui.shortcuts import (
    BACK,
    COMPLETE,
    NEXT_STEP,
    OPEN_FILE,
    OUTLINE,
    PREFERENCES,
    PREVIOUS_STEP,
    SEARCH,
    SEARCH_TRANSCRIPT,
    SHELF,
    SHORTCUT_LIST,
)
from courseplayer.ui.writing.keys import (
    BOLD_KEYS,
    DEEPER_KEYS,
    FOLLOW_KEYS,
    ITALIC_KEYS,
    LESS_DEEP_KEYS,
    LINK_KEYS,
    REDO_KEYS,
    UNDO_KEYS,
)


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """Keys that belong together; each entry is (keys, what they do)."""

    heading: str
    entries: tuple[tuple[str, str], ...]


def all_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Return every key of the program, in the learner's language."""
    return (*window_shortcuts(), *player_shortcuts(), *transcript_shortcuts(), *writing_shortcuts())


def window_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Return the keys that act everywhere, in the learner's language."""
    translate = QCoreApplication.translate
    return (
        ShortcutGroup(
            translate("shortcuts", "Everywhere"),
            (
                (BACK, translate("shortcuts", "Go back")),
                (SHELF, translate("shortcuts", "Show all courses")),
                (SEARCH, translate("shortcuts", "Search the course")),
                (OPEN_FILE, translate("shortcuts", "Open a course file")),
                (PREFERENCES, translate("shortcuts", "Show the preferences")),
                (SHORTCUT_LIST, translate("shortcuts", "Show this page")),
            ),
        ),
        ShortcutGroup(
            translate("shortcuts", "In a course"),
            (
                (NEXT_STEP, translate("shortcuts", "Next step")),
                (PREVIOUS_STEP, translate("shortcuts", "Previous step")),
                (COMPLETE, translate("shortcuts", "Mark the step as complete, or take the mark away")),
                (OUTLINE, translate("shortcuts", "Show or hide the list of steps")),
            ),
        ),
    )


def transcript_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Return the keys of the transcript; but for the first they act while the focus is in it."""
    translate = QCoreApplication.translate
    entries = (
        (SEARCH_TRANSCRIPT, translate("shortcuts", "Search in the transcript")),
        ("Up, Down", translate("shortcuts", "Choose a line")),
        ("Return", translate("shortcuts", "Play from the line")),
        ("Ctrl+C", translate("shortcuts", "Copy the line with its time code")),
    )
    return (ShortcutGroup(translate("shortcuts", "In the transcript"), entries),)


def writing_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Return the keys of the editor; they act while the focus is in a text being written."""
    translate = QCoreApplication.translate
    entries = (
        (BOLD_KEYS, translate("shortcuts", "Bold")),
        (ITALIC_KEYS, translate("shortcuts", "Italic")),
        (UNDO_KEYS, translate("shortcuts", "Undo")),
        (REDO_KEYS, translate("shortcuts", "Redo")),
        (DEEPER_KEYS, translate("shortcuts", "List item deeper")),
        (LESS_DEEP_KEYS, translate("shortcuts", "List item less deep")),
        (LINK_KEYS, translate("shortcuts", "Make a link")),
        (FOLLOW_KEYS, translate("shortcuts", "Follow the link")),
    )
    return (ShortcutGroup(translate("shortcuts", "While writing"), entries),)


def player_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Return the keys of the player; they act while the focus is not in a text being written."""
    heading = QCoreApplication.translate("shortcuts", "In the player")
    entries = tuple((one.keys_words(), one.translated_words()) for one in SHORTCUTS)
    return (ShortcutGroup(heading, entries),)
