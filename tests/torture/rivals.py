"""Several windows and commands at one store at once, each a process of its own."""

import subprocess
import sys
import time
from pathlib import Path

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.errors import LearnerStoreError
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.lock import StoreInUseError
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.system.clock import SystemClock
from torture.recorder import TESTS

COURSE, STEP = CourseId("clinic"), StepId("a1b2")
_BE = "import sys; sys.path.insert(0, sys.argv[1]); from torture.rivals import main; main(*sys.argv[2:])"
WINDOWS, COMMANDS = ("window 1", "window 2"), ("command 1", "command 2")


def rival(db: Path, seconds: float) -> tuple[dict[str, int], list[str]]:
    """Let two windows and two commands save for a time; returns what each has saved, and what is wrong."""
    children = {
        name: subprocess.Popen(
            [sys.executable, "-c", _BE, str(TESTS), name, str(db), str(seconds)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in (*WINDOWS, *COMMANDS)
    }
    said = {name: child.communicate()[0].split() for name, child in children.items()}
    wrong = [f"{name} ended with {child.returncode}" for name, child in children.items() if child.returncode]
    saved = {name: int(words[0]) for name, words in said.items() if words}
    store = open_learner_store(db, SystemClock())
    for name, number in saved.items():
        found = _saved(store, name)
        if found != number:
            wrong.append(f"{name} has saved {number}, {found} is there")
    store.close()
    return saved, wrong


def _saved(store: LearnerStore, name: str) -> int:
    for learner in store.learners():
        draft = store.draft(learner.id, COURSE, STEP, DraftKind.ASSIGNMENT)
        if learner.name == name and draft is not None:
            return int(draft.document.plain_text())
    return 0


def _save(name: str, number: int, store: LearnerStore) -> None:
    learner = next((one for one in store.learners() if one.name == name), None) or store.add_learner(name)
    document = Document.from_plain_text(str(number))
    store.save_draft(learner.id, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.AUTOSAVE)


def _be_window(name: str, db: Path, ends_at: float) -> int:
    number = 0
    while time.monotonic() < ends_at:
        keeper = StoreKeeper(StorePlaces(db), SystemClock())
        try:
            for _ in range(5):
                keeper.run(lambda store, n=number + 1: _save(name, n, store))  # type: ignore[misc]
                number += 1
        except StoreInUseError:
            time.sleep(0.01)
        finally:
            keeper.close()
    return number


def _be_command(name: str, db: Path, ends_at: float) -> int:
    number = 0
    while time.monotonic() < ends_at:
        store = open_learner_store(db, SystemClock())
        try:
            _save(name, number + 1, store)
            number += 1
        except LearnerStoreError:
            time.sleep(0.01)
        finally:
            store.close()
    return number


def main(name: str, db: str, seconds: str) -> None:
    """Be one of the rivals."""
    be = _be_window if name in WINDOWS else _be_command
    print(be(name, Path(db), time.monotonic() + float(seconds)))
