"""What a builder dropped, assumed or could not read, with the place in the source."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """INFO: assumed or dropped without loss; WARNING: something is missing or odd; ERROR: cannot be built."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the build report; ``file`` is relative to the source, ``line`` counts from 1."""

    file: str | None
    line: int | None
    severity: Severity
    message: str
