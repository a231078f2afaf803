"""Who signed a course is shown; a course that changes hands is told of; a policy keeps others shut."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.coursefile.keys import SecretKey, new_key
from courseplayer.coursefile.signature import Signer
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.policy import Policy
from making.damage import rewritten
from making.journey import Journey
from making.plans import a_course_plan, random_bytes


@pytest.fixture
def journey(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Journey]:
    made = Journey(qapp, qtbot, tmp_path / "home")
    yield made
    made.clean_up()


def _course(folder: Path, key: SecretKey | None, name: str = "Mekelle Training Centre") -> Path:
    folder.mkdir(exist_ok=True)
    signer = None if key is None else Signer(key, name)
    return write_course(a_course_plan(), folder / "clinic.course", SilentTask(), signer).path


def _words(journey: Journey) -> str:
    return "\n".join(one.text() for one in journey.window.course.front.findChildren(QLabel))


def test_the_front_page_says_who_signed_or_that_nobody_did(journey: Journey, tmp_path: Path) -> None:
    key = new_key()
    journey.start(_course(tmp_path / "a", key))
    assert f"Signed by Mekelle Training Centre (key {key.public().name})" in _words(journey)
    assert not journey.frame.banner.isVisible()
    journey.end()


def test_an_unsigned_course_opens_and_says_so_quietly(journey: Journey, tmp_path: Path) -> None:
    journey.start(_course(tmp_path / "a", None))
    assert "not signed by anyone" in _words(journey)
    assert not journey.frame.banner.isVisible()


@pytest.mark.parametrize("is_signed", [True, False])
def test_a_course_that_changes_hands_is_told_of_until_it_is_accepted(
    journey: Journey, tmp_path: Path, is_signed: bool
) -> None:
    journey.start(_course(tmp_path / "a", new_key()))
    other = _course(tmp_path / "b", new_key() if is_signed else None, "Somebody Else")
    journey.restart(other)
    told = journey.frame.banner.sentence
    assert "Mekelle Training Centre" in told
    assert ("Somebody Else" in told) is is_signed
    journey.restart(other)
    assert journey.frame.banner.isVisible()
    journey.frame.banner.action_chosen.emit("accept-signer")
    journey.wait(lambda: journey.program.jobs.pending == 0)
    journey.restart(other)
    assert not journey.frame.banner.isVisible()


def _changed(course: Path) -> Path:
    with rewritten(course, course.with_name("changed.course")) as forger:
        forger.execute("UPDATE step SET title = 'Send me your password'")
    return course.with_name("changed.course")


def test_nobody_is_said_to_have_signed_what_was_changed_afterwards(journey: Journey, tmp_path: Path) -> None:
    journey.start(_changed(_course(tmp_path / "a", new_key())))
    assert "are not as they were when the course was made" in journey.frame.banner.sentence
    assert "Signed by" not in _words(journey)
    assert "but it was changed or damaged afterwards" in _words(journey)


def test_a_policy_that_names_keys_opens_nothing_that_was_changed_after_signing(
    qapp: QApplication, journey: Journey, qtbot: QtBot, tmp_path: Path
) -> None:
    key = new_key()
    program = Program(qapp, journey.paths, Policy(signers=(key.public().text(),)))
    program.start(WindowRequest(_changed(_course(tmp_path / "a", key))))
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    window = program.window
    assert window is not None
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=20_000)
    assert "are not as they were when the course was made" in window.frame.banner.sentence
    assert window.session.course is None
    program.finish()
    program.deleteLater()


def test_under_a_policy_a_film_that_was_changed_after_signing_is_not_played_and_the_texts_are_read(
    journey: Journey, tmp_path: Path
) -> None:
    key, film = new_key(), random_bytes(262_144, 77)
    course = _course(tmp_path / "a", key)
    with rewritten(course, tmp_path / "film.course") as forger:
        forger.execute("UPDATE chunk_data SET data = ? WHERE id = 2", (film,))
        forger.execute("UPDATE chunk SET sha256 = ? WHERE id = 2", (sha256(film).digest(),))
    journey.policy = Policy(signers=(key.public().text(),))
    journey.start(tmp_path / "film.course")
    assert "Signed by Mekelle Training Centre" in _words(journey)
    journey.go(journey.numbered("1.1"))
    journey.wait(lambda: journey.player.panel.banner.sentence != "")
    assert "film.course is damaged" in journey.player.panel.banner.sentence
    assert journey.player.panel.transcript.isVisible()
    assert journey.player.transcript is not None
    assert journey.player.transcript.cues[1].text == "We wash our hands before every meal."


@pytest.mark.parametrize("signers", ["none", "others"])
def test_a_policy_that_names_keys_keeps_other_courses_shut(
    qapp: QApplication, journey: Journey, qtbot: QtBot, tmp_path: Path, signers: str
) -> None:
    course = _course(tmp_path / "a", new_key())
    allowed = () if signers == "none" else (new_key().public().text(),)
    program = Program(qapp, journey.paths, Policy(signers=allowed))
    program.start(WindowRequest(course))
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    window = program.window
    assert window is not None
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=20_000)
    assert "is not signed by anyone whose courses may be opened" in window.frame.banner.sentence
    assert window.session.course is None
    program.finish()
    program.deleteLater()


def test_a_policy_lets_in_the_courses_of_its_keys(
    qapp: QApplication, journey: Journey, qtbot: QtBot, tmp_path: Path
) -> None:
    key = new_key()
    program = Program(qapp, journey.paths, Policy(signers=(key.public().text(),)))
    program.start(WindowRequest(_course(tmp_path / "a", key)))
    qtbot.waitUntil(
        lambda: program.window is not None and program.window.session.course is not None, timeout=20_000
    )
    program.finish()
    program.deleteLater()
    assert journey.paths.signers_file.exists()
