"""A trainer makes kits in the real window: chooses, makes, changes sticks, stops, prints."""

import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from courseplayer.kits import folder_writing, measuring
from courseplayer.kits.plan import Target
from courseplayer.system.kit import KitLook
from courseplayer.system.kit_file import read_kit
from courseplayer.system.pace import Pace
from courseplayer.system.policy import Feature, Policy
from courseplayer.system.volumes import Volume
from courseplayer.ui.kits import presenter as kit_presenter
from courseplayer.ui.kits.courses_step import OfferedCourse
from courseplayer.ui.kits.view import KitDialog
from making.journey import Journey
from making.kits import a_linux_player, contents

_LEFT = Qt.MouseButton.LeftButton


class Trainer:
    """Somebody before the window with courses on the shelf and a ready program at hand."""

    def __init__(self, journey: Journey, course: Path, folder: Path) -> None:
        self.journey = journey
        self.stick = folder / "STICK"
        self.stick.mkdir()
        journey.paths.user_courses.mkdir(parents=True)
        shutil.copy(course, journey.paths.user_courses / "demo.course")
        self.program = a_linux_player(folder / "ready" / "linux")
        journey.start()

    @property
    def dialog(self) -> KitDialog:
        dialog = self.journey.window.kits.dialog
        assert dialog is not None
        return dialog

    def open(self) -> None:
        """Choose *Make a kit…* in the menu."""
        self.journey.wait(lambda: bool(self.journey.window.shelf.findChildren(QWidget)))
        self.journey.wait(lambda: self.journey.program.jobs.pending == 0)
        _menu_action(self.journey).trigger()
        self.journey.wait(lambda: "Looking" not in self.dialog.form.found)

    def choose(self, target: Target = Target.FOLDER, place: Path | None = None) -> None:
        """Go through the steps that have to be gone through."""
        dialog = self.dialog
        self.click(dialog.courses.findChild(QCheckBox))
        dialog.tabs.setCurrentWidget(dialog.form)
        dialog.form.choose(target)
        dialog.form.players_wanted.emit((self.program,))
        self.journey.wait(lambda: self.journey.program.jobs.pending == 0)
        dialog.tabs.setCurrentWidget(dialog.place)
        dialog.place.edit.setText(str(place or self.stick))
        self.journey.wait(dialog.make.isEnabled)

    def make(self) -> None:
        """Make the kit, and wait for what becomes of it."""
        self.click(self.dialog.make)
        self.journey.wait(lambda: not self.dialog.is_busy)

    def click(self, widget: QWidget | None) -> None:
        assert widget is not None
        QTest.mouseClick(widget, _LEFT)

    def press(self, words: str) -> None:
        """Click on the visible button with these words."""
        self.journey.click(words)


def _menu_action(journey: Journey) -> QAction:
    actions = journey.frame.header.findChildren(QAction)
    return next(action for action in actions if action.text() == "Make a kit…")


@pytest.fixture
def trainer(journey: Journey, demo_course: Path, tmp_path: Path) -> Trainer:
    made = Trainer(journey, demo_course, tmp_path)
    made.open()
    return made


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_kit_is_made_of_what_was_chosen(trainer: Trainer) -> None:
    dialog = trainer.dialog
    dialog.learners.names.setPlainText("Almaz\n\n  Bekele  Tesfaye \nAlmaz\n")
    dialog.learners.language_choice.setCurrentIndex(2)
    dialog.look.name_edit.setText("Hill Clinic")
    dialog.look.accent_edit.setText("#B3261E")
    trainer.choose()
    trainer.make()
    kit = read_kit(trainer.stick)
    assert kit is not None
    assert kit.faults == ()
    assert kit.settings.portable
    assert kit.settings.learners == ("Almaz", "Bekele Tesfaye")
    assert kit.settings.language == "fr"
    assert kit.settings.look == KitLook("Hill Clinic", "#b3261e")
    made = contents(trainer.stick)
    assert {"courses/demo.course", "linux/courseplayer", "START-HERE.html", "START-HERE.pdf"} <= made.keys()
    assert "START-HERE.pdf" in made["SHA256SUMS"].decode()
    assert len(dialog.results.lines) == 1
    assert "written and read back" in dialog.results.lines[0]


