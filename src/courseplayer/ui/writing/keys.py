"""The keys of the editor."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Command(Enum):
    """What a key asks for."""

    BOLD = auto()
    ITALIC = auto()
    UNDO = auto()
    REDO = auto()
    DEEPER = auto()
    LESS_DEEP = auto()
    LINK = auto()
    FOLLOW_LINK = auto()


BOLD_KEYS = "Ctrl+B"
ITALIC_KEYS = "Ctrl+I"
UNDO_KEYS = "Ctrl+Z"
REDO_KEYS = "Ctrl+Y"
DEEPER_KEYS = "Ctrl+]"
LESS_DEEP_KEYS = "Ctrl+["
LINK_KEYS = "Ctrl+Shift+K"
FOLLOW_KEYS = "Alt+Return"
_KEYS = {
    QKeySequence(BOLD_KEYS): Command.BOLD,
    QKeySequence(ITALIC_KEYS): Command.ITALIC,
    QKeySequence(UNDO_KEYS): Command.UNDO,
    QKeySequence(REDO_KEYS): Command.REDO,
    QKeySequence("Ctrl+Shift+Z"): Command.REDO,
    QKeySequence(DEEPER_KEYS): Command.DEEPER,
    QKeySequence(LESS_DEEP_KEYS): Command.LESS_DEEP,
    QKeySequence(LINK_KEYS): Command.LINK,
    QKeySequence(FOLLOW_KEYS): Command.FOLLOW_LINK,
    QKeySequence("Alt+Enter"): Command.FOLLOW_LINK,
}
_BY_NAME = {sequence.toString(): command for sequence, command in _KEYS.items()}
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def command_of(event: QKeyEvent) -> Command | None:
    """Return what a key press asks for, None for one that just writes."""
    if not event.modifiers() & _MODIFIERS:
        return None
    without_pad = event.keyCombination()
    return _BY_NAME.get(QKeySequence(without_pad).toString())
