"""What a learner does in ten minutes of a long day, by keys and clicks in the real window."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from courseplayer.course.outline import StepKind, StepOutline
from courseplayer.learner.keeper import StoreKeeper
from courseplayer.submissions.formats import ExportFormat
from courseplayer.ui.assignment import export_presenter
from courseplayer.ui.assignment.export_dialog import ExportDialog
from courseplayer.ui.learners.view import LearnerButton, NameDialog
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.player.shortcuts import MediaAction
from courseplayer.ui.search.view import SearchPage
from courseplayer.ui.writing.editor import RichEditor
from making.clock import SetClock
from making.journey import Journey

TURN_MINUTES = 10
_WORDS = "The nurses asked every mother how long she had waited, and wrote it down. "
_SEARCHES = ("patients", "waiting room", "small test", "listen", "journey")
_CONTROL = Qt.KeyboardModifier.ControlModifier
_LOOKS = ("dark", "light")
_PLAYED = {StepKind.VIDEO, StepKind.AUDIO}
_MEDIA_A_TURN, _PAGES_A_TURN, _SEARCHES_A_TURN = 2, 4, 2


class LongDay:
    """A learner at one computer; :meth:`turn` is ten minutes of the day in as many seconds as it takes."""

    def __init__(
        self, journey: Journey, clock: SetClock, work: Path, *, playing_ms: int, looks_every: int = 3
    ) -> None:
        """``looks_every`` so many turns another theme is chosen."""
        self._journey = journey
        self._clock = clock
        self._work = work
        self._playing_ms = playing_ms
        self._looks_every = looks_every
        self._searches = cycle(_SEARCHES)
        self._formats = cycle(ExportFormat)
        self._looks = cycle(_LOOKS)
        self._media: Iterator[StepOutline] = iter(())
        self._pages: Iterator[StepOutline] = iter(())
        self._turns = 0
        self.counts: Counter[str] = Counter()

    def begin(self, course: Path) -> None:
        """Open the course, and let a second person learn here too."""
        self._journey.start(course)
        steps = tuple(self._journey.outline.steps())
        self._media = cycle(one for one in steps if one.kind in _PLAYED)
        self._pages = cycle(one for one in steps if one.kind not in _PLAYED)
        self._add_learner("Berhane")
        self._do_everything_once(steps)
        self.counts.clear()

    def _do_everything_once(self, steps: Sequence[StepOutline]) -> None:
        """Let everything be loaded that is loaded when it is first needed: that is no leak."""
        for _look in _LOOKS:
            self.change_looks()
        for _medium in range(sum(one.kind in _PLAYED for one in steps) // _MEDIA_A_TURN + 1):
            self._watch()
        for _format in ExportFormat:
            self._export()
        for _page in range(len(steps) // _PAGES_A_TURN):
            self._read()
        self._search()
        # SQLite keeps the handle of a store that is open a second time for its backup, and uses it again.
        self._journey.program.access.keep(partial(StoreKeeper.back_up, is_forced=True))
        self._settle()
        self._look_around()

    def turn(self) -> None:
        """Do what is done in ten minutes."""
        self._turns += 1
        if self._turns % self._looks_every == 0:
            self.change_looks()
        doings: tuple[Callable[[], None], ...] = (
            self._watch,
            self._read,
            self._search,
            self._write,
            self._export,
            self._look_around,
            self._switch_learner,
        )
        for do in doings:
            self._clock.move(seconds=60 * TURN_MINUTES / len(doings))
            # The window's own timer looks every five minutes of a clock that is not this one.
            self._journey.window.safety.back_up()
            do()
        self._settle()

    def _watch(self) -> None:
        for _medium in range(_MEDIA_A_TURN):
            self._watch_one(next(self._media))

    def _watch_one(self, step: StepOutline) -> None:
        journey = self._journey
        journey.go(step)
        player = journey.player
        journey.wait(lambda: player.panel.isVisible() and player.panel.controls.isEnabled())
        self._settle()
        player.play()
        journey.wait(lambda: player.is_playing)
        QTest.qWait(self._playing_ms)
        transcript = player.transcript
        cues = () if transcript is None else transcript.cues
        for index in range(0, len(cues), max(1, len(cues) // 4)):
            player.panel.transcript.cue_activated.emit(index)
            QTest.qWait(60)
            self.counts["seeks"] += 1
        for action in (
            MediaAction.FORWARD,
            MediaAction.BACK,
            MediaAction.NEXT_CUE,
            MediaAction.PREVIOUS_CUE,
        ):
            player.act(action)
            QTest.qWait(40)
            self.counts["seeks"] += 1
        player.pause()
        self.counts["media opened and played"] += 1
        self.counts["page changes"] += 1

    def _read(self) -> None:
        for _page in range(_PAGES_A_TURN):
            step = next(self._pages)
            self._journey.go(step)
            self._settle()
            self.counts["page changes"] += 1
        self._journey.window.step.completion_toggled.emit()
        self.counts["steps marked"] += 1

    def _search(self) -> None:
        journey = self._journey
        for _again in range(_SEARCHES_A_TURN):
            words = next(self._searches)
            journey.press(Qt.Key.Key_K, _CONTROL)
            journey.type(words)
            journey.wait(partial(_has_found, journey.window.search, words))
            journey.press(Qt.Key.Key_Down)
            journey.wait(lambda: journey.child(QListView).hasFocus())
            journey.press(Qt.Key.Key_Return)
            journey.wait(lambda: journey.shows(journey.window.course))
            self._settle()
            journey.window.navigator.back()
            journey.wait(lambda: journey.shows(journey.window.search))
            journey.window.navigator.back()
            journey.wait(lambda: not journey.shows(journey.window.search))
            self.counts["searches"] += 1
            self.counts["page changes"] += 3

    def _write(self) -> None:
        editor = self._editor()
        editor.setFocus()
        before = len(editor.toPlainText())
        QTest.keyClicks(editor, _WORDS)
        if before > 6_000:
            # Nobody's assignment grows for ever: the oldest sentences are cut out.
            cursor = editor.textCursor()
            cursor.setPosition(0)
            cursor.setPosition(before - 3_000, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.counts["keys typed"] += len(_WORDS)
        self._settle()

    def _export(self) -> None:
        journey, chosen = self._journey, next(self._formats)
        path = self._work / f"export-{self._turns % 7}{chosen.suffix}"
        path.unlink(missing_ok=True)
        self._editor()
        with patch.object(export_presenter, "ask_where_to_save", _answering(path)):
            journey.click("Export…")
            journey.wait(lambda: any(one.isVisible() for one in journey.frame.findChildren(ExportDialog)))
            dialog = next(one for one in journey.frame.findChildren(ExportDialog) if one.isVisible())
            dialog.choose_format(chosen)
            dialog.save_wanted.emit()
            journey.wait(path.exists)
            self._settle()
            dialog.reject()
        self.counts["exports"] += 1

    def _look_around(self) -> None:
        for page in (Page.SHELF, Page.PREFERENCES, Page.SHORTCUTS, Page.ABOUT):
            self._journey.window.navigator.go(Place(page))
            self._settle()
            self.counts["page changes"] += 1
        window = self._journey.window
        window.safety.open()
        self._settle()
        if window.safety.dialog is not None:
            window.safety.dialog.reject()
        self.counts["dialogs"] += 1

    def _switch_learner(self) -> None:
        button = self._journey.frame.findChild(LearnerButton)
        assert button is not None
        other = next(one for one in button.menu().actions() if one.isCheckable() and not one.isChecked())
        other.trigger()
        self._settle()
        self.counts["switches of learner"] += 1

    def change_looks(self) -> None:
        """Choose another theme, for which the whole window is made anew."""
        journey = self._journey
        before = journey.frame
        journey.window.preferences.setting_chosen.emit("theme", next(self._looks))
        journey.wait(lambda: journey.program.frame is not before and journey.program.window is not None)
        journey.wait(lambda: journey.window.session.learner is not None)
        self._settle()
        self.counts["windows made anew"] += 1

    def _add_learner(self, name: str) -> None:
        self._journey.window.learners.ask_new_name()
        dialog = self._journey.frame.findChild(NameDialog)
        assert dialog is not None
        dialog.name_given.emit(name)
        self._settle()

    def _editor(self) -> RichEditor:
        journey = self._journey
        journey.go(journey.step(StepKind.ASSIGNMENT))
        journey.wait(lambda: any(_can_be_written(one) for one in journey.frame.findChildren(RichEditor)))
        self.counts["page changes"] += 1
        return next(one for one in journey.frame.findChildren(RichEditor) if _can_be_written(one))

    def _settle(self) -> None:
        """Wait until no job runs, everything written is saved, and what was put away is gone."""
        journey = self._journey
        for _again in range(2):
            journey.wait(lambda: journey.program.jobs.pending == 0 and not journey.window.unsaved.are_there)
            QTest.qWait(1)


def _has_found(page: SearchPage, words: str) -> bool:
    return f"“{words}”" in page.heading_words and "…" not in page.heading_words


def _can_be_written(editor: RichEditor) -> bool:
    return editor.isVisible() and not editor.isReadOnly()


def _answering(path: Path) -> Callable[..., Path]:
    def answer(*_asked: object) -> Path:
        return path

    return answer
