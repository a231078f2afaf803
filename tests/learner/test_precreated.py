"""Learners whom a kit brings: there on its first start, never twice, never again under an old name."""

from pathlib import Path

import pytest

from courseplayer.learner.precreated import add_precreated
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import PrecreatedLearners


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "kits.json"


def _names(store: LearnerStore) -> list[str]:
    return [learner.name for learner in store.learners()]


def test_the_names_are_there_on_the_first_start(store: LearnerStore, memory: Path) -> None:
    add_precreated(store, PrecreatedLearners(("Bekele", "Almaz", "አልማዝ"), "one", memory))
    assert _names(store) == ["Almaz", "Bekele", "አልማዝ"]


def test_the_next_start_adds_nobody_also_not_one_who_is_called_otherwise_now(
    store: LearnerStore, memory: Path
) -> None:
    kit = PrecreatedLearners(("Almaz", "Bekele"), "one", memory)
    add_precreated(store, kit)
    store.rename_learner(store.learners()[0].id, "Almaz Tesfaye")
    add_precreated(store, kit)
    assert _names(store) == ["Almaz Tesfaye", "Bekele"]


def test_who_is_there_already_is_not_made_twice(store: LearnerStore, memory: Path) -> None:
    store.add_learner("almaz")
    add_precreated(store, PrecreatedLearners(("Almaz", "Bekele"), "one", memory))
    assert _names(store) == ["almaz", "Bekele"]


def test_another_kit_brings_its_own(store: LearnerStore, memory: Path) -> None:
    add_precreated(store, PrecreatedLearners(("Almaz",), "one", memory))
    add_precreated(store, PrecreatedLearners(("Almaz", "Chaltu"), "two", memory))
    add_precreated(store, PrecreatedLearners(("Almaz",), "one", memory))
    assert _names(store) == ["Almaz", "Chaltu"]


@pytest.mark.parametrize("torn", [b"", b"{", b'{"one": 1}', b"[1, 2]", b"[" * 100_000])
def test_a_torn_memory_makes_nobody_twice(store: LearnerStore, memory: Path, torn: bytes) -> None:
    kit = PrecreatedLearners(("Almaz",), "one", memory)
    add_precreated(store, kit)
    memory.write_bytes(torn)
    add_precreated(store, kit)
    assert _names(store) == ["Almaz"]


def test_a_memory_that_cannot_be_written_stops_nobody(store: LearnerStore, tmp_path: Path) -> None:
    kit = PrecreatedLearners(("Almaz",), "one", tmp_path / "gone" / "kits.json")
    add_precreated(store, kit)
    add_precreated(store, kit)
    assert _names(store) == ["Almaz"]


def test_a_name_that_cannot_be_used_is_left_out(store: LearnerStore, memory: Path) -> None:
    add_precreated(store, PrecreatedLearners(("…", "Almaz"), "one", memory))
    assert _names(store) == ["Almaz"]
