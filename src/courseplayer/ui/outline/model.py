"""The outline of a course as a Qt item model, with the learner's marks."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from courseplayer.course.outline import Activity, Outline, StepId, StepOutline, Week
from courseplayer.course.progress import CourseProgress
from courseplayer.ui.components import literal_tip
from courseplayer.ui.words import kind_words, minutes_words, week_words


class RowKind(IntEnum):
    """What a row of the outline is."""

    WEEK = 1
    ACTIVITY = 2
    STEP = 3


class Role(IntEnum):
    """What the delegate asks of a row."""

    ROW_KIND = Qt.ItemDataRole.UserRole + 1
    STEP_ID = Qt.ItemDataRole.UserRole + 2
    STEP_KIND = Qt.ItemDataRole.UserRole + 3
    IS_DONE = Qt.ItemDataRole.UserRole + 4
    IS_CURRENT = Qt.ItemDataRole.UserRole + 5
    DETAIL = Qt.ItemDataRole.UserRole + 6


class OutlineModel(QStandardItemModel):
    """Weeks hold activities, activities hold steps; only the marks change after it was made."""

    def __init__(self, outline: Outline, progress: CourseProgress) -> None:
        super().__init__()
        self._outline = outline
        self._weeks = [self._week_item(week) for week in outline.weeks]
        self._steps = dict(self._find_steps())
        self._current: StepId | None = None
        for item in self._weeks:
            self.appendRow(item)
        self.show_progress(progress)

    def show_progress(self, progress: CourseProgress) -> None:
        """Mark the steps that are complete and count them for each week."""
        for step_id, item in self._steps.items():
            is_done = step_id in progress.done
            if item.data(Role.IS_DONE) != is_done:
                item.setData(is_done, Role.IS_DONE)
                self._describe(item)
        for week, item in zip(self._outline.weeks, self._weeks, strict=True):
            done, total = progress.done_in(week)
            words = QCoreApplication.translate("outline", "{done} of {total}").format(done=done, total=total)
            item.setData(words, Role.DETAIL)
            item.setData(f"{item.text()}, {words}", Qt.ItemDataRole.AccessibleTextRole)

    def mark_current(self, step_id: StepId | None) -> QModelIndex:
        """Mark the step that is shown; returns its index, an invalid one for the front page."""
        for marked in (self._current, step_id):
            if marked in self._steps:
                self._steps[marked].setData(marked == step_id, Role.IS_CURRENT)
                self._describe(self._steps[marked])
        self._current = step_id
        return self._steps[step_id].index() if step_id in self._steps else QModelIndex()

    def step_id(self, index: QModelIndex) -> StepId | None:
        """Return the step of a row, None for weeks and activities."""
        value = index.data(Role.STEP_ID)
        return None if value is None else StepId(value)

    def _find_steps(self) -> "list[tuple[StepId, QStandardItem]]":
        found = []
        waiting = list(self._weeks)
        while waiting:
            item = waiting.pop()
            if item.data(Role.ROW_KIND) == RowKind.STEP:
                found.append((StepId(item.data(Role.STEP_ID)), item))
            waiting += [item.child(row) for row in range(item.rowCount())]
        return found

    def _week_item(self, week: Week) -> QStandardItem:
        item = _item(RowKind.WEEK, week_words(week))
        for activity in week.activities:
            if activity.title in ("", week.title):
                item.appendRows([self._step_item(step) for step in activity.steps])
            else:
                item.appendRow(self._activity_item(activity))
        return item

    def _activity_item(self, activity: Activity) -> QStandardItem:
        item = _item(RowKind.ACTIVITY, activity.title)
        for step in activity.steps:
            item.appendRow(self._step_item(step))
        return item

    def _step_item(self, step: StepOutline) -> QStandardItem:
        item = _item(RowKind.STEP, f"{step.number}  {step.title}")
        item.setData(str(step.id), Role.STEP_ID)
        item.setData(step.kind.value, Role.STEP_KIND)
        item.setData(False, Role.IS_DONE)
        item.setData(False, Role.IS_CURRENT)
        details = [kind_words(step.kind)]
        if step.minutes is not None:
            details.append(minutes_words(step.minutes))
        item.setData(" · ".join(details), Role.DETAIL)
        item.setToolTip(literal_tip(f"{step.number} {step.title}"))
        self._describe(item)
        return item

    def _describe(self, item: QStandardItem) -> None:
        words = [item.text(), item.data(Role.DETAIL)]
        if item.data(Role.IS_DONE):
            words.append(QCoreApplication.translate("outline", "complete"))
        if item.data(Role.IS_CURRENT):
            words.append(QCoreApplication.translate("outline", "shown now"))
        item.setData(", ".join(words), Qt.ItemDataRole.AccessibleTextRole)


def _item(kind: RowKind, text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setData(int(kind), Role.ROW_KIND)
    return item
