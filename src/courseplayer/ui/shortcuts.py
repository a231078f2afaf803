"""The keys of the program, as the shortcuts page lists them and the window obeys them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from courseplayer.ui.player.shortcuts import SHORTCUTS


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """Keys that belong together; each entry is (keys, what they do)."""

    heading: str
    entries: tuple[tuple[str, str], ...]


BACK = "Alt+Left"
SEARCH = "Ctrl+K"
OPEN_FILE = "Ctrl+O"
SHELF = "Alt+Home"
PREFERENCES = "Ctrl+,"
SHORTCUT_LIST = "F1"
NEXT_STEP = "Ctrl+PgDown"
PREVIOUS_STEP = "Ctrl+PgUp"
OUTLINE = "Ctrl+B"
COMPLETE = "Ctrl+Return"


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


def player_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Return the keys of the player; they act while the focus is not in a text being written."""
    heading = QCoreApplication.translate("shortcuts", "In the player")
    entries = tuple((one.keys_words(), one.translated_words()) for one in SHORTCUTS)
    return (ShortcutGroup(heading, entries),)
