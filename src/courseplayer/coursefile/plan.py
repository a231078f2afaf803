"""What a course file is to hold, decided before anything is written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from courseplayer.course.content import GlossaryEntry, StepContent
from courseplayer.course.outline import AssetId, Outline


@dataclass(frozen=True, slots=True)
class PlannedAsset:
    """Bytes to be stored under ``id``; ``open`` gives a fresh stream from the start each time.

    ``source`` names where they come from, for messages. ``size_bytes`` is what the plan saw.
    """

    id: AssetId
    source: str
    mime: str
    size_bytes: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """A whole course, ready to be written; ids of assets in the contents name entries of ``assets``."""

    outline: Outline
    contents: tuple[StepContent, ...]
    assets: tuple[PlannedAsset, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
