"""A stick out of a PC with viruses: told, nothing run, courses still play and can be copied away."""

import dataclasses
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from courseplayer.coursefile.stick.watch import StickWatch
from courseplayer.system.cancellation import SilentTask
from courseplayer.ui.safety import sticks
from courseplayer.ui.safety.stick_view import StickDialog
from courseplayer.ui.shelf.view import CourseCard
from making.journey import Journey
from making.sticks import make_stick, shortcut

WORM = {
    "Photos/a.jpg": b"x",
    "Photos.lnk": shortcut("cmd.exe", "/c start x.vbs"),
    "autorun.inf": b"[autorun]\nopen=x.exe\n",
    "holiday\u202egpj.exe": b"MZ harmless",
}
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def stick(journey: Journey, tmp_path: Path, demo_course: Path) -> Path:
    """A stick with a course, in a computer that looks for sticks."""
    journey.paths = dataclasses.replace(journey.paths, mount_patterns=(str(tmp_path / "media" / "*"),))
    root = make_stick(tmp_path / "media" / "CLINIC", {"courses/": b""})
    shutil.copyfile(demo_course, root / "courses" / "demo.course")
    return root


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Return what was handed to other programs: nothing may be."""
    handed: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", handed.append)
    return handed


def _dialog(journey: Journey) -> StickDialog:
    journey.wait(journey.window.stick_banner.isVisible)
    journey.click("What was found…")
    dialog = journey.frame.findChild(StickDialog)
    assert dialog is not None
    return dialog


def test_a_worm_is_told_on_the_shelf_and_in_words(journey: Journey, stick: Path, opened: list[QUrl]) -> None:
    make_stick(stick, WORM)
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    journey.start()
    dialog = _dialog(journey)
    sentence = journey.window.stick_banner.sentence
    assert "what viruses leave on sticks (3 thing" in sentence
    assert "ran and opened none of it" in sentence
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert lines[0] == "A shortcut that stands for a folder or file of the same name\n" + (
        "\u2068Photos.lnk\u2069: \u2068cmd.exe /c start x.vbs\u2069"
    )
    assert "lets Windows start a program" in lines[1]
    assert lines[2].endswith("\u2068holiday[U+202E]gpj.exe\u2069")
    assert opened == []
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before


def test_an_ordinary_stick_is_not_spoken_of(journey: Journey, stick: Path) -> None:
    journey.start()
    journey.wait(lambda: bool(journey.frame.findChildren(CourseCard)))
    journey.wait(lambda: journey.program.jobs.pending == 0)
    assert not journey.window.stick_banner.isVisible()


def test_a_stick_that_went_is_spoken_of_no_longer(journey: Journey, stick: Path) -> None:
    make_stick(stick, WORM)
    journey.start()
    journey.wait(journey.window.stick_banner.isVisible)
    shutil.rmtree(stick)
    journey.click("Look again")
    journey.wait(lambda: not journey.window.stick_banner.isVisible())


def test_a_course_from_a_bad_stick_plays_and_the_stick_is_told_there(journey: Journey, stick: Path) -> None:
    make_stick(stick, WORM)
    journey.start(stick / "courses" / "demo.course")
    banner = journey.window.course.banner
    journey.wait(banner.isVisible)
    assert "ran and opened none of it" in banner.sentence
    journey.click("What was found…")
    assert journey.frame.findChild(StickDialog) is not None


def test_a_stick_is_looked_over_before_a_course_on_it_is_opened(stick: Path, tmp_path: Path) -> None:
    make_stick(stick, WORM)
    watch = StickWatch(lambda: (stick,))
    assert watch.before_opening(tmp_path / "elsewhere.course", SilentTask()) is None
    report = watch.before_opening(stick / "courses" / "demo.course", SilentTask())
    assert report is not None
    assert len(report.findings) == 3
    (stick / "autorun.inf").unlink()
    assert watch.before_opening(stick / "courses" / "demo.course", SilentTask()) is report
    assert [len(one.findings) for one in watch.look_again(SilentTask())] == [2]


def test_broken_copies_are_told_without_fright(journey: Journey, stick: Path) -> None:
    whole = (stick / "courses" / "demo.course").read_bytes()
    (stick / "courses" / "short.course").write_bytes(whole[:100_000])
    journey.start()
    dialog = _dialog(journey)
    assert "is whole (1 thing" in journey.window.stick_banner.sentence
    assert "A course that is not whole" in dialog.list.item(0).text()


def test_a_clean_copy_is_made_and_can_be_stopped(
    journey: Journey, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_stick(stick, WORM)
    target = tmp_path / "clean" / "demo.course"
    target.parent.mkdir()
    monkeypatch.setattr(sticks, "ask_where_to_save", lambda *_asked: target)
    journey.start()
    dialog = _dialog(journey)
    assert dialog.course.count() == 1
    dialog.copy.click()
    assert dialog.stop.isVisible()
    dialog.stop.click()
    journey.wait(lambda: bool(dialog.banner.sentence))
    assert "stopped" in dialog.banner.sentence
    assert list(target.parent.iterdir()) == []
    dialog.copy.click()
    journey.wait(lambda: "sound" in dialog.banner.sentence)
    assert target.read_bytes() == (stick / "courses" / "demo.course").read_bytes()
    assert str(target) in dialog.banner.sentence
    assert not dialog.stop.isVisible()
    assert dialog.copy.isEnabled()


def test_a_copy_that_cannot_be_made_is_told(
    journey: Journey, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_stick(stick, WORM)
    monkeypatch.setattr(sticks, "ask_where_to_save", lambda *_asked: tmp_path / "gone" / "demo.course")
    journey.start()
    dialog = _dialog(journey)
    dialog.copy.click()
    journey.wait(lambda: "was not found" in dialog.banner.sentence)
    assert dialog.copy.isEnabled()
