"""What people do, acknowledged step by step on stdout, and what must be there after an interruption.

`main` does a journey in a process of its own; a refusal of the disk ends it with exit code 3.
"""

import hashlib
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from courseplayer.course.errors import PlainError
from courseplayer.course.location import Location
from courseplayer.course.outline import StepId
from courseplayer.course.writing import Document
from courseplayer.learner.backups import BackupContents, contents
from courseplayer.learner.migrations import MIGRATIONS
from courseplayer.learner.rescue import Rescue
from courseplayer.learner.rescue_format import RescuedText
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.system import settings as settings_file
from courseplayer.system.atomic import write_file
from courseplayer.system.rescue_places import RescueFolder
from courseplayer.system.settings import Settings
from making.clock import SetClock
from torture.pin_journeys import PIN_JOURNEYS
from torture.texts import COURSE, STEP, Journey, acknowledge
from torture.texts import between as _between
from torture.texts import db as _db
from torture.texts import keeper as _keeper
from torture.texts import learner as _learner
from torture.texts import nothing as _nothing
from torture.texts import prepare_backup as _prepare_backup
from torture.texts import save as _save
from torture.texts import saved as _saved
from torture.texts import words as _words

NEXT_STEP = ("ALTER TABLE learners ADD COLUMN pin TEXT", "UPDATE learners SET pin = 'none'")
_T = TypeVar("_T")
TOLD = 3
"""The exit code of a journey that the disk refused, told in a sentence."""
_DAMAGED_AT = 4096 * 6


def _type(folder: Path, rounds: int) -> None:
    keeper = _keeper(folder)
    for number in range(1, rounds + 1):
        reason = SaveReason.LEAVING if number % 5 == 0 else SaveReason.AUTOSAVE
        keeper.run(lambda store, n=number, why=reason: _save(n, store, reason=why))  # type: ignore[misc]
        acknowledge(number)
    keeper.close()


def _check_typed(folder: Path, acknowledged: int) -> str:
    return _between(_read(folder, _saved), acknowledged)


def _move_about(folder: Path, rounds: int) -> None:
    keeper = _keeper(folder)
    for number in range(1, rounds + 1):
        keeper.run(lambda store, n=number: _visit(store, n))  # type: ignore[misc]
        acknowledge(number)
    keeper.close()


def _visit(store: LearnerStore, number: int) -> None:
    name = ("Almaz", "Berhane")[number % 2]
    learner = _learner(store, name)
    store.choose_learner(learner)
    store.mark_done(learner, COURSE, StepId(f"s{number}"), True)
    store.remember_place(learner, Location(COURSE, StepId(f"s{number}"), number * 1_000))
    _save(number, store, name)


def _check_moved(folder: Path, acknowledged: int) -> str:
    def done(store: LearnerStore) -> int:
        return max(
            [0] + [_saved(store, learner.name) for learner in store.learners()],
        )

    def steps(store: LearnerStore) -> int:
        return sum(len(store.progress(learner.id, COURSE).done) for learner in store.learners())

    return _between(_read(folder, done), acknowledged) or _between(_read(folder, steps), acknowledged)


def _export(folder: Path, rounds: int) -> None:
    keeper = _keeper(folder)
    for number in range(1, rounds + 1):
        keeper.run(partial(_export_once, folder, number))
        acknowledge(number)
    keeper.close()


def _export_once(folder: Path, number: int, store: LearnerStore) -> None:
    draft = _save(number, store, reason=SaveReason.EXPORT)
    data = draft.document.plain_text().encode() * 40
    target = folder / f"text-{number % 2}.txt"
    write_file(target, data)
    digest = hashlib.sha256(data).hexdigest()
    store.record_submission(draft.id, draft.revision_id, "txt", target, digest, len(data))


