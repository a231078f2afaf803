"""Tries on this very machine what the program promises: for packagers, and for whoever helps a clinic."""

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from courseplayer.course.content import Medium
from courseplayer.course.errors import PlainError
from courseplayer.course.outline import StepKind
from courseplayer.course.writing import Document
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.search import SearchIndex
from courseplayer.coursefile.verify import verify_course
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason, TypedPin
from courseplayer.submissions.content import SubmissionContent
from courseplayer.submissions.export import PdfWriter, export
from courseplayer.submissions.formats import ExportFormat
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import standard_paths
from courseplayer.ui.examples import example_course
from courseplayer.ui.player.problems import backend_missing
from courseplayer.ui.self_test_window import OpenStep, ReasonShown, SilentWindowError, WindowWatch

if TYPE_CHECKING:
    from courseplayer.ui.self_test_media import ClipPlayer

_TEXT = Document.from_plain_text("We asked the patients of our clinic what they would change first.")
_PIN = "482913"


class SelfTestError(Exception):
    """A promise that does not hold here; its words say which and how."""


@dataclass(frozen=True, slots=True)
class _Check:
    name: str
    run: Callable[[], str]


def run_self_test(application: QApplication, pdf: PdfWriter, open_step: OpenStep) -> int:
    """Run every check in an empty home and print a line for each; 0 when all hold, else 1."""
    with tempfile.TemporaryDirectory(prefix="courseplayer-test-", ignore_cleanup_errors=True) as home:
        return _SelfTest(application, pdf, open_step, Path(home)).run()


class _SelfTest:
    def __init__(self, application: QApplication, pdf: PdfWriter, open_step: OpenStep, home: Path) -> None:
        self._application = application
        self._pdf = pdf
        self._open_step = open_step
        self._home = home
        self._path = self._codecs = home

    def run(self) -> int:
        """Run the checks; without the two courses there is nothing to try the others on."""
        courses = [
            _Check("open the demo course", self._open_demo),
            _Check("open the course of codecs", self._open_codecs),
        ]
        if not all([_told(check) for check in courses]):
            return 1
        checks = [
            _Check("verify every byte of it", self._verify),
            _Check("search it", self._search),
            _Check("save a draft and read it again", self._save_draft),
            _Check("lock it with a PIN and open it again", self._lock_draft),
            *(_Check(f"export {one.value}", self._exporter(one)) for one in ExportFormat),
        ]
        is_sound = all([_told(check) for check in checks])
        can_play = _told(_Check("find the parts for video and sound", _media_parts))
        plays = can_play and self._play_all()
        shows = _told(_Check("open a video in the window", self._open_window))
        return int(not (is_sound and plays and shows))

    def _open_demo(self) -> str:
        self._path = example_course("demo", self._home)
        with open_course(self._path) as course:
            return f"{len(tuple(course.contents()))} steps"

    def _open_codecs(self) -> str:
        self._codecs = example_course("codecs", self._home)
        with open_course(self._codecs) as course:
            return f"{len(tuple(course.contents()))} clips"

    def _open_window(self) -> str:
        with open_course(self._path) as course:
            video = next(step for step in course.outline().steps() if step.kind is StepKind.VIDEO)
        # Sticks are no part of the installation, and slow ones would take the time that is tested.
        paths = replace(standard_paths({}, self._home / "window"), looks_on_sticks=False)
        return WindowWatch(self._application).open(self._open_step, paths, self._path, video.number)

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

    def _lock_draft(self) -> str:
        # Argon2id comes from a library of the package: tried here, before a learner trusts it.
        path = self._home / "learner.db"
        store = open_learner_store(path, SystemClock())
        learner = store.learners()[0]
        store.pins.set(learner.id, _PIN)
        store.close()
        store = open_learner_store(path, SystemClock())
        is_locked = store.pins.locked() == {learner.id}
        store.pins.unlock(learner.id, TypedPin(_PIN))
        (draft,) = store.drafts(learner.id)
        store.close()
        if not is_locked or draft.document != _TEXT:
            raise SelfTestError("what was locked did not open again")
        return f"{draft.words} words"

    def _exporter(self, export_format: ExportFormat) -> Callable[[], str]:
        return _Export(export_format, self._home, self._path, self._pdf)

    def _play_all(self) -> bool:
        # QtMultimedia is what is being tried here: a machine without it must get this far and be told.
        from courseplayer.ui.self_test_media import ClipPlayer  # noqa: PLC0415

        player = ClipPlayer()
        with open_course(self._codecs) as course:
            media = [medium for content in course.contents() for medium in content.media]
            checks = [
                _Check(f"play {_codecs(medium)}", _Playing(player, self._codecs, medium)) for medium in media
            ]
            plays = all([_told(check) for check in checks])
        player.shut()
        return plays


class _Playing:
    """Plays one clip of the course of codecs."""

    def __init__(self, player: "ClipPlayer", course: Path, medium: Medium) -> None:
        self._player = player
        self._course = course
        self._medium = medium

    def __call__(self) -> str:
        from courseplayer.ui.self_test_media import ClipError  # noqa: PLC0415 - as above

        has_picture, has_sound = self._medium.video_codec is not None, self._medium.audio_codec is not None
        with open_course(self._course) as course:
            reader = course.open_asset(self._medium.asset)
        try:
            return self._player.play(reader, has_picture=has_picture, has_sound=has_sound)
        except ClipError as failure:
            raise SelfTestError(str(failure)) from failure


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


def _media_parts() -> str:
    from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415 - it may be what is missing

    if not QMediaPlayer().isAvailable():
        raise SelfTestError(str(backend_missing()))
    return "QtMultimedia with FFmpeg"


def _codecs(medium: Medium) -> str:
    return " and ".join(codec for codec in (medium.video_codec, medium.audio_codec) if codec)


def _told(check: _Check) -> bool:
    try:
        outcome = check.run()
    except (SelfTestError, PlainError, ImportError, SilentWindowError, ReasonShown) as failure:
        print(f"FAILED  {check.name}: {failure}")  # noqa: T201 - its output is what this command is for
        return False
    print(f"ok      {check.name}: {outcome}")  # noqa: T201 - as above
    return True
