"""Makes kits: everything is checked and hashed once, then written to one destination or to twenty."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from courseplayer.kits.plan import KitPlan, MadeKit
from courseplayer.system.cancellation import Task


class PreparedKit:
    """A kit whose parts have been checked, unpacked and hashed: ready to be written any number of times."""

    plan: KitPlan
    made_at: datetime
    size_bytes: int


@contextmanager
def prepare_kit(plan: KitPlan, made_at: datetime, task: Task) -> Iterator[PreparedKit]:
    """Check the plan, verify every course, unpack the programs into a temporary folder and hash it all.

    Nothing is written at the destination. Progress counts bytes read. Raises BadInputError for a course,
    program, policy or setting that cannot be used, PlainError for a disk that refuses, and Cancelled. The
    temporary folder goes when the context ends.
    """
    raise NotImplementedError
    yield PreparedKit()


def write_kit(kit: PreparedKit, destination: Path, task: Task) -> MadeKit:
    """Write a prepared kit, sync it, read it back and compare; what was there stays until all is sound.

    Progress counts bytes written and read back. On failure and when cancelled nothing of it is left. Raises
    PlainError: stick full, pulled, write-protected, or not read back as written; and Cancelled.
    """
    raise NotImplementedError


def holds_kit(kit: PreparedKit, destination: Path) -> bool:
    """Whether this very kit lies at a destination already: the stick was not changed for the next."""
    raise NotImplementedError
