"""The rows of PINs in a copy of the store, read and written without any key."""

import sqlite3

SLOTS = "key_id, pin_cost, pin_salt, pin_wrapped, recovery_wrapped"
SlotValues = tuple[object, ...]
"""Values of the columns in SLOTS; the first is the id of the data key."""


def slots_of(copy: sqlite3.Connection, learner_id: int) -> SlotValues | None:
    """Return what a copy keeps of a learner's PIN; None where there is none, or no table for it yet."""
    if not _has_pins(copy):
        return None
    row = copy.execute(f"SELECT {SLOTS} FROM pins WHERE learner_id = ?", (learner_id,)).fetchone()
    return None if row is None else tuple(row)


def put_slots(copy: sqlite3.Connection, learner_id: int, slots: SlotValues, *, is_tidy: bool) -> None:
    """Keep a learner's PIN in a copy, in the place of one that was there."""
    copy.execute("DELETE FROM pins WHERE learner_id = ?", (learner_id,))
    copy.execute(
        f"INSERT INTO pins (learner_id, failures, failed_ms, is_tidy, {SLOTS})"
        " VALUES (?, 0, 0, ?, ?, ?, ?, ?, ?)",
        (learner_id, int(is_tidy), *slots),
    )


def carry_pins(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Let the PINs of one store hold in another, in one transaction: an older copy does not take them away.

    What is plain there is closed when the PIN is typed. What an earlier key closed keeps the PIN of then.
    """
    if not _has_pins(source):
        return
    target.execute("BEGIN IMMEDIATE")
    query = f"SELECT uuid, {SLOTS} FROM pins JOIN learners ON learners.id = pins.learner_id"
    for uuid, *values in source.execute(query).fetchall():
        slots = tuple(values)
        row = target.execute("SELECT id FROM learners WHERE uuid = ?", (uuid,)).fetchone()
        there = None if row is None else slots_of(target, row[0])
        if row is not None and there != slots and (there is None or there[0] == slots[0]):
            put_slots(target, row[0], slots, is_tidy=False)
    target.execute("COMMIT")


def _has_pins(copy: sqlite3.Connection) -> bool:
    return copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'pins'").fetchone() is not None
