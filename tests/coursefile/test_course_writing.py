"""Writing a course file: always the same bytes, whole or not at all, and what cannot be stored is told."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.content import GlossaryEntry, StepContent
from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.outline import AssetId, StepKind
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.plans import (
    VIDEO_STEP,
    a_course_plan,
    a_step,
    asset_of,
    course_of,
    failing_asset,
    random_bytes,
)

_BEFORE = b"the course from before"
_WRITE = """
import sys
from pathlib import Path
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.plans import a_course_plan
write_course(a_course_plan(), Path(sys.argv[1]), SilentTask())
"""


class _Watched(SilentTask):
    """Notes what it is told, and cancels at the nth call."""

    def __init__(self, call: int = -1) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []
        self._call = call

    def advance(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if len(self.told) == self._call:
            raise Cancelled


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    """Return a place where an earlier course lies."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.course").write_bytes(_BEFORE)
    return folder / "a.course"


def _is_untouched(destination: Path) -> bool:
    return [(p.name, p.read_bytes()) for p in destination.parent.iterdir()] == [(destination.name, _BEFORE)]


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_equal_plans_give_equal_bytes_in_every_process(
    written: Path, tmp_path: Path, variables: dict[str, str]
) -> None:
    path = tmp_path / "deep" / "ünder" / "b.course"
    path.parent.mkdir(parents=True)
    tests = str(Path(__file__).parents[1])
    environ = {**os.environ, **variables, "PYTHONPATH": os.pathsep.join([*sys.path, tests])}
    subprocess.run([sys.executable, "-c", _WRITE, path], env=environ, cwd=tmp_path, check=True)
    assert path.read_bytes() == written.read_bytes()


def test_progress_counts_each_byte_of_the_files_twice(tmp_path: Path) -> None:
    task = _Watched()
    plan = a_course_plan()
    write_course(plan, tmp_path / "a.course", task)
    total = 2 * sum(asset.size_bytes for asset in plan.assets)
    done = [done for done, _total in task.told]
    assert {whole for _done, whole in task.told} == {total}
    assert (done, done[-1]) == (sorted(done), total)


def test_cancelled_at_any_moment_the_earlier_course_stays_alone(destination: Path) -> None:
    whole = _Watched()
    write_course(a_course_plan(), destination.with_name("whole.course"), whole)
    destination.with_name("whole.course").unlink()
    for call in range(1, len(whole.told) + 1, 5):
        with pytest.raises(Cancelled):
            write_course(a_course_plan(), destination, _Watched(call))
        assert _is_untouched(destination), call


def _refusing(code: int) -> io.BytesIO:
    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(code, os.strerror(code))

    return Stream()


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOENT, errno.EACCES, errno.ESTALE])
def test_a_source_that_cannot_be_read_is_named_and_nothing_is_left(destination: Path, code: int) -> None:
    plan = a_course_plan()
    bad = failing_asset(plan.assets[1], lambda: _refusing(code))
    with pytest.raises(PlainError, match=r"week 1/01 looking\.mp4"):
        write_course(replace(plan, assets=(plan.assets[0], bad, *plan.assets[2:])), destination, SilentTask())
    assert _is_untouched(destination)


@pytest.mark.parametrize("data", [b"shorter", b"longer" * 1000])
def test_a_source_that_changes_while_it_is_read_is_told(destination: Path, data: bytes) -> None:
    asset = asset_of(AssetId(1), b"as it was planned", source="film.mp4")
    changing = failing_asset(asset, lambda: io.BytesIO(data))
    with pytest.raises(BadInputError, match=r"film\.mp4 changed while the course was being made"):
        write_course(course_of(assets=(changing,)), destination, SilentTask())
    assert _is_untouched(destination)


