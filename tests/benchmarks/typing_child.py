"""Types into the assignment's editor of the whole program and times each key until it has been painted."""

import os
import random
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.waiting import wait_ms, wait_until
from courseplayer.app import Program, WindowRequest, make_application
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.system.paths import standard_paths
from courseplayer.ui.writing.desk import WritingDesk
from courseplayer.ui.writing.editor import RichEditor

_KEY_EVERY_MS = 40
_WORDS = ("listen", "to", "the", "patients", "first", "and", "then", "change", "one", "small", "thing")
_WORDS_A_PARAGRAPH = 80
_PAINTED = QEvent.Type(QEvent.registerEventType())


class _PaintWatch(QObject):
    """Notes when a widget has been painted after a key."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted_s = 0.0
        self._is_waiting = False
        widget.installEventFilter(self)

    def start(self) -> None:
        """Look for the next paint."""
        self.painted_s = 0.0
        self._is_waiting = True

    def has_painted(self) -> bool:
        """The paint is over."""
        return self.painted_s > 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the widget being painted; it is done when the next event is looked at."""
        if self._is_waiting and event.type() is QEvent.Type.Paint:
            self._is_waiting = False
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """The painting is over."""
        if event.type() == _PAINTED:
            self.painted_s = time.perf_counter()
        return super().event(event)


def type_keys(course: str, words: int, keys: int) -> tuple[list[float], int]:
    """Return the time (ms) of each key press, and how often the text was saved meanwhile."""
    application = make_application()
    program = Program(application, standard_paths(os.environ))
    program.start(WindowRequest(Path(course), "1.1"))
    wait_until(lambda: _editor(application) is not None, "the editor")
    editor = _editor(application)
    assert editor is not None
    wait_until(lambda: not editor.isReadOnly(), "the text")
    editor.show_text(_long_text(words))
    editor.setFocus()
    wait_until(lambda: program.jobs.pending == 0, "nothing to do")
    wait_ms(500)
    saves: list[object] = []
    assert program.frame is not None
    for desk in program.frame.findChildren(WritingDesk):
        desk.saved.connect(saves.append)
    times: list[float] = []
    moves = QTextCursor.MoveOperation
    for place in (moves.Start, None, moves.End):
        _go(editor, place)
        times += _typed(editor, keys // 3)
    return times, len(saves)


def _typed(editor: RichEditor, keys: int) -> list[float]:
    order = random.Random(13)
    letters = "".join(order.choice(_WORDS) + " " for _ in range(keys))[:keys]
    times = []
    watch = _PaintWatch(editor.viewport())
    for count, letter in enumerate(letters, start=1):
        due = time.perf_counter() + _KEY_EVERY_MS / 1_000
        is_line_end = count % 60 == 0
        key = Qt.Key.Key_Return if is_line_end else Qt.Key(ord(letter.upper()))
        watch.start()
        since = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            no = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(editor, QKeyEvent(kind, key, no, "\r" if is_line_end else letter))
        wait_until(watch.has_painted, "the letter")
        times.append((watch.painted_s - since) * 1_000)
        wait_ms((due - time.perf_counter()) * 1_000)
    return times


def _go(editor: RichEditor, place: QTextCursor.MoveOperation | None) -> None:
    cursor = editor.textCursor()
    if place is None:
        cursor.setPosition(editor.document().characterCount() // 2)
    else:
        cursor.movePosition(place)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    wait_ms(300)


def _long_text(words: int) -> Document:
    order = random.Random(17)
    blocks = []
    for number in range(-(-words // _WORDS_A_PARAGRAPH)):
        text = " ".join(order.choices(_WORDS, k=_WORDS_A_PARAGRAPH))
        kind = BlockKind.BULLET if number % 7 == 3 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, (Span(text),)))
    return Document(tuple(blocks))


def _editor(application: QApplication) -> RichEditor | None:
    found = (editor for window in application.topLevelWidgets() for editor in window.findChildren(RichEditor))
    return next((editor for editor in found if editor.isVisible()), None)
