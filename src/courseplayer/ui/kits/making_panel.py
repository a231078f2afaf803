"""What is seen while a kit is being made: how far it is, how fast, and for how long yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from courseplayer.ui.components import Card, button, column, label, row
from courseplayer.ui.theme import Space

_WHOLE = 1_000


class MakingPanel(QWidget):
    """Progress in words and as a bar, and the way out."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "h3")
        self._stage = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _WHOLE)
        self._details = label("", "muted")
        self._advice = label(self.tr("Leave the stick plugged in until the kit is done."), "small")
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_wanted)
        card = Card(Space.XL)
        for part in (self._heading, self._stage, self._bar, self._details, self._advice):
            card.content.addWidget(part)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        card.content.addLayout(buttons)
        layout = column(self, Space.L, Space.M)
        layout.addStretch(1)
        layout.addWidget(card)
        layout.addStretch(2)

    @property
    def words(self) -> str:
        """Everything that is said."""
        return " ".join(part.text() for part in (self._heading, self._stage, self._details))

    def begin(self, heading: str, stage: str) -> None:
        """Show that a stretch of the work begins."""
        self._heading.setText(heading)
        self._stage.setText(stage)
        self._details.setText("\u00a0")
        self._bar.setValue(0)
        self._bar.setAccessibleName(stage)
        self.stop.setEnabled(True)
        self.stop.setFocus()

    def show_progress(self, share: float, details: str) -> None:
        """Show how much of the stretch is done, from 0 to 1."""
        self._bar.setValue(round(_WHOLE * share))
        self._details.setText(details or "\u00a0")

    def show_stopping(self) -> None:
        """Say that it will stop in a moment: what was written is being taken away."""
        self.stop.setEnabled(False)
        self._details.setText(self.tr("Stopping, and taking away what was written…"))