def _check_exported(folder: Path, acknowledged: int) -> str:
    for path in folder.glob("text-*.txt"):
        first = path.read_text(encoding="utf-8").split()[0]
        whole = (f"{first} " + "words " * (int(first) * 61 % 700)).strip() * 40
        if path.read_text(encoding="utf-8").split() != whole.split():
            return f"{path.name} is torn"
    recorded = _read(folder, _submissions)
    wrong = _between(_read(folder, _saved), acknowledged) or _between(len(recorded), acknowledged)
    if wrong or acknowledged == 0:
        return wrong
    number, sha256 = acknowledged, recorded[acknowledged - 1]
    data = (folder / f"text-{number % 2}.txt").read_bytes()
    is_next = data.startswith(f"{number + 2} ".encode())
    if hashlib.sha256(data).hexdigest() != sha256 and not is_next:
        return "the exported file is not the recorded one"
    return ""


def _submissions(store: LearnerStore) -> list[str]:
    found = [store.submissions(learner.id, COURSE, STEP) for learner in store.learners()]
    return [submission.sha256 for every in found for submission in reversed(every)]


def _back_up(folder: Path, rounds: int) -> None:
    clock = SetClock()
    keeper = _keeper(folder, clock)
    for number in range(1, rounds + 1):
        keeper.run(lambda store, n=number: _save(n, store))  # type: ignore[misc]
        keeper.back_up(is_forced=True)
        clock.move(seconds=7_200)
        acknowledge(number)
    keeper.close()


def _words_of(backup: BackupContents | None) -> int:
    return 0 if backup is None or not backup.texts else backup.texts[0].words


def _check_backed_up(folder: Path, acknowledged: int) -> str:
    keeper = _keeper(folder)
    listed = len(list((folder / "backups").glob("learner-*.db"))) if (folder / "backups").exists() else 0
    backups = keeper.backups()
    keeper.close()
    if len(backups) != listed:
        return f"{listed - len(backups)} backups are torn"
    newest = backups[0][1] if backups else None
    # Older ones are thinned out, but the newest is always there.
    if _words_of(newest) not in {_words(acknowledged), _words(acknowledged + 1)}:
        return f"the newest backup has {_words_of(newest)} words after {acknowledged}"
    return _check_typed(folder, acknowledged)


def _prepare_text(folder: Path) -> None:
    keeper = _keeper(folder)
    keeper.run(lambda store: _save(7, store, reason=SaveReason.LEAVING))
    keeper.close()


def _migrate(folder: Path, _rounds: int) -> None:
    store = open_learner_store(_db(folder), SetClock(), migrations=(*MIGRATIONS, NEXT_STEP))
    acknowledge(1)
    store.close()


def _check_migrated(folder: Path, acknowledged: int) -> str:
    store = open_learner_store(_db(folder), SetClock(), migrations=(*MIGRATIONS, NEXT_STEP))
    number = _saved(store)
    store.close()
    with closing(sqlite3.connect(_db(folder))) as raw:
        pins = {pin for (pin,) in raw.execute("SELECT pin FROM learners")}
    for copy in folder.glob("learner-before-v*.db"):
        contents(copy)
    return "" if (number, pins) == (7, {"none"}) else f"text {number}, pins {pins} after {acknowledged}"


def _restore(folder: Path, _rounds: int) -> None:
    clock = SetClock()
    clock.move(seconds=60)
    keeper = _keeper(folder, clock)
    ((backup, _held),) = keeper.backups()
    keeper.restore(backup.path)
    acknowledge(1)
    keeper.run(_saved)
    keeper.close()


def _check_restored(folder: Path, acknowledged: int) -> str:
    number = _read(folder, _saved)
    kept = list(folder.glob("learner-before-restore-*.db"))
    for copy in kept:
        if [text.words for text in contents(copy).texts] != [1 + 7 * 61 % 700]:
            return "what was there before is torn"
    if number == 3:
        return "" if kept else "restored, but what was there before is gone"
    return "" if number == 7 and not acknowledged else f"text {number} after {acknowledged}"


def _prepare_damage(folder: Path) -> None:
    _prepare_backup(folder)
    keeper = _keeper(folder)
    for number in range(30):
        keeper.run(lambda store, n=number: store.add_learner(f"Learner {n} " + "x" * 40))  # type: ignore[misc]
    keeper.run(lambda store: _save(8, store, name="Berhane", reason=SaveReason.LEAVING))
    keeper.close()
    with _db(folder).open("r+b") as file:
        file.seek(_DAMAGED_AT)
        file.write(b"\xee" * 4096)


