"""PDF from HTML, read back with QtPdf."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from courseplayer.submissions.html import html_text
from courseplayer.ui.printing import pdf_from_html
from courseplayer.ui.theme import DARK, Theme, apply_theme
from making.submissions import paragraph, submission

pytestmark = pytest.mark.usefixtures("qapp")
_MM_PER_POINT = 25.4 / 72


class _Pdf:
    """A PDF as an independent reader sees it."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        assert self.document.error() == QPdfDocument.Error.None_

    def words(self, page: int) -> str:
        return " ".join(self.document.getAllText(page).text().split())


def test_page_is_a4_and_the_text_keeps_its_margins() -> None:
    pdf = _Pdf(pdf_from_html("<p>" + "word " * 3000))
    size = pdf.document.pagePointSize(0)
    assert (round(size.width() * _MM_PER_POINT), round(size.height() * _MM_PER_POINT)) == (210, 297)
    box = pdf.document.getAllText(0).boundingRectangle()
    assert box.left() * _MM_PER_POINT == pytest.approx(20, abs=1)
    assert box.right() * _MM_PER_POINT < 191


def test_every_page_ends_with_its_number() -> None:
    pdf = _Pdf(pdf_from_html("<p>" + "word " * 3000))
    assert pdf.document.pageCount() > 2
    assert [pdf.words(page).split()[-1] for page in range(3)] == ["1", "2", "3"]


def test_title_and_creator_are_set() -> None:
    pdf = _Pdf(pdf_from_html(html_text(submission(paragraph("We listened.")))))
    field = QPdfDocument.MetaDataField
    assert pdf.document.metaData(field.Title) == "2.4 Your improvement"
    assert str(pdf.document.metaData(field.Creator)).startswith("Course Player ")


@pytest.mark.usefixtures("_dark_window")
def test_paper_is_white_and_ink_is_black_also_from_a_dark_window() -> None:
    pdf = _Pdf(pdf_from_html("<h1>Heading</h1><p>" + "word " * 300))
    page = QImage(600, 848, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, pdf.document.render(0, page.size()))
    painter.end()
    shades = {QColor(page.pixel(x, y)).lightness() for x in range(60, 540) for y in range(60, 400)}
    assert min(shades) < 60


@pytest.fixture
def _dark_window(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    apply_theme(qapp, Theme(DARK))
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(before)


def test_words_of_a_submission_are_text_and_not_a_picture() -> None:
    pdf = _Pdf(pdf_from_html(html_text(submission(paragraph("We listened & learned.")))))
    assert "Name Almaz" in pdf.words(0)
    assert "We listened & learned." in pdf.words(0)


def test_nothing_is_loaded_that_the_html_names(tmp_path: Path) -> None:
    style = tmp_path / "style.css"
    style.write_text("p { font-size: 40pt }", encoding="utf-8")
    named = f'<link rel="stylesheet" type="text/css" href="{style.as_uri()}"/>'
    pdf = _Pdf(pdf_from_html(f"<html><head>{named}</head><body><p>text</p></body></html>"))
    letter_heights = [letter.boundingRect().height() for letter in pdf.document.getAllText(0).bounds()]
    assert pdf.words(0) == "text 1"
    assert max(letter_heights) < 12


def test_pdfs_can_be_made_on_worker_threads_at_the_same_time() -> None:
    html = html_text(submission(*[paragraph("We listened and learned.")] * 100))
    assert QGuiApplication.instance() is not None
    with ThreadPoolExecutor(2) as workers:
        made = list(workers.map(pdf_from_html, [html] * 4))
    assert [_Pdf(data).document.pageCount() for data in made] == [_Pdf(made[0]).document.pageCount()] * 4
