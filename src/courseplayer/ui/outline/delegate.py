"""Paints the rows of the outline: kind, number, title, time and done mark."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from courseplayer.ui.icons import Icons
from courseplayer.ui.outline.model import Role, RowKind
from courseplayer.ui.theme import Space

_ICON_PX = 20
_Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """One look for weeks, activities and steps."""

    def __init__(self, icons: Icons, view: QTreeView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give each title as many lines as it needs in the present width."""
        width = self._view.viewport().width()
        kind = index.data(Role.ROW_KIND)
        text = self._text_rect(QRect(0, 0, width, 10_000), kind)
        height = self._text_height(index, text.width())
        if kind == RowKind.STEP:
            return QSize(width, height + self._detail_metrics().height() + Space.M + 2)
        if kind == RowKind.WEEK:
            return QSize(width, height + self._detail_metrics().height() + Space.XL)
        return QSize(width, height + Space.L)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row over the whole width, mirrored for languages that run from right to left."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(0, option.rect.y(), self._view.viewport().width(), option.rect.height())
        kind = index.data(Role.ROW_KIND)
        # Titles are the course's words: each runs in its own direction, at the side where the window begins.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._paint_ground(painter, option, row, index)
        self._paint_text(painter, row, index, kind)
        if kind == RowKind.STEP:
            self._paint_step_marks(painter, row, index)
        else:
            is_open = self._view.isExpanded(QModelIndex(index))  # type: ignore[arg-type]
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            # There are many activities, and nearly all are open: a sign at each would hide the few.
            if kind == RowKind.WEEK or is_hovered or not is_open:
                self._paint_icon(painter, row, "up" if is_open else "down", at_end=True)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: _Index
    ) -> None:
        colours = self._icons.theme.colours
        inside = row.adjusted(Space.XS, 1, -Space.XS, -1)
        state = option.state
        painter.setPen(Qt.PenStyle.NoPen)
        if index.data(Role.IS_CURRENT):
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(inside, 6, 6)
            painter.setBrush(QColor(colours.accent))
            bar = QRect(inside.x(), inside.y() + 6, 4, inside.height() - 12)
            painter.drawRoundedRect(self._mirrored(bar, row), 2, 2)
        elif state & QStyle.StateFlag.State_MouseOver and index.data(Role.ROW_KIND) != RowKind.ACTIVITY:
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(inside, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(colours.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_text(self, painter: QPainter, row: QRect, index: _Index, kind: int) -> None:
        colours = self._icons.theme.colours
        area = self._text_rect(row, kind)
        font = self._font(index)
        height = self._text_height(index, area.width())
        top = row.y() + (Space.M if kind == RowKind.WEEK else Space.S - 2)
        text_rect = QRect(area.x(), top, area.width(), height)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent if kind == RowKind.ACTIVITY else colours.text))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | self._leading()
        painter.drawText(self._mirrored(text_rect, row), int(flags), index.data())
        detail = index.data(Role.DETAIL)
        if detail:
            painter.setFont(self._detail_font())
            painter.setPen(QColor(colours.muted))
            line = QRect(area.x(), top + height, area.width(), self._detail_metrics().height())
            short = self._detail_metrics().elidedText(detail, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(
                self._mirrored(line, row), int(Qt.AlignmentFlag.AlignVCenter | self._leading()), short
            )

    def _paint_step_marks(self, painter: QPainter, row: QRect, index: _Index) -> None:
        colours = self._icons.theme.colours
        self._paint_icon(painter, row, str(index.data(Role.STEP_KIND)), at_end=False)
        if index.data(Role.IS_DONE):
            self._paint_icon(painter, row, "done", at_end=True, colour=colours.success)

    def _paint_icon(
        self, painter: QPainter, row: QRect, name: str, *, at_end: bool, colour: str | None = None
    ) -> None:
        colour = colour or self._icons.theme.colours.muted
        scale = painter.device().devicePixelRatioF()
        x = row.right() - Space.L - _ICON_PX if at_end else row.x() + Space.L
        top = row.y() + Space.S if row.height() > 2 * _ICON_PX else row.y() + (row.height() - _ICON_PX) // 2
        place = self._mirrored(QRect(x, top, _ICON_PX, _ICON_PX), row)
        painter.drawPixmap(place, self._icons.pixmap(name, _ICON_PX, colour, scale))

    def _text_rect(self, row: QRect, kind: int) -> QRect:
        before = Space.L + (_ICON_PX + Space.S if kind == RowKind.STEP else 0)
        return row.adjusted(before, 0, -(Space.L + _ICON_PX + Space.S), 0)

    def _text_height(self, index: _Index, width: int) -> int:
        metrics = QFontMetrics(self._font(index))
        bounds = metrics.boundingRect(
            0, 0, max(40, width), 10_000, int(Qt.TextFlag.TextWordWrap), index.data()
        )
        return bounds.height()

    def _font(self, index: _Index) -> QFont:
        font = QFont(self._view.font())
        kind = index.data(Role.ROW_KIND)
        font.setPixelSize(self._icons.theme.text_px("small" if kind == RowKind.ACTIVITY else "body"))
        is_bold = kind in (RowKind.WEEK, RowKind.ACTIVITY) or bool(index.data(Role.IS_CURRENT))
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        return font

    def _detail_font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._icons.theme.text_px("small"))
        return font

    def _detail_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._detail_font())

    def _leading(self) -> Qt.AlignmentFlag:
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _mirrored(self, inside: QRect, row: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), row, inside)
