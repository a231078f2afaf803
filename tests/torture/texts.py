"""What journeys have in common: numbered texts, how they are saved, and how they are found whole again."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import Draft, DraftKind, LearnerId, SaveReason
from making.clock import SetClock

COURSE, STEP = CourseId("clinic"), StepId("a1b2")


@dataclass(frozen=True, slots=True)
class Journey:
    """``prepare`` makes what is there before, ``do`` is interrupted, ``check`` says what is wrong after."""

    prepare: Callable[[Path], None]
    do: Callable[[Path, int], None]
    check: Callable[[Path, int], str]


def acknowledge(number: int) -> None:
    """Say that everything up to a number was promised to be safe."""
    os.write(1, f"ACK {number}\n".encode())


def db(folder: Path) -> Path:
    return folder / "learner.db"


def keeper(folder: Path, clock: SetClock | None = None) -> StoreKeeper:
    return StoreKeeper(StorePlaces(db(folder)), clock or SetClock())


def nothing(_folder: Path) -> None:
    pass


def learner(store: LearnerStore, name: str = "Almaz") -> LearnerId:
    for one in store.learners():
        if one.name == name:
            return one.id
    return store.add_learner(name).id


def save(
    number: int, store: LearnerStore, name: str = "Almaz", reason: SaveReason = SaveReason.AUTOSAVE
) -> Draft:
    document = Document.from_plain_text(f"{number} " + "words " * (number * 61 % 700))
    return store.save_draft(learner(store, name), COURSE, STEP, DraftKind.ASSIGNMENT, document, reason)


def saved(store: LearnerStore, name: str = "Almaz") -> int:
    """Return the number of the text, 0 where there is none; raises AssertionError when it is not whole."""
    for one in store.learners():
        draft = store.draft(one.id, COURSE, STEP, DraftKind.ASSIGNMENT)
        if one.name == name and draft is not None:
            number, *words = draft.document.plain_text().split()
            assert len(words) == int(number) * 61 % 700, "a torn text"
            return int(number)
    return 0


def words(number: int) -> int:
    return 1 + number * 61 % 700 if number else 0


def prepare_backup(folder: Path) -> None:
    clock = SetClock()
    kept = keeper(folder, clock)
    kept.run(lambda store: save(3, store, reason=SaveReason.LEAVING))
    kept.back_up(is_forced=True)
    kept.run(lambda store: save(7, store, reason=SaveReason.LEAVING))
    kept.close()


def between(number: int, acknowledged: int) -> str:
    # What was under way may have been finished, but not acknowledged.
    return "" if number in {acknowledged, acknowledged + 1} else f"{number} after {acknowledged}"
