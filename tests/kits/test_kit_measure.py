"""The size meter: what a kit needs against what there is, and what FAT32 cannot hold."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.kits import folder_writing, measuring
from courseplayer.kits.measuring import KitMeasure, is_same_volume, measure_kit
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.system.volumes import FAT_LARGEST_BYTES, Volume, volume_of
from making.kits import contents, make_kit

GIGABYTE = 1_000_000_000


@pytest.fixture
def plan(course: Path, linux: PlayerBuild, windows: PlayerBuild, stick: Path) -> KitPlan:
    return KitPlan(Target.FOLDER, stick, (course,), (linux, windows))


def test_it_is_at_least_what_is_then_written_and_not_much_more(plan: KitPlan) -> None:
    measure = measure_kit(plan)
    made = make_kit(plan)
    unit = volume_of(plan.destination).unit_bytes
    assert made.bytes_written <= measure.needed_bytes
    assert measure.needed_bytes <= made.bytes_written + 250_000 + made.files_written * unit
    assert measure.fits


def test_what_is_there_already_is_not_needed_again(plan: KitPlan) -> None:
    assert measure_kit(plan).there_bytes == 0
    make_kit(plan)
    there = measure_kit(plan).there_bytes
    assert 0 < measure_kit(plan).needed_bytes - there < 250_000


def test_every_form_is_measured(plan: KitPlan, linux: PlayerBuild, tmp_path: Path) -> None:
    for target, name in ((Target.DEB, "k.deb"), (Target.RUN, "k.run"), (Target.COURSES, "folder")):
        one = replace(plan, target=target, destination=tmp_path / name, players=(linux,))
        made = make_kit(one)
        assert 0 < made.bytes_written <= measure_kit(one).needed_bytes


def test_a_course_that_is_gone_is_told(plan: KitPlan) -> None:
    with pytest.raises(BadInputError, match="was not found"):
        measure_kit(replace(plan, courses=(plan.courses[0].with_name("gone.course"),)))


@pytest.mark.parametrize(
    ("free", "there", "words"),
    [(999, 0, "needs 1 MB, but .* has 0 MB free"), (999, 2, None), (None, 0, None), (1_001, 0, None)],
)
def test_too_little_space_is_told_in_numbers(free: int | None, there: int, words: str | None) -> None:
    measure = KitMeasure(Path("STICK"), 1_001, there, free, "exfat")
    problem = measure.problem()
    assert measure.fits == (words is None)
    if words is not None:
        assert problem is not None
        with pytest.raises(PlainError, match=words):
            raise problem


def _fat(_place: Path) -> Volume:
    return Volume(64 * GIGABYTE, "vfat", 32_768, 1)


def _sparse(path: Path, size_bytes: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size_bytes)
    return path


@pytest.mark.parametrize(("size_bytes", "fits"), [(FAT_LARGEST_BYTES, True), (FAT_LARGEST_BYTES + 1, False)])
def test_a_course_over_the_limit_of_fat32_asks_for_exfat(
    plan: KitPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size_bytes: int, fits: bool
) -> None:
    # No test can format a stick: what the system says of it is tried in tests/system/test_volumes.py.
    monkeypatch.setattr(measuring, "volume_of", _fat)
    big = _sparse(tmp_path / "big.course", size_bytes)
    measure = measure_kit(replace(plan, courses=(big,)))
    assert measure.fits == fits
    if not fits:
        assert measure.too_large == ("courses/big.course",)
        assert "Format the stick as exFAT" in str(measure.problem())


def test_one_file_over_the_limit_is_found_too(
    plan: KitPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "volume_of", _fat)
    big = [_sparse(tmp_path / f"{n}.course", FAT_LARGEST_BYTES // 2) for n in range(3)]
    package = replace(plan, target=Target.DEB, destination=tmp_path / "kit.deb", courses=tuple(big))
    assert measure_kit(package).too_large == ("kit.deb",)


def test_writing_asks_the_stick_itself_before_it_begins(
    plan: KitPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_writing, "volume_of", lambda _place: Volume(1_000, "vfat", 32_768, 1))
    with pytest.raises(PlainError, match="MB free"):
        make_kit(plan)
    assert contents(plan.destination) == {}


def test_places_on_one_disk_are_known(tmp_path: Path) -> None:
    assert is_same_volume(tmp_path, tmp_path / "not" / "yet")
    if os.name == "posix":
        assert not is_same_volume(tmp_path, Path("/proc"))
