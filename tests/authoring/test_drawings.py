"""SVG drawings: what is left of hostile ones, and that the rest becomes a picture."""

import io
from pathlib import Path

import pytest
from PIL import Image

from courseplayer.authoring.drawings import MOST_BYTES, NothingDrawnError, UnsafeDrawingError, safe_drawing
from courseplayer.authoring.source import read_source
from courseplayer.course.problems import Severity
from courseplayer.system.cancellation import SilentTask
from courseplayer.ui.drawings import rasterised
from making.folders import make_folder, step_text

pytestmark = pytest.mark.usefixtures("qapp")
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = f'{HEAD} width="60" height="40"><rect width="30" height="40" fill="#cc0000"/>{{more}}</svg>'
WEEK = "week-01-talks"


def _svg(more: str = "") -> bytes:
    return SQUARE.format(more=more).encode()


def test_a_drawing_keeps_its_shapes_words_and_colours() -> None:
    more = (
        '<style>.a { fill: blue; clip-path: url(#b) }</style><g class="a"><text x="1" y="9">Words</text></g>'
        '<defs><linearGradient id="b"><stop offset="1"/></linearGradient></defs>'
        '<circle r="4" fill="url(#b)" style="stroke: url(&quot;#b&quot;)"/><use xlink:href="#b"/>'
    )
    kept, left_out = safe_drawing(_svg(more))
    assert left_out == 0
    for word in (b"<text", b"Words", b"linearGradient", b"url(#b)", b".a {", b'href="#b"'):
        assert word in kept


@pytest.mark.parametrize(
    "more",
    [
        '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
        '<image href="https://example.org/secret.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<use xlink:href="https://example.org/secret.svg#a"/>',
        '<use href="file:secret.svg#a"/>',
        "<script>secret()</script>",
        '<rect onload="secret()"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">secret</p></foreignObject>',
        "<style>@import url(https://example.org/secret.css);</style>",
        "<style>@font-face { font-family: a; src: url('file:secret.ttf') }</style>",
        "<style>rect { fill: u\\72l(https://example.org/secret) }</style>",
        '<rect fill="url(https://example.org/secret#a)"/>',
        '<rect style="filter: URL ( //server/secret )"/>',
        '<feImage href="secret.png"/>',
        '<filter id="a"><feGaussianBlur stdDeviation="secret"/></filter>',
        '<a href="https://example.org/secret"><rect/></a>',
        '<animate attributeName="href" values="secret"/>',
    ],
)
def test_what_leads_out_of_a_drawing_is_left_out(more: str) -> None:
    kept, left_out = safe_drawing(_svg(more))
    assert left_out == 1
    assert b"secret" not in kept
    assert b"#cc0000" in kept


def test_notes_of_the_drawing_program_are_left_out_without_a_word() -> None:
    more = (
        '<metadata>notes</metadata><x:view xmlns:x="http://x" x:zoom="1"/>'
        '<g xmlns:x="http://x" x:label="Layer"/><!-- a comment -->'
    )
    kept, left_out = safe_drawing(_svg(more))
    assert left_out == 0
    assert not any(word in kept for word in (b"notes", b"zoom", b"Layer", b"comment"))


def _uses_of_uses() -> str:
    tenfold = "".join(
        f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>" for level in range(1, 9)
    )
    return f'<defs><g id="g0"><path d="M0 0"/></g>{tenfold}</defs><use href="#g8"/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a whole SVG"),
        (b"<svg", "not a whole SVG"),
        (b"\xff\xfe\x00", "not a whole SVG"),
        (b"<html/>", "not a whole SVG"),
        (b"<svg/>", "not a whole SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + _svg(), "entities"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _svg("<text>&a;</text>"), "entities"),
        (_svg("<g>" * 100 + "</g>" * 100), "nested"),
        (_svg(_uses_of_uses()), "too many parts"),
        (_svg('<g id="a"><use href="#a"/></g>'), "too many parts"),
        (_svg("<g/>" * 20_001), "too many parts"),
        (_svg(" " * MOST_BYTES), "larger than 2 MB"),
    ],
)
def test_a_drawing_that_could_do_harm_is_refused_with_advice(data: bytes, reason: str) -> None:
    with pytest.raises(UnsafeDrawingError, match=reason) as refusal:
        safe_drawing(data)
    assert "export it as PNG" in str(refusal.value)


def test_a_drawing_becomes_a_picture_on_white() -> None:
    with Image.open(io.BytesIO(rasterised(_svg()))) as picture:
        assert (picture.format, picture.size) == ("PNG", (60, 40))
        assert picture.convert("RGB").getpixel((10, 20)) == (0xCC, 0, 0)
        assert picture.convert("RGB").getpixel((50, 20)) == (0xFF, 0xFF, 0xFF)


def test_a_large_drawing_becomes_no_larger_than_a_weak_computer_can_show() -> None:
    large = f'{HEAD} width="80000" height="40000"><rect width="9" height="9"/></svg>'.encode()
    with Image.open(io.BytesIO(rasterised(large))) as picture:
        assert picture.size == (1_600, 800)


def test_a_drawing_without_room_is_none() -> None:
    with pytest.raises(NothingDrawnError):
        rasterised(f'{HEAD} width="0" height="0"/>'.encode())


def test_a_course_gets_the_picture_of_a_drawing_and_its_trainer_is_told_what_was_left_out(
    tmp_path: Path,
) -> None:
    folder = make_folder(
        tmp_path / "source",
        {
            f"{WEEK}/01-a.md": step_text("A", "See ![the plan](plan.svg) and ![bad](bad.svg)."),
            f"{WEEK}/plan.svg": _svg("<script>secret()</script>"),
            f"{WEEK}/bad.svg": b"<svg",
        },
    )
    reading = read_source(folder, SilentTask(), rasterised)
    told = {problem.severity: problem.message for problem in reading.problems}
    assert "plan.svg: parts of the drawing were left out (1)" in told[Severity.WARNING]
    assert "bad.svg: This is not a whole SVG drawing" in told[Severity.ERROR]
    assert reading.plan is not None
    (asset,) = reading.plan.assets
    assert asset.mime == "image/png"
    with asset.open() as stream:
        assert b"secret" not in stream.read()
