"""The small parts that every page is made of, so that all pages look and behave alike."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
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

from courseplayer.ui.icons import Icons
from courseplayer.ui.scrolled_lines import ScrolledLines
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated


class Tone(StrEnum):
    """What a message is about; each has its own words and icon besides its colour."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    SUCCESS = "success"


_ROOM_FOR_WORDS, _LINES_BESIDE = 0.6, 3
_SIGNS = {Tone.INFO: "info", Tone.WARNING: "warning", Tone.ERROR: "error", Tone.SUCCESS: "done"}


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
        show_icon(made, icon)
    return made


def icon_button(name: str, icon: QIcon, shortcut: str = "") -> QToolButton:
    """Make a button with a picture only; ``name`` is told to screen readers and shown on hover."""
    made = QToolButton()
    made.setProperty("role", "quiet")
    show_icon(made, icon)
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


def show_icon(widget: QAbstractButton, icon: QIcon) -> None:
    """Put an icon on a button in the size that it was drawn in: a scaled one is blurred."""
    widget.setIcon(icon)
    widget.setIconSize(min(icon.availableSizes(), key=QSize.width))


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
    if "<" not in words:
        return words
    from html import escape  # noqa: PLC0415 - not needed for the first paint

    return f"<span>{escape(words)}</span>"