def test_twenty_in_a_row_each_on_a_stick_of_its_own(
    trainer: Trainer, tmp_path: Path, own_temporary_folder: Path
) -> None:
    trainer.choose()
    trainer.make()
    first = contents(trainer.stick)
    # The same stick again is not written twice: the person has forgotten to change it.
    trainer.press("Make another")
    trainer.journey.wait(lambda: "has this kit already" in trainer.dialog.results.banner.sentence)
    for number in (2, 3):
        trainer.stick.rename(tmp_path / f"made-{number}")
        trainer.stick.mkdir()
        trainer.press("Make another")
        trainer.journey.wait(lambda n=number: len(trainer.dialog.results.lines) == n)  # type: ignore[misc]
        assert contents(trainer.stick) == first
    assert trainer.dialog.results.lines[0].startswith("Kit 3 ")
    trainer.press("Close")
    trainer.journey.wait(lambda: trainer.journey.program.jobs.pending == 0)
    assert list(own_temporary_folder.iterdir()) == []


def test_what_is_missing_is_said_until_nothing_is(trainer: Trainer) -> None:
    dialog = trainer.dialog
    said = [dialog.make.accessibleDescription()]
    assert not dialog.make.isEnabled()
    trainer.click(dialog.courses.findChild(QCheckBox))
    said.append(dialog.make.accessibleDescription())
    dialog.form.players_wanted.emit((trainer.program,))
    trainer.journey.wait(lambda: dialog.make.accessibleDescription() not in said)
    said.append(dialog.make.accessibleDescription())
    dialog.place.edit.setText(str(trainer.stick))
    assert ["step 1" in said[0], "step 4" in said[1], "step 5" in said[2]] == [True] * 3
    assert (dialog.make.isEnabled(), dialog.make.accessibleDescription()) == (True, "")


def test_the_meter_says_what_is_needed_and_what_is_free(trainer: Trainer) -> None:
    meter = trainer.dialog.meter
    trainer.journey.wait(lambda: "as soon as a course is chosen" in meter.words)
    trainer.choose()
    trainer.journey.wait(lambda: "free" in meter.words)
    assert meter.words.startswith("Needs ")
    assert meter.problem == ""


