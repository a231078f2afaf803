"""Where courses are found, how they are opened, and what becomes of those that are broken."""

import dataclasses
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from courseplayer.course.outline import CourseId, StepKind
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.shelf.view import CourseCard
from making.journey import Journey
from making.plans import a_course_plan


def _small_course(path: Path, title: str) -> Path:
    plan = a_course_plan()
    info = dataclasses.replace(plan.outline.course, id=CourseId(title), title=title)
    named: CoursePlan = dataclasses.replace(plan, outline=dataclasses.replace(plan.outline, course=info))
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_course(named, path, SilentTask()).path


def _cards(journey: Journey) -> dict[str, CourseCard]:
    cards = journey.frame.findChildren(CourseCard)
    return {card.shown.title: card for card in cards if not card.isHidden()}


def _words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def shelf(journey: Journey, tmp_path: Path) -> Journey:
    """A computer with a stick, a folder for everybody and a program that lies beside its courses."""
    journey.paths = dataclasses.replace(
        journey.paths,
        beside_program=tmp_path / "stick of the program" / "courses",
        site_courses=(tmp_path / "everybody" / "courses",),
        mount_patterns=(str(tmp_path / "media" / "*"),),
    )
    return journey


def test_courses_are_found_in_every_place_where_they_may_lie(shelf: Journey, tmp_path: Path) -> None:
    _small_course(shelf.paths.user_courses / "mine.course", "Mine")
    _small_course(shelf.paths.beside_program / "beside.course", "Beside")
    _small_course(shelf.paths.site_courses[0] / "all.course", "Everybody's")
    _small_course(tmp_path / "media" / "STICK" / "courses" / "health" / "stick.course", "On the stick")
    shelf.start()
    shelf.wait(lambda: len(_cards(shelf)) == 4)
    assert set(_cards(shelf)) == {"Mine", "Beside", "Everybody's", "On the stick"}


def test_a_stick_that_comes_later_is_found_when_asked_for(shelf: Journey, tmp_path: Path) -> None:
    shelf.start()
    shelf.wait(lambda: "No course was found yet" in _words(shelf.window.shelf))
    _small_course(tmp_path / "media" / "STICK" / "courses" / "stick.course", "On the stick")
    shelf.click("Look again")
    shelf.wait(lambda: "On the stick" in _cards(shelf))
    shutil.rmtree(tmp_path / "media" / "STICK")
    shelf.click("Look again")
    shelf.wait(lambda: not _cards(shelf))


def test_look_again_opens_also_what_seems_not_to_have_changed(shelf: Journey) -> None:
    path = _small_course(shelf.paths.user_courses / "one.course", "Seen first")
    shelf.start()
    shelf.wait(lambda: set(_cards(shelf)) == {"Seen first"})
    seen = path.stat()
    _small_course(path, "Seen after")
    os.utime(path, ns=(seen.st_mtime_ns, seen.st_mtime_ns))
    assert path.stat().st_size == seen.st_size
    shelf.click("Look again")
    shelf.wait(lambda: set(_cards(shelf)) == {"Seen after"})


