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
from courseplayer.learner.values import DraftKind, Learner, SaveReason
from courseplayer.ui.learners.pin_view import ChangePinDialog, RecoveryKeyDialog, UnlockDialog
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


def _write(journey: Journey, learner: Learner, words: str) -> None:
    document = Document.from_plain_text(words)
    course, step = CourseId("c"), StepId("s")
    _keep(
        journey,
        lambda keeper: keeper.run(
            lambda store: store.save_draft(
                learner.id, course, step, DraftKind.NOTE, document, SaveReason.LEAVING
            )
        ),
    )


def _texts(journey: Journey, learner: Learner) -> list[str]:
    found: list[str] = []
    _keep(
        journey,
        lambda keeper: found.extend(
            one.document.plain_text() for one in keeper.run(lambda store: store.drafts(learner.id))
        ),
    )
    return found


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


def test_nobody_reads_the_last_minutes_of_who_has_a_pin(almaz: Journey) -> None:
    learner = almaz.window.session.learner
    assert learner is not None
    _write(almaz, learner, "Only for me.")
    almaz.window.veil.cover()
    almaz.click("Not me")
    almaz.wait(lambda: "Who is here?" in almaz.window.veil.view.heading_words)
    almaz.window.veil.view.name_given.emit("Passer-by")
    almaz.wait(lambda: "Whose" in almaz.window.veil.view.heading_words)
    almaz.click("Move to \u2068Passer-by\u2069")
    almaz.wait(lambda: len(_dialogs(almaz)) == 1)
    _dialogs(almaz)[0].reject()
    almaz.click("Leave with \u2068Almaz\u2069")
    _settle(almaz)
    now = almaz.window.session.learner
    assert now is not None
    assert now.name == "Passer-by"
    assert _texts(almaz, now) == []
    almaz.wait(lambda: _is_locked(almaz, learner.id))


def test_one_persons_pin_lifts_no_veil_of_another(almaz: Journey) -> None:
    almaz.window.veil.cover()
    almaz.click("Not me")
    almaz.wait(lambda: "Who is here?" in almaz.window.veil.view.heading_words)
    almaz.click("Berhane")
    almaz.wait(lambda: len(_dialogs(almaz)) == 1)
    dialog = _dialogs(almaz)[0]
    dialog.pin.setText(OTHER_PIN)
    dialog.open_button.click()
    # Looking at the PIN takes a second, in which nothing else can be begun.
    almaz.click("I forgot the PIN…")
    assert _dialogs(almaz) == [dialog]
    # Even if another question came in between, the answer would not be taken for it.
    almaz.window.veil.view.continued.emit()
    _settle(almaz)
    assert almaz.frame.is_covered


def test_the_recovery_key_is_still_there_after_the_veil(almaz: Journey) -> None:
    learner = almaz.window.session.learner
    assert learner is not None
    almaz.window.pins.set_up(learner)
    changing = almaz.window.pins.dialog
    assert isinstance(changing, ChangePinDialog)
    changing.key_wanted.emit(PIN)
    almaz.wait(lambda: isinstance(almaz.window.pins.dialog, RecoveryKeyDialog))
    _settle(almaz)
    told = almaz.window.pins.dialog
    assert isinstance(told, RecoveryKeyDialog)
    key = told.key
    almaz.window.veil.cover()
    assert not told.isVisible()
    almaz.click("Continue")
    _type_pin(almaz, PIN)
    almaz.wait(lambda: not almaz.frame.is_covered)
    assert almaz.frame.banner.sentence == ""
    assert told.isVisible()
    assert told.key == key


def test_no_veil_while_a_pin_is_being_changed(almaz: Journey) -> None:
    learner = almaz.window.session.learner
    assert learner is not None
    almaz.window.pins.set_up(learner)
    changing = almaz.window.pins.dialog
    assert isinstance(changing, ChangePinDialog)
    watch = almaz.window.veil.watch
    watch.set_minutes(1)
    changing.set_busy("One moment…")
    monotonic, wall = watch._moments()
    watch._last = (monotonic - 120, wall - 120)
    watch.look()
    assert not almaz.frame.is_covered
    changing.finish()
    watch._last = (monotonic - 120, wall - 120)
    watch.look()
    assert almaz.frame.is_covered


def test_the_last_minutes_go_to_who_typed_their_own_pin(almaz: Journey) -> None:
    learner = almaz.window.session.learner
    assert learner is not None
    _write(almaz, learner, "My ward is full.")
    almaz.window.veil.cover()
    almaz.click("Not me")
    almaz.wait(lambda: "Who is here?" in almaz.window.veil.view.heading_words)
    almaz.click("Berhane")
    _type_pin(almaz, OTHER_PIN)
    almaz.wait(lambda: "Whose" in almaz.window.veil.view.heading_words)
    almaz.click("Move to \u2068Berhane\u2069")
    _type_pin(almaz, PIN)
    now = almaz.window.session.learner
    assert now is not None
    assert now.name == "Berhane"
    assert _texts(almaz, now) == ["My ward is full."]
    almaz.wait(lambda: _is_locked(almaz, learner.id))


def _is_locked(journey: Journey, learner_id: object) -> bool:
    locked: list[object] = []
    _keep(journey, lambda keeper: locked.extend(keeper.run(lambda store: store.pins.locked())))
    return learner_id in locked
