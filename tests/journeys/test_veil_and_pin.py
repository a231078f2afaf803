"""Whoever has a PIN types it before the veil is lifted for them, and only then."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.ui.learners.pin_view import UnlockDialog
from making.journey import Journey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "PulseAudio", "RHI")
PIN, OTHER_PIN = "481516", "234200"


@pytest.fixture
def almaz(journey: Journey, demo_course: Path) -> Journey:
    """Almaz and Berhane have a PIN each; Almaz has just written something."""
    journey.start(demo_course)
    _keep(journey, _set_pins)
    journey.window.learners.load()
    _type_pin(journey, PIN)
    journey.wait(
        lambda: journey.window.session.learner is not None and journey.window.session.learner.has_pin
    )
    _settle(journey)
    return journey


def _set_pins(keeper: StoreKeeper) -> None:
    (almaz,) = keeper.run(lambda store: store.learners())
    keeper.run(lambda store: store.rename_learner(almaz.id, "Almaz"))
    berhane = keeper.run(lambda store: store.add_learner("Berhane"))
    for learner, pin in ((almaz, PIN), (berhane, OTHER_PIN)):
        keeper.run(lambda store, who=learner, typed=pin: store.pins.set(who.id, typed))  # type: ignore[misc]
        keeper.run(lambda store, who=learner: store.pins.lock(who.id))  # type: ignore[misc]


def _keep(journey: Journey, work: Callable[[StoreKeeper], object]) -> None:
    journey.program.access.keep(work)
    _settle(journey)


def _settle(journey: Journey) -> None:
    for _again in range(2):
        journey.wait(lambda: journey.program.jobs.pending == 0)


def _dialogs(journey: Journey) -> list[UnlockDialog]:
    return [one for one in journey.frame.findChildren(UnlockDialog) if one.isVisible()]


def _type_pin(journey: Journey, pin: str) -> None:
    journey.wait(lambda: len(_dialogs(journey)) == 1)
    field = _dialogs(journey)[0].findChild(QLineEdit)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, pin)
    QTest.keyClick(field, Qt.Key.Key_Return)
    _settle(journey)


def test_going_on_needs_the_pin(almaz: Journey) -> None:
    almaz.window.veil.cover()
    almaz.click("Continue")
    _type_pin(almaz, "000111")
    assert almaz.frame.is_covered
    _type_pin(almaz, PIN)
    almaz.wait(lambda: not almaz.frame.is_covered)
    assert _dialogs(almaz) == []


def test_closing_the_question_for_the_pin_leaves_the_veil(almaz: Journey) -> None:
    almaz.window.veil.cover()
    almaz.click("Continue")
    almaz.wait(lambda: len(_dialogs(almaz)) == 1)
    _dialogs(almaz)[0].reject()
    assert almaz.frame.is_covered
    learner = almaz.window.session.learner
    assert learner is not None
    assert learner.name == "Almaz"


def test_the_last_minutes_go_to_who_typed_their_own_pin(almaz: Journey) -> None:
    learner = almaz.window.session.learner
    assert learner is not None
    document = Document.from_plain_text("My ward is full.")
    _keep(
        almaz,
        lambda keeper: keeper.run(
            lambda store: store.save_draft(
                learner.id, CourseId("c"), StepId("s"), DraftKind.NOTE, document, SaveReason.LEAVING
            )
        ),
    )
    almaz.window.veil.cover()
    almaz.click("Not me")
    almaz.wait(lambda: "Who is here?" in almaz.window.veil.view.heading_words)
    almaz.click("Berhane")
    _type_pin(almaz, OTHER_PIN)
    almaz.wait(lambda: "Whose" in almaz.window.veil.view.heading_words)
    almaz.click("Move to \u2068Berhane\u2069")
    _settle(almaz)
    now = almaz.window.session.learner
    assert now is not None
    assert now.name == "Berhane"
    found: list[str] = []
    _keep(
        almaz,
        lambda keeper: found.extend(
            one.document.plain_text() for one in keeper.run(lambda store: store.drafts(now.id))
        ),
    )
    assert found == ["My ward is full."]
    almaz.wait(lambda: _is_locked(almaz, learner.id))


def _is_locked(journey: Journey, learner_id: object) -> bool:
    locked: list[object] = []
    _keep(journey, lambda keeper: locked.extend(keeper.run(lambda store: store.pins.locked())))
    return learner_id in locked
