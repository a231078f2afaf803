"""Twenty in a row: each stick once, a bad one does not stop the row, and everything is counted."""

import shutil
import tempfile
from pathlib import Path

import pytest

from courseplayer.kits.making import prepare_kit
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.series import KitSeries
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.kits import MADE_AT, WatchedTask, contents


@pytest.fixture
def plan(course: Path, linux: PlayerBuild, stick: Path) -> KitPlan:
    return KitPlan(Target.FOLDER, stick, (course,), (linux,))


def test_a_row_goes_from_stick_to_stick(plan: KitPlan) -> None:
    stick = plan.destination
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        series = KitSeries(kit, 3)
        for number in (1, 2, 3):
            assert series.obstacle(stick) is None
            outcome = series.make_next(stick, SilentTask())
            assert (outcome.number, outcome.problem) == (number, None)
            assert "has this kit already" in str(series.obstacle(stick))
            shutil.rmtree(stick)
            assert "There is no stick" in str(series.obstacle(stick))
            stick.mkdir()
        assert (series.made_count, series.is_complete) == (3, True)


def test_a_stick_that_fails_is_counted_and_the_row_goes_on(plan: KitPlan) -> None:
    stick = plan.destination
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        series = KitSeries(kit, 2)
        (stick / "courses").write_bytes(b"in the way")
        failed = series.make_next(stick, SilentTask())
        assert failed.made is None
        assert "stands where" in str(failed.problem)
        (stick / "courses").unlink()
        assert series.make_next(stick, SilentTask()).number == 1
        assert (series.made_count, series.is_complete, len(series.outcomes)) == (1, False, 2)


def test_an_older_kit_on_a_stick_is_no_obstacle(plan: KitPlan) -> None:
    with prepare_kit(plan, MADE_AT.replace(day=26), SilentTask()) as older:
        KitSeries(older, 1).make_next(plan.destination, SilentTask())
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        assert KitSeries(kit, 2).obstacle(plan.destination) is None


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no second disk")
def test_the_empty_folder_where_a_stick_was_is_no_stick(plan: KitPlan, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as other_disk:
        place = tmp_path / "media"
        place.symlink_to(other_disk)
        with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
            series = KitSeries(kit, 2)
            assert series.make_next(place, SilentTask()).problem is None
            place.unlink()
            place.mkdir()
            assert "There is no stick" in str(series.obstacle(place))


def test_a_single_kit_may_make_its_folder(plan: KitPlan, tmp_path: Path) -> None:
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        assert KitSeries(kit, 1).obstacle(tmp_path / "new") is None


def test_stopping_stops_the_row(plan: KitPlan) -> None:
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        series = KitSeries(kit, 2)
        with pytest.raises(Cancelled):
            series.make_next(plan.destination, WatchedTask(0.5))
        assert series.outcomes == []
    assert contents(plan.destination) == {}
