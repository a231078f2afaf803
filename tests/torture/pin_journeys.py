"""Journeys with a PIN: setting one, and typing with one."""

from pathlib import Path

from courseplayer.learner import key_slots
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.values import LearnerId, TypedPin
from making.clock import SetClock
from torture.texts import Journey, acknowledge, between, keeper, learner, prepare_backup, save, saved, words

PIN = "482913"
# A PIN is to take its time, but not once for each of thousands of states.
key_slots._MEMORY_KIB, key_slots._PASSES = 64, 1


def _set_pin(folder: Path, _rounds: int) -> None:
    clock = SetClock()
    clock.move(seconds=60)
    kept = keeper(folder, clock)
    kept.pins.set(_learner_of(kept), PIN)
    acknowledge(1)
    kept.close()


def _check_pin_set(folder: Path, acknowledged: int) -> str:
    clock = SetClock()
    clock.move(seconds=120)
    kept = keeper(folder, clock)
    who = _learner_of(kept)
    has_pin = bool(kept.pins.locked())
    if has_pin:
        kept.pins.unlock(who, TypedPin(PIN))
        kept.pins.settle(who)
    number = kept.run(saved)
    texts = {text.words for _backup, held in kept.backups() for text in held.texts}
    kept.close()
    if not has_pin and acknowledged:
        return "the PIN is gone"
    closed = _plain_words(folder)
    if has_pin and closed:
        return f"plain words in {closed}"
    # A backup of before, and after the last step one of now.
    if not {words(3)} <= texts <= {words(3), words(7)}:
        return f"backups with {texts} words"
    return "" if number == 7 else f"text {number} after {acknowledged}"


def _plain_words(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and b"words words" in path.read_bytes()]


def _prepare_pin(folder: Path) -> None:
    kept = keeper(folder)
    kept.run(lambda store: save(0, store))
    kept.pins.set(_learner_of(kept), PIN)
    kept.close()


def _type_closed(folder: Path, rounds: int) -> None:
    kept = keeper(folder)
    kept.pins.unlock(_learner_of(kept), TypedPin(PIN))
    for number in range(1, rounds + 1):
        kept.run(lambda store, n=number: save(n, store))  # type: ignore[misc]
        acknowledge(number)
    kept.close()


def _check_closed(folder: Path, acknowledged: int) -> str:
    kept = keeper(folder)
    kept.pins.unlock(_learner_of(kept), TypedPin(PIN))
    number = kept.run(saved)
    kept.close()
    plain = _plain_words(folder)
    return f"plain words in {plain}" if plain else between(number, acknowledged)


def _learner_of(kept: StoreKeeper) -> LearnerId:
    return kept.run(learner)


PIN_JOURNEYS = {
    "setting a PIN": Journey(prepare_backup, _set_pin, _check_pin_set),
    "typing with a PIN": Journey(_prepare_pin, _type_closed, _check_closed),
}
