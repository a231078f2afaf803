"""The field that learners write in: what keys, buttons and the clipboard make of a text."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from courseplayer.course.writing import BlockKind, Document, Span
from courseplayer.ui.theme import LIGHT
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.link_dialog import link_address
from courseplayer.ui.writing.sheet import WritingSheet
from courseplayer.ui.writing.text_document import canonical, fill, read_document
from making.submissions import block, bullet, documents, heading, numbered, paragraph

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
QUOTE = "course:clinic/a1b2?t=51000"


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


def _paste(editor: RichEditor, html: str) -> None:
    made = QMimeData()
    made.setHtml(html)
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


def _select(editor: RichEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_linking_words_changes_neither_their_formats_nor_their_lines(editor: RichEditor) -> None:
    web = "https://example.org/a"
    lines = (bullet("one"), block(BlockKind.BULLET, "two ", Span("bold", True), " after"))
    editor.show_text(Document(lines))
    _select(editor, 0, 13)
    words, _address = editor.link_selection()
    editor.set_link(words.strip(), web)
    linked = (
        block(BlockKind.BULLET, Span("one", link=web)),
        block(BlockKind.BULLET, Span("two ", link=web), Span("bold", True, link=web), " after"),
    )
    assert editor.written() == Document(linked)
    _select(editor, 0, 12)
    editor.set_link(words.strip(), None)
    assert editor.written() == Document(lines)


def test_words_typed_before_a_link_do_not_belong_to_it(editor: RichEditor) -> None:
    link = Span("our page", link="https://example.org/a")
    editor.show_text(Document((paragraph(link),)))
    _type(editor, "see ")
    assert editor.written() == Document((paragraph("see ", link),))
    followed: list[str] = []
    editor.link_activated.connect(followed.append)
    for position in (4, 12):
        _place_cursor(editor, position)
        _press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert followed == ["https://example.org/a"] * 2


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
        lambda: _paste(editor, "<ul><li>six</li><li>seven</li></ul>"),
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


def test_what_was_saved_yesterday_does_not_say_a_time_of_today(
    sheet: WritingSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime(2026, 11, 26, 23, 58, tzinfo=UTC)
    monkeypatch.setattr("courseplayer.ui.writing.sheet.moment_words", lambda _at: "23:58")
    sheet.saved.show_saved(at)
    assert sheet.saved.words == "Saved 23:58"
    monkeypatch.setattr("courseplayer.ui.writing.sheet.moment_words", lambda _at: "26/11/2026 23:58")
    (minutes,) = sheet.saved.findChildren(QTimer)
    minutes.timeout.emit()
    assert sheet.saved.words == "Saved 26/11/2026 23:58"
    sheet.saved.show_unsaved()
    minutes.timeout.emit()
    assert (sheet.saved.words, minutes.isActive()) == ("Not saved yet", False)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org"),
        ("a@example.org", "mailto:a@example.org"),
        ("http://localhost:8080/x", "http://localhost:8080/x"),
        ("http://example.org:99999/", None),
        ("https://<b>/", None),
    ],
)
def test_only_addresses_that_every_export_keeps_become_links(typed: str, address: str | None) -> None:
    assert link_address(typed) == address
