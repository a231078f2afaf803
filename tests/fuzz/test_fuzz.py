"""The kept inputs of every parser, and a few made from them: what `make fuzz` does at length."""

import pytest

from fuzz.run import Result, table, with_mutations
from fuzz.targets import CORPUS, TARGETS, Target, corpus_of, run

_SLOW = {"course-file", "subtitles", "course-folder", "secret-key"}


@pytest.mark.parametrize("name", TARGETS)
def test_kept_inputs_are_read_or_refused_in_a_sentence(name: str) -> None:
    kept = corpus_of(TARGETS[name])
    assert kept
    for path in kept:
        run(TARGETS[name], path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_made_from_them_are_too(name: str) -> None:
    count = 5 if name in _SLOW else 60
    result = with_mutations(TARGETS[name], seconds=300, seed=1, most_inputs=count)
    assert result.faults == []
    assert result.inputs == count


def test_corpus_is_small() -> None:
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 300_000


def test_a_fault_is_found_and_told() -> None:
    def fails(data: bytes) -> None:
        data.decode("ascii")

    result = with_mutations(Target("webvtt", fails), seconds=60, seed=1)
    assert "UnicodeDecodeError" in result.faults[0]
    assert "| webvtt | mutations |" in table([Result("webvtt", "mutations", 3)])
