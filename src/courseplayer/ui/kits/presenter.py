"""Makes kits: measures each choice, prepares once, writes as often as asked, and lists what became of it."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.kits.plan import PlayerBuild
from courseplayer.system.clock import Clock
from courseplayer.system.pace import Pace
from courseplayer.system.paths import Paths
from courseplayer.ui.file_dialogs import ask_for_folder, ask_where_to_save
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.kits import work
from courseplayer.ui.kits.courses_step import OfferedCourse
from courseplayer.ui.kits.kit_words import left_words, missing_words, speed_words
from courseplayer.ui.kits.place_step import OfferedStick
from courseplayer.ui.kits.results_panel import ShownOutcome
from courseplayer.ui.kits.view import KitDialog
from courseplayer.ui.outside import show_folder
from courseplayer.ui.words import error_words, size_words

if TYPE_CHECKING:
    from courseplayer.kits.measuring import KitMeasure
    from courseplayer.kits.series import Outcome
    from courseplayer.kits.workshop import KitWorkshop

_MEASURE_AFTER_MS = 150


class KitPresenter(QObject):
    """One dialog at a time; everything slow is done in jobs, and leaving stops what is being made."""

    def __init__(
        self,
        icons: Icons,
        paths: Paths,
        jobs: Jobs,
        clock: Clock,
        languages: Sequence[str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._icons = icons
        self._paths = paths
        self._jobs = jobs
        self._clock = clock
        self._languages = languages
        self._window = window
        self._shelf: tuple[CourseSummary, ...] = ()
        self._pace = Pace()
        self._workshop: KitWorkshop | None = None
        self._outcomes: list[Outcome] = []
        self._place = Path()
        self._making: Job[int] | Job[Outcome] | None = None
        self._measuring: Job[KitMeasure] | None = None
        self._looking: Job[tuple[PlayerBuild, ...]] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_MEASURE_AFTER_MS)
        self._patience.timeout.connect(self._measure)
        self.dialog: KitDialog | None = None

    def set_courses(self, courses: Sequence[CourseSummary]) -> None:
        """Take over what is on the shelf."""
        self._shelf = tuple(course for course in courses if course.problem is None)

    def open(self) -> None:
        """Show the five steps."""
        if self.dialog is not None:
            return
        self.dialog = dialog = KitDialog(self._icons, self._languages, self._window)
        dialog.courses.offer([_offered(course) for course in self._shelf])
        dialog.changed.connect(self._on_changed)
        dialog.make_wanted.connect(self._on_make_wanted)
        dialog.stop_wanted.connect(self._on_stop_wanted)
        dialog.form.players_wanted.connect(self._on_players_wanted)
        dialog.results.another_wanted.connect(self._on_another_wanted)
        dialog.results.other_place_wanted.connect(self._on_other_place_wanted)
        dialog.results.sheet_wanted.connect(self._on_sheet_wanted)
        dialog.results.folder_wanted.connect(self._on_folder_wanted)
        dialog.place.sticks_wanted.connect(self._look_for_sticks)
        dialog.finished.connect(self._on_finished)
        self._look(partial(work.find_players, dict(os.environ)))
        self._look_for_sticks()
        self._on_changed()
        dialog.open()

    def leave(self) -> None:
        """Stop everything: the window goes."""
        for job in (self._making, self._measuring, self._looking):
            if job is not None:
                job.drop()
        self._making = self._measuring = self._looking = None
        self._let_go_of_workshop()
        if self.dialog is not None:
            self.dialog.done(KitDialog.DialogCode.Rejected)

    def _look(self, looking: "partial[tuple[PlayerBuild, ...]]") -> None:
        self._looking = self._jobs.start(Lane.FILES, looking)
        self._looking.done.connect(self._on_players_found)
        self._looking.failed.connect(self._on_failed)

    def _look_for_sticks(self) -> None:
        job = self._jobs.start(Lane.FILES, partial(work.find_sticks, self._paths))
        job.done.connect(self._on_sticks_found)

    def _on_sticks_found(self, sticks: tuple[OfferedStick, ...]) -> None:
        if self.dialog is not None:
            self.dialog.place.show_sticks(sticks)

    def _on_players_wanted(self, files: tuple[Path, ...]) -> None:
        self._look(partial(work.read_players, files))

    def _on_players_found(self, players: tuple[PlayerBuild, ...]) -> None:
        self._looking = None
        if self.dialog is not None:
            self.dialog.form.show_players(players)

    def _on_changed(self) -> None:
        if self.dialog is None:
            return
        missing = self.dialog.choices.missing(self.dialog.form.players)
        self.dialog.show_missing("" if missing is None else missing_words(missing))
        self._patience.start()

    def _measure(self) -> None:
        if self._measuring is not None:
            self._measuring.drop()
            self._measuring = None
        if self.dialog is None:
            return
        choices = self.dialog.choices
        if not choices.courses:
            self.dialog.meter.show_nothing(self.tr("The size is shown here as soon as a course is chosen."))
            return
        plan = choices.plan(self.dialog.form.players)
        self._measuring = self._jobs.start(Lane.FILES, partial(work.measure, plan))
        self._measuring.done.connect(self._on_measured)
        self._measuring.failed.connect(self._on_not_measured)

    def _on_measured(self, measure: "KitMeasure") -> None:
        self._measuring = None
        if self.dialog is None:
            return
        meter = self.dialog.meter
        if self.dialog.choices.place is None:
            meter.show_need(measure.needed_bytes)
            return
        meter.show_measure(measure.needed_bytes, measure.there_bytes, measure.free_bytes, measure.file_system)
        problem = measure.problem()
        if problem is not None:
            meter.show_problem(error_words(problem))

    def _on_not_measured(self, error: PlainError) -> None:
        self._measuring = None
        if self.dialog is not None:
            self.dialog.meter.show_problem(error_words(error))

    def _on_make_wanted(self) -> None:
        if self.dialog is None or self.dialog.is_busy:
            return
        choices = self.dialog.choices
        if choices.missing(self.dialog.form.players) is not None:
            return
        # Brings the stores and Qt's printing, which no window needs that makes no kit.
        from courseplayer.kits.workshop import KitWorkshop  # noqa: PLC0415
        from courseplayer.ui.printing import pdf_from_html  # noqa: PLC0415

        self._let_go_of_workshop()
        plan = choices.plan(self.dialog.form.players)
        self._place = plan.destination
        self._workshop = workshop = KitWorkshop(plan, pdf_from_html)
        self.dialog.show_making()
        self._begin(self.tr("Checking and reading the parts"))
        job = self._jobs.start(Lane.FILES, partial(work.prepare, workshop, self._clock))
        job.done.connect(self._on_prepared)
        self._watch(job)

    def _on_prepared(self, _size_bytes: int) -> None:
        self._making = None
        if self._workshop is not None:
            self._write(partial(work.make, self._workshop, self._place))

    def _on_another_wanted(self) -> None:
        if self._workshop is not None and self.dialog is not None:
            self.dialog.show_making()
            self._write(partial(work.make_another, self._workshop, self._place))

    def _on_other_place_wanted(self) -> None:
        if self.dialog is None:
            return
        place = ask_for_folder(self.dialog, self.tr("Where is it made?"), self._place.parent)
        if place is not None:
            self._place = place
            self._on_another_wanted()

    def _write(self, writing: "partial[Outcome]") -> None:
        self._begin(self.tr("Writing, and reading back what was written"))
        job = self._jobs.start(Lane.FILES, writing)
        job.done.connect(self._on_made)
        self._watch(job)

    def _watch(self, job: "Job[int] | Job[Outcome]") -> None:
        self._making = job
        job.advanced.connect(self._on_advanced)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def _begin(self, stage: str) -> None:
        self._pace = Pace()
        number = sum(outcome.made is not None for outcome in self._outcomes) + 1
        if self.dialog is not None:
            self.dialog.making.begin(self.tr("Kit {number}").format(number=number), stage)

    def _on_advanced(self, done: int, total: int) -> None:
        if self.dialog is None or self._making is None or total <= 0:
            return
        self._pace.note(done, total)
        left = self._pace.seconds_left
        details = "" if left is None else f"{speed_words(self._pace.per_second)} · {left_words(left)}"
        self.dialog.making.show_progress(min(1.0, done / total), details)

    def _on_stop_wanted(self) -> None:
        if self._making is not None and self.dialog is not None:
            self._making.cancel()
            self.dialog.making.show_stopping()

    def _on_cancelled(self) -> None:
        self._making = None
        words = self.tr("Stopped. Nothing of this kit is left at {place}.").format(place=self._place)
        if self.dialog is not None and self._outcomes:
            self.dialog.show_results()
            self.dialog.results.show_problem(words)
        elif self.dialog is not None:
            self._let_go_of_workshop()
            self.dialog.show_note(words)

    def _on_failed(self, error: PlainError) -> None:
        self._making = None
        if self.dialog is not None and self._outcomes:
            self.dialog.show_results()
            self.dialog.results.show_problem(error_words(error))
        elif self.dialog is not None:
            self.dialog.show_problem(error_words(error))

    def _on_made(self, outcome: "Outcome") -> None:
        self._making = None
        if self.dialog is None or self._workshop is None:
            return
        if outcome.problem is not None and not self._outcomes:
            self.dialog.show_problem(error_words(outcome.problem))
            return
        self._outcomes.append(outcome)
        made = sum(one.made is not None for one in self._outcomes)
        advice = self.tr("For the next one: pull the stick out, plug in another, and choose “Make another”.")
        self.dialog.results.show_outcomes(
            [self._shown(one) for one in self._outcomes],
            self.tr("Kits made: {count}").format(count=made),
            "" if self._workshop.plan.target.is_file else advice,
        )
        self.dialog.show_results()

    def _shown(self, outcome: "Outcome") -> ShownOutcome:
        number = self.tr("Kit {number}").format(number=outcome.number)
        place = f"{number} · {outcome.destination}"
        if outcome.made is None:
            return ShownOutcome(place, "" if outcome.problem is None else error_words(outcome.problem), False)
        made = outcome.made
        words = self.tr("Made: {size} written and read back").format(size=size_words(made.bytes_written))
        if made.seconds >= 1:
            words += f", {speed_words(made.bytes_written / made.seconds)}"
        if made.files_kept:
            words += " · " + self.tr("files that were there already: {count}").format(count=made.files_kept)
        return ShownOutcome(place, words, True)

    def _on_sheet_wanted(self) -> None:
        if self._workshop is None or self.dialog is None:
            return
        name = self.tr("How to start") + ".pdf"
        path = ask_where_to_save(self.dialog, self.tr("Save the printed sheet"), name, "PDF (*.pdf)")
        if path is not None:
            job = self._jobs.start(Lane.FILES, partial(work.save_sheet, self._workshop, path))
            job.done.connect(self._on_sheet_saved)
            job.failed.connect(self._on_failed)

    def _on_sheet_saved(self, path: Path) -> None:
        if self.dialog is not None:
            self.dialog.results.show_success(self.tr("Saved as {file}.").format(file=path))

    def _on_folder_wanted(self) -> None:
        if self.dialog is not None:
            show_folder(self._place, self.dialog.results.banner)

    def _on_finished(self) -> None:
        self._patience.stop()
        self._let_go_of_workshop()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _let_go_of_workshop(self) -> None:
        self._outcomes = []
        if self._workshop is not None:
            # What was unpacked is removed after whatever still reads it has ended.
            self._jobs.start(Lane.FILES, partial(work.close, self._workshop))
            self._workshop = None


def _offered(course: CourseSummary) -> OfferedCourse:
    details = " · ".join(part for part in (course.provider, size_words(course.size_bytes)) if part)
    return OfferedCourse(course.path, course.title, details)
