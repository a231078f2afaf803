"""The parts of the dialog for kits: the meter in words, colours that can be read, places and programs."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton

from courseplayer.kits.plan import Target
from courseplayer.system.paths import resources_folder
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.kit_words import left_words, speed_words, target_words
from courseplayer.ui.kits.look_step import LookStep
from courseplayer.ui.kits.meter import SizeMeter
from courseplayer.ui.kits.place_step import OfferedStick, PlaceStep
from courseplayer.ui.theme import chosen_theme


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(resources_folder() / "icons", chosen_theme("light", 100))


def _bar(meter: SizeMeter) -> QProgressBar:
    bar = meter.findChild(QProgressBar)
    assert bar is not None
    return bar


def test_the_meter_says_in_words_what_its_bar_shows(icons: Icons) -> None:
    meter = SizeMeter(icons)
    meter.show_measure(500_000_000, 0, 1_000_000_000, "vfat")
    assert _bar(meter).value() == 500
    assert _bar(meter).accessibleName() == meter.words
    assert "500.0 MB" in meter.words
    assert "1.0 GB free (FAT32)" in meter.words
    meter.show_measure(500_000_000, 400_000_000, 1_000_000_000, None)
    assert _bar(meter).value() == 100
    assert "may be there already" in meter.words


def test_the_meter_tells_a_problem_and_takes_it_back(icons: Icons) -> None:
    meter = SizeMeter(icons)
    meter.show()
    meter.show_problem("Too small.")
    assert meter.problem == "Too small."
    meter.show_measure(1, 0, None, None)
    assert meter.problem == ""
    assert not _bar(meter).isVisible()
    meter.deleteLater()


def test_a_colour_is_shown_as_it_will_be_read_and_a_wrong_one_is_told(icons: Icons) -> None:
    step = LookStep(icons)
    step.accent_edit.setText("#FFFF00")
    samples = [one for one in step.findChildren(QLabel) if one.text() in {"Light", "Dark"}]
    assert len(samples) == 2
    assert "#ffff00" not in samples[0].styleSheet()
    assert step.accent == "#ffff00"
    step.accent_edit.setText("yellow")
    assert step.accent is None
    assert "no colour" in step.accent_edit.accessibleDescription()
    step.deleteLater()


def test_a_stick_is_chosen_with_one_click(icons: Icons) -> None:
    step = PlaceStep(icons)
    step.show_sticks([OfferedStick(Path("/media/a & b"), 4_000_000, "vfat")])
    stick = next(one for one in step.findChildren(QPushButton) if "4.0 MB free · FAT32" in one.text())
    assert "a && b" in stick.text()
    stick.click()
    assert step.place == Path("/media/a & b")
    step.show_target(Target.RUN)
    assert step.place is None
    stick.click()
    assert step.place == Path("/media/a & b/courses.run")
    step.deleteLater()


def test_no_stick_is_said_too(icons: Icons) -> None:
    step = PlaceStep(icons)
    step.show_sticks([])
    assert "No stick is plugged in now." in [one.text() for one in step.findChildren(QLabel)]
    step.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_times_and_speeds_in_words() -> None:
    assert left_words(20) == "less than a minute left"
    assert left_words(150) == "about 2 min left"
    assert speed_words(10_000_000) == "10.0 MB/s"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("target", list(Target))
def test_every_kind_of_kit_says_what_it_is_for(target: Target) -> None:
    assert all(target_words(target))