def _salvage(folder: Path, _rounds: int) -> None:
    keeper = _keeper(folder)
    report = keeper.look()
    acknowledge(0 if report is None else 1)
    keeper.close()


def _check_salvaged(folder: Path, acknowledged: int) -> str:
    asides = list(folder.glob("learner-damaged-*.db"))
    keeper = _keeper(folder)
    report = keeper.look()
    number = keeper.run(_saved)
    keeper.close()
    if report is not None and acknowledged:
        return "a salvaged store is damaged"
    if report is None and not asides:
        return "the damaged store is gone"
    return "" if number in {3, 7} else f"text {number}"


def _choose(folder: Path, rounds: int) -> None:
    for number in range(1, rounds + 1):
        settings_file.save(folder / "settings.json", Settings(opened_courses=(f"/courses/{number}.course",)))
        acknowledge(number)


def _check_chosen(folder: Path, acknowledged: int) -> str:
    path = folder / "settings.json"
    if not path.exists():
        return _between(0, acknowledged)
    (opened,) = settings_file.load(path).settings.opened_courses
    return _between(int(Path(opened).stem), acknowledged)


def _rescue_in(folder: Path) -> Rescue:
    return Rescue((RescueFolder(folder / "documents" / "rescued"),), _db(folder))


def _rescued_words(number: int) -> str:
    return f"{number} " + "words " * (number * 61 % 700)


def _rescue(folder: Path, rounds: int) -> None:
    """Let the store refuse two saves of three; each third is taken, and then the copy is removed."""
    keeper, rescue = _keeper(folder), _rescue_in(folder)
    for number in range(1, rounds + 1):
        words = _rescued_words(number)
        document = Document.from_plain_text(words)
        text = RescuedText("almaz", COURSE, STEP, DraftKind.ASSIGNMENT, document, SetClock().now())
        if number % 3:
            rescue.keep(text, f"<p>{words}</p>".encode())
        else:
            keeper.run(lambda store, n=number: _save(n, store))  # type: ignore[misc]
            rescue.drop(text.key)
        acknowledge(number)
    keeper.close()


def _check_rescued(folder: Path, acknowledged: int) -> str:
    found = [file.text.document.plain_text() for file in _rescue_in(folder).found()]
    if len(found) > 1:
        return f"{len(found)} copies of one text"
    copied = int(found[0].split()[0]) if found else 0
    if found and found[0].split() != _rescued_words(copied).split():
        return "a torn copy"
    saved = _read(folder, _saved) if _db(folder).exists() else 0
    # Where the store has it, the copy of the text before may still be there.
    return _between(max(copied, saved), acknowledged)


def _read(folder: Path, work: Callable[[LearnerStore], _T]) -> _T:
    keeper = _keeper(folder)
    value = keeper.run(work)
    damaged = keeper.look()
    keeper.close()
    assert damaged is None, "the store is damaged"
    return value


JOURNEYS = {
    "typing": Journey(_nothing, _type, _check_typed),
    "moving about": Journey(_nothing, _move_about, _check_moved),
    "exporting": Journey(_nothing, _export, _check_exported),
    "backing up": Journey(_nothing, _back_up, _check_backed_up),
    "migrating": Journey(_prepare_text, _migrate, _check_migrated),
    "restoring": Journey(_prepare_backup, _restore, _check_restored),
    "salvaging": Journey(_prepare_damage, _salvage, _check_salvaged),
    "rescuing": Journey(_nothing, _rescue, _check_rescued),
    **PIN_JOURNEYS,
    "choosing settings": Journey(_nothing, _choose, _check_chosen),
}


def wrong_after(name: str, folder: Path, acknowledged: int) -> str:
    """Open what is left with the program's own code; returns what is wrong, empty when all is as promised."""
    try:
        return JOURNEYS[name].check(folder, acknowledged)
    except Exception as broken:  # noqa: BLE001 - whatever goes wrong here is the answer
        return f"{type(broken).__name__}: {broken}"


def main(name: str, folder: str, rounds: str) -> int:
    """Do a journey."""
    try:
        JOURNEYS[name].do(Path(folder), int(rounds))
    except PlainError as told:
        print(told, file=sys.stderr)
        return TOLD
    return 0
