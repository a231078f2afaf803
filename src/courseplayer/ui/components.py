"""The small parts that every page is made of, so that all pages look and behave alike."""

from enum import StrEnum
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from courseplayer.ui.icons import ICON_SIZE
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated


class Tone(StrEnum):
    """What a message is about; each has its own words and icon besides its colour."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    SUCCESS = "success"


def label(text: str = "", role: str = "body", *, wraps: bool = True) -> QLabel:
    """Make a text in a role of the type scale: h1, h2, h3, lead, body, muted, small, overline or pill."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wraps:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def button(text: str, role: str = "", icon: QIcon | None = None) -> QPushButton:
    """Make a button with words; role is primary, quiet, link, done, or nothing for an ordinary one."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon is not None:
        made.setIcon(icon)
    made.setIconSize(ICON_SIZE)
    return made


def icon_button(name: str, icon: QIcon, shortcut: str = "") -> QToolButton:
    """Make a button with a picture only; ``name`` is told to screen readers and shown on hover."""
    made = QToolButton()
    made.setProperty("role", "quiet")
    made.setIcon(icon)
    made.setIconSize(ICON_SIZE)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    rename(made, name, shortcut)
    return made


def on_button(content: str) -> str:
    """Return words of a course or a person for a button or menu: their ``&`` is shown, not a key to press."""
    return isolated(content).replace("&", "&&")


def put_icon_last(made: QPushButton) -> None:
    """Let a button's icon follow its words, whichever way the window runs."""
    is_mirrored = QApplication.isRightToLeft()
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight if is_mirrored else Qt.LayoutDirection.RightToLeft)


def rename(widget: QWidget, name: str, shortcut: str = "") -> None:
    """Give a control its accessible name and the same words as a tool tip."""
    widget.setAccessibleName(name)
    widget.setToolTip(literal_tip(f"{name} ({key_words(shortcut)})" if shortcut else name))


def key_words(keys: str) -> str:
    """Return a shortcut as it stands on the keys of this computer; what is no shortcut stays as it is."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def literal_tip(words: str) -> str:
    """Return a tool tip that shows its words letter by letter, whoever wrote them.

    Qt takes words that look like HTML for HTML and loads the files and shares that they name.
    """
    return f"<span>{escape(words)}</span>" if "<" in words else words


def resize_within_screen(window: QWidget, width_px: int, height_px: int) -> None:
    """Give a dialog its size, or what a small screen has room for beside its frame and a task bar."""
    room = window.screen().availableSize() - QSize(Space.L, 3 * Space.L)
    window.resize(QSize(width_px, height_px).boundedTo(room))


def set_role(widget: QWidget, role: str) -> None:
    """Change the role of a widget that is already shown."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Card(QFrame):
    """A panel that stands out from the page; ``content`` is its vertical layout."""

    def __init__(self, margin: int = Space.L) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.content = column(self, margin, Space.S)


def reading_page(page: QWidget, width_px: int) -> QVBoxLayout:
    """Give a page one scrolling column, centred and never wider than is good to read."""
    page.setObjectName("page")
    inside = QWidget()
    sides = row(inside, 0, 0)
    text = QWidget()
    text.setMaximumWidth(width_px)
    sides.addStretch(1)
    sides.addWidget(text, 100)
    sides.addStretch(1)
    column(page).addWidget(scrolling(inside))
    return column(text, Space.XL, Space.L)


def line() -> QFrame:
    """Make a thin dividing line."""
    frame = QFrame()
    frame.setProperty("role", "line")
    return frame


def column(owner: QWidget | None = None, margin: int = 0, spacing: int = Space.S) -> QVBoxLayout:
    """Make a vertical layout with equal margins."""
    layout = QVBoxLayout() if owner is None else QVBoxLayout(owner)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def row(owner: QWidget | None = None, margin: int = 0, spacing: int = Space.S) -> QHBoxLayout:
    """Make a horizontal layout with equal margins."""
    layout = QHBoxLayout() if owner is None else QHBoxLayout(owner)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def scrolling(inside: QWidget) -> QScrollArea:
    """Put a page into a vertical scroll area that never scrolls sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    # Taking it in made it fill its ground; cards and panels have grounds of their own.
    inside.setAutoFillBackground(False)
    return area


class Banner(QFrame):
    """A message in its place: one sentence, up to two actions, and a way to close it."""

    action_chosen = Signal(str)
    """The key of the action that was clicked."""
    closed = Signal()

    def __init__(self, close_icon: QIcon, close_name: str) -> None:
        super().__init__()
        self._sentence = label()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = row()
        self._close = icon_button(close_name, close_icon)
        self._close.clicked.connect(self._on_close_clicked)
        layout = row(self, Space.M, Space.M)
        layout.addWidget(self._sentence, 1)
        layout.addLayout(self._actions)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_message(self, sentence: str, tone: Tone, actions: tuple[tuple[str, str], ...] = ()) -> None:
        """Show a sentence; ``actions`` are (key, words) of its buttons."""
        self.clear()
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        for key, words in actions:
            made = button(words)
            made.setProperty("key", key)
            made.clicked.connect(self._on_action_clicked)
            self._actions.addWidget(made)
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._sentence.clear()
        self.hide()

    @property
    def sentence(self) -> str:
        """The words being shown, empty when there is no message."""
        return self._sentence.text()

    def _on_action_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.action_chosen.emit(str(sender.property("key")))

    def _on_close_clicked(self) -> None:
        self.clear()
        self.closed.emit()
