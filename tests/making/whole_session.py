"""One learner's whole session in the real window, in a process of its own; with ``--faults`` much goes wrong.

Run as ``whole_session.py HOME COURSE OUT [--faults]``. Prints what was done as JSON.
"""

import errno
import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from benchmarks.waiting import wait_ms, wait_until  # noqa: E402
from courseplayer import app  # noqa: E402
from courseplayer.course.outline import CourseId, StepId, StepKind  # noqa: E402
from courseplayer.course.writing import Document  # noqa: E402
from courseplayer.learner import database  # noqa: E402
from courseplayer.learner.store import LearnerStore  # noqa: E402
from courseplayer.learner.values import DraftKind, LearnerId, SaveReason  # noqa: E402
from courseplayer.submissions.formats import ExportFormat  # noqa: E402
from courseplayer.system import atomic  # noqa: E402
from courseplayer.system.logs import start_logging  # noqa: E402
from courseplayer.ui.assignment import export_presenter  # noqa: E402
from courseplayer.ui.assignment.export_dialog import ExportDialog  # noqa: E402
from courseplayer.ui.holdings import presenter as holdings_presenter  # noqa: E402
from courseplayer.ui.navigation import Page, Place  # noqa: E402
from courseplayer.ui.writing.editor import RichEditor  # noqa: E402
from making.journey import Journey  # noqa: E402

NAME = "Zewditu Quillfeather"
WORDS = "Xanthophyll thermometers puzzled brickmaker Ozymandias."
SEARCHED = "unfindablequokka"


