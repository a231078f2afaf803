"""PDF from HTML with Qt's own text layout: any script the machine has a font for, without a printer."""

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from courseplayer import __version__

_RESOLUTION_DPI = 600
_FONT_POINTS = 11


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
    document.setDefaultFont(_reading_font())
    document.setHtml(html)
    target = QByteArray()
    buffer = QBuffer(target)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION_DPI)
    # QTextDocument.print_ keeps 2 cm on every side itself and writes the page number into the lower one.
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setCreator(f"Course Player {__version__}")
    document.print_(writer)
    # The file is complete only when its writer is gone, and the timers go before their dispatcher.
    del writer, document, dispatcher
    buffer.close()
    return bytes(target.data())


def _reading_font() -> QFont:
    # Qt goes on to any other font of the system for letters that these do not have.
    font = QFont(["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Arial"])
    font.setPointSize(_FONT_POINTS)
    return font
