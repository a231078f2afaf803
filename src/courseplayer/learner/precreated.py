"""Makes the learners whom a kit brings along: on its first start, once, whatever becomes of their names."""

import contextlib
import json
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.learner.errors import RefusedNameError
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import PrecreatedLearners
from courseplayer.system.atomic import write_file

_MOST_MARKS = 100


def add_precreated(store: LearnerStore, wanted: PrecreatedLearners) -> None:
    """Add those who are not there, on the first start of their kit only."""
    seen = _seen(wanted.memory)
    if wanted.mark in seen:
        return
    for name in wanted.names:
        # There already, or not to be used: the others are no worse for it.
        with contextlib.suppress(RefusedNameError):
            store.add_learner(name)
    # Where this cannot be kept, names that are there are still not made twice.
    with contextlib.suppress(PlainError):
        write_file(wanted.memory, json.dumps([*seen, wanted.mark][-_MOST_MARKS:]).encode("ascii"))


def _seen(memory: Path) -> list[str]:
    try:
        stored = json.loads(memory.read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    return [mark for mark in stored if isinstance(mark, str)] if isinstance(stored, list) else []