def test_a_stick_that_is_too_small_is_told_before_anything_is_written(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(_place: Path) -> Volume:
        return Volume(1_000_000, "vfat", 32_768, 77)

    for module in (measuring, folder_writing):
        monkeypatch.setattr(module, "volume_of", small)
    trainer.choose()
    trainer.journey.wait(lambda: "has 1 MB free" in trainer.dialog.meter.problem)
    trainer.make()
    assert "has 1 MB free" in trainer.dialog.banner.sentence
    assert trainer.dialog.meter.problem == ""
    assert contents(trainer.stick) == {}
    trainer.dialog.place.edit.setText(str(trainer.stick.parent))
    assert not trainer.dialog.banner.isVisible()
    trainer.journey.wait(lambda: "has 1 MB free" in trainer.dialog.meter.problem)


def test_a_course_that_fat32_cannot_hold_is_told(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(measuring, "volume_of", lambda _place: Volume(10**12, "vfat", 32_768, 77))
    large = tmp_path / "large.course"
    with large.open("wb") as file:
        file.truncate(5 * 1024**3)
    trainer.choose()
    trainer.dialog.courses.offer([OfferedCourse(large, "Large")], is_ticked=True)
    trainer.journey.wait(lambda: "exFAT" in trainer.dialog.meter.problem)
    assert "large.course" in trainer.dialog.meter.problem


class _Gate:
    """Holds the worker before each file that it writes until the test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached = threading.Event()
        self._may_write = threading.Semaphore(0)
        self._write: Any = folder_writing._write_synced
        monkeypatch.setattr(folder_writing, "_write_synced", self._writing)

    def open(self, files: int = 1_000) -> None:
        """Let so many files be written."""
        for _file in range(files):
            self._may_write.release()

    def _writing(self, *arguments: object) -> None:
        self.reached.set()
        assert self._may_write.acquire(timeout=20)
        self._write(*arguments)


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "Escape"])
def test_stopping_leaves_no_trace(
    trainer: Trainer, own_temporary_folder: Path, monkeypatch: pytest.MonkeyPatch, by_key: bool
) -> None:
    (trainer.stick / "holiday.txt").write_text("mine", encoding="ascii")
    trainer.choose()
    gate = _Gate(monkeypatch)
    trainer.click(trainer.dialog.make)
    trainer.journey.wait(gate.reached.is_set)
    trainer.journey.wait(lambda: "Writing" in trainer.dialog.making.words)
    if by_key:
        QTest.keyClick(trainer.dialog, Qt.Key.Key_Escape)
    else:
        trainer.press("Stop")
    assert trainer.dialog.is_busy
    gate.open()
    trainer.journey.wait(lambda: not trainer.dialog.is_busy)
    assert "Stopped. Nothing of this kit is left" in trainer.dialog.banner.sentence
    assert contents(trainer.stick) == {"holiday.txt": b"mine"}
    trainer.journey.wait(lambda: trainer.journey.program.jobs.pending == 0)
    assert list(own_temporary_folder.iterdir()) == []


class _SteadyPace(Pace):
    """A stick of a certain speed."""

    @property
    def per_second(self) -> float:
        return 12_000_000.0

    @property
    def seconds_left(self) -> int | None:
        return 130


def test_progress_is_told_with_speed_and_the_time_left(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_presenter, "Pace", _SteadyPace)
    trainer.choose()
    gate = _Gate(monkeypatch)
    trainer.click(trainer.dialog.make)
    trainer.journey.wait(gate.reached.is_set)
    trainer.journey.wait(lambda: "Writing" in trainer.dialog.making.words)
    gate.open(1)
    trainer.journey.wait(lambda: "12.0 MB/s · about 2 min left" in trainer.dialog.making.words)
    gate.open()
    trainer.journey.wait(lambda: not trainer.dialog.is_busy)
    assert len(trainer.dialog.results.lines) == 1


def test_closing_the_window_stops_what_is_being_made(
    trainer: Trainer, own_temporary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer.choose()
    gate = _Gate(monkeypatch)
    trainer.click(trainer.dialog.make)
    trainer.journey.wait(gate.reached.is_set)
    # The window waits for its workers, so that this one must go on by itself.
    threading.Timer(0.3, gate.open).start()
    trainer.journey.end()
    assert contents(trainer.stick) == {}
    assert list(own_temporary_folder.iterdir()) == []


def test_a_pulled_stick_is_told_and_the_next_goes_on(
    trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer.choose()
    trainer.make()
    trainer.stick.rename(tmp_path / "made-1")
    trainer.press("Make another")
    trainer.journey.wait(lambda: "There is no stick" in trainer.dialog.results.banner.sentence)
    trainer.stick.mkdir()
    trainer.press("Make another")
    trainer.journey.wait(lambda: len(trainer.dialog.results.lines) == 2)
    assert contents(trainer.stick) == contents(tmp_path / "made-1")


def test_a_course_that_is_damaged_goes_into_no_kit(trainer: Trainer) -> None:
    trainer.choose()
    course = trainer.dialog.choices.courses[0]
    whole = course.read_bytes()
    course.write_bytes(whole[: len(whole) // 2] + bytes(64) + whole[len(whole) // 2 + 64 :])
    trainer.make()
    assert "nothing was written" in trainer.dialog.banner.sentence
    assert contents(trainer.stick) == {}


def test_the_sheet_is_saved_for_printing(
    trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer.choose()
    trainer.make()
    saved = tmp_path / "sheet.pdf"
    monkeypatch.setattr(kit_presenter, "ask_where_to_save", lambda *_rest: saved)
    trainer.press("Save the printed sheet…")
    trainer.journey.wait(lambda: str(saved) in trainer.dialog.results.banner.sentence)
    assert saved.read_bytes()[:5] == b"%PDF-"


def test_a_kit_of_one_file_needs_no_second_stick(trainer: Trainer, tmp_path: Path) -> None:
    trainer.choose(Target.RUN, tmp_path / "kit.run")
    trainer.make()
    assert (tmp_path / "kit.run").stat().st_size > 0
    assert "Make another" not in trainer.journey.buttons()
    assert "Save the printed sheet…" in trainer.journey.buttons()


def test_courses_alone_need_no_program_and_take_no_settings_along(trainer: Trainer) -> None:
    trainer.dialog.learners.names.setPlainText("Almaz")
    trainer.choose(Target.COURSES)
    trainer.make()
    assert trainer.dialog.banner.sentence == ""
    assert "kit.toml" not in contents(trainer.stick)
    assert "courses/demo.course" in contents(trainer.stick)


def test_the_steps_can_be_gone_through_by_keyboard(trainer: Trainer) -> None:
    dialog = trainer.dialog
    box = dialog.courses.findChild(QCheckBox)
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    for step in (dialog.learners, dialog.look, dialog.form, dialog.place):
        trainer.press("Next step")
        assert dialog.tabs.currentWidget() is step
    dialog.place.edit.setFocus()
    QTest.keyClicks(dialog.place.edit, str(trainer.stick))
    assert dialog.choices.place == trainer.stick
    assert len(dialog.choices.courses) == 1


def test_every_control_has_a_name(trainer: Trainer) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    nameless = [
        type(one).__name__
        for kind in kinds
        for one in trainer.dialog.findChildren(kind)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]
    assert nameless == []


def test_a_policy_can_switch_kits_off(journey: Journey) -> None:
    journey.policy = Policy(features_off=(Feature.KITS,))
    journey.start()
    assert not _menu_action(journey).isVisible()