def set_role(widget: QWidget, role: str) -> None:
    """Change the role of a widget that is already shown."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Colour the ground of a frame as its message asks for, or take the colour away."""
    widget.setProperty("tone", "" if tone is None else tone.value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class ChoiceBox(QComboBox):
    """A box with choices that leaves the mouse wheel to the page: scrolling past it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()


class Card(QFrame):
    """A panel that stands out from the page; ``content`` is its vertical layout."""

    def __init__(self, margin: int = Space.L) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.content = column(self, margin, Space.S)


class PageView(QWidget):
    """A page that knows which of its parts is to have the keyboard when the page comes.

    Not by Qt's focus proxies: what stands in a page before the proxy could not be reached by Tab.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.first_focus: QWidget = self

    def take_focus(self) -> None:
        """Give the keyboard to that part."""
        target = self.first_focus
        if isinstance(target, PageView) and target is not self:
            target.take_focus()
        else:
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def order_by_keyboard(parts: Iterable[QWidget]) -> None:
    """Let Tab go through parts and what is inside them in the order in which they stand."""
    before: QWidget | None = None
    for part in parts:
        for one in (part, *part.findChildren(QWidget)):
            # Menus and previews are children too, but windows of their own.
            is_here = one.window() is part.window() and one.focusProxy() is None
            if is_here and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                if before is not None:
                    QWidget.setTabOrder(before, one)
                before = one


def reading_page(page: PageView, name: str, width_px: int) -> QVBoxLayout:
    """Give a page one scrolling column, centred and never wider than is good to read."""
    inside = ScrolledLines()
    sides = row(inside, 0, 0)
    text = QWidget()
    text.setMaximumWidth(width_px)
    sides.addStretch(1)
    sides.addWidget(text, 100)
    sides.addStretch(1)
    area = scrolling(inside, name)
    page.first_focus = area
    column(page).addWidget(area)
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


_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ReadingArea(QScrollArea):
    """A scroll area that takes the keyboard, and shows so when the keyboard brought one there."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring, but not to whoever clicked or came to the page: they know where they are."""
        super().focusInEvent(event)
        set_role(self, "reached" if event.reason() in _BY_KEYBOARD else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        set_role(self, "")


def scrolling(inside: QWidget, name: str = "") -> QScrollArea:
    """Put a page into a vertical scroll area that never scrolls sideways; with a name it takes the keyboard.

    What has no control in sight needs that to be read without a mouse.
    """
    area = ReadingArea() if name else QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    # A viewport of our own: for one that Qt made, PySide looks through all its classes (measured: 11 ms).
    viewport = QWidget()
    area.setViewport(viewport)
    viewport.setAutoFillBackground(False)
    area.setWidget(inside)
    # Taking it in made it fill its ground; cards and panels have grounds of their own.
    inside.setAutoFillBackground(False)
    return area


def resize_to_fit(dialog: QDialog, width_px: int, height_px: int) -> None:
    """Give a dialog its size, or as much of it as the window has that it belongs to."""
    owner = dialog.parentWidget()
    room = dialog.screen().availableSize() if owner is None else owner.window().size()
    dialog.resize(QSize(width_px, height_px).boundedTo(room - QSize(Space.XXL, Space.XXL)))


class Notice(QFrame):
    """A sentence with the sign and the colours of its tone."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._sign = QLabel()
        self._sentence = label()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole = column(self, Space.M, Space.S)
        self._line = row(None, 0, Space.M)
        self._whole.addLayout(self._line)
        self._line.addWidget(self._sign)
        self._line.addWidget(self._sentence, 1)

    @property
    def sentence(self) -> str:
        """The words being shown, empty when there is no message."""
        return self._sentence.text()

    def say(self, sentence: str, tone: Tone) -> None:
        """Show a sentence, and tell a screen reader of it."""
        set_tone(self, tone)
        self._sign.setPixmap(self._icons.pixmap(_SIGNS[tone], self._icons.size_px, self._ink(tone), 2))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        # The first window has no message, and the names of all its kinds of events take a while to make.
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sentence whole at every width."""
        super().resizeEvent(event)
        self._keep_whole(0)

    def _keep_whole(self, taken_px: int) -> None:
        """Demand the height of all lines: where room is short, layouts give a sentence fewer."""
        room = self.width() - 2 * Space.M - self._sign.sizeHint().width() - Space.M - taken_px
        self._sentence.setMinimumHeight(self._height_of_sentence(room))

    def _height_of_sentence(self, width_px: int) -> int:
        # Qt counts the least height of before as a part of the text's own.
        self._sentence.setMinimumHeight(0)
        return max(0, self._sentence.heightForWidth(width_px)) if width_px > 0 else 0

    def _ink(self, tone: Tone) -> str:
        colours = self._icons.theme.colours
        inks = {Tone.WARNING: colours.warning, Tone.ERROR: colours.error, Tone.SUCCESS: colours.success}
        return inks.get(tone, colours.accent)


class Banner(Notice):
    """A message in its place: one sentence, up to two actions, and a way to close it."""

    action_chosen = Signal(str)
    """The key of the action that was clicked."""
    closed = Signal()

    def __init__(self, icons: Icons, close_name: str) -> None:
        super().__init__(icons)
        self._buttons: list[QPushButton] = []
        self._beside, self._below = row(), row()
        self._below.addStretch(1)
        self._close = icon_button(close_name, icons.icon("close"))
        self._close.clicked.connect(self._on_close_clicked)
        self._line.addLayout(self._beside)
        self._line.addWidget(self._close)
        self._whole.addLayout(self._below)
        self.hide()

    def show_message(self, sentence: str, tone: Tone, actions: tuple[tuple[str, str], ...] = ()) -> None:
        """Show a sentence; ``actions`` are (key, words) of its buttons."""
        self.clear()
        for key, words in actions:
            made = button(words)
            made.setProperty("key", key)
            made.clicked.connect(self._on_action_clicked)
            self._buttons.append(made)
            self._beside.addWidget(made)
        self.say(sentence, tone)
        self._arrange()

    def clear(self) -> None:
        """Take the message away."""
        for made in self._buttons:
            made.hide()
            self._beside.removeWidget(made)
            self._below.removeWidget(made)
            made.deleteLater()
        self._buttons = []
        self._sentence.clear()
        self._sentence.setMinimumHeight(0)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the actions below the sentence where they would leave it too narrow a column."""
        close = self._close.sizeHint().width() + Space.M
        actions = sum(made.sizeHint().width() + Space.S for made in self._buttons) + Space.M
        room = self.width() - 3 * Space.M - self._sign.sizeHint().width() - close - actions
        lines = self._height_of_sentence(max(1, room)) / self._sentence.fontMetrics().lineSpacing()
        is_narrow = bool(self._buttons) and room < self.width() * _ROOM_FOR_WORDS and lines > _LINES_BESIDE
        here, there = (self._below, self._beside) if is_narrow else (self._beside, self._below)
        for made in self._buttons:
            if here.indexOf(made) < 0:
                there.removeWidget(made)
                here.addWidget(made)
        self._keep_whole(close if is_narrow or not self._buttons else close + actions)

    def _on_action_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.action_chosen.emit(str(sender.property("key")))

    def _on_close_clicked(self) -> None:
        self.clear()
        self.closed.emit()
