"""The field that learners write in: what keys, buttons and the clipboard make of a text."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import LIGHT, Theme
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.pasting import from_html
from courseplayer.ui.writing.sheet import WritingSheet
from courseplayer.ui.writing.text_document import canonical, fill, read_document
from courseplayer.ui.writing.word_lists import with_lists
from making.submissions import block, bullet, documents, heading, numbered, paragraph
from making.writing_world import ICONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
QUOTE = "course:clinic/a1b2?t=51000"


@pytest.fixture
def sheet(qtbot: QtBot) -> WritingSheet:
    made = WritingSheet(Icons(ICONS, Theme(LIGHT)), "Write here.")
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


@pytest.fixture
def editor(sheet: WritingSheet) -> RichEditor:
    return sheet.editor


def _press(
    editor: RichEditor, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(editor, key, keys)


def _type(editor: RichEditor, words: str) -> None:
    for index, line in enumerate(words.split("\n")):
        if index:
            _press(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, line)


def _tool(sheet: WritingSheet, name: str) -> QToolButton:
    return next(one for one in sheet.toolbar.findChildren(QToolButton) if one.accessibleName() == name)


def _click(sheet: WritingSheet, name: str) -> None:
    QTest.mouseClick(_tool(sheet, name), Qt.MouseButton.LeftButton)


def _choose_style(sheet: WritingSheet, words: str) -> None:
    action = next(one for one in sheet.toolbar.styles() if one.text() == words)
    action.trigger()


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


def _place_cursor(editor: RichEditor, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def test_keys_make_bold_and_italic(editor: RichEditor) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    _type(editor, "a ")
    _press(editor, Qt.Key.Key_B, control)
    _type(editor, "b ")
    _press(editor, Qt.Key.Key_I, control)
    _type(editor, "c")
    _press(editor, Qt.Key.Key_B, control)
    _press(editor, Qt.Key.Key_I, control)
    _type(editor, " d")
    expected = paragraph("a ", Span("b ", is_bold=True), Span("c", is_bold=True, is_italic=True), " d")
    assert editor.written() == Document((expected,))


def test_a_heading_is_followed_by_text(sheet: WritingSheet, editor: RichEditor) -> None:
    _choose_style(sheet, "Heading 2")
    _type(editor, "What we changed\nThe chairs.")
    assert editor.written() == Document((heading("What we changed", 2), paragraph("The chairs.")))
    _place_cursor(editor, 0)
    assert editor.format_here.kind is BlockKind.HEADING


def test_lists_go_deeper_and_end_at_an_empty_line(sheet: WritingSheet, editor: RichEditor) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    _click(sheet, "Bulleted list")
    _type(editor, "one\ntwo")
    _press(editor, Qt.Key.Key_BracketRight, control)
    _type(editor, "\n")
    _press(editor, Qt.Key.Key_Return)
    _press(editor, Qt.Key.Key_Return)
    _click(sheet, "Numbered list")
    _type(editor, "first\nsecond\n\nend")
    expected = (bullet("one"), bullet("two", 1), numbered("first"), numbered("second"), paragraph("end"))
    assert editor.written() == Document(expected)


def test_a_link_is_made_changed_and_removed(sheet: WritingSheet, editor: RichEditor) -> None:
    _type(editor, "see ")
    editor.set_link("our page", "https://example.org/a")
    _type(editor, " now")
    linked = paragraph("see ", Span("our page", link="https://example.org/a"), " now")
    assert editor.written() == Document((linked,))
    _place_cursor(editor, 6)
    assert _tool(sheet, "Link").isChecked()
    assert editor.link_selection() == ("our page", "https://example.org/a")
    editor.set_link("our page", None)
    assert editor.written() == Document((paragraph("see our page now"),))


def test_undo_takes_back_one_step_at_a_time_and_redo_brings_it_again(
    sheet: WritingSheet, editor: RichEditor
) -> None:
    assert not _tool(sheet, "Undo").isEnabled()
    _type(editor, "word")
    _click(sheet, "Bulleted list")
    _click(sheet, "Undo")
    assert editor.written() == Document((paragraph("word"),))
    _press(editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.written() == Document((bullet("word"),))
    _press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    _press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.written() == Document()


def test_a_shown_text_cannot_be_undone_into_the_one_before(editor: RichEditor) -> None:
    _type(editor, "of Almaz")
    editor.show_text(Document.from_plain_text("of Berhane"))
    editor.undo()
    assert editor.written() == Document.from_plain_text("of Berhane")


def test_a_new_text_looks_as_it_will_when_it_is_opened_again(editor: RichEditor) -> None:
    _type(editor, "one\ntwo")
    typed = editor.document().begin().blockFormat()
    editor.show_text(editor.written())
    opened = editor.document().begin().blockFormat()
    assert (typed.bottomMargin(), typed.lineHeight()) == (opened.bottomMargin(), opened.lineHeight())


def test_a_quote_carries_a_link_and_is_left_behind_it(editor: RichEditor) -> None:
    _type(editor, "They said:")
    editor.insert_quote("We wait.", "1.1 Looking, 0:51", QUOTE)
    _type(editor, "So we asked.")
    quote = block(BlockKind.QUOTE, "“We wait.” ", Span("(1.1 Looking, 0:51)", link=QUOTE))
    assert editor.written() == Document((paragraph("They said:"), quote, paragraph("So we asked.")))


def test_a_click_follows_a_quote_and_only_ctrl_click_the_web(editor: RichEditor) -> None:
    followed: list[str] = []
    editor.link_activated.connect(followed.append)
    web = "https://example.org"
    editor.show_text(Document((paragraph(Span("quote", link=QUOTE)), paragraph(Span("web", link=web)))))
    for position in (2, 7):
        cursor = editor.textCursor()
        cursor.setPosition(position)
        point = editor.cursorRect(cursor).center()
        for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, keys, point)
    assert followed == [QUOTE, QUOTE, web]
    _place_cursor(editor, 2)
    _press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert followed[-1] == QUOTE


def test_a_tool_tip_of_a_link_is_no_page(editor: RichEditor) -> None:
    hostile = "https://a/<b>x</b><img/src='file:///etc/passwd'>"
    editor.show_text(Document((paragraph(Span("look here", link=hostile)),)))
    QTest.mouseMove(editor.viewport(), editor.cursorRect().center())
    assert "<img" not in editor.viewport().toolTip()
    assert "&lt;img" in editor.viewport().toolTip()


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
    _type(editor, "onetwo")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    _paste(editor, text=" and\t")
    assert editor.written().plain_text() == "one and two"


def test_a_paste_can_be_undone_in_one_step(editor: RichEditor) -> None:
    _type(editor, "mine ")
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
    _place_cursor(editor, 0)
    _type(editor, "more ")
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
    _type(editor, "mine")
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


def test_tab_leaves_the_field(sheet: WritingSheet, editor: RichEditor, qtbot: QtBot) -> None:
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    _press(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.written() == Document()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents)
def test_every_text_survives_the_editor(qapp: object, document: Document) -> None:
    target = QTextDocument()
    fill(target, document)
    assert read_document(target) == canonical(document)


def test_the_count_follows_every_kind_of_change(editor: RichEditor) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: _type(editor, "one two\nthree"),
        lambda: editor.insert_quote("four five", "1.1, 0:51", QUOTE),
        editor.undo,
        lambda: _paste(editor, html="<ul><li>six</li><li>seven</li></ul>"),
        editor.selectAll,
        lambda: _press(editor, Qt.Key.Key_Delete),
        editor.undo,
        lambda: editor.toggle_kind(BlockKind.HEADING, 1),
        lambda: editor.moveCursor(QTextCursor.MoveOperation.Start),
        lambda: _press(editor, Qt.Key.Key_Delete),
    )
    for act in acts:
        act()
        assert editor.written() == read_document(editor.document())
        assert editor.word_count() == editor.written().word_count()


def test_what_it_looks_like_is_not_part_of_the_text(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(Document((heading("Big", 1), paragraph(Span("link", link="https://example.org")))))
    qtbot.wait(1)
    assert editor.document().begin().charFormat().foreground().color() != QColor(LIGHT.accent)
    assert not editor.document().isUndoAvailable()
    assert editor.written().blocks[0] == heading("Big", 1)
