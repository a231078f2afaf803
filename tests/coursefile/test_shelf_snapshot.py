"""A course that cannot be opened is kept on the shelf with its reason, to be told in any language."""

import json
from pathlib import Path

import pytest

from courseplayer.coursefile import snapshot
from courseplayer.coursefile.errors import EMPTY
from courseplayer.coursefile.library import summarise


def _kept(folder: Path) -> Path:
    empty = folder / "empty.course"
    empty.touch()
    kept = folder / "shelf.json"
    snapshot.save(kept, (summarise(empty),))
    return kept


def test_the_reason_is_kept_untranslated_with_its_values(tmp_path: Path) -> None:
    (course,) = snapshot.load(_kept(tmp_path))
    assert course == summarise(tmp_path / "empty.course")
    assert course.problem is not None
    error = course.problem.error()
    assert error.sentence == EMPTY
    assert str(error).startswith("empty.course is empty")


@pytest.mark.parametrize("values", [[], [["file", "a", "b"]], [["other", "a"]], None, 7])
def test_a_snapshot_whose_reason_lacks_a_value_is_passed_over(tmp_path: Path, values: object) -> None:
    kept = _kept(tmp_path)
    stored = json.loads(kept.read_bytes())
    stored["courses"][0]["problem"]["values"] = values
    kept.write_text(json.dumps(stored))
    assert snapshot.load(kept) == ()


def test_a_file_that_went_away_is_told_with_advice(tmp_path: Path) -> None:
    problem = summarise(tmp_path / "gone.course").problem
    assert problem is not None
    assert str(problem.error()) == (
        "gone.course was not found; nothing was changed. Check the name, or plug the stick in again."
    )
