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


LINK_KEYS = "Ctrl+Shift+K"
FOLLOW_KEYS = "Alt+Return"
_KEYS = {
    QKeySequence("Ctrl+B"): Command.BOLD,
    QKeySequence("Ctrl+I"): Command.ITALIC,
    QKeySequence("Ctrl+Z"): Command.UNDO,
    QKeySequence("Ctrl+Y"): Command.REDO,
    QKeySequence("Ctrl+Shift+Z"): Command.REDO,
    QKeySequence("Ctrl+]"): Command.DEEPER,
    QKeySequence("Ctrl+["): Command.LESS_DEEP,
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
