"""Failures told in one plain sentence."""

import errno

import pytest

from courseplayer.course.errors import BadInputError, PlainError, storage_error


def test_the_sentence_fills_its_gaps_and_keeps_its_template_for_translators() -> None:
    error = PlainError("{file} is gone.", file="a.course")
    assert str(error) == "a.course is gone."
    assert (error.sentence, error.values) == ("{file} is gone.", {"file": "a.course"})


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.ENOSPC, PlainError, "disk is full"),
        (errno.EDQUOT, PlainError, "disk is full"),
        (errno.EACCES, PlainError, "does not allow"),
        (errno.EROFS, PlainError, "does not allow"),
        (errno.ENOENT, BadInputError, "was not found"),
        (errno.EIO, PlainError, "could not be read or written"),
    ],
)
def test_each_refusal_of_the_disk_says_what_to_do(code: int, kind: type[PlainError], words: str) -> None:
    told = storage_error(OSError(code, "reason"), "notes.docx")
    assert type(told) is kind
    assert words in str(told)
    assert "notes.docx" in str(told)


def test_an_error_without_a_number_still_has_a_sentence() -> None:
    assert "could not be read or written" in str(storage_error(OSError("odd"), "notes.docx"))
