"""A stick that is pulled in mid-sentence: told, never replaced by an empty store, and found again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.errors import LostStoreError
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import Draft, DraftKind, LearnerId, SaveReason
from making.clock import SetClock
from making.mounts import where_mounted
from making.sources import ROOT

COURSE, STEP = CourseId("clinic"), StepId("a1b2")
ALMAZ = LearnerId(1)


def _save(text: str, store: LearnerStore) -> Draft:
    document = Document.from_plain_text(text)
    return store.save_draft(ALMAZ, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.AUTOSAVE)


def _text(store: LearnerStore) -> str:
    draft = store.draft(ALMAZ, COURSE, STEP, DraftKind.ASSIGNMENT)
    assert draft is not None
    return draft.document.plain_text()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def keeper(stick: Path, clock: SetClock) -> Iterator[StoreKeeper]:
    kept = StoreKeeper(StorePlaces(stick / "data" / "learner.db", is_portable=True), clock)
    kept.run(lambda store: store.add_learner("Almaz"))
    kept.run(lambda store: _save("before", store))
    yield kept
    kept.close()


def test_a_pulled_stick_is_told_and_what_was_saved_is_there_when_it_comes_back(
    keeper: StoreKeeper, stick: Path, tmp_path: Path
) -> None:
    stick.rename(tmp_path / "pocket")
    for _try in range(2):
        with pytest.raises(LostStoreError, match="Plug that very stick in again") as told:
            keeper.run(lambda store: _save("while it was away", store))
    assert "safe" in str(told.value)
    # In its place nothing was made: an empty store would look as if all were lost.
    assert not stick.exists()
    (tmp_path / "pocket").rename(stick)
    assert keeper.run(_text) == "before"
    assert keeper.run(lambda store: _save("afterwards", store)).words == 1
    assert keeper.run(_text) == "afterwards"


def test_a_copy_in_the_same_place_is_opened_anew(keeper: StoreKeeper, stick: Path, tmp_path: Path) -> None:
    """As another mount of the same stick is: what was open before is dead for good."""
    stick.rename(tmp_path / "dead")
    shutil.copytree(tmp_path / "dead", stick)
    with pytest.raises(LostStoreError):
        keeper.run(lambda store: _save("lost", store))
    keeper.run(lambda store: _save("saved", store))
    other = StoreKeeper(StorePlaces(stick / "data" / "learner.db", is_portable=True), SetClock())
    keeper.close()
    assert other.run(_text) == "saved"
    other.close()


def test_nothing_is_written_to_the_stick_of_somebody_else(
    keeper: StoreKeeper, stick: Path, tmp_path: Path, clock: SetClock
) -> None:
    stick.rename(tmp_path / "pocket")
    theirs = StoreKeeper(StorePlaces(stick / "data" / "learner.db", is_portable=True), clock)
    theirs.run(lambda store: store.add_learner("Bekele"))
    theirs.run(lambda store: _save("Bekele's own words", store))
    theirs.close()
    for _try in range(2):
        with pytest.raises(LostStoreError):
            keeper.run(lambda store: _save("Almaz wrote this", store))
    keeper.close()
    again = StoreKeeper(StorePlaces(stick / "data" / "learner.db", is_portable=True), clock)
    assert again.run(_text) == "Bekele's own words"
    again.close()
    shutil.rmtree(stick)
    (tmp_path / "pocket").rename(stick)
    assert keeper.run(_text) == "before"


_PULLED = """
import subprocess, sys
from pathlib import Path
from courseplayer.course.errors import PlainError
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.system.clock import SystemClock
from test_lost_store import _save, _text
stick, disk = Path(sys.argv[1]), Path(sys.argv[2])
keeper = StoreKeeper(StorePlaces(stick / "data" / "learner.db", is_portable=True), SystemClock())
keeper.run(lambda store: store.add_learner("Almaz"))
keeper.run(lambda store: _save("before", store))
subprocess.run(["umount", "--lazy", stick], check=True)
for _try in range(2):
    try:
        keeper.run(lambda store: _save("while it was away", store))
    except PlainError as told:
        print(type(told).__name__)
print(list(stick.iterdir()))
subprocess.run(["mount", "--bind", disk, stick], check=True)
print(keeper.run(_text))
keeper.run(lambda store: _save("afterwards", store))
print(keeper.run(_text))
keeper.close()
"""


def test_a_mounted_stick_is_pulled_and_plugged_in_again(tmp_path: Path) -> None:
    """As a desktop does it: what was open stays alive without a place, and the place is an empty folder."""
    stick, disk = tmp_path / "stick", tmp_path / "disk"
    stick.mkdir()
    disk.mkdir()
    command = [*where_mounted([f"mount --bind '{disk}' '{stick}'"]), sys.executable, "-c", _PULLED]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests"), str(Path(__file__).parent)])
    run = subprocess.run(
        [*command, str(stick), str(disk)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.splitlines() == ["LostStoreError", "LostStoreError", "[]", "before", "afterwards"]


def test_a_backup_of_other_learners_may_be_restored(keeper: StoreKeeper) -> None:
    made = keeper.back_up(is_forced=True)
    assert made is not None
    keeper.run(lambda store: store.add_learner("Chaltu"))
    keeper.restore(made.path)
    assert [learner.name for learner in keeper.run(lambda store: store.learners())] == ["Almaz"]
