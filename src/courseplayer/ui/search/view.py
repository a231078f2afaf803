"""The page of search results: every hit with its place, Enter or a click jumps there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextDocument,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from courseplayer.ui.components import PageView, button, column, label, row
from courseplayer.ui.empty_state import EmptyState
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import escaped

_Index = QModelIndex | QPersistentModelIndex
_HTML_ROLE = Qt.ItemDataRole.UserRole + 1
_ICON_ROLE = Qt.ItemDataRole.UserRole + 2
_READING_PX = 900
_ICON_PX = 22


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One hit in words; ``matches`` are the ranges of ``snippet`` that were searched for."""

    icon: str
    heading: str
    detail: str
    snippet: str
    matches: tuple[tuple[int, int], ...]


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit as rich text with the found words marked."""

    def __init__(self, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        document = self._document(index, width)
        return QSize(width, round(document.size().height()) + 2 * Space.M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(Space.XS, 2, -Space.XS, -2)
        colours = self._icons.theme.colours
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(colours.accent if is_chosen else colours.border))
        painter.setBrush(QColor(colours.sunken if is_under_mouse and not is_chosen else colours.surface))
        painter.drawRoundedRect(QRectF(row), 8, 8)
        start = QStyle.visualRect(
            self._view.layoutDirection(), row, row.adjusted(Space.M, Space.M, 0, 0)
        ).topLeft()
        scale = self._view.devicePixelRatioF()
        icon = self._icons.pixmap(index.data(_ICON_ROLE), _ICON_PX, colours.accent, scale)
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = row.right() - Space.M - _ICON_PX if is_mirrored else start.x()
        painter.drawPixmap(x, row.y() + Space.M, icon)
        document = self._document(index, option.rect.width())
        painter.translate(
            row.x() + Space.M if is_mirrored else row.x() + 2 * Space.M + _ICON_PX, row.y() + Space.S
        )
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._view.palette()
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _document(self, index: _Index, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self._view.font())
        document.setDocumentMargin(2)
        document.setHtml(index.data(_HTML_ROLE))
        document.setTextWidth(max(100, width - 5 * Space.M - _ICON_PX))
        return document


class _Results(QListView):
    """A list that tells Enter from a click and lays itself out anew when its width changes."""

    confirmed = Signal(QModelIndex)
    left_upwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class SearchPage(PageView):
    """Shows what was found, in the order of its worth."""

    hit_chosen = Signal(int)
    """The index of the hit to jump to."""
    left_upwards = Signal()
    """The keyboard went up from the first hit: back to the search box."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._heading = label("", "h2")
        again = button(self.tr("Change the words"), "primary")
        again.clicked.connect(self.left_upwards)
        self._nothing = EmptyState(icons, "search", again)
        self._model = QStandardItemModel(self)
        self._list = _Results()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_HitDelegate(icons, self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.clicked.connect(self._on_chosen)
        self._list.confirmed.connect(self._on_chosen)
        self._list.left_upwards.connect(self.left_upwards)
        self.first_focus = self._list
        layout = column(self._centred(icons.theme.scaled(_READING_PX)), Space.XL, Space.M)
        layout.addWidget(self._heading)
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)

    @property
    def heading_words(self) -> str:
        """What is said about the search as a whole."""
        return self._nothing.words if self._heading.isHidden() else self._heading.text()

    def show_hits(self, words: str, hits: Sequence[ShownHit], most: int) -> None:
        """Show what was found for these words."""
        self._model.clear()
        for hit in hits:
            item = QStandardItem(f"{hit.heading}. {hit.detail}. {hit.snippet}")
            item.setEditable(False)
            item.setData(self._html(hit), _HTML_ROLE)
            item.setData(hit.icon, _ICON_ROLE)
            self._model.appendRow(item)
        self._list.setVisible(bool(hits))
        self._heading.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        if not hits:
            self._nothing.say(
                self.tr("Nothing was found for “{words}”").format(words=words),
                self.tr("Try fewer letters or another word. Accents do not matter."),
            )
            return
        found = self.tr("%n place(s) for “{words}”", "", len(hits)).format(words=words)
        if len(hits) >= most:
            found = self.tr("The first %n places for “{words}”", "", most).format(words=words)
        self._heading.setText(found)
        self._list.setCurrentIndex(self._model.index(0, 0))

    def show_waiting(self, words: str) -> None:
        """Say that the search goes on: the index is being made for the first time."""
        if self._model.rowCount() == 0:
            self._list.hide()
            self._heading.setText(self.tr("Searching for “{words}”…").format(words=words))
            self._heading.show()
            self._nothing.hide()

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be searched."""
        self._model.clear()
        self._list.hide()
        self._heading.hide()
        self._nothing.say(self.tr("The search does not work now"), sentence)
        self._nothing.show()

    def focus_hits(self) -> None:
        """Put the keyboard into the list."""
        if self._model.rowCount():
            self._list.setFocus()

    def _centred(self, width_px: int) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(width_px)
        sides = row(self, 0, 0)
        sides.addStretch(1)
        sides.addWidget(inside, 100)
        sides.addStretch(1)
        return inside

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hit_chosen.emit(index.row())

    def _html(self, hit: ShownHit) -> str:
        theme = self._icons.theme
        colours = theme.colours
        small = theme.text_px("small")
        return (
            f"<div style='color:{colours.text}; font-weight:600'>{escaped(hit.heading)}</div>"
            f"<div style='color:{colours.muted}; font-size:{small}px'>{escaped(hit.detail)}</div>"
            f"<div style='color:{colours.text}'>{_marked(hit, colours.found, colours.text)}</div>"
        )


def _marked(hit: ShownHit, ground: str, ink: str) -> str:
    pieces = []
    done = 0
    for start, end in hit.matches:
        pieces.append(escaped(hit.snippet[done:start]))
        found = escaped(hit.snippet[start:end])
        pieces.append(f"<b style='background-color:{ground}; color:{ink}'>{found}</b>")
        done = end
    pieces.append(escaped(hit.snippet[done:]))
    return "".join(pieces)
