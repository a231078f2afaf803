"""Keeps the spoken cue in sight, and holds still while the learner looks elsewhere in the transcript."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton

from courseplayer.ui.theme import Space
from courseplayer.ui.transcript.text import TranscriptText


class Following(QObject):
    """Scrolls the text along; scrolling it by hand pauses that, and so does the pointer over it.

    A pointer that only rests there lets go when it leaves; after scrolling it takes one click on the button.
    """

    def __init__(self, text: TranscriptText, offer: QPushButton, *, follows: bool, has_player: bool) -> None:
        super().__init__(text)
        self._text = text
        self._offer = offer
        self._has_player = has_player
        self._follows_at_first = follows
        self._is_paused = not follows
        self._is_held = False
        self._cue = -1
        offer.clicked.connect(self.resume)
        text.scrolled_by_hand.connect(self.pause)
        text.pointer_came.connect(self._on_pointer_came)
        text.pointer_left.connect(self._on_pointer_left)
        text.cue_activated.connect(self._on_cue_activated)
        text.installEventFilter(self)

    @property
    def is_following(self) -> bool:
        """The text scrolls along."""
        return not self._is_paused and not self._is_held

    def set_follows(self, follows: bool) -> None:
        """Follow from now on, in this transcript and the next ones, or only when asked to."""
        self._follows_at_first = follows
        if follows:
            self.resume()
        else:
            self.pause()

    def begin(self) -> None:
        """Start afresh with another transcript."""
        self._is_paused = not self._follows_at_first
        self._is_held = False
        self._cue = -1
        self._show_offer()

    def go_to(self, cue: int) -> None:
        """Bring the spoken cue into sight, or offer to when the learner looks elsewhere."""
        self._cue = cue
        if self.is_following:
            self._text.reveal(cue)
        self._show_offer()

    def pause(self) -> None:
        """Leave the text where it is until :meth:`resume`."""
        self._is_paused = True
        self._show_offer()

    def resume(self) -> None:
        """Scroll along again, even with the pointer over the text."""
        self._is_paused = False
        self._is_held = False
        self._text.reveal(self._cue)
        self._show_offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the button at the foot of the text."""
        if watched is self._text and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._place_offer()
        return super().eventFilter(watched, event)

    def _on_pointer_came(self) -> None:
        self._is_held = True

    def _on_pointer_left(self) -> None:
        self._is_held = False
        self.go_to(self._cue)

    def _on_cue_activated(self, _cue: int) -> None:
        self._is_paused = not self._follows_at_first
        self._is_held = False
        self._show_offer()

    def _show_offer(self) -> None:
        is_away = self._is_held and self._cue >= 0 and not self._text.is_cue_visible(self._cue)
        self._offer.setVisible(self._has_player and self._cue >= 0 and (self._is_paused or is_away))
        if not self._offer.isHidden():
            self._place_offer()

    def _place_offer(self) -> None:
        self._offer.adjustSize()
        left = (self._text.width() - self._offer.width()) // 2
        self._offer.move(left, self._text.height() - self._offer.height() - Space.M)
        self._offer.raise_()
