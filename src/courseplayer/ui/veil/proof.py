"""Asks for the PIN of whoever says who they are, before the veil is lifted for them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from courseplayer.learner.values import Learner
from courseplayer.ui.learners.pin_presenter import PinPresenter


class PinProof(QObject):
    """Goes on at once for those without a PIN; for others when it was typed."""

    def __init__(self, pins: PinPresenter) -> None:
        super().__init__(pins)
        self._pins = pins
        self._proven: Learner | None = None

    def __call__(self, learner: Learner, go_on: Callable[[], None]) -> None:
        """Let a learner prove who they are, and then go on."""
        self.forget()
        self._pins.prove(learner, partial(self._on_proven, learner, go_on))

    @property
    def is_busy(self) -> bool:
        """A PIN is being looked at or changed: what comes of it must not be shown on top of the veil."""
        return self._pins.is_busy

    def also(self, learner: Learner, go_on: Callable[[], None]) -> None:
        """Let one more learner prove who they are, whose key is here all the time."""
        self._pins.prove(learner, go_on)

    def forget(self) -> None:
        """Lock again who proved themselves, but does not go on after all."""
        proven, self._proven = self._proven, None
        if proven is not None:
            self._pins.leave(proven)

    def settle(self) -> None:
        """Who proved themselves goes on."""
        self._proven = None

    def _on_proven(self, learner: Learner, go_on: Callable[[], None]) -> None:
        self._proven = learner
        go_on()
