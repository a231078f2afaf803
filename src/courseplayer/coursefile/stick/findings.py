"""What can be found on a stick, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Sign(StrEnum):
    """What something on a stick is a sign of."""

    WORM_SHORTCUT = "worm-shortcut"
    COMMAND_SHORTCUT = "command-shortcut"
    AUTORUN = "autorun"
    DISGUISED_PROGRAM = "disguised-program"
    UNSEEN_FOLDER = "unseen-folder"
    TWIN = "twin"
    BROKEN_COURSE = "broken-course"
    NO_COURSE = "no-course"
    CHANGED_COURSE = "changed-course"
    MISSING_COURSE = "missing-course"


BROKEN = frozenset({Sign.BROKEN_COURSE, Sign.NO_COURSE, Sign.CHANGED_COURSE, Sign.MISSING_COURSE})
"""Signs of a bad copy; all others are what viruses leave."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing on a stick; ``path`` is as it stands there, ``detail`` what it would do or stands beside.

    Both are a stranger's words: to be shown as plain text only.
    """

    sign: Sign
    path: Path
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StickReport:
    """What a look at a stick found; not complete where time or patience ended first.

    ``courses`` are the files that look like whole courses, ``unreadable`` folders could not be looked into.
    """

    root: Path
    findings: tuple[Finding, ...]
    courses: tuple[Path, ...]
    looked_at: int
    unreadable: int
    is_complete: bool

    @property
    def is_suspicious(self) -> bool:
        """Something is there that viruses leave on sticks."""
        return any(finding.sign not in BROKEN for finding in self.findings)
