"""Which pictures may stand in a course."""

from pathlib import Path

import pytest
from PIL import Image

from courseplayer.authoring.pictures import UnusablePictureError, picture_mime
from making.folders import make_picture


def _refusal(path: Path) -> str:
    with pytest.raises(UnusablePictureError) as refusal:
        picture_mime(path)
    return str(refusal.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_the_content_decides_not_the_name(tmp_path: Path, kind: str) -> None:
    assert picture_mime(make_picture(tmp_path / "wrong.txt", kind)) == f"image/{kind.lower()}"


@pytest.mark.parametrize("name", ["drawing.svg", "drawing.png"])
def test_drawings_are_refused_with_advice(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<?xml version='1.0'?><svg xmlns='x'/>", encoding="utf-8")
    assert "export the drawing as PNG" in _refusal(tmp_path / name)


def test_other_kinds_of_picture_are_refused(tmp_path: Path) -> None:
    assert "save it as PNG" in _refusal(make_picture(tmp_path / "a.bmp", "BMP"))


def test_half_a_picture_is_refused(tmp_path: Path) -> None:
    path = make_picture(tmp_path / "a.jpg", "JPEG", (300, 300))
    path.write_bytes(path.read_bytes()[:-500])
    assert "not a whole" in _refusal(path)


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    Image.new("1", (7000, 7000)).save(tmp_path / "a.png")
    assert "7000×7000 pixels" in _refusal(tmp_path / "a.png")


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    Image.new("1", (14_000, 14_000)).save(tmp_path / "a.png")
    assert "too many pixels" in _refusal(tmp_path / "a.png")
