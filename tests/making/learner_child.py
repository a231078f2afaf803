"""A process that saves drafts, or migrates, until it is killed: ``learner_child.py save|migrate FILE``."""

import sys
from pathlib import Path

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.migrations import MIGRATIONS
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.system.clock import SystemClock

# Runs for minutes, long after everything that it writes has grown out of SQLite's memory.
ENDLESS_STEP = (
    "CREATE TABLE half_done (n INTEGER) STRICT",
    "UPDATE revisions SET document = 'half done'",
    """INSERT INTO half_done WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
       SELECT n FROM numbers LIMIT 500000000""",
)


def _save_for_ever(path: Path) -> None:
    store = open_learner_store(path, SystemClock())
    learner = store.last_learner()
    if learner is None:
        learner = store.add_learner("Almaz").id
        store.choose_learner(learner)
    present = store.draft(learner, CourseId("c"), StepId("s"), DraftKind.ASSIGNMENT)
    number = 0 if present is None else int(present.document.plain_text().split()[0])
    while True:
        number += 1
        document = Document.from_plain_text(f"{number} " + "words " * (number % 900))
        reason = SaveReason.LEAVING if number % 5 == 0 else SaveReason.AUTOSAVE
        store.save_draft(learner, CourseId("c"), StepId("s"), DraftKind.ASSIGNMENT, document, reason)
        print(number, flush=True)  # noqa: T201 - the acknowledgement


def _migrate_for_ever(path: Path) -> None:
    print("begun", flush=True)  # noqa: T201 - the acknowledgement
    open_learner_store(path, SystemClock(), migrations=(*MIGRATIONS, ENDLESS_STEP))


if __name__ == "__main__":
    {"save": _save_for_ever, "migrate": _migrate_for_ever}[sys.argv[1]](Path(sys.argv[2]))
