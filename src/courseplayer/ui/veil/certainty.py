"""Since when it is certain who learns; known before the first paint, so it brings nothing else."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courseplayer.learner.values import CertainMoment


class Certainty:
    """Outlives the window, which is made anew for other looks; None while it is being found out."""

    def __init__(self) -> None:
        self.moment: CertainMoment | None = None
