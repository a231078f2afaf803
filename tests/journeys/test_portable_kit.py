"""A kit on a stick, as a learner meets it: whose it is, who learns, and a stick that is pulled."""

import json
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from courseplayer.course.outline import StepKind
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import DraftKind, LearnerId
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.system.kit_file import read_kit
from courseplayer.system.kit_names import KIT_NAME
from courseplayer.system.kit_rules import kit_text
from courseplayer.system.paths import Keeping
from courseplayer.system.portable import places
from courseplayer.ui.components import Banner
from courseplayer.ui.writing.editor import RichEditor
from making.journey import Journey

LOOK = KitLook("Hill Clinic & Friends", "#b3261e", "logo.png")
SETTINGS = KitSettings(portable=True, learners=("Bekele", "Almaz"), look=LOOK)


class Stick:
    """A stick with a kit of these settings, and the way from one computer to the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def plug_in(self, journey: Journey, settings: KitSettings) -> None:
        (self.folder / "courses").mkdir(parents=True, exist_ok=True)
        (self.folder / KIT_NAME).write_text(kit_text(settings), encoding="utf-8")
        Image.new("RGB", (64, 32), "#b3261e").save(self.folder / "logo.png")
        kit = read_kit(self.folder)
        assert kit is not None
        assert kit.faults == ()
        journey.paths = places({}, kit)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    # Where the person's own folders would be, for the journeys in which the stick refuses.
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own" / name))
    return Stick(tmp_path / "stick")


def _labels(journey: Journey) -> list[str]:
    shown = [one for one in journey.window.shelf.findChildren(QLabel) if one.isVisible()]
    return [one.text().strip("\u2068\u2069") for one in shown]


def _told(journey: Journey) -> list[str]:
    return [one.sentence for one in journey.frame.findChildren(Banner) if one.isVisible()]


def _drafted(learner: LearnerId, journey: Journey, store: LearnerStore) -> str:
    course, step = journey.outline.course.id, journey.step(StepKind.ASSIGNMENT).id
    draft = store.draft(learner, course, step, DraftKind.ASSIGNMENT)
    return "" if draft is None else draft.document.plain_text()


def test_the_window_says_whose_courses_these_are(journey: Journey, stick: Stick, qapp: QApplication) -> None:
    stick.plug_in(journey, SETTINGS)
    journey.start()
    assert journey.frame.windowTitle() == "Hill Clinic & Friends – Course Player"
    assert "Hill Clinic & Friends" in _labels(journey)
    assert "#b3261e" in qapp.styleSheet()
    logos = [one for one in journey.window.shelf.findChildren(QLabel) if one.accessibleName() == LOOK.name]
    assert [one.pixmap().deviceIndependentSize().height() for one in logos] == [56]


def test_its_learners_are_there_and_it_says_with_whom_it_goes_on(journey: Journey, stick: Stick) -> None:
    stick.plug_in(journey, SETTINGS)
    journey.start()
    learner = journey.window.session.learner
    assert learner is not None
    assert learner.name == "Almaz"
    assert "Almaz" in journey.frame.banner.sentence
    assert "choose your name" in journey.frame.banner.sentence
    names = [action.text() for action in journey.window.learner_button.menu().actions()]
    assert [name for name in names if "Bekele" in name] != []
    journey.restart()
    assert journey.frame.banner.sentence == ""


def test_the_kit_speaks_its_language_until_somebody_chooses(journey: Journey, stick: Stick) -> None:
    stick.plug_in(journey, KitSettings(portable=True, language="fr"))
    journey.start()
    assert "Vos cours" in _labels(journey)
    journey.window.preferences.setting_chosen.emit("language", "en")
    journey.wait(lambda: "Preferences" in [one.text() for one in journey.frame.findChildren(QLabel)])
    journey.restart()
    assert "Your courses" in _labels(journey)


def test_everything_is_kept_on_the_stick_and_comes_along_to_the_next_computer(
    journey: Journey, stick: Stick, demo_course: Path, tmp_path: Path
) -> None:
    stick.plug_in(journey, SETTINGS)
    journey.start(demo_course)
    _write(journey, "Shorter waits")
    journey.end()
    assert list((tmp_path / "own").rglob("*")) == []
    assert (stick.folder / "data" / "learner.db").stat().st_size > 0
    assert not (stick.folder / "data" / "learner.db-wal").exists()
    # Another letter of a drive, another folder of mounts.
    stick.folder = stick.folder.rename(tmp_path / "another-place")
    stick.plug_in(journey, SETTINGS)
    journey.start(demo_course)
    journey.go(journey.step(StepKind.ASSIGNMENT))
    journey.wait(lambda: journey.child(RichEditor).toPlainText() == "Shorter waits")


def test_a_pulled_stick_keeps_the_words_and_saves_them_when_it_is_back(
    journey: Journey, stick: Stick, demo_course: Path, tmp_path: Path
) -> None:
    stick.plug_in(journey, SETTINGS)
    journey.start(demo_course)
    _write(journey, "Before. ")
    stick.folder.rename(tmp_path / "pocket")
    journey.type("While it was away.")
    journey.wait(lambda: any("Plug that very stick in again" in told for told in _told(journey)))
    assert "Save a copy…" in journey.buttons()
    assert not stick.folder.exists()
    (tmp_path / "pocket").rename(stick.folder)
    journey.click("Try again")
    journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
    learner = journey.window.session.learner
    assert learner is not None
    kept: list[str] = []
    job = journey.program.access.ask(lambda store: _drafted(learner.id, journey, store))
    job.done.connect(kept.append)
    journey.wait(lambda: bool(kept))
    assert kept == ["Before. While it was away."]


def test_a_stick_that_cannot_be_written_is_told_on_the_shelf(
    journey: Journey, stick: Stick, tmp_path: Path
) -> None:
    stick.folder.mkdir()
    (stick.folder / "data").write_text("in the way", encoding="ascii")
    stick.plug_in(journey, SETTINGS)
    assert journey.paths.keeping is Keeping.REFUSED
    journey.start()
    told = journey.window.shelf.banner.sentence
    assert "This stick cannot be written" in told
    assert str(journey.paths.data) in told
    assert journey.paths.learner_db.is_relative_to(tmp_path / "own")
    assert journey.paths.learner_db.exists()
    assert json.loads(journey.paths.kits_file.read_bytes()) != []


def test_a_second_computer_on_the_same_kit_is_refused_kindly(
    journey: Journey, stick: Stick, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    stick.plug_in(journey, SETTINGS)
    journey.start()
    other = Journey(qapp, qtbot, tmp_path / "other")
    stick.plug_in(other, SETTINGS)
    other.start(waits=False)
    other.wait(lambda: "Another window of Course Player is using" in other.frame.banner.sentence)
    assert "safe" in other.frame.banner.sentence
    other.clean_up()


def _write(journey: Journey, words: str) -> None:
    journey.go(journey.step(StepKind.ASSIGNMENT))
    editor = journey.child(RichEditor)
    editor.setFocus()
    journey.type(words)
    journey.wait(lambda: not any(one.has_unsaved for one in journey.window.writing.autosaves))
