"""The panel with the weeks, activities and steps of the open course."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from courseplayer.course.outline import Outline, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.ui.components import column
from courseplayer.ui.icons import Icons
from courseplayer.ui.outline.delegate import OutlineDelegate
from courseplayer.ui.outline.model import OutlineModel


class _Tree(QTreeView):
    """A tree whose rows are laid out anew when its width changes, and that tells Enter from a click."""

    confirmed = Signal(QModelIndex)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.confirmed.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class OutlinePanel(QFrame):
    """Shows the outline; a click or Enter on a step asks for it, on a week or activity opens or closes it."""

    step_chosen = Signal(str)
    """The id of the step to show."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._model: OutlineModel | None = None
        self._tree = _Tree()
        self._tree.setHeaderHidden(True)
        self._tree.setIndentation(0)
        self._tree.setRootIsDecorated(False)
        self._tree.setExpandsOnDoubleClick(False)
        self._tree.setMouseTracking(True)
        self._tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setItemDelegate(OutlineDelegate(icons, self._tree))
        self._tree.setAccessibleName(self.tr("Weeks and steps of the course"))
        self._tree.clicked.connect(self._on_chosen)
        self._tree.confirmed.connect(self._on_chosen)
        layout = column(self, 0, 0)
        layout.addWidget(self._tree)

    def show_outline(self, outline: Outline, progress: CourseProgress) -> None:
        """Show another course, with all of its activities open."""
        old, self._model = self._model, OutlineModel(outline, progress)
        self._model.setParent(self)
        self._tree.setModel(self._model)
        self._tree.expandAll()
        if old is not None:
            old.deleteLater()

    def show_progress(self, progress: CourseProgress) -> None:
        """Show which steps are complete."""
        if self._model is not None:
            self._model.show_progress(progress)

    def show_current(self, step_id: StepId | None) -> None:
        """Mark the step that is shown and bring it into view."""
        if self._model is None:
            return
        index = self._model.mark_current(step_id)
        if index.isValid():
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index)
        else:
            self._tree.clearSelection()

    def _on_chosen(self, index: QModelIndex) -> None:
        if self._model is None:
            return
        step_id = self._model.step_id(index)
        if step_id is not None:
            self.step_chosen.emit(str(step_id))
        else:
            self._tree.setExpanded(index, not self._tree.isExpanded(index))
