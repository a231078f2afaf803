"""What stands on a page where nothing is yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from courseplayer.ui.components import column, label
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_SIGN_PX = 56


class EmptyState(QWidget):
    """What stands where nothing is yet: a sign, what is so, what to do next, and the button for it."""

    def __init__(self, icons: Icons, sign: str, action: QPushButton | None = None) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.pixmap(sign, icons.theme.scaled(_SIGN_PX), icons.theme.colours.accent, 2))
        self._heading = label("", "h2")
        self._advice = label("", "lead")
        layout = column(self, Space.XL, Space.M)
        for part in (picture, self._heading, self._advice):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        if action is not None:
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def words(self) -> str:
        """Everything that is said."""
        return f"{self._heading.text()} {self._advice.text()}".strip()

    def say(self, heading: str, advice: str = "") -> None:
        """Say what is so and what to do next."""
        self._heading.setText(heading)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(self.words)
