"""A few of the thousands of hostile files of ``make hostile``: no crash, no hang, no wrong word untold."""

import sys
from pathlib import Path

import pytest

from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import SilentTask
from hostile.bases import FULL, write_bases
from hostile.mutations import mutated
from hostile.run import table, tried
from hostile.trial import Child, HostileFile, Trial
from making.damage import copy_with

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are Linux's")


def test_hostile_course_files_do_no_harm(tmp_path: Path) -> None:
    results = tried(tmp_path / "work", seed=2, count=150)
    assert sum(one.files for one in results) == 150
    assert sum(one.told for one in results) >= 75
    assert [fault for one in results for fault in one.faults] == []
    assert "| **all** | 150 |" in table(results)


def test_the_trial_notices_a_crash_a_hang_and_a_wrong_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this, a trial that never finds anything would look like a program that never fails."""
    bases = write_bases(tmp_path / "bases")
    careless = tmp_path / "careless"
    careless.mkdir()
    (careless / "sitecustomize.py").write_text(
        "import os\n"
        "from courseplayer.coursefile import reader\n"
        "def check(self, task):\n"
        "    if self.path.name == 'crash.course': os.abort()\n"
        "    while self.path.name == 'hang.course': pass\n"
        "reader.CourseFile.check_manifest = check\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", f"{careless}:{':'.join(sys.path)}")
    words = b"We wash our hands"
    verdicts = {}
    with Child(tmp_path / "scratch") as child:
        trial = Trial(child, bases)
        for name in ("crash", "hang", "wrong"):
            path = copy_with(
                bases[FULL],
                tmp_path / f"{name}.course",
                lambda whole: whole.__setitem__(slice(whole.index(words), whole.index(words) + 4), b"They"),
            )
            verdicts[name] = trial.verdict(HostileFile(name, path, FULL, is_forged=False, shows_pages=False))
    assert verdicts["crash"].fault.startswith("crashed")
    assert verdicts["hang"].fault.startswith("hung")
    assert verdicts["wrong"].fault.startswith("showed other words or files without a warning: ['They")


def test_mutations_are_the_same_again_and_change_something() -> None:
    import random

    data = bytes(range(256)) * 100
    made = [mutated(data, random.Random(seed)) for seed in range(50)]
    assert made == [mutated(data, random.Random(seed)) for seed in range(50)]
    assert sum(one != data for one in made) > 40


def test_the_bases_are_sound(tmp_path: Path) -> None:
    assert [verify_course(path, SilentTask()) for path in write_bases(tmp_path).values()] == [(), (), ()]
