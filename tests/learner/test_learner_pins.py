"""A PIN closes what its learner wrote; nobody else's words, and nothing is ever lost with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.errors import DamagedStoreError
from courseplayer.learner.key_slots import RefusedPinError
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.pins import WrongPinError
from courseplayer.learner.recovery import BadRecoveryKeyError
from courseplayer.learner.sealing import DataKey, UnreadableSealError
from courseplayer.learner.seals import FileSeals, LockedLearnerError
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import (
    Draft,
    DraftKind,
    LearnerId,
    SaveReason,
    TypedPin,
    TypedRecoveryKey,
)
from making.clock import SetClock

COURSE, STEP = CourseId("clinic"), StepId("a1b2")
PIN, OTHER = "482913", "tulip garden"
RIGHT = TypedPin(PIN)


def _write(
    store: LearnerStore, learner: LearnerId, text: str, kind: DraftKind = DraftKind.ASSIGNMENT
) -> Draft:
    document = Document.from_plain_text(text)
    return store.save_draft(learner, COURSE, STEP, kind, document, SaveReason.LEAVING)


def _text(store: LearnerStore, learner: LearnerId) -> str:
    draft = store.draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT)
    return "" if draft is None else draft.document.plain_text()


@pytest.fixture
def almaz(store: LearnerStore) -> LearnerId:
    learner = store.add_learner("Almaz").id
    draft = _write(store, learner, "A queue of one")
    store.attach(draft.id, "plan.txt", b"two chairs")
    store.record_submission(draft.id, draft.revision_id, "docx", Path("/out/queue.docx"), "ab" * 32, 10)
    return learner


@pytest.fixture
def bekele(store: LearnerStore) -> LearnerId:
    learner = store.add_learner("Bekele").id
    _write(store, learner, "Bekele's text")
    return learner


@pytest.fixture
def reopened(
    db: Path, store: LearnerStore, almaz: LearnerId, bekele: LearnerId, clock: SetClock
) -> Iterator[LearnerStore]:
    """Return the store after a PIN was set and the program started anew."""
    store.pins.set(almaz, PIN)
    store.close()
    opened = open_learner_store(db, clock)
    yield opened
    opened.close()


def _rows(db: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(db)) as raw:
        return raw.execute(query).fetchall()


def test_with_a_pin_everything_reads_as_before(store: LearnerStore, almaz: LearnerId) -> None:
    store.pins.set(almaz, PIN)
    draft = store.draft(almaz, COURSE, STEP, DraftKind.ASSIGNMENT)
    assert draft is not None
    assert draft.document.plain_text() == "A queue of one"
    (attached,) = store.attachments(draft.id)
    assert (attached.file_name, store.attachment_bytes(attached.id)) == ("plan.txt", b"two chairs")
    (sent,) = store.submissions(almaz, COURSE, STEP)
    assert (Path(sent.path), sent.sha256) == (Path("/out/queue.docx"), "ab" * 32)


def test_what_is_written_with_a_pin_is_closed_in_the_file(
    db: Path, store: LearnerStore, almaz: LearnerId
) -> None:
    store.pins.set(almaz, PIN)
    draft = _write(store, almaz, "A second queue")
    store.attach(draft.id, "second.txt", b"three chairs")
    store.record_submission(draft.id, draft.revision_id, "odt", Path("/out/second.odt"), "cd" * 32, 10)
    texts = [
        *_rows(db, "SELECT document FROM revisions"),
        *_rows(db, "SELECT file_name FROM attachments UNION SELECT sha256 FROM attachments"),
        *_rows(db, "SELECT path FROM submissions UNION SELECT sha256 FROM submissions"),
    ]
    assert len(texts) == 10
    assert all(str(text).startswith("sealed1:") for (text,) in texts)
    assert all(b"chairs" not in bytes(data) for (data,) in _rows(db, "SELECT data FROM attachments"))  # type: ignore[call-overload]


def test_without_the_pin_nothing_is_read_or_written(reopened: LearnerStore, almaz: LearnerId) -> None:
    assert reopened.pins.locked() == {almaz}
    assert [learner.has_pin for learner in reopened.learners()] == [True, False]
    with pytest.raises(LockedLearnerError, match="Almaz"):
        reopened.drafts(almaz)
    with pytest.raises(LockedLearnerError):
        _write(reopened, almaz, "Somebody else's")
    with pytest.raises(LockedLearnerError):
        reopened.submissions(almaz, COURSE, STEP)


def test_the_pin_opens_it_until_it_is_locked(reopened: LearnerStore, almaz: LearnerId) -> None:
    reopened.pins.unlock(almaz, RIGHT)
    assert reopened.pins.locked() == set()
    draft = _write(reopened, almaz, "And on")
    assert len(reopened.revisions(draft.id)) == 2
    assert reopened.restore_revision(reopened.revisions(draft.id)[-1].id).document.plain_text() == (
        "A queue of one"
    )
    reopened.pins.lock(almaz)
    with pytest.raises(LockedLearnerError):
        reopened.attachments(draft.id)
    with pytest.raises(LockedLearnerError):
        reopened.revision_document(draft.revision_id)


def test_other_learners_are_not_touched(db: Path, reopened: LearnerStore, bekele: LearnerId) -> None:
    assert _text(reopened, bekele) == "Bekele's text"
    plain = _rows(db, "SELECT document FROM revisions WHERE document NOT LIKE 'sealed%'")
    assert len(plain) == 1


def test_the_digits_of_any_keyboard_are_the_same_pin(reopened: LearnerStore, almaz: LearnerId) -> None:
    reopened.pins.unlock(almaz, TypedPin(" ٤٨٢٩١٣ "))
    assert _text(reopened, almaz) == "A queue of one"


@pytest.mark.parametrize("pin", ["", "12345", "123456", "000000", "121212", "fedcba", "x" * 65])
def test_a_pin_that_is_no_protection_is_refused(store: LearnerStore, almaz: LearnerId, pin: str) -> None:
    with pytest.raises(RefusedPinError, match="nothing was changed"):
        store.pins.set(almaz, pin)
    assert store.learners()[0].has_pin is False


def test_a_second_pin_is_not_set_over_the_first(store: LearnerStore, almaz: LearnerId) -> None:
    store.pins.set(almaz, PIN)
    with pytest.raises(PlainError, match="PIN already"):
        store.pins.set(almaz, OTHER)
    store.pins.lock(almaz)
    store.pins.unlock(almaz, RIGHT)


def test_another_pin_takes_the_place_of_the_first(reopened: LearnerStore, almaz: LearnerId) -> None:
    reopened.pins.change(almaz, RIGHT, OTHER)
    reopened.pins.lock(almaz)
    with pytest.raises(WrongPinError):
        reopened.pins.unlock(almaz, RIGHT)
    reopened.pins.unlock(almaz, TypedPin(OTHER))
    assert _text(reopened, almaz) == "A queue of one"


def test_without_a_pin_the_words_are_plain_again(db: Path, reopened: LearnerStore, almaz: LearnerId) -> None:
    reopened.pins.remove(almaz, RIGHT)
    assert reopened.learners()[0].has_pin is False
    assert _text(reopened, almaz) == "A queue of one"
    assert _rows(db, "SELECT count(*) FROM revisions WHERE document LIKE 'sealed%'") == [(0,)]
    assert _rows(db, "SELECT data FROM attachments") == [(b"two chairs",)]


def test_the_recovery_key_opens_and_a_new_pin_follows(
    db: Path, store: LearnerStore, almaz: LearnerId, clock: SetClock
) -> None:
    recovery_key = store.pins.set(almaz, PIN)
    store.pins.lock(almaz)
    as_typed = TypedRecoveryKey(recovery_key.lower().replace("-", " ").replace("0", "o"))
    store.pins.change(almaz, as_typed, OTHER)
    store.pins.lock(almaz)
    store.pins.unlock(almaz, TypedPin(OTHER))
    assert _text(store, almaz) == "A queue of one"
    store.pins.unlock(almaz, TypedRecoveryKey(recovery_key))


def test_a_new_recovery_key_makes_the_old_one_useless(store: LearnerStore, almaz: LearnerId) -> None:
    first = store.pins.set(almaz, PIN)
    second = store.pins.renew_recovery_key(almaz, RIGHT)
    with pytest.raises(BadRecoveryKeyError, match="an old one"):
        store.pins.unlock(almaz, TypedRecoveryKey(first))
    store.pins.unlock(almaz, TypedRecoveryKey(second))
    assert _text(store, almaz) == "A queue of one"


def test_a_slip_in_a_recovery_key_is_told_as_one(store: LearnerStore, almaz: LearnerId) -> None:
    recovery_key = store.pins.set(almaz, PIN)
    slip = ("A" if recovery_key[0] != "A" else "B") + recovery_key[1:]
    for typed in (slip, recovery_key[:-5], "", "ü" * 28):
        with pytest.raises(BadRecoveryKeyError, match="letter by letter"):
            store.pins.unlock(almaz, TypedRecoveryKey(typed))


def test_each_recovery_key_belongs_to_one_learner(
    store: LearnerStore, almaz: LearnerId, bekele: LearnerId
) -> None:
    store.pins.set(almaz, PIN)
    of_bekele = store.pins.set(bekele, PIN)
    with pytest.raises(BadRecoveryKeyError, match="somebody else"):
        store.pins.unlock(almaz, TypedRecoveryKey(of_bekele))


def _fail(store: LearnerStore, learner: LearnerId, times: int) -> WrongPinError:
    for _ in range(times):
        with pytest.raises(WrongPinError) as told:
            store.pins.unlock(learner, TypedPin("999111"))
    return told.value


def test_wrong_pins_wait_longer_and_longer(reopened: LearnerStore, almaz: LearnerId, clock: SetClock) -> None:
    assert _fail(reopened, almaz, 4).wait_seconds == 0
    waits = []
    for _ in range(8):
        wait = _fail(reopened, almaz, 1).wait_seconds
        waits.append(wait)
        clock.move(seconds=wait)
    assert waits == [10, 20, 40, 80, 160, 300, 300, 300]


def test_while_one_waits_not_even_the_right_pin_is_tried(
    db: Path, reopened: LearnerStore, almaz: LearnerId, clock: SetClock
) -> None:
    _fail(reopened, almaz, 5)
    clock.move(seconds=4)
    with pytest.raises(WrongPinError) as told:
        reopened.pins.unlock(almaz, RIGHT)
    assert told.value.wait_seconds == 6
    reopened.close()
    with closing(open_learner_store(db, clock)) as again:
        with pytest.raises(WrongPinError):
            again.pins.unlock(almaz, RIGHT)
        clock.move(seconds=6)
        again.pins.unlock(almaz, RIGHT)
        again.pins.lock(almaz)
        assert _fail(again, almaz, 1).wait_seconds == 0


def test_a_clock_that_was_set_back_neither_helps_nor_locks_for_years(
    reopened: LearnerStore, almaz: LearnerId, clock: SetClock
) -> None:
    assert _fail(reopened, almaz, 5).wait_seconds == 10
    clock.move(days=-4_000)
    assert _fail(reopened, almaz, 1).wait_seconds == 10
    clock.move(seconds=9)
    assert _fail(reopened, almaz, 1).wait_seconds == 1
    clock.move(seconds=1)
    reopened.pins.unlock(almaz, RIGHT)


def test_the_recovery_key_does_not_wait(store: LearnerStore, almaz: LearnerId) -> None:
    recovery_key = store.pins.set(almaz, PIN)
    _fail(store, almaz, 5)
    store.pins.unlock(almaz, TypedRecoveryKey(recovery_key))
    assert _text(store, almaz) == "A queue of one"


def test_a_value_that_was_moved_to_another_row_does_not_open(
    db: Path, reopened: LearnerStore, almaz: LearnerId
) -> None:
    reopened.pins.unlock(almaz, RIGHT)
    _write(reopened, almaz, "A note", DraftKind.NOTE)
    with closing(sqlite3.connect(db)) as raw, raw:
        raw.execute("UPDATE revisions SET document = (SELECT document FROM revisions WHERE id = 1)")
    assert _text(reopened, almaz) == "A queue of one"
    with pytest.raises(UnreadableSealError, match="kept as it is"):
        reopened.draft(almaz, COURSE, STEP, DraftKind.NOTE)


def test_a_store_that_asks_for_all_memory_is_not_obeyed(
    db: Path, reopened: LearnerStore, almaz: LearnerId
) -> None:
    for cost in (
        "argon2id 99999999999 1 1",
        "argon2id 65536 9999 1",
        "scrypt 1 1 1",
        "argon2id",
        "argon2id 1 1 0",
    ):
        with closing(sqlite3.connect(db)) as raw, raw:
            raw.execute("UPDATE pins SET pin_cost = ?, failures = 0", (cost,))
        with pytest.raises(DamagedStoreError, match="still there"):
            reopened.pins.unlock(almaz, RIGHT)


def test_pins_and_recovery_keys_are_not_shown_by_accident() -> None:
    assert PIN not in repr(RIGHT)
    assert "ABCD" not in repr(TypedRecoveryKey("ABCD"))


def test_a_file_beside_the_store_is_closed_for_who_has_a_pin(
    store: LearnerStore, almaz: LearnerId, bekele: LearnerId
) -> None:
    files = FileSeals(store.keys)
    uuid, other = (one.uuid for one in store.learners())
    store.pins.set(almaz, PIN)
    assert store.pins.locked() == set()
    closed = files.seal(uuid, b"rescued words")
    assert closed is not None
    assert b"rescued" not in closed
    assert files.unseal(uuid, closed) == b"rescued words"
    assert files.seal(other, b"rescued words") is None
    assert FileSeals(KeyRing()).unseal(uuid, closed) is None
    store.pins.lock(almaz)
    assert files.unseal(uuid, closed) is None
    with pytest.raises(LockedLearnerError, match="no copy of them was written"):
        files.seal(uuid, b"rescued words")
    store.pins.remove(almaz, RIGHT)
    assert files.seal(uuid, b"rescued words") is None


def test_a_key_that_was_forgotten_closes_nothing() -> None:
    key = DataKey.new()
    key.forget()
    with pytest.raises(UnreadableSealError):
        key.close(b"words", b"")
