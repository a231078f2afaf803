"""What every dialog about a PIN has: advice, fields, one place for problems, and buttons that wait."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from courseplayer.ui.components import Notice, Tone, button, column, label, resize_to_fit, row, scrolling
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_WIDTH_PX = 640
_MESSAGE_PX = 72
_MOST_CHARACTERS = 80


class PinDialog(QDialog):
    """A dialog that stays open until what it asked for is done."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._secrets: list[QLineEdit] = []
        self._acting: list[QPushButton] = []
        self._waitless: list[QPushButton] = []
        self._is_busy = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._enable)
        layout = self._layout = column(self, Space.XL, Space.M)
        self._heading = label("", "h2")
        layout.addWidget(self._heading)
        self._inside = QWidget()
        inside = column(self._inside, 0, Space.S)
        self.body = column(None, 0, Space.S)
        inside.addLayout(self.body)
        inside.addStretch(1)
        self._area = scrolling(self._inside)
        layout.addWidget(self._area, 1)
        self._notice = Notice(icons)
        self._notice.hide()
        layout.addWidget(self._notice)
        self.buttons = row()
        layout.addLayout(self.buttons)

    @property
    def problem_words(self) -> str:
        """What went wrong, empty when nothing did."""
        return "" if self._notice.isHidden() else self._notice.sentence

    @property
    def is_busy(self) -> bool:
        """What was asked for is being done."""
        return self._is_busy

    def show_problem(self, sentence: str, wait_seconds: int = 0) -> None:
        """Say what went wrong; the buttons work again, after a while where that is the rule."""
        self._is_busy = False
        self._notice.say(sentence, Tone.ERROR)
        if wait_seconds:
            self._wait.start(wait_seconds * 1_000)
        self._enable()
        if self._secrets:
            self._secrets[0].selectAll()
            self._secrets[0].setFocus()

    def show_done(self, sentence: str) -> None:
        """Say that something was done."""
        self._notice.say(sentence, Tone.SUCCESS)

    def set_busy(self, words: str) -> None:
        """Say that something is done now; until it is, the dialog stays and no button works."""
        self._is_busy = True
        self._notice.say(words, Tone.INFO)
        self._enable()

    def finish(self) -> None:
        """Close after what was asked for is done."""
        self._is_busy = False
        self.accept()

    def reject(self) -> None:
        """Close without doing anything; not while something is done."""
        if not self._is_busy:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, if the window has the room."""
        width = self._icons.theme.scaled(_WIDTH_PX)
        beside = self._layout.sizeHint().height() - self._area.sizeHint().height()
        wraps = self.body.hasHeightForWidth()
        needed = self.body.heightForWidth(width - 2 * Space.XL) if wraps else self.body.sizeHint().height()
        # Left to itself it asks for the height that its words would have in a narrower column.
        self._inside.setMinimumHeight(needed)
        # A message may come between the words and the buttons.
        resize_to_fit(self, width, beside + needed + _MESSAGE_PX)
        # Only now: this puts it in the middle of the window, for the size that it has.
        super().showEvent(event)
        focused = self.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def head(self, words: str) -> None:
        """Say what this is about."""
        self.setWindowTitle(words)
        self._heading.setText(words)

    def say(self, words: str, role: str = "muted") -> None:
        """Add a paragraph."""
        self.body.addWidget(label(words, role))

    def ask(self, name: str, *, is_secret: bool = True) -> QLineEdit:
        """Add a field with its name above it."""
        named, field = self._field(name, is_secret=is_secret)
        self.body.addWidget(named)
        self.body.addWidget(field)
        return field

    def ask_side_by_side(self, name: str, other: str) -> tuple[QLineEdit, QLineEdit]:
        """Add two fields in one line: the dialog has to fit on a small screen with large letters."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        fields = []
        for place, words in enumerate((name, other)):
            named, field = self._field(words)
            grid.addWidget(named, 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
            fields.append(field)
        self.body.addLayout(grid)
        return fields[0], fields[1]

    def offer_to_show(self, words: str) -> None:
        """Add a switch that shows what is typed into the fields."""
        switch = QCheckBox(words)
        switch.toggled.connect(self._on_shown)
        self.body.addWidget(switch)

    def act(self, words: str, role: str = "", sign: str = "", into: QHBoxLayout | None = None) -> QPushButton:
        """Add a button that does something; the primary one follows Return."""
        colour = self._icons.theme.colours.on_accent if role == "primary" else None
        icon = None if not sign else self._icons.spaced(sign, colour) if colour else self._icons.spaced(sign)
        made = button(words, role, icon)
        made.setDefault(role == "primary")
        (self.buttons if into is None else into).addWidget(made)
        self._acting.append(made)
        return made

    def offer_to_cancel(self, words: str) -> QPushButton:
        """Add the button that closes."""
        made = button(words)
        made.clicked.connect(self.reject)
        self.buttons.addWidget(made)
        return made

    def _field(self, name: str, *, is_secret: bool = True) -> tuple[QLabel, QLineEdit]:
        field = QLineEdit()
        field.setMaxLength(_MOST_CHARACTERS)
        field.setAccessibleName(name)
        if is_secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        named = label(name, "small")
        named.setBuddy(field)
        self._secrets.append(field)
        field.textEdited.connect(self._on_edited)
        return named, field

    def _on_edited(self) -> None:
        if not self._is_busy and not self._wait.isActive():
            self._notice.hide()

    def _on_shown(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for field in self._secrets:
            field.setEchoMode(mode)

    def _enable(self) -> None:
        for made in self._acting:
            made.setEnabled(not self._is_busy and (made in self._waitless or not self._wait.isActive()))
