"""Words are saved soon, and what is said about it is true."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from courseplayer.learner.values import DraftKind
from courseplayer.ui.writing import autosave, desk
from courseplayer.ui.writing.answer import AnswerPresenter
from courseplayer.ui.writing.autosave import SaveState
from making.plans import ARTICLE_STEP, DISCUSSION_STEP
from making.writing_world import WritingWorld

NOTE = DraftKind.NOTE
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class _Notes:
    """The card for notes, shown and typed into."""

    def __init__(self, world: WritingWorld) -> None:
        self.world = world
        self.owner = QObject()
        self.presenter = AnswerPresenter(world.icons, world.access, world.session, NOTE, self.owner)
        self.view = self.presenter.view
        self.editor = self.view.sheet.editor
        self.view.resize(700, 400)
        self.view.show()
        self.open()

    def open(self) -> None:
        self.presenter.show_step(ARTICLE_STEP, "Your notes", "")
        self.world.qtbot.waitUntil(self._is_open, timeout=20_000)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.editor, words)

    @property
    def said(self) -> str:
        return self.view.sheet.saved.words

    @property
    def sentence(self) -> str:
        return self.view.sheet.banner.sentence

    @property
    def state(self) -> SaveState:
        return self.presenter.autosave.state

    def saved_words(self) -> str:
        return self.world.stored_words(ARTICLE_STEP, NOTE)

    def until(self, state: SaveState) -> None:
        self.world.qtbot.waitUntil(lambda: self.state is state, timeout=20_000)

    def click(self, words: str) -> None:
        shown = (
            one for one in self.view.sheet.banner.findChildren(QPushButton) if one.isVisibleTo(self.view)
        )
        QTest.mouseClick(next(one for one in shown if one.text() == words), Qt.MouseButton.LeftButton)

    def close(self) -> None:
        self.presenter.leave()
        self.world.idle()
        self.view.close()
        self.view.deleteLater()
        self.owner.deleteLater()

    def _is_open(self) -> bool:
        return not self.editor.isReadOnly()


@pytest.fixture
def notes(world: WritingWorld) -> Iterator[_Notes]:
    made = _Notes(world)
    yield made
    made.close()


@pytest.fixture
def unhurried(world: WritingWorld, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Notes]:
    """Nothing is saved only because time passes."""
    monkeypatch.setattr(autosave, "IDLE_MS", 1_000_000)
    monkeypatch.setattr(autosave, "LONGEST_MS", 1_000_000)
    made = _Notes(world)
    yield made
    made.close()


def test_words_are_saved_800_ms_after_the_last_key(notes: _Notes) -> None:
    since = QElapsedTimer()
    notes.type("We listened")
    since.start()
    assert (notes.state, notes.said) == (SaveState.UNSAVED, "Not saved yet")
    notes.until(SaveState.CLEAN)
    # The system may let a timer end a twentieth early.
    assert since.elapsed() >= 750
    assert notes.saved_words() == "We listened"
    assert notes.said.startswith("Saved ")


def test_words_are_saved_within_5_s_however_fast_the_keys_come(
    world: WritingWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert autosave.LONGEST_MS == 5_000
    monkeypatch.setattr(autosave, "IDLE_MS", 1_000_000)
    monkeypatch.setattr(autosave, "LONGEST_MS", 200)
    notes = _Notes(world)
    saved: list[object] = []
    notes.presenter.autosave.saved.connect(saved.append)
    for _key in range(2_000):
        notes.type("a")
        world.qtbot.wait(5)
        if saved:
            break
    assert saved
    assert notes.saved_words().startswith("a")
    notes.close()


def test_saved_is_said_only_when_the_store_has_the_words(unhurried: _Notes) -> None:
    world = unhurried.world
    released = world.hold_store()
    unhurried.type("We listened")
    unhurried.presenter.autosave.flush()
    world.qtbot.wait(50)
    assert unhurried.said == "Saving…"
    unhurried.type(" more")
    assert unhurried.said == "Not saved yet"
    released.set()
    world.idle()
    assert unhurried.said == "Not saved yet"
    assert unhurried.saved_words() == "We listened"
    unhurried.presenter.autosave.flush()
    unhurried.until(SaveState.CLEAN)
    assert unhurried.saved_words() == "We listened more"


def test_leaving_the_step_or_the_field_saves_at_once(unhurried: _Notes) -> None:
    world = unhurried.world
    unhurried.type("one")
    unhurried.editor.left.emit()
    unhurried.until(SaveState.CLEAN)
    assert unhurried.saved_words() == "one"
    unhurried.type(" two")
    unhurried.presenter.leave()
    world.idle()
    assert unhurried.saved_words() == "one two"


def test_the_keyboard_going_elsewhere_is_noticed(unhurried: _Notes) -> None:
    world = unhurried.world
    unhurried.editor.setFocus()
    world.qtbot.waitUntil(unhurried.editor.hasFocus)
    with world.qtbot.waitSignal(unhurried.editor.left):
        unhurried.editor.clearFocus()


def test_a_refused_text_stays_and_is_saved_when_tried_again(unhurried: _Notes) -> None:
    world = unhurried.world
    world.refuse_writing()
    unhurried.type("My words")
    unhurried.presenter.autosave.flush()
    unhurried.until(SaveState.FAILED)
    assert unhurried.editor.toPlainText() == "My words"
    assert unhurried.said == "Not saved"
    assert unhurried.sentence
    assert unhurried.presenter.autosave.problem is not None
    world.allow_writing()
    unhurried.click("Try again")
    unhurried.until(SaveState.CLEAN)
    assert unhurried.saved_words() == "My words"
    assert not unhurried.sentence
    assert unhurried.presenter.autosave.problem is None


@pytest.mark.parametrize("name", ["copy.html", "copy.txt"])
def test_a_refused_text_can_be_saved_as_a_copy(
    unhurried: _Notes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    world = unhurried.world
    world.refuse_writing()
    unhurried.type("My words & <more>")
    unhurried.presenter.autosave.flush()
    unhurried.until(SaveState.FAILED)
    monkeypatch.setattr(desk, "ask_where_to_save", lambda *_a, **_k: tmp_path / name)
    unhurried.click("Save a copy…")
    copied = (tmp_path / name).read_text("utf-8")
    assert ("My words &amp; &lt;more&gt;" if name.endswith("html") else "My words & <more>") in copied
    world.idle()
    assert str(tmp_path / name) in unhurried.sentence
    assert unhurried.state is SaveState.FAILED


def test_a_copy_that_cannot_be_written_leaves_both_ways_out(
    unhurried: _Notes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    world = unhurried.world
    world.refuse_writing()
    unhurried.type("My words")
    unhurried.presenter.autosave.flush()
    unhurried.until(SaveState.FAILED)
    monkeypatch.setattr(desk, "ask_where_to_save", lambda *_a, **_k: tmp_path / "gone" / "copy.html")
    unhurried.click("Save a copy…")
    assert "copy.html" in unhurried.sentence
    assert unhurried.editor.toPlainText() == "My words"
    unhurried.click("Try again")


def test_a_text_that_was_left_unsaved_is_there_again_and_saved_later(unhurried: _Notes) -> None:
    world = unhurried.world
    world.refuse_writing()
    unhurried.type("My words")
    with world.qtbot.waitSignal(unhurried.presenter.problem):
        unhurried.presenter.leave()
    assert unhurried.presenter.autosave.has_unsaved
    assert [text.plain_text() for text in unhurried.presenter.autosave.unsaved_texts()] == ["My words"]
    world.allow_writing()
    unhurried.open()
    assert unhurried.editor.toPlainText() == "My words"
    world.idle()
    assert unhurried.saved_words() == "My words"
    assert not unhurried.presenter.autosave.has_unsaved


def test_a_text_that_was_left_unsaved_follows_the_next_one_that_is_saved(unhurried: _Notes) -> None:
    world = unhurried.world
    world.refuse_writing()
    unhurried.type("My words")
    with world.qtbot.waitSignal(unhurried.presenter.problem):
        unhurried.presenter.leave()
    world.allow_writing()
    unhurried.presenter.show_step(DISCUSSION_STEP, "Your unhurried", "")
    world.idle()
    unhurried.type("other")
    unhurried.presenter.leave()
    world.idle()
    assert unhurried.saved_words() == "My words"
    assert world.stored_words(DISCUSSION_STEP, NOTE) == "other"


def test_words_belong_to_the_one_who_typed_them(unhurried: _Notes) -> None:
    world = unhurried.world
    unhurried.type("Almaz was here")
    world.session.choose_learner(world.berhane)
    assert unhurried.editor.toPlainText() == ""
    world.idle()
    unhurried.type("So was Berhane")
    world.session.choose_learner(world.almaz)
    world.idle()
    assert unhurried.editor.toPlainText() == "Almaz was here"
    assert unhurried.saved_words() == "Almaz was here"
    assert world.stored_words(ARTICLE_STEP, NOTE, world.berhane) == "So was Berhane"


def test_nothing_can_be_written_over_a_text_that_could_not_be_read(notes: _Notes) -> None:
    world = notes.world
    notes.type("Precious")
    notes.presenter.leave()
    world.idle()
    world.refuse_writing()
    notes.presenter.show_step(ARTICLE_STEP, "Your notes", "")
    world.idle()
    assert notes.editor.isReadOnly()
    notes.type("over it")
    assert notes.editor.toPlainText() == ""
    world.allow_writing()
    notes.click("Try again")
    world.qtbot.waitUntil(lambda: notes.editor.toPlainText() == "Precious", timeout=20_000)
    assert not notes.editor.isReadOnly()