class _Slow(io.BytesIO):
    """Gives less than was asked for, as pipes and shares do."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 1, 1000))


def test_a_stream_that_gives_little_at_a_time_gives_the_same_course(written: Path, tmp_path: Path) -> None:
    plan = a_course_plan()
    slow = [failing_asset(a, lambda a=a: _Slow(a.open().read())) for a in plan.assets]  # type: ignore[misc]
    path = write_course(replace(plan, assets=tuple(slow)), tmp_path / "a.course", SilentTask()).path
    assert path.read_bytes() == written.read_bytes()


@pytest.mark.parametrize("limit", [1_000, 100_000, 700_000, 1_000_000])
def test_a_course_larger_than_the_stick_takes_is_told_and_nothing_is_left(
    destination: Path, limit: int
) -> None:
    resource = pytest.importorskip("resource")
    # A stick takes files of 4 GB, this process smaller ones: the refusal is the same.
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(PlainError, match=r"a\.course is larger than a file on this disk"):
            write_course(a_course_plan(), destination, SilentTask())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert _is_untouched(destination)


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file" / "a.course", tmp_path / "none" / "a.course"):
        with pytest.raises(BadInputError, match="was not found"):
            write_course(a_course_plan(), place, SilentTask())


def test_what_an_interrupted_build_left_is_replaced(written: Path, destination: Path) -> None:
    destination.with_name("a.course.partial").write_bytes(b"half of something")
    write_course(a_course_plan(), destination, SilentTask())
    assert [path.name for path in destination.parent.iterdir()] == ["a.course"]
    assert destination.read_bytes() == written.read_bytes()


def _with_cue(cue: Cue) -> CoursePlan:
    return course_of(_spoken(cue))


def _spoken(cue: Cue) -> StepContent:
    return a_step(VIDEO_STEP, "6.1", StepKind.VIDEO, "x", transcripts=(Transcript("en", (cue,)),))


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (_with_cue(Cue(2**31, None, None, "late")), "A time or number of step 6.1 (2147483648) is larger"),
        (_with_cue(Cue(0, 2**60, None, "late")), "A time or number of step 6.1"),
        (_with_cue(Cue(0, None, None, "a" * 20_001)), "A text of step 6.1 is longer than 20000 characters"),
        (_with_cue(Cue(0, None, "\udcff", "x")), "A text of step 6.1 holds halves of characters"),
        (course_of(a_step(VIDEO_STEP, "6.1", StepKind.VIDEO, "\ud800")), "A text of step 6.1 holds halves"),
        (
            replace(course_of(), glossary=(GlossaryEntry("x", "a" * 30_000),)),
            "A text of the course is longer",
        ),
    ],
)
def test_what_the_format_cannot_hold_is_told_and_nothing_is_left(
    destination: Path, plan: CoursePlan, told: str
) -> None:
    with pytest.raises(BadInputError) as refusal:
        write_course(plan, destination, SilentTask())
    assert str(refusal.value).startswith(told)
    assert _is_untouched(destination)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda plan: replace(plan, contents=plan.contents[1:]),
        lambda plan: replace(plan, assets=plan.assets[1:]),
        lambda plan: replace(plan, assets=plan.assets + plan.assets[:1]),
        lambda plan: replace(plan, assets=(replace(plan.assets[0], mime="nonsense"), *plan.assets[1:])),
        lambda plan: replace(plan, assets=(*plan.assets[:-1], replace(plan.assets[-1], size_bytes=1))),
        lambda plan: _with_cue(Cue(-1, None, None, "early")),
    ],
)
def test_a_plan_that_contradicts_itself_is_a_fault_of_the_builder(
    destination: Path, mistake: Callable[[CoursePlan], CoursePlan]
) -> None:
    with pytest.raises(ValueError, match=r"."):
        write_course(mistake(a_course_plan()), destination, SilentTask())
    assert _is_untouched(destination)


def test_files_with_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    data = random_bytes(3_000_000, 7)
    assets = tuple(asset_of(AssetId(number), data) for number in (1, 2, 3))
    size_bytes = write_course(course_of(assets=assets), tmp_path / "a.course", SilentTask()).size_bytes
    assert size_bytes < 4_000_000
