"""What can be done with the player, and the keys for it; they work when no text field has the focus."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from courseplayer.course.errors import QT_TRANSLATE_NOOP

_Key = Qt.Key


class MediaAction(StrEnum):
    """Everything that a button or a key does to the player."""

    PLAY_PAUSE = "play_pause"
    BACK = "back"
    FORWARD = "forward"
    STEP_BACK = "step_back"
    STEP_FORWARD = "step_forward"
    PREVIOUS_CUE = "previous_cue"
    NEXT_CUE = "next_cue"
    BEGINNING = "beginning"
    END = "end"
    LOUDER = "louder"
    QUIETER = "quieter"
    MUTE = "mute"
    FASTER = "faster"
    SLOWER = "slower"
    CAPTIONS = "captions"
    FULL_SCREEN = "full_screen"
    LEAVE_FULL_SCREEN = "leave_full_screen"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys that do the same; ``words`` are untranslated."""

    action: MediaAction
    keys: tuple[Qt.Key, ...]
    words: str

    def keys_words(self) -> str:
        """Return the keys as they are written on this system's keyboards: ``Space, K``."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(key).toString(native) for key in self.keys)

    def translated_words(self) -> str:
        """Return what the keys do, in the learner's language."""
        return QCoreApplication.translate("shortcuts", self.words)


SHORTCUTS = (
    Shortcut(
        MediaAction.PLAY_PAUSE, (_Key.Key_Space, _Key.Key_K), QT_TRANSLATE_NOOP("shortcuts", "Play or pause")
    ),
    Shortcut(MediaAction.BACK, (_Key.Key_J,), QT_TRANSLATE_NOOP("shortcuts", "Skip back")),
    Shortcut(MediaAction.FORWARD, (_Key.Key_L,), QT_TRANSLATE_NOOP("shortcuts", "Skip forward")),
    Shortcut(MediaAction.STEP_BACK, (_Key.Key_Left,), QT_TRANSLATE_NOOP("shortcuts", "Go back five seconds")),
    Shortcut(
        MediaAction.STEP_FORWARD, (_Key.Key_Right,), QT_TRANSLATE_NOOP("shortcuts", "Go on five seconds")
    ),
    Shortcut(
        MediaAction.PREVIOUS_CUE,
        (_Key.Key_PageUp,),
        QT_TRANSLATE_NOOP("shortcuts", "Go to the line of the transcript before"),
    ),
    Shortcut(
        MediaAction.NEXT_CUE,
        (_Key.Key_PageDown,),
        QT_TRANSLATE_NOOP("shortcuts", "Go to the next line of the transcript"),
    ),
    Shortcut(MediaAction.BEGINNING, (_Key.Key_Home,), QT_TRANSLATE_NOOP("shortcuts", "Go to the beginning")),
    Shortcut(MediaAction.END, (_Key.Key_End,), QT_TRANSLATE_NOOP("shortcuts", "Go to the end")),
    Shortcut(MediaAction.LOUDER, (_Key.Key_Up,), QT_TRANSLATE_NOOP("shortcuts", "Louder")),
    Shortcut(MediaAction.QUIETER, (_Key.Key_Down,), QT_TRANSLATE_NOOP("shortcuts", "Quieter")),
    Shortcut(MediaAction.MUTE, (_Key.Key_M,), QT_TRANSLATE_NOOP("shortcuts", "Sound off or on")),
    Shortcut(MediaAction.FASTER, (_Key.Key_Plus,), QT_TRANSLATE_NOOP("shortcuts", "Faster")),
    Shortcut(MediaAction.SLOWER, (_Key.Key_Minus,), QT_TRANSLATE_NOOP("shortcuts", "Slower")),
    Shortcut(MediaAction.CAPTIONS, (_Key.Key_C,), QT_TRANSLATE_NOOP("shortcuts", "Captions on or off")),
    Shortcut(MediaAction.FULL_SCREEN, (_Key.Key_F,), QT_TRANSLATE_NOOP("shortcuts", "Full screen")),
    Shortcut(
        MediaAction.LEAVE_FULL_SCREEN, (_Key.Key_Escape,), QT_TRANSLATE_NOOP("shortcuts", "Leave full screen")
    ),
)
"""Every key of the player, in the order of the shortcuts page."""

_ACTIONS = {key: shortcut.action for shortcut in SHORTCUTS for key in shortcut.keys}
# Shift is part of + on many keyboards, and capitals mean the same.
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def action_of(event: QKeyEvent) -> MediaAction | None:
    """Return what a key does to the player, None for a key that is not ours."""
    if event.modifiers() & ~_HARMLESS:
        return None
    return _ACTIONS.get(Qt.Key(event.key()))
