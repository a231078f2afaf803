"""Brings the words of the course to the quote dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courseplayer.course.errors import PlainError
from courseplayer.ui.assignment.quotable import QuotableStep, Row, quotable_steps, quotes_from
from courseplayer.ui.assignment.quote_dialog import QuoteDialog
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Job, Jobs, Lane
from courseplayer.ui.session import Session
from courseplayer.ui.words import error_words


class QuotesPresenter(QObject):
    """One quote dialog at a time."""

    quote_chosen = Signal(object, str, str)
    """(Location, words, source) of a quote."""

    def __init__(
        self,
        icons: Icons,
        jobs: Jobs,
        session: Session,
        heard_language: Callable[[], str | None],
        page: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._jobs = jobs
        self._session = session
        self._heard_language = heard_language
        self._page = page
        self._loading: Job[tuple[QuotableStep, ...]] | None = None
        self.dialog: QuoteDialog | None = None

    def open(self) -> None:
        """Show the dialog and read the transcripts into it."""
        course = self._session.course
        if course is None or self.dialog is not None:
            return
        self.dialog = QuoteDialog(self._icons, self._page.window())
        self.dialog.quotes_chosen.connect(self._on_quotes_chosen)
        self.dialog.finished.connect(self._on_finished)
        # What was heard or read is what will be quoted.
        language = self._heard_language() or course.outline.course.language
        self._loading = self._jobs.start(Lane.FILES, partial(quotable_steps, course.file, language))
        self._loading.done.connect(self._on_loaded)
        self._loading.failed.connect(self._on_failed)
        self.dialog.open()

    def close(self) -> None:
        """Take the dialog away."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_loaded(self, steps: tuple[QuotableStep, ...]) -> None:
        self._loading = None
        if self.dialog is not None:
            self.dialog.show_steps(steps)

    def _on_failed(self, error: PlainError) -> None:
        self._loading = None
        if self.dialog is not None:
            self.dialog.show_message(error_words(error))

    def _on_quotes_chosen(self, rows: tuple[Row, ...]) -> None:
        course = self._session.course
        if course is None or self.dialog is None:
            return
        for quote in quotes_from(self.dialog.steps, rows, course.outline.course.id):
            self.quote_chosen.emit(quote.location, quote.words, quote.source)

    def _on_finished(self) -> None:
        if self._loading is not None:
            self._loading.drop()
            self._loading = None
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
