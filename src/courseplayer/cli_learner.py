"""The command ``learner``: who learns here, everything about one of them in a file, or gone for good."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from courseplayer.cli_destinations import refuse_own_files
from courseplayer.cli_pin import typed_pin
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.learners import is_same_name
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import Holdings, Learner, TypedPin
from courseplayer.submissions.course_names import known_courses
from courseplayer.submissions.everything import write_everything
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Keeping, Paths
from courseplayer.system.policy_places import this_machine

_NOBODY = QT_TRANSLATE_NOOP(
    "errors", "Nobody called {name} learns on this computer, only: {names}. Give one of these names."
)
_NOT_CONFIRMED = QT_TRANSLATE_NOOP(
    "errors", "The name was not typed again, so nothing was deleted. Type {name} to delete everything."
)


def show_learners(as_json: bool) -> int:
    """Print who learns here and how much is kept about each."""
    with _keeper() as (keeper, _paths):
        everybody = keeper.run(_counted)
    if as_json:
        told = [_plain(learner, held) for learner, held in everybody]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for learner, held in everybody:
            texts = sum(held.texts.values())
            print(f"{learner.name}: {texts} texts, {held.words} words, {held.steps_done} steps done")
    return 0


def export_learner(name: str, destination: Path, pin_file: Path | None) -> int:
    """Write everything that is kept about somebody to a zip file, whole or not at all."""
    with _keeper() as (keeper, paths):
        refuse_own_files(destination, paths.data)
        learner = keeper.run(partial(_named, name))
        if learner.has_pin:
            keeper.pins.unlock(learner.id, typed_pin(learner, pin_file))
        names = known_courses(paths.shelf_snapshot)
        keeper.run(partial(write_everything, destination, learner, names, SilentTask()))
    print(destination)
    return 0


def delete_learner(name: str, *, is_confirmed: bool) -> int:
    """Delete everything that is kept about somebody; asks for the name again unless told not to."""
    with _keeper() as (keeper, _paths):
        learner = keeper.run(partial(_named, name))
        about = keeper.kept_about(learner)
        print(f"{learner.name}: {sum(about.holdings.texts.values())} texts, {len(about.copies)} backups")
        if not is_confirmed and not _is_typed_again(learner.name):
            raise BadInputError(_NOT_CONFIRMED, name=learner.name)
        erased = keeper.erase(learner)
    for path in erased.copies:
        print(f"written anew: {path}")
    for path in erased.left:
        print(f"not reached, may hold something: {path}")
    if not erased.is_clean:
        print("The disk is full: traces may be left in the store until there is room and this is run again.")
    print("Not reached: files that were exported or copied elsewhere, and what was handed in already.")
    return 0


@contextmanager
def _keeper() -> Iterator[tuple[StoreKeeper, Paths]]:
    """Use the store as a window does: one at a time, so that nobody is writing meanwhile."""
    paths = this_machine(os.environ).paths
    places = StorePlaces(paths.learner_db, paths.second_backups, paths.keeping is Keeping.STICK)
    keeper = StoreKeeper(places, SystemClock())
    try:
        yield keeper, paths
    finally:
        keeper.close()


def _unlock(learner: Learner, typed: TypedPin, store: LearnerStore) -> None:
    store.pins.unlock(learner.id, typed)


def _counted(store: LearnerStore) -> list[tuple[Learner, Holdings]]:
    return [(learner, store.holdings(learner.id)) for learner in store.learners()]


def _named(name: str, store: LearnerStore) -> Learner:
    everybody = store.learners()
    found = next((one for one in everybody if is_same_name(one.name, name)), None)
    if found is None:
        raise BadInputError(_NOBODY, name=name, names=", ".join(one.name for one in everybody) or "–")
    return found


def _is_typed_again(name: str) -> bool:
    print(f"Type {name} to delete everything for good: ", end="", file=sys.stderr, flush=True)
    return sys.stdin is not None and is_same_name(sys.stdin.readline(), name)


def _plain(learner: Learner, held: Holdings) -> dict[str, Any]:
    return {
        "name": learner.name,
        "id": learner.uuid,
        "since": held.since.isoformat(),
        "texts": {kind.value: count for kind, count in held.texts.items()},
        "words": held.words,
        "versions": held.versions,
        "files": held.files,
        "file_bytes": held.file_bytes,
        "exports": held.exports,
        "courses": held.courses,
        "steps_done": held.steps_done,
        "positions": held.positions,
    }
