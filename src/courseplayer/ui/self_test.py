"""Tries on this very machine what the program promises: for packagers, and for whoever helps a clinic."""

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from courseplayer.authoring.build import build_course
from courseplayer.course.content import Medium, MediumKind, StepContent
from courseplayer.course.errors import PlainError
from courseplayer.course.writing import Document
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.search import SearchIndex
from courseplayer.coursefile.verify import verify_course
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.export import PdfWriter, export
from courseplayer.submissions.formats import ExportFormat
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import resources_folder
from courseplayer.ui.player.problems import backend_missing

_PATIENCE_MS = 15_000
_SEEK_MS = 20_000
_FRAME_REACH_MS = 500
_TEXT = Document.from_plain_text("We asked the patients of our clinic what they would change first.")


class SelfTestError(Exception):
    """A promise that does not hold here; its words say which and how."""


@dataclass(frozen=True, slots=True)
class _Check:
    name: str
    run: Callable[[], str]


def run_self_test(application: QApplication, pdf: PdfWriter) -> int:
    """Run every check in an empty home and print a line for each; 0 when all hold, else 1."""
    with tempfile.TemporaryDirectory(prefix="courseplayer-test-", ignore_cleanup_errors=True) as home:
        return _SelfTest(application, pdf, Path(home)).run()


class _SelfTest:
    def __init__(self, application: QApplication, pdf: PdfWriter, home: Path) -> None:
        self._application = application
        self._pdf = pdf
        self._home = home
        self._path = home / "demo.course"

    def run(self) -> int:
        """Run the checks; the later ones need the course that the first one makes."""
        checks = [
            _Check("build the demo course", self._build),
            _Check("verify every byte of it", self._verify),
            _Check("search it", self._search),
            _Check("save a draft and read it again", self._save_draft),
            *(_Check(f"export {one.value}", self._exporter(one)) for one in ExportFormat),
        ]
        is_sound = all([_told(check) for check in checks])
        return int(not (self._media() and is_sound))

    def _build(self) -> str:
        written = build_course(resources_folder() / "demo-course", self._path, SilentTask()).written
        return f"{written.size_bytes} bytes"

    def _verify(self) -> str:
        problems = verify_course(self._path, SilentTask())
        if problems:
            raise SelfTestError(problems[0].message)
        return "sound"

    def _search(self) -> str:
        with ExitStack() as stack:
            course = stack.enter_context(open_course(self._path))
            index = SearchIndex(self._home / "search")
            stack.callback(index.close)
            index.add(course, SilentTask())
            hits = index.find("patient")
        if not hits:
            raise SelfTestError("a word that stands in the course was not found")
        return f"{len(hits)} places"

    def _save_draft(self) -> str:
        path = self._home / "learner.db"
        with open_course(self._path) as course:
            outline = course.outline()
        step = next(iter(outline.steps()))
        store = open_learner_store(path, SystemClock())
        learner = store.add_learner("Self-test")
        store.save_draft(
            learner.id, outline.course.id, step.id, DraftKind.ASSIGNMENT, _TEXT, SaveReason.LEAVING
        )
        store.close()
        store = open_learner_store(path, SystemClock())
        draft = store.draft(learner.id, outline.course.id, step.id, DraftKind.ASSIGNMENT)
        store.close()
        if draft is None or draft.document != _TEXT:
            raise SelfTestError("what was saved did not read back")
        return f"{draft.words} words"

    def _exporter(self, export_format: ExportFormat) -> Callable[[], str]:
        return _Export(export_format, self._home, self._path, self._pdf)

    def _media(self) -> bool:
        if not self._path.exists():
            return False
        with open_course(self._path) as course:
            media = {m.codec: (content, m) for content in course.contents() for m in content.media}
            checks = [
                _Check(f"play {codec}", _Playing(course, content, medium))
                for codec, (content, medium) in sorted(media.items(), key=str)
            ]
            return all([_told(check) for check in checks])


class _Export:
    """Exports the text in one format."""

    def __init__(self, export_format: ExportFormat, home: Path, course: Path, pdf: PdfWriter) -> None:
        self._format = export_format
        self._home = home
        self._course = course
        self._pdf = pdf

    def __call__(self) -> str:
        with open_course(self._course) as course:
            outline = course.outline()
        step = next(iter(outline.steps()))
        content = SubmissionContent(
            title=step.title,
            learner_name="Self-test",
            learner_uuid="00000000-0000-4000-8000-000000000000",
            course_id=outline.course.id,
            course_title=outline.course.title,
            step_id=step.id,
            step_number=step.number,
            step_title=step.title,
            document=_TEXT,
            attempt=1,
            written_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        destination = self._home / f"export{self._format.suffix}"
        written = export(content, self._format, destination, self._pdf)
        if hashlib.sha256(destination.read_bytes()).hexdigest() != written.sha256:
            raise SelfTestError("the file is not what was written")
        return f"{written.size_bytes} bytes"


class _Playing(QObject):
    """Seeks a medium to a known time code, waits for its frame there, and plays on."""

    def __init__(self, course: CourseFile, content: StepContent, medium: Medium) -> None:
        super().__init__()
        self._course = course
        self._content = content
        self._medium = medium
        self._loop = QEventLoop()
        self._target_ms = min(_SEEK_MS, (medium.duration_ms or 2_000) // 2)
        self._outcome = "no frame came in time"
        self._is_there = False

    def __call__(self) -> str:
        # QtMultimedia is what is being tried here: a machine without it must get this far and be told.
        from PySide6.QtMultimediaWidgets import QVideoWidget  # noqa: PLC0415

        from courseplayer.ui.player.engine import PlayerEngine  # noqa: PLC0415

        engine = PlayerEngine(self)
        if not engine.is_available:
            raise SelfTestError(str(backend_missing()))
        surface = QVideoWidget()
        if self._medium.kind is MediumKind.VIDEO:
            engine.show_on(surface)
        engine.frame_shown.connect(self._on_frame_shown)
        engine.position_changed.connect(self._on_position_changed)
        engine.failed.connect(self._on_failed)
        has_picture = self._medium.kind is MediumKind.VIDEO
        engine.open(self._course.open_asset(self._medium.asset), self._target_ms, has_picture=has_picture)
        engine.play()
        QTimer.singleShot(_PATIENCE_MS, self._loop.quit)
        self._loop.exec()
        engine.shut()
        surface.deleteLater()
        if not self._is_there:
            raise SelfTestError(f"step {self._content.outline.number}: {self._outcome}")
        return f"step {self._content.outline.number} at {self._target_ms} ms"

    def _on_frame_shown(self, start_ms: int) -> None:
        if abs(start_ms - self._target_ms) <= _FRAME_REACH_MS:
            self._arrive()

    def _on_position_changed(self, position_ms: int) -> None:
        if self._medium.kind is MediumKind.AUDIO and position_ms > self._target_ms:
            self._arrive()

    def _on_failed(self, error: PlainError) -> None:
        self._outcome = str(error)
        self._loop.quit()

    def _arrive(self) -> None:
        self._is_there = True
        self._loop.quit()


def _told(check: _Check) -> bool:
    try:
        outcome = check.run()
    except (SelfTestError, PlainError, ImportError) as failure:
        print(f"FAILED  {check.name}: {failure}")  # noqa: T201 - its output is what this command is for
        return False
    print(f"ok      {check.name}: {outcome}")  # noqa: T201 - as above
    return True
