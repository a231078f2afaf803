"""The inside of a page that is scrolled: as high as its lines, and no higher."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledLines(QWidget):
    """Asks for the height that its lines need at their width.

    Otherwise a scroll area gives it what they need at their narrowest, and the page ends in emptiness.
    """

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the lines, where they know it for every width."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        knows_height = layout is not None and layout.hasHeightForWidth()
        return QSize(hint.width(), 0) if knows_height else hint