class Patient:
    """Waits as pytest-qt's ``qtbot`` does."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802
        """Handle events until it is so."""
        wait_until(callback, "the window does what was asked", timeout / 1_000)


class WholeSession:
    """Opens, plays, searches, writes, exports, chooses, is asked who is there, and closes."""

    def __init__(self, home: Path, course: Path, out: Path) -> None:
        self._journey = Journey(app.make_application(), Patient(), home)
        self._course = course
        self._out = out / NAME
        self.done: list[str] = []

    def start(self) -> None:
        """Open the window as the command does, with the log."""
        self._journey.start(self._course)
        start_logging(self._journey.paths.logs, on_fault=self._journey.program.faulted.emit)
        self._ask(lambda store: store.rename_learner(store.learners()[0].id, NAME))
        self._journey.window.learners.load()
        self._settle()
        self.done.append("opened")

    def learn(self) -> None:
        """Do what is done on an ordinary day."""
        for do in (self._play, self._search, self._write, self._export, self._choose, self._veil, self._keep):
            do()
            self.done.append(do.__name__.strip("_"))

    def go_wrong(self) -> None:
        """Let happen what should not."""
        for do in (
            self._open_what_is_broken,
            self._export_to_nowhere,
            self._fill_the_disk,
            self._block_the_store,
            self._break_jobs,
            self._crash,
        ):
            do()
            self.done.append(do.__name__.strip("_"))

    def end(self) -> None:
        """Close the window."""
        self._settle()
        self._journey.end()
        self.done.append("closed")

    def _play(self) -> None:
        player = self._journey.open_video()
        player.play()
        self._journey.wait(lambda: player.is_playing)
        player.seek(20_000)
        wait_ms(300)
        player.pause()

    def _search(self) -> None:
        for words in (SEARCHED, "patients"):
            self._journey.window.search_presenter.confirm(words)
            page = self._journey.window.search
            self._journey.wait(partial(_has_found, page, words))

    def _write(self) -> None:
        journey = self._journey
        for kind in (StepKind.ARTICLE, StepKind.ASSIGNMENT):
            journey.go(journey.step(kind))
            journey.wait(lambda: self._editor() is not None)
            editor = self._editor()
            assert editor is not None
            QTest.keyClicks(editor, WORDS)
        journey.window.step.completion_toggled.emit()
        self._settle()

    def _export(self) -> None:
        self._out.mkdir(parents=True, exist_ok=True)
        for kind in (ExportFormat.DOCX, ExportFormat.PDF, ExportFormat.PACKET):
            self._export_to(self._out / f"{NAME}{kind.suffix}", kind)
            assert list(self._out.glob(f"*{kind.suffix}"))

    def _choose(self) -> None:
        journey = self._journey
        for page in (Page.PREFERENCES, Page.ABOUT, Page.SHORTCUTS, Page.SHELF):
            journey.window.navigator.go(Place(page))
            self._settle()
        before = journey.frame
        journey.window.preferences.setting_chosen.emit("theme", "dark")
        journey.wait(lambda: journey.program.frame is not before and journey.program.window is not None)
        journey.wait(lambda: journey.window.session.course is not None)
        self._settle()

    def _veil(self) -> None:
        window = self._journey.window
        window.veil.cover()
        window.veil.view.not_me.emit()
        self._settle()
        window.veil.view.name_given.emit(NAME + " Second")
        self._settle()
        if self._journey.frame.is_covered:
            window.veil.view.move_wanted.emit()
            self._settle()

    def _keep(self) -> None:
        window, path = self._journey.window, self._out / "everything.zip"
        window.safety.back_up()
        window.holdings.open()
        self._settle()
        with patch.object(holdings_presenter, "ask_where_to_save", lambda *_asked: path):
            assert window.holdings.dialog is not None
            window.holdings.dialog.export_wanted.emit()
            self._settle()
        assert path.exists()
        window.holdings.dialog.reject()

    def _open_what_is_broken(self) -> None:
        broken = self._out / f"{NAME}.course"
        broken.write_bytes(b"no course " + WORDS.encode())
        for path in (broken, self._out / f"{NAME} is not here.course"):
            self._journey.window.presenter.open_file(path)
            self._settle()

    def _export_to_nowhere(self) -> None:
        self._export_to(self._out / NAME / "no folder" / f"{NAME}.docx", ExportFormat.DOCX)

    def _fill_the_disk(self) -> None:
        with patch.object(atomic, "_write_synced", _full):
            self._export_to(self._out / f"{NAME} full.docx", ExportFormat.DOCX)
            self._journey.program.settings.change("skip_seconds", 15)
            self._settle()

    def _block_the_store(self) -> None:
        other = sqlite3.connect(self._journey.paths.learner_db, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        journey = self._journey
        journey.go(journey.step(StepKind.ASSIGNMENT))
        journey.wait(lambda: self._editor() is not None or journey.program.jobs.pending == 0)
        other.execute("ROLLBACK")
        other.close()
        self._settle()

    def _break_jobs(self) -> None:
        """Break a rule of the database with a learner's words, and raise with them in a job."""
        for work in (_save_for_nobody, _raise_words):
            self._journey.program.access.ask(work)
            self._settle()

    def _crash(self) -> None:
        """Let nobody catch what is raised in a slot and in a thread."""
        QTimer.singleShot(0, _raise_words)
        wait_ms(200)
        thread = threading.Thread(target=_raise_words)
        thread.start()
        thread.join()
        wait_ms(200)

    def _export_to(self, path: Path, kind: ExportFormat) -> None:
        journey = self._journey
        journey.go(journey.step(StepKind.ASSIGNMENT))
        journey.wait(lambda: self._editor() is not None)
        with patch.object(export_presenter, "ask_where_to_save", lambda *_asked: path):
            journey.click("Export…")
            journey.wait(lambda: any(one.isVisible() for one in journey.frame.findChildren(ExportDialog)))
            dialog = next(one for one in journey.frame.findChildren(ExportDialog) if one.isVisible())
            dialog.choose_format(kind)
            dialog.save_wanted.emit()
            journey.wait(lambda: bool(dialog.banner.sentence))
            self._settle()
            dialog.reject()

    def _editor(self) -> RichEditor | None:
        shown = [one for one in self._journey.frame.findChildren(RichEditor) if one.isVisible()]
        return next((one for one in shown if not one.isReadOnly()), None)

    def _ask(self, work: Callable[[LearnerStore], object]) -> None:
        self._journey.program.access.ask(work)
        self._settle()

    def _settle(self) -> None:
        for _again in range(2):
            self._journey.wait(lambda: self._journey.program.jobs.pending == 0)
            wait_ms(1)


def _has_found(page: object, words: str) -> bool:
    heading = str(getattr(page, "heading_words", ""))
    return f"“{words}”" in heading and "…" not in heading


def _full(path: Path, _data: object) -> None:
    raise OSError(errno.ENOSPC, f"No space left for {NAME}", str(path))


def _save_for_nobody(store: LearnerStore) -> None:
    document = Document.from_plain_text(WORDS)
    store.save_draft(
        LearnerId(9_999), CourseId(NAME), StepId("s"), DraftKind.NOTE, document, SaveReason.LEAVING
    )


def _raise_words(*_given: object) -> None:
    try:
        raise KeyError(NAME)
    except KeyError as cause:
        raise ValueError(f"cannot understand {WORDS}") from cause


def main(home: str, course: str, out: str, *options: str) -> None:
    """Live through the session."""
    database.BUSY_SECONDS = 0.1
    session = WholeSession(Path(home), Path(course), Path(out))
    session.start()
    session.learn()
    if "--faults" in options:
        session.go_wrong()
    session.end()
    sys.stdout.write(json.dumps(session.done) + "\n")
    sys.stdout.flush()
    # Ending well is not what is looked at, and a player's threads may still run.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
