"""Shows the HTML of an article; it can load pictures of the course and nothing else."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextDocument, QTextTable
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from courseplayer.course.outline import AssetId
from courseplayer.coursefile.errors import ArticleTooBigError
from courseplayer.ui.icons import Icons
from courseplayer.ui.words import error_words, runs_right_to_left

_PICTURE = re.compile(r'src="asset:(\d{1,9})"')

_Key = Qt.Key
_SCROLLING = {_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Home, _Key.Key_End}


def pictures_of(html: str) -> tuple[AssetId, ...]:
    """Return the pictures that an article shows, each once."""
    return tuple(dict.fromkeys(AssetId(int(number)) for number in _PICTURE.findall(html)))


class ArticleView(QTextBrowser):
    """As tall as its text, so that the page around it scrolls; links are told, never followed."""

    step_link_clicked = Signal(str)
    """The id of the step that a link names."""
    web_link_clicked = Signal(str)
    """An https, http or mailto address; to be shown before it is opened."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        self._html = ""
        self._pictures: dict[AssetId, QImage] = {}
        self._runs_right_to_left = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Article"))
        self.document().setDocumentMargin(0)
        self.document().setDefaultStyleSheet(self._style())
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_article(self, html: str, language: str | None = None) -> None:
        """Show an article without its pictures, which follow with :meth:`show_pictures`."""
        # Brings an HTML parser of its own, 4 MB with its tables: with the first article.
        from courseplayer.coursefile.article import sanitise  # noqa: PLC0415

        self._pictures = {}
        try:
            self._html = sanitise(html)
        except ArticleTooBigError as error:
            self._html = ""
            self.setPlainText(error_words(error))
            return
        is_rtl = language is not None and runs_right_to_left(language)
        option = self.document().defaultTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LayoutDirectionAuto
        )
        self.document().setDefaultTextOption(option)
        self._runs_right_to_left = is_rtl
        self._lay_out()

    def show_pictures(self, pictures: Mapping[AssetId, QImage]) -> None:
        """Show the pictures of the article, made narrower where they do not fit."""
        self._pictures = dict(pictures)
        if self._pictures:
            self._lay_out()

    def forget_pictures(self) -> None:
        """Let go of the pictures before the view is destroyed.

        WORKAROUND: PySide keeps the Python half of some views that Qt has destroyed (one for each window made
        anew, with a megabyte of pictures; 6.11.3).
        """
        self._pictures = {}

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give pictures of the course; every other name gives nothing, whatever it is."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value and address.startswith("asset:"):
            number = address.removeprefix("asset:")
            picture = self._pictures.get(AssetId(int(number))) if number.isdecimal() else None
            if picture is not None:
                return self._fitting(picture)
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to a new width."""
        super().resizeEvent(event)
        if self._pictures and event.size().width() != event.oldSize().width():
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that scroll to the page around: there is nothing to scroll inside."""
        if event.key() in _SCROLLING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Want the height of the text."""
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the text."""
        return QSize(100, self._height())

    def _height(self) -> int:
        return round(self.document().size().height()) + 6

    def _lay_out(self) -> None:
        self.document().clear()
        self.setHtml(self._html)
        if self._runs_right_to_left:
            self._move_tables_to_the_right()

    def _move_tables_to_the_right(self) -> None:
        """Put tables where the text begins: Qt leaves them at the left."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = frame.format().toTableFormat()
                look.setAlignment(Qt.AlignmentFlag.AlignRight)
                frame.setFormat(look)

    def _fitting(self, picture: QImage) -> QImage:
        room = max(80, self.viewport().width() - 12)
        scale = self.devicePixelRatioF()
        if picture.width() <= room:
            return picture
        fitted = picture.scaledToWidth(round(room * scale), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(scale)
        return fitted

    def _on_size_changed(self) -> None:
        self.setFixedHeight(self._height())

    def _on_anchor_clicked(self, address: QUrl) -> None:
        text = address.toString()
        if text.startswith("step:"):
            self.step_link_clicked.emit(text.removeprefix("step:"))
        elif address.scheme() in ("https", "http", "mailto"):
            self.web_link_clicked.emit(text)
        elif text.startswith("#"):
            self.scrollToAnchor(text[1:])

    def _style(self) -> str:
        colours = self._theme.colours
        return (
            f"body, p, li {{ color: {colours.text}; line-height: 128%; }}"
            f"h1, h2 {{ font-size: {self._theme.text_px('h2')}px; margin-top: 18px; margin-bottom: 6px; }}"
            f"h3, h4 {{ font-size: {self._theme.text_px('h3')}px; margin-top: 14px; margin-bottom: 4px; }}"
            "p { margin-top: 0px; margin-bottom: 12px; } li { margin-bottom: 4px; }"
            f"a {{ color: {colours.accent}; }}"
            f"blockquote {{ color: {colours.muted}; margin-left: 18px; }}"
            f"th {{ background-color: {colours.sunken}; font-weight: 600; }} td, th {{ padding: 8px; }}"
            f"table {{ border-collapse: collapse; border: 1px solid {colours.border}; }}"
            f"td, th {{ border: 1px solid {colours.border}; }}"
            f"code, pre {{ background-color: {colours.sunken}; }} pre {{ white-space: pre-wrap; }}"
        )