def test_broken_courses_say_why_and_hide_none_of_the_others(shelf: Journey) -> None:
    folder = shelf.paths.user_courses
    sound = _small_course(folder / "sound.course", "Sound")
    whole = sound.read_bytes()
    (folder / "empty.course").write_bytes(b"")
    (folder / "short.course").write_bytes(whole[: len(whole) // 2])
    (folder / "words.course").write_text("This is a letter, not a course.")
    shelf.start()
    shelf.wait(lambda: len(_cards(shelf)) == 4)
    cards = _cards(shelf)
    assert set(cards) == {"Sound", "empty", "short", "words"}
    for name in ("empty", "short", "words"):
        problem = cards[name].shown.problem
        assert problem is not None
        assert f"{name}.course" in problem
        assert problem in _words(cards[name])
        assert problem.endswith(".")
        assert "Error" not in problem
    shelf.click(cards["empty"], QPoint(20, 20))
    shelf.wait(lambda: "empty.course" in shelf.frame.banner.sentence)
    shelf.click(cards["Sound"], QPoint(20, 20))
    shelf.wait(lambda: shelf.frame.page is shelf.window.course)
    assert shelf.frame.banner.sentence == ""


def test_a_card_tells_how_far_one_is_and_where_to_go_on(shelf: Journey) -> None:
    path = _small_course(shelf.paths.user_courses / "mine.course", "Mine")
    shelf.start(path)
    article = shelf.step(StepKind.ARTICLE)
    shelf.go(article)
    shelf.click("Mark as complete")
    shelf.click("All courses")
    shelf.wait(lambda: any("1 of 7 steps complete" in _words(card) for card in _cards(shelf).values()))
    shelf.restart()
    shelf.wait(lambda: "Continue at 1.3" in shelf.buttons())
    assert "Clinic College" in _words(_cards(shelf)["Mine"])
    shelf.click("Continue at 1.3")
    shelf.wait(lambda: shelf.frame.page is shelf.window.course)
    shelf.wait_for_step(article)


def test_a_file_opened_from_elsewhere_stays_on_the_shelf(
    shelf: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _small_course(tmp_path / "downloads" / "far.course", "Far away")
    shelf.start()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", _Chosen(path))
    shelf.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    shelf.wait(lambda: shelf.frame.page is shelf.window.course)
    shelf.restart()
    shelf.wait(lambda: "Far away" in _cards(shelf))


@pytest.mark.parametrize("page", [Page.SHELF, Page.PREFERENCES])
def test_a_file_dropped_on_the_window_is_opened(shelf: Journey, tmp_path: Path, page: Page) -> None:
    path = _small_course(tmp_path / "downloads" / "far.course", "Far away")
    shelf.start()
    shelf.window.navigator.go(Place(page))
    _drop(shelf, path)
    shelf.wait(lambda: shelf.frame.page is shelf.window.course)
    assert shelf.outline.course.title == "Far away"


def test_something_else_dropped_on_the_window_is_told_in_a_sentence(shelf: Journey, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear course")
    shelf.start()
    _drop(shelf, letter)
    shelf.wait(lambda: "letter.txt" in shelf.frame.banner.sentence)
    assert shelf.frame.page is shelf.window.shelf


def test_a_course_that_cannot_be_opened_leaves_the_one_that_is_open(shelf: Journey, tmp_path: Path) -> None:
    path = _small_course(shelf.paths.user_courses / "mine.course", "Mine")
    (tmp_path / "broken.course").write_bytes(b"")
    shelf.start(path)
    article = shelf.step(StepKind.ARTICLE)
    shelf.go(article)
    _drop(shelf, tmp_path / "broken.course", shelf.frame.header)
    shelf.wait(lambda: "broken.course" in shelf.frame.banner.sentence)
    assert shelf.outline.course.title == "Mine"
    shelf.click("Next")
    shelf.wait_for_step(shelf.numbered("1.4"))


def test_a_learner_s_store_that_cannot_be_read_never_blocks_a_course(shelf: Journey) -> None:
    path = _small_course(shelf.paths.user_courses / "mine.course", "Mine")
    shelf.paths.learner_db.write_bytes(b"This is no database at all, and long enough to be looked at.")
    shelf.start(path, waits=False)
    shelf.wait(lambda: shelf.frame.page is shelf.window.course)
    assert shelf.outline.course.title == "Mine"
    assert shelf.frame.banner.sentence


def test_a_course_that_changed_its_place_is_found_by_the_way_back(shelf: Journey) -> None:
    one = _small_course(shelf.paths.user_courses / "one.course", "One")
    other = _small_course(shelf.paths.user_courses / "other.course", "Other")
    shelf.start(one)
    shelf.go(shelf.step(StepKind.ARTICLE))
    shelf.window.presenter.open_file(other)
    shelf.wait(lambda: shelf.window.session.course is not None and shelf.outline.course.title == "Other")
    shelf.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    shelf.wait(lambda: shelf.outline.course.title == "One")
    shelf.wait(lambda: shelf.shown_title().startswith("1.3"))


class _Chosen:
    """Answers the system's dialog as a person would."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, *_arguments: object) -> tuple[str, str]:
        return str(self._path), ""


def _drop(journey: Journey, path: Path, onto: QWidget | None = None) -> None:
    """Drop a file, in the middle of the page, as the system delivers it: to whoever takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page = onto or journey.frame.page
    assert page is not None
    target: QWidget | None = page.childAt(page.rect().center()) or page
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    while target is not None:
        at = target.rect().center()
        enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)
        enter.ignore()
        if target.acceptDrops():
            QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none, QEvent.Type.Drop)
            QApplication.sendEvent(target, drop)
            return
        target = target.parentWidget()
    pytest.fail("nobody takes the file")
