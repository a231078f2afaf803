"""What the clipboard brings into the field that learners write in."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.pasting import from_html
from courseplayer.ui.writing.word_lists import with_lists
from making.submissions import block, bullet, heading, numbered, paragraph

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
QUOTE = "course:clinic/a1b2?t=51000"


def _word_item(level: str, mark: str, html: str) -> str:
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 {level} lfo1'>"
        f"<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"
        f"{html}<o:p></o:p></p>\n"
    )


def _paste(editor: RichEditor, *, html: str | None = None, text: str | None = None) -> None:
    made = QMimeData()
    if html is not None:
        made.setHtml(html)
    if text is not None:
        made.setText(text)
    editor.insertFromMimeData(made)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2><b>Title</b></h2><p>a <b>b</b> <em>c</em></p>",
         (heading("Title", 2), paragraph("a ", Span("b", True), " ", Span("c", False, True)))),
        ("<ul><li>one<ul><li>two</li></ul></li></ul><ol><li>three</li></ol>",
         (bullet("one"), bullet("two", 1), numbered("three"))),
        ("<blockquote>said</blockquote>", (block(BlockKind.QUOTE, "said"),)),
        ('<a href="https://example.org/x">x</a> <a href="javascript:alert(1)">y</a>',
         (paragraph(Span("x", link="https://example.org/x"), " y"),)),
        ("<script>steal()</script><style>p{color:red}</style><p>kept</p><img src='file:///etc/passwd'>",
         (paragraph("kept"),)),
        ("<html xmlns:o='urn:o'><!--[if gte mso 9]><xml><w:X/></xml><![endif]--><body>"
         "<p class=MsoNormal style='margin:0;mso-fareast-font-family:X'><span lang=EN-US "
         "style='font-size:36.0pt;color:red'>From <b>Word</b><o:p></o:p></span></p></body></html>",
         (paragraph("From ", Span("Word", True)),)),
        ("<html><head><title>Of the file</title></head><body><p>kept</p></body></html>",
         (paragraph("kept"),)),
        (_word_item("level1", "·", "one") + _word_item("level2", "o", "two <b>bold</b>")
         + _word_item("level1", "2.", "three") + "<p class=MsoNormal>after</p>",
         (bullet("one"), block(BlockKind.BULLET, "two ", Span("bold", True), level=1),
          numbered("three"), paragraph("after"))),
        (_word_item("level3", "a)", "deep").replace("<![", "<!--[").replace("]>", "]-->"),
         (numbered("deep", 2),)),
        ("<p style='mso-list:l0 level1 lfo1'>unclosed<p>after", (bullet("unclosed"), paragraph("after"))),
        ("<p dir=rtl>שלום 🙂</p><p>አማርኛ e\u0301</p>", (paragraph("שלום 🙂"), paragraph("አማርኛ e\u0301"))),
        ("<table><tr><td>a</td><td>b</td></tr></table>", (paragraph("a"), paragraph("b"))),
        ("<b style='font-weight:normal' id=docs-internal-guid-1><p><span style='font-weight:400'>a </span>"
         "<span style='font-weight:700;background:url(file:///x)'>b</span></p></b>",
         (paragraph("a ", Span("b", True)),)),
        ("<p>unclosed <b>bold <p>&lt;script&gt;", None),
    ],
)  # fmt: skip
def test_rich_text_from_elsewhere_keeps_words_and_our_formats(
    html: str, expected: tuple[Block, ...] | None
) -> None:
    found = from_html(html)
    if expected is None:
        assert "<script>" in found.plain_text()
    else:
        assert found == Document(expected)


@pytest.mark.parametrize(
    "repeated", ["<p style='mso-list:a level1'>", "<![if !supportLists]>", "<p mso-list "]
)
def test_made_up_lists_of_word_take_no_time(repeated: str) -> None:
    html = "mso-list" + repeated * (1_900_000 // len(repeated))
    begun = time.monotonic()
    with_lists(html)
    assert time.monotonic() - begun < 5


def test_a_part_of_a_line_is_pasted_with_its_spaces(editor: RichEditor) -> None:
    QTest.keyClicks(editor, "onetwo")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    _paste(editor, text=" and\t")
    assert editor.written().plain_text() == "one and two"


def test_a_paste_can_be_undone_in_one_step(editor: RichEditor) -> None:
    QTest.keyClicks(editor, "mine ")
    _paste(editor, html="<h1>A</h1><ul><li>b</li></ul><p>c</p>", text="A b c")
    assert editor.written().plain_text() == "mine \nA\nb\nc"
    editor.undo()
    assert editor.written() == Document((paragraph("mine "),))


def test_what_is_copied_here_is_pasted_unchanged(editor: RichEditor) -> None:
    original = (heading("H", 1), paragraph("a ", Span("b", True)), numbered("1"), numbered("2", 1))
    editor.show_text(Document(original))
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    editor.show_text(Document())
    editor.insertFromMimeData(copied)
    assert editor.written().blocks == original


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a\x00b\ufdd0\ufffcc", "abc"),
        ("🙂👩🏽‍⚕️", "🙂👩🏽‍⚕️"),
        ("\u202eevil\u202c", "\u202eevil\u202c"),
        ("one\r\ntwo\u2029three", "one\ntwo\nthree"),
    ],
)
def test_odd_characters_do_no_harm(editor: RichEditor, words: str, kept: str) -> None:
    editor.show_text(Document())
    _paste(editor, text=words)
    assert editor.written().plain_text() == kept
    assert Document.from_json(editor.written().to_json()) == editor.written()


@pytest.mark.parametrize("mark", ["\ufffe", "\ufeff", "\uffff"])
def test_a_mark_of_byte_order_turns_no_letters_round(editor: RichEditor, mark: str) -> None:
    editor.show_text(Document.from_plain_text(f"{mark}abc"))
    assert editor.written().plain_text() == "abc"


def test_half_a_character_becomes_a_mark(editor: RichEditor) -> None:
    editor.show_text(Document.from_plain_text("good \ud83d work"))
    assert editor.written().plain_text() == "good \ufffd work"


def test_twenty_thousand_words_can_be_pasted_and_counted(editor: RichEditor) -> None:
    _paste(editor, text="\n".join("ten words are in this line and not a word" for _line in range(2_000)))
    assert editor.word_count() == 20_000
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "more ")
    assert editor.word_count() == 20_001
    assert editor.written().word_count() == 20_001


def test_one_endless_word_is_broken_so_that_keys_stay_quick(editor: RichEditor) -> None:
    _paste(editor, text="x" * 300_000)
    lines = editor.written().plain_text().split("\n")
    assert "".join(lines) == "x" * 300_000
    assert max(len(line) for line in lines) == 2_000


def test_more_than_a_text_can_be_is_not_pasted(editor: RichEditor) -> None:
    refused: list[bool] = []
    editor.paste_refused.connect(lambda: refused.append(True))
    QTest.keyClicks(editor, "mine")
    _paste(editor, text="a word\n" * 100_000)
    assert refused == [True]
    assert editor.written() == Document.from_plain_text("mine")


@pytest.mark.parametrize("nested", ["<div>" * 20_000, "<ul><li>" * 10_000, "<b><i>" * 10_000])
def test_html_made_to_stop_us_is_pasted_as_plain_text(editor: RichEditor, nested: str) -> None:
    _paste(editor, html=nested + "deep", text="deep")
    assert editor.written() == Document.from_plain_text("deep")


def test_pictures_are_not_taken_into_the_text(editor: RichEditor) -> None:
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not editor.canInsertFromMimeData(picture)
    editor.insertFromMimeData(picture)
    assert editor.written() == Document()


def test_files_are_handed_on_where_they_are_taken(editor: RichEditor, tmp_path: Path) -> None:
    given: list[tuple[Path, ...]] = []
    editor.files_given.connect(given.append)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    editor.takes_files = True
    assert editor.canInsertFromMimeData(files)
    editor.insertFromMimeData(files)
    assert given == [(tmp_path / "photo.jpg",)]
    assert editor.written() == Document()
