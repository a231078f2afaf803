"""With a PIN, no word of its learner stands on the disk in any form; without one, the same look finds all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.places import StorePlaces
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import DraftKind, LearnerId, SaveReason, TypedPin
from courseplayer.system.clock import SystemClock
from making.clock import SetClock
from making.every_byte import files_with

COURSE = CourseId("clinic")
PIN = "482913"
WORDS = ("Kilimanjaro", "Ouagadougou", "Antananarivo", "Tegucigalpa", "Paramaribo", "Ulaanbaatar")
"""Of a draft, a note, an answer, a review, an attached file and its name."""
NEW_WORDS = ("Reykjavik", "Copenhagen")
"""Written after the PIN was set."""
PLAIN = "Wellington"
"""Of somebody without a PIN."""


def _write(store: LearnerStore, learner: LearnerId, kind: DraftKind, word: str) -> None:
    text = f"{word} " + "and so on " * 2_000 + word
    saved = store.save_draft(
        learner, COURSE, StepId("s"), kind, Document.from_plain_text(text), SaveReason.LEAVING
    )
    if kind is DraftKind.ASSIGNMENT:
        store.attach(saved.id, f"{WORDS[5]}.txt", f"bytes of {WORDS[4]} ".encode() * 900)
        path = Path("/out") / f"{WORDS[5]}.docx"
        store.record_submission(saved.id, saved.revision_id, "docx", path, "ab" * 32, 100)


def _fill(store: LearnerStore) -> None:
    almaz = store.add_learner("Almaz").id
    for word, kind in zip(WORDS, DraftKind, strict=False):
        _write(store, almaz, kind, word)
    # Written over: what was there is in the free parts of the file only.
    store.detach(store.attachments(store.drafts(almaz)[0].id)[0].id)
    _write(store, almaz, DraftKind.ASSIGNMENT, WORDS[0])
    _write(store, store.add_learner("Bekele").id, DraftKind.NOTE, PLAIN)


def _use(home: Path, pin: str | None, clock: SetClock, *, is_portable: bool = False) -> StoreKeeper:
    places = StorePlaces(home / "data" / "learner.db", home / "second", is_portable)
    keeper = StoreKeeper(places, clock)
    keeper.run(_fill)
    keeper.back_up(is_forced=True)
    clock.move(seconds=3_600)
    almaz = keeper.run(LearnerStore.learners)[0].id
    if pin is not None:
        assert keeper.pins.set(almaz, pin).left == ()
    for word, kind in zip(NEW_WORDS, DraftKind, strict=False):
        keeper.run(lambda store, w=word, k=kind: _write(store, almaz, k, w))  # type: ignore[misc]
    clock.move(seconds=3_600)
    keeper.back_up(is_forced=True)
    return keeper


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("SQLITE_TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.mark.parametrize("is_portable", [False, True])
def test_no_word_stands_on_the_disk_while_it_is_open_and_after(
    tmp_path: Path, temporary: Path, clock: SetClock, is_portable: bool
) -> None:
    home = tmp_path / "home"
    keeper = _use(home, PIN, clock, is_portable=is_portable)
    every = (*WORDS, *NEW_WORDS)
    nothing: dict[str, set[str]] = {word: set() for word in every}
    assert files_with(every, home, temporary) == nothing
    keeper.close()
    assert files_with(every, home, temporary) == nothing
    assert files_with([PLAIN], home)[PLAIN]


def test_without_a_pin_the_same_look_finds_every_word(tmp_path: Path, clock: SetClock) -> None:
    keeper = _use(tmp_path, None, clock)
    found = files_with((*WORDS, *NEW_WORDS), tmp_path)
    keeper.close()
    assert all(found.values())


def test_restoring_and_a_new_version_leave_no_plain_copy(
    tmp_path: Path, temporary: Path, clock: SetClock
) -> None:
    keeper = _use(tmp_path / "home", None, clock)
    keeper.restore(keeper.backups()[-1][0].path)
    before = keeper.run(LearnerStore.learners)
    store = tmp_path / "home" / "data" / "learner.db"
    store.with_name("learner-before-v2.db").write_bytes(next(store.parent.glob("*restore*")).read_bytes())
    assert files_with(WORDS[:1], tmp_path / "home")[WORDS[0]] > {"data/learner-before-v2.db"}
    assert keeper.pins.set(before[0].id, PIN).left == ()
    keeper.close()
    assert not any(files_with((*WORDS, *NEW_WORDS), tmp_path / "home", temporary).values())


_CHILD = """
import sys
from pathlib import Path
from learner.test_pin_every_byte import go_on_for_ever, set_pin
{"write": go_on_for_ever, "set": set_pin}[sys.argv[1]](Path(sys.argv[2]))
"""


def go_on_for_ever(home: Path) -> None:
    """Type the PIN and write until killed."""
    keeper = StoreKeeper(StorePlaces(home / "data" / "learner.db"), SystemClock())
    almaz = keeper.run(LearnerStore.learners)[0].id
    keeper.pins.unlock(almaz, TypedPin(PIN))
    number = 0
    while True:
        number += 1
        kind = list(DraftKind)[number % 4]
        keeper.run(lambda store, k=kind: _write(store, almaz, k, NEW_WORDS[0]))  # type: ignore[misc]
        if number % 5 == 0:
            keeper.back_up(is_forced=True)
        print(number, flush=True)  # noqa: T201 - the acknowledgement


def set_pin(home: Path) -> None:
    """Set the PIN; somebody kills this at any moment."""
    keeper = StoreKeeper(StorePlaces(home / "data" / "learner.db", home / "second"), SystemClock())
    almaz = keeper.run(LearnerStore.learners)[0].id
    print("begun", flush=True)  # noqa: T201 - the acknowledgement
    keeper.pins.set(almaz, PIN)


def _child(what: str, home: Path) -> "subprocess.Popen[str]":
    tests = str(Path(__file__).resolve().parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([tests, *sys.path])}
    command = [sys.executable, "-c", _CHILD, what, str(home)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_a_kill_while_writing_leaves_no_word(tmp_path: Path, temporary: Path, clock: SetClock) -> None:
    home = tmp_path / "home"
    _use(home, PIN, clock).close()
    for kills in (6, 13):
        with _child("write", home) as child:
            assert child.stdout is not None
            for _ in range(kills):
                assert child.stdout.readline()
            child.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        assert not any(files_with((*WORDS, *NEW_WORDS), home, temporary).values())


@pytest.mark.parametrize("after_s", [0.05, 0.3, 0.5, 0.8])
def test_a_kill_while_the_pin_is_set_loses_nothing_and_is_made_good(
    tmp_path: Path, temporary: Path, clock: SetClock, after_s: float
) -> None:
    home = tmp_path / "home"
    _use(home, None, clock).close()
    with _child("set", home) as child:
        assert child.stdout is not None
        child.stdout.readline()
        try:
            child.wait(after_s)
        except subprocess.TimeoutExpired:
            child.kill()
    keeper = StoreKeeper(StorePlaces(home / "data" / "learner.db", home / "second"), clock)
    almaz = keeper.run(LearnerStore.learners)[0]
    if almaz.has_pin:
        assert not files_with(WORDS, home / "data" / "learner.db")[WORDS[0]]
        keeper.pins.unlock(almaz.id, TypedPin(PIN))
        assert keeper.pins.settle(almaz.id) == ()
    else:
        keeper.pins.set(almaz.id, PIN)
    texts = {draft.document.plain_text().split()[0] for draft in keeper.run(lambda s: s.drafts(almaz.id))}
    assert texts == {*NEW_WORDS, *WORDS[2:4]}
    keeper.close()
    assert not any(files_with((*WORDS, *NEW_WORDS), home, temporary).values())
