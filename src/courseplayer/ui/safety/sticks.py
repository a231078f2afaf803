"""Has sticks looked over, tells what was found on them, and makes clean copies of their courses."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.coursefile.stick.watch import StickWatch
from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.file_dialogs import ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.safety.stick_view import StickDialog
from courseplayer.ui.session import OpenCourse, Session
from courseplayer.ui.words import error_words, isolated

if TYPE_CHECKING:
    from courseplayer.coursefile.stick.findings import Finding, StickReport

_SHOW = "show-stick"


class SticksPresenter(QObject):
    """One stick is told at a time, the one with traces of viruses first."""

    def __init__(
        self,
        icons: Icons,
        jobs: Jobs,
        watch: StickWatch,
        session: Session,
        on_shelf: Banner,
        in_course: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._jobs = jobs
        self._watch = watch
        self._on_shelf = on_shelf
        self._in_course = in_course
        self._window = window
        self._told: StickReport | None = None
        self._told_in_course: set[Path] = set()
        self._looking: Job[tuple[StickReport, ...]] | None = None
        self._copying: Job[Path] | None = None
        self.dialog: StickDialog | None = None
        session.course_opened.connect(self._on_course_opened)
        for banner in (on_shelf, in_course):
            banner.action_chosen.connect(self._on_action_chosen)

    def look(self) -> None:
        """Look over the sticks that are here now."""
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._jobs.start(Lane.FILES, partial(_look, self._watch))
        self._looking.done.connect(self._on_looked)

    def _on_looked(self, reports: "tuple[StickReport, ...]") -> None:
        self._looking = None
        wanting = sorted((one for one in reports if one.findings), key=_is_harmless)
        if wanting:
            self._tell(wanting[0], self._on_shelf)
        else:
            self._told = None
            self._on_shelf.clear()

    def _on_course_opened(self, opened: OpenCourse) -> None:
        report = opened.stick
        if report is not None and report.is_suspicious and report.root not in self._told_in_course:
            # Whoever starts with a course from a stick has not seen the shelf.
            self._told_in_course.add(report.root)
            self._tell(report, self._in_course)

    def _tell(self, report: "StickReport", banner: Banner) -> None:
        self._told = report
        tone = Tone.ERROR if report.is_suspicious else Tone.WARNING
        banner.show_message(self._sentence(report), tone, ((_SHOW, self.tr("What was found…")),))

    def _sentence(self, report: "StickReport") -> str:
        found = self.tr("%n thing(s)", "", len(report.findings))
        if report.is_suspicious:
            words = self.tr(
                "The stick at {stick} holds what viruses leave on sticks ({things}). Course Player ran and "
                "opened none of it; courses can still be played here."
            )
        else:
            words = self.tr(
                "Not every course on the stick at {stick} is whole ({things}). Nothing was changed; "
                "copy those courses again from where they came from."
            )
        return words.format(stick=isolated(str(report.root)), things=found)

    def _on_action_chosen(self, key: str) -> None:
        if key != _SHOW or self._told is None or self.dialog is not None:
            return
        report = self._told
        self.dialog = StickDialog(self._icons, self._window)
        heading = self.tr("What was found on {stick}").format(stick=isolated(str(report.root)))
        lines = [f"{self._finding_words(one)}\n{_place(one, report)}" for one in report.findings]
        self.dialog.show_findings(heading, self._advice(report), lines)
        self.dialog.show_courses(report.courses)
        self.dialog.copy_wanted.connect(self._on_copy_wanted)
        self.dialog.stop_wanted.connect(self._on_stop_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _advice(self, report: "StickReport") -> str:
        parts = [self.tr("None of it was run, opened or changed.")]
        if report.is_suspicious:
            parts.append(
                self.tr(
                    "Do not open these things yourself. Take the courses to another stick as clean copies, "
                    "and have this stick cleaned by the person who looks after the computer."
                )
            )
        if not report.is_complete:
            parts.append(self.tr("There is more on the stick than was looked at."))
        return " ".join(parts)

    def _finding_words(self, finding: "Finding") -> str:
        words = {
            "worm-shortcut": self.tr("A shortcut that stands for a folder or file of the same name"),
            "command-shortcut": self.tr("A shortcut that runs commands"),
            "autorun": self.tr("A file that lets Windows start a program by itself"),
            "disguised-program": self.tr("A program that pretends to be a folder or a document"),
            "unseen-folder": self.tr(
                "A folder whose name cannot be seen, or that pretends to be something else"
            ),
            "twin": self.tr("A hidden file beside a course of the same name"),
            "broken-course": self.tr("A course that is not whole"),
            "no-course": self.tr("A file that calls itself a course and is none"),
            "changed-course": self.tr("A course that is not as the list of checksums says"),
            "missing-course": self.tr("A course that the list of checksums names and that is not here"),
        }
        return words[finding.sign.value]

    def _on_copy_wanted(self, course: Path) -> None:
        if self.dialog is None:
            return
        kinds = self.tr("Courses (*.course)")
        target = ask_where_to_save(self.dialog, self.tr("Make a clean copy"), course.name, kinds)
        if target is None:
            return
        self.dialog.set_copying(True)
        self._copying = self._jobs.start(Lane.FILES, partial(_copy, course, target))
        self._copying.advanced.connect(self.dialog.show_copying)
        self._copying.done.connect(self._on_copied)
        self._copying.failed.connect(self._on_not_copied)
        self._copying.cancelled.connect(self._on_stopped)

    def _on_stop_wanted(self) -> None:
        if self._copying is not None:
            self._copying.cancel()

    def _on_copied(self, copy: Path) -> None:
        words = self.tr("The course was checked and copied to {file}; the copy was read back and is sound.")
        self._end_copying(words.format(file=isolated(str(copy))), Tone.SUCCESS)

    def _on_not_copied(self, error: PlainError) -> None:
        self._end_copying(error_words(error), Tone.ERROR)

    def _on_stopped(self) -> None:
        self._end_copying(self.tr("The copy was stopped; nothing of it is left."), Tone.INFO)

    def _end_copying(self, sentence: str, tone: Tone) -> None:
        self._copying = None
        if self.dialog is not None:
            self.dialog.set_copying(False)
            self.dialog.say(sentence, tone)

    def _on_finished(self) -> None:
        if self._copying is not None:
            self._copying.drop()
            self._copying = None
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _place(finding: "Finding", report: "StickReport") -> str:
    try:
        place = str(finding.path.relative_to(report.root))
    except ValueError:
        place = str(finding.path)
    # Names lie with letters that cannot be seen or that turn the line around.
    seen = "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in place)
    where = isolated(seen)
    return where if not finding.detail else f"{where}: {isolated(finding.detail)}"


def _is_harmless(report: "StickReport") -> bool:
    return not report.is_suspicious


def _look(watch: StickWatch, job: "Job[tuple[StickReport, ...]]") -> "tuple[StickReport, ...]":
    return watch.look_again(job)


def _copy(course: Path, target: Path, job: "Job[Path]") -> Path:
    # SQLAlchemy is not imported before the first paint: see LearnerAccess.
    from courseplayer.coursefile.stick.clean_copy import copy_course  # noqa: PLC0415

    return copy_course(course, target, job)
