"""Who has a PIN, and how long somebody who typed a wrong one has to wait."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.learner.key_slots import KeySlots
from courseplayer.learner.sealing import KeyId
from courseplayer.learner.tables import LEARNERS, PINS
from courseplayer.learner.values import LearnerId

FREE_FAILURES = 4
"""Slips that cost nothing."""
_FIRST_WAIT_MS, MOST_WAIT_MS = 10_000, 300_000

_WRONG = QT_TRANSLATE_NOOP(
    "errors",
    "This is not the PIN, so nothing was opened; everything written is safe. "
    "Type it again, or use the recovery key.",
)
_WAIT = QT_TRANSLATE_NOOP(
    "errors",
    "The PIN was wrong {failures} times, so the next try has to wait; everything written is safe. "
    "Try again in {seconds} seconds, or use the recovery key.",
)
_NO_PIN = QT_TRANSLATE_NOOP(
    "errors", "There is no PIN here, so there was nothing to do; everything written is safe."
)
_HAS_PIN = QT_TRANSLATE_NOOP(
    "errors",
    "There is a PIN already, so nothing was changed. To have another one, choose “Change the PIN”.",
)


class WrongPinError(PlainError):
    """The PIN is another one; ``wait_seconds`` must pass before the next try."""

    def __init__(self, failures: int, wait_seconds: int) -> None:
        sentence = _WAIT if wait_seconds else _WRONG
        super().__init__(sentence, failures=failures, seconds=wait_seconds)
        self.wait_seconds = wait_seconds


@dataclass(frozen=True, slots=True)
class Pin:
    """What is kept of a learner's PIN; ``is_tidy``: no plain words are left in the store."""

    learner_id: LearnerId
    learner_uuid: str
    slots: KeySlots
    failures: int
    failed_ms: int
    is_tidy: bool


def of(connection: Connection, learner_id: LearnerId) -> Pin:
    """Return what is kept of a PIN; raises PlainError when there is none."""
    found = find(connection, learner_id)
    if found is None:
        raise PlainError(_NO_PIN)
    return found


def find(connection: Connection, learner_id: LearnerId) -> Pin | None:
    """Return what is kept of a learner's PIN, None when they have none."""
    query = select(PINS, LEARNERS.c.uuid).join_from(PINS, LEARNERS, PINS.c.learner_id == LEARNERS.c.id)
    row = connection.execute(query.where(PINS.c.learner_id == learner_id)).one_or_none()
    return None if row is None else _pin(row)


def add(connection: Connection, learner_id: LearnerId, slots: KeySlots) -> None:
    """Keep that a learner has a PIN from now on; raises PlainError when they have one."""
    if find(connection, learner_id) is not None:
        raise PlainError(_HAS_PIN)
    connection.execute(
        insert(PINS).values(learner_id=learner_id, failures=0, failed_ms=0, is_tidy=0, **_values(slots))
    )


def replace(connection: Connection, learner_id: LearnerId, slots: KeySlots) -> None:
    """Keep another PIN or another recovery key of the same data key."""
    values = {**_values(slots), "failures": 0, "is_tidy": 0}
    connection.execute(update(PINS).where(PINS.c.learner_id == learner_id).values(**values))


def remove(connection: Connection, learner_id: LearnerId) -> None:
    """Keep that a learner has no PIN any more; their words must be plain by then."""
    connection.execute(delete(PINS).where(PINS.c.learner_id == learner_id))


def begin_try(connection: Connection, learner_id: LearnerId, now_ms: int) -> tuple[Pin, WrongPinError | None]:
    """Count a try as a failure before it is known to be one: ending the program in between hides none.

    While the wait of the failure before is not over, the refusal to raise is returned beside. It is not
    raised here: what is written about the wait has to stay written.
    """
    pin = of(connection, learner_id)
    wait_ms = _wait_ms(pin, now_ms)
    if wait_ms == 0:
        _set(connection, learner_id, failures=pin.failures + 1, failed_ms=now_ms)
        return of(connection, learner_id), None
    if now_ms < pin.failed_ms:
        # The clock was set back: the wait begins anew, and never lasts longer than it would have.
        _set(connection, learner_id, failed_ms=now_ms)
    return pin, WrongPinError(pin.failures, _seconds(wait_ms))


def wrong(pin: Pin) -> WrongPinError:
    """Return what to tell about the try that ``pin`` already counts."""
    return WrongPinError(pin.failures, _seconds(_wait_ms(pin, pin.failed_ms)))


def right(connection: Connection, learner_id: LearnerId) -> None:
    """Forget the failures."""
    _set(connection, learner_id, failures=0)


def set_tidy(connection: Connection, learner_id: LearnerId) -> None:
    """Keep that no plain words are left in the store."""
    _set(connection, learner_id, is_tidy=1)


def has_untidy(connection: Connection) -> bool:
    """Tell whether somebody's plain words may still be in the store, where no row has them."""
    return (
        connection.execute(select(PINS.c.learner_id).where(PINS.c.is_tidy == 0).limit(1)).first() is not None
    )


def _wait_ms(pin: Pin, now_ms: int) -> int:
    beyond = pin.failures - FREE_FAILURES
    if beyond <= 0:
        return 0
    whole = min(_FIRST_WAIT_MS << min(beyond - 1, 10), MOST_WAIT_MS)
    return max(0, whole - max(0, now_ms - pin.failed_ms))


def _seconds(wait_ms: int) -> int:
    return -(-wait_ms // 1_000)


def _set(connection: Connection, learner_id: LearnerId, **values: int) -> None:
    connection.execute(update(PINS).where(PINS.c.learner_id == learner_id).values(**values))


def _values(slots: KeySlots) -> dict[str, Any]:
    return {
        "key_id": slots.key_id,
        "pin_cost": slots.pin_cost,
        "pin_salt": slots.pin_salt,
        "pin_wrapped": slots.pin_wrapped,
        "recovery_wrapped": slots.recovery_wrapped,
    }


def _pin(row: Row[Any]) -> Pin:
    slots = KeySlots(KeyId(row.key_id), row.pin_cost, row.pin_salt, row.pin_wrapped, row.recovery_wrapped)
    return Pin(LearnerId(row.learner_id), row.uuid, slots, row.failures, row.failed_ms, bool(row.is_tidy))
