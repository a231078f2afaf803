"""The people who learn on this computer: their names, told apart."""

import re
import unicodedata
import uuid
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, func, insert, select, update

from courseplayer.course.errors import QT_TRANSLATE_NOOP
from courseplayer.learner.errors import RefusedNameError
from courseplayer.learner.tables import LEARNERS, PINS
from courseplayer.learner.values import MAX_NAME_CHARACTERS, Learner, LearnerId

_EMPTY = QT_TRANSLATE_NOOP("errors", "A name needs at least one letter; nothing was changed. Type your name.")
_LONG = QT_TRANSLATE_NOOP(
    "errors", "A name can have {limit} characters at most; nothing was changed. Type a shorter name."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "errors",
    "Someone called {name} already learns here; nothing was changed. "
    "Choose that name in the list, or add something to yours.",
)
# Persian, Urdu and Indic names are spelt with these two; other invisible characters could hide a copy.
_JOINERS = "\u200c\u200d"
_COLUMNS: tuple[Column[Any], ...] = (LEARNERS.c.id, LEARNERS.c.name, LEARNERS.c.uuid)
_LISTED: Select[Any] = select(*_COLUMNS, PINS.c.key_id).join_from(
    LEARNERS, PINS, PINS.c.learner_id == LEARNERS.c.id, isouter=True
)


def listed(connection: Connection) -> tuple[Learner, ...]:
    """Return everyone in order of their names."""
    return tuple(_learner(row) for row in connection.execute(_LISTED.order_by(LEARNERS.c.name_key)))


def find(connection: Connection, learner_id: LearnerId) -> Learner | None:
    """Return one learner, None when there is no such person."""
    row = connection.execute(_LISTED.where(LEARNERS.c.id == learner_id)).one_or_none()
    return None if row is None else _learner(row)


def add(connection: Connection, name: str, now_ms: int) -> Learner:
    """Add a person with an identity of their own; raises RefusedNameError."""
    clean = clean_name(name)
    _refuse_taken(connection, clean, None)
    values = {"uuid": str(uuid.uuid4()), "name": clean, "name_key": _key(clean), "added_ms": now_ms}
    row = connection.execute(insert(LEARNERS).values(**values, chosen=0).returning(*_COLUMNS)).one()
    return Learner(LearnerId(row.id), row.name, row.uuid)


def rename(connection: Connection, learner_id: LearnerId, name: str) -> None:
    """Change how a person is called; raises RefusedNameError."""
    clean = clean_name(name)
    _refuse_taken(connection, clean, learner_id)
    values = {"name": clean, "name_key": _key(clean)}
    connection.execute(update(LEARNERS).where(LEARNERS.c.id == learner_id).values(**values))


def last(connection: Connection) -> LearnerId | None:
    """Return who was chosen last, None when nobody ever was."""
    query = select(LEARNERS.c.id).where(LEARNERS.c.chosen > 0).order_by(LEARNERS.c.chosen.desc()).limit(1)
    return connection.execute(query).scalar()


def choose(connection: Connection, learner_id: LearnerId) -> None:
    """Remember who learns now; a counter, since a computer's clock may run backwards."""
    following = select(func.max(LEARNERS.c.chosen) + 1).scalar_subquery()
    connection.execute(update(LEARNERS).where(LEARNERS.c.id == learner_id).values(chosen=following))


def clean_name(name: str) -> str:
    """Return a name as it is kept, in any script; raises RefusedNameError when it is empty or too long."""
    visible = "".join(
        c if c in _JOINERS or unicodedata.category(c)[0] != "C" else " " * c.isspace()
        for c in unicodedata.normalize("NFC", name)
    )
    clean = re.sub(r"\s+", " ", visible).strip()
    if not any(c.isalnum() for c in clean):
        raise RefusedNameError(_EMPTY)
    if len(clean) > MAX_NAME_CHARACTERS:
        raise RefusedNameError(_LONG, limit=MAX_NAME_CHARACTERS)
    return clean


def is_same_name(one: str, other: str) -> bool:
    """Return whether two ways to type a name mean the same: large or small, accents apart or not."""
    return _key(one.strip()) == _key(other.strip())


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _refuse_taken(connection: Connection, name: str, but: LearnerId | None) -> None:
    query = select(LEARNERS.c.id, LEARNERS.c.name).where(LEARNERS.c.name_key == _key(name))
    row = connection.execute(query).one_or_none()
    if row is not None and row.id != but:
        raise RefusedNameError(_TAKEN, name=row.name)


def _learner(row: Row[Any]) -> Learner:
    return Learner(LearnerId(row.id), row.name, row.uuid, row.key_id is not None)
