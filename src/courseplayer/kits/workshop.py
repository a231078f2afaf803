"""One kit, prepared once and written to one stick after another, away from the window's thread."""

import threading
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from courseplayer.kits.making import PreparedKit, prepare_kit
from courseplayer.kits.plan import KitPlan
from courseplayer.kits.series import KitSeries, Outcome
from courseplayer.kits.sheet import PdfWriter, sheet_html
from courseplayer.system.cancellation import Task

MOST_IN_A_ROW = 1_000


class KitWorkshop:
    """Holds what was prepared until :meth:`close`; any thread may call, one after the other is served."""

    def __init__(self, plan: KitPlan, pdf_writer: PdfWriter) -> None:
        self.plan = plan
        self._pdf_writer = pdf_writer
        self._serving = threading.Lock()
        self._until_done = ExitStack()
        self._series: KitSeries | None = None
        self._is_closed = False

    def prepare(self, made_at: datetime, task: Task) -> int:
        """Check and read all parts; returns the size in bytes. Raises PlainError and Cancelled."""
        with self._serving:
            kit = self._until_done.enter_context(prepare_kit(self.plan, made_at, task, self._pdf_writer))
            self._series = KitSeries(kit, MOST_IN_A_ROW)
            if self._is_closed:
                self._until_done.close()
            return kit.size_bytes

    def make(self, destination: Path, task: Task) -> Outcome:
        """Write one, whatever lies there; raises Cancelled."""
        with self._serving:
            return self._prepared().make_next(destination, task)

    def make_another(self, destination: Path, task: Task) -> Outcome:
        """Write the next of the row; raises PlainError where the stick was not changed, and Cancelled."""
        with self._serving:
            obstacle = self._prepared().obstacle(destination)
            if obstacle is not None:
                raise obstacle
            return self._prepared().make_next(destination, task)

    def sheet(self) -> bytes:
        """Return the sheet to be printed, as PDF."""
        with self._serving:
            kit: PreparedKit = self._prepared().kit
            file_name = self.plan.destination.name if self.plan.target.is_file else ""
            return self._pdf_writer(sheet_html(kit.page, file_name))

    def close(self) -> None:
        """Remove what was unpacked, after everything that was begun; may be called more than once."""
        self._is_closed = True
        with self._serving:
            self._until_done.close()

    def _prepared(self) -> KitSeries:
        if self._series is None:
            raise RuntimeError("the kit was not prepared")
        return self._series
