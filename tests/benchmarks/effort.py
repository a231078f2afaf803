"""How much is measured: enough to see that it runs, a few minutes, or everything."""

from enum import StrEnum
from typing import TypeVar

ValueT = TypeVar("ValueT")


class Effort(StrEnum):
    """Sizes and rounds of a whole run of the benchmarks."""

    TINY = "tiny"
    """Only shows that every row comes out; its numbers mean nothing."""
    QUICK = "quick"
    WHOLE = "whole"

    def of(self, tiny: ValueT, quick: ValueT, whole: ValueT) -> ValueT:
        """Choose a size or a number of rounds."""
        return {Effort.TINY: tiny, Effort.QUICK: quick, Effort.WHOLE: whole}[self]
