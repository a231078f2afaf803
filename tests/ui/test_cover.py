"""The picture of a course: decoded no larger than it is shown, above the card's ground."""

import io

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from courseplayer.ui.cover import Cover, decoded
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS

RED, BLUE = (200, 20, 20), (20, 20, 200)


def two_halves(size: tuple[int, int], kind: str = "JPEG") -> bytes:
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    written = io.BytesIO()
    picture.save(written, kind, quality=90)
    return written.getvalue()


def shown(qtbot: QtBot, picture: bytes | None, width: int = 320) -> QImage:
    cover = Cover(picture, Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(cover)
    cover.resize(width, width * 9 // 16)
    return cover.grab().toImage()


def is_near(found: QColor, wanted: tuple[int, int, int]) -> bool:
    return all(
        abs(a - b) < 12 for a, b in zip((found.red(), found.green(), found.blue()), wanted, strict=True)
    )


def test_picture_fills_its_shape(qtbot: QtBot) -> None:
    image = shown(qtbot, two_halves((1_280, 720)))
    width, height = image.width(), image.height()
    assert is_near(image.pixelColor(width // 8, height // 2), RED)
    assert is_near(image.pixelColor(width * 7 // 8, height - 4), BLUE)


def test_large_picture_is_decoded_smaller_but_never_smaller_than_shown() -> None:
    large = two_halves((1_280, 720))
    assert decoded(large, QSize(320, 180)).size() == QSize(320, 180)
    assert decoded(large, QSize(321, 180)).size() == QSize(480, 270)
    assert decoded(large, QSize(340, 270)).size() == QSize(480, 270)
    assert decoded(large, QSize(2_000, 1_125)).size() == QSize(1_280, 720)
    assert decoded(two_halves((1_280, 720), "PNG"), QSize(320, 180)).size() == QSize(320, 180)


def test_picture_that_is_none_leaves_the_sign(qtbot: QtBot) -> None:
    assert decoded(b"no picture", QSize(320, 180)).isNull()
    without, broken = shown(qtbot, None), shown(qtbot, b"no picture")
    assert broken == without
    assert without.pixelColor(without.width() // 2, without.height() - 4) == QColor(LIGHT.accent_soft)


def test_ground_is_seen_through_a_picture_that_has_holes(qtbot: QtBot) -> None:
    written = io.BytesIO()
    Image.new("RGBA", (640, 360), (0, 0, 0, 0)).save(written, "PNG")
    image = shown(qtbot, written.getvalue())
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor(LIGHT.accent_soft)
