"""PDF from HTML with Qt's own text layout: any script the machine has a font for, without a printer."""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from courseplayer import __version__

# HTML's own unit, as Qt does not scale the margins of paragraphs; letters are outlines at any resolution.
_RESOLUTION_DPI = 96
_FONT_POINTS = 11
_PAGE = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(20, 20, 20, 20),
    QPageLayout.Unit.Millimeter,
)


class _ClosedDocument(QTextDocument):
    """A text document that loads nothing, whatever its HTML names."""

    def loadResource(self, _type: int, _name: QUrl | str) -> QByteArray:
        return QByteArray()


def pdf_from_html(html: str) -> bytes:
    """Return ``html`` as a PDF on A4 with margins of 20 mm and page numbers.

    Needs a QGuiApplication, which may be ``offscreen``; may be called on any thread. The date in the file
    is that of the writing machine: Qt lets nobody set it.
    """
    # Makes the timers of the layout known on a thread that Qt did not start; it never runs.
    dispatcher = QEventLoop()
    document = _ClosedDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_reading_font())
    document.setHtml(html)
    target = QByteArray()
    buffer = QBuffer(target)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION_DPI)
    writer.setPageLayout(_PAGE)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setCreator(f"Course Player {__version__}")
    _print(document, writer)
    # The file is complete only when its writer is gone, and the timers go before their dispatcher.
    del writer, document, dispatcher
    buffer.close()
    return bytes(target.data())


def _print(document: QTextDocument, writer: QPdfWriter) -> None:
    # QTextDocument.print_ would do the same, but its margins are 22 mm and cannot be set.
    size = QSizeF(_PAGE.paintRectPixels(_RESOLUTION_DPI).size())
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(size)
    footer = QRectF(0, size.height(), size.width(), _PAGE.marginsPixels(_RESOLUTION_DPI).bottom())
    painter = QPainter(writer)
    painter.setFont(document.defaultFont())
    for page in range(document.pageCount()):
        if page > 0:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * size.height())
        # Not by drawContents, which takes its ink from the window's palette: light, where that is dark.
        ink = QAbstractTextDocumentLayout.PaintContext()
        ink.palette = QPalette(Qt.GlobalColor.white)
        ink.clip = QRectF(QPointF(0, page * size.height()), size)
        painter.setClipRect(ink.clip)
        document.documentLayout().draw(painter, ink)
        painter.restore()
        painter.drawText(footer, Qt.AlignmentFlag.AlignCenter, str(page + 1))
    painter.end()


def _reading_font() -> QFont:
    # Qt goes on to any other font of the system for letters that these do not have.
    font = QFont(["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Arial"])
    font.setPointSize(_FONT_POINTS)
    return font
