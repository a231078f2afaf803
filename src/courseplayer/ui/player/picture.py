"""Where the picture is: the video or a still of it, black around it, or a calm sign for sound."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_SIGN_PX = 64
_CAPTION_PART_OF_HEIGHT = 0.06


class StillPicture(QWidget):
    """Paints a picture and captions itself: for sound, and where no video can be shown."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._colours = icons.theme.colours
        self._sign_px = icons.theme.scaled(_SIGN_PX)
        self._sign = icons.pixmap("audio", self._sign_px, self._colours.accent, 2)
        self._is_sound = False
        self._image: QImage | None = None
        self._caption = ""

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or the sign."""
        self._image = image
        self.update()

    def show_sound(self, is_sound: bool) -> None:
        """Show the sign for sound where there is no picture; a video that is still coming is black."""
        self._is_sound = is_sound
        self.update()

    def show_caption(self, words: str) -> None:
        """Write words at the foot."""
        self._caption = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the picture or the sign in the middle, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._colours.accent_soft if self._is_sound else "#000000"))
        if self._image is not None:
            size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QRect(self.rect()).center() - QRect(QRect().topLeft(), size).center(), size)
            painter.drawImage(place, self._image)
        elif self._is_sound:
            self._paint_sign(painter)
        if self._caption:
            self._paint_caption(painter)
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        middle = QPointF(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.surface))
        painter.drawEllipse(middle, self._sign_px, self._sign_px)
        painter.drawPixmap(middle - QPointF(self._sign_px / 2, self._sign_px / 2), self._sign)

    def _paint_caption(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(14, round(self.height() * _CAPTION_PART_OF_HEIGHT)))
        painter.setFont(font)
        room = QRectF(self.rect()).adjusted(self.width() * 0.05, 0, -self.width() * 0.05, -Space.M)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        # Without a pen Qt measures nothing, and the ground would be missing below the words.
        painter.setPen(Qt.GlobalColor.white)
        ground = painter.boundingRect(room, flags, self._caption)
        painter.fillRect(ground.adjusted(-Space.S, -Space.XS, Space.S, Space.XS), QColor(0, 0, 0, 190))
        painter.drawText(room, flags, self._caption)


class Picture(QWidget):
    """Either the video surface or a still; a click plays or pauses, a double click fills the screen."""

    clicked = Signal()
    double_clicked = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._still = StillPicture(icons)
        self._video: QWidget | None = None
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._still)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)
        self.setAccessibleName(self.tr("Picture"))
        self._still.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for 16:9."""
        return QSize(640, 360)

    def add_video(self, surface: QWidget) -> None:
        """Take the video surface in; once."""
        self._video = surface
        self._layout.addWidget(surface)
        surface.installEventFilter(self)

    def release_video(self) -> None:
        """Let go of the video surface."""
        if self._video is not None:
            self._video.removeEventFilter(self)
            self._layout.removeWidget(self._video)
            self._video = None

    def show_video(self) -> None:
        """Show the video surface."""
        if self._video is not None:
            self._layout.setCurrentWidget(self._video)

    def show_still_picture(self) -> None:
        """Show our own picture in place of the video."""
        self._layout.setCurrentWidget(self._still)

    @property
    def still(self) -> StillPicture:
        """The picture that we paint ourselves."""
        return self._still

    @property
    def shows_video(self) -> bool:
        """The video surface is in front."""
        return self._video is not None and self._layout.currentWidget() is self._video

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell clicks on either picture."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                self.clicked.emit()
                return True
            if event.type() is QEvent.Type.MouseButtonDblClick:
                self.double_clicked.emit()
                return True
        return super().eventFilter(watched, event)
